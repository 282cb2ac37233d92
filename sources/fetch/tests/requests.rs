//! What goes out and what comes back: headers, bodies, validators, redirects.

use std::io::Write as _;

use super::stage::{Stage, fetch, html, noon, redirect, reply};
use crate::fetch::{FetchError, Fetched};
use crate::page::{Body, Page, Request, Validators};

fn request(url: &str) -> Request {
    Request::get(url.parse().unwrap())
}

#[tokio::test]
async fn a_page_comes_with_all_that_the_next_visit_needs() {
    let headers =
        ["Content-Type: text/html; charset=windows-1255", "ETag: W/\"a-1\"", "Last-Modified: Tue, 24 Nov 2026 08:00:00 GMT"];
    let stage = Stage::of(move |_, _| reply(200, &headers, "<p>call</p>")).await;
    let page = fetch(&stage.fetcher(), "https://cities.example/calls?x=%20y#top").await.unwrap();
    assert!(page.fetched_at >= noon());
    let expected = Page {
        url: "https://cities.example/calls?x=%20y#top".parse().unwrap(),
        status: 200,
        content_type: Some("text/html; charset=windows-1255".to_owned()),
        body: b"<p>call</p>".to_vec(),
        validators: Validators {
            etag: Some("W/\"a-1\"".to_owned()),
            last_modified: Some("Tue, 24 Nov 2026 08:00:00 GMT".to_owned()),
        },
        moved_to: None,
        reservation: None,
        fetched_at: page.fetched_at,
    };
    assert_eq!(page, expected);
    assert_eq!(stage.pages_asked(), ["https://cities.example/calls?x=%20y"], "the fragment stays here");
}

#[tokio::test]
async fn validators_go_back_verbatim_and_not_modified_is_told() {
    let stage = Stage::of(|_, _| reply(304, &[], "")).await;
    let validators = Validators { etag: Some("W/\"a,1\"".to_owned()), last_modified: Some("yesterday, or so".to_owned()) };
    let fetched = stage.fetcher().get(&request("https://cities.example/"), &validators, noon()).await.unwrap();
    assert_eq!(fetched, Fetched::NotModified);
    let asked = stage.log().pop().unwrap();
    assert_eq!(
        (asked.headers["if-none-match"].as_str(), asked.headers["if-modified-since"].as_str()),
        ("W/\"a,1\"", "yesterday, or so")
    );
}

#[tokio::test]
async fn the_crawler_says_who_it_is_and_keeps_no_cookies() {
    let stage = Stage::of(|_, _| reply(200, &["Set-Cookie: id=1; Path=/"], "")).await;
    let fetcher = stage.fetcher();
    for _ in 0..2 {
        fetch(&fetcher, "https://cities.example/").await.unwrap();
    }
    for asked in stage.log() {
        assert_eq!(asked.headers["user-agent"], "kolkore/0.1.0 (+https://association.example/crawler; crawler@example.org)");
        assert!(!asked.headers.contains_key("cookie") && !asked.headers.contains_key("referer"));
    }
}

#[tokio::test]
async fn json_is_posted_as_json() {
    let stage = Stage::of(|_, _| reply(200, &["Content-Type: application/json"], "{}")).await;
    let headers = vec![("X-Client-Id".to_owned(), "abc".to_owned())];
    let request =
        Request { body: Some(Body::Json("{\"rows\":25}".to_owned())), headers, ..request("https://api.example/search2") };
    stage.fetcher().get(&request, &Validators::default(), noon()).await.unwrap();
    let asked = stage.log().pop().unwrap();
    assert_eq!((asked.method.as_str(), asked.body.as_str()), ("POST", "{\"rows\":25}"));
    assert_eq!((asked.headers["content-type"].as_str(), asked.headers["x-client-id"].as_str()), ("application/json", "abc"));
}

