//! The server: from an address behind the gateway to the site and page that answer.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest as _, Multipart, Request, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};

use super::answer::Answer;
use super::content::{Manner, Site};
use super::sedia_query::Parts;
use super::{SampleWeb, feed, frame, json, list, published_at, robots, sedia};

/// No request of ours is longer.
const MAX_REQUEST: usize = 64 * 1024;

impl SampleWeb {
    /// All sites behind `/https/<host>/…` and `/http/<host>/…`.
    pub fn router(self) -> Router {
        Router::new().fallback(handle).with_state(Arc::new(self))
    }
}

async fn handle(State(web): State<Arc<SampleWeb>>, request: Request) -> Response {
    let Some((site, path)) = web.find(request.uri()) else {
        return Answer::not_found().to(request.headers());
    };
    let query = query(request.uri());
    let asked = request.headers().clone();
    let interface = matches!(site.manner, Manner::JsonPost | Manner::Sedia) && path == site.path;
    let answer = match (request.method().clone(), site.manner) {
        (Method::POST, Manner::Sedia) if interface => match parts(request).await {
            Ok(parts) => sedia_search(&web, site, &query, &parts),
            Err(answer) => answer,
        },
        (_, Manner::Sedia) if interface => {
            sedia::throwable(StatusCode::METHOD_NOT_ALLOWED, "Request method 'GET' is not supported")
        }
        (Method::POST, Manner::JsonPost) if interface => match to_bytes(request.into_body(), MAX_REQUEST).await {
            Ok(body) => json::post(site, &body, web.today),
            Err(_) => return StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        },
        (Method::GET | Method::HEAD, _) if !interface => web.get(site, path, request.uri(), &query),
        _ => Answer::not_allowed(),
    };
    answer.to(&asked)
}

impl SampleWeb {
    fn find<'a>(&self, uri: &'a Uri) -> Option<(&Site, &'a str)> {
        let path = uri.path();
        let rest = path.strip_prefix("/https/").or_else(|| path.strip_prefix("/http/"))?;
        let end = rest.find('/').unwrap_or(rest.len());
        let site = self.sites.get(&rest[..end])?;
        Some((site, if end == rest.len() { "/" } else { &rest[end..] }))
    }

    fn get(&self, site: &Site, path: &str, uri: &Uri, query: &HashMap<String, String>) -> Answer {
        let asked = uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
        if path == "/robots.txt" {
            return Answer::text(robots::txt(site));
        }
        if let Some(item) = site.items.iter().find(|item| site.item_path(item) == asked) {
            return rendered(frame::item(site, item, self.today), Answer::html, published_at(item, self.today));
        }
        let newest = self.newest(site);
        let number = |name: &str, default| query.get(name).map_or(Some(default), |value| value.parse().ok());
        match site.manner {
            Manner::Rss if path == site.path => rendered(feed::rss(site, self.today, newest), Answer::rss, newest),
            Manner::Atom if path == site.path => rendered(feed::atom(site, self.today, newest), Answer::atom, newest),
            Manner::Json if path == site.path => match number("start", 0) {
                Some(start) => json::get(site, start, self.today).modified_at(newest),
                None => Answer::not_found(),
            },
            _ if path == "/about/" => rendered(frame::about(site), Answer::html, newest),
            _ if path == "/" || path == site.list_path() => {
                match number("page", 1).and_then(|number| list::page(site, number, self.today)) {
                    Some(html) => rendered(html, Answer::html, newest),
                    None => Answer::not_found(),
                }
            }
            _ => Answer::not_found(),
        }
    }

    /// When the site last said something new.
    fn newest(&self, site: &Site) -> DateTime<Utc> {
        site.items.iter().map(|item| published_at(item, self.today)).max().unwrap_or(DateTime::UNIX_EPOCH)
    }
}

/// What was rendered, as what it is, to be asked for conditionally.
fn rendered(text: askama::Result<String>, as_what: fn(String) -> Answer, modified: DateTime<Utc>) -> Answer {
    match text {
        Ok(text) => as_what(text).modified_at(modified),
        Err(error) => Answer::broken(&error),
    }
}

fn query(uri: &Uri) -> HashMap<String, String> {
    url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
}

fn sedia_search(web: &SampleWeb, site: &Site, query: &HashMap<String, String>, parts: &Parts) -> Answer {
    if query.get("apiKey").map(String::as_str) != Some("SEDIA") {
        return sedia::throwable(StatusCode::UNAUTHORIZED, "unknown apiKey");
    }
    let number = |name: &str, default| query.get(name).and_then(|value| value.parse().ok()).unwrap_or(default);
    sedia::search(site, parts, number("pageSize", 10), number("pageNumber", 1), web.today)
}

/// The parts of a multipart request; a request of another type has none, and so no query.
async fn parts(request: Request) -> Result<Parts, Answer> {
    let refused = |what: String| sedia::throwable(StatusCode::INTERNAL_SERVER_ERROR, &what);
    let mut read = Parts::default();
    let multipart =
        request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !multipart {
        return Ok(read);
    }
    let (head, body) = request.into_parts();
    let body = to_bytes(body, MAX_REQUEST).await.map_err(|error| refused(error.to_string()))?;
    let mut multipart = Multipart::from_request(Request::from_parts(head, axum::body::Body::from(body)), &())
        .await
        .map_err(|error| refused(error.to_string()))?;
    while let Some(field) = multipart.next_field().await.map_err(|error| refused(error.to_string()))? {
        let name = field.name().unwrap_or_default().to_owned();
        if field.content_type() != Some("application/json") {
            return Err(refused("Content-Type 'application/octet-stream' is not supported".to_owned()));
        }
        let json: Bytes = field.bytes().await.map_err(|error| refused(error.to_string()))?;
        let taken = std::str::from_utf8(&json).map_err(|error| error.to_string());
        taken.and_then(|json| read.take(&name, json).map_err(|error| error.to_string())).map_err(refused)?;
    }
    Ok(read)
}
