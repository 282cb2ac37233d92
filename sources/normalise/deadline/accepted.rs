//! Days of those who are in already, or of those who come too late: "after acceptance, authors register by 3 June", "whether it has been
//! accepted no later than 3 June", "late entries are refused unless …, at the latest on 19 March". The ordinary last day stands before.

use super::reading::{Around, Reading};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::wording::folded_words;

/// "Whether or not the application of the town has been accepted": so many words at most from the case to its verb.
const WORDS_OF_CASE: usize = 9;

/// "If they are unable": within so many words a sentence says that it tells of the other case.
const WORDS_TO_NEGATION: usize = 4;

/// What parts one statement of a sentence from the next.
const MARKS: [char; 7] = [',', ';', ':', '(', ')', '،', '؛'];

/// Is it by when those do something who are in, or by when they are told so?
pub(super) fn is_for_accepted(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let lead_of = |index: usize, around: &Around| lead(reading, index, around);
    let tells = |lead: &str| lead.split(MARKS).any(tells_of_accepted);
    let lead = lead_of(index, around);
    if tells(lead) {
        return true;
    }
    // "If they are unable to, a colleague has to register by 20 May": goes on from the sentence before.
    let Some(before) = index.checked_sub(1) else { return false };
    let gap = reading.text.get(reading.end(reading.groups[before])..reading.start(reading.groups[index])).unwrap_or("\n");
    !gap.contains('\n') && is_other_case(lead) && tells(lead_of(before, &reading.around(before)))
}

/// Is it the day behind which not even an exception is made for what comes too late?
pub(super) fn is_for_the_late(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let words: Vec<String> = folded_words(lead(reading, index, around)).collect();
    let late = words.iter().position(|word| holds(&GRAMMAR.later.late, word));
    late.is_some_and(|late| words[late..].iter().any(|word| holds(&GRAMMAR.later.exception, word)))
}

/// What is said before the day.
fn lead<'t>(reading: &Reading<'t>, index: usize, around: &Around) -> &'t str {
    reading.text.get(around.from..reading.start(reading.groups[index])).unwrap_or("")
}

/// Does the statement name the case in which somebody is in? A number in it is that of another day.
fn tells_of_accepted(statement: &str) -> bool {
    let words: Vec<String> = folded_words(statement).collect();
    let cases = words.iter().enumerate().filter(|(_, word)| holds(&GRAMMAR.later.case, word)).map(|(at, _)| at + 1);
    cases.into_iter().any(|from| {
        let told = words[from..].iter().take(WORDS_OF_CASE).take_while(|word| !word.contains(|c: char| c.is_ascii_digit()));
        told.into_iter().any(|word| begins(&GRAMMAR.later.accepted, word))
    })
}

/// Does a sentence begin with a case that is denied?
fn is_other_case(sentence: &str) -> bool {
    let mut words = folded_words(sentence);
    words.next().is_some_and(|first| holds(&GRAMMAR.later.case, &first))
        && words.take(WORDS_TO_NEGATION).any(|word| holds(&GRAMMAR.negation, &word))
}

fn begins(list: &WordList, word: &str) -> bool {
    list.iter().any(|stem| word.starts_with(stem.as_str()))
}
