//! "The minimum grant you can apply for is €5,000": the least, with its word farther off.

use super::beside::{last_words, words_of};
use super::sums::Sum;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};

/// "That can be asked for by one town is": so many words at most stand between the least and its sum.
const MOST_WORDS: usize = 8;

/// A shorter noun is the end of too many words.
const SHORTEST_HEAD: usize = 5;

/// Is the sum the least, by the last bound that is told before it? `before` are the cues before the sum.
pub(super) fn is_least(text: &str, before: &[&CueFound], sum: &Sum) -> bool {
    let bound = before.iter().rev().find(|cue| matches!(cue.cue, Cue::SumMin | Cue::SumMax));
    let Some(cue) = bound.filter(|cue| cue.cue == Cue::SumMin && is_minimum(&text[cue.start..cue.end])) else { return false };
    let gap = &text[cue.end..sum.start];
    let words: Vec<String> = words_of(gap).map(|(_, word)| word).take(MOST_WORDS + 1).collect();
    // "The minimum stay is a week, and the grant €5,000": said of something else.
    let parted = gap.contains([',', ';', '،', '\n', '|']) || words.iter().any(|word| holds(&GRAMMAR.money.joining, word));
    let of_sum = || {
        let own = words_of(&text[cue.start..cue.end]).map(|(_, word)| word).chain(last_words(&text[..cue.start], 1));
        let next = words.iter().find(|word| !holds(&GRAMMAR.money.of, word) && !holds(&GRAMMAR.fee.small, word));
        own.chain(next.cloned()).any(|word| names_sum(&word))
    };
    words.len() <= MOST_WORDS && !parted && of_sum()
}

/// "Minimum", "Mindestbetrag", and not "over".
fn is_minimum(cue: &str) -> bool {
    words_of(cue).any(|(_, word)| GRAMMAR.money.least.iter().any(|stem| word.starts_with(stem.as_str())))
}

/// Does a word name a sum that is given: "grant", "amount", "Mindestförderung"?
pub(super) fn names_sum(word: &str) -> bool {
    let ends = |noun: &String| word == noun || word.is_ascii() && noun.len() >= SHORTEST_HEAD && word.ends_with(noun.as_str());
    [&GRAMMAR.money.grants, &GRAMMAR.money.amounts].into_iter().any(|list| list.iter().any(ends))
}
