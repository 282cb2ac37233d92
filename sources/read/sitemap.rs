//! A site map (sitemaps.org): the addresses that a site lists itself, each of which is an item with a page of its own.
//! Indexes, plain lists of addresses and gzip are read too. Knows nothing of what stands on the pages.

use std::io::Read as _;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use flate2::read::GzDecoder;
use url::Url;

use super::address::{canonical, web_link};
use super::lenient::token::{Token, Tokens};
use super::reading::{Found, MAX_ITEMS, Reading, beginning};
use super::text::one_line;
use super::{decode, years};
use crate::finding::Finding;
use crate::page::{Page, Request};
use crate::source::{Sitemap, Source};

/// The protocol allows 50 MB; half of it holds more addresses than any source of ours has pages.
const MAX_UNPACKED: u64 = 25_000_000;

/// Files of one index: at 50,000 addresses a file no site of ours needs more.
const MAX_PARTS: usize = 100;

/// One `<url>` or `<sitemap>`.
#[derive(Debug, Default, PartialEq)]
struct Entry {
    is_part: bool,
    loc: String,
    lastmod: String,
    title: String,
}

impl Entry {
    fn is_one(&self) -> bool {
        !self.loc.trim().is_empty()
    }
}

/// What a file lists.
#[derive(Debug, Default)]
struct Map {
    entries: Vec<Entry>,
    /// It ends before it is closed.
    is_cut: bool,
}

pub(super) fn first_requests(sitemap: &Sitemap, today: NaiveDate) -> Vec<Request> {
    years::requests(&sitemap.url, today)
}

pub(super) fn read(source: &Source, sitemap: &Sitemap, page: &Page) -> Reading {
    let text = match text_of(page) {
        Ok(text) => text,
        Err(what) => return Reading::failure("page", what),
    };
    let Map { entries, is_cut } = match entries(&text) {
        Ok(map) => map,
        Err(what) => return Reading::failure("page", what),
    };
    let mut reading = Reading::default();
    if is_cut {
        reading.break_off("breaks off before the site map's end; it is asked for in full at the next visit");
    }
    let has_pages = entries.iter().any(|entry| !entry.is_part);
    let oldest = sitemap.max_age_days.map(|days| page.fetched_at - TimeDelta::days(i64::from(days)));
    for (number, entry) in entries.into_iter().enumerate() {
        let place = format!("{} {}", if entry.is_part { "sitemap" } else { "url" }, number + 1);
        let Some(url) = web_link(&page.url, &entry.loc).filter(|url| same_site(url, &page.url)) else {
            reading.complain(place, format!("`{}` is no address of this site", one_line(&entry.loc)));
            continue;
        };
        let changed = moment(&entry.lastmod);
        let is_old = changed.zip(oldest).is_some_and(|(changed, oldest)| changed < oldest);
        if entry.is_part {
            if reading.parts.len() == MAX_PARTS {
                reading.left(
                    "sitemapindex",
                    format!("names more than {MAX_PARTS} files; the rest was left, narrow the address in the roadmap"),
                );
                break;
            }
            // What an old file lists is listed still, whatever it is.
            reading.excerpt |= is_old;
            if !is_old {
                reading.parts.push(Request::get(url));
            }
        } else if is_wanted(sitemap, url.as_str()) {
            if reading.found.len() == MAX_ITEMS {
                reading.left("urlset", "has too many addresses that fit; the rest was left");
                break;
            }
            let into = if is_old { &mut reading.aged } else { &mut reading.found };
            into.push(found(source, entry, url, changed));
        }
    }
    reading.unmatched = has_pages && reading.found.is_empty() && reading.aged.is_empty();
    reading
}

fn found(source: &Source, entry: Entry, url: Url, changed: Option<DateTime<Utc>>) -> Found {
    let mut finding = Finding { source: source.slug.clone(), key: canonical(&url), title: entry.title, ..Finding::default() };
    if changed.is_some() {
        // When a file was touched is no day of publication: it would lend its year to days without one.
        finding.fields.insert("updated".to_owned(), vec![entry.lastmod]);
    }
    finding.url = url.to_string();
    Found { finding, detail: Some(Request::get(url)), changed, ..Found::default() }
}

