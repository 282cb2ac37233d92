//! What letters can tell: the live records, each call of theirs once.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use sources::opportunity::Stage;

use super::ended::end_of;
use super::{forward, same};
use crate::digest::pick::{Candidate, Desk};
use crate::record::{Record, Review, is_live};
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

/// The records that letters can tell something of.
pub(super) struct Records {
    /// What can be had.
    pub(super) live: Vec<Record>,
    /// What somebody was told of and nobody can have any more.
    pub(super) ended: Vec<Record>,
}

/// Reads them, the ended ones of those that were `offered` to somebody.
pub(super) async fn records(store: &Store, offered: &HashSet<&str>, now: DateTime<Utc>) -> anyhow::Result<Records> {
    let (mut live, mut ended) = (Vec::new(), Vec::new());
    let mut originals = store.original_titles().await?;
    let mut after = 0;
    loop {
        let tail = store.tail(after, PAGE).await?;
        let more = tail.records.len() == PAGE;
        after = tail.up_to;
        for mut record in tail.records {
            let into = if is_to_be_had(&record, now) {
                &mut live
            } else if offered.contains(record.id.as_str())
                && has_ended(store, &record, now).await?
                && !is_joined(store, &record).await?
            {
                &mut ended
            } else {
                continue;
            };
            record.original_title = originals.remove(&record.id);
            into.push(record);
        }
        if !more {
            break;
        }
    }
    // Another source still has the same call: nobody knows which of them is right, and the letters go on telling it.
    let mut lives = same::live_elsewhere(&ended, &live).into_iter();
    ended.retain(|_| !lives.next().unwrap_or_default());
    Ok(Records { live, ended })
}

/// Whether there is something to tell of its end: what closes by the day that everybody was told is none.
async fn has_ended(store: &Store, record: &Record, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let is_forward = forward::may_be(record, now) && forward::has_lost_a_day(&store.history(&record.id).await?, now);
    Ok(is_forward || end_of(record, now).is_some())
}

/// Whether another record tells its call from now on: no source of its own is left to it.
async fn is_joined(store: &Store, record: &Record) -> anyhow::Result<bool> {
    let has_left = record.review == Review::Rejected && record.sources.is_empty();
    Ok(has_left && store.gone_record(&record.id).await?.is_some_and(|gone| gone.joined.is_some()))
}

/// Approved, not over, and trusted: what nobody has looked at is told only if its deadline is quoted.
fn is_to_be_had(record: &Record, now: DateTime<Utc>) -> bool {
    record.review == Review::Approved && is_live(&record.opportunity, now) && (!record.automatic || is_quoted(record))
}

fn is_quoted(record: &Record) -> bool {
    let opportunity = &record.opportunity;
    opportunity.deadline.decisive().is_some_and(|stage| stage.quote.is_some()) || opportunity.evidence.contains_key("deadline")
}

/// Whether its next date is over within `time`.
pub(super) fn closes_within(record: &Record, now: DateTime<Utc>, time: TimeDelta) -> bool {
    let next = record.opportunity.deadline.next(now).map(Stage::over_at);
    next.is_some_and(|at| at - now <= time)
}
