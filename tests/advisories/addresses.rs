//! Addresses that must not be asked, however they are written and whoever hands them out (T1 to T7, T13).

use sources::fetch::{FetchError, RedirectProblem, Verdict, judge_address_text};

use super::{Crawl, FEED, LIST, feed, fetch, settings};
use crate::support::repo;
use crate::web::{Web, html, redirect, reply};

/// CVE-2026-27696 of a change detector, and many before it: only the syntax of the address was looked at.
#[tokio::test]
async fn t1_a_literal_private_or_metadata_address_is_never_asked() {
    let web = Web::of(|_, _| html("inside")).await;
    for url in [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://169.254.169.254/latest/",
        "https://10.0.0.1/",
        "http://[::]/",
    ] {
        assert!(matches!(fetch(settings(&web), url).await, Err(FetchError::Guard { verdict: Verdict::Address, .. })), "{url}");
    }
    assert!(matches!(fetch(settings(&web), "http://localhost./").await, Err(FetchError::Guard { .. })));
    for port in ["https://towns.example:22/", "http://towns.example:6379/"] {
        assert!(matches!(fetch(settings(&web), port).await, Err(FetchError::Guard { verdict: Verdict::Port, .. })), "{port}");
    }
    assert!(web.log().is_empty());
}

/// Mastodon's CVE-2026-22245 and CVE-2026-46348, GHSA-gwph-fp79-379w: the list of ranges was not whole.
#[test]
fn t2_every_range_that_is_not_global_unicast_is_refused_in_every_wrapping() {
    for address in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.9.9.9",
        "169.254.1.1",
        "172.31.0.1",
        "192.0.0.1",
        "192.0.2.7",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::ffff:10.0.0.1",
        "3fff::1",
    ] {
        assert!(!judge_address_text(address).allowed(), "{address}");
    }
    assert!(judge_address_text("8.8.8.8").allowed() && judge_address_text("2001:4860:4860::8888").allowed());
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
        let web = Web::of(move |_, _| redirect(status, to)).await;
        let error = fetch(settings(&web), "http://cities.example/").await.expect_err("refused");
        assert!(matches!(error, FetchError::Guard { .. }), "{to}: {error}");
        assert_eq!(web.pages_asked(), ["http://cities.example/"], "{to}");
    }
}

#[tokio::test]
async fn t3_a_meta_refresh_and_a_refresh_header_are_not_followed() {
    let page = r#"<meta http-equiv="refresh" content="0;url=http://127.0.0.1/canary">"#;
    let web = Web::of(move |_, _| reply(200, &["Refresh: 0; url=http://127.0.0.1/canary"], page)).await;
    assert_eq!(fetch(settings(&web), "https://cities.example/").await.expect("a page").body, page.as_bytes());
    assert_eq!(web.pages_asked(), ["https://cities.example/"]);
}

#[tokio::test]
async fn t3_https_is_never_downgraded_to_http() {
    let web = Web::of(|_, _| redirect(301, "http://cities.example/")).await;
    let error = fetch(settings(&web), "https://cities.example/").await.expect_err("refused");
    assert!(matches!(error, FetchError::Redirects { problem: RedirectProblem::Downgrade, .. }), "{error}");
    assert_eq!(web.pages_asked().len(), 1);
}

#[tokio::test]
async fn t3_five_redirects_are_followed_and_the_sixth_is_not() {
    let web = Web::of(|url, _| match url.rsplit('/').next().and_then(|step| step.parse::<usize>().ok()) {
        Some(5) => html("arrived"),
        Some(step) => redirect(302, &format!("/{}", step + 1)),
        None => redirect(302, "https://cities.example/again"),
    })
    .await;
    assert_eq!(fetch(settings(&web), "https://cities.example/0").await.expect("a page").body, b"arrived");
    let error = fetch(settings(&web), "https://cities.example/").await.expect_err("a loop");
    assert!(matches!(error, FetchError::Redirects { problem: RedirectProblem::TooMany, .. }), "{error}");
    assert_eq!(web.pages_asked().len(), 12);
}

