//! The day on which one can first hand in: "Applications open on 3 May", "Se abre el plazo de solicitudes el 3 de mayo". The word for the
//! last day or for what is handed in stands beside it and is only what opens.

use super::reach::{FAR_AFTER, NEAR_AFTER};
use super::reading::{Reading, Shape, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// "Applications for the grant open", "Le concours photo de l'été a démarré": so many words at most between what opens and the verb.
const WORDS_TO_VERB: usize = 5;

/// "Se abre el plazo", "es beginnt die Antragsfrist": so many between the verb and what opens, where it follows.
const WORDS_BEHIND_VERB: usize = 1;

/// Is the day at `date` the first, by the cues before it?
pub(super) fn opens(reading: &Reading<'_>, left: &[CueFound], date: usize) -> bool {
    opening_verb(reading, left, date).is_some()
}

/// Does the day of this group fix the year of the last day behind it? Only what surely is of the call: "The call opens on 3 May 2027",
/// "Opening: 3 May 2027".
pub(super) fn is_calls_own(reading: &Reading<'_>, index: usize) -> bool {
    /// "Opening: Monday, the".
    const WORDS_TO_DATE: usize = 2;
    let group = reading.groups[index];
    let start = reading.start(group);
    let around = reading.around(index);
    let near = |cue: &CueFound| words_in(reading.text.get(cue.end..start).unwrap_or("")) <= WORDS_TO_DATE;
    let Some(verb) = around.left.iter().rev().find(|cue| matches!(cue.cue, Cue::Opening | Cue::Starts)) else { return false };
    let is_label = verb.cue == Cue::Opening && words_in(reading.text.get(around.from..verb.start).unwrap_or("")) == 0;
    let called = || around.left.iter().any(|cue| is_call(cue) && cue.end <= verb.start && gap_is(reading, cue, verb, 1));
    group.shape == Shape::Single && near(verb) && (is_label || called())
}

/// "The exhibition opens on 3 May": what takes place does, and nothing is handed in.
pub(super) fn opens_event(reading: &Reading<'_>, left: &[CueFound], date: usize) -> bool {
    let Some(verb) = left.iter().rev().find(|cue| matches!(cue.cue, Cue::Starts | Cue::Opening)) else { return false };
    let is_near = reading.text.get(verb.end..date).is_some_and(|gap| words_in(gap) <= NEAR_AFTER);
    let event = |cue: &CueFound| cue.cue == Cue::Event && cue.end <= verb.start && gap_is(reading, cue, verb, 1);
    is_near && left.iter().any(event) && !left.iter().any(is_call)
}

/// "… and closes on 7 June": the last day of what the day before opens.
pub(super) fn closes_event(left: &[CueFound]) -> bool {
    let Some(verb) = left.iter().find(|cue| matches!(cue.cue, Cue::Closes | Cue::Ends)) else { return false };
    // "… and registration closes on 7 May": that is another thing.
    !left.iter().any(|cue| cue.cue == Cue::Submit || cue.cue == Cue::Deadline && cue.start < verb.start)
}

fn opening_verb<'c>(reading: &Reading<'_>, left: &'c [CueFound], date: usize) -> Option<&'c CueFound> {
    let verb = left.iter().rev().find(|cue| matches!(cue.cue, Cue::Starts | Cue::Opening))?;
    let words_to_date = words_in(reading.text.get(verb.end..date)?);
    let subject = left.iter().any(|cue| {
        let before = cue.end <= verb.start && gap_is(reading, cue, verb, WORDS_TO_VERB);
        is_call(cue) && (before && !parts(left, cue, verb) || is_behind(reading, verb, cue))
    });
    // What else is said between is said of the day: "opens soon and closes on".
    let said_otherwise = left.iter().any(|cue| {
        cue.start >= verb.end
            && match cue.cue {
                Cue::Deadline => !is_behind(reading, verb, cue) || is_end(left, cue),
                Cue::Submit | Cue::Callable | Cue::Applying | Cue::TakingPart | Cue::Cutoff | Cue::From => false,
                _ => true,
            }
    });
    // "Deadline: applications are open 3 May": what a label announces is the last day.
    let labelled = left.iter().any(|cue| {
        cue.cue == Cue::Deadline
            && cue.end <= verb.start
            && reading.text.get(cue.end..verb.start).is_some_and(|gap| gap.trim_start().starts_with(':'))
    });
    (subject && !said_otherwise && !labelled && words_to_date <= FAR_AFTER).then_some(verb)
}

/// What is handed in, by when, and what takes it.
fn is_call(cue: &CueFound) -> bool {
    matches!(cue.cue, Cue::Submit | Cue::Deadline | Cue::Callable)
}

/// "Registration for the course, which begins on": the course does.
fn parts(left: &[CueFound], cue: &CueFound, verb: &CueFound) -> bool {
    left.iter().any(|other| matches!(other.cue, Cue::Event | Cue::Project) && other.start >= cue.end && other.end <= verb.start)
}

/// "Endet am" is a word for the last day and its own verb.
fn is_end(left: &[CueFound], cue: &CueFound) -> bool {
    left.iter().any(|other| matches!(other.cue, Cue::Ends | Cue::Closes) && other.start == cue.start)
}

fn gap_is(reading: &Reading<'_>, cue: &CueFound, verb: &CueFound, most: usize) -> bool {
    reading.text.get(cue.end..verb.start).is_some_and(|gap| words_in(gap) <= most && !gap.contains([',', ';', '،']))
}

/// Does it follow the verb with an article at most, and no "and" or mark between?
fn is_behind(reading: &Reading<'_>, verb: &CueFound, cue: &CueFound) -> bool {
    let Some(gap) = reading.text.get(verb.end..cue.start) else { return false };
    let joins = |word: &str| holds(&GRAMMAR.fee.joining, &fold(word));
    let carries_and = reading.text[cue.start..].starts_with(['ו', 'و']);
    words_in(gap) <= WORDS_BEHIND_VERB
        && !gap.contains(|c: char| !c.is_alphanumeric() && c != ' ' && c != '\'' && c != '’')
        && !gap.split_whitespace().any(joins)
        && !carries_and
}
