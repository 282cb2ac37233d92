//! Who may use which address. Default-deny: an address that is not in the table is refused, whoever asks.
//! Also whether a request that changes something comes from our own pages.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::WebState;
use super::problem::Problem;
use super::staff::session;
use crate::search::query::Reader;
use crate::store::User;

/// Who may use an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// Anyone.
    Public,
    /// A member of staff, whatever the role.
    Staff,
    /// Whoever holds the token in the address: it is the whole permission, so that no session is looked at and no other site can forge
    /// what it does not know. Mail programs, which send no `Origin`, post here (RFC 8058).
    Token,
}

/// One row: method, pattern, who.
pub(super) const TABLE: &[(Method, &str, Access)] = &[
    (Method::GET, "/", Access::Public),
    (Method::GET, "/o/{id}", Access::Public),
    (Method::GET, "/sources", Access::Public),
    (Method::GET, "/assets/{name}", Access::Public),
    (Method::GET, "/favicon.ico", Access::Public),
    (Method::GET, "/act/{token}", Access::Token),
    (Method::POST, "/act/{token}", Access::Token),
    (Method::GET, "/letter/{token}", Access::Token),
    (Method::GET, "/mayor/{token}", Access::Token),
    (Method::GET, "/profile/{token}", Access::Token),
    (Method::POST, "/profile/{token}", Access::Token),
    (Method::GET, "/unwatch/{token}", Access::Token),
    (Method::POST, "/unwatch/{token}", Access::Token),
    (Method::GET, "/api/v1/opportunities", Access::Public),
    (Method::GET, "/api/v1/opportunities/{id}", Access::Public),
    (Method::GET, "/api/v1/sources", Access::Public),
    (Method::GET, "/api/v1/sources/{slug}", Access::Public),
    (Method::GET, "/api/v1/targets", Access::Staff),
    (Method::GET, "/api/v1/suggest", Access::Public),
    (Method::GET, "/api/v1/openapi.json", Access::Public),
    (Method::GET, "/common-grants/opportunities", Access::Public),
    (Method::GET, "/common-grants/opportunities/{id}", Access::Public),
    (Method::GET, "/feed.atom", Access::Public),
    (Method::GET, "/feed.json", Access::Public),
    (Method::GET, "/calendar.ics", Access::Public),
    (Method::GET, "/o/{id}/calendar.ics", Access::Public),
    (Method::GET, "/healthz", Access::Public),
    (Method::GET, "/readyz", Access::Public),
    (Method::GET, "/metrics", Access::Public),
    (Method::GET, "/login", Access::Public),
    (Method::POST, "/login", Access::Public),
    (Method::POST, "/logout", Access::Staff),
    (Method::GET, "/staff", Access::Staff),
    (Method::POST, "/staff/records/{id}/review", Access::Staff),
    (Method::POST, "/staff/deliveries/{id}/requeue", Access::Staff),
    (Method::POST, "/staff/deliveries/{id}/drop", Access::Staff),
    (Method::POST, "/staff/held", Access::Staff),
    (Method::POST, "/staff/release", Access::Staff),
    (Method::POST, "/staff/sources/{slug}/crawl", Access::Staff),
    (Method::POST, "/staff/sources/{slug}/asked", Access::Staff),
    (Method::POST, "/staff/sources/{slug}/right", Access::Staff),
    (Method::GET, "/staff/enter", Access::Staff),
    (Method::POST, "/staff/enter", Access::Staff),
    (Method::GET, "/staff/questions", Access::Staff),
    (Method::POST, "/staff/questions", Access::Staff),
    (Method::GET, "/staff/changes", Access::Staff),
    (Method::POST, "/staff/changes/{id}", Access::Staff),
    (Method::GET, "/staff/aside", Access::Staff),
    (Method::POST, "/staff/aside/{id}/adopt", Access::Staff),
    (Method::GET, "/staff/said", Access::Staff),
    (Method::POST, "/staff/said", Access::Staff),
    (Method::GET, "/staff/mailboxes", Access::Staff),
    (Method::POST, "/staff/mailboxes", Access::Staff),
    (Method::GET, "/staff/mayor", Access::Staff),
    (Method::GET, "/staff/targets", Access::Staff),
    (Method::GET, "/staff/targets.csv", Access::Staff),
    (Method::GET, "/staff/gaps", Access::Staff),
    (Method::GET, "/staff/edition", Access::Staff),
    (Method::POST, "/staff/edition", Access::Staff),
    (Method::GET, "/staff/searches", Access::Staff),
    (Method::POST, "/staff/searches", Access::Staff),
    (Method::POST, "/staff/searches/{id}/rename", Access::Staff),
    (Method::POST, "/staff/searches/{id}/watch", Access::Staff),
    (Method::POST, "/staff/searches/{id}/delete", Access::Staff),
    (Method::GET, "/staff/municipalities", Access::Staff),
    (Method::POST, "/staff/municipalities", Access::Staff),
    (Method::GET, "/staff/municipalities/{slug}", Access::Staff),
    (Method::GET, "/staff/municipalities/{slug}/contact", Access::Staff),
    (Method::POST, "/staff/municipalities/{slug}/contact", Access::Staff),
    (Method::GET, "/staff/municipalities/{slug}/letter", Access::Staff),
    (Method::GET, "/staff/municipalities.csv", Access::Staff),
    (Method::GET, "/staff/records/{id}", Access::Staff),
    (Method::POST, "/staff/records/{id}/edit", Access::Staff),
    (Method::POST, "/staff/records/{id}/unlock", Access::Staff),
    (Method::POST, "/staff/records/{id}/split", Access::Staff),
];

