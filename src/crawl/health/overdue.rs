//! A source that was due and that nobody visited: it is the crawler that stands still.

use chrono::{DateTime, TimeDelta, Utc};
use sources::Source;

use super::Reason;
use crate::crawl::schedule::REFUSED_AGAIN_AFTER;
use crate::schedule::Schedule;
use crate::store::CrawlRun;

/// So long after its date a source is overdue: a machine that was off for a night catches up by itself.
const GRACE: TimeDelta = TimeDelta::days(1);

/// Whether a source is overdue by its visits, newest first. One that was never visited is only new.
pub(super) fn overdue(source: &Source, visits: &[CrawlRun], now: DateTime<Utc>) -> Option<Reason> {
    let schedule = Schedule::parse(source.schedule.as_deref()?).ok()?;
    let last = visits.iter().find(|visit| !visit.evidence.by_hand)?;
    let regular = schedule.next_after(last.started_at)?;
    let asked_for = last.evidence.retry_at.unwrap_or(regular);
    let refused = if last.evidence.blocked { last.started_at + REFUSED_AGAIN_AFTER } else { regular };
    let due = regular.max(asked_for).max(refused);
    (now > due + GRACE).then(|| Reason::Overdue { days: (now - last.started_at).num_days().unsigned_abs() })
}
