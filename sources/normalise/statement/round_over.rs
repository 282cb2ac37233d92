//! A round that is over: "210 applications were received", "the applications have been reviewed".

use super::{HANDED_IN, Word, is_call, words};
use crate::lexicon::{Hit, Lexicon, Says};
use crate::normalise::reading::Reading;

/// "210 complete grant applications": so many words may stand between a number and what it counts.
const WORDS_TO_COUNTED: usize = 3;

/// The words by which it is told what came of a call: that so many applications came in, or that they have been looked at.
pub(in crate::normalise) fn round_over<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Option<&'r str> {
    (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let over = words.iter().find(|verb| match verb.says {
            Says::Judged => words.iter().any(is_handed_in),
            Says::Received => tells_how_many(reading, at, &words),
            _ => false,
        })?;
        Some(reading.quote(over.hit))
    })
}

/// "48 towns handed in applications": is the deed told of those who did it? In Hebrew the same word asks the reader for it.
pub(super) fn is_told(reading: &Reading, action: &Hit, sentence: usize, words: &[Word<'_>]) -> bool {
    let same = |word: &Word<'_>| word.says == Says::Received && word.hit.first <= action.first && action.last <= word.hit.last;
    words.iter().any(same) && tells_how_many(reading, sentence, words)
}

/// Are the applications of a sentence counted, or those who handed them in?
fn tells_how_many(reading: &Reading, sentence: usize, words: &[Word<'_>]) -> bool {
    let begins = reading.sentences[sentence].start;
    let counted = |word: &Word<'_>| is_counted(&reading.text[begins..word.hit.start]);
    // "216 projects were submitted to the call": what else is counted has come in where a call is named.
    let counts = |word: &Word<'_>| (is_handed_in(word) || matches!(word.says, Says::Whom | Says::Together)) && counted(word);
    words.iter().any(|word| is_handed_in(word) || is_call(word)) && words.iter().any(counts)
}

fn is_handed_in(word: &Word<'_>) -> bool {
    word.id == HANDED_IN
}

/// Does a number stand before what follows?
fn is_counted(before: &str) -> bool {
    before.split_whitespace().rev().take(WORDS_TO_COUNTED).any(|word| word.contains(|c: char| c.is_ascii_digit()))
}
