//! RSS, RDF, Atom and JSON Feed, however carelessly written.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use feed_rs::model::{Entry, Feed as Model, Link, Text};
use feed_rs::parser::{self, ParseFeedError};
use scraper::Selector;
use url::Url;

use self::json::JsonRead;
use super::address::{canonical, web_link};
use super::attachment::FileKind;
use super::reading::{Found, MAX_ITEMS, Reading, beginning};
use super::text::{clean, media_type, one_line};
use super::{decode, detail, html, lenient, paging, plain, years};
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::source::{Feed, Source};
pub use lenient::Cut;

/// Files noted of an item: more are an archive.
const MAX_FILES: usize = 20;

/// A title made from an item's text is cut here.
const TITLE_LENGTH: usize = 120;

/// A feed, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedRead {
    /// Plain text.
    pub title: Option<String>,
    /// The site it belongs to.
    pub link: Option<Url>,
    /// Where its older items are (RFC 5005).
    pub next: Option<Url>,
    /// As declared.
    pub language: Option<String>,
    /// Its items, in its order.
    pub entries: Vec<FeedEntry>,
    /// Where it breaks off, if it does.
    pub cut: Option<Cut>,
    /// Items that are not among the entries, for they cannot be read: which one, counted from 1, and why.
    pub unread: Vec<(usize, String)>,
    /// Entries whose text was left out, for it is none: which one, counted from 1, and the type that it has.
    pub left_out: Vec<(usize, String)>,
}

/// An item of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedEntry {
    /// Plain text.
    pub title: Option<String>,
    /// Address for people; only ever http or https.
    pub link: Option<Url>,
    /// The feed's own key for it.
    pub id: Option<String>,
    /// HTML with absolute links, not sanitised.
    pub summary: Option<String>,
    /// Likewise.
    pub content: Option<String>,
    /// Plain text.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// When it was changed.
    pub updated: Option<DateTime<Utc>>,
    /// Plain texts.
    pub categories: Vec<String>,
    /// The language that the item itself declares.
    pub language: Option<String>,
    /// Files to be read that come with it.
    pub files: Vec<Url>,
}

/// Reads a feed, or says why it is none.
pub fn parse(body: &[u8], content_type: Option<&str>, url: &Url) -> Result<FeedRead, String> {
    let decoded = decode::xml_bytes(body, content_type);
    let text = decoded.text.trim_start_matches('\u{feff}');
    // Keys that we made up would change with the title: an entry without one gets none.
    let parser =
        parser::Builder::new().base_uri(Some(url.as_str())).sanitize_content(false).id_generator(|_, _, _| String::new()).build();
    let unreadable = |error: ParseFeedError| format!("is no feed that can be read: {error}");
    if text.trim_start().starts_with('{') {
        let JsonRead { model, unread } = json::read(&parser, text.trim_start()).map_err(unreadable)?;
        return Ok(FeedRead { unread, ..feed(model, url) });
    }
    // One more than is read, so that the rest is missed aloud.
    let mended = lenient::to_xml(text, MAX_ITEMS + 1);
    let mended = mended.ok_or_else(|| format!("is no feed; it begins `{}`", beginning(text)))?;
    let model = parser.parse(mended.xml.as_bytes()).map_err(unreadable)?;
    Ok(FeedRead { cut: mended.cut, left_out: mended.left_out, ..feed(model, url) })
}

pub(super) fn first_requests(feed: &Feed, today: NaiveDate) -> Vec<Request> {
    years::requests(&feed.url.replace("{page}", "1"), today)
}

