//! What somebody got: the caller for the project that it calls for, or those of last year. "This project has received £8,000", "funded by
//! the Union with a grant of", "last year 40 towns received". None of it is what an applicant can get.

use super::beside::words_of;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;

/// "The project of the town has received": so many words at most from who got it to the verb.
const VERB_WITHIN: usize = 5;

/// Does the clause around a sum say that it was received, and not that it can be? `head` stands before the sum and `tail` behind.
pub(super) fn is_received(head: &str, tail: &str) -> bool {
    let (head, tail) = (plain(head), plain(tail));
    let says = |stretch: &str, list: &[String]| list.iter().any(|phrase| position(stretch, phrase).is_some());
    let each = || {
        head.split(' ').any(|word| holds(&GRAMMAR.received.each, word))
            || tail.split(' ').any(|word| holds(&GRAMMAR.received.each, word))
    };
    let last_year =
        || says(&head, &GRAMMAR.received.last_year) && (says(&head, &GRAMMAR.received.got) || says(&tail, &GRAMMAR.received.got));
    (is_callers(&head, &tail) || last_year()) && !each()
}

/// "This project has received", "le festival est financé par", "das Projekt wurde mit … gefördert": the caller's own work got it.
fn is_callers(head: &str, tail: &str) -> bool {
    let words: Vec<&str> = head.split(' ').collect();
    let Some(of) = words.iter().rposition(|word| holds(&GRAMMAR.received.works, word)) else { return false };
    let (lead, behind) = (&words[..of], words[of + 1..].join(" "));
    let near = |phrase: &str| {
        let at = position(&behind, phrase).filter(|at| behind[..*at].split_whitespace().count() <= VERB_WITHIN)?;
        Some(&behind[at + phrase.len()..])
    };
    let has = |stretch: &str, list: &[String]| stretch.split(' ').any(|word| holds(list, word));
    let received = || GRAMMAR.received.got_by_one.iter().any(|phrase| near(phrase).is_some());
    // "The programme supported by the foundation gives 5,000 euro": what it is paid with has a "with" before it.
    let paid_by = || {
        let with = |rest: &str| has(rest, &GRAMMAR.received.amounting);
        GRAMMAR.received.paid_by.iter().any(|phrase| near(phrase).is_some_and(with))
    };
    let verb_before = || lead.iter().rev().take(VERB_WITHIN).any(|word| holds(&GRAMMAR.received.got_before, word));
    // "Ein Projekt wird mit 5.000 Euro gefördert" is a promise, if nobody is told who does it.
    let closed = || {
        let told = has(&behind, &GRAMMAR.received.opened);
        let paid = has(&behind, &GRAMMAR.clause.becoming)
            && (has(&behind, &GRAMMAR.clause.by_last) || has(tail, &GRAMMAR.clause.by_last));
        (told || paid) && tail.split(' ').take(VERB_WITHIN + 1).any(|word| holds(&GRAMMAR.received.closes, word))
    };
    received() || paid_by() || verb_before() || closed()
}

/// Words and blanks, folded.
fn plain(stretch: &str) -> String {
    words_of(stretch).map(|(_, word)| fold(&word)).collect::<Vec<_>>().join(" ")
}

/// Where whole words begin in others.
fn position(stretch: &str, phrase: &str) -> Option<usize> {
    let is_edge = |at: usize| at == 0 || stretch.as_bytes().get(at - 1) == Some(&b' ');
    let ends = |at: usize| stretch.as_bytes().get(at + phrase.len()).is_none_or(|byte| *byte == b' ');
    stretch.match_indices(phrase).map(|(at, _)| at).find(|at| is_edge(*at) && ends(*at))
}
