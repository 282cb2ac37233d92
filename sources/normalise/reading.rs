//! A finding read once: title and text in one string, its sentences, and everything the lexicon sees in it.
//! Every rule of normalisation asks this; none of them cuts the text into words again.

use std::ops::Range;

use super::abbreviations;
use super::cues::CueFound;
use super::gendered::without_second_endings;
use super::others::own;
use super::sentences::sentences;
use crate::lexicon::{Hit, Lexicon, Tag, Tongue};

/// A finding's title and text with what the lexicon found there.
pub(super) struct Reading {
    /// Title, a newline, and what the text says of its own call.
    pub(super) text: String,
    /// Where the title is over.
    pub(super) title_end: usize,
    /// What the lexicon found, in reading order.
    pub(super) hits: Vec<Hit>,
    /// The words beside dates and sums, in reading order.
    pub(super) cues: Vec<CueFound>,
    /// The title, then the sentences of the text.
    pub(super) sentences: Vec<Range<usize>>,
    /// First hit of each sentence, and one past the last.
    spans: Vec<Range<usize>>,
}

impl Reading {
    pub(super) fn new(title: &str, body: &str, language: Option<&str>, lexicon: &Lexicon) -> Self {
        let body = own(body);
        let text = format!("{title}\n{body}");
        let title_end = title.len();
        // A title is often no sentence, and its full stops are rarely ends.
        let mut ranges = Vec::new();
        if !title.is_empty() {
            ranges.push(0..title_end);
        }
        ranges.extend(sentences(body).into_iter().map(|range| range.start + title_end + 1..range.end + title_end + 1));
        let tongue = language.and_then(Tongue::of);
        let tokens = words::tokens(&text);
        let cues = lexicon.cues.find(&tokens, language);
        // The words beside dates and sums are those that are written: "Sieger" is a prize, and "Sieger*in" whoever gets it.
        let tokens = without_second_endings(tokens, &text);
        let mut hits = lexicon.hits(&tokens, tongue);
        if tongue == Some(Tongue::De) {
            let of_title = tokens.partition_point(|token| token.end <= title_end);
            let compounds = lexicon.compound_hits(&tokens[..of_title], &hits);
            hits.extend(compounds);
        }
        hits.extend(abbreviations::hits(&tokens, &text, &hits, lexicon));
        hits.sort_by_key(|hit| (hit.start, hit.end, hit.tag));
        let spans = spans(&ranges, &hits);
        Self { title_end, hits, cues, sentences: ranges, spans, text }
    }

    /// The title as cleaned.
    pub(super) fn title(&self) -> &str {
        &self.text[..self.title_end]
    }

    /// The words of a hit.
    pub(super) fn quote(&self, hit: &Hit) -> &str {
        &self.text[hit.start..hit.end]
    }

    /// Does a hit stand in the title?
    pub(super) fn in_title(&self, hit: &Hit) -> bool {
        hit.end <= self.title_end
    }

    /// The hits of a sentence.
    pub(super) fn hits_in(&self, sentence: usize) -> &[Hit] {
        self.spans.get(sentence).map_or(&[], |span| &self.hits[span.clone()])
    }

    /// The sentence that a byte stands in.
    pub(super) fn sentence_at(&self, at: usize) -> usize {
        self.sentences.partition_point(|range| range.end <= at).min(self.sentences.len().saturating_sub(1))
    }

    /// Hits whose meaning has a place in some list, with that place.
    pub(super) fn tagged<'a, T: 'a>(&'a self, of: impl Fn(Tag) -> Option<T> + 'a) -> impl Iterator<Item = (&'a Hit, T)> {
        self.hits.iter().filter_map(move |hit| of(hit.tag).map(|found| (hit, found)))
    }
}

fn spans(sentences: &[Range<usize>], hits: &[Hit]) -> Vec<Range<usize>> {
    let mut spans = Vec::with_capacity(sentences.len());
    let mut next = 0;
    for sentence in sentences {
        while hits.get(next).is_some_and(|hit| hit.start < sentence.start) {
            next += 1;
        }
        let first = next;
        while hits.get(next).is_some_and(|hit| hit.start < sentence.end) {
            next += 1;
        }
        spans.push(first..next);
    }
    spans
}
