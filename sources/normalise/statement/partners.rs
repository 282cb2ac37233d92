//! Partners that somebody looks for in a plain sentence: "our town is looking for partners for its project". Firms look for partners
//! too, and papers tell of it: so it must be told who seeks, and for what or how one answers.

use std::ops::Range;

use super::{WORDS_TO_SOUGHT, Word, words};
use crate::lexicon::{Lexicon, Says};
use crate::normalise::cues::Cue;
use crate::normalise::reading::Reading;

/// Where we, a town or a project look for partners, or would like to join those of others.
pub(in crate::normalise) fn partners(reading: &Reading, lexicon: &Lexicon) -> Option<Range<usize>> {
    let found = (0..reading.sentences.len()).find_map(|at| {
        let words = words(reading, lexicon, at);
        let other = words.iter().any(|word| matches!(word.says, Says::Business | Says::No));
        (!other).then(|| sought(reading, at, &words)).flatten()
    })?;
    let together = |at: usize| {
        let answers = |word: &Word<'_>| matches!(word.says, Says::Together | Says::Form);
        words(reading, lexicon, at).iter().any(answers)
    };
    (0..reading.sentences.len()).any(together).then_some(found)
}

/// The verb with the partners behind it, in a sentence that neither denies it nor tells of what has been.
fn sought(reading: &Reading, sentence: usize, words: &[Word<'_>]) -> Option<Range<usize>> {
    let begins = reading.sentences[sentence].start;
    let verbs = words.iter().filter(|word| matches!(word.says, Says::Seeks | Says::Wishes));
    verbs.into_iter().find_map(|verb| {
        let partner = words.iter().find(|word| {
            let behind = word.hit.first > verb.hit.last && word.hit.first - verb.hit.last <= WORDS_TO_SOUGHT + 1;
            word.says == Says::Partner && behind
        })?;
        // "Towns need partners for every project": only who stands before the partners looks for them.
        let told = words.iter().any(|word| word.says == Says::Seeker && word.hit.first < partner.hit.first);
        let denied = words
            .iter()
            .any(|word| word.says == Says::Negates && verb.hit.first <= word.hit.last + 1 && word.hit.first < partner.hit.first);
        // "Was looking for partners", "last year the town sought".
        let past = reading.cues.iter().any(|cue| cue.cue == Cue::Past && (begins..partner.hit.start).contains(&cue.start));
        (told && !denied && !past).then_some(verb.hit.start..partner.hit.end)
    })
}
