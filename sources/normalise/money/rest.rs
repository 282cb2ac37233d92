//! What is left of a pot, and what comes out of a purse of the Union: nobody gets all of it.

use super::beside::{last_words, words_of};
use crate::lexicon::grammar::{GRAMMAR, WordList};

/// "Quedan todavía unos 40.000 euros": so many words lead from what is left to its sum.
const WORDS_TO_LEFT: usize = 3;

/// "About €40,000 remain", "40.000 Euro sind übrig": so near behind stands the word.
const LEFT_BEHIND: usize = 2;

/// "Noch 40.000 Euro für direkte Zuwendungen verfügbar": so far behind stands that it is there.
const ON_HAND_BEHIND: usize = 5;

/// A project of several countries gets a few millions; what a call has of such a purse begins here.
const LEAST_OF_A_PURSE: f64 = 10e6;

/// "The call has ERDF funding of": so many words may stand between the purse and its sum.
const WORDS_TO_PURSE: usize = 12;

/// Does a sum say what is left? `before` and `behind` are the rest of its clause.
pub(super) fn is_left(before: &str, behind: &str) -> bool {
    let money = &GRAMMAR.money;
    let passing = |word: &String| money.still.contains(word) || money.about.contains(word);
    let words = last_words(before, WORDS_TO_LEFT);
    let told = words.iter().rev().find(|word| !passing(word)).is_some_and(|word| money.left_before.contains(word));
    let says = |list: &WordList, most: usize| words_of(behind).take(most).any(|(_, word)| list.contains(&word));
    let yet = words.iter().any(|word| money.yet.contains(word));
    told || says(&money.left_behind, LEFT_BEHIND) || yet && says(&money.on_hand, ON_HAND_BEHIND)
}

/// Is so large a sum told of one of the Union's purses?
pub(super) fn is_of_purse(before: &str, value: f64) -> bool {
    value >= LEAST_OF_A_PURSE && last_words(before, WORDS_TO_PURSE).iter().any(|word| GRAMMAR.money.purses.contains(word))
}
