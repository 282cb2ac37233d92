//! One page that changes: one item, whose text is the page's without what changes by itself.
//! Knows nothing of earlier visits: whether the text is new is for whoever keeps it to see.

mod noise;
mod related;

use chrono::NaiveDate;

use super::address::canonical;
use super::detail::HOME_INSTEAD;
use super::reading::{Found, Reading};
use super::shell::is_home_instead;
use super::{detail, plain, years};
use crate::finding::{Finding, field};
use crate::page::{Page, Request};
use crate::source::{Source, Watched};

pub(super) fn first_requests(watched: &Watched, today: NaiveDate) -> Vec<Request> {
    years::requests(&watched.url, today)
}

/// The page's key is the address that was asked for: a detour, or a new home, does not make another item of it.
pub(super) fn read(source: &Source, watched: &Watched, request: &Request, page: &Page) -> Reading {
    if is_home_instead(&request.url, &page.url) {
        return Reading::failure("page", HOME_INSTEAD);
    }
    let url = page.moved_to.as_ref().unwrap_or(&request.url).to_string();
    let bare = Finding { source: source.slug.clone(), key: canonical(&request.url), url, ..Finding::default() };
    let cleaned = detail::own_text(page).ok().and_then(|written| related::without_boxes(&written)).map(|body| Page {
        body: body.into_bytes(),
        content_type: Some("text/html; charset=utf-8".to_owned()),
        ..page.clone()
    });
    let (mut finding, complaints) = detail::read(bare, Some(&watched.detail), cleaned.as_ref().unwrap_or(page));
    let text = finding.html.take().map(|html| plain::html_to_text(&html)).or(finding.text.take());
    let today = page.fetched_at.date_naive();
    finding.text = text.map(|text| noise::without(&text, today)).filter(|text| !text.is_empty());
    let mut reading = Reading { complaints, ..Reading::default() };
    // What a page says of itself to machines stays as it is while the page changes.
    let says_nothing = finding.text.is_none() || finding.text.as_deref() == finding.field(field::DESCRIPTION);
    if says_nothing || finding.title.is_empty() {
        reading.fail("page", "has no text and title that could be watched");
        return reading;
    }
    reading.found.push(Found { finding, ..Found::default() });
    reading
}

#[cfg(test)]
mod tests;