pub(super) fn read(source: &Source, feed: &Feed, request: &Request, page: &Page) -> Reading {
    let mut parsed = match parse(&page.body, page.content_type.as_deref(), &page.url) {
        Ok(parsed) => parsed,
        Err(what) => return announced(request, page).unwrap_or_else(|| Reading::failure("page", what)),
    };
    let language = parsed.language.as_deref().and_then(html::language_code);
    // The same whatever page of the feed an item has moved to.
    let home = first_requests(feed, page.fetched_at.date_naive()).into_iter().next().map(|first| first.url);
    let mut reading = Reading::default();
    if let Some(cut) = parsed.cut {
        reading.unreadable += 1;
        reading.break_off("breaks off before the feed's end; it is asked for in full at the next visit");
        if cut == Cut::WithinItem {
            // Half of an item is not what the source says: it would take the place of the whole one.
            parsed.entries.pop();
        }
    }
    for (place, what) in &parsed.unread {
        reading.unreadable(format!("item {place}"), format!("cannot be read: {what}"));
    }
    for (place, kind) in &parsed.left_out {
        let what = format!("its text is of the type `{}`, which is no text, and was left out", one_line(kind));
        reading.complain(format!("item {place}"), what);
    }
    let places = (1..).filter(|place| !parsed.unread.iter().any(|(unread, _)| unread == place));
    for (place, entry) in places.zip(parsed.entries) {
        if place > MAX_ITEMS {
            reading.complain("items", "are too many; the rest was left");
            break;
        }
        let has_page = entry.link.is_some();
        match finding(source, entry, language.as_ref(), home.as_ref()) {
            Ok(finding) => {
                let detail = if feed.follow && has_page { Url::parse(&finding.url).ok().map(Request::get) } else { None };
                reading.found.push(Found { finding, detail, ..Found::default() });
            }
            Err(what) => reading.unreadable(format!("item {place}"), what),
        }
    }
    let is_numbered = feed.url.contains("{page}") && !reading.found.is_empty();
    let numbered = if is_numbered { paging::next_in_address(&feed.url, request) } else { None };
    let own = parsed.next.filter(|next| next.host_str() == page.url.host_str() && *next != page.url).map(Request::get);
    reading.next = numbered.or(own);
    reading
}

/// What a feed is announced as.
const FEEDS: [&str; 4] = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

/// What other things are announced as too (a page's record, a search): a feed only where it is called one.
const PERHAPS_FEEDS: [&str; 4] = ["application/json", "application/xml", "text/xml", "text/rss+xml"];

fn names_a_feed(text: &str) -> bool {
    ["feed", "rss", "atom", "rdf"].iter().any(|word| text.to_ascii_lowercase().contains(word))
}

/// A web page instead of a feed, which names its feed: that one is read, and the roadmap should be corrected.
fn announced(request: &Request, page: &Page) -> Option<Reading> {
    let found = announced_by(page).filter(|found| *found != request.url)?;
    let mut reading = Reading::default();
    reading.complain("page", format!("is a web page; its feed is at {found}: put that address into the roadmap"));
    reading.next = Some(Request::get(found));
    Some(reading)
}

/// The pages that may name the feed that is no longer at an address: its folder's and the site's home page.
pub fn pages_above(feed: &Url) -> Vec<Url> {
    let folder = if feed.path().ends_with('/') { ".." } else { "." };
    let mut pages: Vec<Url> = [folder, "/"].iter().filter_map(|way| feed.join(way).ok()).filter(|page| page != feed).collect();
    pages.dedup();
    pages
}

/// The feed that a web page names as its own.
pub fn announced_by(page: &Page) -> Option<Url> {
    let document = html::document(&detail::page_text(page).ok()?);
    let base = html::base_of(&document, &page.url);
    let links = Selector::parse("link[rel~=alternate][type][href]").expect("a constant selector parses");
    let of_kind = |kinds: &[&str], is_sure: bool| {
        document.select(&links).find_map(|link| {
            let is_one = kinds.contains(&media_type(link.attr("type")?).as_str());
            let address = web_link(&base, link.attr("href")?)?;
            let names_it = [address.as_str(), link.attr("title").unwrap_or_default()].iter().any(|text| names_a_feed(text));
            (is_one && (is_sure || names_it)).then_some(address)
        })
    };
    of_kind(&FEEDS, true).or_else(|| of_kind(&PERHAPS_FEEDS, false))
}

/// An entry as a finding. RSS 2.0 and JSON Feed ask for no link: an entry that has a key of its own stands at the feed's address.
fn finding(source: &Source, entry: FeedEntry, language: Option<&String>, home: Option<&Url>) -> Result<Finding, String> {
    let home = home.filter(|_| entry.id.is_some()).cloned();
    let link = entry.link.or(home).ok_or("has neither a web address nor a key (guid, id) of its own")?;
    let body = entry.content.as_ref().or(entry.summary.as_ref());
    let title = entry.title.or_else(|| body.and_then(|body| first_line(body))).ok_or("has neither title nor text")?;
    let mut finding = Finding {
        source: source.slug.clone(),
        key: entry.id.unwrap_or_else(|| canonical(&link)),
        url: link.into(),
        title,
        html: body.cloned(),
        lang: entry.language.as_deref().and_then(html::language_code).or_else(|| language.cloned()),
        ..Finding::default()
    };
    let mut put = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            finding.fields.insert(name.to_owned(), values);
        }
    };
    let instant = |when: DateTime<Utc>| when.to_rfc3339_opts(SecondsFormat::Secs, true);
    put(field::PUBLISHED, entry.published.or(entry.updated).map(instant).into_iter().collect());
    put("updated", entry.updated.map(instant).into_iter().collect());
    put("author", entry.author.into_iter().collect());
    put(field::CATEGORIES, entry.categories);
    put(field::ENCLOSURE, entry.files.into_iter().map(String::from).collect());
    if entry.content.is_some() {
        put(
            "summary",
            entry.summary.iter().map(|summary| plain::html_to_text(summary)).filter(|text| !text.is_empty()).collect(),
        );
    }
    Ok(finding)
}

