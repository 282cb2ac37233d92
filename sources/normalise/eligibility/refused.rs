//! Lists of those to whom nothing is given: "grants are not given to companies, local authorities or individuals".

use super::super::deadline::words_in;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "Not given to companies, local authorities and political parties": so many words at most from the "not" to the last of them.
const LIST_REACH: usize = 14;

/// "Not as a rule given": so many words at most from the "not" to what is done.
const GIVEN_WITHIN: usize = 3;

/// "תינתן תמיכה לעסקים": so many words at most from what is done to the "to".
const TO_WITHIN: usize = 2;

/// "Local authorities may": so many words at most from those named to a verb of their own.
const OWN_VERB_REACH: usize = 3;

/// "Or political parties": so many words at most in each part of the list.
const WORDS_OF_A_PART: usize = 4;

/// Does this "not" before a word say that it gets nothing, whatever stands before it in the list?
pub(super) fn is_refused(sentence: &Sentence<'_>, not: &Hit, word: &Hit) -> bool {
    if word.first <= not.last || !near(not, word, LIST_REACH) {
        return false;
    }
    let between = sentence.between(not, word);
    let behind = between.split_whitespace().take(GIVEN_WITHIN + TO_WITHIN);
    let words: Vec<_> = behind.map(|word| bare(word).to_lowercase()).collect();
    let is_to = |word: &String| {
        let (clause, letters) = (&GRAMMAR.clause, &GRAMMAR.letters);
        let lettered = word.starts_with(&letters.to_hebrew[..]) || word.starts_with(&letters.to_arabic[..]);
        lettered || holds(&clause.given_to, word) || holds(&clause.fused_to, word)
    };
    let given = words.iter().take(GIVEN_WITHIN).position(|word| holds(&GRAMMAR.applicant.given, word));
    let to_somebody = |place: usize| words[place + 1..].iter().take(TO_WITHIN).any(is_to);
    // "Wird nicht an Firmen, Kommunen oder Parteien vergeben".
    let last = || words.first().is_some_and(is_to) && sentence.says(&GRAMMAR.applicant.given_last);
    let inside = |hit: &Hit| not.last < hit.first && hit.last < word.first;
    let only = sentence.of(Role::Only).any(|only| only.first == not.last + 1);
    let own = sentence.of(Role::Apply).any(|verb| word.last < verb.first && near(word, verb, OWN_VERB_REACH));
    (given.is_some_and(to_somebody) || last()) && !only && !own && !sentence.of(Role::But).any(inside)
}

/// Does the list end the sentence: "not given to firms, towns or parties."? "Not paid to towns in advance" tells how, and not to whom.
pub(super) fn ends_with_list(sentence: &Sentence<'_>, last: &Hit) -> bool {
    let rest = sentence.after(last).trim_end_matches(|c: char| !c.is_alphanumeric());
    let goes_on = || GRAMMAR.clause.conjunctions.iter().any(|and| rest.starts_with(and.as_str()));
    let parts = rest.split(',');
    rest.is_empty() || (rest.starts_with(',') || goes_on()) && parts.into_iter().all(|part| words_in(part) <= WORDS_OF_A_PART)
}
