//! "There is an information evening on 9 November. Please register by 2 November": where one can apply for something else, such a day is
//! that of the evening and not of the call.

use std::ops::Range;

use super::reading::{Reading, Shape};
use super::role::Role;
use super::window::days;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::wording::folded_words;

/// One registers for an evening within so many days before it.
const LONGEST_BEFORE: i64 = 60;

/// "… at which towns can put their questions. To take part please": so far the day stands from that of the evening, in bytes.
const LONGEST_GAP: usize = 240;

/// How the lines of a list begin.
const BULLETS: [char; 5] = ['•', '-', '*', '–', '·'];

/// Takes back the days in a list below "Upcoming info sessions:", and those by which one registers for an evening that the sentence before
/// tells of.
pub(super) fn take_back_info_days(reading: &Reading<'_>, roles: &mut [Role]) {
    let lists = lists_of_info_days(reading);
    for (group, role) in reading.groups.iter().zip(roles.iter_mut()) {
        let start = reading.start(*group);
        let list = lists.partition_point(|line| line.end <= start);
        let ends_call = || reading.cues_between(lists[list].start, lists[list].end).iter().any(|cue| cue.cue == Cue::Deadline);
        if lists.get(list).is_some_and(|line| line.start <= start) && !ends_call() {
            *role = Role::Decoy(Cue::Info);
        }
    }
    let title_end = reading.text.find('\n').unwrap_or(0);
    let is_titles = || reading.cues_between(0, title_end).iter().any(|cue| cue.cue == Cue::Info);
    let calls = |cue: &&CueFound| matches!(cue.cue, Cue::Applying | Cue::Callable);
    let (first, last) = (reading.cues.iter().find(calls), reading.cues.iter().rfind(calls));
    let (Some(first), Some(last)) = (first, last) else { return };
    let mut titled = None;
    for (index, role) in roles.iter_mut().enumerate().skip(1) {
        let of_info = matches!(*role, Role::Deadline(claim) if !claim.extended)
            && is_of_info(reading, index, (first.start, last.end))
            && !*titled.get_or_insert_with(is_titles);
        if of_info {
            *role = Role::Decoy(Cue::Info);
        }
    }
}

/// The lines of lists whose heading tells of information days.
fn lists_of_info_days(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let (mut found, mut below, mut start) = (Vec::new(), false, 0);
    for line in reading.text.split_inclusive('\n') {
        let (words, end) = (line.trim(), start + line.len());
        if words.ends_with(':') {
            below = reading.cues_between(start, end).iter().any(|cue| cue.cue == Cue::Info);
        } else if below && words.starts_with(BULLETS) {
            found.push(start..end);
        } else if !words.is_empty() {
            below = false;
        }
        start = end;
    }
    found
}

/// Is the day of a group that of the evening of the sentence before? `calls` is where the text speaks of a call first and last.
fn is_of_info(reading: &Reading<'_>, index: usize, calls: (usize, usize)) -> bool {
    let (evening, day) = (reading.groups[index - 1], reading.groups[index]);
    let (start, end) = (reading.start(day), reading.end(evening));
    let gap = reading.text.get(end..start).unwrap_or("\n");
    if gap.len() > LONGEST_GAP || gap.contains(['\n', '|']) || day.shape != Shape::Single {
        return false;
    }
    let (told, own) = (reading.clause(reading.start(evening)), reading.clause(start));
    let elsewhere = calls.0 < told.0 || own.1 < calls.1;
    let says =
        |(from, to): (usize, usize), wanted: fn(Cue) -> bool| reading.cues_between(from, to).iter().any(|cue| wanted(cue.cue));
    // "The closing date is 31 January" behind an evening for those selected is the call's.
    let signs_up = |word: String| GRAMMAR.later.signing_up.iter().any(|stem| word.contains(stem.as_str()));
    let registers = folded_words(reading.text.get(own.0..own.1).unwrap_or("")).any(signs_up)
        && !says(own, |cue| matches!(cue, Cue::Applying | Cue::Callable | Cue::Event | Cue::FirstStage));
    let before = days(&reading.mentions[day.last], &reading.mentions[evening.first]);
    told.1 <= own.0
        && elsewhere
        && registers
        && says(told, |cue| cue == Cue::Info)
        && !says(told, |cue| matches!(cue, Cue::Applying))
        && (0..=LONGEST_BEFORE).contains(&before)
}
