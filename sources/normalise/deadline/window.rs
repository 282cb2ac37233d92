//! "Registration for the congress: 5 July to 16 September": where the noun for signing up governs the event, the days are the time to do
//! so and not the event's own.

use super::reading::{Around, Reading, Shape, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::Mention;
use crate::normalise::dates::lex::fold;

/// "Registration period of the autumn fair": so many words at most from the noun to the event.
const WORDS_TO_EVENT: usize = 4;

/// "Registration for the fair in Leeds from 5 to 17 July": without a colon the days are the fair's own unless they are as many as none has.
const SHORTEST_BESIDE: i64 = 21;

/// Behind a colon or a dash ("Registration for the fair: 5 to 13 July") a week is enough.
const SHORTEST_PARTED: i64 = 7;

/// A call is open for less; a longer time is that of a residency or an exhibition.
const LONGEST: i64 = 200;

/// Where the noun for signing up begins that governs this event, if the days from this group on, as far as the next where it is the end,
/// are enough for it; or what is handed in by the verb behind them.
pub(super) fn window(reading: &Reading<'_>, index: usize, around: &Around, event: &CueFound) -> Option<usize> {
    let group = reading.groups[index];
    let start = reading.start(group);
    let last = match group.shape {
        Shape::Range => group.last,
        Shape::Single if index + 1 < reading.groups.len() && reading.continues_sentence(index + 1) => group.last + 1,
        _ => return None,
    };
    let days = days(&reading.mentions[group.first], reading.mentions.get(last)?);
    let gap = reading.text.get(event.end..start).unwrap_or("");
    let parted = gap.contains([':', '|', '\n', '–', '—']);
    let shortest = if parted { SHORTEST_PARTED } else { SHORTEST_BESIDE };
    // "… for the course which runs from".
    let relates = GRAMMAR.clause.relative.iter().any(|word| gap.contains(word.as_str()));
    let lasts = (shortest..=LONGEST).contains(&days) && !relates && !gap.contains(['(', ',', '،']);
    let governing = governing(reading, &around.left, event, around.from).or_else(|| handed_in(reading, index, around));
    governing.filter(|_| lasts)
}

/// "Beiträge für die Tagung können vom … bis … eingereicht werden": German hands in at the end.
fn handed_in(reading: &Reading<'_>, index: usize, around: &Around) -> Option<usize> {
    let end = reading.end(reading.groups[index]);
    let verb = around.right.first().filter(|verb| verb.cue == Cue::Submit)?;
    let directly = reading.text.get(end..verb.start).is_some_and(|gap| gap.trim().is_empty());
    directly.then(|| around.left.iter().find(|cue| cue.cue == Cue::Submit).map_or(around.from, |what| what.start))
}

/// Where the noun begins: "Registration for the congress", "Plazo de inscripción de la feria". A relative clause is the event's own
/// ("registration for the fair that takes place from …", "הרשמה לכנס שיתקיים").
fn governing(reading: &Reading<'_>, left: &[CueFound], event: &CueFound, from: usize) -> Option<usize> {
    let near = |noun: &&CueFound| {
        let gap = reading.text.get(noun.end..event.start).unwrap_or(".");
        let relates = gap.split_whitespace().any(|word| holds(&GRAMMAR.pronouns, &fold(word)));
        words_in(gap) <= WORDS_TO_EVENT && !relates && !gap.contains([',', '.', ';', '(', '،'])
    };
    let is_verb = left.iter().any(|cue| cue.cue == Cue::Held && cue.start == event.start);
    let is_relative = is_verb && reading.text[event.start..].starts_with(['ש', 'ה']);
    let step = |cue: &&CueFound| matches!(cue.cue, Cue::Deadline | Cue::FirstStage) && cue.end <= event.start;
    let steps = || left.iter().rev().find(step);
    let nouns = || reading.beside(Cue::Entering, from, event.start);
    let noun = nouns().next_back().filter(near).or_else(|| nouns().next().filter(near)).or_else(|| steps().filter(near))?;
    (!is_relative).then_some(noun.start)
}

/// From the first day to the last; without a year, within twelve months.
pub(super) fn days(first: &Mention, last: &Mention) -> i64 {
    /// Exact enough to count weeks.
    const DAYS_OF_YEAR: i64 = 365;
    const DAYS_OF_MONTH: i64 = 30;
    if let (Some(first), Some(last)) = (first.date, last.date) {
        return (last - first).num_days();
    }
    let day = |(month, day): (u32, u32)| i64::from(month) * DAYS_OF_MONTH + i64::from(day);
    (day(last.month_day) - day(first.month_day)).rem_euclid(DAYS_OF_YEAR)
}
