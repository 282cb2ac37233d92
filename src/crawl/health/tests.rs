use chrono::TimeDelta;

use super::*;
use crate::complaint::{Complaint, Kind};
use crate::store::{Evidence, RunCounts};

fn source(more: &str) -> Source {
    let text = format!(
        r#"[[source]]
slug = "towns"
name = {{ he = "ערים", en = "Towns" }}
network = "world"
language = ["en"]
active = true
floor = 2
{more}
[source.list]
url = "https://towns.example.org/calls"
item = "li"
title = "a"
link = "a"
fields = {{ deadline = "time" }}
"#
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.toml"), text).unwrap();
    sources::roadmap::load(folder.path()).unwrap().remove(0)
}

fn start() -> DateTime<Utc> {
    "2026-11-01T04:00:00Z".parse().unwrap()
}

/// A visit on that day of November with so many items, all calls with a date.
fn visit(day: i64, items: u64) -> CrawlRun {
    let at = start() + TimeDelta::days(day);
    let mut counts = RunCounts::default();
    counts.kept.items = items;
    counts.kept.opportunities = items;
    let fields = [("deadline".to_owned(), items)].into();
    CrawlRun {
        id: day,
        source: "towns".into(),
        started_at: at,
        finished_at: Some(at),
        outcome: Outcome::Done,
        counts,
        complaints: Vec::new(),
        evidence: Evidence { calls: items, dated: items, fields, ..Evidence::default() },
    }
}

fn failed(day: i64) -> CrawlRun {
    CrawlRun { outcome: Outcome::Failed, ..visit(day, 0) }
}

/// Judged on the day after the last visit; visits are given oldest first.
fn judged(source: &Source, visits: &[CrawlRun]) -> Judgement {
    let newest_first: Vec<CrawlRun> = visits.iter().rev().cloned().collect();
    let last = visits.last().map_or(start(), |visit| visit.started_at);
    let known = Known { visits: &newest_first, last_new: Some(last), reviews: Reviews::default() };
    judge(source, known, last + TimeDelta::days(1))
}

#[test]
fn a_source_is_waiting_until_its_first_visit_and_then_fine() {
    assert_eq!(judged(&source(""), &[]).state, Health::Waiting);
    assert_eq!(judged(&source(""), &[visit(0, 10), visit(1, 9)]), Judgement { state: Health::Ok, reasons: vec![] });
}

#[test]
fn the_first_bad_visit_degrades_and_the_third_in_a_row_breaks() {
    let visits = [visit(0, 10), failed(1), failed(2), failed(3)];
    let states: Vec<Health> = (1..=4).map(|count| judged(&source(""), &visits[..count]).state).collect();
    assert_eq!(states, [Health::Ok, Health::Degraded, Health::Degraded, Health::Broken]);
    assert_eq!(judged(&source(""), &[failed(1), failed(2), failed(3), visit(4, 10)]).state, Health::Ok);
}

#[test]
fn what_a_person_entered_neither_mends_a_source_nor_harms_it() {
    let mut entered = visit(4, 1);
    entered.evidence = Evidence { by_hand: true, ..Evidence::default() };
    assert_eq!(judged(&source(""), &[failed(1), failed(2), failed(3), entered.clone()]).state, Health::Broken);
    assert_eq!(judged(&source(""), &[visit(1, 10), entered]).state, Health::Ok);
}

#[test]
fn half_of_the_items_gone_is_a_fault_even_above_the_floor() {
    let judgement = judged(&source(""), &[visit(0, 10), visit(1, 12), visit(2, 4)]);
    assert_eq!(judgement.state, Health::Degraded);
    assert_eq!(judgement.reasons, [Reason::FewerItems { found: 4, usual: 11 }]);
}

#[test]
fn bad_visits_do_not_become_what_is_usual() {
    let mut visits = vec![visit(0, 10)];
    visits.extend((1..30).map(|day| visit(day, 3)));
    assert_eq!(judged(&source(""), &visits).state, Health::Broken);
}

#[test]
fn a_selector_that_stopped_matching_is_named() {
    let mut changed = visit(1, 10);
    changed.evidence.fields.clear();
    let judgement = judged(&source(""), &[visit(0, 10), changed]);
    assert_eq!(judgement.reasons, [Reason::FieldGone { field: "deadline".into(), usual: 100, share: 0 }]);
}

#[test]
fn a_selector_that_matches_on_half_of_the_pages_is_named_too() {
    let carried = |count| {
        let mut changed = visit(1, 10);
        changed.evidence.fields.insert("deadline".into(), count);
        judged(&source(""), &[visit(0, 10), changed]).reasons
    };
    assert_eq!(carried(6), [Reason::FieldGone { field: "deadline".into(), usual: 100, share: 60 }]);
    assert_eq!(carried(7), []);
}

#[test]
fn one_item_that_cannot_be_read_costs_itself_and_many_are_a_fault() {
    let with = |unreadable| {
        let mut read = visit(1, 10);
        read.evidence.unreadable = unreadable;
        judged(&source(""), &[read])
    };
    assert_eq!((with(1).state, with(5).state), (Health::Ok, Health::Ok));
    assert_eq!(with(6).reasons, [Reason::Unreadable { items: 6 }]);
}

#[test]
fn items_that_are_all_new_are_not_the_list_that_we_knew() {
    let mut all_new = visit(1, 10);
    all_new.counts.kept.new = 10;
    assert_eq!(judged(&source(""), &[visit(0, 10), all_new.clone()]).reasons, [Reason::AllNew { items: 10 }]);
    assert_eq!(judged(&source(""), &[all_new]).state, Health::Ok, "the first visit");
}

#[test]
fn a_page_that_robots_txt_forbids_is_named_first() {
    let mut forbidden = failed(1);
    forbidden.evidence.forbidden = true;
    assert_eq!(judged(&source(""), &[visit(0, 10), forbidden]).reasons[0], Reason::Forbidden);
}

#[test]
fn dated_deadlines_are_held_against_what_is_declared_or_else_usual() {
    let mut undated = visit(1, 10);
    undated.evidence.dated = 2;
    let reasons = [Reason::FewerDated { share: 20, expected: 100 }];
    assert_eq!(judged(&source(""), &[visit(0, 10), undated.clone()]).reasons, reasons);
    assert_eq!(judged(&source("dated = 0.9"), &[undated.clone()]).reasons, [Reason::FewerDated { share: 20, expected: 90 }]);
    undated.evidence.dated = 6;
    assert_eq!(judged(&source("dated = 1.0"), &[undated.clone()]).reasons, [Reason::FewerDated { share: 60, expected: 100 }]);
    undated.evidence.dated = 2;
    assert_eq!(judged(&source("dated = 0.25"), &[visit(0, 10), undated]).state, Health::Ok);
}

#[test]
fn nothing_new_for_longer_than_usual_is_quiet_and_no_fault() {
    let (source, visits) = (source("cadence_days = 14"), [visit(20, 10)]);
    let known = Known { visits: &visits, last_new: Some(start()), reviews: Reviews::default() };
    let at = |days| judge(&source, known, start() + TimeDelta::days(days));
    assert_eq!(at(14).state, Health::Ok);
    assert_eq!(at(21), Judgement { state: Health::Quiet, reasons: vec![Reason::NothingNew { days: 21, cadence: 14 }] });
}

#[test]
fn a_refusal_is_blocked_and_not_broken_however_often() {
    let refused = |day| {
        let mut visit = failed(day);
        visit.evidence.blocked = true;
        visit
    };
    let judgement = judged(&source(""), &[refused(0), refused(1), refused(2), refused(3)]);
    assert_eq!(judgement.state, Health::Blocked);
    assert_eq!(judgement.reasons[0], Reason::Blocked);
}

#[test]
fn a_page_that_says_there_is_nothing_is_fine() {
    let mut empty = visit(1, 0);
    empty.evidence.declared_empty = true;
    assert_eq!(judged(&source(""), &[visit(0, 10), empty]).state, Health::Ok);
}

#[test]
fn a_paused_source_is_not_judged() {
    let mut paused = source("");
    paused.active = false;
    assert_eq!(judged(&paused, &[failed(0)]).state, Health::Paused);
}

#[test]
fn what_staff_mostly_reject_is_a_reason_beside_the_state() {
    let (source, visits) = (source(""), [visit(0, 10)]);
    let judged = |kept, rejected| {
        let known = Known { visits: &visits, last_new: Some(start()), reviews: Reviews { kept, rejected } };
        judge(&source, known, start() + TimeDelta::days(1))
    };
    assert_eq!(judged(3, 5), Judgement { state: Health::Ok, reasons: vec![Reason::MostlyRejected { kept: 3, rejected: 5 }] });
    assert!(judged(4, 4).reasons.is_empty() && judged(0, 7).reasons.is_empty(), "half is enough, and seven say little");
}

#[test]
fn too_many_gone_at_once_is_an_alarm() {
    let mut alarmed = visit(1, 10);
    alarmed.complaints.push(Complaint::new(Kind::GoneAtOnce { gone: 6, all: 10 }, "6 of 10 records are no longer listed"));
    let judgement = judged(&source(""), &[visit(0, 10), alarmed]);
    assert_eq!(judgement, Judgement { state: Health::Degraded, reasons: vec![Reason::GoneAtOnce { gone: 6, all: 10 }] });
}

#[test]
fn a_source_that_people_ask_is_waiting_until_somebody_has_and_then_quiet_in_its_time() {
    let mut manual = source("cadence_days = 30");
    manual.shape = Shape::Manual(sources::source::Manual { contact: None });
    manual.active = false;
    let at = |last_new, days| {
        let known = Known { visits: &[], last_new, reviews: Reviews::default() };
        judge(&manual, known, start() + TimeDelta::days(days)).state
    };
    assert_eq!((at(None, 0), at(Some(start()), 30), at(Some(start()), 31)), (Health::Waiting, Health::Ok, Health::Quiet));
}

#[test]
fn a_source_that_nobody_visits_is_not_to_blame() {
    let source = source("schedule = \"0 6 * * *\"\ncadence_days = 3");
    let visits = [failed(3), failed(2), failed(1)];
    let at = |days| {
        let known = Known { visits: &visits, last_new: Some(start()), reviews: Reviews::default() };
        judge(&source, known, start() + TimeDelta::days(days))
    };
    assert_eq!(at(4).state, Health::Broken);
    assert_eq!(at(9), Judgement { state: Health::Waiting, reasons: vec![Reason::Overdue { days: 6 }] });
    let mut refused = failed(3);
    refused.evidence.blocked = true;
    let known = Known { visits: &[refused], last_new: None, reviews: Reviews::default() };
    assert_eq!(judge(&source, known, start() + TimeDelta::days(9)).state, Health::Blocked, "it is asked again weekly");
}

#[test]
fn a_visit_that_goes_on_later_is_neither_good_nor_bad() {
    let part = |day| CrawlRun { outcome: Outcome::Waiting, ..visit(day, 0) };
    let judgement = judged(&source(""), &[part(0), part(1)]);
    assert_eq!(judgement, Judgement { state: Health::Waiting, reasons: vec![Reason::WantsTime] });
    assert_eq!(judged(&source(""), &[visit(0, 10), part(1), part(2), part(3)]).state, Health::Ok);
    assert_eq!(judged(&source(""), &[failed(0), failed(1), part(2), failed(3)]).state, Health::Broken);
}
