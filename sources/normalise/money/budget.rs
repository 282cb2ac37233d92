//! A budget that has a bound: the one that is asked for is each applicant's own. Of a plain one nobody says whose it is, and of what a
//! project may cost a part is given.

use super::beside::last_words;
use super::part::Part;
use super::pot::is_asked;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};

/// What a sum is by such a budget among the cues `before` it, in the clause that begins at `clause`.
pub(super) fn part_of_budget(text: &str, clause: usize, before: &[&CueFound]) -> Option<Part> {
    let bound = before.iter().rev().find(|cue| cue.cue == Cue::SumMax)?;
    let budget = before.iter().rev().find(|cue| cue.cue == Cue::SumTotal && cue.end <= bound.start)?;
    let (lead, gap) = (text.get(clause..budget.start)?, &text[budget.end..bound.start]);
    // "The requested budget", "le budget demandé".
    let asked = is_asked(gap) || last_words(lead, 1).iter().any(|word| holds(&GRAMMAR.money.asked, word));
    asked.then_some(Part::Max)
}
