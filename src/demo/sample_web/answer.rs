//! What goes back over the wire, with validators, and "not modified" for who has it already.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde_json::Value;
use sources::finding::short_hash;

/// One answer.
#[derive(Debug)]
pub(super) struct Answer {
    status: StatusCode,
    content_type: &'static str,
    body: String,
    /// When the site last said something new; with it the answer may be asked for conditionally.
    modified: Option<DateTime<Utc>>,
}

impl Answer {
    pub(super) fn html(body: String) -> Self {
        Self::ok("text/html; charset=utf-8", body)
    }

    pub(super) fn text(body: String) -> Self {
        Self::ok("text/plain; charset=utf-8", body)
    }

    pub(super) fn rss(body: String) -> Self {
        Self::ok("application/rss+xml; charset=utf-8", body)
    }

    pub(super) fn atom(body: String) -> Self {
        Self::ok("application/atom+xml; charset=utf-8", body)
    }

    pub(super) fn json(status: StatusCode, body: &Value) -> Self {
        Self { status, ..Self::ok("application/json", body.to_string()) }
    }

    pub(super) fn not_found() -> Self {
        Self { status: StatusCode::NOT_FOUND, ..Self::text("404 not found\n".to_owned()) }
    }

    pub(super) fn not_allowed() -> Self {
        Self { status: StatusCode::METHOD_NOT_ALLOWED, ..Self::text("405 method not allowed\n".to_owned()) }
    }

    /// A fault of ours, not of who asked.
    pub(super) fn broken(what: &impl ToString) -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, ..Self::text(what.to_string()) }
    }

    /// The same, to be asked for conditionally.
    pub(super) fn modified_at(mut self, at: DateTime<Utc>) -> Self {
        self.modified = Some(at);
        self
    }

    fn ok(content_type: &'static str, body: String) -> Self {
        Self { status: StatusCode::OK, content_type, body, modified: None }
    }

    /// For the wire: 304 without a body where the asker's validators still hold (RFC 9110, 13.2.2: the entity tag
    /// goes before the date).
    pub(super) fn to(self, asked: &HeaderMap) -> Response {
        let content_type = [(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type))];
        let Some(modified) = self.modified else {
            return (self.status, content_type, self.body).into_response();
        };
        let etag = format!("\"{}\"", short_hash(&[&self.body]));
        let validators = [
            (header::ETAG, etag.clone()),
            (header::LAST_MODIFIED, modified.format("%a, %d %b %Y %H:%M:%S GMT").to_string()),
            (header::CACHE_CONTROL, "max-age=0, must-revalidate".to_owned()),
        ];
        let unchanged = match asked.get(header::IF_NONE_MATCH).map(HeaderValue::to_str) {
            Some(tags) => tags.is_ok_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag)),
            None => asked
                .get(header::IF_MODIFIED_SINCE)
                .and_then(|since| DateTime::parse_from_rfc2822(since.to_str().ok()?).ok())
                .is_some_and(|since| modified <= since),
        };
        if unchanged {
            (StatusCode::NOT_MODIFIED, validators).into_response()
        } else {
            (self.status, validators, content_type, self.body).into_response()
        }
    }
}
