//! Answers are given again: many open the same list, a feed is polled, who narrows a search comes back to where it began. An answer holds
//! until the next commit, the next day, or the next moment at which any record opens or closes.

use std::path::Path;
use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::columns::Columns;
use crate::digest::{Digest, Digester};
use crate::query::{Answer, Hit, Query};

/// Some thousand pages of 20 hits.
const MOST_BYTES: u64 = 64 << 20;

/// Answers that are expected to be kept at once.
const ANSWERS: usize = 4_000;

/// What is kept of an answer, and of each hit in it, beside texts.
const BYTES_BESIDE_TEXTS: usize = 256;

/// A harvest and the look at a watched search read thousands of hits, once.
const MOST_HITS: usize = 200;

/// Answers given over what the index shows.
pub(crate) struct Answered {
    /// By the question and what was shown.
    answers: Cache<Digest, Answer, Bytes>,
    digester: Digester,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<Digest, Answer> for Bytes {
    fn weight(&self, _asked: &Digest, answer: &Answer) -> u64 {
        let texts = |hit: &Hit| hit.item.len() + hit.snippet.iter().map(|(piece, _)| piece.len()).sum::<usize>();
        let counts: usize = answer.facets.values().map(Vec::len).sum();
        let hits: usize = answer.hits.iter().map(|hit| BYTES_BESIDE_TEXTS + texts(hit)).sum();
        (BYTES_BESIDE_TEXTS * (1 + counts) + hits) as u64
    }
}

impl Default for Answered {
    fn default() -> Self {
        Self { answers: Cache::with_weighter(ANSWERS, MOST_BYTES, Bytes), digester: Digester::default() }
    }
}

impl Answered {
    /// How this question is known, asked of what `folder` showed after that many commits since it was opened.
    pub(crate) fn digest(&self, query: &Query, columns: &[Arc<Columns>], folder: &Path, commits: u64) -> Digest {
        let turns: usize = columns.iter().map(|columns| columns.turns_until(query.now)).sum();
        let asked = Query { now: 0, ..query.clone() };
        self.digester.of((&asked, turns, folder, commits))
    }

    pub(crate) fn get(&self, asked: &Digest) -> Option<Answer> {
        self.answers.get(asked)
    }

    pub(crate) fn keep(&self, asked: Digest, answer: &Answer) {
        if answer.hits.len() <= MOST_HITS {
            self.answers.insert(asked, answer.clone());
        }
    }
}
