//! A source whose host wants its time visit after visit: no fault of any single one, but staff must not take it for read.

use chrono::{DateTime, TimeDelta, Utc};

use super::Reason;
use crate::store::{CrawlRun, Outcome};

/// A visit may take a week in its parts, and a day is given to one that is late.
const PATIENCE: TimeDelta = TimeDelta::days(8);

/// Whether the visits of a source, newest first, have been waiting for too long.
pub(super) fn endless_wait(visits: &[CrawlRun], now: DateTime<Utc>) -> Option<Reason> {
    let last = visits.iter().find(|visit| visit.finished_at.is_some() && !visit.evidence.by_hand)?;
    let since = last.evidence.waiting_since.filter(|_| last.outcome == Outcome::Waiting)?;
    (now - since > PATIENCE).then(|| Reason::EndlessWait { days: (now - since).num_days().unsigned_abs() })
}
