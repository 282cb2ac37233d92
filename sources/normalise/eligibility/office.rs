//! The office where one hands in: "למסור במשרדי המועצה", "להגיש את הטופס לעירייה". It takes the forms in, and does
//! not apply; nor does the official to whom one writes.

use std::borrow::Cow;

use super::sentence::Sentence;
use crate::lexicon::Hit;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::wording::bare;

/// "Hand the signed form in to the municipality": so many words at most from the verb to the office.
const FORM_WORDS: usize = 3;

/// "Your local district councillors": so many words at most from "your" to the official, "your" included.
const YOURS_WITHIN: usize = 4;

/// "Send the completed form to": so many words at most from the verb to "your", the verb included.
const WRITTEN_WITHIN: usize = 6;

/// Is this authority where something is handed in?
pub(super) fn is_office(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let mut before = sentence.before(noun).split_whitespace().rev().map(bare);
    let quote = sentence.quote(noun);
    let sends = |word: Cow<'_, str>| holds(&GRAMMAR.office.sends, &word);
    // Several authorities are those for whom something is.
    if GRAMMAR.office.one.iter().any(|one| quote.starts_with(one.as_str())) {
        return before.take(FORM_WORDS + 1).any(sends);
    }
    let Some(led) = before.next() else { return false };
    // "Hand in the form at your town hall".
    let yours = quote.split_whitespace().next().is_some_and(|word| holds(&GRAMMAR.office.yours, &word.to_lowercase()));
    yours && holds(&GRAMMAR.office.at, &led) || holds(&GRAMMAR.office.rooms, &led)
}

/// "Ask your councillors whether they back it", "adressez la demande à votre maire": the reader's own official is written to. To "nominate
/// your mayor" asks him in.
pub(super) fn is_written_to(sentence: &Sentence<'_>, official: &Hit) -> bool {
    let words: Vec<Cow<'_, str>> = sentence.before(official).split_whitespace().rev().map(bare).collect();
    let yours = words.iter().take(YOURS_WITHIN).position(|word| holds(&GRAMMAR.office.yours, word));
    yours.is_some_and(|at| words[at + 1..].iter().take(WRITTEN_WITHIN).any(|word| holds(&GRAMMAR.office.writes, word)))
}
