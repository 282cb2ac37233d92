//! The office where one hands in: "למסור במשרדי המועצה", "להגיש את הטופס לעירייה". It takes the forms in, and does not apply.

use super::sentence::Sentence;
use crate::lexicon::Hit;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// "Hand the signed form in to the municipality": so many words at most from the verb to the office.
const FORM_WORDS: usize = 3;

/// Is this authority where something is handed in?
pub(super) fn is_office(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let mut before = sentence.before(noun).split_whitespace().rev().map(bare);
    let quote = sentence.quote(noun);
    let sends = |word: &str| holds(&GRAMMAR.office.sends, word);
    // Several authorities are those for whom something is.
    if GRAMMAR.office.one.iter().any(|one| quote.starts_with(one.as_str())) {
        return before.take(FORM_WORDS + 1).any(sends);
    }
    before.next().is_some_and(|word| holds(&GRAMMAR.office.rooms, word))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
