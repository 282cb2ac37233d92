use serde_json::json;

use super::{Stage, record, records, until};

#[tokio::test]
async fn a_question_is_an_atom_feed_that_another_reader_reads() {
    let stage = Stage::with(&records()).await;
    let answer = stage.get("/feed.atom?q=climate").await;
    assert_eq!((answer.status.as_u16(), answer.kind()), (200, "application/atom+xml; charset=utf-8"));
    let feed = feed_rs::parser::parse(answer.body.as_bytes()).expect("a feed");
    assert_eq!(feed.entries.len(), 1);
    assert_eq!(feed.entries[0].title.as_ref().map(|title| title.content.as_str()), Some("Urban climate resilience fund"));
    assert!(feed.entries[0].links[0].href.ends_with("/o/en-climate"));
}

#[tokio::test]
async fn a_question_is_a_json_feed() {
    let stage = Stage::with(&records()).await;
    let answer = stage.get("/feed.json?q=climate").await;
    let feed = answer.json();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(1));
    assert!(feed["feed_url"].as_str().is_some_and(|url| url.contains("/feed.json?q=climate")), "{feed}");
}

#[tokio::test]
async fn a_calendar_has_one_event_for_each_stage_and_cuts_no_hebrew_letter() {
    let title = "קול קורא ".repeat(20);
    let long = record("long", json!({ "title": title.trim(), "lang": "he", "deadline": until("2027-03-15") }));
    let stage = Stage::with(&[long]).await;
    let answer = stage.get("/calendar.ics").await;
    let text = answer.body;
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
    assert!(
        text.contains("UID:long-1@kolkore") && text.contains("DTSTART;VALUE=DATE:20270315") && text.contains("SEQUENCE:"),
        "{text}"
    );
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let read: icalendar::Calendar = text.parse().expect("a calendar");
    let summary = read.events().next().and_then(|event| icalendar::Component::get_summary(event).map(str::to_owned));
    assert_eq!(summary.as_deref(), Some(title.trim()));
}

#[tokio::test]
async fn a_feed_shows_approved_records_only_and_a_bad_question_is_a_problem() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let feed = stage.get_as(&cookie, "/feed.json?q=climate&status=any").await.json();
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(2), "{feed}");
    let answer = stage.get("/feed.atom?colour=red").await;
    assert_eq!((answer.status.as_u16(), answer.kind()), (400, "application/problem+json"));
}
