//! What harvesters, other sites' scripts and impatient clients meet.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};

use super::{Answer, Stage, records};
use crate::networks::Networks;
use crate::settings::{Settings, Web};

const READS: [&str; 7] = [
    "/api/v1/opportunities?q=climate",
    "/api/v1/opportunities?format=csv",
    "/api/v1/opportunities/en-climate",
    "/feed.atom?q=climate",
    "/feed.json?q=nothing-has-this-word",
    "/calendar.ics",
    "/common-grants/opportunities",
];

async fn ask(stage: &Stage, method: Method, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    Answer::of(stage.send(request.body(Body::empty()).unwrap()).await).await
}

#[tokio::test]
async fn who_has_the_answer_is_told_so_without_it() {
    let stage = Stage::with(&records()).await;
    for path in READS {
        let first = stage.get(path).await;
        let tag = first.headers[header::ETAG].to_str().unwrap();
        let date = first.headers[header::LAST_MODIFIED].to_str().unwrap();
        assert!(tag.starts_with("W/\"") && date.ends_with(" GMT"), "{path}: {tag} {date}");
        for (name, value) in [(header::IF_NONE_MATCH, tag), (header::IF_MODIFIED_SINCE, date)] {
            let again = ask(&stage, Method::GET, path, &[(name, value)]).await;
            assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
            assert_eq!(again.headers[header::ETAG], tag, "{path}");
            assert!(again.headers[header::VARY].to_str().unwrap().contains("cookie"), "{path}");
        }
        let other =
            ask(&stage, Method::GET, path, &[(header::IF_NONE_MATCH, "\"other\""), (header::IF_MODIFIED_SINCE, date)]).await;
        assert_eq!((other.status, other.body.len()), (StatusCode::OK, first.body.len()), "{path}");
    }
}

#[tokio::test]
async fn a_head_has_the_headers_of_the_get() {
    let stage = Stage::with(&records()).await;
    for path in READS {
        let (get, head) = (stage.get(path).await, ask(&stage, Method::HEAD, path, &[]).await);
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""), "{path}");
        assert_eq!(head.headers[header::ETAG], get.headers[header::ETAG], "{path}");
        assert_eq!(head.headers[header::CONTENT_LENGTH], get.body.len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn an_answer_that_changes_gets_another_tag() {
    let stage = Stage::with(&records()).await;
    let path = "/api/v1/opportunities?q=climate";
    let before = stage.get(path).await.headers[header::ETAG].clone();
    stage
        .store
        .import(&[super::record("new", serde_json::json!({"title": "Climate again"}))], stage.state.clock.now())
        .await
        .unwrap();
    stage.catch_up().await;
    assert_ne!(stage.get(path).await.headers[header::ETAG], before);
}

#[tokio::test]
async fn what_staff_see_is_kept_by_nobody_else() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let path = "/api/v1/opportunities?q=climate&status=any";
    let (public, staff) = (stage.get(path).await, stage.get_as(&cookie, path).await);
    assert_eq!(public.headers[header::CACHE_CONTROL], "no-cache");
    assert_eq!(staff.headers[header::CACHE_CONTROL], "private, no-cache");
    assert_ne!(public.headers[header::ETAG], staff.headers[header::ETAG]);
}

#[tokio::test]
async fn a_list_links_to_its_other_pages() {
    let stage = Stage::with(&records()).await;
    for path in ["/api/v1/opportunities", "/feed.atom", "/feed.json", "/calendar.ics"] {
        let link = stage.get(&format!("{path}?page_size=1")).await.headers[header::LINK].to_str().unwrap().to_owned();
        let next = link.split(", ").find(|link| link.ends_with("rel=\"next\"")).unwrap();
        assert!(next.starts_with(&format!("<{path}?")) && next.contains("page=2&page_size=1>"), "{link}");
        assert!(link.contains("rel=\"first\"") && link.contains("rel=\"last\"") && !link.contains("rel=\"prev\""), "{link}");
    }
}