fn first_line(body: &str) -> Option<String> {
    let text = plain::html_to_text(body);
    let line: String = text.lines().next()?.chars().take(TITLE_LENGTH).collect();
    (!line.is_empty()).then_some(line)
}

fn feed(model: Model, url: &Url) -> FeedRead {
    FeedRead {
        title: model.title.as_ref().and_then(plain),
        link: link_of(&model.links, url),
        next: model.links.iter().find(|link| link.rel.as_deref() == Some("next")).and_then(|link| web_link(url, &link.href)),
        language: model.language.map(|language| one_line(&language)).filter(|language| !language.is_empty()),
        entries: model.entries.into_iter().map(|entry| self::entry(entry, url)).collect(),
        ..FeedRead::default()
    }
}

fn entry(model: Entry, url: &Url) -> FeedEntry {
    let base = model.base.as_deref().and_then(|base| url.join(base).ok()).unwrap_or_else(|| url.clone());
    let id = Some(one_line(&model.id)).filter(|id| !id.is_empty());
    let link = link_of(&model.links, url).or_else(|| {
        // RSS: a guid is an address for people unless it says otherwise.
        id.as_deref().filter(|id| id.starts_with("http://") || id.starts_with("https://")).and_then(|id| web_link(url, id))
    });
    let files = files(&model, url);
    let markup = |written: String| Some(html::absolute_links(written.trim(), &base)).filter(|html| !html.is_empty());
    FeedEntry {
        title: model.title.as_ref().and_then(plain),
        link,
        id,
        summary: model.summary.and_then(|summary| markup(summary.content)),
        content: model.content.and_then(|content| content.body).and_then(markup),
        author: model.authors.iter().filter_map(|author| author.name.as_deref()).map(one_line).find(|name| !name.is_empty()),
        published: model.published,
        updated: model.updated,
        categories: model
            .categories
            .iter()
            .map(|category| one_line(&html_escape::decode_html_entities(&category.term)))
            .filter(|category| !category.is_empty())
            .collect(),
        language: model.language,
        files,
    }
}

/// What the entry encloses that is a document: as a link (Atom, JSON Feed) or as its medium (RSS).
fn files(model: &Entry, url: &Url) -> Vec<Url> {
    let linked = model
        .links
        .iter()
        .filter(|link| link.rel.as_deref() == Some("enclosure") || link.media_type.is_some())
        .filter_map(|link| Some((web_link(url, &link.href)?, link.media_type.as_ref().map(ToString::to_string))));
    let media = model
        .media
        .iter()
        .flat_map(|medium| &medium.content)
        .filter_map(|content| Some((content.url.clone()?, content.content_type.as_ref().map(ToString::to_string))));
    linked
        .chain(media)
        .filter(|(file, media)| FileKind::promised(file.path(), media.as_deref()).is_some())
        .map(|(file, _)| file)
        .take(MAX_FILES)
        .collect()
}

/// The link to the thing itself, not to its comments, its feed or its picture.
fn link_of(links: &[Link], url: &Url) -> Option<Url> {
    let of_rel = |rel: Option<&str>| {
        links.iter().filter(|link| link.target.is_none() && link.rel.as_deref() == rel).find_map(|link| web_link(url, &link.href))
    };
    of_rel(Some("alternate")).or_else(|| of_rel(None))
}

fn plain(text: &Text) -> Option<String> {
    let written = &text.content;
    let plain = if written.contains(['<', '&']) { plain::html_to_text(written) } else { clean(written).into_owned() };
    Some(one_line(&plain)).filter(|plain| !plain.is_empty())
}

mod json;

#[cfg(test)]
mod tests;
