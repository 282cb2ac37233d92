//! "The photo competition runs from 1 May to 31 August": so long a competition is the time to enter it, where no other last day is told.
//! A few days, or a competition that gathers people at a place, are an event.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, Shape, words_in};
use super::window::days;
use crate::normalise::cues::{Cue, CueFound};

/// A tournament is over in less.
const SHORTEST: i64 = 15;

/// "Takes place" and "take part" are said of festivals too, and those last for weeks.
const SHORTEST_HELD: i64 = 28;

/// A call is open for less; a season of a league takes longer.
const LONGEST: i64 = 200;

/// "The competition of the city of Haifa runs from": so many words at most from the competition to its days.
const WORDS_TO_DAYS: usize = 6;

/// What a text is about stands within its first bytes, so many.
const HEAD: usize = 1500;

/// Where the words begin by which the group with this index is the time to enter a competition.
pub(super) fn window(reading: &Reading<'_>, index: usize, around: &Around) -> Option<usize> {
    let group = reading.groups[index];
    match group.shape {
        Shape::Range => {}
        Shape::Single => return end(reading, index, around),
        Shape::List | Shape::Replaced => return None,
    }
    let (start, end) = (reading.start(group), reading.end(group));
    let days = days(&reading.mentions[group.first], &reading.mentions[group.last]);
    // The exhibition of a competition is an event, and so is a feast.
    let is_other = |cue: &CueFound| cue.cue == Cue::Event && !is_verb(reading, &around.left, cue) || cue.cue == Cue::Results;
    if !(SHORTEST..=LONGEST).contains(&days) || around.left.iter().any(is_other) || reading.is_past(start) {
        return None;
    }
    let (_, last) = reading.clause(start);
    let held = || around.left.iter().chain(&around.right).any(|cue| cue.cue == Cue::Held);
    let near = |cue: &&CueFound| words_in(reading.text.get(cue.end..start).unwrap_or("")) <= WORDS_TO_DAYS;
    if let Some(contest) = reading.beside(Cue::Contest, told_from(reading.text, around.from), start).rev().find(near) {
        return (days >= if held() { SHORTEST_HELD } else { SHORTEST }).then_some(contest.start);
    }
    // "Take part from 1 May to 31 August", in a text that tells of a competition.
    let told = || reading.beside(Cue::Contest, 0, HEAD).next().is_some();
    let before = around.left.iter().rev().find(|cue| cue.cue == Cue::TakingPart).filter(near).map(|cue| cue.start);
    let behind = || {
        let after = |cue: &&CueFound| words_in(reading.text.get(end..cue.start).unwrap_or("")) <= NEAR_AFTER;
        let verb = reading.cues_between(end, last).into_iter().find(|cue| cue.cue == Cue::TakingPart);
        verb.as_ref().filter(after).map(|_| start)
    };
    before.or_else(behind).filter(|_| days >= SHORTEST_HELD && told())
}

/// Where the sentence begins whose line begins at `at`: a small letter goes on from the line above ("The first phase of the competition" /
/// "lasts from …").
fn told_from(text: &str, at: usize) -> usize {
    let above = text[..at].trim_end();
    let goes_on = text[at..].starts_with(char::is_lowercase) && !above.ends_with(['.', '!', '?', ':', ';']);
    if goes_on { above.rfind('\n').map_or(0, |line| line + 1) } else { at }
}

/// "Start of the competition: 1 May", and below it "End of the competition: 31 August".
fn end(reading: &Reading<'_>, index: usize, around: &Around) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let (first, last) = (reading.groups[before], reading.groups[index]);
    let named = |from: usize, day: usize| {
        let near = |cue: &&CueFound| reading.text.get(cue.end..day).is_some_and(|gap| words_in(gap) == 0 && !gap.contains(','));
        reading.beside(Cue::Contest, from, day).next_back().as_ref().is_some_and(near)
    };
    let is_end = |cue: &CueFound| matches!(cue.cue, Cue::Finish | Cue::Ends | Cue::Closes | Cue::Deadline);
    let days = days(&reading.mentions[first.last], &reading.mentions[last.first]);
    let ends = around.left.iter().any(is_end) && (SHORTEST..=LONGEST).contains(&days) && named(around.from, reading.start(last));
    let begins = || {
        let above = reading.around(before);
        let is_start = |cue: &CueFound| matches!(cue.cue, Cue::Begin | Cue::Starts | Cue::Opening | Cue::Project);
        above.left.iter().any(is_start) && named(above.from, reading.start(first))
    };
    (ends && begins()).then_some(around.from)
}

/// "Takes place", "läuft": a verb that says of something that it is held or runs.
fn is_verb(reading: &Reading<'_>, left: &[CueFound], cue: &CueFound) -> bool {
    left.iter().any(|held| held.cue == Cue::Held && held.start == cue.start)
        || reading.beside(Cue::Runs, cue.start, cue.end).next().is_some()
}
