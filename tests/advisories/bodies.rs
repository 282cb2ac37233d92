//! Answers that take more memory, time or depth than any page is worth (T8 to T11).

use std::io::Write as _;
use std::time::Duration;

use sources::fetch::{FetchError, FetchSettings};

use super::{Crawl, FEED, LIST, MAX_BODY, entry, feed, fetch, settings};
use crate::web::{Reply, Web, head, html, reply};

/// What comes out of each bomb.
const UNPACKED: usize = 4 * 1024 * 1024;

fn poured<W>(mut packer: W, finish: impl FnOnce(W) -> Vec<u8>, pour: impl Fn(&mut W, &[u8])) -> Vec<u8> {
    for _ in 0..UNPACKED / 8_192 {
        pour(&mut packer, &[b' '; 8_192]);
    }
    finish(packer)
}

fn gzip() -> Vec<u8> {
    let packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    poured(packer, |packer| packer.finish().expect("packed"), |packer, bytes| packer.write_all(bytes).expect("packed"))
}

fn deflate() -> Vec<u8> {
    let packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    poured(packer, |packer| packer.finish().expect("packed"), |packer, bytes| packer.write_all(bytes).expect("packed"))
}

fn brotli() -> Vec<u8> {
    let packer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 22);
    poured(packer, brotli::CompressorWriter::into_inner, |packer, bytes| packer.write_all(bytes).expect("packed"))
}

fn zstd() -> Vec<u8> {
    let packer = zstd::Encoder::new(Vec::new(), 3).expect("a packer");
    poured(packer, |packer| packer.finish().expect("packed"), |packer, bytes| packer.write_all(bytes).expect("packed"))
}

fn packed_again(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).expect("packed");
    packer.finish().expect("packed")
}

/// GHSA-cp58-wc9q-qv53, colly 886: the limit has to be on what comes out.
#[tokio::test]
async fn t8_a_bomb_of_any_packing_stops_at_the_limit() {
    for (packing, bomb) in [("gzip", gzip()), ("deflate", deflate()), ("br", brotli()), ("zstd", zstd())] {
        assert!(bomb.len() < MAX_BODY, "{packing}: {} bytes on the wire", bomb.len());
        let web =
            Web::of(move |_, _| reply(200, &["Content-Type: text/html", &format!("Content-Encoding: {packing}")], &bomb)).await;
        let error = fetch(settings(&web), "https://cities.example/").await.expect_err("too large");
        assert!(matches!(error, FetchError::TooLarge { .. }), "{packing}: {error}");
    }
}

/// A packing inside a packing is at most unpacked once, and bounded all the same.
#[tokio::test]
async fn t8_a_bomb_packed_twice_never_unfolds() {
    for encoding in ["gzip", "gzip, gzip", "x-gzip"] {
        let bomb = packed_again(&gzip());
        let web = Web::of(move |_, _| reply(200, &[&format!("Content-Encoding: {encoding}")], &bomb)).await;
        match fetch(settings(&web), "https://cities.example/").await {
            Ok(page) => assert!(page.body.len() <= MAX_BODY, "{encoding}: {}", page.body.len()),
            Err(error) => {
                assert!(matches!(error, FetchError::TooLarge { .. } | FetchError::Network { .. }), "{encoding}: {error}");
            }
        }
    }
}

#[tokio::test]
async fn t8_a_bomb_in_an_error_page_is_read_no_further_than_needed() {
    let bomb = gzip();
    let web = Web::of(move |_, _| reply(404, &["Content-Type: text/html", "Content-Encoding: gzip"], &bomb)).await;
    assert!(matches!(fetch(settings(&web), "https://cities.example/").await, Err(FetchError::NotFound { .. })));
}

/// A site map may be a `.gz` of its own, which no Content-Encoding tells of.
#[test]
fn t8_a_site_map_that_is_a_bomb_is_refused() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..40 {
        packer.write_all(&vec![b' '; 1024 * 1024]).expect("packed");
    }
    let bomb = packer.finish().expect("packed");
    let crawl = Crawl::of("[source.sitemap]\nurl = \"https://towns.example/map.xml.gz\"\n", move |_, _| {
        reply(200, &["Content-Type: application/gzip"], &bomb)
    });
    assert_eq!(crawl.visit()[0]["outcome"], "failed");
}

/// A fetch timeout that was cleared once the headers were there (narai-primitives, 132).
#[tokio::test]
async fn t9_a_trickle_ends_at_the_one_deadline_in_headers_and_in_the_body() {
    for start in [b"HTTP/1.1 200 OK\r\nX-Slow: ".to_vec(), head(200, &["Content-Type: text/html"])] {
        let web = Web::of(move |_, _| Reply::Trickle(start.clone())).await;
        let settings = FetchSettings { total_timeout: Duration::from_millis(300), ..settings(&web) };
        assert!(matches!(fetch(settings, "https://cities.example/").await, Err(FetchError::Timeout { .. })));
    }
}

