//! Asking again for what is already known (RFC 9110, 13): public reads carry `ETag` and `Last-Modified`, and who asks with them gets
//! 304 and no body as long as the answer is the same.
//!
//! The tag is a hash of the answer itself. Change numbers would be cheaper and wrong: a call that closes changes answers without any
//! record having changed. It is weak, for the bytes on the wire differ with compression while the answer does not.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, SubsecRound as _, Utc};
use sha2::{Digest as _, Sha256};

use super::access::Viewer;
use super::problem::Problem;
use crate::clock::Clock;

/// Answers whose age is remembered; beyond it all are forgotten, and who asks by date alone gets each once more.
const MOST_ANSWERS: usize = 10_000;

/// Handlers have their answers in memory before they give them out; none is nearly as long.
const MAX_BODY: usize = 64 << 20;

type Hash = [u8; 32];

/// Since when each address has been answered as it is now.
#[derive(Default)]
pub(super) struct Versions(Mutex<HashMap<Hash, Version>>);

#[derive(Clone, Copy)]
struct Version {
    answer: Hash,
    first: DateTime<Utc>,
    /// None where the answer before was given in the same second: a date cannot tell the two apart.
    since: Option<DateTime<Utc>>,
}

impl Versions {
    fn since(&self, address: Hash, answer: Hash, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let now = now.trunc_subsecs(0);
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_ANSWERS && !known.contains_key(&address) {
            known.clear();
        }
        let before = known.get(&address).copied();
        let version = match before {
            Some(same) if same.answer == answer => same,
            other => Version { answer, first: now, since: Some(now).filter(|now| other.is_none_or(|other| other.first < *now)) },
        };
        known.insert(address, version);
        version.since
    }
}

/// What the layer needs.
#[derive(Clone)]
pub(super) struct Memory {
    pub(super) versions: Arc<Versions>,
    pub(super) clock: Clock,
}

/// Puts the two validators on a successful answer, and leaves its body away where the asker has it.
pub(super) async fn tell(State(memory): State<Memory>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return next.run(request).await;
    }
    let is_staff = request.extensions().get::<Viewer>().is_some_and(|viewer| viewer.name().is_some());
    let asked = Asked::of(request.headers());
    let address: Hash = Sha256::new()
        .chain_update([u8::from(is_staff)])
        .chain_update(request.uri().path_and_query().map_or("", |path| path.as_str()))
        .finalize()
        .into();
    let (method, mut get) = (request.method().clone(), request);
    // The tag of a HEAD is that of the GET; the server leaves the body away.
    *get.method_mut() = Method::GET;
    let response = next.run(get).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = match axum::body::to_bytes(body, MAX_BODY).await {
        Ok(body) => body,
        Err(error) => return Problem::from(anyhow::Error::from(error).context("an answer could not be read")).into_response(),
    };
    let answer: Hash = Sha256::digest(&body).into();
    let tag = tag(&answer);
    let since = memory.versions.since(address, answer, memory.clock.now());
    if asked.has(&tag, since) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_DISPOSITION);
    }
    put(&mut parts.headers, header::ETAG, Some(&tag));
    put(&mut parts.headers, header::LAST_MODIFIED, since.map(date).as_deref());
    // Kept by whoever likes, and asked for again before use; what staff see is theirs alone.
    let keep = if is_staff { "private, no-cache" } else { "no-cache" };
    put(&mut parts.headers, header::CACHE_CONTROL, Some(keep));
    parts.headers.append(header::VARY, HeaderValue::from_static("cookie, authorization"));
    let has_body = parts.status == StatusCode::OK && method == Method::GET;
    if method == Method::HEAD && parts.status == StatusCode::OK {
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    } else {
        parts.headers.remove(header::CONTENT_LENGTH);
    }
    Response::from_parts(parts, Body::from(if has_body { body } else { Bytes::new() }))
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: Option<&str>) {
    if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
        headers.insert(name, value);
    }
}

/// The beginning of the hash: nobody gives 2^64 answers under one address.
fn tag(answer: &Hash) -> String {
    let beginning = answer.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("W/\"{beginning:016x}\"")
}

fn date(at: DateTime<Utc>) -> String {
    httpdate::fmt_http_date(SystemTime::from(at))
}

/// What the asker says that it has.
struct Asked {
    tags: Vec<String>,
    since: Option<DateTime<Utc>>,
}

impl Asked {
    fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
        let tags = lines.flat_map(|line| line.split(',')).map(|tag| opaque(tag.trim()).to_owned()).collect();
        let since = headers.get(header::IF_MODIFIED_SINCE).and_then(|line| line.to_str().ok());
        let since = since.and_then(|date| httpdate::parse_http_date(date).ok()).map(DateTime::<Utc>::from);
        Self { tags, since }
    }

    /// A tag outweighs a date. A date is ours or a later one (RFC 9110, 13.1.3): since then nothing else was answered.
    fn has(&self, tag: &str, since: Option<DateTime<Utc>>) -> bool {
        if self.tags.is_empty() {
            return since.is_some_and(|since| self.since.is_some_and(|asked| asked >= since));
        }
        self.tags.iter().any(|known| known == "*" || known == opaque(tag))
    }
}

/// The weak comparison: `W/` is left away on both sides.
fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn an_answer_is_as_old_as_its_first_time() {
        let versions = Versions::default();
        let start = DateTime::UNIX_EPOCH;
        let later = |seconds| start + TimeDelta::seconds(seconds);
        assert_eq!(versions.since([0; 32], [1; 32], start), Some(start));
        assert_eq!(versions.since([0; 32], [1; 32], later(9)), Some(start));
        assert_eq!(versions.since([0; 32], [2; 32], later(10)), Some(later(10)));
        assert_eq!(versions.since([9; 32], [2; 32], later(11)), Some(later(11)));
    }

    #[test]
    fn two_answers_of_one_second_are_not_told_apart_by_a_date() {
        let versions = Versions::default();
        let start = DateTime::UNIX_EPOCH;
        assert_eq!(versions.since([0; 32], [1; 32], start), Some(start));
        assert_eq!(versions.since([0; 32], [2; 32], start + TimeDelta::milliseconds(700)), None);
        assert_eq!(versions.since([0; 32], [2; 32], start + TimeDelta::seconds(5)), None);
    }

    #[test]
    fn a_tag_outweighs_a_date() {
        let day = |n| DateTime::UNIX_EPOCH + TimeDelta::days(n);
        let asked = |tags: &[&str], since: Option<i64>| Asked {
            tags: tags.iter().map(|tag| opaque(tag).to_owned()).collect(),
            since: since.map(day),
        };
        assert!(asked(&["W/\"a\"", "\"b\""], None).has("W/\"b\"", None));
        assert!(asked(&["*"], None).has("W/\"b\"", None));
        assert!(!asked(&["\"a\""], Some(2)).has("W/\"b\"", Some(day(2))));
        for (since, has) in [(Some(1), false), (Some(2), true), (Some(3), true), (None, false)] {
            assert_eq!(asked(&[], since).has("W/\"b\"", Some(day(2))), has, "{since:?}");
        }
        assert!(!asked(&[], Some(9)).has("W/\"b\"", None));
    }
}
