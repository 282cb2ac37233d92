//! What lies around every handler: access, limits, headers, error pages, compression. The outermost comes last.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use super::problem::Problem;
use super::{WebState, access, pages};

/// No handler of ours works this long; one that does hangs.
const LONGEST: Duration = Duration::from_secs(30);

/// A login form is a few hundred bytes.
const MAX_BODY: usize = 64 * 1024;

/// Nothing inline, nothing foreign: what a hostile title could smuggle in has nowhere to run.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

pub(super) fn around(routes: Router<WebState>, state: WebState) -> Router {
    routes
        .layer(from_fn_with_state(state.clone(), access::guard))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(from_fn_with_state(state.clone(), as_page))
        .layer(from_fn(with_headers))
        .layer(CompressionLayer::new())
        .with_state(state)
}

/// People get a page where programs get problem+json.
async fn as_page(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let for_programs = ["/api/", "/feed.", "/calendar.ics", "/healthz", "/readyz", "/metrics"]
        .iter()
        .any(|start| request.uri().path().starts_with(start));
    let (query, path) = (request.uri().query().unwrap_or_default().to_owned(), request.uri().path().to_owned());
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Problem>() {
        Some(problem) if !for_programs => pages::error::show(&state, &problem, &path, &query),
        _ => response,
    }
}

async fn with_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        // A handler may have said something stricter or its own, as a letter's copy does.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}
