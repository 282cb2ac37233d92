//! What a part of a question found is remembered: who searches turns the page, chooses a facet, adds a word, and the same words are
//! asked again. Nothing is remembered beyond a commit, and nothing of it depends on the hour.

use std::collections::HashMap;
use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tantivy::index::SegmentId;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

use crate::compile::Need;
use crate::digest::{Digest, Digester};
use crate::unit::Unit;

/// Some hundred words that a tenth of 200,000 records have.
const MOST_BYTES: u64 = 128 << 20;

/// Parts of questions that are expected to be remembered at once.
const PARTS: usize = 20_000;

/// What is kept of a part beside its hits.
const BYTES_OF_A_PART: u64 = 1_024;

/// The hits of parts of questions, by segment.
pub(crate) struct Memory {
    hits: Cache<Key, Met, Bytes>,
    digester: Digester,
}

/// A part of a question: what is wanted, in any of these ways.
#[derive(Debug, Hash)]
pub(crate) struct Part<'q> {
    pub(crate) alternatives: &'q [Unit],
    pub(crate) need: Need,
    pub(crate) with_attachments: bool,
}

/// A score depends on all segments that answer, so that a commit makes new ones of them all.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    generation: u64,
    segment: SegmentId,
    part: Digest,
}

#[derive(Clone)]
enum Met {
    /// Asked once. Many are never asked again, and what stands beside a rare word or filter is sought from hit to hit faster than it is
    /// read whole.
    Once,
    Again(Arc<Hits>),
}

/// All hits of one segment, in order.
#[derive(Default)]
struct Hits {
    docs: Vec<DocId>,
    scores: Vec<Score>,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<Key, Met> for Bytes {
    fn weight(&self, _key: &Key, met: &Met) -> u64 {
        let hits = match met {
            Met::Once => 0,
            Met::Again(hits) => hits.docs.len() * size_of::<(DocId, Score)>(),
        };
        BYTES_OF_A_PART + hits as u64
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self { hits: Cache::with_weighter(PARTS, MOST_BYTES, Bytes), digester: Digester::default() }
    }
}

impl Memory {
    fn hits(&self, key: &Key) -> Option<Arc<Hits>> {
        match self.hits.get(key)? {
            Met::Again(hits) => Some(hits),
            Met::Once => None,
        }
    }

    /// The same query, which is remembered as this part of a question.
    pub(crate) fn of(self: &Arc<Self>, part: &Part<'_>, query: Box<dyn Query>) -> Box<dyn Query> {
        let part = self.digester.of(part);
        Box::new(Remembered { memory: Arc::clone(self), part, query })
    }
}

struct Remembered {
    memory: Arc<Memory>,
    part: Digest,
    query: Box<dyn Query>,
}

impl Clone for Remembered {
    fn clone(&self) -> Self {
        Self { memory: Arc::clone(&self.memory), part: self.part, query: self.query.box_clone() }
    }
}

impl std::fmt::Debug for Remembered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remembered").field("query", &self.query).finish_non_exhaustive()
    }
}

impl Query for Remembered {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let Some(searcher) = scoring.searcher() else { return self.query.weight(scoring) };
        let generation = searcher.generation().generation_id();
        let key = |segment| Key { generation, segment, part: self.part };
        let segments = searcher.segment_readers().iter().map(SegmentReader::segment_id);
        let known = segments.map(|segment| Some((segment, self.memory.hits(&key(segment))?)));
        // A weight looks each of its terms up in every segment; where all hits are known nobody will ask it.
        if let Some(known) = known.collect() {
            return Ok(Box::new(KnownWeight(known)));
        }
        Ok(Box::new(RememberedWeight {
            memory: Arc::clone(&self.memory),
            part: self.part,
            generation,
            is_scored: scoring.is_scoring_enabled(),
            weight: self.query.weight(scoring)?,
        }))
    }

    fn query_terms<'q>(&'q self, visitor: &mut dyn FnMut(&'q Term, bool)) {
        self.query.query_terms(visitor);
    }
}

/// All hits of all segments.
struct KnownWeight(HashMap<SegmentId, Arc<Hits>>);

impl Weight for KnownWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let hits = self.0.get(&segment.segment_id()).cloned().unwrap_or_default();
        Ok(Box::new(HitsScorer { hits, at: 0, boost }))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(segment, 1.0)?;
        let found = scorer.doc() == doc || scorer.doc() < doc && scorer.seek(doc) == doc;
        Ok(Explanation::new("remembered", if found { scorer.score() } else { 0.0 }))
    }
}

struct RememberedWeight {
    memory: Arc<Memory>,
    part: Digest,
    generation: u64,
    /// What is not, is not kept: it has no scores.
    is_scored: bool,
    weight: Box<dyn Weight>,
}

impl Weight for RememberedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let key = Key { generation: self.generation, segment: segment.segment_id(), part: self.part };
        let hits = match self.memory.hits.get(&key) {
            Some(Met::Again(hits)) => hits,
            _ if !self.is_scored => return self.weight.scorer(segment, boost),
            None => {
                self.memory.hits.insert(key, Met::Once);
                return self.weight.scorer(segment, boost);
            }
            Some(Met::Once) => {
                let hits = Arc::new(Hits::of(self.weight.scorer(segment, 1.0)?.as_mut()));
                self.memory.hits.insert(key, Met::Again(Arc::clone(&hits)));
                hits
            }
        };
        Ok(Box::new(HitsScorer { hits, at: 0, boost }))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.weight.explain(segment, doc)
    }
}

impl Hits {
    fn of(scorer: &mut dyn Scorer) -> Self {
        let mut hits = Self::default();
        while scorer.doc() != TERMINATED {
            hits.docs.push(scorer.doc());
            hits.scores.push(scorer.score());
            scorer.advance();
        }
        hits.docs.shrink_to_fit();
        hits.scores.shrink_to_fit();
        hits
    }
}

/// Goes through what is remembered.
struct HitsScorer {
    hits: Arc<Hits>,
    at: usize,
    boost: Score,
}

impl DocSet for HitsScorer {
    fn advance(&mut self) -> DocId {
        self.at += 1;
        self.doc()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        // What is sought is mostly near: the step is doubled until it goes too far.
        let mut step = 1;
        while self.hits.docs.get(self.at + step).is_some_and(|doc| *doc < target) {
            self.at += step;
            step *= 2;
        }
        let rest = self.hits.docs.get(self.at..).unwrap_or_default();
        let near = &rest[..rest.len().min(step + 1)];
        self.at += near.partition_point(|doc| *doc < target);
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.hits.docs.get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn size_hint(&self) -> u32 {
        self.hits.docs.len() as u32
    }
}

impl Scorer for HitsScorer {
    fn score(&mut self) -> Score {
        self.hits.scores.get(self.at).map_or(0.0, |score| score * self.boost)
    }
}
