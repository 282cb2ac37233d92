//! What a calendar that follows a question is told, and told again.

use serde_json::{Value, json};

use super::{Stage, record, until};

fn stage(day: &str, label: Option<&str>) -> Value {
    json!({ "date": day, "time": null, "zone": null, "label": label, "quote": null })
}

fn two_stage(stages: &[Value]) -> Value {
    json!({ "title": "Twin towns", "deadline": { "kind": "multiple_cutoffs", "stages": stages } })
}

/// Each event's lines, folded ones joined.
async fn events(stage: &Stage, path: &str) -> Vec<String> {
    let body = stage.get(path).await.body.replace("\r\n ", "");
    body.split("BEGIN:VEVENT").skip(1).map(str::to_owned).collect()
}

fn has(events: &[String], of: &str, what: &str) -> bool {
    events.iter().any(|event| event.contains(of) && event.contains(what))
}

impl Stage {
    async fn again(&self, id: &str, over: Value) {
        self.store.import(&[record(id, over)], self.state.clock.now()).await.unwrap();
        self.catch_up().await;
    }
}

#[tokio::test]
async fn what_is_withdrawn_is_called_off_without_being_asked_for() {
    let withdrawn = |day: &str| json!({ "status": "withdrawn", "deadline": until(day) });
    let stage = Stage::with(&[record("off", withdrawn("2027-03-01")), record("off-and-over", withdrawn("2026-03-01"))]).await;
    let events = events(&stage, "/calendar.ics").await;
    assert!(events.len() == 1 && has(&events, "UID:off-1@kolkore", "STATUS:CANCELLED"), "{events:?}");
}

#[tokio::test]
async fn a_date_keeps_its_uid_when_another_is_put_before_it_and_is_called_off_when_it_is_dropped() {
    let (may, september) = (stage("2027-05-01", None), stage("2027-09-15", None));
    let calls = Stage::with(&[record("r60", two_stage(&[may.clone(), september.clone()]))]).await;
    calls.again("r60", two_stage(&[stage("2027-02-10", None), may, september.clone()])).await;
    let now = events(&calls, "/calendar.ics").await;
    for (uid, day) in [("UID:r60-1@", "20270501"), ("UID:r60-2@", "20270915"), ("UID:r60-3@", "20270210")] {
        assert!(has(&now, uid, &format!("DTSTART;VALUE=DATE:{day}")), "{now:?}");
    }
    calls.again("r60", two_stage(&[september])).await;
    let now = events(&calls, "/calendar.ics").await;
    assert!(has(&now, "UID:r60-1@", "STATUS:CANCELLED") && has(&now, "UID:r60-3@", "STATUS:CANCELLED"), "{now:?}");
    assert!(has(&now, "UID:r60-2@", "DTSTART;VALUE=DATE:20270915") && !has(&now, "UID:r60-2@", "CANCELLED"), "{now:?}");
}

#[tokio::test]
async fn each_event_tells_its_own_date_and_which_of_the_dates_it_is() {
    let labelled = two_stage(&[stage("2027-05-01", Some("Concept note")), stage("2027-09-15", Some("Full proposal"))]);
    let plain = two_stage(&[stage("2027-05-02", None), stage("2027-09-16", None)]);
    let calls = Stage::with(&[record("labelled", labelled), record("plain", plain)]).await;
    let events = events(&calls, "/calendar.ics").await;
    for (uid, summary, day) in [
        ("UID:labelled-1@", "SUMMARY:Twin towns – Concept note", "1.5.2027"),
        ("UID:labelled-2@", "SUMMARY:Twin towns – Full proposal", "15.9.2027"),
        ("UID:plain-1@", "SUMMARY:Twin towns (1/2)", "2.5.2027"),
        ("UID:plain-2@", "SUMMARY:Twin towns (2/2)", "16.9.2027"),
    ] {
        assert!(has(&events, uid, summary) && has(&events, uid, day), "{uid} {events:?}");
    }
    assert!(!has(&events, "UID:labelled-2@", "1.5.2027\\n") && !has(&events, "UID:plain-2@", " 2.5.2027"), "{events:?}");
}

#[tokio::test]
async fn the_file_names_us_and_its_own_name_is_escaped() {
    let comma = json!({ "title": "Towns, villages; and \\ all", "deadline": until("2027-05-01") });
    let body = Stage::with(&[record("comma", comma)]).await.get("/o/comma/calendar.ics").await.body;
    let body = body.replace("\r\n ", "");
    for line in ["\r\nNAME:", "\r\nX-WR-CALNAME:", "\r\nSUMMARY:"] {
        assert!(body.contains(&format!("{line}Towns\\, villages\\; and \\\\ all\r\n")), "{line} {body}");
    }
    assert!(body.contains("\r\nPRODID:-//kolkore//") && !body.contains("ICALENDAR-RS"), "{body}");
}

#[tokio::test]
async fn a_moment_does_not_end_when_it_begins() {
    let at_five = json!({ "kind": "fixed", "stages": [
        { "date": "2027-05-01", "time": "17:00", "zone": "Europe/Brussels", "label": null, "quote": null }] });
    let calls = Stage::with(&[record("timed", json!({ "deadline": at_five }))]).await;
    let events = events(&calls, "/calendar.ics").await;
    assert!(has(&events, "UID:timed-1@", "DTSTART:20270501T150000Z") && !has(&events, "UID:timed-1@", "DTEND"), "{events:?}");
}

#[tokio::test]
async fn what_was_imported_without_a_source_was_written_when_it_was_imported() {
    let stage = Stage::with(&[record("bare", json!({ "sources": [], "deadline": until("2027-03-01") }))]).await;
    let today = "2026-11-25T07:00:0";
    assert!(has(&events(&stage, "/calendar.ics").await, "UID:bare", "DTSTAMP:20261125T0700"));
    assert!(stage.get("/feed.atom").await.body.contains(&format!("<updated>{today}")));
    let item = stage.get("/feed.json").await.json()["items"][0].clone();
    assert!(
        item["date_modified"].as_str().unwrap().starts_with(today) && item["date_published"].as_str().unwrap().starts_with(today)
    );
    let told = stage.get("/common-grants/opportunities").await.json()["items"][0].clone();
    assert!(told["createdAt"].as_str().unwrap().starts_with(today), "{told}");
}

#[tokio::test]
async fn what_closes_before_its_day_is_cancelled_and_what_is_listed_no_longer_stays() {
    let with = |id: &str, status: &str, day: &str| record(id, json!({ "status": status, "deadline": until(day) }));
    let calls =
        [with("early", "closed", "2027-04-10"), with("unlisted", "unlisted", "2027-04-11"), with("past", "closed", "2026-03-01")];
    let calls = Stage::with(&calls).await;
    let events = events(&calls, "/calendar.ics").await;
    assert!(has(&events, "UID:early-1@", "STATUS:CANCELLED") && has(&events, "UID:unlisted-1@", "20270411"), "{events:?}");
    assert!(!has(&events, "UID:unlisted-1@", "CANCELLED") && events.len() == 2, "{events:?}");
    assert_eq!(calls.get("/calendar.ics?status=open").await.body.matches("BEGIN:VEVENT").count(), 0);
}