fn is_wanted(sitemap: &Sitemap, address: &str) -> bool {
    let holds = |parts: &[String]| parts.iter().any(|part| address.contains(part.as_str()));
    (sitemap.include.is_empty() || holds(&sitemap.include)) && !holds(&sitemap.exclude)
}

fn same_site(a: &Url, b: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    host(a) == host(b)
}

/// The file's text, unpacked where it is a gzip file (not only sent compressed).
fn text_of(page: &Page) -> Result<String, String> {
    if !page.body.starts_with(b"\x1f\x8b") {
        return Ok(decode::xml_bytes(&page.body, page.content_type.as_deref()).text);
    }
    let mut unpacked = Vec::new();
    let mut reader = GzDecoder::new(page.body.as_slice()).take(MAX_UNPACKED + 1);
    reader.read_to_end(&mut unpacked).map_err(|error| format!("does not unpack ({error})"))?;
    if unpacked.len() as u64 > MAX_UNPACKED {
        return Err(format!("unpacks to more than {MAX_UNPACKED} bytes"));
    }
    Ok(decode::xml_bytes(&unpacked, None).text)
}

fn entries(text: &str) -> Result<Map, String> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with("http://") || text.starts_with("https://") {
        let entries = text.lines().map(|line| Entry { loc: line.trim().to_owned(), ..Entry::default() }).collect();
        return Ok(Map { entries, is_cut: false });
    }
    let mut tokens = Tokens::new(text);
    let (mut map, mut entry, mut into) = (Map::default(), None::<Entry>, None::<&'static str>);
    let mut root = None;
    while let Some(token) = tokens.next() {
        match token {
            Token::Start { name, empty: false, .. } => match local(name) {
                own @ ("urlset" | "sitemapindex") => {
                    root = Some(own);
                    map.is_cut = true;
                }
                "url" => map.entries.extend(entry.replace(Entry::default()).filter(Entry::is_one)),
                "sitemap" => {
                    map.entries.extend(entry.replace(Entry { is_part: true, ..Entry::default() }).filter(Entry::is_one));
                }
                "loc" if into.is_none() => into = Some("loc"),
                "lastmod" => into = Some("lastmod"),
                // The title of a news site map, not that of a picture or film.
                "title" if name.starts_with("news:") => into = Some("title"),
                _ => {}
            },
            Token::Start { name, .. } if matches!(local(name), "urlset" | "sitemapindex") => root = Some(local(name)),
            Token::Start { .. } => {}
            // A `&` that begins no name stands for itself: addresses are often pasted as they are.
            Token::Text(written) => put(&mut entry, into, &html_escape::decode_html_entities(written)),
            Token::Verbatim(written) => put(&mut entry, into, written),
            Token::End { name, .. } => match local(name) {
                "url" | "sitemap" => {
                    into = None;
                    map.entries.extend(entry.take().filter(Entry::is_one));
                }
                own if Some(own) == root => {
                    map.is_cut = false;
                    map.entries.extend(entry.take().filter(Entry::is_one));
                }
                _ => into = None,
            },
        }
    }
    if root.is_some() { Ok(map) } else { Err(format!("is no site map; it begins `{}`", beginning(text))) }
}

/// `image:loc` is no address of a page: only names without a prefix, or with one of the map's own, are ours.
fn local(name: &str) -> &str {
    match name.split_once(':') {
        Some(("news" | "sm" | "sitemap" | "s", name)) => name,
        Some(_) => "",
        None => name,
    }
}

fn put(entry: &mut Option<Entry>, into: Option<&str>, written: &str) {
    let Some(entry) = entry else { return };
    match into {
        Some("loc") => entry.loc.push_str(written),
        Some("lastmod") => entry.lastmod.push_str(written.trim()),
        Some("title") => entry.title.push_str(written),
        _ => {}
    }
}

/// A W3C date: with a time, or a day, which counts as changed until it is over.
fn moment(written: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(written) {
        return Some(at.to_utc());
    }
    let day: NaiveDate = written.get(..10)?.parse().ok()?;
    Some(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN).and_utc())
}

#[cfg(test)]
mod tests;
