//! What a site's owner says about visits, when it cannot be had or is too much, and how often we come (T24, T26).

use std::collections::HashMap;
use std::time::Duration;

use sources::fetch::{FetchError, RobotsRefusal};

use super::{Crawl, FEED, entry, feed, fetch, settings};
use crate::web::{Web, html, redirect, reply};

#[tokio::test]
async fn t24_an_unreachable_robots_file_forbids_the_site() {
    let web = Web::with_robots(|url, _| if url.ends_with("robots.txt") { reply(500, &[], "") } else { html("page") }).await;
    let error = fetch(settings(&web), "https://cities.example/").await.expect_err("forbidden");
    assert!(matches!(error, FetchError::Robots { refusal: RobotsRefusal::Unreachable { .. }, retry_at: Some(_), .. }), "{error}");
    assert!(web.pages_asked().is_empty());
}

#[tokio::test]
async fn t24_a_site_that_has_no_time_for_its_robots_file_is_left_alone_until_it_has() {
    let web = Web::with_robots(|url, _| if url.ends_with("robots.txt") { reply(503, &[], "") } else { html("page") }).await;
    let error = fetch(settings(&web), "https://cities.example/").await.expect_err("not now");
    assert!(matches!(error, FetchError::Later { .. }), "{error}");
    assert!(web.pages_asked().is_empty());
}

#[tokio::test]
async fn t24_a_loop_of_robots_redirects_counts_as_no_file() {
    let web =
        Web::with_robots(|url, _| if url.ends_with("robots.txt") { redirect(301, "/robots.txt") } else { html("page") }).await;
    assert_eq!(fetch(settings(&web), "https://cities.example/").await.expect("a page").body, b"page");
    assert_eq!(web.log().len(), 7, "the file, five redirects, the page");
}

/// RFC 9309, 2.5: at least 500 KiB have to be read; ten megabytes are somebody's joke.
#[tokio::test]
async fn t24_of_ten_megabytes_of_robots_the_beginning_counts() {
    let file = format!("User-agent: *\nDisallow: /private/\n{}Disallow: /late/\n", "Disallow: /x\n".repeat(800_000));
    let web =
        Web::with_robots(move |url, _| if url.ends_with("robots.txt") { reply(200, &[], &file) } else { html("page") }).await;
    assert!(fetch(settings(&web), "https://cities.example/late/").await.is_ok(), "beyond what is read");
    assert!(matches!(
        fetch(settings(&web), "https://cities.example/private/").await,
        Err(FetchError::Robots { refusal: RobotsRefusal::Rule, .. })
    ));
    assert_eq!(web.pages_asked(), ["https://cities.example/late/"]);
}

/// Rules after 400 KiB of comments still hold: the RFC's floor is above that.
#[tokio::test]
async fn t24_a_rule_within_the_first_half_megabyte_holds() {
    let file = format!("{}User-agent: *\nDisallow: /private/\n", "# and so on\n".repeat(35_000));
    let web =
        Web::with_robots(move |url, _| if url.ends_with("robots.txt") { reply(200, &[], &file) } else { html("page") }).await;
    assert!(fetch(settings(&web), "https://cities.example/private/").await.is_err());
}

/// Mastodon 4486: the crawlers of many servers took a small site down. Here, several sources on one host, crawled at once.
#[test]
fn t26_one_host_is_asked_one_thing_at_a_time_with_a_pause_between() {
    const PAUSE: Duration = Duration::from_millis(80);
    let roadmap =
        (0..4).map(|n| entry(&format!("towns-{n}"), &FEED.replace("/feed", &format!("/feed/{n}")))).collect::<Vec<_>>().concat();
    let crawl = Crawl::over(&roadmap, |url, _| feed(&format!("<item><title>Call</title><link>{url}/item</link></item>")));
    let output =
        crawl.stage.command(&["crawl", "--json"]).env("KOLKORE_FETCH_MIN_DELAY_MS", PAUSE.as_millis().to_string()).output();
    assert!(output.expect("the program starts").status.success());
    assert_eq!(crawl.web.most_at_once(), 1);
    let log = crawl.web.log();
    assert_eq!(log.len(), 6, "robots.txt once, four feeds, the reservation of rights once");
    assert!(log.iter().all(|asked| asked.method == "GET" && asked.body.is_empty()));
    for two in log.windows(2) {
        assert!(two[1].at - two[0].answered >= PAUSE, "{} came too soon", two[1].url);
    }
    let by_agent: HashMap<_, usize> = log.iter().fold(HashMap::new(), |mut counts, asked| {
        *counts.entry(asked.headers["user-agent"].clone()).or_default() += 1;
        counts
    });
    assert!(by_agent.len() == 1 && by_agent.keys().all(|agent| agent.starts_with("kolkore/")), "{by_agent:?}");
}
