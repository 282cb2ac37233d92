//! What a source does not list any more, and which visits may say so.

use super::*;

const DATED: &str =
    "[source.list]\nurl = \"https://towns.example/calls\"\nitem = \"li\"\ntitle = \"a\"\nlink = \"a\"\nfields = { deadline = \"time\" }\n";

/// Calls with a deadline of their own, or without that element.
fn calls(numbers: std::ops::RangeInclusive<usize>, deadline: Option<&str>) -> String {
    let time = deadline.map(|day| format!("<time>{day}</time>")).unwrap_or_default();
    let row = |n| format!("<li><a href='/c/{n}'>Call for proposals {n} for municipalities</a>{time}</li>");
    format!("<!doctype html><title>Calls</title><ul>{}</ul>", numbers.map(row).collect::<String>())
}

#[tokio::test]
async fn visits_with_something_wrong_do_not_say_what_is_gone() {
    let stage = Stage::new(DATED).await;
    stage.set("towns.example/calls", 200, &calls(1..=10, Some("2027-03-01")));
    let app = stage.app("2026-11-22T08:00:00").await;
    crawl(&app).await;
    crawl(&app).await;
    stage.set("towns.example/calls", 200, &calls(1..=7, None));
    for _ in 0..3 {
        let run = crawl(&app).await;
        assert_eq!((run.outcome, run.counts.kept.items, run.counts.unlisted), (Outcome::Done, 7, 0));
        assert_ne!(state(&app).await, Health::Ok, "the deadline's selector matches nothing");
    }
    stage.set("towns.example/calls", 200, &calls(1..=7, Some("2027-03-01")));
    assert_eq!(crawl(&app).await.counts.unlisted, 0, "one healthy visit is not enough");
    assert_eq!(crawl(&app).await.counts.unlisted, 3);
}
