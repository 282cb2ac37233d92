//! What a server answered: a page, a redirect, "not modified", a plea for patience, or a refusal.

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, ETAG, HeaderMap, HeaderName, LAST_MODIFIED, LOCATION, RETRY_AFTER};
use url::Url;

use crate::fetch::body::Body;
use crate::fetch::challenge;
use crate::fetch::error::FetchError;
use crate::fetch::tdm::{Declared, Reservation};
use crate::page::Validators;

/// One answer, read and bounded.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
}

impl Answer {
    /// The site does not want us: by status, or with a page that wants proof of a human.
    pub(super) fn refusal(&self, url: &Url) -> Option<FetchError> {
        let challenge = challenge::sign(|name| self.headers.get(name).and_then(|value| value.to_str().ok()), &self.body.bytes);
        let sign = match (challenge, self.status.as_u16()) {
            (Some(whose), status) => format!("{whose}, status {status}"),
            (None, status @ (401 | 403)) => format!("status {status}"),
            (None, _) => return None,
        };
        Some(FetchError::Blocked { url: url.to_string(), sign })
    }

    /// The host asks for patience, whether or not it says how long.
    pub(super) fn is_busy(&self) -> bool {
        matches!(self.status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
    }

    pub(super) fn retry_after(&self) -> Option<String> {
        self.text(&RETRY_AFTER)
    }

    /// Where it redirects to.
    pub(super) fn location(&self) -> Option<String> {
        matches!(self.status.as_u16(), 301 | 302 | 303 | 307 | 308).then(|| self.text(&LOCATION)).flatten()
    }

    pub(super) fn content_type(&self) -> Option<String> {
        self.text(&CONTENT_TYPE)
    }

    /// What the header says of text and data mining.
    pub(super) fn reservation(&self) -> Option<Reservation> {
        let text = |name: &str| self.headers.get(name).and_then(|value| value.to_str().ok());
        Reservation::read(text("tdm-reservation")?, text("tdm-policy"), Declared::Header)
    }

    pub(super) fn validators(&self) -> Validators {
        Validators { etag: self.text(&ETAG), last_modified: self.text(&LAST_MODIFIED) }
    }

    /// A status that gives nothing: neither success, nor a redirect that leads somewhere, nor "not modified".
    pub(super) fn failure(&self, url: &Url) -> Option<FetchError> {
        let url = || url.to_string();
        match self.status.as_u16() {
            200..=299 | 304 => None,
            404 => Some(FetchError::NotFound { url: url() }),
            410 => Some(FetchError::Gone { url: url() }),
            _ if self.location().is_some() => None,
            status => Some(FetchError::Status { url: url(), status }),
        }
    }

    /// Headers may hold any bytes; what is no text is replaced, never refused.
    fn text(&self, name: &HeaderName) -> Option<String> {
        self.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
    }
}
