//! A call whose deadline was moved to a day that has passed by now, while whoever was told of it goes on working towards the day that it was
//! told. Pure.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sources::opportunity::Deadline;

use super::known::Before;
use crate::digest::letter::Since;
use crate::record::{Change, Record, Review, is_over};

/// Older changes are not looked for: few calls are told longer before their day.
const LATELY: TimeDelta = TimeDelta::days(180);

/// Whether its day may have been moved so: worth looking into its history.
pub(super) fn may_be(record: &Record, now: DateTime<Utc>) -> bool {
    record.review == Review::Approved && is_over(&record.opportunity, now) && now - record.changed_at <= LATELY
}

/// Whether any of these changes moved a day away that would be ahead still.
pub(super) fn has_lost_a_day(history: &[Change], now: DateTime<Utc>) -> bool {
    history.iter().any(|change| day_ahead(change, now).is_some())
}

/// The day that was told `before` and would be ahead still.
pub(super) fn day_told(record: &Record, history: &[Change], before: Before, now: DateTime<Utc>) -> Option<NaiveDate> {
    let since = Since::of(history, before.change, before.at);
    // What the first change since then replaced is what was told.
    let first = since.changes.iter().find(|change| change.field == "deadline")?;
    day_ahead(first, now).filter(|_| may_be(record, now))
}

fn day_ahead(change: &Change, now: DateTime<Utc>) -> Option<NaiveDate> {
    if change.field != "deadline" {
        return None;
    }
    // What no longer reads was written by another version.
    let old: Deadline = serde_json::from_value(change.old.clone()).ok()?;
    old.decisive().filter(|stage| stage.over_at() > now).map(|stage| stage.date)
}
