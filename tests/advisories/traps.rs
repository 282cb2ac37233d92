//! Sites without an end, patterns without an end, and names that point out of their folder (T21, T22, T25).

use std::time::{Duration, Instant};

use super::{Crawl, FEED, LIST, entry, feed};
use crate::web::{Reply, html, reply};

/// An honest program is done with these in milliseconds; a quadratic one is not in minutes.
const AT_ONCE: Duration = Duration::from_secs(20);

/// changedetection.io's GHSA-9jj8-v89v-xjvw, GHSA-mh42-m7cg-49fr, GHSA-8757-69j2-hx56: a field became a file's name.
#[test]
fn t21_a_field_never_becomes_a_file_s_name() {
    let names = ["../../../../tmp/out", "/etc/cron.d/x", "..\\..\\x", "%2e%2e%2fx", "a/../../b", "nul\u{0}.txt"];
    let items = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            format!("<item><title>Call {name}</title><guid>{name}</guid><author>{name}</author><category>{name}</category><link>https://towns.example/{number}</link></item>")
        })
        .collect::<Vec<_>>().concat();
    let crawl = Crawl::of(FEED, move |_, _| feed(&items.replace('\0', "")));
    crawl.visit();
    assert_eq!(crawl.stage.export().len(), names.len());
    let mut kept: Vec<String> = std::fs::read_dir(crawl.stage.data())
        .expect("the data folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    kept.sort();
    assert!(kept.iter().all(|name| name == "index" || name.starts_with("kolkore.") || name.starts_with("lock")), "{kept:?}");
    let beside: Vec<_> =
        std::fs::read_dir(crawl.stage.path("")).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(beside.len(), 2, "configuration and data: {beside:?}");
}

/// A slug is a file's name in places, so it is letters, digits and hyphens only.
#[test]
fn t21_a_source_cannot_be_called_by_a_path() {
    for slug in ["../x", "a/b", "a.b", "A", ""] {
        let crawl = Crawl::over(&entry(slug, FEED), |_, _| feed(""));
        let said = crawl.stage.failure(&["check"]);
        assert!(said.contains("newcomers.toml:2") && said.contains("lower-case letters"), "{slug}: {said}");
    }
}

/// GHSA-6fmw-82m7-jq6p and many a regular expression since: a pattern of the configuration read files, or never came to an end.
#[test]
fn t22_a_catastrophic_pattern_is_refused_or_done_at_once() {
    let json = "[source.json]\nurl = \"https://towns.example/api\"\nitems = '$.items[?search(@.title, \"(a+)+(a|a)*$\")]'\ntitle = \"$.title\"\nlink = \"$.link\"\n";
    let body = format!("{{\"items\":[{{\"title\":\"{}!\",\"link\":\"/1\"}}]}}", "a".repeat(50_000));
    let started = Instant::now();
    Crawl::of(json, move |_, _| reply(200, &["Content-Type: application/json"], &body)).visit();

    let selector = format!("{} li", "div ".repeat(40));
    let list = LIST.replace("item = \"li\"", &format!("item = \"{selector}\""));
    let deep = format!("{}<p>no item here", "<div>".repeat(500)).repeat(40);
    Crawl::of(&list, move |_, _| html(&deep)).visit();
    assert!(started.elapsed() < AT_ONCE, "{:?}", started.elapsed());

    for (pattern, what) in
        [("$.items[?search(@.t, '(')]", "JSON path"), ("$..", "JSON path"), ("document('file:///etc/passwd')", "JSON path")]
    {
        let wrong = json.replace("'$.items[?search(@.title, \"(a+)+(a|a)*$\")]'", &format!("\"{pattern}\""));
        let crawl = Crawl::of(&wrong, |_, _| html(""));
        let output = crawl.stage.run(&["check"]);
        let said = crate::support::text(&output.stderr);
        assert!(output.status.success() || (said.contains("newcomers.toml:") && said.contains(what)), "{pattern}: {said}");
    }
    let wrong = Crawl::of(&LIST.replace("item = \"li\"", "item = \"li > > :has(\""), |_, _| html(""));
    let said = wrong.stage.failure(&["check"]);
    assert!(said.contains("newcomers.toml:") && said.contains("does not parse"), "{said}");
}

/// The calendar without an end: every month has a next one, and nothing ever takes place.
#[test]
fn t25_a_calendar_without_events_is_left_after_three_pages() {
    let crawl = Crawl::of(LIST, |url, _| {
        let month: u64 = url.rsplit('=').next().and_then(|month| month.parse().ok()).unwrap_or(0);
        html(&format!("<h1>Month {month}</h1><a class=next href=\"/?month={}\">next</a>", month + 1))
    });
    let visits = crawl.visit();
    assert_eq!(crawl.web.pages_asked().len(), 3, "{:?}", crawl.web.pages_asked());
    assert!(visits[0]["complaints"].to_string().contains("third page in a row"), "{visits:#?}");
}

