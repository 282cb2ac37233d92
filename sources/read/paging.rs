//! `{page}` and `{offset}` in a JSON source's address or body: which page was this, and which is next?

use chrono::NaiveDate;
use url::Url;

use super::years;
use crate::page::{Body, Request};
use crate::source::Json;

/// Stands in for the number while an address is normalised; no address has it by itself.
const MARK: &str = "7046029254386353131";

/// The request for one page of a source.
pub(super) fn request(json: &Json, address: &str, number: u32) -> Option<Request> {
    let fill = |text: &str| text.replace("{page}", &number.to_string()).replace("{offset}", &number.to_string());
    Some(Request {
        url: Url::parse(&fill(address)).ok()?,
        body: json.body.as_deref().map(|body| Body::Json(fill(body))),
        headers: json.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
    })
}

/// The request after `request`, whose page had `items` items of `total`.
///
/// Without a total a page that is not full is the last. With one it need not be: a server may give fewer at a time than it was asked
/// for, and whoever has counted what came of all pages stops at the total.
pub(super) fn next(json: &Json, request: &Request, items: usize, total: Option<u64>, today: NaiveDate) -> Option<Request> {
    let paging = json.paging?;
    let items = u32::try_from(items).ok()?;
    if items == 0 || total.is_none() && items < paging.size {
        return None;
    }
    let counts_items = json.url.contains("{offset}") || json.body.as_deref().is_some_and(|body| body.contains("{offset}"));
    let (address, number) = years::expand(&json.url, today).into_iter().find_map(|address| {
        let number = number_in(json, &address, request)?;
        Some((address, number))
    })?;
    let since_first = u64::from(number.saturating_sub(paging.first));
    let is_full = items >= paging.size;
    let had = match counts_items {
        true => since_first + u64::from(items),
        false if is_full => (since_first + 1) * u64::from(paging.size),
        false if since_first == 0 => u64::from(items),
        false => 0,
    };
    if total.is_some_and(|total| had >= total) {
        return None;
    }
    let step = if counts_items { items } else { 1 };
    self::request(json, &address, number.checked_add(step)?)
}

/// The number that the request has where its template has `{page}` or `{offset}`.
fn number_in(json: &Json, address: &str, request: &Request) -> Option<u32> {
    let mark = |text: &str| text.replace("{page}", MARK).replace("{offset}", MARK);
    let marked = Url::parse(&mark(address)).ok()?;
    if marked.as_str().contains(MARK) {
        return digits_at(marked.as_str(), request.url.as_str());
    }
    match &request.body {
        Some(Body::Json(body)) if marked == request.url => digits_at(&mark(json.body.as_deref()?), body),
        _ => None,
    }
}

/// `{page}` in an address alone (a feed's): the address after `request`'s.
pub(super) fn next_in_address(address: &str, request: &Request) -> Option<Request> {
    let marked = Url::parse(&address.replace("{page}", MARK)).ok()?;
    let number = digits_at(marked.as_str(), request.url.as_str())?;
    Url::parse(&address.replace("{page}", &number.checked_add(1)?.to_string())).ok().map(Request::get)
}

fn digits_at(marked: &str, text: &str) -> Option<u32> {
    let (before, _) = marked.split_once(MARK)?;
    let rest = text.strip_prefix(before)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}
