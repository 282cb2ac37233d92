//! What is handed in against something or to a draft: "complaints can be submitted", "send your comments on the plan". Whoever does so
//! answers no call.

use super::{Word, words};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::reading::Reading;

/// The sentences in which nothing but objections, complaints or comments is handed in.
pub(in crate::normalise) fn objected(reading: &Reading, lexicon: &Lexicon) -> Vec<usize> {
    let is_objection = |word: &Word<'_>| word.says == Says::Objected;
    // "Applications and complaints": both are handed in.
    let is_application = |word: &Word<'_>| word.id == "verdict.handed_in";
    let hands_in_nothing_else = |at: &usize| {
        let words = words(reading, lexicon, *at);
        words.iter().any(is_objection) && !words.iter().any(is_application)
    };
    (0..reading.sentences.len()).filter(hands_in_nothing_else).collect()
}
