//! A request to a source, and what came back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::fetch::tdm::Reservation;
use crate::finding::{short_hash, short_hex};

/// What to ask a source for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Absolute address, as the source's own web knows it (never the gateway's).
    pub url: Url,
    /// Sent as a POST when there is one, else a GET.
    pub body: Option<Body>,
    /// Further headers that the interface wants (an API's client id, say).
    #[serde(default)]
    pub headers: Vec<(String, String)>,
}

/// The body of a POST.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// `application/json`.
    Json(String),
    /// `multipart/form-data`, each part by name, of type `application/json`.
    JsonParts(Vec<(String, String)>),
}

/// What lets a server answer "not modified" (RFC 9110, 13): kept verbatim, sent back verbatim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validators {
    /// `ETag`, quotes and weakness mark included.
    pub etag: Option<String>,
    /// `Last-Modified` as it came.
    pub last_modified: Option<String>,
}

/// What came back, decompressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The address after redirects.
    pub url: Url,
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// `Content-Type` as it came.
    pub content_type: Option<String>,
    /// Decompressed and bounded.
    pub body: Vec<u8>,
    /// For the next visit.
    pub validators: Validators,
    /// Where a chain of permanent redirects (301, 308) ended, when the whole chain was permanent.
    pub moved_to: Option<Url>,
    /// What its header says of text and data mining.
    pub reservation: Option<Reservation>,
    /// When it was fetched.
    pub fetched_at: DateTime<Utc>,
}

impl Request {
    /// A plain GET.
    pub fn get(url: Url) -> Self {
        Self { url, body: None, headers: Vec::new() }
    }

    /// The same request on another day has the same key.
    pub fn key(&self) -> String {
        let body = self.body.as_ref().map(|body| serde_json::to_string(body).expect("a body is text, which always serialises"));
        let body = body.unwrap_or_default();
        short_hash(&[self.url.as_str(), &body])
    }
}

/// The hash under which a page's bytes are kept: address and body, so that one answer at two addresses is two pages.
pub fn body_hash(page: &Page) -> String {
    use sha2::{Digest as _, Sha256};
    let mut hash = Sha256::new();
    hash.update(page.url.as_str().as_bytes());
    hash.update(b"\n");
    hash.update(&page.body);
    short_hex(hash)
}

/// The hash of a file's bytes alone: the same file at two addresses is one.
pub fn bytes_hash(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    short_hex(Sha256::new_with_prefix(bytes))
}
