//! Bytes in, findings out: reads what a source answered, by its shape.
//! Pure: opens nothing, keeps nothing, asks no clock.

pub mod address;
pub mod apart;
pub mod article;
pub mod attachment;
pub mod decode;
mod detail;
mod embedded;
pub mod feed;
mod govil;
mod govuk;
mod grants_gov;
pub mod html;
mod json;
mod lenient;
mod list;
mod mail;
pub(crate) mod nesting;
mod paging;
pub mod plain;
mod prescan;
mod reading;
pub mod reservation;
mod sedia;
mod shell;
mod sitemap;
pub mod text;
mod visible;
mod watched;
mod years;

use chrono::NaiveDate;

pub use reading::{Complaint, File, FileAt, Found, Reading};

use crate::finding::Finding;
use crate::page::{Page, Request};
use crate::source::{Engine, Shape, Source};

/// What to ask a source for at the start of a visit; nothing of a `mail` or `manual` one.
///
/// More than one only where the address has a `{year}`: this year's first. One of them may be gone, or not there yet.
pub fn first_requests(source: &Source, today: NaiveDate) -> Vec<Request> {
    match &source.shape {
        Shape::Feed(feed) => feed::first_requests(feed, today),
        Shape::List(list) => years::requests(&list.url, today),
        Shape::Json(json) => json::first_requests(json, today),
        Shape::Bespoke(bespoke) => match bespoke.engine {
            Engine::Sedia => sedia::first_request(bespoke),
            Engine::GrantsGov => grants_gov::first_request(bespoke),
            Engine::Govuk => govuk::first_request(bespoke),
            Engine::Govil => govil::first_request(bespoke),
        }
        .into_iter()
        .collect(),
        Shape::Sitemap(sitemap) => sitemap::first_requests(sitemap, today),
        Shape::Page(watched) => watched::first_requests(watched, today),
        Shape::Mail(_) | Shape::Manual(_) => Vec::new(),
    }
}

/// What the answer to one request holds. A broken item costs that item, never the page.
pub fn read(source: &Source, request: &Request, page: &Page) -> Reading {
    let mut reading = read_shape(source, request, page);
    // Of letters and interfaces of their own, the key is what says which item it is.
    if matches!(source.shape, Shape::Feed(_) | Shape::List(_) | Shape::Json(_)) {
        apart::tell_apart(&mut reading);
    }
    // Where an item has a page of its own, its files are looked for there.
    for found in reading.found.iter_mut().filter(|found| found.detail.is_none()) {
        let of_item = matches!(source.shape, Shape::Page(_)).then_some(page);
        found.files.extend(linked_files(source, &found.finding, of_item));
    }
    reading
}

/// The files that an item, and its own page if it has one, lead to: none unless the roadmap asks for them.
pub fn linked_files(source: &Source, finding: &Finding, page: Option<&Page>) -> Vec<File> {
    match (source.attachments, &source.shape) {
        // What is linked in a letter is somebody's page; what is attached to it came along.
        (0, _) | (_, Shape::Mail(_)) => Vec::new(),
        (most, _) => attachment::linked_files(finding, page, most),
    }
}

fn read_shape(source: &Source, request: &Request, page: &Page) -> Reading {
    match &source.shape {
        Shape::Feed(feed) => feed::read(source, feed, request, page),
        Shape::List(list) => list::read(source, list, request, page),
        Shape::Json(json) => json::read(source, json, request, page),
        Shape::Bespoke(bespoke) => match bespoke.engine {
            Engine::Sedia => sedia::read(source, bespoke, request, page),
            Engine::GrantsGov => grants_gov::read(source, bespoke, request, page),
            Engine::Govuk => govuk::read(source, bespoke, page),
            Engine::Govil => govil::read(source, bespoke, request, page),
        },
        Shape::Sitemap(sitemap) => sitemap::read(source, sitemap, page),
        Shape::Page(watched) => watched::read(source, watched, request, page),
        Shape::Mail(_) => mail::read(source, page),
        Shape::Manual(_) => Reading::failure("source", "is entered by hand: there is nothing to read"),
    }
}

/// The finding with what its own page adds. Where the page is not what it should be, one complaint is fatal: nothing of it counts.
pub fn read_detail(source: &Source, finding: Finding, page: &Page) -> (Finding, Vec<Complaint>) {
    match &source.shape {
        Shape::Feed(feed) => detail::body_of(finding, feed.body.as_ref(), page),
        Shape::List(list) => detail::read(finding, list.detail.as_ref(), page),
        Shape::Json(json) => detail::read(finding, json.detail.as_ref(), page),
        Shape::Sitemap(sitemap) => detail::read(finding, Some(&sitemap.detail), page),
        Shape::Bespoke(bespoke) => match bespoke.engine {
            Engine::GrantsGov => grants_gov::read_detail(finding, page),
            Engine::Govuk => govuk::read_detail(finding, page),
            Engine::Govil => detail::read(finding, bespoke.detail.as_ref(), page),
            Engine::Sedia => sedia::read_detail(finding, page),
        },
        Shape::Page(_) | Shape::Mail(_) | Shape::Manual(_) => (finding, Vec::new()),
    }
}

#[cfg(test)]
mod tests;
