//! "Anträge können von Kommunen und Vereinen gestellt werden": the German "von" is a "by" where the verb behind it says that something
//! is handed in, and "the municipality submits the application" names the one who applies.

use super::super::wording::bare;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Von Städten, Gemeinden, Landkreisen und ihren Zusammenschlüssen gestellt": so many words at most from the noun to the verb.
const VERB_REACH: usize = 10;

/// Does a participle of handing in close the clause that this "von" opens before a noun? What is handed in stands before it.
pub(super) fn closes(sentence: &Sentence<'_>, from: &Hit, noun: &Hit) -> bool {
    if !holds(&GRAMMAR.clause.by_last, &sentence.quote(from).to_lowercase()) {
        return false;
    }
    let mut handed = [Role::Apply, Role::Deed, Role::Thing].into_iter().flat_map(|role| sentence.of(role));
    let behind = sentence.after(noun).split(ENDS).next().unwrap_or_default();
    handed.any(|hit| hit.last < from.first && !sentence.is_modal(hit)) && begins_with_verb(behind)
}

/// "Is to be handed in", right behind the one by whom.
fn begins_with_verb(behind: &str) -> bool {
    let is_verb = |word: &str| holds(&GRAMMAR.clause.handed_in_last, word.trim_matches([',', '"', '“']));
    behind.split_whitespace().take(VERB_REACH + 1).any(is_verb)
}

/// "Bzw. Stadt", "zuständige": so many words at most stand between the "by" and the one by whom it is handed in.
const BY_WORDS: usize = 2;

/// "Must itself submit": so many words at most stand before the verb.
const VERB_WORDS: usize = 3;

/// "Submits the complete application": so many words at most stand before what is handed in.
const THING_WORDS: usize = 3;

/// Of what stands before and behind so much is looked at, in bytes.
const NEAR: usize = 240;

/// "Bzw.": a word of no more letters is cut short.
const ABBREVIATION: usize = 3;

/// The end of a sentence, or of what one verb says.
const ENDS: [char; 6] = ['.', ';', ':', '!', '?', '\n'];

/// Is this one authority the one who hands in: "the municipality submits the application", "der Antrag ist durch die zuständige Gemeinde
/// bzw. Stadt einzureichen"?
pub(super) fn is_handed_in_by(one: &Hit, text: &str) -> bool {
    let before = &text[text.floor_char_boundary(one.start.saturating_sub(NEAR))..one.start];
    let start = before.rmatch_indices(ENDS).find(|(at, end)| ends(before, *at, end)).map_or(0, |(at, end)| at + end.len());
    let before = &before[start..];
    let behind = &text[one.end..text.floor_char_boundary(one.end + NEAR)];
    let end = behind.match_indices(ENDS).find(|(at, end)| ends(behind, *at, end)).map_or(behind.len(), |(at, _)| at);
    let behind = &behind[..end];
    let applicant = &GRAMMAR.applicant;
    let is_thing = |word: &str| holds(&applicant.handed, &bare(word).to_lowercase());
    let known = before.split_whitespace().next_back().is_some_and(|word| holds(&applicant.known_by, &word.to_lowercase()));
    let mut words = behind.split_whitespace();
    // "The city council of Rome submits": somebody's news.
    let verb = words.by_ref().take(VERB_WORDS).find(|word| !holds(&applicant.has_to, &bare(word).to_lowercase()));
    let submits = || {
        let is_verb = verb.is_some_and(|verb| holds(&applicant.hands_in, &verb.to_lowercase()));
        is_verb && words.take(THING_WORDS).any(is_thing)
    };
    let by = || before.split_whitespace().rev().take(BY_WORDS + 1).any(|word| holds(&applicant.handed_by, &word.to_lowercase()));
    known && submits() || by() && before.split_whitespace().any(is_thing) && begins_with_verb(behind)
}

/// Does a sentence end here? "Stadt bzw. Gemeinde" goes on.
fn ends(text: &str, at: usize, end: &str) -> bool {
    let word = text[..at].chars().rev().take(ABBREVIATION + 1).take_while(|c| c.is_alphanumeric()).count();
    end != "." || word > ABBREVIATION
}
