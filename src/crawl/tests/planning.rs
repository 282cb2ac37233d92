//! When a source is due again, whoever visited it.

use chrono::TimeDelta;

use super::*;

/// When the source is due after a visit by the command line at eight in the morning, from then.
async fn due_in(stage: &Stage) -> TimeDelta {
    let app = stage.app("2026-11-22T08:00:00").await;
    let began = app.clock.now();
    crawl(&app).await;
    let due = app.store.next_due("towns", "0 6 * * *").await.unwrap().expect("every visit plans the next");
    app.close().await;
    due - began
}

async fn daily(shape: &str) -> Stage {
    let mut stage = Stage::new(shape).await;
    stage.roadmap = stage.roadmap.replace("floor = 1\n", "floor = 1\nschedule = \"0 6 * * *\"\n");
    stage
}

fn is_about(found: TimeDelta, hours: i64) -> bool {
    (found - TimeDelta::hours(hours)).abs() < TimeDelta::minutes(1)
}

#[tokio::test]
async fn what_the_command_line_has_visited_the_daemon_does_not_visit_again_at_once() {
    let stage = daily(LIST).await;
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    assert!(is_about(due_in(&stage).await, 22), "by its schedule");
    stage.set("towns.example/calls-2026", 500, "");
    assert!(is_about(due_in(&stage).await, 1), "a failed visit is tried again after an hour");
    stage.set("towns.example/calls-2026", 403, "");
    let due = due_in(&stage).await;
    assert!(is_about(due, 7 * 24), "a site that refuses us is asked again weekly: {due}");
}

#[tokio::test]
async fn a_visit_that_must_wait_is_due_when_it_may_go_on() {
    let mut stage = daily(LIST).await;
    stage.min_delay_ms = 5000;
    stage.set("towns.example/robots.txt", 200, "User-agent: *\nCrawl-delay: 10800\n");
    stage.set("towns.example/calls-2026", 200, &items(3, "li"));
    let due = due_in(&stage).await;
    assert!(is_about(due, 3), "{due}");
}

#[tokio::test]
async fn a_host_that_asks_for_patience_and_names_no_time_is_asked_less_and_less_often() {
    let shape = "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\n[source.list.detail]\n";
    for patience in ["0", "1", "Wed, 25 Nov 2015 09:00:00 GMT"] {
        let stage = daily(shape).await;
        stage.set("towns.example/calls", 200, &items(3, "li"));
        for n in 1..=3 {
            stage.set(&format!("towns.example/c/{n}"), 429, patience);
        }
        assert!(is_about(due_in(&stage).await, 1), "{patience}");
    }
}

#[tokio::test]
async fn no_visit_is_planned_before_the_time_that_its_host_has_named() {
    for (patience, hours) in [("108000", 30), ("7200", 2), ("1", 1)] {
        let stage = daily(LIST).await;
        stage.set("towns.example/calls-2026", 503, patience);
        assert!(is_about(due_in(&stage).await, hours), "{patience}");
    }
}
