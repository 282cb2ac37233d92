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

/// Sixty calls, the later kept the sooner due.
fn sixty() -> Vec<crate::record::Record> {
    let day = |n: i64| chrono::NaiveDate::from_ymd_opt(2027, 6, 1).unwrap() - chrono::TimeDelta::days(n);
    (0..60).map(|n| record(&format!("call-{n:02}"), json!({ "deadline": until(&day(n).to_string()) }))).collect()
}

#[tokio::test]
async fn a_table_and_a_calendar_hold_everything_and_a_feed_the_newest() {
    let stage = Stage::with(&sixty()).await;
    let table = stage.get("/api/v1/opportunities?format=csv").await;
    assert_eq!(table.body.lines().count(), 1 + 60);
    let page = stage.get("/?q=title").await.body;
    assert!(page.contains("/api/v1/opportunities?q=title&#38;format=csv"), "{page}");
    let calendar = stage.get("/calendar.ics").await.body;
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 60);
    let first = calendar.split("BEGIN:VEVENT").nth(1).unwrap();
    assert!(first.contains("UID:call-59"), "{first}");
    let feed = stage.get("/feed.json").await;
    let items = feed.json()["items"].as_array().unwrap().clone();
    assert!(items.len() == 50 && items[0]["id"].as_str().unwrap().ends_with("/call-59"), "{items:?}");
    let link = feed.headers["link"].to_str().unwrap().to_owned();
    let next = link.split_once(">; rel=\"next\"").unwrap().0.rsplit_once('<').unwrap().1.to_owned();
    assert_eq!(stage.get(&next).await.json()["items"].as_array().map(Vec::len), Some(10), "{next}");
}

#[tokio::test]
async fn who_asks_for_a_page_of_a_table_or_a_calendar_gets_a_page() {
    let stage = Stage::with(&sixty()).await;
    let table = stage.get("/api/v1/opportunities?format=csv&page_size=7").await;
    assert_eq!(table.body.lines().count(), 1 + 7);
    assert!(table.headers["link"].to_str().unwrap().contains("page=2&page_size=7&format=csv>; rel=\"next\""));
    assert_eq!(stage.get("/calendar.ics?page_size=7&page=9").await.body.matches("BEGIN:VEVENT").count(), 4);
    for path in ["/calendar.ics?page=51", "/api/v1/opportunities?format=csv&page=11", "/feed.atom?page=2001"] {
        assert_eq!(stage.get(path).await.status.as_u16(), 400, "{path}");
    }
}

#[tokio::test]
async fn feeds_and_calendars_have_what_has_all_words_whatever_else_there_is() {
    let heron = |id: &str, title: &str| record(id, json!({ "title": title, "lang": "en", "deadline": until("2027-03-15") }));
    let mut calls: Vec<_> = (0..3).map(|n| heron(&format!("whole-{n}"), "Lagoon heron project")).collect();
    calls.extend((0..3).map(|n| heron(&format!("part-{n}"), "Lagoon only")));
    let stage = Stage::with(&calls).await;
    let events = stage.get("/calendar.ics?q=lagoon+heron").await.body.matches("BEGIN:VEVENT").count();
    let entries = stage.get("/feed.json?q=lagoon+heron").await.json()["items"].as_array().map(Vec::len);
    assert_eq!((events, entries), (3, Some(3)));
    assert_eq!(stage.get("/api/v1/opportunities?q=lagoon+heron").await.json()["total"], 6);
}

#[tokio::test]
async fn what_has_no_place_for_a_notice_has_neither_partial_nor_corrected_hits() {
    let heron = |id: &str, title: &str| record(id, json!({ "title": title, "lang": "en" }));
    let mut calls: Vec<_> = (0..3).map(|n| heron(&format!("whole-{n}"), "Lagoon heron project")).collect();
    calls.extend((0..3).map(|n| heron(&format!("part-{n}"), "Lagoon only")));
    let stage = Stage::with(&calls).await;
    for (words, whole, all) in [("lagoon+heron", 3, 6), ("lagooon", 0, 6)] {
        let table = stage.get(&format!("/api/v1/opportunities?q={words}&format=csv")).await.body;
        let grants = stage.get(&format!("/common-grants/opportunities?q={words}")).await.json();
        assert_eq!((table.lines().count() - 1, &grants["paginationInfo"]["totalItems"]), (whole, &json!(whole)), "{words}");
        assert_eq!(stage.get(&format!("/api/v1/opportunities?q={words}")).await.json()["total"], all, "{words}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_of_the_web_leaves_in_no_form() {
    let script = "javascript:alert(1)";
    let seen = json!([{"slug": "embassy-canada", "url": script, "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-25T06:00:00Z"}]);
    let files = json!([{"name": "a.pdf", "url": script, "text": "x"}]);
    let stage = Stage::with(&[record("odd", json!({ "url": script, "sources": seen, "attachments": files }))]).await;
    let paths =
        ["/api/v1/opportunities", "/api/v1/opportunities/odd", "/api/v1/opportunities?format=csv", "/feed.json", "/feed.atom"];
    for path in paths.into_iter().chain(["/common-grants/opportunities", "/o/odd"]) {
        let answer = stage.get(path).await;
        assert!(answer.status.as_u16() == 200 && !answer.body.contains("javascript:"), "{path} {}", answer.body);
    }
}

#[tokio::test]
async fn characters_that_no_reader_takes_are_left_out() {
    let title = "Odd \u{1}\u{8}\u{b}call\u{fffe} <b>\r\nof all";
    let stage = Stage::with(&[record("odd", json!({ "title": title, "deadline": until("2027-03-15") }))]).await;
    for path in ["/feed.atom", "/calendar.ics", "/o/odd/calendar.ics"] {
        let body = stage.get(path).await.body;
        assert!(body.contains("Odd call"), "{path} {body}");
        assert!(body.replace("\r\n", "").chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{fffe}')), "{path} {body:?}");
    }
    assert!(feed_rs::parser::parse(stage.get("/feed.atom").await.body.as_bytes()).is_ok());
}

#[tokio::test]
async fn the_address_of_the_english_page_is_a_question_too_and_each_feed_is_called_by_its_own() {
    let stage = Stage::with(&records()).await;
    for path in ["/feed.atom", "/feed.json", "/calendar.ics", "/api/v1/opportunities", "/common-grants/opportunities"] {
        let answer = stage.get(&format!("{path}?q=climate&ui=en")).await;
        assert_eq!(answer.status.as_u16(), 200, "{path} {}", answer.body);
    }
    let title = stage.get("/feed.json?q=climate&kind=grant").await.json()["title"].as_str().unwrap().to_owned();
    assert!(title.ends_with(": climate · מענק"), "{title}");
    assert!(stage.get("/calendar.ics?q=climate").await.body.contains(": climate"));
    let plain = stage.get("/feed.json").await.json();
    assert!(!plain["title"].as_str().unwrap().contains(':') && !plain["feed_url"].as_str().unwrap().contains("sort="), "{plain}");
}
