//! Politeness as a host sees it (T26): one at a time, pauses, patience when asked for, rules kept.

use std::time::Duration;

use chrono::TimeDelta;

use super::stage::{Reply, Stage, fetch, head, html, noon, redirect, reply};
use crate::fetch::{FetchError, FetchSettings, Fetcher, Hold, Memory, Wait};
use crate::page::{Request, Validators};

#[tokio::test]
async fn a_host_is_asked_one_thing_at_a_time_and_left_alone_between() {
    let stage = Stage::of(|_, _| Reply::Late(Duration::from_millis(30), head(200, &["Content-Length: 0"]))).await;
    let fetcher = Fetcher::new(FetchSettings { min_delay: Duration::from_millis(60), ..stage.settings() }).unwrap();
    let addresses =
        ["http://cities.example/1", "http://cities.example/2", "https://cities.example/3", "https://CITIES.example./4"];
    let visits: Vec<_> = addresses
        .map(|url| {
            tokio::spawn({
                let fetcher = fetcher.clone();
                async move { fetch(&fetcher, url).await }
            })
        })
        .into_iter()
        .collect();
    for visit in visits {
        visit.await.unwrap().unwrap();
    }
    assert_eq!(stage.most_at_once(), 1);
    let log = stage.log();
    let gaps: Vec<_> = log.windows(2).map(|two| two[1].at - two[0].answered).collect();
    assert_eq!(gaps.len(), 6, "four pages and the robots.txt of three origins");
    assert!(gaps.iter().all(|gap| *gap >= Duration::from_millis(60)), "{gaps:?}");
}

#[tokio::test]
async fn hosts_do_not_wait_for_each_other() {
    let stage = Stage::of(|url, _| if url.contains("slow") { Reply::Trickle(head(200, &[])) } else { html("quick") }).await;
    let fetcher = stage.fetcher();
    let slow = tokio::spawn({
        let fetcher = fetcher.clone();
        async move { fetch(&fetcher, "https://slow.example/").await }
    });
    assert!(fetch(&fetcher, "https://quick.example/").await.is_ok());
    assert!(!slow.is_finished());
    slow.abort();
}

#[tokio::test]
async fn crawl_delay_is_kept_and_a_long_one_means_later() {
    let robots = |delay: &'static str| {
        move |url: &str, _| {
            if url.ends_with("robots.txt") {
                reply(200, &[], format!("User-agent: *\nCrawl-delay: {delay}\n"))
            } else {
                html("page")
            }
        }
    };
    let scaled =
        |stage: &Stage| Fetcher::new(FetchSettings { min_delay: Duration::from_millis(50), ..stage.settings() }).unwrap();

    let stage = Stage::with_robots(robots("20")).await;
    fetch(&scaled(&stage), "https://cities.example/").await.unwrap();
    let log = stage.log();
    assert!(log[1].at - log[0].answered >= Duration::from_millis(200), "20 s at a hundredth of the pace");

    let stage = Stage::with_robots(robots("86400")).await;
    let error = fetch(&scaled(&stage), "https://cities.example/").await.unwrap_err();
    assert!(
        matches!(error, FetchError::Later { because: Wait::Pause, at, .. } if at > noon() + TimeDelta::minutes(14)),
        "{error}"
    );
    assert!(stage.pages_asked().is_empty());
}

#[tokio::test]
async fn a_busy_host_is_not_asked_before_the_time_it_names() {
    for (status, retry_after) in [(429, "Retry-After: 3600"), (503, "Retry-After: Wed, 25 Nov 2026 13:00:00 GMT")] {
        let stage = Stage::of(move |_, before| if before == 0 { reply(status, &[retry_after], "") } else { html("back") }).await;
        let fetcher = stage.fetcher();
        for _ in 0..2 {
            let at = fetch(&fetcher, "https://cities.example/").await.unwrap_err().retry_at().unwrap();
            assert!((at - noon() - TimeDelta::hours(1)).abs() < TimeDelta::seconds(5), "{at}");
        }
        assert_eq!(stage.pages_asked().len(), 1);
        let request = Request::get("https://cities.example/".parse().unwrap());
        assert!(fetcher.get(&request, &Validators::default(), noon() + TimeDelta::hours(2)).await.is_ok());
    }
}

