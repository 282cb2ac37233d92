//! What a municipality is asked in this letter: what became of calls that it wanted, once their date has passed. Each question is put at
//! most twice and then left alone; that it was put stands in the ledger among what was told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::word::Refusals;
use crate::act::Purpose;
use crate::record::{Record, Review};
use crate::store::{Act, How, QUESTION, Store, Told};

/// Who was at an event knows it when it is over.
const AFTER_EVENT: TimeDelta = TimeDelta::days(3);

/// Nobody decides on applications sooner, and half a year later nearly everybody has.
const AFTER_DEADLINE: [TimeDelta; 2] = [TimeDelta::days(60), TimeDelta::days(180)];

/// A letter is two minutes: more questions wait a week.
const MOST: usize = 2;

/// One question, and how often it was put before.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) record: Record,
    round: usize,
}

impl Asked {
    /// For the ledger: that it was put.
    pub(super) fn told(&self) -> Told {
        Told {
            record: self.record.id.clone(),
            fingerprint: mark(self.round),
            change: self.record.changed,
            offer: None,
            how: How::Offered,
            at: None,
        }
    }
}

/// A fingerprint that no state of a record has.
fn mark(round: usize) -> String {
    format!("{QUESTION}{round}")
}

/// Whether a fingerprint only says that it was asked.
pub(super) fn is_mark(fingerprint: &str) -> bool {
    fingerprint.starts_with(QUESTION)
}

/// The questions to one municipality, those of longest standing first.
pub(super) async fn due(store: &Store, municipality: &str, today: NaiveDate) -> anyhow::Result<Vec<Asked>> {
    let acts = store.acts_of(municipality).await?;
    let wanted = wanted(&acts);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let told = store.told(municipality).await?;
    let mut due: Vec<(NaiveDate, Asked)> = Vec::new();
    for (id, has_applied) in wanted {
        let Some(record) = store.record(id).await?.filter(|record| record.review != Review::Rejected) else { continue };
        let days = days(&record, has_applied);
        let round = days.iter().filter(|day| **day <= today).count();
        // A round that was missed is not made up for: the next one asks the same.
        let was_put = told.iter().any(|told| told.record == *id && told.fingerprint == mark(round));
        if round > 0 && !was_put {
            due.push((days[round - 1], Asked { record, round }));
        }
    }
    due.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.record.id.cmp(&b.1.record.id)));
    Ok(due.into_iter().take(MOST).map(|(_, asked)| asked).collect())
}

/// What was wanted and has no outcome yet, and whether it was applied for.
fn wanted(acts: &[Act]) -> BTreeMap<&String, bool> {
    let refused = Refusals::of(acts).whole;
    let ended = |act: &&Act| Purpose::OUTCOMES.contains(&act.act) || refused.contains(&act.record);
    let ended: BTreeSet<&String> = acts.iter().filter(ended).map(|act| &act.record).collect();
    let mut wanted = BTreeMap::new();
    for act in acts.iter().filter(|act| !ended.contains(&act.record)) {
        match act.act {
            Purpose::Applied => drop(wanted.insert(&act.record, true)),
            Purpose::Interested | Purpose::NeedPartner => drop(wanted.entry(&act.record).or_insert(false)),
            _ => {}
        }
    }
    wanted
}

/// The days from which it is asked; none where nothing says when it was over.
fn days(record: &Record, has_applied: bool) -> Vec<NaiveDate> {
    let opportunity = &record.opportunity;
    if let Some(end) = opportunity.event.end.or(opportunity.event.start) {
        return vec![end + AFTER_EVENT];
    }
    let Some(deadline) = opportunity.deadline.stages.iter().map(|stage| stage.date).max() else { return Vec::new() };
    // Who only was interested is asked once.
    let rounds = if has_applied { AFTER_DEADLINE.len() } else { 1 };
    AFTER_DEADLINE.iter().take(rounds).map(|after| deadline + *after).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::edition::testing::record;

    fn act(record: &str, act: Purpose) -> Act {
        Act {
            municipality: "netanya".into(),
            record: record.into(),
            act,
            note: String::new(),
            delivery: "d".into(),
            contact: String::new(),
            number: 0,
            at: "2026-11-25T06:00:00Z".parse().unwrap(),
            sum: None,
        }
    }

    #[test]
    fn what_was_wanted_is_asked_for_until_it_has_an_outcome() {
        let acts = [
            act("a", Purpose::Interested),
            act("a", Purpose::Applied),
            act("b", Purpose::NeedPartner),
            act("c", Purpose::Applied),
            act("c", Purpose::Won),
            act("d", Purpose::AskOffice),
        ];
        let (a, b) = ("a".to_owned(), "b".to_owned());
        assert_eq!(wanted(&acts), BTreeMap::from([(&a, true), (&b, false)]));
    }

    #[test]
    fn an_event_is_asked_for_when_it_is_over_and_an_application_twice_in_half_a_year() {
        let days = |over, has_applied| days(&record("a", over), has_applied).iter().map(ToString::to_string).collect::<Vec<_>>();
        let event = json!({"event": {"start": "2027-02-01", "end": "2027-02-03", "place": null, "online": null}});
        assert_eq!(days(event, true), ["2027-02-06"]);
        let call = json!({"deadline": {"kind": "fixed", "stages": [{"date": "2027-03-01"}]}});
        assert_eq!(days(call.clone(), true), ["2027-04-30", "2027-08-28"]);
        assert_eq!(days(call, false), ["2027-04-30"]);
        assert!(days(json!({}), true).is_empty());
    }
}
