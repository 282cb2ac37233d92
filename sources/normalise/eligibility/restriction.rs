//! Which of the authorities are meant, told in a clause behind them: "cities of 20,000 to 100,000 people", "towns whose mayors …",
//! "villes qui ont signé la charte".

use super::common::{self, Asked};
use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "Cities of 20,000 and up to 100,000 people": so many words at most from those counted to the people.
const SIZE_REACH: usize = 10;

/// The number stands at most so many words before the people: "100 thousand people".
const NUMBER_REACH: usize = 2;

/// Fewer people than this are a team or a class, and no town.
const SMALLEST_TOWN: u64 = 500;

/// "Cities of the region that have signed": so many words at most from them to the clause.
const CLAUSE_REACH: usize = 2;

/// "Association for the Promotion of Good Building in Rural": so many words at most lie between.
const NAME_REACH: usize = 8;

/// Does it tell how many people live in the towns it is about?
pub(super) fn is_sized(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::Souls).any(|souls| {
        let head = sentence.before(souls);
        let numbers = head.split_whitespace().rev().take(NUMBER_REACH);
        let large = numbers.into_iter().any(|word| number(word) >= SMALLEST_TOWN || holds(&GRAMMAR.clause.thousands, word));
        large
            && sentence.of(Role::LocalAuthority).any(|towns| {
                let between = || sentence.between(towns, souls);
                let led =
                    || holds(&GRAMMAR.clause.sized_by, &between().split_whitespace().next().unwrap_or_default().to_lowercase());
                let acts = || sentence.of(Role::Apply).any(|verb| towns.last < verb.first && verb.last < souls.first);
                towns.last < souls.first && near(towns, souls, SIZE_REACH) && led() && !acts()
            })
    })
}

/// Is one of those named told apart by what it is? In "the Association for Building in Rural Areas" the giver's name says what it does.
pub(super) fn has_condition(sentence: &Sentence<'_>) -> bool {
    sentence
        .of(Role::Condition)
        .any(|condition| !is_in_name_of_giver(sentence, condition) && !common::begins(sentence, condition))
}

/// "Verein zur Förderung des Bauens in ländlichen Räumen".
fn is_in_name_of_giver(sentence: &Sentence<'_>, condition: &Hit) -> bool {
    sentence.of(Role::Organisation).any(|body| {
        let purpose = sentence.after(body).split_whitespace().next().unwrap_or_default().to_lowercase();
        let between = if body.last < condition.first { sentence.between(body, condition) } else { return false };
        // "An association for rural municipalities": these are who it is for.
        let of_somebody = |noun: &Hit| body.last < noun.first && noun.first <= condition.last + 1;
        near(body, condition, NAME_REACH)
            && holds(&GRAMMAR.clause.purposes, &purpose)
            && !between.contains([',', ';', ':', '.'])
            && !sentence.nouns().any(of_somebody)
    })
}

fn number(word: &str) -> u64 {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// "Towns whose plan has been approved may apply": not "towns that have questions".
pub(super) fn is_restricted(sentence: &Sentence<'_>) -> bool {
    let is_willing =
        |clause: &Hit| sentence.of(Role::Willing).any(|willing| is_inside(clause, willing) || willing.first == clause.first);
    let idle = |clause: &Hit| match common::asked(sentence, clause) {
        Asked::Common => true,
        Asked::Special => false,
        Asked::Other => is_willing(clause),
    };
    let about = |clause: &Hit| {
        sentence.subjects(Role::LocalAuthority).any(|towns| {
            let between = if towns.last < clause.first { sentence.between(towns, clause) } else { return false };
            // "Cities (or those whom they name) whose mayors": what stands in brackets is skipped.
            let skipped = match (between.find('('), between.rfind(')')) {
                (Some(open), Some(shut)) if open < shut => format!("{}{}", &between[..open], &between[shut + 1..]),
                _ => between.to_owned(),
            };
            // "The towns, which pay a part, may apply" tells something of all of them; in German a comma says nothing.
            let first = sentence.quote(clause).split_whitespace().next().unwrap_or_default().to_lowercase();
            if skipped.contains([',', '،']) && !holds(&GRAMMAR.clause.behind_a_comma, &first) {
                return false;
            }
            skipped.split_whitespace().count() <= CLAUSE_REACH && !skipped.contains([';', ':', '.', '|', '\n'])
        })
    };
    // "The only award for cities whose …" tells what it is for.
    let asks = || sentence.of(Role::Apply).any(|apply| !sentence.of(Role::Only).any(|only| is_inside(apply, only)));
    // "Kommunen, deren Zusammenschlüsse und Eigenbetriebe": theirs apply beside them.
    let is_own = |clause: &Hit| {
        let next = sentence.after(clause).split_whitespace().next().unwrap_or_default();
        holds(&GRAMMAR.applicant.own_bodies, &bare(next).to_lowercase())
    };
    asks() && sentence.of(Role::Restricts).any(|clause| about(clause) && !idle(clause) && !is_own(clause))
}
