//! A name that stands for every word that begins so: the words that records have weigh as what they are, by how rare they are.
//!
//! What begins so and is no common word of them counts the same, for the range knows no frequencies.

use std::collections::HashMap;
use std::ops::Bound;

use tantivy::query::{ConstScoreQuery, EnableScoring, InvertedIndexRangeQuery, Query, TermQuery, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Searcher, Term};

use crate::any_of::{AnyOf, Way};
use crate::ranking;
use crate::rarity::Rarity;

/// A beginning of two letters may have thousands of words; after these the rest is left out.
const MAX_WORDS_OF_A_PREFIX: u64 = 4096;

/// Greater than any letter that may follow a beginning.
const AFTER_ALL_LETTERS: char = char::MAX;

/// `LGBT*` has a handful of words; of what has more these are in most records that have any.
const MOST_WEIGHED: usize = 15;

/// So many words of a beginning are looked at in a segment to find the commonest.
const MOST_SEEN: usize = 512;

/// Every word of a field that begins so.
#[derive(Debug, Clone)]
pub(crate) struct Beginning {
    pub(crate) field: Field,
    pub(crate) letters: String,
    /// No word of it weighs more than this for being rare.
    pub(crate) most: Option<Score>,
}

impl Beginning {
    /// All of them alike: what somebody has not typed to the end says no more.
    pub(crate) fn alike(&self) -> Box<dyn Query> {
        let (from, to) = self.bounds();
        let (from, to) = (Term::from_field_text(self.field, &from), Term::from_field_text(self.field, &to));
        let mut range = InvertedIndexRangeQuery::new(Bound::Included(from), Bound::Excluded(to));
        range.limit(MAX_WORDS_OF_A_PREFIX);
        Box::new(ConstScoreQuery::new(Box::new(range), ranking::PREFIX))
    }

    fn bounds(&self) -> (String, String) {
        (self.letters.clone(), format!("{}{AFTER_ALL_LETTERS}", self.letters))
    }

    /// The words that most records have, and whether there are more.
    fn commonest(&self, searcher: &Searcher) -> tantivy::Result<(Vec<String>, bool)> {
        let (records, is_cut) = self.records(searcher)?;
        let mut words: Vec<(String, u32)> = records.into_iter().collect();
        words.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let has_more = is_cut || words.len() > MOST_WEIGHED;
        words.truncate(MOST_WEIGHED);
        Ok((words.into_iter().map(|(word, _)| word).collect(), has_more))
    }

    /// The words, each with how many records have it, and whether some were left out.
    pub(crate) fn records(&self, searcher: &Searcher) -> tantivy::Result<(HashMap<String, u32>, bool)> {
        let (from, to) = self.bounds();
        let mut records: HashMap<String, u32> = HashMap::new();
        let mut is_cut = false;
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.field)?;
            let mut words = index.terms().range().ge(from.as_bytes()).lt(to.as_bytes()).into_stream()?;
            let mut seen = 0;
            while words.advance() {
                seen += 1;
                if seen > MOST_SEEN {
                    is_cut = true;
                    break;
                }
                let Ok(word) = std::str::from_utf8(words.key()) else { continue };
                *records.entry(word.to_owned()).or_default() += words.value().doc_freq;
            }
        }
        Ok((records, is_cut))
    }
}

impl Query for Beginning {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let Some(searcher) = scoring.searcher() else { return self.alike().weight(scoring) };
        let (words, has_more) = self.commonest(searcher)?;
        let rarity = Rarity { field: self.field, searcher: scoring.is_scoring_enabled().then_some(searcher) };
        let mut ways: Vec<Way> = Vec::with_capacity(words.len() + 1);
        for word in &words {
            let term = TermQuery::new(Term::from_field_text(self.field, word), IndexRecordOption::WithFreqs);
            ways.push((rarity.share(&[word], self.most)?, Box::new(term)));
        }
        if has_more {
            let share = self.most.map_or(1.0, |most| (most / ranking::PREFIX).min(1.0));
            ways.push((ranking::BEGINNING_OF_A_NAME * share, self.alike()));
        }
        AnyOf::best(ways, 0.0).weight(scoring)
    }
}
