//! What was wrong with one visit, in the light of the healthy ones before it.

use sources::Source;

use super::Reason;
use crate::crawl::complaint::Kind;
use crate::store::{CrawlRun, Outcome};

/// Fewer than this share of the usual items: lists breathe, but they do not lose half of themselves from one visit to the next.
const LEAST_ITEMS: f64 = 0.5;

/// Of fewer items than this no share says anything.
const FEW: f64 = 4.0;

/// Of items, or of their own pages, this share may be unreadable: every list has an advert and a dead link or two, but where one in
/// three fails the way to them has changed.
const MOST_LOST: f64 = 1.0 / 3.0;

/// A field that this share of the items used to carry is one that the page shows for each.
const CARRIED: f64 = 0.5;

/// The share of calls with a dated deadline may fall to this part of what is declared or usual.
const LEAST_DATED: f64 = 0.5;

/// What was wrong with one visit, in the light of the healthy ones before it.
pub(super) fn faults(source: &Source, visit: &CrawlRun, before: &[&CrawlRun]) -> Vec<Reason> {
    let mut faults = Vec::new();
    if visit.evidence.blocked {
        faults.push(Reason::Blocked);
    }
    match visit.outcome {
        Outcome::Failed => faults.push(Reason::Failed),
        Outcome::Partial => faults.push(Reason::Partial),
        Outcome::Done | Outcome::Waiting | Outcome::Unfinished => {}
    }
    faults.extend(visit.complaints.iter().find_map(|complaint| match complaint.kind {
        Kind::GoneAtOnce { gone, all } => Some(Reason::GoneAtOnce { gone, all }),
        _ => None,
    }));
    let (found, floor) = (visit.counts.kept.items, u64::from(source.floor));
    // A list may lead to a page beyond its last, and next year's may be empty still: only when nothing was found at all.
    if found == 0 && visit.evidence.unmatched && !visit.evidence.declared_empty {
        faults.push(Reason::NothingMatched);
    }
    if found < floor && !visit.evidence.declared_empty {
        faults.push(Reason::BelowFloor { found, floor });
    }
    let unreadable = visit.evidence.unreadable;
    if too_many_lost(unreadable, found + unreadable) {
        faults.push(Reason::Unreadable { items: unreadable });
    }
    let usual = mean(before, |visit| Some(visit.counts.kept.items as f64));
    if let Some(usual) = usual.filter(|usual| *usual >= FEW && (found as f64) < LEAST_ITEMS * usual)
        && !visit.evidence.declared_empty
    {
        faults.push(Reason::FewerItems { found, usual: usual.round() as u64 });
    }
    faults.extend(source.shape.declared_fields().into_iter().filter_map(|field| gone(field, visit, before)));
    faults.extend(fewer_dated(source, visit, before));
    faults
}

/// Whether so many of all that were wanted are more than a list's usual few.
pub(in crate::crawl) fn too_many_lost(lost: u64, all: u64) -> bool {
    lost as f64 > MOST_LOST * all as f64
}

/// A declared field that most items used to carry, and now not one of several does.
fn gone(field: &str, visit: &CrawlRun, before: &[&CrawlRun]) -> Option<Reason> {
    let share = |visit: &CrawlRun| {
        let items = visit.counts.kept.items.saturating_sub(visit.evidence.only_listed) as f64;
        let carried = visit.evidence.fields.get(field).copied().unwrap_or_default() as f64;
        (items >= FEW).then_some(carried / items)
    };
    let usual = mean(before, share)?;
    (usual >= CARRIED && share(visit)? == 0.0).then(|| Reason::FieldGone { field: field.to_owned(), usual: percent(usual) })
}

fn fewer_dated(source: &Source, visit: &CrawlRun, before: &[&CrawlRun]) -> Option<Reason> {
    let share = |visit: &CrawlRun| {
        let calls = visit.evidence.calls as f64;
        (calls >= FEW).then_some(visit.evidence.dated as f64 / calls)
    };
    let expected = source.dated.or_else(|| mean(before, share))?;
    let share = share(visit)?;
    (share < LEAST_DATED * expected).then(|| Reason::FewerDated { share: percent(share), expected: percent(expected) })
}

fn mean(visits: &[&CrawlRun], of: impl Fn(&CrawlRun) -> Option<f64>) -> Option<f64> {
    let values: Vec<f64> = visits.iter().filter_map(|visit| of(visit)).collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn percent(share: f64) -> u64 {
    (share * 100.0).round() as u64
}
