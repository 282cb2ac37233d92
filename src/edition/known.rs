//! What one municipality knows already and what it said of it: told records by what was told of them, and its own acts.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sources::Opportunity;
use sources::opportunity::Status;

use super::asked;
use super::word::Refusals;
use crate::act::Purpose;
use crate::mail::mailbox_key;
use crate::record::{Record, Review, fingerprint};
use crate::store::{How, Store, Told};

/// What a municipality knows.
#[derive(Debug, Default)]
pub(crate) struct Known {
    told: HashMap<String, Vec<Told>>,
    refused: Refusals,
    /// The mailbox that reads; none for the municipality as a whole.
    reader: String,
    applied: HashSet<String>,
    begun: HashSet<String>,
    /// By any letter, those to one contact among them.
    offered: HashSet<String>,
}

/// How a call stands to a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Never told.
    New,
    /// Told, and nothing that matters has changed.
    Same,
    /// Told, and something that matters has changed since.
    Changed(Before),
}

/// Until when a municipality knows a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Before {
    /// What has a later number in the change sequence is news.
    pub(crate) change: u64,
    /// When it was told last; none where that was not written down.
    pub(crate) at: Option<DateTime<Utc>>,
}

impl Known {
    /// `week` is the label of the letter that is being made: what an earlier one tells that has not left yet counts as told, or it would be told
    /// twice once that one is released. `offered` are the records that it was ever told of as something to be had.
    pub(super) async fn of(store: &Store, municipality: &str, week: &str, offered: HashSet<String>) -> anyhow::Result<Self> {
        let acts = store.acts_of(municipality).await?;
        let said = |what: Purpose| -> HashSet<String> {
            acts.iter().filter(|act| act.act == what).map(|act| act.record.clone()).collect()
        };
        let mut refused = Refusals::of(&acts);
        refused.extend(&store.refused_series(municipality).await?);
        let mut told = store.told(municipality).await?;
        told.extend(store.told_by_waiting(municipality, week).await?.into_iter().filter(|told| !told.fingerprint.is_empty()));
        let begun = said(Purpose::Interested).union(&said(Purpose::NeedPartner)).cloned().collect();
        Ok(Self { refused, offered, applied: said(Purpose::Applied), begun, ..Self::from_told(told) })
    }

    /// By what was told alone.
    pub(crate) fn from_told(all: Vec<Told>) -> Self {
        let mut told: HashMap<String, Vec<Told>> = HashMap::new();
        // That it was asked what became of a call says nothing of how it stood.
        for one in all.into_iter().filter(|told| !asked::is_mark(&told.fingerprint)) {
            told.entry(one.record.clone()).or_default().push(one);
        }
        Self { told, ..Self::default() }
    }

    /// How a call stands, given all records of it.
    pub(super) fn standing(&self, call: &[&Record], now: DateTime<Utc>) -> Standing {
        self.standing_by(call.iter().map(|record| (record.id.as_str(), || print(record, now))))
    }

