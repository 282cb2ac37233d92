//! An item's own page: its main text and the fields that the list leaves out.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use url::Url;

use super::article::{article, heading};
use super::reading::Complaint;
use super::shell::{is_home_instead, is_shell};
use super::text::media_type;
use super::{decode, embedded, html, list};
use crate::finding::{Finding, field};
use crate::page::Page;
use crate::source::{Css, Detail};

/// The longest page of a call that we know has 400 kB. A tree of more than this takes a second and fifty megabytes to build, for
/// each item of a list that leads to such pages.
const LONGEST_PAGE: usize = 2_000_000;

/// What is said of a page that is none; an answer of 200 is not success.
pub(super) const NO_SUCH_PAGE: &str = "says that there is no such page, with status 200";

/// Likewise.
pub(super) const HOME_INSTEAD: &str = "leads to the site's home page: the page itself is probably gone, look for its new address";

/// Reads an item's page by the roadmap's selectors.
pub(super) fn read(finding: Finding, detail: Option<&Detail>, page: &Page) -> (Finding, Vec<Complaint>) {
    let Some(detail) = detail else { return (finding, Vec::new()) };
    apply(finding, detail.body.as_ref(), detail.title.as_ref(), &detail.fields, page)
}

/// Reads only the main text of an item's page.
pub(super) fn body_of(finding: Finding, body: Option<&Css>, page: &Page) -> (Finding, Vec<Complaint>) {
    apply(finding, body, None, &BTreeMap::new(), page)
}

fn apply(
    mut finding: Finding,
    body: Option<&Css>,
    title: Option<&Css>,
    fields: &BTreeMap<String, Css>,
    page: &Page,
) -> (Finding, Vec<Complaint>) {
    let place = format!("page of {}", finding.key);
    let written = match own_text(page) {
        Ok(written) => written,
        Err(what) => return (finding, vec![Complaint::fatal(place, what)]),
    };
    let document = html::document(&written);
    if is_shell(&document) {
        return (finding, vec![Complaint::fatal(place, NO_SUCH_PAGE)]);
    }
    if Url::parse(&finding.url).is_ok_and(|asked| is_home_instead(&asked, &page.url)) {
        return (finding, vec![Complaint::fatal(place, HOME_INSTEAD)]);
    }
    let base = html::base_of(&document, &page.url);
    let mut complaints = Vec::new();

    if finding.lang.is_none() {
        finding.lang = html::declared_lang(&document);
    }
    if let Some(css) = title {
        match list::values(document.root_element(), css).into_iter().next() {
            Some(title) => finding.title = title,
            None => complaints.push(Complaint::new(format!("{place}, title"), format!("`{}` matches nothing", css.written))),
        }
    }
    if finding.title.is_empty() {
        // A site map gives none.
        finding.title = heading(&document);
    }
    for (name, css) in fields {
        let values = list::field_values(document.root_element(), css, &base);
        if !values.is_empty() {
            finding.fields.insert(name.clone(), values);
        }
    }
    match body.map(|css| (css, list::inner(document.root_element(), css, &base))) {
        Some((_, Some(inner))) => {
            finding.html = Some(inner);
            finding.text = None;
        }
        found => {
            if let Some((css, _)) = found {
                complaints.push(Complaint::new(
                    format!("{place}, body"),
                    format!("`{}` matches nothing; found by likeness", css.written),
                ));
            }
            by_likeness(&mut finding, &written, page, &place, &mut complaints);
        }
    }
    embedded::complete(&mut finding, &document);
    if finding.html.is_none() && finding.text.is_none() {
        // A page that scripts make may at least say to machines what it is about.
        finding.text = finding.field(field::DESCRIPTION).map(str::to_owned);
    }
    (finding, complaints)
}

fn by_likeness(finding: &mut Finding, written: &str, page: &Page, place: &str, complaints: &mut Vec<Complaint>) {
    let found = article(written, &page.url);
    if found.text.is_empty() {
        complaints.push(Complaint::fatal(place, "has no text of its own (made by scripts?)"));
        return;
    }
    finding.text = Some(found.text);
    finding.html = None;
    // A day to come is the day of what the page announces.
    let is_to_come = |written: &String| {
        let day = written.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        day.is_some_and(|day| day > page.fetched_at.date_naive())
    };
    if let Some(published) = found.published.filter(|published| !is_to_come(published)) {
        finding.fields.entry(field::PUBLISHED.to_owned()).or_insert_with(|| vec![published]);
    }
}

/// An item's own page as text, when it is a web page of a length that such pages have.
pub(super) fn own_text(page: &Page) -> Result<String, String> {
    if page.body.len() > LONGEST_PAGE {
        return Err(format!("has {} bytes: it is no page of one call, and was not read", page.body.len()));
    }
    page_text(page)
}

/// The page as text, when it is a web page.
pub(super) fn page_text(page: &Page) -> Result<String, String> {
    let media = media_type(page.content_type.as_deref().unwrap_or_default());
    let is_html = media.is_empty() || media.contains("html") || media == "text/plain" || media.ends_with("xml");
    if !is_html || page.body.starts_with(b"%PDF") {
        return Err(format!("is no web page but {}", if media.is_empty() { "a PDF" } else { &media }));
    }
    Ok(decode::html(page).text)
}