/// GHSA-rph4-96w6-q594: two parsers saw two hosts in one address.
#[tokio::test]
async fn t5_a_backslash_in_an_address_is_refused() {
    for to in
        ["http://127.0.0.1\\@cities.example/", "http:\\\\127.0.0.1/", "http://cities.example\\.inner.example/", "/\t/127.0.0.1/"]
    {
        let web = Web::of(move |_, _| redirect(302, to)).await;
        let error = fetch(settings(&web), "http://cities.example/").await.expect_err("refused");
        assert!(matches!(error, FetchError::Guard { verdict: Verdict::InvalidUrl, .. }), "{to}: {error}");
    }
}

/// GHSA-hm22-wg2m-35v4, GHSA-56fq-63vj-9992: a second way out did not know the gate.
#[test]
fn t6_there_is_one_way_out_and_it_stands_in_one_file() {
    let mut builders = Vec::new();
    let mut folders: Vec<_> = ["src", "sources", "index"].map(|room| repo().join(room)).into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let code = std::fs::read_to_string(&path).expect("a file");
                if ["reqwest::Client", "reqwest::get", "reqwest::blocking", "Client::builder("]
                    .iter()
                    .any(|way| code.contains(way))
                {
                    builders.push(path.strip_prefix(repo()).expect("inside").display().to_string());
                }
            }
        }
    }
    assert_eq!(builders, ["sources/fetch/client.rs"]);
}

/// What pages and feeds link to goes through the same gate: next pages, items' pages, parts of a site map, enclosures.
#[test]
fn t6_no_address_that_a_page_hands_out_leads_inside() {
    let inner = "http://127.0.0.1:9/canary";
    let list = Crawl::of(&format!("{LIST}[source.list.detail]\n"), move |url, _| match url {
        "https://towns.example/" => html(&format!(
            "<ul><li><a href=\"{inner}\">Call one</a><li><a href=\"http://localhost/x\">Call two</a></ul><a class=next href=\"{inner}\">next</a>"
        )),
        _ => html("inside"),
    });
    list.visit();
    let followed = Crawl::of(&format!("{FEED}follow = true\n"), move |_, _| {
        feed(&format!("<item><title>Call</title><link>{inner}</link><enclosure url=\"{inner}\" type=\"text/html\"/></item>"))
    });
    followed.visit();
    let map = Crawl::of("[source.sitemap]\nurl = \"https://towns.example/map.xml\"\n", move |_, _| {
        reply(
            200,
            &["Content-Type: application/xml"],
            format!(
                "<sitemapindex><sitemap><loc>{inner}</loc></sitemap><sitemap><loc>http://[::1]/map</loc></sitemap></sitemapindex>"
            ),
        )
    });
    map.visit();
    for crawl in [&list, &followed, &map] {
        assert_eq!(crawl.web.pages_asked().len(), 1, "{:?}", crawl.web.pages_asked());
    }
}

/// CVE-2024-56509: `file:` was opened.
#[tokio::test]
async fn t7_only_http_and_https_are_asked() {
    let web = Web::of(|_, _| html("")).await;
    for url in [
        "file:///etc/passwd",
        "ftp://cities.example/",
        "gopher://cities.example/",
        "data:text/html,x",
        "jar:https://a.example/!/b",
    ] {
        assert!(matches!(fetch(settings(&web), url).await, Err(FetchError::Guard { verdict: Verdict::Scheme, .. })), "{url}");
    }
}

/// projectbluefin 805, 0x2E/fusion 208: a feed's link ran a script in the reader's page.
#[test]
fn t13_a_link_that_runs_a_script_is_no_link() {
    let hostile = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"];
    let items = move || {
        hostile.iter().enumerate().fold(String::new(), |items, (number, link)| {
            items + &format!("<item><title>Call {number}</title><guid>g{number}</guid><link>{link}</link></item>")
        })
    };
    let good = "<item><title>A good call</title><link>https://towns.example/7</link></item>";
    let crawl = Crawl::of(FEED, move |_, _| feed(&format!("{}{good}", items())));
    crawl.visit();
    let records = crawl.stage.export();
    assert!(records.iter().any(|record| record["url"] == "https://towns.example/7"), "{records:#?}");
    for record in &records {
        let written = record.to_string().to_lowercase();
        assert!(record["url"].as_str().is_some_and(|url| url.starts_with("http")), "{record:#}");
        assert!(!["javascript:", "vbscript:", "data:text", "file:"].iter().any(|scheme| written.contains(scheme)), "{record:#}");
    }
}
