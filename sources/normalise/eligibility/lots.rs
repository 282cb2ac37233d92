//! Calls of several lots, which leave their verb to the first: "Lot A is for associations; lot B, for towns", "la línea II, a iniciativas
//! de los ayuntamientos".

use super::super::deadline::words_in;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Lot B, to initiatives of international cooperation of the": so many words at most from the semicolon to those named.
const LOT_WORDS: usize = 12;

/// Is this sentence, which the semicolon of the one before begins, a lot of somebody's?
pub(super) fn is_one(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::LocalAuthority).any(|noun| is_next(sentence, noun))
}

/// Does it go on behind a semicolon?
pub(super) fn goes_on(sentence: &Sentence<'_>) -> bool {
    sentence.line_before().trim_end().ends_with(';')
}

/// Do those named have a lot of their own, behind a semicolon, with a "for" and without a verb?
pub(super) fn is_next(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let before = sentence.before(noun);
    let head = match before.rfind(';') {
        Some(at) => at + 1,
        None if goes_on(sentence) => 0,
        None => return false,
    };
    let lot = &before[head..];
    let since = sentence.place_of(head);
    let inside = |hit: &Hit| since <= hit.start && hit.end <= noun.start;
    let parted = sentence.nouns().chain(sentence.verbs()).chain(sentence.of(Role::With)).any(inside);
    let is_for = |word: &str| holds(&GRAMMAR.clause.given_to, word) || holds(&GRAMMAR.clause.fused_to, word);
    let first = sentence.quote(noun).split_whitespace().next().unwrap_or_default().to_lowercase();
    // "Projects for towns are welcome" is no lot: whatever is done stands behind the "for".
    let places = lot.split_whitespace().filter(|word| is_for(&word.to_lowercase()));
    let at = places.map(|word| word.as_ptr() as usize - lot.as_ptr() as usize).next();
    let deeds = || sentence.of(Role::Deed).chain(sentence.of(Role::Thing)).chain(sentence.of(Role::Staff));
    let plain = at.is_some_and(|at| !deeds().any(|deed| since <= deed.start && deed.end <= since + at));
    let fused = || is_for(&first) && !deeds().any(inside);
    let led = || head == 0 || sentence.verbs().any(|verb| verb.end <= since);
    !parted && (plain || fused()) && words_in(lot) <= LOT_WORDS && led()
}