    /// The same by each record's id and what is told of it.
    pub(crate) fn standing_of<'r>(
        &self,
        call: impl IntoIterator<Item = (&'r str, &'r Opportunity)>,
        now: DateTime<Utc>,
    ) -> Standing {
        self.standing_by(call.into_iter().map(|(id, opportunity)| (id, move || fingerprint(opportunity, now))))
    }

    /// A fingerprint is made of the few that were told alone: there is a letter for each municipality, and a call for each record.
    fn standing_by<'r>(&self, call: impl IntoIterator<Item = (&'r str, impl FnOnce() -> String)>) -> Standing {
        let mut last = None;
        for (id, print) in call {
            let told = self.told_of(id);
            let Some(latest) = told.iter().max_by_key(|told| told.change) else { continue };
            let print = print();
            // What was told last counts: a call that was closed and is open again is no longer as it was told.
            if told.iter().any(|told| told.fingerprint == print && told.change == latest.change) {
                return Standing::Same;
            }
            let latest = Some(Before { change: latest.change, at: latest.at });
            last = [last, latest].into_iter().flatten().max_by_key(|before: &Before| before.change);
        }
        last.map_or(Standing::New, Standing::Changed)
    }

    fn told_of(&self, id: &str) -> &[Told] {
        self.told.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// It was only ever told as too late to begin with.
    pub(super) fn is_given_up(&self, call: &[&Record]) -> bool {
        let mut told = call.iter().flat_map(|record| self.told_of(&record.id)).peekable();
        told.peek().is_some() && told.all(|told| told.how == How::Late)
    }

    /// It was told as something to be had.
    pub(super) fn was_offered(&self, call: &[&Record]) -> bool {
        let told = |record: &&&Record| self.told_of(&record.id).iter().any(|told| told.how != How::Late);
        call.iter().any(|record| told(&record) || self.offered.contains(&record.id))
    }

    /// That it can no longer be had was the last that was told of any of these records, which are one call.
    pub(crate) fn was_told_ended<'i>(&self, ids: impl IntoIterator<Item = &'i str>) -> bool {
        let told = ids.into_iter().flat_map(|id| self.told_of(id));
        told.max_by_key(|told| told.change).is_some_and(|told| told.how == How::Ended)
    }

    /// That it closes soon was said, of the dates that it has now.
    pub(super) fn was_told_closing(&self, call: &[&Record], now: DateTime<Utc>) -> bool {
        call.iter().any(|record| {
            let print = fingerprint(&record.opportunity, now);
            self.told_of(&record.id).iter().any(|told| told.how == How::Closing && told.fingerprint == print)
        })
    }

    /// Somebody there has taken it up.
    pub(super) fn begun(&self, call: &[&Record]) -> bool {
        call.iter().any(|record| self.begun.contains(&record.id))
    }

    /// "Not for us" holds for every record of the call and for its later editions, in every later letter.
    pub(super) fn refused(&self, call: &[&Record]) -> bool {
        call.iter().any(|record| self.refused.holds(&self.reader, &record.id))
    }

    /// What this mailbox alone refused is refused from now on. False if it knows and wants what all know and want.
    pub(super) fn read_by(&mut self, mailbox: &str) -> bool {
        self.reader = mailbox_key(mailbox);
        self.refused.own.contains_key(&self.reader)
    }

    /// The municipality as a whole reads again.
    pub(super) fn read_by_all(&mut self) {
        self.reader.clear();
    }

    /// Who has applied need not be reminded.
    pub(super) fn applied(&self, call: &[&Record]) -> bool {
        call.iter().any(|record| self.applied.contains(&record.id))
    }
}

/// A record's fingerprint as a letter tells it: what the office has taken back is as if its publisher had.
pub(super) fn print(record: &Record, now: DateTime<Utc>) -> String {
    match record.review {
        Review::Rejected => fingerprint(&Opportunity { status: Status::Withdrawn, ..record.opportunity.clone() }, now),
        Review::New | Review::Approved => fingerprint(&record.opportunity, now),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::edition::testing::record;

    #[test]
    fn a_call_is_new_the_same_or_changed_by_what_was_told_of_any_of_its_records() {
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let until = |date: &str| json!({"deadline": {"kind": "fixed", "stages": [{"date": date}]}});
        let (one, other) = (record("a", until("2027-03-01")), record("b", until("2027-03-01")));
        let told = Told {
            record: "b".into(),
            fingerprint: fingerprint(&other.opportunity, now),
            change: 7,
            offer: None,
            how: How::Offered,
            at: None,
        };
        let known = Known::from_told(vec![told]);
        assert_eq!(known.standing(&[&one], now), Standing::New);
        assert_eq!(known.standing(&[&one, &other], now), Standing::Same);
        assert_eq!(
            known.standing(&[&one, &record("b", until("2027-04-01"))], now),
            Standing::Changed(Before { change: 7, at: None })
        );
        let moved = json!({"deadline": {"kind": "fixed", "stages": [{"date": "2027-03-01"}]},
            "event": {"start": "2027-05-01", "end": null, "place": null, "online": null}});
        assert!(matches!(known.standing(&[&record("b", moved)], now), Standing::Changed(_)), "the event was moved");
    }
}