#[tokio::test]
async fn what_an_earlier_process_was_told_is_kept() {
    let stage = Stage::of(|_, _| html("page")).await;
    let fetcher = stage.fetcher();
    let hold = Hold { host: "cities.example".into(), until: noon() + TimeDelta::hours(1), because: Wait::Held, refusals: 0 };
    fetcher.recall(Memory { holds: vec![hold], rules: vec![] }, noon()).await;
    let error = fetch(&fetcher, "https://cities.example/").await.unwrap_err();
    assert_eq!((error.retry_at(), error.is_only_early()), (Some(noon() + TimeDelta::hours(1)), true));
    assert!(stage.log().is_empty());
}

#[tokio::test]
async fn a_host_that_answers_robots_txt_with_patience_is_waited_for_and_no_owner_has_to_be_asked() {
    let stage = Stage::with_robots(|_, _| reply(503, &["Retry-After: 7200"], "")).await;
    let (first, next) = (stage.fetcher(), stage.fetcher());
    let error = fetch(&first, "https://cities.example/").await.unwrap_err();
    assert!(matches!(error, FetchError::Later { because: Wait::Asked, .. }) && error.is_only_early(), "{error}");
    next.recall(first.news(noon()), noon()).await;
    for fetcher in [first, next] {
        let error = fetch(&fetcher, "https://cities.example/").await.unwrap_err();
        assert!(matches!(error, FetchError::Later { because: Wait::Held, .. }), "{error}");
    }
    assert_eq!(stage.log().len(), 1);
}

#[tokio::test]
async fn an_accident_is_tried_once_more_and_no_more() {
    let stage = Stage::of(|url, before| match (url.contains("twice"), before) {
        (false, 0) | (true, _) => Reply::Whole(Vec::new()),
        _ => html("second time"),
    })
    .await;
    let fetcher = stage.fetcher();
    assert_eq!(fetch(&fetcher, "https://once.example/").await.unwrap().body, b"second time");
    assert!(matches!(fetch(&fetcher, "https://twice.example/").await, Err(FetchError::Network { .. })));
    assert_eq!(stage.pages_asked().len(), 4);
}

#[tokio::test]
async fn a_refusal_is_taken_as_one() {
    let challenge = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>";
    for (status, body) in [(403, "no"), (401, "log in"), (200, challenge), (503, challenge)] {
        let stage = Stage::of(move |_, _| reply(status, &["Content-Type: text/html"], body)).await;
        let error = fetch(&stage.fetcher(), "https://cities.example/").await.unwrap_err();
        assert!(error.is_blocked(), "{error}");
        assert_eq!(stage.pages_asked().len(), 1, "no second try in disguise");
    }
}

#[tokio::test]
async fn robots_rules_hold_on_every_hop() {
    let stage = Stage::with_robots(|url, _| match url {
        "https://a.example/robots.txt" => reply(404, &[], ""),
        "https://b.example/robots.txt" => reply(200, &["Content-Type: text/plain"], "User-agent: kolkore\nDisallow: /members\n"),
        _ => redirect(302, "https://b.example/members/7"),
    })
    .await;
    let error = fetch(&stage.fetcher(), "https://a.example/").await.unwrap_err();
    assert!(matches!(&error, FetchError::Robots { url, .. } if url == "https://b.example/members/7"), "{error}");
    assert_eq!(stage.pages_asked(), ["https://a.example/"]);
}

#[tokio::test]
async fn a_robots_file_is_asked_for_once_a_day() {
    let stage =
        Stage::with_robots(|url, _| if url.ends_with("robots.txt") { html("<html>start page</html>") } else { html("page") })
            .await;
    let fetcher = stage.fetcher();
    let request = Request::get("https://cities.example/".parse().unwrap());
    for hours in [0, 1, 23, 25] {
        fetcher.get(&request, &Validators::default(), noon() + TimeDelta::hours(hours)).await.unwrap();
    }
    assert_eq!(stage.log().iter().filter(|asked| asked.url.ends_with("robots.txt")).count(), 2);
}

#[tokio::test]
async fn of_a_robots_file_without_an_end_the_beginning_counts() {
    let stage = Stage::with_robots(|url, _| {
        if url.ends_with("robots.txt") {
            Reply::Flood(head(200, &["Content-Type: text/plain", "", "User-agent: *\r\nDisallow: /private"]))
        } else {
            html("page")
        }
    })
    .await;
    let fetcher = stage.fetcher();
    assert_eq!(fetch(&fetcher, "https://cities.example/").await.unwrap().body, b"page");
    assert!(fetch(&fetcher, "https://cities.example/private").await.unwrap_err().is_forbidden());
}
