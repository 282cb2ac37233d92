//! What hosts ask for, over several processes.

use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::complaint::{Complaint, Kind};
use crate::crawl::health::Reason;

/// One process: what it asked for, and what its visit came to.
async fn process(stage: &Stage, at: &str) -> (Vec<String>, CrawlRun) {
    let app = stage.app(at).await;
    let run = crawl(&app).await;
    app.close().await;
    (stage.asked(), run)
}

#[tokio::test]
async fn a_hosts_wish_for_patience_outlives_every_process_until_its_time() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 429, "");
    let (asked, run) = process(&stage, "2026-11-22T08:00:00").await;
    assert_eq!((asked.last().map(String::as_str), run.outcome), (Some("/calls-2026"), Outcome::Waiting));
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    for at in ["2026-11-22T08:30:00", "2026-11-22T09:00:00", "2026-11-22T09:59:00"] {
        let (asked, run) = process(&stage, at).await;
        assert_eq!((asked, run.counts.pages), (Vec::new(), 0), "{at}");
        assert_eq!(run.outcome, Outcome::Waiting, "it was not asked, so nothing speaks against it");
        let [complaint] = run.complaints.as_slice() else { panic!("{at}: {:?}", run.complaints) };
        assert!(matches!(complaint.kind, Kind::LeftAlone { .. }), "{at}: {complaint}");
    }
    let (asked, run) = process(&stage, "2026-11-22T10:00:30").await;
    assert_eq!((asked[0].as_str(), run.outcome), ("/calls-2026", Outcome::Done), "what robots.txt says is kept for a day");
}

#[tokio::test]
async fn a_site_that_is_down_is_told_by_its_status_and_not_as_one_that_asks_us_to_wait() {
    for (address, named, told) in
        [("calls-2026", "soon", "\"kind\":\"busy\""), ("robots.txt", "0", "\"busy_rules\""), ("calls-2026", "3600", "\"later\"")]
    {
        let stage = Stage::new(LIST).await;
        stage.set(&format!("towns.example/{address}"), 503, named);
        let (_, run) = process(&stage, "2026-11-22T08:00:00").await;
        let complaint = run.complaints.first().unwrap();
        let kind = serde_json::to_string(&complaint.kind).unwrap();
        assert!(kind.contains(told) && complaint.detail.contains("the site answered 503"), "{address}: {complaint:?}");
    }
}

#[tokio::test]
async fn robots_txt_is_asked_for_once_a_day_by_however_many_processes() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let mut asked = Vec::new();
    for at in ["2026-11-22T08:00:00", "2026-11-22T20:00:00", "2026-11-23T09:00:00"] {
        asked.push(process(&stage, at).await.0.contains(&"/robots.txt".to_owned()));
    }
    assert_eq!(asked, [true, false, true]);
}

const WITH_PAGES: &str = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n\
                          [source.list.detail]\nbody = \"main\"\n";

#[tokio::test]
async fn a_long_crawl_delay_is_kept_and_the_visit_goes_on_where_it_stopped_over_many_processes() {
    let mut stage = Stage::new(WITH_PAGES).await;
    stage.min_delay_ms = 5000;
    stage.set("towns.example/robots.txt", 200, "User-agent: *\nCrawl-delay: 7200\n");
    stage.set("towns.example/calls", 200, &items(3, "li"));
    for n in 1..=3 {
        stage.set(&format!("towns.example/c/{n}"), 200, "<h1>Call</h1><main>Municipalities may apply by 1 March 2027.</main>");
    }
    for (at, asks, outcome) in [
        ("08:00", Some("/robots.txt"), Outcome::Waiting),
        ("08:30", None, Outcome::Waiting),
        ("10:01", Some("/calls"), Outcome::Waiting),
        ("12:02", Some("/c/1"), Outcome::Waiting),
        ("13:00", None, Outcome::Waiting),
        ("14:03", Some("/c/2"), Outcome::Waiting),
        ("16:04", Some("/c/3"), Outcome::Done),
        ("18:05", Some("/calls"), Outcome::Waiting),
    ] {
        let (asked, run) = process(&stage, &format!("2026-11-22T{at}:00")).await;
        assert_eq!((asked.first().map(String::as_str), asked.len(), run.outcome), (asks, asks.iter().len(), outcome), "{at}");
        assert_eq!((run.complaints.len(), run.counts.unlisted), (usize::from(outcome == Outcome::Waiting), 0), "{at}");
    }
    let app = stage.app("2026-11-22T18:06:00").await;
    assert_eq!(state(&app).await, Health::Ok, "nothing is wrong with a site that wants its time");
    let runs = app.store.runs("towns", VISITS).await.unwrap();
    assert_eq!(runs.len(), 2, "all parts are one visit");
    assert_eq!((runs[1].counts.kept.items, runs[1].counts.kept.opportunities), (3, 3));
    assert_eq!(runs[0].counts.kept.unchanged, 3, "a page that must wait leaves its item as it was");
}

