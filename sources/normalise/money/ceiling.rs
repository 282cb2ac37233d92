//! "No grant may be over €5,000": where it is denied that more is given, the word for more bounds from above.

use std::borrow::Cow;

use super::beside::words_of;
use super::least::names_sum;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};

/// A sentence may be as long as a text: so many bytes before a word for more and behind it are read.
const NEAR: usize = 160;

/// "No grant for a single project may be of": so many words at most stand between the denial and what it denies.
const DENIED_WITHIN: usize = 10;

/// "Will not normally be accepted", "werden nicht gewährt": so many words behind a "not" stands what is refused.
const REFUSED_WITHIN: usize = 4;

/// "More than the sum of": so many words at most lead from the word to its sum.
const WORDS_TO_SUM: usize = 2;

/// What parts the statements of a sentence.
const PARTS: [char; 11] = ['.', ',', ';', ':', '\n', '(', ')', '!', '?', '|', '،'];

/// The cues of a text, those for "more than" as bounds from above where it is denied.
pub(super) fn with_ceilings<'c>(text: &str, cues: &'c [CueFound]) -> Cow<'c, [CueFound]> {
    if !cues.iter().any(|cue| is_denied(text, cue)) {
        return Cow::Borrowed(cues);
    }
    let turned = |cue: &CueFound| if is_denied(text, cue) { CueFound { cue: Cue::SumMax, ..*cue } } else { *cue };
    Cow::Owned(cues.iter().map(turned).collect())
}

fn is_denied(text: &str, cue: &CueFound) -> bool {
    let denial = &GRAMMAR.denial;
    if cue.cue != Cue::SumMin || !words_of(&text[cue.start..cue.end]).any(|(_, word)| holds(&denial.above, &word)) {
        return false;
    }
    let head = &text[text.ceil_char_boundary(cue.start.saturating_sub(NEAR))..cue.start];
    let head: Vec<String> = words_of(head.rsplit(PARTS).next().unwrap_or(head)).map(|(_, word)| word).collect();
    let tail = &text[cue.end..text.floor_char_boundary(cue.end.saturating_add(NEAR))];
    let stop = ["\n", ". ", ", ", ";", "!", "?", "|"].into_iter().filter_map(|mark| tail.find(mark)).min();
    let tail: Vec<String> = words_of(&tail[..stop.unwrap_or(tail.len())]).map(|(_, word)| word).collect();
    let to_sum = tail.iter().take(WORDS_TO_SUM + 1).any(|word| word.contains(char::is_numeric));
    to_sum && is_of_what_is_given(&head) && (is_denied_before(&head) || is_refused_behind(&tail))
}

/// "Items over £1,000", "clubs with reserves of more than": what is not a grant, an application or the giving itself has a price or is a
/// condition. `head` stands before the word for more.
fn is_of_what_is_given(head: &[String]) -> bool {
    let denial = &GRAMMAR.denial;
    let given = |word: &String| {
        let listed = [&GRAMMAR.money.several_grants, &denial.given, &GRAMMAR.negation].into_iter().any(|list| holds(list, word));
        listed || names_sum(word)
    };
    let linking = |word: &&String| [&GRAMMAR.money.of, &denial.linking].into_iter().any(|list| holds(list, word));
    let being = |word: &String| holds(&denial.being, word);
    let mut words = head.iter().rev().skip_while(linking);
    match words.next() {
        None => true,
        // "No grant for a single project may be over": the subject stands behind the "no".
        Some(word) if being(word) => {
            let at = head.iter().rposition(|word| holds(&GRAMMAR.negation, word));
            at.is_some_and(|at| head[at + 1..].iter().find(|word| !linking(word) && !being(word)).is_none_or(given))
                || words.find(|word| !being(word) && !linking(word)).is_some_and(given)
        }
        Some(word) => given(word),
    }
}

/// "No grant …", and nothing that takes the denial back or is denied itself ("not received", "no form is needed for").
fn is_denied_before(head: &[String]) -> bool {
    let near = &head[head.len().saturating_sub(DENIED_WITHIN)..];
    let denial = near.iter().rposition(|word| holds(&GRAMMAR.negation, word));
    denial.is_some_and(|at| !near[at..].iter().any(|word| holds(&GRAMMAR.denial.of_else, word)))
}

/// "… will not be awarded".
fn is_refused_behind(tail: &[String]) -> bool {
    tail.iter()
        .enumerate()
        .filter(|(_, word)| holds(&GRAMMAR.negation, word))
        .any(|(at, _)| tail[at + 1..].iter().take(REFUSED_WITHIN).any(|word| holds(&GRAMMAR.denial.refused, word)))
}