#[tokio::test]
async fn links_lead_to_every_item_once() {
    let stage = Stage::with(&records()).await;
    let (mut next, mut seen) = (Some("/api/v1/opportunities?status=any&page_size=1".to_owned()), Vec::new());
    while let Some(path) = next {
        let answer = stage.get(&path).await;
        seen.extend(answer.json()["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        let links = answer.headers[header::LINK].to_str().unwrap().to_owned();
        next = links.split(", ").find_map(|link| Some(link.strip_suffix(">; rel=\"next\"")?.strip_prefix('<')?.to_owned()));
    }
    seen.sort();
    assert_eq!(seen, ["en-climate", "he-youth", "old"]);
}

#[tokio::test]
async fn any_site_may_read_what_is_public_and_nothing_else() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let elsewhere = (header::ORIGIN, "https://elsewhere.example");
    for path in READS {
        let answer = ask(&stage, Method::GET, path, std::slice::from_ref(&elsewhere)).await;
        assert_eq!(answer.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
        assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "{path}");
        let asked = [
            elsewhere.clone(),
            (header::ACCESS_CONTROL_REQUEST_METHOD, "GET"),
            (header::ACCESS_CONTROL_REQUEST_HEADERS, "if-none-match"),
        ];
        let before = ask(&stage, Method::OPTIONS, path, &asked).await;
        assert_eq!(before.status, StatusCode::OK, "{path}");
        let allowed = before.headers[header::ACCESS_CONTROL_ALLOW_HEADERS].to_str().unwrap();
        assert!(allowed.contains("if-none-match") && !allowed.contains("authorization"), "{path}: {allowed}");
    }
    for path in ["/", "/staff", "/staff/records/en-climate", "/login", "/sources", "/metrics"] {
        let answer = ask(&stage, Method::GET, path, &[elsewhere.clone(), (header::COOKIE, &cookie)]).await;
        assert!(!answer.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN), "{path}");
        let asked = [elsewhere.clone(), (header::ACCESS_CONTROL_REQUEST_METHOD, "POST")];
        let before = ask(&stage, Method::OPTIONS, path, &asked).await;
        assert_eq!(before.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

/// Two requests at once, then one a minute.
async fn slow(proxies: &str) -> Stage {
    let networks = |text: &str| Networks::try_from(text.to_owned()).unwrap();
    let web = Web { requests_per_minute: 1, burst: 2, unlimited: networks("127.0.0.1"), trusted_proxies: networks(proxies) };
    Stage::with_settings(&records(), Settings { web, ..Settings::default() }).await
}

async fn from(stage: &Stage, peer: &str, forwarded: &str, path: &str) -> Answer {
    let peer: SocketAddr = format!("{peer}:4711").parse().unwrap();
    let request = Request::get(path).extension(ConnectInfo(peer)).header("x-forwarded-for", forwarded);
    Answer::of(stage.send(request.body(Body::empty()).unwrap()).await).await
}

#[tokio::test]
async fn who_asks_too_much_is_told_when_to_come_back_and_others_are_not_hindered() {
    let stage = slow("").await;
    for path in ["/", "/api/v1/opportunities"] {
        assert_eq!(from(&stage, "192.0.2.1", "", path).await.status, StatusCode::OK, "{path}");
    }
    let refused = from(&stage, "192.0.2.1", "203.0.113.9", "/api/v1/opportunities").await;
    assert_eq!((refused.status, refused.kind()), (StatusCode::TOO_MANY_REQUESTS, "application/problem+json"));
    let seconds: u64 = refused.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert_eq!(refused.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    let page = from(&stage, "192.0.2.1", "", "/").await;
    assert!(page.status == StatusCode::TOO_MANY_REQUESTS && page.kind().starts_with("text/html"), "{}", page.body);
    assert_eq!(from(&stage, "192.0.2.2", "", "/").await.status, StatusCode::OK);
    for free in ["/healthz", "/readyz", "/metrics", "/assets/icon.svg"] {
        assert_eq!(from(&stage, "192.0.2.1", "", free).await.status, StatusCode::OK, "{free}");
    }
}

#[tokio::test]
async fn behind_a_named_proxy_each_client_is_counted_by_itself() {
    let stage = slow("10.0.0.1").await;
    for client in ["198.51.100.1", "198.51.100.2"] {
        for _ in 0..2 {
            assert_eq!(from(&stage, "10.0.0.1", client, "/feed.json").await.status, StatusCode::OK, "{client}");
        }
        assert_eq!(from(&stage, "10.0.0.1", client, "/feed.json").await.status, StatusCode::TOO_MANY_REQUESTS, "{client}");
    }
}

#[tokio::test]
async fn programs_on_this_machine_are_not_counted() {
    let stage = slow("").await;
    for _ in 0..5 {
        assert_eq!(from(&stage, "127.0.0.1", "", "/api/v1/opportunities").await.status, StatusCode::OK);
    }
}