/// Who asks; every handler behind [`guard`] can have it as an `Extension`.
#[derive(Debug, Clone, Default)]
pub(super) struct Viewer(pub(super) Option<User>);

impl Viewer {
    /// Which records this viewer may find.
    pub(super) fn reader(&self) -> Reader {
        if self.0.is_some() { Reader::Staff } else { Reader::Public }
    }

    /// The login name.
    pub(super) fn name(&self) -> Option<&str> {
        self.0.as_ref().map(|user| user.name.as_str())
    }
}

/// Lets a request through if the table says so.
pub(super) async fn guard(State(state): State<WebState>, mut request: Request, next: Next) -> Response {
    let Some(pattern) = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()) else {
        return next.run(request).await;
    };
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    let rows: Vec<_> = TABLE.iter().filter(|(_, known, _)| *known == pattern).collect();
    let Some((_, _, access)) = rows.iter().find(|(known, _, _)| *known == method) else {
        return if rows.is_empty() {
            Problem::forbidden("This address is not released.").into_response()
        } else {
            Problem::method_not_allowed().into_response()
        };
    };
    if *access == Access::Token {
        request.extensions_mut().insert(Viewer::default());
        return next.run(request).await;
    }
    let who = match session::credentials(request.headers()) {
        Some(credentials) => session::user(&state, &credentials).await.map(|user| (user, credentials.by_cookie)),
        None => Ok((None, false)),
    };
    let (user, by_cookie) = match who {
        Ok(who) => who,
        Err(error) => return Problem::from(error).into_response(),
    };
    if *access == Access::Staff && user.is_none() {
        return if method == Method::GET && accepts_pages(request.headers()) {
            Redirect::to("/login").into_response()
        } else {
            Problem::unauthorized().into_response()
        };
    }
    // A bearer token is never sent by a browser on its own; a cookie is, and the login form needs none at all.
    let may_be_forged = method != Method::GET && (by_cookie || user.is_none());
    if may_be_forged && !comes_from_us(request.headers(), &state.settings.public_url) {
        return Problem::forbidden("A form has to be sent from a page of this site (the Origin header says otherwise).")
            .into_response();
    }
    request.extensions_mut().insert(Viewer(user));
    next.run(request).await
}

fn accepts_pages(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// `Origin` is this host or the public address. Browsers send it with every POST; who sends none is no browser and has a token.
fn comes_from_us(headers: &HeaderMap, public_url: &str) -> bool {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else { return false };
    let Ok(origin) = url::Url::parse(origin) else { return false };
    if url::Url::parse(public_url).is_ok_and(|public| public.origin() == origin.origin()) {
        return true;
    }
    let Some(host) = headers.get(header::HOST).and_then(|host| host.to_str().ok()) else { return false };
    url::Url::parse(&format!("{}://{host}", origin.scheme())).is_ok_and(|host| host.origin() == origin.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(origin: Option<&str>, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        headers.insert(header::HOST, host.parse().unwrap());
        comes_from_us(&headers, "https://calls.example.org/")
    }

    #[test]
    fn a_form_of_another_site_is_recognised() {
        assert!(from(Some("https://calls.example.org"), "10.0.0.1:8080"));
        assert!(from(Some("http://127.0.0.1:8080"), "127.0.0.1:8080"));
        assert!(!from(Some("https://calls.example.org.evil.example"), "127.0.0.1:8080"));
        assert!(!from(Some("http://127.0.0.1:9999"), "127.0.0.1:8080"));
        assert!(!from(Some("null"), "127.0.0.1:8080"));
        assert!(!from(None, "127.0.0.1:8080"));
    }
}
