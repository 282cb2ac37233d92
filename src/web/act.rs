//! What a reader of a letter does without a login: through signed links, on a page that asks first. A GET shows, a POST acts.
//! Whoever may do what stands in the token alone ([`crate::act`]); a link that grants nothing looks like one that never was.

pub(super) mod confirm;
pub(super) mod letter;
pub(super) mod target;

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

use crate::web::problem::Problem;

/// Every text of these pages, for [`crate::i18n::I18n::require`].
pub(crate) const KEYS: &[&str] = &[
    "act.ask.interested",
    "act.ask.not_for_us",
    "act.ask.not_for_us_once",
    "act.ask.applied",
    "act.ask.won",
    "act.ask.attended",
    "act.ask.not_won",
    "act.ask.need_partner",
    "act.ask.ask_office",
    "act.ask.unsubscribe",
    "act.done.interested",
    "act.done.not_for_us",
    "act.done.not_for_us_once",
    "act.done.applied",
    "act.done.won",
    "act.done.attended",
    "act.done.not_won",
    "act.done.need_partner",
    "act.done.ask_office",
    "act.done.unsubscribe",
    "act.undone",
    "act.no_sum",
    "act.sum",
    "act.currency",
    "act.confirm",
    "act.undo",
    "act.note",
    "act.again",
    "act.others",
    "act.for",
];

pub(super) fn unknown() -> Problem {
    Problem::not_found("This link is not one of ours, or it is no longer valid; use the newest letter, or answer it.")
}

/// Neither kept by a cache nor found by a search engine: the address itself is the permission.
pub(super) fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    response
}

#[cfg(test)]
mod tests;
