//! Days that come after the last one, though somebody hands something in: authors register for the congress that took their abstracts,
//! applicants get their answer. Alone such a day is the last; where an earlier one is told it is not.

use super::accepted::{is_for_accepted, is_for_the_late};
use super::claim::{Claim, Strength};
use super::fee;
use super::reach::FAR_AFTER;
use super::reading::{Around, Reading, words_in};
use super::role::Role;
use crate::lexicon::grammar::{Fee, GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// Takes the days back that come after an earlier last day.
pub(super) fn take_back_later(reading: &Reading<'_>, roles: &mut [Role]) {
    let later: Vec<bool> = roles.iter().enumerate().map(|(index, role)| comes_later(reading, index, *role)).collect();
    let day = |index: usize| reading.mentions[reading.groups[index].last].date;
    let told = |index: &usize| matches!(roles[*index], Role::Deadline(claim) if claim.strength >= Strength::Handing);
    let told: Vec<usize> = (0..roles.len()).filter(told).filter(|index| !later[*index]).collect();
    let earliest = told.iter().filter_map(|index| day(*index)).min();
    let (first, first_undated) = (told.first(), told.iter().find(|index| day(**index).is_none()));
    for index in (0..roles.len()).filter(|index| later[*index]) {
        // Where a year is missing, what stands before it is earlier.
        let is_behind = |first: Option<&usize>| first.is_some_and(|first| *first < index);
        let behind = match day(index) {
            Some(date) => earliest.is_some_and(|earliest| earliest < date) || is_behind(first_undated),
            None => is_behind(first),
        };
        if behind {
            roles[index] = Role::Decoy(Cue::Results);
        }
    }
    take_back_exceptions(reading, roles);
    take_back_behind_events(reading, roles);
}

/// "Sports until 4 March. What comes late is refused unless …, not later than 19 March": that sentence itself says that an ordinary
/// last day was told, however weakly.
fn take_back_exceptions(reading: &Reading<'_>, roles: &mut [Role]) {
    let day = |index: usize| reading.mentions[reading.groups[index].last].date;
    let mut ordinary: Vec<usize> = Vec::new();
    for (index, role) in roles.iter_mut().enumerate() {
        let Role::Deadline(claim) = *role else { continue };
        let told = ordinary.iter().any(|before| day(*before).is_none() || day(*before) < day(index));
        if told && !claim.extended && is_for_the_late(reading, index, &reading.around(index)) {
            *role = Role::Decoy(Cue::Results);
        } else if claim.strength >= Strength::Weak {
            ordinary.push(index);
        }
    }
}

/// "Abstracts by 4 March, congress on 29 June, full texts by 8 August": what is handed in behind the congress is no application to it.
fn take_back_behind_events(reading: &Reading<'_>, roles: &mut [Role]) {
    let day = |index: usize| reading.mentions[reading.groups[index].first].date;
    let days_of = |wanted: &dyn Fn(&Role) -> bool| {
        let indexes = (0..roles.len()).filter(|index| wanted(&roles[*index]));
        indexes.filter_map(day).collect::<Vec<_>>()
    };
    let is_first = |role: &Role| matches!(role, Role::Deadline(claim) if claim.first && claim.strength >= Strength::Handing);
    let (abstracts, events) = (days_of(&is_first), days_of(&|role| *role == Role::Event));
    let (Some(first), Some(event), Some(last)) = (abstracts.iter().min(), events.iter().min(), events.iter().max()) else {
        return;
    };
    for (index, role) in roles.iter_mut().enumerate() {
        let is_behind = day(index).is_some_and(|day| first < event && *last < day);
        if is_behind && matches!(*role, Role::Deadline(claim) if !claim.first && !claim.extended) {
            *role = Role::Decoy(Cue::Report);
        }
    }
}

fn comes_later(reading: &Reading<'_>, index: usize, role: Role) -> bool {
    let Role::Deadline(claim) = role else { return false };
    let around = reading.around(index);
    let is_theirs = || names_authors(reading, index, &around) || claim.strength <= Strength::Handing && is_reply(&around);
    // A second step is one all the same, unless it is the last form of the first. Moved or not, slides come later.
    let is_of_accepted = || is_for_accepted(reading, index, &around);
    is_supplement(reading, index, &around)
        || !claim.extended && (is_fee(reading, index, claim, &around) || !claim.second && (is_theirs() || is_of_accepted()))
}

/// "2 June: deadline for the payment of the fee": the day stands before its label, and what is due is money alone.
fn is_fee(reading: &Reading<'_>, index: usize, claim: Claim, around: &Around) -> bool {
    /// "Date limite de réception des frais".
    const WORDS_TO_FEE: usize = 3;
    let start = reading.start(reading.groups[index]);
    let Some(label) = around.right.iter().find(|cue| matches!(cue.cue, Cue::Deadline | Cue::Extended)) else { return false };
    let Some(fee) = around.right.iter().find(|cue| cue.cue == Cue::Fee && cue.end > label.end) else { return false };
    // The word for the deadline may end with the small word before the fee.
    let gap = reading.text.get(label.end.min(fee.start)..fee.start).unwrap_or(".");
    let applies = around.right.iter().any(|cue| cue.cue == Cue::Applying && label.end <= cue.start && cue.end <= fee.start);
    claim.from >= start
        && words_in(gap) <= WORDS_TO_FEE
        && !gap.contains([',', ';', '(', '.', '\n', '|', '،'])
        && !applies
        && !fee::is_joint(reading, &around.right, fee)
}

/// Is it by when something comes that goes with the application, and not the application itself? "Applications and a paper copy" are both.
fn is_supplement(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let (start, end) = (reading.start(reading.groups[index]), reading.end(reading.groups[index]));
    // "Abstracts by 5 March, revised papers by 4 June": what stands before another date is said of that one.
    let next = reading.groups.get(index + 1).map_or(reading.text.len(), |next| reading.start(*next));
    // In a row the label may stand in the cell behind the day.
    let label = around.right.last().filter(|_| around.labelled_behind).map_or(start, |label| label.start);
    let last = Some(reading.clause(label).1).filter(|last| *last <= next).unwrap_or(end);
    let near = |cue: &&CueFound| words_in(reading.text.get(end..cue.start).unwrap_or("")) <= FAR_AFTER;
    let told =
        reading.beside(Cue::Supplement, around.from, start).chain(reading.beside(Cue::Supplement, end, last).filter(near)).next();
    // "Submission of the slides": what is handed in is the supplement itself.
    let governs = |cue: &CueFound| told.is_some_and(|told| cue.end > told.start || of_it(reading, cue.end, told.start));
    // "3 May: deadline for abstracts for oral presentations": what is handed in are the abstracts.
    let is_abstract = |cue: &CueFound| cue.cue == Cue::FirstStage && told.is_some_and(|told| cue.end <= told.start);
    told.is_some()
        && !around.left.iter().any(|cue| cue.cue == Cue::Applying && !governs(cue))
        && !around.left.iter().chain(&around.right).any(is_abstract)
}

/// Is there an article or an "of" at most between?
pub(super) fn of_it(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let Some(gap) = reading.text.get(from..to).filter(|gap| !gap.contains([',', ';', '(', '،'])) else { return false };
    let Fee { small, complement, .. } = &GRAMMAR.fee;
    let is_small = |word: &str| [small, complement].into_iter().any(|list| holds(list, &fold(word)));
    gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(is_small)
}

fn names_authors(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let end = reading.end(reading.groups[index]);
    let near = |cue: &&CueFound| words_in(reading.text.get(end..cue.start).unwrap_or("")) <= FAR_AFTER;
    around.left.iter().chain(around.right.iter().filter(near)).any(|cue| cue.cue == Cue::Authors)
}

/// A word for an answer, and none for anything else that is handed in.
fn is_reply(around: &Around) -> bool {
    let replies: Vec<&CueFound> = around.left.iter().filter(|cue| cue.cue == Cue::Reply).collect();
    let of_reply = |cue: &CueFound| replies.iter().any(|reply| reply.start <= cue.start && cue.end <= reply.end);
    !replies.is_empty() && around.left.iter().filter(|cue| cue.cue == Cue::Submit).all(of_reply)
}
