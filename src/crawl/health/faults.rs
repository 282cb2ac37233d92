//! What was wrong with one visit, in the light of the healthy ones before it.

use sources::Source;

use super::Reason;
use crate::complaint::Kind;
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

/// One that so many carried belongs to the page's form, and is not a matter of what the calls say.
const CARRIED_BY_FORM: f64 = 0.9;

/// What belongs to the form, or is declared in the roadmap, may be missing from a few odd items, not from one in three.
const LEAST_OF_FORM: f64 = 0.7;

/// The share of calls with a dated deadline may fall to this part of what is usual: with few calls it swings.
const LEAST_DATED: f64 = 0.5;

/// What was wrong with one visit, in the light of the healthy ones before it.
pub(super) fn faults(source: &Source, visit: &CrawlRun, before: &[&CrawlRun]) -> Vec<Reason> {
    let mut faults = Vec::new();
    if visit.evidence.blocked {
        faults.push(Reason::Blocked);
    }
    if visit.evidence.forbidden {
        faults.push(Reason::Forbidden);
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
    // What last year's page had says nothing of this year's, which begins empty.
    let usual = mean(before, |earlier| visit.has_pages_of(earlier).then_some(earlier.counts.kept.items as f64));
    if let Some(usual) = usual.filter(|usual| *usual >= FEW && (found as f64) < LEAST_ITEMS * usual)
        && !visit.evidence.declared_empty
    {
        faults.push(Reason::FewerItems { found, usual: usual.round() as u64 });
    }
    // Whatever else it may be, it is not the list that we knew: its links have changed, or change with every visit. What only shows its
    // newest turns over by itself.
    if source.shape.lists_everything()
        && found as f64 >= FEW
        && visit.counts.kept.new == found
        && usual.is_some_and(|usual| usual >= FEW)
    {
        faults.push(Reason::AllNew { items: found });
    }
    faults.extend(source.shape.declared_fields().into_iter().filter_map(|field| gone(field, visit, before)));
    faults.extend(fewer_dated(source, visit, before));
    faults
}

/// Whether so many of all that were wanted are more than a list's usual few.
pub(in crate::crawl) fn too_many_lost(lost: u64, all: u64) -> bool {
    lost as f64 > MOST_LOST * all as f64
}

/// A declared field that most items used to carry, and now not one of several does; or that all carried, and now many do not.
fn gone(field: &str, visit: &CrawlRun, before: &[&CrawlRun]) -> Option<Reason> {
    let share = |visit: &CrawlRun| {
        let items = visit.counts.kept.items.saturating_sub(visit.evidence.only_listed) as f64;
        let carried = visit.evidence.fields.get(field).copied().unwrap_or_default() as f64;
        (items >= FEW).then_some(carried / items)
    };
    let usual = mean(before, share)?;
    let share = share(visit)?;
    let is_gone = usual >= CARRIED && share == 0.0 || usual >= CARRIED_BY_FORM && share < LEAST_OF_FORM * usual;
    is_gone.then(|| Reason::FieldGone { field: field.to_owned(), usual: percent(usual), share: percent(share) })
}

fn fewer_dated(source: &Source, visit: &CrawlRun, before: &[&CrawlRun]) -> Option<Reason> {
    let share = |visit: &CrawlRun| {
        let calls = visit.evidence.calls as f64;
        (calls >= FEW).then_some(visit.evidence.dated as f64 / calls)
    };
    let (expected, least) = match source.dated {
        Some(declared) => (declared, LEAST_OF_FORM),
        None => (mean(before, share)?, LEAST_DATED),
    };
    let share = share(visit)?;
    (share < least * expected).then(|| Reason::FewerDated { share: percent(share), expected: percent(expected) })
}

fn mean(visits: &[&CrawlRun], of: impl Fn(&CrawlRun) -> Option<f64>) -> Option<f64> {
    let values: Vec<f64> = visits.iter().filter_map(|visit| of(visit)).collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn percent(share: f64) -> u64 {
    (share * 100.0).round() as u64
}