/// A calendar that has events for ever: nobody asks for those of the year 2040.
#[test]
fn t25_a_calendar_full_of_events_is_left_beyond_the_source_s_days() {
    let list = format!("{LIST}[source.list.fields]\nevent_start = \"time\"\n");
    let crawl = Crawl::of(&list, |url, _| {
        let month: u32 = url.rsplit('=').next().and_then(|month| month.parse().ok()).unwrap_or(0);
        let (year, of_year) = (2026 + (10 + month) / 12, (10 + month) % 12 + 1);
        let day = format!("{year}-{of_year:02}-28");
        html(&format!(
            "<ul><li><a href=\"/event/{month}\">Conference of towns {month}</a><time>{day}</time></ul><a class=next href=\"/?month={}\">next</a>",
            month + 1
        ))
    });
    crawl.visit();
    let asked = crawl.web.pages_asked().len();
    assert!((24..=27).contains(&asked), "two years of months and one page beyond, not {asked}");
}

/// Each page gives out a new session, and the same three items under it.
#[test]
fn t25_a_session_in_the_address_makes_neither_new_pages_nor_new_items() {
    let crawl = Crawl::of(LIST, |url, before| {
        let session = format!("{:020}", url.len() * 7919 + before);
        html(&format!(
            "<ul><li><a href=\"/call/1;jsessionid={session}\">Call one</a><li><a href=\"/call/2?PHPSESSID={session}\">Call two</a></ul>\
             <a class=next href=\"/?page=2&sid={session}\">next</a>"
        ))
    });
    crawl.visit();
    crawl.visit();
    assert_eq!(crawl.stage.export().len(), 2);
    assert!(crawl.web.pages_asked().len() <= 6, "{:?}", crawl.web.pages_asked());
}

/// Relative links that a server answers at every depth.
#[test]
fn t25_a_path_that_repeats_itself_is_not_asked() {
    let crawl = Crawl::of(LIST, |url, _| {
        let number = url.len();
        html(&format!(
            "<ul><li><a href=\"call-{number}\">Call {number}</a></ul><a class=next href=\"{}/more/\">next</a>",
            url.trim_end_matches('/')
        ))
    });
    let visits = crawl.visit();
    assert_eq!(crawl.web.pages_asked().len(), 3, "{:?}", crawl.web.pages_asked());
    assert!(visits[0]["complaints"].to_string().contains("a trap for crawlers"), "{visits:#?}");
}

/// Whatever a site makes up, a visit ends with its budget of pages.
#[test]
fn t25_a_list_that_always_brings_something_new_ends_with_the_budget() {
    let crawl = Crawl::over(&entry("towns", LIST).replace("active = true", "active = true\npage_limit = 12"), |url, _| {
        let page: u64 = url.rsplit('=').next().and_then(|page| page.parse().ok()).unwrap_or(0);
        html(&format!("<ul><li><a href=\"/call/{page}\">Call {page}</a></ul><a class=next href=\"/?page={}\">next</a>", page + 1))
    });
    let visits = crawl.visit();
    assert_eq!((crawl.web.pages_asked().len(), visits[0]["counts"]["items"].as_u64()), (12, Some(12)));
    assert!(visits[0]["complaints"].to_string().contains("page_limit"), "{visits:#?}");
}

/// A million items on one page.
#[test]
fn t25_a_page_with_more_items_than_any_list_has_is_cut() {
    let items = (0..100_000)
        .map(|n| format!("<item><title>Call {n}</title><link>https://towns.example/{n}</link></item>"))
        .collect::<Vec<_>>()
        .concat();
    let crawl = Crawl::of(FEED, move |_, _| -> Reply { feed(&items) });
    let visits = crawl.visit();
    assert!(visits[0]["counts"]["items"].as_u64().is_some_and(|items| items <= 2_000), "{visits:#?}");
}

/// Each page within the limits, all of them together a gigabyte.
#[test]
fn t25_a_source_whose_every_page_is_huge_ends_with_its_budget_of_bytes() {
    const PAGE: usize = 9_000_000;
    let body = format!("<title>A call</title>{}", " ".repeat(PAGE));
    let crawl = Crawl::of(&format!("{FEED}follow = true\n"), move |url, _| match url {
        "https://towns.example/feed" => {
            let items = (0..60).map(|n| format!("<item><title>Call {n}</title><link>https://towns.example/{n}</link></item>"));
            feed(&items.collect::<Vec<_>>().concat())
        }
        _ => html(&body),
    });
    let visits = crawl.visit();
    assert_eq!(crawl.web.pages_asked().len(), 1 + 5, "300 pages of 128 KiB are five such pages");
    assert_eq!(visits[0]["counts"]["items"], 60, "{visits:#?}");
    assert!(visits[0]["complaints"].to_string().contains("more bytes than"), "{visits:#?}");
}
