//! The letter's dates as a calendar takes them: each once, and out again.

use super::*;
use crate::appointment;

#[test]
fn the_calendar_holds_days_as_days_and_moments_as_moments_with_lines_folded() {
    let long = record(json!({
        "id": "r 3,x", "title": format!("{}; sure, really", "תחרות ערים ירוקות ".repeat(6)), "url": "https://calls.example.org/3",
        "deadline": {"kind": "fixed", "stages": [{"date": "2026-12-31"}]}
    }));
    let records = [twin_call(), long];
    let calendar = compose(&letter(Language::He, &records, &[])).calendar.unwrap();
    assert!(calendar.contains("DTSTART:20261204T160000Z\r\n"), "{calendar}");
    assert!(["DTSTART;VALUE=DATE:20261231\r\n", "DTEND;VALUE=DATE:20270101\r\n"].iter().all(|day| calendar.contains(day)));
    assert!(calendar.contains("UID:r_3_x-1@kolkore\r\n") && calendar.contains("DTSTAMP:20261122T060307Z"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75) && !calendar.replace("\r\n", "").contains('\n'));
    assert!(calendar.replace("\r\n ", "").contains("\\; sure\\, really"), "{calendar}");
    assert_eq!(compose(&letter(Language::He, &[record(json!({}))], &[])).calendar, None);
}

/// The UID of each event and whether it is taken back, in order.
fn events(letter: &Letter<'_>) -> Vec<(String, bool)> {
    let calendar = compose(letter).calendar.unwrap_or_default().replace("\r\n ", "");
    let uid = |event: &str| event.lines().find_map(|line| Some(line.strip_prefix("UID:")?.split_once('@')?.0.to_owned()));
    let event = |event: &str| Some((uid(event)?, event.contains("STATUS:CANCELLED")));
    calendar.split("BEGIN:VEVENT").filter_map(event).collect()
}

#[test]
fn a_second_step_has_one_uid_while_the_first_is_ahead_when_it_has_passed_and_when_the_call_is_taken_back() {
    let stages = ["2026-11-24", "2027-02-15"].map(|date| json!({"date": date}));
    let calls = [record(json!({"id": "c", "deadline": {"kind": "two_stage", "stages": stages}}))];
    let mut one = letter(Language::He, &calls, &[]);
    assert_eq!(events(&one), [("c-1".to_owned(), false), ("c-2".to_owned(), false)]);
    one.today = day("2027-01-10");
    assert_eq!(events(&one), [("c-2".to_owned(), false)]);
    one.fresh.clear();
    let ended = |end| vec![Ended { record: &calls[0], end, page: None }];
    one.ended = ended(End::Withdrawn);
    assert_eq!(events(&one), [("c-2".to_owned(), true)]);
    one.ended = ended(End::Unlisted);
    assert!(events(&one).is_empty(), "absence takes no date away");
}

#[test]
fn a_date_that_a_call_no_longer_has_is_taken_out_of_the_calendars_of_those_who_were_told_of_it() {
    let stages = |dates: &[&str]| {
        let stages: Vec<_> = dates.iter().map(|date| json!({"date": date})).collect();
        record(json!({"id": "c", "deadline": {"kind": "multiple_cutoffs", "stages": stages}}))
    };
    let (before, now) = (stages(&["2027-02-15", "2027-04-16"]), [stages(&["2027-04-20"])]);
    let numbered = appointment::first(&before.opportunity.deadline.stages);
    let dropped = appointment::follow(&numbered, &stages(&["2027-04-16"]).opportunity.deadline.stages);
    let followed = appointment::follow(&dropped, &now[0].opportunity.deadline.stages);
    let dates = HashMap::from([("c".to_owned(), followed)]);
    let mut one = Letter { dates: &dates, ..letter(Language::He, &now, &[]) };
    assert_eq!(events(&one), [("c-2".to_owned(), false)]);
    one.fresh[0].changes = Some(Since { told: None, changes: Vec::new() });
    assert_eq!(events(&one), [("c-2".to_owned(), false), ("c-1".to_owned(), true)]);
}
