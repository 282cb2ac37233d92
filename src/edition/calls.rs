//! What letters can tell: the live records, each call of theirs once.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::same;
use crate::digest::pick::{Candidate, Desk};
use crate::record::{COMMON_ZONE, Record, Review, is_live};
use crate::store::Store;

/// Records read from the store at a time.
const PAGE: usize = 2_000;

/// The calls of a week: each told once, with all records of it.
pub(super) struct Calls<'r> {
    /// The records of each call, the one that is shown first.
    pub(super) records: Vec<Vec<&'r Record>>,
    pub(super) candidates: Vec<Candidate<'r>>,
}

impl<'r> Calls<'r> {
    pub(super) fn of(records: &'r [Record], desk: &Desk<'_>) -> Self {
        let records = each_once(records);
        let candidates = records.iter().map(|call| desk.candidate(&call[0].id, &call[0].opportunity, &call[0].text)).collect();
        Self { records, candidates }
    }
}

/// The records of each call, the one that is shown first.
pub(super) fn each_once(records: &[Record]) -> Vec<Vec<&Record>> {
    let shown = same::shown_for(records);
    let mut others: HashMap<usize, Vec<&Record>> = HashMap::new();
    for (at, shown) in shown.iter().enumerate().filter(|(at, shown)| at != *shown) {
        others.entry(*shown).or_default().push(&records[at]);
    }
    let firsts = records.iter().enumerate().filter(|(at, _)| shown[*at] == *at);
    firsts.map(|(at, first)| [first].into_iter().chain(others.remove(&at).unwrap_or_default()).collect()).collect()
}

/// Approved, not over, and trusted: what nobody has looked at is told only if its deadline is quoted.
pub(super) async fn live_records(store: &Store, now: DateTime<Utc>) -> anyhow::Result<Vec<Record>> {
    let mut live = Vec::new();
    let mut originals = store.original_titles().await?;
    let mut after = 0;
    loop {
        let tail = store.tail(after, PAGE).await?;
        let more = tail.records.len() == PAGE;
        after = tail.up_to;
        live.extend(tail.records.into_iter().filter(|record| {
            record.review == Review::Approved && is_live(&record.opportunity, now) && (!record.automatic || is_quoted(record))
        }));
        if !more {
            for record in &mut live {
                record.original_title = originals.remove(&record.id);
            }
            return Ok(live);
        }
    }
}

fn is_quoted(record: &Record) -> bool {
    let opportunity = &record.opportunity;
    opportunity.deadline.decisive().is_some_and(|stage| stage.quote.is_some()) || opportunity.evidence.contains_key("deadline")
}

/// Whether its next date is over within `time`.
pub(super) fn closes_within(record: &Record, now: DateTime<Utc>, time: TimeDelta) -> bool {
    let next = record.opportunity.deadline.next(now, COMMON_ZONE).map(|stage| stage.over_at(COMMON_ZONE));
    next.is_some_and(|at| at - now <= time)
}
