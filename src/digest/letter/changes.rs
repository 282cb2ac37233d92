//! What changed in a record since it was told, in words: dates, state, sums and who may apply, from its history.

use chrono::{DateTime, NaiveDate, Utc};
use serde::de::DeserializeOwned;
use sources::Opportunity;
use sources::opportunity::{Amount, Deadline, Event, Status};

use super::ended::{self, End};
use super::wording;
use crate::clean;
use crate::clock::HOME;
use crate::i18n::Texts;
use crate::record::{Change, Review};

/// What happened to a record since somebody was told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    /// The day on which it was told; none where that was not written down.
    pub told: Option<NaiveDate>,
    /// Oldest first.
    pub changes: Vec<Change>,
}

impl Since {
    /// Of a record's whole history, what comes after the number `change`, which was told at `at`. An import brings a history that another
    /// house has numbered: of that, the moment counts.
    pub fn of(history: &[Change], change: u64, at: Option<DateTime<Utc>>) -> Self {
        let is_since = |one: &&Change| one.change > change || at.is_some_and(|at| one.at > at);
        Self {
            told: at.map(|at| at.with_timezone(&HOME).date_naive()),
            changes: history.iter().filter(is_since).cloned().collect(),
        }
    }
}

/// One sentence for each thing that matters and has changed `since` then.
pub(crate) fn sentences(opportunity: &Opportunity, since: &Since, today: NaiveDate, texts: &Texts) -> Vec<String> {
    let changes = &since.changes;
    let mut said = Vec::new();
    if let Some(old) = before::<Deadline>(changes, "deadline") {
        said.extend(moved(
            "deadline",
            &old,
            &opportunity.deadline,
            |deadline, precisely| {
                let stage = deadline.decisive()?;
                Some(if precisely { wording::deadline_of(stage, texts) } else { wording::day(stage.date) })
            },
            texts,
        ));
    }
    if let Some(old) = before::<Event>(changes, "event") {
        said.extend(moved("event", &old, &opportunity.event, days, texts));
    }
    if let Some(old) = before::<Amount>(changes, "amount") {
        said.extend(moved("amount", &old, &opportunity.amount, |amount, _| wording::amount(amount, texts), texts));
    }
    let was_opened =
        before::<Status>(changes, "status").is_some_and(|old| old != opportunity.status && opportunity.status == Status::Open);
    // By its date, not by anybody's word: that leaves no trace in the history.
    let came_of_date = opportunity.opens.is_some_and(|day| day <= today && since.told.is_some_and(|told| told < day));
    let was_unlisted = before::<Status>(changes, "status") == Some(Status::Unlisted) && opportunity.status != Status::Unlisted;
    let was_taken_back = before::<Review>(changes, "review") == Some(Review::Rejected);
    if was_unlisted || was_taken_back {
        said.push(texts.t("letter.changed.listed", &[]));
    } else if was_opened || came_of_date {
        said.push(texts.t("letter.changed.open", &[]));
    }
    if changes.iter().any(|change| change.field == "eligibility") {
        said.push(texts.t("letter.changed.eligibility", &[]));
    }
    let end = match opportunity.status {
        Status::Withdrawn => Some(End::Withdrawn),
        Status::Closed => Some(End::Closed),
        _ => None,
    };
    let has_ended_since = before::<Status>(changes, "status").is_some_and(|old| old != opportunity.status);
    // An import need not tell its history: what can no longer be had is said all the same.
    if let Some(end) = end.filter(|_| has_ended_since || said.is_empty()) {
        said.insert(0, ended::sentence(end, opportunity, today, texts));
    }
    if said.is_empty() {
        said.push(texts.t("letter.changed.revised", &[]));
    }
    said
}

/// The days of an event; with `precisely` the last one too.
fn days(event: &Event, precisely: bool) -> Option<String> {
    let start = wording::day(event.start?);
    let end = event.end.filter(|end| precisely && Some(*end) != event.start);
    Some(end.map_or(start.clone(), |end| format!("{start}–{}", wording::day(end))))
}

/// A field as it was told: what the first change since then replaced. What no longer reads is left out: it was of another version.
fn before<T: DeserializeOwned>(since: &[Change], field: &str) -> Option<T> {
    let change = since.iter().find(|change| change.field == field)?;
    serde_json::from_value(change.old.clone()).ok()
}

