//! Deadlines from sources that state them in fields of their own: `2026-09-15T00:00:00.000+0000`, `10/08/2026`, `15.09.2026`.
//! Midnight or noon sharp from such a field is a day only; a single date far ahead means "always open".

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;

use super::year::is_sentinel;
use crate::normalise::dates::{DateFound, dates};
use crate::opportunity::{Deadline, DeadlineKind, Stage};

/// The deadline that the values of a date field make. `model` is the source's word for how they are meant
/// (`single-stage`, `two-stage`, `multiple cut-off`), `zone` the source's own.
pub fn from_field(values: &[&str], model: Option<&str>, zone: Tz, today: NaiveDate) -> Deadline {
    // The Americas write the month first in fields; everyone else the day.
    let lang = zone.name().starts_with("America/").then_some("en-US");
    let mut stages: Vec<Stage> = values
        .iter()
        .flat_map(|value| dates(&loosened(value), lang, today).into_iter().map(move |found| stage(found, value)))
        .collect();
    stages.sort_by_key(|stage| (stage.date, stage.time));
    stages.dedup_by_key(|stage| stage.date);
    let model = model.unwrap_or("").to_lowercase();
    let kind = match stages.as_slice() {
        [] => return Deadline::default(),
        [only] if is_sentinel(only.date, today) => return Deadline { kind: DeadlineKind::Rolling, stages: Vec::new() },
        [_] => DeadlineKind::Fixed,
        _ if model.contains("two") => DeadlineKind::TwoStage,
        _ => DeadlineKind::MultipleCutoffs,
    };
    Deadline { kind, stages }
}

/// The printed calendar date is the date; an instant's hour is kept with its offset.
fn stage(found: DateFound, value: &str) -> Stage {
    let time = found.time.filter(|time| !is_placeholder(*time)).map(without_odd_seconds);
    Stage { date: found.date, zone: time.and(found.zone), time, label: None, quote: Some(value.trim().to_owned()) }
}

/// Midnight, noon and the last second are what software writes when nobody gave an hour.
fn is_placeholder(time: NaiveTime) -> bool {
    matches!((time.hour(), time.minute(), time.second()), (0 | 12, 0, 0))
}

/// The EU portal's external-action and cascade calls carry seconds that change from day to day (`20:00:10`, then `20:00:08`)
/// while the call stays as it is: nobody ever meant them. The last second of a minute is meant.
fn without_odd_seconds(time: NaiveTime) -> NaiveTime {
    if time.second() == 59 { time } else { time.with_second(0).unwrap_or(time) }
}

/// `Sep 15, 2026 12:00:00 AM EDT` reads as it is; an epoch in milliseconds is turned into a date first.
fn loosened(value: &str) -> Cow<'_, str> {
    /// Milliseconds since 1970 have thirteen digits from 2001 to 2286, seconds ten.
    const MILLISECONDS: usize = 13;
    let digits = value.trim();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Cow::Borrowed(value);
    }
    let moment = match digits.len() {
        MILLISECONDS => digits.parse().ok().and_then(chrono::DateTime::from_timestamp_millis),
        10 => digits.parse().ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0)),
        _ => None,
    };
    moment.map_or(Cow::Borrowed(value), |moment| Cow::Owned(moment.to_rfc3339()))
}
