//! What has befallen programs of this kind: one test per public advisory or thread that concerns fetching.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::stage::{Reply, Stage, fetch, head, html, redirect, reply};
use crate::fetch::resolver::GuardedResolver;
use crate::fetch::{FetchError, FetchSettings, Fetcher, RedirectProblem, RobotsRefusal, Verdict};

/// CVE-2026-27696 of a change detector, and many before it: only the syntax of the address was looked at.
#[tokio::test]
async fn t1_a_literal_private_or_metadata_address_is_never_asked() {
    let stage = Stage::of(|_, _| html("inside")).await;
    for url in [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://169.254.169.254/latest/",
        "https://10.0.0.1/",
        "http://[::]/",
    ] {
        assert!(matches!(fetch(&stage.fetcher(), url).await, Err(FetchError::Guard { verdict: Verdict::Address, .. })), "{url}");
    }
    assert!(stage.log().is_empty());
}

/// CVE-2026-41195 of a password checker's service: a public address redirected inside.
#[tokio::test]
async fn t3_a_redirect_to_an_inner_address_is_never_followed() {
    for (status, to) in [
        (302, "http://127.0.0.1/canary"),
        (307, "http://[::1]/canary"),
        (308, "http://169.254.169.254/latest/meta-data/"),
        (301, "http://2130706433:9000/canary"),
        (303, "file:///etc/passwd"),
        (302, "//localhost/canary"),
        (302, "http://user@cities.example/"),
        (302, "http://cities.example:22/"),
    ] {
        let stage = Stage::of(move |_, _| redirect(status, to)).await;
        let error = fetch(&stage.fetcher(), "http://cities.example/").await.unwrap_err();
        assert!(matches!(error, FetchError::Guard { .. }), "{to}: {error}");
        assert_eq!(stage.pages_asked(), ["http://cities.example/"], "{to}");
    }
}

#[tokio::test]
async fn t3_a_meta_refresh_and_a_refresh_header_are_not_followed() {
    let page = r#"<meta http-equiv="refresh" content="0;url=http://127.0.0.1/canary">"#;
    let stage = Stage::of(move |_, _| reply(200, &["Refresh: 0; url=http://127.0.0.1/canary"], page)).await;
    assert_eq!(fetch(&stage.fetcher(), "https://cities.example/").await.unwrap().body, page.as_bytes());
    assert_eq!(stage.pages_asked(), ["https://cities.example/"]);
}

