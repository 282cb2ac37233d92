//! The one error of the web's edge: RFC 9457 for programs; [`super::pages::error`] turns it into a page for people.
//! The cause goes to the log, never to the visitor.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::search::query::BadParameter;

/// An answer that is no success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub(super) struct Problem {
    /// `about:blank`, or a name of ours where there is more to say than the status.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The same for each problem of this type.
    pub title: &'static str,
    /// HTTP status.
    #[serde(serialize_with = "number")]
    #[schema(value_type = u16)]
    pub status: StatusCode,
    /// What it is this time, and what to do.
    pub detail: String,
    /// The parameter that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// All parameters that are wrong, this one first.
    #[serde(skip_serializing_if = "<[Fault]>::is_empty")]
    #[schema(value_type = Vec<Fault>)]
    pub errors: Box<[Fault]>,
    /// Seconds after which it may be tried again.
    #[serde(skip)]
    pub retry_after: Option<u64>,
}

/// One parameter that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub(super) struct Fault {
    /// Its name.
    pub parameter: String,
    /// What is wrong, and what would do.
    pub detail: String,
}

impl Problem {
    fn plain(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self {
            kind: "about:blank",
            title,
            status,
            detail: detail.into(),
            parameter: None,
            errors: Box::default(),
            retry_after: None,
        }
    }

    /// There is nothing under this address, or nothing for this reader.
    pub(super) fn not_found(what: &str) -> Self {
        Self::plain(StatusCode::NOT_FOUND, what)
    }

    /// There was something under this address that everyone could see.
    pub(super) fn gone(what: impl Into<String>) -> Self {
        Self::plain(StatusCode::GONE, what)
    }

    /// The address is right, the method is not.
    pub(super) fn method_not_allowed() -> Self {
        Self::plain(StatusCode::METHOD_NOT_ALLOWED, "This address does not take this method.")
    }

    /// Needs a session.
    pub(super) fn unauthorized() -> Self {
        Self::plain(StatusCode::UNAUTHORIZED, "This needs a staff session or a bearer token; log in at /login.")
    }

    /// Refused whoever asks.
    pub(super) fn forbidden(why: &str) -> Self {
        Self::plain(StatusCode::FORBIDDEN, why)
    }

    /// Understood, and not possible as things stand.
    pub(super) fn conflict(why: &str) -> Self {
        Self::plain(StatusCode::CONFLICT, why)
    }

    /// Too often; try again in `seconds`.
    pub(super) fn too_many(seconds: u64) -> Self {
        let detail = format!("Too many requests; try again in {seconds} seconds.");
        Self { retry_after: Some(seconds), ..Self::plain(StatusCode::TOO_MANY_REQUESTS, detail) }
    }

    /// Something that we depend on is not there at the moment.
    pub(super) fn unavailable(what: &str) -> Self {
        Self { retry_after: Some(5), ..Self::plain(StatusCode::SERVICE_UNAVAILABLE, what) }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
fn number<S: serde::Serializer>(status: &StatusCode, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_u16(status.as_u16())
}

impl From<BadParameter> for Problem {
    fn from(bad: BadParameter) -> Self {
        Self {
            kind: "urn:kolkore:problem:parameter",
            title: "A parameter cannot be followed",
            status: StatusCode::BAD_REQUEST,
            errors: std::iter::once(Fault { parameter: bad.parameter.clone(), detail: bad.detail.clone() })
                .chain(bad.others.into_iter().map(|bad| Fault { parameter: bad.parameter, detail: bad.detail }))
                .collect(),
            detail: bad.detail,
            parameter: Some(bad.parameter),
            retry_after: None,
        }
    }
}

impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Self {
        tracing::error!("a request failed: {error:#}");
        Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side; the log says what.")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(&self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"kolkore\""));
        }
        response.extensions_mut().insert(self);
        response
    }
}
