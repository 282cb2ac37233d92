use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use super::{Answer, Stage, records};
use crate::web::access::{Access, TABLE};

/// A path that fits the pattern; what its ids name does not exist.
fn path(pattern: &str) -> String {
    pattern.replace("{id}", "nothing").replace("{slug}", "nothing").replace("{name}", "nothing").replace("{token}", "nothing")
}

async fn ask(stage: &Stage, method: &Method, pattern: &str, cookie: Option<&str>) -> StatusCode {
    let mut request = Request::builder()
        .method(method)
        .uri(path(pattern))
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    Answer::of(stage.send(request.body(Body::from("review=approved")).unwrap()).await).await.status
}

#[tokio::test]
async fn every_address_is_open_to_just_those_that_the_table_names() {
    let stage = Stage::with(&records()).await;
    let mut cookie = stage.log_in().await;
    for (method, pattern, access) in TABLE {
        let anonymous = ask(&stage, method, pattern, None).await;
        let staff = ask(&stage, method, pattern, Some(&cookie)).await;
        let refused = |status| status == StatusCode::UNAUTHORIZED || status == StatusCode::FORBIDDEN;
        assert_eq!(refused(anonymous), *access == Access::Staff, "{method} {pattern}: {anonymous}");
        assert!(!refused(staff), "{method} {pattern}: {staff}");
        if *pattern == "/logout" {
            cookie = stage.log_in().await;
        }
    }
}

#[tokio::test]
async fn every_route_is_in_the_table_and_every_row_has_its_route() {
    let source = include_str!("../routes.rs");
    let (_, document) = crate::web::routes::api();
    let by_hand = source.split(".route(").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let routes: Vec<&str> = by_hand.chain(document.paths.paths.keys().map(String::as_str)).collect();
    for pattern in &routes {
        assert!(TABLE.iter().any(|(_, known, _)| known == pattern), "{pattern} is in no row");
    }
    for (_, pattern, _) in TABLE {
        assert!(routes.contains(pattern), "{pattern} has no route");
    }
}

#[tokio::test]
async fn a_browser_that_is_not_logged_in_is_sent_to_the_login() {
    let stage = Stage::with(&[]).await;
    let request = Request::get("/staff").header(header::ACCEPT, "text/html,*/*").body(Body::empty()).unwrap();
    let answer = Answer::of(stage.send(request).await).await;
    assert_eq!((answer.status, answer.headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/login"));
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing_even_with_a_session() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    for origin in [Some("https://evil.example"), Some("null"), None] {
        let mut request = Request::post("/staff/records/waiting/review")
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        let answer = Answer::of(stage.send(request.body(Body::from("review=approved")).unwrap()).await).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?}");
    }
    assert_eq!(stage.store.record("waiting").await.unwrap().unwrap().review, crate::record::Review::New);
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let stage = Stage::with(&records()).await;
    for path in [
        "/",
        "/o/en-climate",
        "/sources",
        "/nothing",
        "/api/v1/opportunities",
        "/api/v1/opportunities?x=1",
        "/login",
        "/assets/icon.svg",
    ] {
        let headers = stage.get(path).await.headers;
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert_eq!(headers[header::REFERRER_POLICY], "same-origin", "{path}");
    }
}

#[tokio::test]
async fn no_get_changes_anything() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let before = stage.store.last_change().await.unwrap();
    for (_, pattern, _) in TABLE.iter().filter(|(method, ..)| *method == Method::GET) {
        stage.get_as(&cookie, &path(pattern)).await;
    }
    for path in ["/staff/records/waiting/review?review=approved", "/staff/sources/embassy-canada/crawl", "/logout"] {
        assert_eq!(stage.get_as(&cookie, path).await.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    assert_eq!(stage.store.last_change().await.unwrap(), before);
    assert_eq!(stage.get_as(&cookie, "/staff").await.status, StatusCode::OK);
}
