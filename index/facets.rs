//! Counting what the hits have, column by column.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;

use crate::columns::{Codes, Columns};
use crate::moment::Deadlines;
use crate::query::{Count, Facet};

/// More values than anybody reads; the rest is left out.
const MAX_VALUES: usize = 100;

/// Days until the date of the nearest deadline, cumulative, as the facet names them: what closes on the last of them is among them, as it
/// is for who asks for these dates.
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
        codes: Option<Arc<Codes>>,
        counts: Vec<u64>,
    },
    /// States at the moment; counted by their numbers in the collector.
    Status {
        counts: Vec<u64>,
    },
    Deadline {
        columns: Arc<Columns>,
        today: i64,
        buckets: [u64; BUCKETS.len()],
        later: u64,
        none: u64,
    },
}

impl Counter {
    pub(crate) fn of(facet: Facet, columns: &Arc<Columns>, today: i64) -> Self {
        match facet {
            Facet::Status => Self::Status { counts: vec![0; columns.states.names.len()] },
            Facet::Deadline => {
                Self::Deadline { columns: Arc::clone(columns), today, buckets: [0; BUCKETS.len()], later: 0, none: 0 }
            }
            _ => {
                let codes = columns.codes(facet);
                let values = codes.as_ref().map_or(0, |codes| codes.names.len());
                Self::Codes { name: facet.name(), codes, counts: vec![0; values] }
            }
        }
    }

    #[inline]
    pub(crate) fn count(&mut self, doc: u32, state: usize, deadlines: Deadlines) {
        match self {
            Self::Codes { codes: Some(codes), counts, .. } => {
                for number in codes.of(doc) {
                    counts[number as usize] += 1;
                }
            }
            Self::Codes { codes: None, .. } => {}
            Self::Status { counts } => counts[state] += 1,
            Self::Deadline { columns, today, buckets, later, none } => match columns.nearest_day(doc, deadlines) {
                Some(day) if day >= *today => {
                    let mut is_soon = false;
                    for (bucket, (days, _)) in buckets.iter_mut().zip(BUCKETS) {
                        if day.saturating_sub(*today) <= days {
                            *bucket += 1;
                            is_soon = true;
                        }
                    }
                    *later += u64::from(!is_soon);
                }
                _ => *none += 1,
            },
        }
    }

    /// Adds what was counted to `all`; `states` are the names behind the states' numbers.
    pub(crate) fn tell(self, states: &[String], all: &mut Counts) {
        let mut add = |facet, names: &mut dyn Iterator<Item = &str>, counts: &[u64]| {
            let sums = all.entry(facet).or_default();
            for (value, count) in names.zip(counts).filter(|(_, count)| **count > 0) {
                *sums.entry_ref(value).or_default() += count;
            }
        };
        match self {
            Self::Codes { name, codes, counts } => {
                let names = codes.as_ref().map_or(&[][..], |codes| &codes.names);
                add(name, &mut names.iter().map(String::as_str), &counts);
            }
            Self::Status { counts } => add(Facet::Status.name(), &mut states.iter().map(String::as_str), &counts),
            Self::Deadline { buckets, later, none, .. } => {
                let names = BUCKETS.iter().map(|(_, name)| *name).chain([LATER, NONE]);
                let counts: Vec<u64> = buckets.into_iter().chain([later, none]).collect();
                add(Facet::Deadline.name(), &mut { names }, &counts);
            }
        }
    }
}

/// Whether some values are left out.
pub(crate) fn is_cut(counts: &HashMap<String, u64>) -> bool {
    counts.len() > MAX_VALUES
}

/// Greatest first, then by value.
pub(crate) fn listed(counts: HashMap<String, u64>) -> Vec<Count> {
    let mut list: Vec<Count> = counts.into_iter().map(|(value, count)| Count { value, count }).collect();
    list.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    list.truncate(MAX_VALUES);
    list
}