/// One process: what its visit came to, and how the source stands then, and why.
async fn judged(stage: &Stage, at: &str) -> (CrawlRun, Health, Vec<Reason>) {
    let app = stage.app(at).await;
    let run = crawl(&app).await;
    let visits = app.store.runs("towns", VISITS).await.unwrap();
    let last_new = app.store.last_new("towns").await.unwrap();
    let known = Known { visits: &visits, last_new, reviews: Reviews::default() };
    let judgement = judge(&app.sources[0], known, app.clock.now());
    app.close().await;
    (run, judgement.state, judgement.reasons)
}

#[tokio::test]
async fn a_busy_host_that_names_a_time_changes_no_state_and_robots_txt_is_no_exception() {
    for (page, status, patience) in
        [("calls-2026", 503, "3600"), ("calls-2026", 429, "Sun, 22 Nov 2026 20:00:00 GMT"), ("robots.txt", 503, "3600")]
    {
        let stage = Stage::new(LIST).await;
        stage.set("towns.example/calls-2026", 200, &items(3, "li"));
        process(&stage, "2026-11-20T08:00:00").await;
        stage.set(&format!("towns.example/{page}"), status, patience);
        let (run, health, reasons) = judged(&stage, "2026-11-22T08:00:00").await;
        assert_eq!(
            (run.outcome, run.complaints.len()),
            (Outcome::Waiting, 1),
            "{page} {status} {patience}: {:?}",
            run.complaints
        );
        assert_eq!((health, reasons), (Health::Ok, Vec::new()), "{page} {status} {patience}");
    }
}

#[tokio::test]
async fn a_host_that_only_ever_asks_for_patience_is_noticed_after_a_week() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/calls-2026", 429, "172800");
    let start: DateTime<Utc> = "2026-11-02T08:00:00Z".parse().unwrap();
    let mut told = Vec::new();
    for day in [0, 3, 6, 9] {
        let (run, health, reasons) =
            judged(&stage, &(start + TimeDelta::days(day) + TimeDelta::minutes(day)).format("%FT%T").to_string()).await;
        assert_eq!(run.outcome, Outcome::Waiting, "{day}");
        told.push((health, reasons));
    }
    let waits = (Health::Waiting, vec![Reason::WantsPatience]);
    let noticed = (Health::Degraded, vec![Reason::EndlessWait { days: 9 }]);
    assert_eq!(told, [waits.clone(), waits.clone(), waits, noticed]);
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    assert_eq!(judged(&stage, "2026-11-20T08:00:00").await.1, Health::Ok);
}

#[tokio::test]
async fn visiting_hours_are_told_as_such() {
    let stage = Stage::new(LIST).await;
    stage.set("towns.example/robots.txt", 200, "User-agent: *\nVisit-time: 0100-0200\n");
    let (run, health, reasons) = judged(&stage, "2026-11-22T08:00:00").await;
    assert!(matches!(run.complaints.as_slice(), [Complaint { kind: Kind::VisitingHours { .. }, .. }]), "{:?}", run.complaints);
    assert_eq!((health, reasons), (Health::Waiting, vec![Reason::KeepsHours]));
}
