use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::finding::field;
use crate::read::tests::{page, source};
use crate::read::{read, read_detail};

const ENTRY: &str = r#"
slug = "towns"
name = { he = "ערים", en = "Towns" }
network = "world"
language = ["en"]
evidence = "test"
[source.sitemap]
url = "https://towns.example.org/sitemap.xml"
include = ["/calls/"]
exclude = ["/fr/"]
max_age_days = 100
[source.sitemap.detail]
body = ".call"
"#;

const MAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://towns.example.org/calls/green?a=1&amp;b=2</loc><lastmod>2026-11-20</lastmod>
  <image:image><image:loc>https://towns.example.org/calls/a.png</image:loc></image:image></url>
<url><loc>https://www.towns.example.org/calls/youth</loc><lastmod>2026-11-20T08:00:00+02:00</lastmod></url>
<url><loc>https://towns.example.org/calls/old</loc><lastmod>2025-01-01</lastmod></url>
<url><loc>https://towns.example.org/fr/calls/green</loc></url>
<url><loc>https://towns.example.org/about</loc></url>
<url><loc>https://elsewhere.example.net/calls/x</loc></url>
</urlset>"#;

fn reading(body: impl Into<Vec<u8>>) -> Reading {
    let page = page("https://towns.example.org/sitemap.xml", "application/xml", body);
    read(&source(ENTRY), &Request::get(page.url.clone()), &page)
}

#[test]
fn the_addresses_that_fit_and_are_not_too_old_are_items() {
    let reading = reading(MAP);
    let urls: Vec<&str> = reading.found.iter().map(|found| found.finding.url.as_str()).collect();
    assert_eq!(urls, ["https://towns.example.org/calls/green?a=1&b=2", "https://www.towns.example.org/calls/youth"]);
    assert_eq!(reading.found[1].changed.unwrap().to_rfc3339(), "2026-11-20T06:00:00+00:00");
    assert_eq!(reading.found[0].changed.unwrap().to_rfc3339(), "2026-11-21T00:00:00+00:00", "a day counts until it is over");
    assert_eq!(reading.complaints.len(), 1, "another site's address: {:?}", reading.complaints);
    let finding = &reading.found[0].finding;
    assert_eq!(
        (finding.field("updated"), finding.field(field::PUBLISHED)),
        (Some("2026-11-20"), None),
        "touched is not published"
    );
}

#[test]
fn a_packed_map_is_unpacked() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(MAP.as_bytes()).unwrap();
    assert_eq!(reading(packed.finish().unwrap()).found.len(), 2);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&vec![b' '; MAX_UNPACKED as usize + 10]).unwrap();
    assert!(reading(packed.finish().unwrap()).failed());
}

#[test]
fn an_index_names_further_files() {
    let index = r#"<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://towns.example.org/sitemap-1.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap>
        <sitemap><loc>https://towns.example.org/sitemap-2.xml</loc><lastmod>2020-11-01</lastmod></sitemap></sitemapindex>"#;
    let reading = reading(index);
    assert_eq!(reading.parts, [Request::get("https://towns.example.org/sitemap-1.xml.gz".parse().unwrap())]);
    assert!(reading.found.is_empty() && !reading.failed());
}

#[test]
fn a_plain_list_of_addresses_is_a_map_and_a_web_page_is_none() {
    assert_eq!(reading("https://towns.example.org/calls/a\nhttps://towns.example.org/calls/b\n").found.len(), 2);
    assert!(reading("<!doctype html><html><body><p>Not found</p></body></html>").failed());
    assert!(reading("").failed());
}

#[test]
fn an_item_gets_its_title_from_its_own_page() {
    let found = reading(MAP).found.remove(0);
    assert_eq!(found.finding.title, "");
    let own =
        "<title>Green towns | Towns</title><h1>Call for green towns</h1><div class=call><p>Apply by 1 March 2027.</p></div>";
    let own = page("https://towns.example.org/calls/green", "text/html", own);
    let (finding, complaints) = read_detail(&source(ENTRY), found.finding, &own);
    assert_eq!((finding.title.as_str(), complaints.len()), ("Call for green towns", 0));
    assert!(finding.html.unwrap().contains("1 March 2027"));
}

#[test]
fn old_pages_are_listed_still_and_what_was_left_is_not_gone() {
    let reading = reading(MAP);
    let aged: Vec<&str> = reading.aged.iter().map(|found| found.finding.url.as_str()).collect();
    assert_eq!((aged, reading.excerpt, reading.unmatched), (vec!["https://towns.example.org/calls/old"], false, false));
    let other = self::reading(MAP.replace("/calls/", "/bids/"));
    assert!(other.unmatched && other.found.is_empty(), "nothing fits any more");
    let part = |n| format!("<sitemap><loc>https://towns.example.org/{n}.xml</loc></sitemap>");
    let many = self::reading(format!("<sitemapindex>{}</sitemapindex>", (0..=MAX_PARTS).map(part).collect::<String>()));
    assert_eq!((many.parts.len(), many.complaints.len(), many.excerpt), (MAX_PARTS, 1, true));
}

fn listing(locs: &[&str]) -> String {
    let entry = |loc: &&str| format!("<url><loc>https://towns.example.org/calls/{loc}</loc></url>");
    format!("<urlset>{}</urlset>", locs.iter().map(entry).collect::<String>())
}

fn urls(reading: &Reading) -> Vec<&str> {
    reading.found.iter().map(|found| found.finding.url.rsplit('/').next().unwrap_or_default()).collect()
}

#[test]
fn an_ampersand_that_stands_for_itself_costs_neither_its_address_nor_those_behind_it() {
    let reading = reading(listing(&["a", "b?a=1&b=2", "c?x&y;z&", "d?a=1&amp;b=2", "e"]));
    assert_eq!(urls(&reading), ["a", "b?a=1&b=2", "c?x&y;z&", "d?a=1&b=2", "e"]);
    assert_eq!((reading.complaints.as_slice(), reading.excerpt), ([].as_slice(), false));
    let other = self::reading(listing(&["a", "b</loc></urk><loc>", "c<br>d", "e"]));
    assert!(urls(&other).contains(&"e"), "what stands behind a tag of no sense is read");
}

#[test]
fn a_map_that_breaks_off_is_told_and_says_nothing_of_what_is_gone() {
    let whole = listing(&["a", "b", "c"]);
    assert!(!reading(whole.as_str()).broken_off);
    for (ends_before, expected) in [("c</loc>", &["a", "b"]), ("</urlset>", &["a", "b"])] {
        let cut = reading(&whole[..whole.find(ends_before).unwrap()]);
        assert_eq!(urls(&cut)[..2], expected[..], "{ends_before}");
        assert_eq!((cut.broken_off, cut.excerpt, cut.complaints.len()), (true, true, 1), "{ends_before}");
    }
    assert_eq!(urls(&reading(&whole[..whole.find("c</loc>").unwrap()])).len(), 2, "half an address is none");
}
