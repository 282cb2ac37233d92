//! What somebody got: the caller for the project that it calls for, or those of last year. "This project has received £8,000", "funded by
//! the Union with a grant of", "last year 40 towns received". None of it is what an applicant can get.

use super::beside::words_of;
use super::spelled::counts_several;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::phrase_at;

/// "The project of the town has received": so many words at most from who got it to the verb.
const VERB_WITHIN: usize = 5;

/// "Has received a grant of", "won from the State a subsidy of": so many words at most from the verb to its sum.
const OBJECT_WITHIN: usize = 6;

/// "With a grant of": so many words at most from how much is paid to the sum, that word included.
const AMOUNT_WITHIN: usize = 4;

/// What was got stands near its sum, in bytes: of a clause as long as a text the rest is not read.
const NEAR: usize = 300;

/// What parts the words of a clause.
const PARTS: [char; 6] = [',', '،', ';', ':', '(', ')'];

/// Does the clause around a sum say that it was received, and not that it can be? `head` stands before the sum and `tail` behind.
pub(super) fn is_received(head: &str, tail: &str) -> bool {
    let head = plain(&head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..]);
    let tail = plain(&tail[..tail.floor_char_boundary(NEAR)]);
    let says = |stretch: &str, list: &WordList| list.iter().any(|phrase| phrase_at(stretch, phrase).is_some());
    let each = || [&head, &tail].into_iter().any(|stretch| has(stretch, &GRAMMAR.received.each));
    let last_year = || {
        says(&head, &GRAMMAR.current_year.last_year) && (says(&head, &GRAMMAR.received.got) || says(&tail, &GRAMMAR.received.got))
    };
    (is_callers(&head, &tail) || last_year()) && !each() || is_of_several(&head, &tail)
}

/// The same of what others got together, be it said that it was all of it.
pub(super) fn is_others(head: &str, tail: &str) -> bool {
    let head = plain(&head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..]);
    is_of_several(&head, &plain(&tail[..tail.floor_char_boundary(NEAR)]))
}

/// "Ten projects have received", "in earlier years 40 projects were funded with": it was shared out, unless it says how much each got.
fn is_of_several(head: &str, tail: &str) -> bool {
    let apiece = || [head, tail].into_iter().any(|stretch| has(stretch, &GRAMMAR.received.apiece));
    let said = |phrase: &String| phrase_at(head, phrase).map(|at| (&head[..at], &head[at + phrase.len()..]));
    let counted = |lead: &str, rest: &str| lead.split(' ').chain(rest.split(' ')).any(counts_several);
    let formerly = || GRAMMAR.received.formerly.iter().any(|phrase| phrase_at(head, phrase).is_some());
    let several = |lead: &str, rest: &str| (counted(lead, rest) || formerly()) && is_object(rest);
    let got = || GRAMMAR.received.got_by_several.iter().filter_map(said).any(|(lead, rest)| several(lead, rest));
    // "2026 wurden 40 Projekte mit 300.000 Euro gefördert".
    let closed = || tail.split(' ').take(VERB_WITHIN + 1).any(|word| holds(&GRAMMAR.received.closes, word));
    let told = || GRAMMAR.received.opened.iter().filter_map(said).any(|(lead, rest)| several(lead, rest)) && closed();
    (got() || told()) && !apiece()
}

/// "This project has received", "le festival est financé par", "das Projekt wurde mit … gefördert": the caller's own work got it.
fn is_callers(head: &str, tail: &str) -> bool {
    let words: Vec<&str> = head.split(' ').collect();
    let Some(of) = words.iter().rposition(|word| holds(&GRAMMAR.received.one_work, word)) else { return false };
    let (lead, behind) = (&words[..of], words[of + 1..].join(" "));
    let near = |phrase: &str| {
        let at = phrase_at(&behind, phrase).filter(|at| behind[..*at].split_whitespace().count() <= VERB_WITHIN)?;
        // "Será financiado por": nothing was paid yet.
        let promised = has(&behind[..at], &GRAMMAR.received.promised);
        (!promised).then_some(&behind[at + phrase.len()..])
    };
    let received = || GRAMMAR.received.got_by_one.iter().any(|phrase| near(phrase).is_some_and(is_object));
    // "The programme supported by the foundation gives 5,000 euro": what it is paid with has a "with" before it.
    let paid_by = || {
        let with = |rest: &str| {
            let mut last = rest.split_whitespace().rev().take(AMOUNT_WITHIN);
            last.any(|word| holds(&GRAMMAR.received.amounting, word)) && !parts_or_gives(rest)
        };
        GRAMMAR.received.paid_by.iter().any(|phrase| near(phrase).is_some_and(with))
    };
    // "يمول البرنامج": the programme gives; with somebody else between it gets.
    let verb_before = || {
        let verb = |list: &WordList| lead.iter().rev().take(VERB_WITHIN).position(|word| holds(list, word));
        let got = verb(&GRAMMAR.received.got_before).is_some() && is_object(&behind);
        got || verb(&GRAMMAR.received.funded_before).is_some_and(|between| between > 0) && !parts_or_gives(&behind)
    };
    received() || paid_by() || verb_before() || is_closed(words[of], &behind, tail)
}

/// "Das Projekt wurde mit 5.000 Euro gefördert", "hat 5.000 Euro erhalten". "Ein Projekt wird mit 5.000 Euro gefördert" is a promise,
/// unless it is the caller's festival of which it is told who pays for it.
fn is_closed(work: &str, behind: &str, tail: &str) -> bool {
    let ends = |list: &WordList| tail.split(' ').take(VERB_WITHIN + 1).any(|word| holds(list, word));
    let becomes = has(behind, &GRAMMAR.received.becomes);
    let told = || has(behind, &GRAMMAR.received.opened) && ends(&GRAMMAR.received.closes);
    let had = || has(behind, &GRAMMAR.received.had) && ends(&GRAMMAR.received.closes_had) && !parts_or_joins(behind);
    let by = || has(behind, &GRAMMAR.clause.by_last) || has(tail, &GRAMMAR.clause.by_last);
    let paid = || !holds(&GRAMMAR.money.projects, work) && by() && ends(&GRAMMAR.received.closes);
    if becomes { paid() } else { told() || had() }
}

/// "A grant of" between a verb and its sum, and not "international fame and gives a prize of".
fn is_object(rest: &str) -> bool {
    rest.split_whitespace().count() <= OBJECT_WITHIN && !parts_or_gives(rest) && !parts_or_joins(rest)
}

/// Does another clause, or a verb of giving, begin?
fn parts_or_gives(rest: &str) -> bool {
    rest.split(' ').any(|word| word == PARTED || holds(&GRAMMAR.received.gives, word))
}

/// Does another clause, or an "and", begin? In Hebrew and Arabic it is a letter.
fn parts_or_joins(rest: &str) -> bool {
    rest.split(' ').any(|word| word == PARTED || word.starts_with(['ו', 'و']) || holds(&GRAMMAR.money.joining, word))
}

fn has(stretch: &str, list: &WordList) -> bool {
    stretch.split(' ').any(|word| holds(list, word))
}

/// Stands among plain words where a comma or a bracket did.
const PARTED: &str = ",";

/// Words and blanks, folded, and what parts them.
fn plain(stretch: &str) -> String {
    let words = |part: &str| words_of(part).map(|(_, word)| fold(&word)).collect::<Vec<_>>().join(" ");
    stretch.split(PARTS).map(words).collect::<Vec<_>>().join(" , ")
}
