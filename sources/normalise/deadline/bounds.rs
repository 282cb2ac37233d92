//! Pairs of labels that stand for a span: "Start: 17-02-2027 End: 16-03-2027". What starts and ends there the words do not say;
//! where it is nothing else, it is the time to hand in.

use chrono::NaiveDate;

use super::claim::Strength;
use super::reading::{Around, Reading, words_in};
use super::role::Role;
use crate::normalise::cues::{Cue, CueFound};

/// Days of a course or a fair are fewer.
const SHORTEST_DAYS: i64 = 7;

/// A project takes longer than a call is open.
const LONGEST_DAYS: i64 = 200;

/// "Status: call open" on the line above: so far before the pair, in bytes, it may be told of what.
const SAID_ABOVE: usize = 120;

/// How surely the group with this index, behind the label "end", is the last day of a span that begins with the group before.
pub(super) fn ends_span(reading: &Reading<'_>, index: usize, around: &Around) -> Option<Strength> {
    let before = index.checked_sub(1)?;
    let (first, last) = (reading.groups[before], reading.groups[index]);
    labels(reading, around, reading.start(last), Cue::Finish)?;
    let around_before = reading.around(before);
    let begin = labels(reading, &around_before, reading.start(first), Cue::Begin)?;
    let day = |group: super::reading::Group| -> Option<NaiveDate> { reading.mentions[group.last].date };
    let days = (day(last)? - day(first)?).num_days();
    // "Course start: …": a word before the label says what starts.
    let line = reading.text[..begin.start].rsplit(['\n', '|', '.', ';']).next().unwrap_or("");
    if !(SHORTEST_DAYS..=LONGEST_DAYS).contains(&days) || words_in(line) > 0 {
        return None;
    }
    let above = reading.cues_between(begin.start.saturating_sub(SAID_ABOVE), begin.start);
    if above.iter().any(|cue| matches!(cue.cue, Cue::Event | Cue::Project)) {
        return None;
    }
    let called = above.iter().any(|cue| matches!(cue.cue, Cue::Deadline | Cue::Submit | Cue::Opening));
    Some(if called { Strength::Handing } else { Strength::Weak })
}

/// The label of this meaning right before a date, with nothing else said between.
fn labels(reading: &Reading<'_>, around: &Around, date: usize, wanted: Cue) -> Option<CueFound> {
    let label = around.left.iter().rev().find(|cue| cue.cue == wanted)?;
    let gap = reading.text.get(label.end..date)?;
    (words_in(gap) == 0 && gap.contains([':', '|', '\n'])).then_some(*label)
}

/// Where another day is told to be the last, such a pair is of something else: "Apply by 1 April. Start: 3 May, end: 5 June".
pub(super) fn take_back_pairs(pairs: &[usize], instead: Role, roles: &mut [Role]) {
    let told = |(index, role): (usize, &Role)| {
        let surely = matches!(role, Role::Deadline(claim) if claim.strength >= Strength::Handing);
        surely && pairs.binary_search(&index).is_err()
    };
    if roles.iter().enumerate().any(told) {
        for pair in pairs {
            roles[*pair] = instead;
        }
    }
}
