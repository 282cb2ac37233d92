//! One pass over everything that matches: what is it at this moment, is it wanted, count it, keep it if it is among the first.

use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::columns::Columns;
use crate::compile::Need;
use crate::facets::{Counter, Counts};
use crate::moment::Deadlines;
use crate::period::Periods;
use crate::query::{Facet, Filters};
use crate::ranking;

/// By what the hits are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Score,
    Deadline,
    Change,
    /// From the earliest change on.
    Since,
}

/// What is to be gathered.
pub(crate) struct Gather {
    pub(crate) filters: Filters,
    /// What was asked of the deadline in words.
    pub(crate) periods: Periods,
    pub(crate) facets: Vec<Facet>,
    pub(crate) order: Order,
    /// What the hits have of the words: where not all have all, those that do come first in any order.
    pub(crate) need: Need,
    pub(crate) now: i64,
    pub(crate) today: i64,
    /// How many of the first hits to keep.
    pub(crate) keep: usize,
    /// Of each segment, in the searcher's order.
    pub(crate) columns: Vec<Arc<Columns>>,
}

impl Gather {
    /// The same question with other filters, of which nothing is wanted but the counts of one facet.
    pub(crate) fn counting(&self, facet: Facet, filters: Filters) -> Self {
        Self {
            filters,
            periods: self.periods.clone(),
            facets: vec![facet],
            order: Order::Deadline,
            need: self.need,
            now: self.now,
            today: self.today,
            keep: 0,
            columns: self.columns.clone(),
        }
    }
}

/// What was gathered.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) total: usize,
    /// The first of each segment; in order once they are settled.
    pub(crate) first: Vec<Found>,
    pub(crate) counts: Counts,
}

/// One of the first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    place: Place,
    /// Empty until [`Gathered::settle`] has told it.
    pub(crate) id: String,
    /// Its id's number in its segment.
    number: u64,
    pub(crate) status: String,
    pub(crate) address: DocAddress,
}

impl Gathered {
    /// Leaves the first `keep` of all segments; those in one place are in the order of their ids.
    pub(crate) fn settle(&mut self, columns: &[Arc<Columns>], keep: usize) -> tantivy::Result<()> {
        self.first.sort_unstable_by_key(|found| found.place);
        if let Some(last) = keep.checked_sub(1).and_then(|last| self.first.get(last)).map(|found| found.place) {
            self.first.truncate(self.first.partition_point(|found| found.place <= last));
        }
        for found in &mut self.first {
            if let Some(ids) = &columns[found.address.segment_ord as usize].ids {
                ids.ord_to_str(found.number, &mut found.id)?;
            }
        }
        self.first.sort_unstable();
        self.first.truncate(keep);
        Ok(())
    }
}

/// Smaller is earlier: a class, then a value within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u8, i64);

