//! What lies around every handler: access, limits, headers, error pages, compression. The outermost comes last.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};
use tower_http::timeout::TimeoutLayer;

use super::limit::{self, Limits};
use super::problem::Problem;
use super::versions::{self, Memory};
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

/// A browser asks once a day whether another site's script may read.
const CORS_AGE: Duration = Duration::from_hours(24);

pub(super) fn around(reads: Router<WebState>, rest: Router<WebState>, state: WebState) -> Router {
    let limits = Arc::new(Limits::of(&state.settings.web));
    let memory = Memory { versions: Arc::default(), clock: state.clock.clone() };
    let admitted = |routes: Router<WebState>| {
        routes
            .layer(from_fn_with_state(state.clone(), access::guard))
            .layer(from_fn_with_state(Arc::clone(&limits), limit::per_client))
    };
    let reads = admitted(reads.layer(from_fn_with_state(memory, versions::tell))).layer(for_any_site());
    admitted(rest)
        .merge(reads)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(from_fn_with_state(state.clone(), as_page))
        .layer(from_fn(with_headers))
        .layer(CompressionLayer::new())
        .with_state(state)
}

/// Any site's script may read what is public, and sees the headers that harvesting needs; never with cookies or tokens.
fn for_any_site() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::ACCEPT, header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE])
        .expose_headers([header::ETAG, header::LAST_MODIFIED, header::LINK, header::RETRY_AFTER])
        .max_age(CORS_AGE)
        // The answer is the same for every site.
        .vary([])
}

/// People get a page where programs get problem+json.
async fn as_page(State(state): State<WebState>, request: Request, next: Next) -> Response {
    let for_programs = ["/api/", "/common-grants/", "/feed.", "/healthz", "/readyz", "/metrics"]
        .iter()
        .any(|start| request.uri().path().starts_with(start))
        || request.uri().path().ends_with("/calendar.ics");
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
