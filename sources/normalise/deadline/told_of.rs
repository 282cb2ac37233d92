//! "The deadline for the workshop on 5 May 2027 is 1 April 2027": of two days in one sentence the first is that of what the last day is
//! for, and the verb of being behind it leads on to the last day itself.

use super::claim::{Claim, Strength};
use super::reading::Reading;
use super::role::Role;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::Cue;
use crate::normalise::dates::lex::fold;

/// Settles both days.
pub(super) fn settle_pairs(reading: &Reading<'_>, roles: &mut [Role]) {
    for index in 1..roles.len() {
        let Some(named) = named_before(reading, index) else { continue };
        roles[index - 1] = Role::Event;
        roles[index] = Role::Deadline(Claim::of(Strength::Named, named, "due_by"));
    }
}

/// Where the word for the last day begins that both days are told of.
fn named_before(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let (first, second) = (reading.groups[index - 1], reading.groups[index]);
    let gap = reading.text.get(reading.end(first)..reading.start(second))?;
    let mut words = gap.split_whitespace().map(fold);
    let is = words.next().is_some_and(|word| holds(&GRAMMAR.money.being, &word));
    if gap.contains(['\n', '|', '.', ';', ':', ',']) || !is || !words.all(|word| holds(&GRAMMAR.fee.small, &word)) {
        return None;
    }
    let start = reading.start(first);
    let clause = reading.clause(start).0;
    let cues = reading.cues_between(clause, start);
    let named = cues.iter().find(|cue| matches!(cue.cue, Cue::Deadline | Cue::Extended))?;
    // "The deadline of 3 May is 5 June now" has no event.
    cues.iter().any(|cue| cue.start >= named.end && matches!(cue.cue, Cue::Event | Cue::Held)).then_some(named.start)
}