#[tokio::test]
async fn each_part_of_a_form_is_typed_as_json() {
    let stage = Stage::of(|_, _| reply(200, &[], "{}")).await;
    let parts = [("query", "{\"bool\":{}}"), ("languages", "[\"en\"]")].map(|(name, json)| (name.to_owned(), json.to_owned()));
    let request =
        Request { body: Some(Body::JsonParts(parts.to_vec())), ..request("https://api.example/search?apiKey=SEDIA&text=***") };
    stage.fetcher().get(&request, &Validators::default(), noon()).await.unwrap();
    let asked = stage.log().pop().unwrap();
    assert!(asked.headers["content-type"].starts_with("multipart/form-data; boundary="));
    let part = "Content-Disposition: form-data; name=\"query\"\r\nContent-Type: application/json\r\n\r\n{\"bool\":{}}\r\n";
    assert!(asked.body.contains(part), "{}", asked.body);
    assert_eq!(asked.body.matches("Content-Type: application/json").count(), 2);
}

#[tokio::test]
async fn a_way_of_permanent_redirects_is_remembered_and_any_other_only_followed() {
    let stage = Stage::of(|url, _| match url {
        "http://old.example/" => redirect(301, "https://old.example/"),
        "https://old.example/" => redirect(308, "https://new.example/calls"),
        "https://away.example/" => redirect(302, "https://new.example/calls"),
        _ => html("here"),
    })
    .await;
    let fetcher = stage.fetcher();
    let page = fetch(&fetcher, "http://old.example/").await.unwrap();
    assert_eq!((page.url.as_str(), page.moved_to.as_ref()), ("https://new.example/calls", Some(&page.url)));
    let page = fetch(&fetcher, "https://away.example/").await.unwrap();
    assert_eq!((page.url.as_str(), page.moved_to), ("https://new.example/calls", None));
}

#[tokio::test]
async fn each_failure_has_its_kind_and_one_clear_sentence() {
    let stage = Stage::of(|url, _| reply(url.rsplit('/').next().unwrap().parse().unwrap(), &[], "")).await;
    let fetcher = stage.fetcher();
    let url = |status: u16| format!("https://cities.example/{status}");
    assert_eq!(fetch(&fetcher, &url(404)).await, Err(FetchError::NotFound { url: url(404) }));
    assert_eq!(fetch(&fetcher, &url(410)).await, Err(FetchError::Gone { url: url(410) }));
    for status in [400, 451, 501, 300, 302, 304] {
        let result = fetch_or_unasked_304(&fetcher, &url(status)).await;
        assert_eq!(result, Err(FetchError::Status { url: url(status), status }));
    }
    let sentence = fetch(&fetcher, &url(400)).await.unwrap_err().to_string();
    assert_eq!(sentence, "https://cities.example/400: answered with status 400; it is asked again at the next visit");
}

async fn fetch_or_unasked_304(fetcher: &crate::fetch::Fetcher, url: &str) -> Result<(), FetchError> {
    fetcher.get(&request(url), &Validators::default(), noon()).await.map(|_| ())
}

#[tokio::test]
async fn a_source_cannot_make_us_somebody_else() {
    let stage = Stage::of(|_, _| html("page")).await;
    for (name, value) in
        [("User-Agent", "Mozilla/5.0"), ("Cookie", "a=b"), ("Host", "other.example"), ("X-A", "b\r\nX-C: d"), ("bad name", "x")]
    {
        let request = Request { headers: vec![(name.to_owned(), value.to_owned())], ..request("https://cities.example/") };
        let error = stage.fetcher().get(&request, &Validators::default(), noon()).await.unwrap_err();
        assert!(matches!(error, FetchError::Settings(_)), "{name}: {error}");
    }
    assert!(stage.pages_asked().is_empty());
}

#[tokio::test]
async fn an_ordinary_packed_page_is_unpacked() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all("קול קורא לרשויות".as_bytes()).unwrap();
    let bytes = packer.finish().unwrap();
    let stage = Stage::of(move |_, _| reply(200, &["Content-Encoding: gzip"], &bytes)).await;
    assert_eq!(fetch(&stage.fetcher(), "https://cities.example/").await.unwrap().body, "קול קורא לרשויות".as_bytes());
}
