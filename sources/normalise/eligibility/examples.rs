//! One authority as an example of those who may apply: "any organisation with legal personality: association, school, municipality".

use super::super::deadline::words_in;
use super::sentence::{Part, of};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Any organisation": an adjective may lie between.
const ANY_REACH: usize = 2;

/// "Sports club, primary school, municipality": an example is no longer than this, in words.
const WORDS_OF_AN_EXAMPLE: usize = 3;

/// "One of the following bodies:": so many words at most from the announcement to the colon.
const FOLLOWING_WORDS: usize = 2;

/// What stands before an example is looked at so far, in bytes: a list of examples and those whom it explains are no longer.
const LIST_NEAR: usize = 300;

/// Makes authorities of those that stand for all of their kind.
pub(super) fn promote(parts: &mut [Part<'_>], text: &str, start: usize) {
    if of(parts, Role::OneAuthority).next().is_none() {
        return;
    }
    let all = parts.to_vec();
    for (role, hit, _) in parts.iter_mut().filter(|(role, ..)| *role == Role::OneAuthority) {
        let from = start.max(text.floor_char_boundary(hit.start.saturating_sub(LIST_NEAR)));
        if text.get(from..hit.start).is_some_and(|before| is_example(&all, before, from)) {
            *role = Role::LocalAuthority;
        }
    }
}

/// "Any organisation: association, school, municipality".
fn is_example(parts: &[Part<'_>], before: &str, from: usize) -> bool {
    let lower = before.to_lowercase();
    let led = GRAMMAR.applicant.examples.iter().filter_map(|lead| lower.rfind(lead.as_str()).map(|at| at + lead.len()));
    // Small letters may be longer or shorter than capital ones; then the phrase is not looked for.
    let led = led.filter(|_| lower.len() == before.len());
    let Some(list) = before.rfind([':', '(']).map(|at| at + 1).into_iter().chain(led).max() else { return false };
    let is_short = |example: &str| words_in(example) <= WORDS_OF_AN_EXAMPLE;
    let marked = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '•');
    let examples = before.get(list..).unwrap_or_default().trim_start_matches(marked);
    // "The applicant shall be one of the following: a municipality".
    let head = before.get(..list).unwrap_or_default();
    let ending = head.split_whitespace().rev().take(FOLLOWING_WORDS).map(|word| word.trim_end_matches(':').to_lowercase());
    let announced = || ending.into_iter().any(|word| holds(&GRAMMAR.applicant.following, &word));
    let applies = || of(parts, Role::Apply).any(|verb| verb.start < from + list);
    // "Applicants must be: a city".
    let by_name = || of(parts, Role::NamesApplicant).any(|named| from + list == named.end + 1);
    let plain = !examples.contains(['.', ';', '\n', '!', '?']) && examples.split(',').all(is_short);
    // "Any", and somebody of whatever kind.
    let any = |body: &Hit| {
        let Some(head) = body.start.checked_sub(from).and_then(|at| before.get(..at)) else { return false };
        let words = head.split_whitespace().rev().take(ANY_REACH);
        let any = words.into_iter().any(|word| holds(&GRAMMAR.clause.indefinite, &word.to_lowercase()));
        any && body.end <= from + list
    };
    plain && (of(parts, Role::Participant).any(any) || announced() && applies() || by_name())
}
