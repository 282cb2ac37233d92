//! One word in any of its forms and places: a union that is asked document by document.
//!
//! The engine's own unions go through windows of 4096 documents and score each in all of them, which suits long lists read from end
//! to end. Here nearly every union stands beside others of which all must agree: it is sought from hit to hit, and only hits are scored.

use tantivy::query::{EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

/// One way to find something, and its weight.
pub(crate) type Way = (Score, Box<dyn Query>);

/// Whatever any of these finds, each with its weight.
#[derive(Debug)]
pub(crate) struct AnyOf {
    ways: Vec<Way>,
    /// What each way but the best adds to the best one's score: 1 for their sum, 0 for the best alone.
    others: Score,
}

impl AnyOf {
    /// Where several are found, each has its say.
    pub(crate) fn sum(ways: Vec<Way>) -> Self {
        Self { ways, others: 1.0 }
    }

    /// Where several are found, the best counts, and of the others this share.
    pub(crate) fn best(ways: Vec<Way>, others: Score) -> Self {
        Self { ways, others }
    }
}

impl Clone for AnyOf {
    fn clone(&self) -> Self {
        Self { ways: self.ways.iter().map(|(weight, query)| (*weight, query.box_clone())).collect(), others: self.others }
    }
}

impl Query for AnyOf {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let ways = self.ways.iter().map(|(weight, query)| Ok((*weight, query.weight(scoring)?)));
        Ok(Box::new(AnyOfWeight { ways: ways.collect::<tantivy::Result<_>>()?, others: self.others }))
    }

    fn query_terms<'q>(&'q self, visitor: &mut dyn FnMut(&'q Term, bool)) {
        for (_, query) in &self.ways {
            query.query_terms(visitor);
        }
    }
}

struct AnyOfWeight {
    ways: Vec<(Score, Box<dyn Weight>)>,
    others: Score,
}

impl Weight for AnyOfWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut ways = Vec::with_capacity(self.ways.len());
        for (weight, way) in &self.ways {
            let way = way.scorer(segment, boost * weight)?;
            if way.doc() != TERMINATED {
                ways.push(way);
            }
        }
        Ok(match ways.len() {
            0 => Box::new(EmptyScorer),
            1 => ways.swap_remove(0),
            _ => Box::new(AnyOfScorer::new(ways, self.others)),
        })
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(segment, 1.0)?;
        let found = scorer.doc() == doc || scorer.doc() < doc && scorer.seek(doc) == doc;
        Ok(Explanation::new("any of several ways", if found { scorer.score() } else { 0.0 }))
    }
}

struct AnyOfScorer {
    /// Those that are not over yet.
    ways: Vec<Box<dyn Scorer>>,
    /// Where each of them stands, so that looking for the least asks none of them.
    docs: Vec<DocId>,
    others: Score,
    /// The least that any way stands at.
    doc: DocId,
}

impl AnyOfScorer {
    fn new(ways: Vec<Box<dyn Scorer>>, others: Score) -> Self {
        let docs = ways.iter().map(DocSet::doc).collect();
        let mut scorer = Self { ways, docs, others, doc: 0 };
        scorer.settle();
        scorer
    }

    /// Leaves out what is over and stands at the least of the rest.
    fn settle(&mut self) -> DocId {
        while let Some(over) = self.docs.iter().position(|doc| *doc == TERMINATED) {
            self.docs.swap_remove(over);
            self.ways.swap_remove(over);
        }
        self.doc = self.docs.iter().copied().min().unwrap_or(TERMINATED);
        self.doc
    }
}

impl DocSet for AnyOfScorer {
    fn advance(&mut self) -> DocId {
        for (doc, way) in self.docs.iter_mut().zip(&mut self.ways).filter(|(doc, _)| **doc == self.doc) {
            *doc = way.advance();
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for (doc, way) in self.docs.iter_mut().zip(&mut self.ways).filter(|(doc, _)| **doc < target) {
            *doc = way.seek(target);
        }
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.ways.iter().map(DocSet::size_hint).max().unwrap_or_default()
    }

    fn cost(&self) -> u64 {
        self.ways.iter().map(DocSet::cost).sum()
    }
}

impl Scorer for AnyOfScorer {
    fn score(&mut self) -> Score {
        let (mut best, mut sum) = (0.0, 0.0);
        for (_, way) in self.docs.iter().zip(&mut self.ways).filter(|(doc, _)| **doc == self.doc) {
            let score = way.score();
            sum += score;
            best = Score::max(best, score);
        }
        best + self.others * (sum - best)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tantivy::collector::TopDocs;
    use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
    use tantivy::schema::{IndexRecordOption, Schema, TEXT};
    use tantivy::{DocAddress, Index, IndexWriter, Term, doc};

    use super::AnyOf;

    const LETTERS: [&str; 5] = ["a", "b", "c", "d", "e"];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn it_finds_and_scores_what_the_engines_own_unions_do(
            texts in prop::collection::vec("[a-d ]{0,9}", 0..60),
            weights in prop::collection::vec(0.1f32..4.0, 2..=5),
            others in prop::sample::select(vec![0.0f32, 0.1, 1.0]),
            beside in 0..LETTERS.len(),
        ) {
            let mut schema = Schema::builder();
            let text = schema.add_text_field("text", TEXT);
            let index = Index::create_in_ram(schema.build());
            let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).expect("a writer");
            for one in &texts {
                let spaced: String = one.chars().flat_map(|letter| [letter, ' ']).collect();
                writer.add_document(doc!(text => spaced)).expect("added");
            }
            writer.commit().expect("committed");
            let searcher = index.reader().expect("a reader").searcher();
            let term = |letter: &str| -> Box<dyn Query> {
                Box::new(TermQuery::new(Term::from_field_text(text, letter), IndexRecordOption::WithFreqs))
            };
            let ways = || LETTERS.iter().zip(&weights).map(|(letter, weight)| (*weight, term(letter)));
            let boosted = ways().map(|(weight, query)| Box::new(BoostQuery::new(query, weight)) as Box<dyn Query>).collect();
            let theirs: Box<dyn Query> =
                if others < 1.0 { Box::new(DisjunctionMaxQuery::with_tie_breaker(boosted, others)) } else { Box::new(BooleanQuery::union(boosted)) };
            let ours = AnyOf { ways: ways().collect(), others };
            let found = |query: Box<dyn Query>| -> Vec<(f32, DocAddress)> {
                let mut all = searcher.search(&query, &TopDocs::with_limit(100).order_by_score()).expect("searched");
                all.sort_by_key(|(_, address)| *address);
                all
            };
            // Alone it is advanced; beside another that must agree it is sought.
            let both = |query: Box<dyn Query>| -> Box<dyn Query> { Box::new(BooleanQuery::intersection(vec![query, term(LETTERS[beside])])) };
            for (ours, theirs) in [(found(Box::new(ours.clone())), found(theirs.box_clone())), (found(both(Box::new(ours))), found(both(theirs)))] {
                prop_assert_eq!(ours.len(), theirs.len());
                for ((our_score, ours), (their_score, theirs)) in ours.into_iter().zip(theirs) {
                    prop_assert_eq!(ours, theirs);
                    prop_assert!((our_score - their_score).abs() < 1e-4, "{} {}", our_score, their_score);
                }
            }
        }
    }
}
