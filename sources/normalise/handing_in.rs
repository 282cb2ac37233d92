//! The deadline of a finding: its date field where the source has one, else its prose.
//! An extension that the page tells beats a list that still shows the old day; the hour stands in the prose.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::deadline::{Dated, DeadlineFound, from_field};
use super::evidence::{Found, found};
use crate::finding::{Finding, field};
use crate::opportunity::{Deadline, DeadlineKind, Kind};

/// The deadline, and the words that decided; `searched` is whether the text looks for partners.
pub(super) fn deadline(
    finding: &Finding,
    dated: &Dated<'_>,
    (kind, searched): (Kind, bool),
    zone: Tz,
    today: NaiveDate,
) -> (Deadline, Option<Found>) {
    let search = (kind == Kind::Partnership).then(|| dated.reply()).flatten();
    let prose = search.unwrap_or_else(|| if searched { dated.deadline_of_search() } else { dated.deadline() });
    let values: Vec<&str> = finding.values(field::DEADLINE).collect();
    let mut field = from_field(&values, finding.field(field::DEADLINE_MODEL), zone, today);
    if field.kind == DeadlineKind::Unknown || extended(&prose, &field) || tells_all(&prose, &field) {
        let words = prose.quote.as_deref().map(|quote| found(quote, &prose.rule));
        return (prose.deadline, words);
    }
    for stage in field.stages.iter_mut().filter(|stage| stage.time.is_none()) {
        if let Some(same) = prose.deadline.stages.iter().find(|other| other.date == stage.date && other.time.is_some()) {
            (stage.time, stage.zone) = (same.time, same.zone.clone());
        }
    }
    let words = values.first().map(|written| found(written, "deadline.field"));
    (field, words)
}

/// A list has room for one day; where the page names it among several steps or cut-offs, the page tells all of them.
fn tells_all(prose: &DeadlineFound, field: &Deadline) -> bool {
    let several = matches!(prose.deadline.kind, DeadlineKind::TwoStage | DeadlineKind::MultipleCutoffs);
    let [only] = field.stages.as_slice() else { return false };
    let ends = [prose.deadline.stages.first(), prose.deadline.stages.last()];
    several && ends.into_iter().flatten().any(|stage| stage.date == only.date)
}

fn extended(prose: &DeadlineFound, field: &Deadline) -> bool {
    let later = prose.deadline.stages.last().zip(field.stages.last()).is_some_and(|(prose, field)| prose.date > field.date);
    later && prose.rule.contains("extended")
}