/// What it was and what it is, as briefly as shows the difference; the second argument of `said` asks for all that it can say.
fn moved<T>(what: &str, old: &T, new: &T, said: impl Fn(&T, bool) -> Option<String>, texts: &Texts) -> Option<String> {
    let key = |how: &str| format!("letter.changed.{what}_{how}");
    let precisely = said(old, false) == said(new, false);
    match (said(old, precisely), said(new, precisely)) {
        (old, new) if old == new => None,
        (Some(old), Some(new)) => Some(texts.t(&key("moved"), &[("old", &clean::isolate(&old)), ("new", &clean::isolate(&new))])),
        (None, Some(new)) => Some(texts.t(&key("set"), &[("new", &clean::isolate(&new))])),
        (Some(old), None) => Some(texts.t(&key("gone"), &[("old", &clean::isolate(&old))])),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::i18n::{I18n, Language};

    fn said(over: Value, since: Value, told: &str) -> Vec<String> {
        let i18n = I18n::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        let record = crate::edition::testing::record("r", over);
        let since = Since { told: told.parse().ok(), changes: serde_json::from_value(since).unwrap() };
        let said = sentences(&record.opportunity, &since, "2026-11-29".parse().unwrap(), i18n.of(Language::He));
        said.iter().map(|said| said.replace(['\u{2068}', '\u{2069}'], "")).collect()
    }

    fn change(field: &str, old: &Value) -> Value {
        json!([{"change": 2, "at": "2026-11-27T06:00:00Z", "field": field, "old": old, "new": null, "by": "dana"}])
    }

    fn until(time: &str) -> Value {
        json!({"kind": "fixed", "stages": [{"date": "2027-03-01", "time": time, "zone": "Asia/Jerusalem", "label": null, "quote": null}]})
    }

    #[test]
    fn a_deadline_moved_by_hours_says_both_hours_and_not_that_it_opened_weeks_before() {
        let over = json!({"deadline": until("12:00:00"), "opens": "2026-11-06"});
        let told = said(over, change("deadline", &until("17:00:00")), "2026-11-26");
        assert_eq!(told, ["המועד האחרון היה 1.3.2027 בשעה 17:00, ועכשיו הוא 1.3.2027 בשעה 12:00"]);
    }

    #[test]
    fn that_it_opened_is_said_where_its_day_came_since_it_was_told() {
        let over = json!({"opens": "2026-11-27"});
        assert_eq!(said(over.clone(), json!([]), "2026-11-22"), ["ההגשה נפתחה"]);
        assert_eq!(said(over.clone(), json!([]), "2026-11-28"), ["פרטי המודעה עודכנו"]);
        assert_eq!(said(over, json!([]), ""), ["פרטי המודעה עודכנו"], "nobody knows when it was told");
    }

    #[test]
    fn what_was_withdrawn_or_closed_says_so_whether_or_not_its_history_is_known() {
        assert_eq!(said(json!({"status": "withdrawn"}), json!([]), "2026-11-22"), ["המפרסם הודיע על ביטול"]);
        let closed = json!({"status": "closed", "deadline": until("12:00:00")});
        let told = said(closed, change("status", &json!("open")), "2026-11-22");
        assert_eq!(told, ["ההגשה נסגרה לפני המועד שפורסם (1.3.2027)"]);
    }

    #[test]
    fn a_history_that_another_house_has_numbered_counts_by_its_moments() {
        let history: Vec<Change> = serde_json::from_value(change("deadline", &until("17:00:00"))).unwrap();
        let since = |at: &str| Since::of(&history, 900, at.parse().ok()).changes.len();
        assert_eq!((since("2026-11-26T06:00:00Z"), since("2026-11-28T06:00:00Z"), since("")), (1, 0, 0));
    }

    #[test]
    fn a_conference_that_was_moved_says_from_when_to_when() {
        let event = |start: &str, end: &str| json!({"start": start, "end": end, "place": null, "online": null});
        let told = |old: &Value| said(json!({"event": event("2027-05-04", "2027-05-06")}), change("event", old), "2026-11-26");
        assert_eq!(told(&event("2027-04-06", "2027-04-08")), ["האירוע היה אמור להתקיים ב־6.4.2027, ועכשיו הוא נקבע ל־4.5.2027"]);
        assert_eq!(
            told(&event("2027-05-04", "2027-05-05")),
            ["האירוע היה אמור להתקיים ב־4.5.2027–5.5.2027, ועכשיו הוא נקבע ל־4.5.2027–6.5.2027"]
        );
    }
}
