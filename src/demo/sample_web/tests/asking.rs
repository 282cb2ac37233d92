//! How these tests ask: through the router, as a request behind the gateway would arrive.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::NaiveDate;
use tower::ServiceExt as _;

use crate::demo::sample_web::SampleWeb;

/// What came back.
pub(super) struct Got {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Got {
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

pub(super) fn config() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("config")
}

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

pub(super) fn web_on(today: NaiveDate) -> SampleWeb {
    SampleWeb::load(&config(), today).unwrap()
}

pub(super) fn router() -> Router {
    web_on(today()).router()
}

/// Asks for `https://…` the way a client behind the gateway does.
pub(super) async fn get(router: &Router, url: &str) -> Got {
    send(router, Request::get(behind_gateway(url)).body(Body::empty()).unwrap()).await
}

pub(super) async fn send(router: &Router, request: Request<Body>) -> Got {
    let response = router.clone().oneshot(request).await.unwrap();
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    Got { status: head.status, headers: head.headers, text: String::from_utf8(body.to_vec()).unwrap() }
}

pub(super) fn behind_gateway(url: &str) -> String {
    format!("/{}", url.replacen("://", "/", 1))
}
