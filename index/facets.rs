//! Counting what the hits have, column by column.

use std::collections::{BTreeMap, HashMap};

use tantivy::SegmentReader;
use tantivy::columnar::StrColumn;

use crate::moment::Deadlines;
use crate::query::{Count, Facet};

/// More values than anybody reads; the rest is left out.
const MAX_VALUES: usize = 100;

const DAY: i64 = 24 * 60 * 60;

/// Days until the next deadline, cumulative, as the facet names them.
const BUCKETS: [(i64, &str); 5] = [(7, "7"), (30, "30"), (60, "60"), (90, "90"), (120, "120")];
const LATER: &str = "later";
const NONE: &str = "none";

impl Facet {
    /// All there are.
    pub const ALL: [Self; 9] = [
        Self::Kind,
        Self::Status,
        Self::Topic,
        Self::Source,
        Self::Network,
        Self::Country,
        Self::Eligible,
        Self::Lang,
        Self::Deadline,
    ];

    /// Its name, as in the query string.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Topic => "topic",
            Self::Source => "source",
            Self::Network => "network",
            Self::Country => "country",
            Self::Eligible => "eligible",
            Self::Lang => "lang",
            Self::Deadline => "deadline",
        }
    }
}

/// Counts by facet and value.
pub(crate) type Counts = BTreeMap<&'static str, HashMap<String, u64>>;

/// Counts one facet over one segment.
pub(crate) enum Counter {
    /// Codes as stored; counted by their numbers in the segment.
    Codes {
        name: &'static str,
        column: Option<StrColumn>,
        counts: Vec<u64>,
    },
    /// States at the moment; counted by their numbers in the collector.
    Status {
        counts: Vec<u64>,
    },
    Deadline {
        now: i64,
        buckets: [u64; BUCKETS.len()],
        later: u64,
        none: u64,
    },
}

impl Counter {
    pub(crate) fn open(facet: Facet, segment: &SegmentReader, now: i64, states: usize) -> tantivy::Result<Self> {
        Ok(match facet {
            Facet::Status => Self::Status { counts: vec![0; states] },
            Facet::Deadline => Self::Deadline { now, buckets: [0; BUCKETS.len()], later: 0, none: 0 },
            _ => {
                // A segment in which no record has such a code has no column.
                let column = segment.fast_fields().str(facet.name())?;
                let values = column.as_ref().map_or(0, |codes| codes.num_terms());
                Self::Codes { name: facet.name(), column, counts: vec![0; values] }
            }
        })
    }

    #[inline]
    pub(crate) fn count(&mut self, doc: u32, state: usize, deadlines: Deadlines) {
        match self {
            Self::Codes { column: Some(column), counts, .. } => {
                for ord in column.term_ords(doc) {
                    counts[ord as usize] += 1;
                }
            }
            Self::Codes { column: None, .. } => {}
            Self::Status { counts } => counts[state] += 1,
            Self::Deadline { now, buckets, later, none } => match deadlines.next {
                None => *none += 1,
                Some(next) => {
                    let mut is_soon = false;
                    for (bucket, (days, _)) in buckets.iter_mut().zip(BUCKETS) {
                        if next.saturating_sub(*now) <= days * DAY {
                            *bucket += 1;
                            is_soon = true;
                        }
                    }
                    *later += u64::from(!is_soon);
                }
            },
        }
    }

    /// Adds what was counted to `all`; `states` are the names behind the states' numbers.
    pub(crate) fn tell(self, states: &[String], all: &mut Counts) -> std::io::Result<()> {
        let (name, counted) = match self {
            Self::Codes { name, column, counts } => (name, column.map_or(Ok(Vec::new()), |column| named(&column, &counts))?),
            Self::Status { counts } => (Facet::Status.name(), states.iter().cloned().zip(counts).collect()),
            Self::Deadline { buckets, later, none, .. } => {
                let names = BUCKETS.iter().map(|(_, name)| *name).chain([LATER, NONE]).map(str::to_owned);
                (Facet::Deadline.name(), names.zip(buckets.into_iter().chain([later, none])).collect())
            }
        };
        let sums = all.entry(name).or_default();
        for (value, count) in counted.into_iter().filter(|(_, count)| *count > 0) {
            *sums.entry(value).or_default() += count;
        }
        Ok(())
    }
}

fn named(column: &StrColumn, counts: &[u64]) -> std::io::Result<Vec<(String, u64)>> {
    let mut found = Vec::new();
    for (ord, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let mut value = String::new();
        column.ord_to_str(ord as u64, &mut value)?;
        found.push((value, *count));
    }
    Ok(found)
}

/// Greatest first, then by value.
pub(crate) fn listed(counts: HashMap<String, u64>) -> Vec<Count> {
    let mut list: Vec<Count> = counts.into_iter().map(|(value, count)| Count { value, count }).collect();
    list.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    list.truncate(MAX_VALUES);
    list
}