#[tokio::test]
async fn t3_https_is_never_downgraded_to_http() {
    let stage = Stage::of(|_, _| redirect(301, "http://cities.example/")).await;
    let error = fetch(&stage.fetcher(), "https://cities.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Redirects { problem: RedirectProblem::Downgrade, .. }), "{error}");
    assert_eq!(stage.pages_asked().len(), 1);
}

#[tokio::test]
async fn t3_a_loop_of_redirects_ends_at_the_fifth() {
    let stage = Stage::of(|_, _| redirect(302, "https://cities.example/again")).await;
    let error = fetch(&stage.fetcher(), "https://cities.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Redirects { problem: RedirectProblem::TooMany, .. }), "{error}");
    assert_eq!(stage.pages_asked().len(), 6);
}

/// The resolver is asked once, and the connection goes to what was judged: here there is no gateway, and nothing listens.
#[tokio::test]
async fn t4_a_name_that_resolves_inside_is_refused_when_connecting() {
    let inside: Vec<SocketAddr> = vec!["127.0.0.1:0".parse().unwrap(), "[::1]:0".parse().unwrap(), "10.1.2.3:0".parse().unwrap()];
    let settings = FetchSettings::new("0.1.0", "https://association.example/".parse().unwrap(), "crawler@example.org");
    let fetcher = Fetcher::resolving_with(GuardedResolver::fixed(inside), settings).unwrap();
    let error = fetch(&fetcher, "http://rebind.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Guard { verdict: Verdict::Address, .. }), "{error}");
}

#[tokio::test]
async fn t4_a_name_without_an_address_is_told_as_such() {
    let settings = FetchSettings::new("0.1.0", "https://association.example/".parse().unwrap(), "crawler@example.org");
    let fetcher = Fetcher::resolving_with(
        GuardedResolver::fixed(Vec::new()),
        FetchSettings { total_timeout: Duration::from_secs(2), ..settings },
    )
    .unwrap();
    let error = fetch(&fetcher, "http://nowhere.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Robots { refusal: RobotsRefusal::Unreachable { .. }, .. }), "{error}");
    assert!(error.to_string().contains("the host's name could not be resolved"), "{error}");
}

/// GHSA-rph4-96w6-q594: two parsers saw two hosts in one address.
#[tokio::test]
async fn t5_a_backslash_in_a_redirect_is_refused() {
    let stage = Stage::of(|_, _| redirect(302, "http://127.0.0.1\\@cities.example/")).await;
    let error = fetch(&stage.fetcher(), "http://cities.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Guard { verdict: Verdict::InvalidUrl, .. }), "{error}");
}

/// CVE-2024-56509: `file:` was opened.
#[tokio::test]
async fn t7_only_http_and_https_are_asked() {
    let stage = Stage::of(|_, _| html("")).await;
    for url in ["file:///etc/passwd", "ftp://cities.example/", "gopher://cities.example/", "data:text/html,x"] {
        assert!(matches!(fetch(&stage.fetcher(), url).await, Err(FetchError::Guard { verdict: Verdict::Scheme, .. })), "{url}");
    }
}

/// A fetch timeout that was cleared once the headers were there (narai-primitives, 132).
#[tokio::test]
async fn t9_a_trickle_ends_at_the_one_deadline_in_headers_and_in_the_body() {
    for start in ["HTTP/1.1 200 OK\r\nX-Slow: ".to_owned(), String::from_utf8(head(200, &["Content-Type: text/html"])).unwrap()] {
        let stage = Stage::of(move |_, _| Reply::Trickle(start.clone().into_bytes())).await;
        let fetcher = Fetcher::new(FetchSettings { total_timeout: Duration::from_millis(300), ..stage.settings() }).unwrap();
        let started = Instant::now();
        assert!(matches!(fetch(&fetcher, "https://cities.example/").await, Err(FetchError::Timeout { .. })));
        assert!(started.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn t9_a_chain_of_slow_redirects_shares_one_deadline() {
    let stage =
        Stage::of(|_, before| Reply::Late(Duration::from_millis(120), head(302, &[&format!("Location: /{before}")]))).await;
    let fetcher = Fetcher::new(FetchSettings { total_timeout: Duration::from_millis(300), ..stage.settings() }).unwrap();
    assert!(matches!(fetch(&fetcher, "https://cities.example/0").await, Err(FetchError::Timeout { .. })));
}

/// Mastodon 5482: an endless body filled the memory.
#[tokio::test]
async fn t9_an_endless_body_and_a_lying_length_stop_at_the_limit() {
    for length in ["X-No: length", "Content-Length: 99999999999"] {
        let stage = Stage::of(move |_, _| Reply::Flood(head(200, &["Content-Type: text/html", length]))).await;
        let error = fetch(&stage.fetcher(), "https://cities.example/").await.unwrap_err();
        assert_eq!(error, FetchError::TooLarge { url: "https://cities.example/".to_owned(), limit: 100_000 }, "{length}");
    }
}

#[tokio::test]
async fn t9_an_impossible_length_or_a_flood_of_headers_is_no_answer() {
    for headers in ["Content-Length: 18446744073709551615".to_owned(), "X-More: and more\r\n".repeat(5_000)] {
        let stage = Stage::of(move |_, _| Reply::Whole(head(200, &[headers.trim_end()]))).await;
        assert!(matches!(fetch(&stage.fetcher(), "https://cities.example/").await, Err(FetchError::Network { .. })));
    }
}

#[tokio::test]
async fn t9_a_body_shorter_than_its_length_is_no_page() {
    let stage = Stage::of(|_, _| Reply::Whole([head(200, &["Content-Length: 5000"]), b"short".to_vec()].concat())).await;
    assert!(matches!(fetch(&stage.fetcher(), "https://cities.example/").await, Err(FetchError::Network { .. })));
}

#[tokio::test]
async fn t24_an_unreachable_robots_file_forbids_the_site() {
    let stage = Stage::with_robots(|url, _| if url.ends_with("robots.txt") { reply(503, &[], "") } else { html("page") }).await;
    let fetcher = stage.fetcher();
    for _ in 0..2 {
        let error = fetch(&fetcher, "https://cities.example/").await.unwrap_err();
        assert!(
            matches!(error, FetchError::Robots { refusal: RobotsRefusal::Unreachable { .. }, retry_at: Some(_), .. }),
            "{error}"
        );
    }
    assert_eq!(stage.log().len(), 1, "and it is not asked for again at once");
}

#[tokio::test]
async fn t24_a_loop_of_robots_redirects_counts_as_no_file() {
    let stage =
        Stage::with_robots(|url, _| if url.ends_with("robots.txt") { redirect(301, "/robots.txt") } else { html("page") }).await;
    assert_eq!(fetch(&stage.fetcher(), "https://cities.example/").await.unwrap().body, b"page");
    assert_eq!(stage.log().len(), 7);
}

#[tokio::test]
async fn t24_of_a_huge_robots_file_the_beginning_counts() {
    let file = format!("User-agent: *\nDisallow: /private/\n{}", "Disallow: /x\n".repeat(100_000));
    let stage =
        Stage::with_robots(move |url, _| if url.ends_with("robots.txt") { reply(200, &[], &file) } else { html("page") }).await;
    let fetcher = stage.fetcher();
    assert!(fetch(&fetcher, "https://cities.example/").await.is_ok());
    assert!(matches!(
        fetch(&fetcher, "https://cities.example/private/").await,
        Err(FetchError::Robots { refusal: RobotsRefusal::Rule, .. })
    ));
    assert_eq!(stage.pages_asked(), ["https://cities.example/"]);
}
