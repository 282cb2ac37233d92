//! What the ranking and the facets know of a segment's records by number: their states at the moment, and their verdicts.

use tantivy::columnar::StrColumn;
use tantivy::{DocId, SegmentReader};

use crate::columns;
use crate::fields::column;
use crate::moment::{self, Deadlines};
use crate::ranking;

/// The weights of a segment's verdicts, by number.
pub(crate) struct Verdicts {
    stored: Option<StrColumn>,
    weights: Vec<f32>,
}

impl Verdicts {
    pub(crate) fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let stored = segment.fast_fields().str(column::ELIGIBLE)?;
        let verdicts = stored.as_ref().map(columns::names).transpose()?.unwrap_or_default();
        let weights = verdicts.iter().map(|verdict| ranking::of_verdict(verdict)).collect();
        Ok(Self { stored, weights })
    }

    pub(crate) fn weight(&self, doc: DocId) -> f32 {
        let ord = self.stored.as_ref().and_then(|stored| stored.term_ords(doc).next());
        ord.and_then(|ord| self.weights.get(ord as usize).copied()).unwrap_or_else(|| ranking::of_verdict(""))
    }
}

/// The states of a segment's records at the moment, by number.
pub(crate) struct States {
    /// The states that time leads to, then all stored ones.
    pub(crate) names: Vec<String>,
    pub(crate) weights: Vec<f32>,
    /// Whether somebody may still hand in, or will.
    pub(crate) live: Vec<bool>,
    stored: Option<StrColumn>,
}

/// The first names: where time leads to.
const LED_TO: [&str; 2] = [moment::OPEN, moment::CLOSED];

impl States {
    pub(crate) fn open(segment: &SegmentReader) -> tantivy::Result<Self> {
        let stored = segment.fast_fields().str(column::STATUS)?;
        let mut names: Vec<String> = LED_TO.map(str::to_owned).to_vec();
        names.extend(stored.as_ref().map(columns::names).transpose()?.unwrap_or_default());
        // For a record without any status.
        names.push(String::new());
        let weights = names.iter().map(|name| ranking::of_state(name)).collect();
        let live = names.iter().map(|name| moment::is_live(name)).collect();
        Ok(Self { names, weights, live, stored })
    }

    pub(crate) fn of(&self, doc: DocId, opens: Option<i64>, deadlines: Deadlines, now: i64) -> usize {
        let stored = self.stored.as_ref().and_then(|stored| stored.term_ords(doc).next());
        let stays = stored.map_or(self.names.len() - 1, |ord| LED_TO.len() + ord as usize);
        match moment::changed(&self.names[stays], opens, deadlines, now) {
            Some(led_to) => LED_TO.iter().position(|name| *name == led_to).unwrap_or(stays),
            None => stays,
        }
    }
}