#[tokio::test]
async fn t9_a_chain_of_slow_redirects_shares_one_deadline() {
    let web = Web::of(|_, before| Reply::Late(Duration::from_millis(120), head(302, &[&format!("Location: /{before}")]))).await;
    let settings = FetchSettings { total_timeout: Duration::from_millis(300), ..settings(&web) };
    assert!(matches!(fetch(settings, "https://cities.example/0").await, Err(FetchError::Timeout { .. })));
}

/// Mastodon 5482: an endless body filled the memory.
#[tokio::test]
async fn t9_an_endless_body_and_a_lying_length_stop_at_the_limit() {
    for length in ["X-No: length", "Content-Length: 99999999999"] {
        let web = Web::of(move |_, _| Reply::Flood(head(200, &["Content-Type: text/html", length]))).await;
        let error = fetch(settings(&web), "https://cities.example/").await.expect_err("too large");
        assert_eq!(error, FetchError::TooLarge { url: "https://cities.example/".to_owned(), limit: MAX_BODY }, "{length}");
    }
}

#[tokio::test]
async fn t9_an_impossible_length_or_a_flood_of_headers_is_no_answer() {
    for headers in ["Content-Length: 18446744073709551615".to_owned(), "X-More: and more\r\n".repeat(5_000)] {
        let web = Web::of(move |_, _| Reply::Whole(head(200, &[headers.trim_end()]))).await;
        assert!(matches!(fetch(settings(&web), "https://cities.example/").await, Err(FetchError::Network { .. })));
    }
}

#[tokio::test]
async fn t9_a_body_shorter_than_its_length_is_no_page() {
    let web = Web::of(|_, _| Reply::Whole([head(200, &["Content-Length: 5000"]), b"short".to_vec()].concat())).await;
    assert!(matches!(fetch(settings(&web), "https://cities.example/").await, Err(FetchError::Network { .. })));
}

/// changedetection.io's CVE-2026-41895, feedparser 107: entities that unfold, and files that a document type names.
#[test]
fn t10_entities_neither_unfold_nor_open_anything() {
    let levels =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect::<Vec<_>>().concat();
    let dtd = format!(
        "<!DOCTYPE rss SYSTEM \"https://towns.example/dtd\" [<!ENTITY l0 \"lol\">{levels}<!ENTITY f SYSTEM \"file:///etc/hostname\"><!ENTITY u SYSTEM \"https://towns.example/entity\">]>"
    );
    let crawl = Crawl::of(FEED, move |_, _| {
        let items = "<item><title>Call &l9;</title><link>https://towns.example/1</link></item><item><title>Call &f;&u;</title><link>https://towns.example/2</link></item>";
        reply(
            200,
            &["Content-Type: application/xml"],
            format!("<?xml version=\"1.0\"?>{dtd}<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>"),
        )
    });
    crawl.visit();
    assert_eq!(crawl.web.pages_asked(), ["https://towns.example/feed"]);
    for record in crawl.stage.export() {
        assert!(record.to_string().len() < 10_000, "{record:#}");
    }
}

/// html5ever 788, html2text 2: quadratic time, or the end of the stack.
#[test]
fn t11_a_hundred_thousand_levels_are_read_to_the_end_in_every_language() {
    const LEVELS: usize = 100_000;
    let markup = ["<div>", "<ul><li>", "<b><table><td>", "<svg><g>", "<p><a href=x>"];
    let lists = markup.iter().enumerate().map(|(number, _)| {
        entry(&format!("deep-{number}"), &LIST.replace("https://towns.example/", &format!("https://towns.example/{number}")))
    });
    let json = "[source.json]\nurl = \"https://towns.example/api\"\nitems = \"$..x\"\ntitle = \"$.t\"\nlink = \"$.l\"\n";
    let roadmap = lists.chain([entry("deep-feed", FEED), entry("deep-json", json)]).collect::<Vec<_>>().concat();
    let crawl = Crawl::over(&roadmap, move |url, _| match url.rsplit('/').next() {
        Some("feed") => feed(&format!("<item>{}</item>", "<a>".repeat(LEVELS))),
        Some("api") => reply(200, &["Content-Type: application/json"], "[".repeat(LEVELS)),
        number => {
            let opening = number.and_then(|number| number.parse::<usize>().ok()).map_or("<i>", |number| markup[number]);
            html(&format!("{}<li><a href=/7>A call at the bottom</a>", opening.repeat(LEVELS)))
        }
    });
    assert_eq!(crawl.visit().len(), markup.len() + 2, "all of them came to an end");
}
