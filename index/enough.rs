//! How much of what is wanted a record must have: decided once for the words, whatever narrows the question. So what is narrowed never
//! finds more, and the count beside a value is what one finds who chooses it.

use std::sync::Arc;

use tantivy::query::{EnableScoring, Query};
use tantivy::{DocSet as _, Searcher, TERMINATED};

use crate::columns::Columns;
use crate::compile::{self, Ground, Need};
use crate::moment::Deadlines;
use crate::query::Filters;
use crate::typed::Typed;
use crate::unit::Unit;

/// With so many records that have half of the words nobody misses those that have fewer.
const ENOUGH: usize = 10;

/// All that a reader may see, and the moment at which it is looked at.
pub(crate) struct Sight<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) ground: Ground<'a>,
    pub(crate) columns: &'a [Arc<Columns>],
    /// Codes of review states.
    pub(crate) review: &'a [String],
    pub(crate) now: i64,
    pub(crate) today: i64,
}

impl Sight<'_> {
    /// The most that can be asked of a record so that enough have it, and that one of them can still be handed in for: who asks for what
    /// is open is not left with nothing because an archive has the words.
    pub(crate) fn need(&self, typed: &Typed) -> tantivy::Result<Need> {
        let words = words_alone(typed);
        if !words.is_divisible() {
            return Ok(Need::All);
        }
        for need in [Need::All, Need::Half] {
            if self.has_enough(&words, need)? {
                return Ok(need);
            }
        }
        Ok(Need::Any)
    }

    /// Whether any record has all of the words.
    pub(crate) fn has_all(&self, typed: &Typed) -> tantivy::Result<bool> {
        self.has_one(typed, Need::All)
    }

    /// Whether any record has any of the words.
    pub(crate) fn has_any(&self, typed: &Typed) -> tantivy::Result<bool> {
        self.has_one(typed, Need::Any)
    }

    /// Whether enough records have all of the words, over or not.
    pub(crate) fn has_many(&self, typed: &Typed) -> tantivy::Result<bool> {
        let query = compile::query(&words_alone(typed), &self.filters(), Need::All, self.ground);
        self.count(query.as_ref(), |seen| seen.records >= ENOUGH)
    }

    fn has_one(&self, typed: &Typed, need: Need) -> tantivy::Result<bool> {
        let query = compile::query(&words_alone(typed), &self.filters(), need, self.ground);
        self.count(query.as_ref(), |seen| seen.records > 0)
    }

    fn has_enough(&self, words: &Typed, need: Need) -> tantivy::Result<bool> {
        let query = compile::query(words, &self.filters(), need, self.ground);
        self.count(query.as_ref(), |seen| seen.records >= ENOUGH && seen.has_live)
    }

    fn filters(&self) -> Filters {
        Filters { review: self.review.to_vec(), ..Filters::default() }
    }

    /// Looks at what matches until it is enough.
    fn count(&self, query: &dyn Query, is_enough: impl Fn(&Seen) -> bool) -> tantivy::Result<bool> {
        let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        let mut seen = Seen::default();
        for (segment, columns) in self.searcher.segment_readers().iter().zip(self.columns) {
            let mut matching = weight.scorer(segment, 1.0)?;
            let alive = segment.alive_bitset();
            while matching.doc() != TERMINATED {
                let doc = matching.doc();
                if alive.is_none_or(|alive| alive.is_alive(doc)) {
                    seen.records += 1;
                    seen.has_live = seen.has_live || self.is_live(columns, doc);
                    if is_enough(&seen) {
                        return Ok(true);
                    }
                }
                matching.advance();
            }
        }
        Ok(false)
    }

    fn is_live(&self, columns: &Columns, doc: u32) -> bool {
        let deadlines = Deadlines::at(self.now, columns.deadlines.values_for_doc(doc));
        columns.states.live[columns.states.of(doc, columns.opens.first(doc), deadlines, self.now)]
    }
}

/// What was met so far.
#[derive(Default)]
struct Seen {
    records: usize,
    has_live: bool,
}

/// What is looked for without what narrows it: codes, states and days may stand in the text too.
fn words_alone(typed: &Typed) -> Typed {
    let is_code = |alternatives: &&Vec<Unit>| alternatives.iter().all(|unit| matches!(unit, Unit::Code(..)));
    Typed { wanted: typed.wanted.iter().filter(|alternatives| !is_code(alternatives)).cloned().collect(), ..Typed::default() }
}

/// Whether what was found shows already that enough have all of the words; then nobody need look beyond what narrows the question.
pub(crate) fn shows_enough(total: usize, mut states: impl Iterator<Item = impl AsRef<str>>) -> bool {
    total >= ENOUGH && states.any(|state| crate::moment::is_live(state.as_ref()))
}