/// A candidate within a segment. Numbers of ids are in the order of the ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    place: Place,
    id: u64,
    doc: DocId,
    state: usize,
}

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = SegmentGather;

    fn for_segment(&self, ordinal: SegmentOrdinal, _segment: &SegmentReader) -> tantivy::Result<SegmentGather> {
        let columns = Arc::clone(&self.columns[ordinal as usize]);
        let names = &columns.states.names;
        let wanted = self.filters.status.as_ref().map(|wanted| names.iter().map(|name| wanted.contains(name)).collect());
        let mut counters = Vec::with_capacity(self.facets.len());
        for (i, facet) in self.facets.iter().enumerate() {
            // Named twice is counted once.
            if !self.facets[..i].contains(facet) {
                counters.push(Counter::of(*facet, &columns, self.today));
            }
        }
        Ok(SegmentGather {
            ordinal,
            columns,
            wanted,
            filters: self.filters.clone(),
            periods: self.periods.clone(),
            order: self.order,
            may_be_partial: self.need != Need::All,
            now: self.now,
            keep: self.keep,
            total: 0,
            first: BinaryHeap::new(),
            counters,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.keep > 0 && (self.order == Order::Score || self.need != Need::All)
    }

    fn merge_fruits(&self, segments: Vec<Gathered>) -> tantivy::Result<Gathered> {
        let mut all = Gathered::default();
        for segment in segments {
            all.total += segment.total;
            all.first.extend(segment.first);
            for (facet, counts) in segment.counts {
                let sums = all.counts.entry(facet).or_default();
                for (value, count) in counts {
                    *sums.entry(value).or_default() += count;
                }
            }
        }
        Ok(all)
    }
}

/// Gathers from one segment.
pub(crate) struct SegmentGather {
    ordinal: SegmentOrdinal,
    columns: Arc<Columns>,
    wanted: Option<Vec<bool>>,
    filters: Filters,
    periods: Periods,
    order: Order,
    may_be_partial: bool,
    now: i64,
    keep: usize,
    total: usize,
    /// The worst of those kept is on top.
    first: BinaryHeap<Candidate>,
    counters: Vec<Counter>,
}

impl SegmentCollector for SegmentGather {
    type Fruit = Gathered;

    fn collect(&mut self, doc: DocId, score: Score) {
        let deadlines = Deadlines::at(self.now, self.columns.deadlines.values_for_doc(doc));
        let state = self.columns.states.of(doc, self.columns.opens.first(doc), deadlines, self.now);
        if self.wanted.as_ref().is_some_and(|wanted| !wanted[state]) || !self.passes(doc, deadlines) {
            return;
        }
        self.total += 1;
        for counter in &mut self.counters {
            counter.count(doc, state, deadlines);
        }
        if self.keep > 0 {
            self.consider(doc, score, state, deadlines);
        }
    }

    fn harvest(self) -> Self::Fruit {
        let mut gathered = Gathered { total: self.total, ..Gathered::default() };
        for candidate in self.first {
            let address = DocAddress::new(self.ordinal, candidate.doc);
            gathered.first.push(Found {
                place: candidate.place,
                id: String::new(),
                number: candidate.id,
                status: self.columns.states.names[candidate.state].clone(),
                address,
            });
        }
        for counter in self.counters {
            counter.tell(&self.columns.states.names, &mut gathered.counts);
        }
        gathered
    }
}

impl SegmentGather {
    /// The filters that the posting lists know nothing of.
    fn passes(&self, doc: DocId, deadlines: Deadlines) -> bool {
        let filters = &self.filters;
        if filters.deadline_from.is_some() || filters.deadline_to.is_some() || !self.periods.is_empty() {
            let day = self.columns.nearest_day(doc, deadlines);
            let is_before = filters.deadline_from.is_some_and(|from| day.is_none_or(|day| day < from));
            let is_after = filters.deadline_to.is_some_and(|to| day.is_none_or(|day| day > to));
            if is_before || is_after || !self.periods.admit(day) {
                return false;
            }
        }
        if let Some(least) = filters.amount_min
            && !self.columns.amount.first(doc).is_some_and(|amount| amount >= least)
        {
            return false;
        }
        filters.changed_after.is_none_or(|after| self.columns.change.first(doc).is_some_and(|change| change > after))
    }

    fn news(&self, doc: DocId) -> f32 {
        self.columns.first_seen.first(doc).map_or(1.0, |seen| ranking::of_age(self.now.saturating_sub(seen)))
    }

    fn consider(&mut self, doc: DocId, score: Score, state: usize, deadlines: Deadlines) {
        let place = match self.order {
            Order::Score => {
                by_score(score, self.columns.states.weights[state] * self.columns.verdicts.weight(doc) * self.news(doc))
            }
            Order::Deadline => by_deadline(deadlines, self.columns.states.live[state]),
            Order::Change => Place(0, -self.columns.change.first(doc).map_or(0, |change| change as i64)),
            Order::Since => Place(0, self.columns.change.first(doc).map_or(0, |change| change as i64)),
        };
        let is_partial = self.may_be_partial && self.order != Order::Score && score < ranking::ALL_WORDS;
        let place = if is_partial { Place(AFTER_ALL_CLASSES + place.0, place.1) } else { place };
        if self.first.len() == self.keep && self.first.peek().is_some_and(|worst| worst.place < place) {
            return;
        }
        let id = self.columns.ids.as_ref().and_then(|ids| ids.term_ords(doc).next()).unwrap_or_default();
        self.first.push(Candidate { place, id, doc, state });
        if self.first.len() > self.keep {
            self.first.pop();
        }
    }
}

/// What has all words, then the rest, each by its words and by what else speaks for it.
///
/// Scores are never negative, and the bits of such floats are in the order of the floats.
fn by_score(score: Score, weight: f32) -> Place {
    let (class, score) = if score >= ranking::ALL_WORDS { (0, score - ranking::ALL_WORDS) } else { (1, score) };
    Place(class, -i64::from((score * weight).to_bits()))
}

/// More than any order has classes.
const AFTER_ALL_CLASSES: u8 = 8;

/// What closes soonest, then what may be handed in for at any time, then what closed last, then the rest.
fn by_deadline(deadlines: Deadlines, is_live: bool) -> Place {
    match (deadlines.next, deadlines.last) {
        (Some(next), _) => Place(0, next),
        (None, None) if is_live => Place(1, 0),
        (None, Some(last)) => Place(2, last.saturating_neg()),
        (None, None) => Place(3, 0),
    }
}
