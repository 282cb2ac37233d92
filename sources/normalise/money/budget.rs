//! A budget that has a bound: the one that is asked for is each applicant's own, and one of which nobody says whose it is may be.

use super::beside::{last_words, words_of};
use super::part::Part;
use super::pot::is_asked;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// What a sum is by such a budget among the cues `before` it, in the clause that begins at `clause`.
pub(super) fn part_of_budget(text: &str, clause: usize, before: &[&CueFound]) -> Option<Part> {
    let bound = before.iter().rev().find(|cue| cue.cue == Cue::SumMax)?;
    let budget = before.iter().rev().find(|cue| cue.cue == Cue::SumTotal && cue.end <= bound.start)?;
    let (lead, gap) = (text.get(clause..budget.start)?, &text[budget.end..bound.start]);
    // "The requested budget", "le budget demandé".
    if is_asked(gap) || last_words(lead, 1).iter().any(|word| holds(&GRAMMAR.money.asked, word)) {
        return Some(Part::Max);
    }
    // "The budget should not exceed" is said to those who apply; "the budget of the call" has an owner.
    let told = |(_, word): (usize, String)| holds(&GRAMMAR.money.obliging, &word);
    let is_plain = holds(&GRAMMAR.money.budgets, &fold(&text[budget.start..budget.end]));
    let is_told = words_of(&text[budget.end..bound.end]).any(told) && words_of(gap).all(told);
    (is_plain && is_told).then_some(Part::Bare)
}
