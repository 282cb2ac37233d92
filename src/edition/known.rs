//! What one municipality knows already and what it said of it: told records by what was told of them, and its own acts.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::json;
use sources::Opportunity;
use sources::finding::short_hash;

use crate::act::Purpose;
use crate::record::{Record, status_at};
use crate::store::{Store, Told};

/// What a municipality knows.
#[derive(Debug, Default)]
pub(crate) struct Known {
    told: HashMap<String, Vec<Told>>,
    refused: HashSet<String>,
    applied: HashSet<String>,
}

/// How a call stands to a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Never told.
    New,
    /// Told, and nothing that matters has changed.
    Same,
    /// Told, and something that matters has changed after this number of the change sequence.
    Changed(u64),
}

impl Known {
    pub(super) async fn of(store: &Store, municipality: &str) -> anyhow::Result<Self> {
        let acts = store.acts_of(municipality).await?;
        let said = |what: Purpose| -> HashSet<String> {
            acts.iter().filter(|act| act.act == what).map(|act| act.record.clone()).collect()
        };
        let mut refused: HashSet<String> = said(Purpose::NotForUs);
        refused.extend(store.refused_series(municipality).await?);
        Ok(Self { refused, applied: said(Purpose::Applied), ..Self::from_told(store.told(municipality).await?) })
    }

    /// By what was told alone.
    pub(crate) fn from_told(all: Vec<Told>) -> Self {
        let mut told: HashMap<String, Vec<Told>> = HashMap::new();
        for one in all {
            told.entry(one.record.clone()).or_default().push(one);
        }
        Self { told, ..Self::default() }
    }

    /// How a call stands, given all records of it.
    pub(super) fn standing(&self, call: &[&Record], now: DateTime<Utc>) -> Standing {
        self.standing_of(call.iter().map(|record| (record.id.as_str(), &record.opportunity)), now)
    }

    /// The same by each record's id and what is told of it.
    pub(crate) fn standing_of<'r>(
        &self,
        call: impl IntoIterator<Item = (&'r str, &'r Opportunity)>,
        now: DateTime<Utc>,
    ) -> Standing {
        let mut last = None;
        for (id, opportunity) in call {
            let told = self.told.get(id).map(Vec::as_slice).unwrap_or_default();
            let print = fingerprint(opportunity, now);
            if told.iter().any(|told| told.fingerprint == print) {
                return Standing::Same;
            }
            last = last.max(told.iter().map(|told| told.change).max());
        }
        last.map_or(Standing::New, Standing::Changed)
    }

    /// "Not for us" holds for every record of the call and for its later editions, in every later letter.
    pub(super) fn refused(&self, call: &[&Record]) -> bool {
        call.iter().any(|record| self.refused.contains(&record.id))
    }

    /// Who has applied need not be reminded.
    pub(super) fn applied(&self, call: &[&Record]) -> bool {
        call.iter().any(|record| self.applied.contains(&record.id))
    }
}

/// Changes exactly when something changes that an officer would act on: dates, state, sums, who may apply.
pub(crate) fn fingerprint(opportunity: &Opportunity, now: DateTime<Utc>) -> String {
    let dates: Vec<_> = opportunity.deadline.stages.iter().map(|stage| (stage.date, stage.time)).collect();
    let may = &opportunity.eligibility;
    let material = json!([
        opportunity.deadline.kind,
        dates.iter().map(|(date, time)| format!("{date} {time:?}")).collect::<Vec<_>>(),
        status_at(opportunity, now),
        opportunity.amount,
        [may.country.verdict, may.body.verdict, may.place.verdict],
    ]);
    short_hash(&[&material.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::testing::record;

    #[test]
    fn a_call_is_new_the_same_or_changed_by_what_was_told_of_any_of_its_records() {
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let until = |date: &str| json!({"deadline": {"kind": "fixed", "stages": [{"date": date}]}});
        let (one, other) = (record("a", until("2027-03-01")), record("b", until("2027-03-01")));
        let told = Told { record: "b".into(), fingerprint: fingerprint(&other.opportunity, now), change: 7, offer: None };
        let known = Known::from_told(vec![told]);
        assert_eq!(known.standing(&[&one], now), Standing::New);
        assert_eq!(known.standing(&[&one, &other], now), Standing::Same);
        assert_eq!(known.standing(&[&one, &record("b", until("2027-04-01"))], now), Standing::Changed(7));
    }
}
