//! How rare a word is among the records, and how much less it has to weigh so that it weighs no more than another.

use tantivy::schema::Field;
use tantivy::{Score, Searcher, Term};

use crate::analysis::WordTerms;

/// How rare words are in a field, as the engine reckons it; nobody asks for it where nothing is scored.
pub(crate) struct Rarity<'s> {
    pub(crate) field: Field,
    pub(crate) searcher: Option<&'s Searcher>,
}

impl Rarity<'_> {
    /// What a term weighs for being as rare as it is; none where no record has it.
    fn of(&self, term: &str) -> tantivy::Result<Option<Score>> {
        let Some(searcher) = self.searcher else { return Ok(None) };
        let having = searcher.doc_freq(&Term::from_field_text(self.field, term))? as Score;
        let all: u64 = searcher.segment_readers().iter().map(|segment| u64::from(segment.max_doc())).sum();
        Ok((having > 0.0).then(|| (1.0 + (all as Score - having + 0.5) / (having + 0.5)).ln()))
    }

    /// What was typed, each word as it is or by its likeliest stem, whichever is commoner; none where no record has some word of it.
    pub(crate) fn of_typed(&self, typed: &[WordTerms]) -> tantivy::Result<Option<Score>> {
        let mut sum = 0.0;
        for word in typed {
            let stem = word.stems.first().map(|stem| self.of(stem)).transpose()?.flatten();
            let Some(least) = self.of(&word.exact)?.into_iter().chain(stem).reduce(Score::min) else { return Ok(None) };
            sum += least;
        }
        Ok((!typed.is_empty()).then_some(sum))
    }

    /// By how much a term is to be held down so that it weighs no more than `most`.
    pub(crate) fn share(&self, terms: &[&str], most: Option<Score>) -> tantivy::Result<Score> {
        let Some(most) = most else { return Ok(1.0) };
        let mut weight = 0.0;
        for term in terms {
            weight += self.of(term)?.unwrap_or_default();
        }
        Ok(if weight > most { most / weight } else { 1.0 })
    }
}
