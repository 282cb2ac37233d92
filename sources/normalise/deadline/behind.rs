//! What a date is by the words behind it, where none stands before: "3 May 2027: deadline", "7 June – ceremony". A word behind it may lead
//! on to the next date instead.

use std::ops::RangeInclusive;

use super::claim::{Claim, Strength};
use super::reach::{FAR_AFTER, NEAR_WORDS};
use super::reading::{Around, Reading, Shape, leads_to_day, words_in};
use super::role::{Role, is_speaking};
use super::window::days;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;
use crate::normalise::wording::folded_words;

/// With nothing before the date, what follows it says what it is: "3 May 2027: deadline", "7 June – ceremony".
pub(super) fn by_what_follows(
    reading: &Reading<'_>,
    around: &Around,
    shape: Shape,
    index: usize,
    words_after: &impl Fn(&CueFound) -> usize,
    bare: Claim,
) -> Role {
    let near = || {
        let speaking = |cue: &&CueFound| is_speaking(cue.cue) || names_step(cue.cue);
        around.right.iter().filter(speaking).filter(|cue| words_after(cue) <= FAR_AFTER && !is_of_the_next(reading, index, cue))
    };
    // "3 May: applications open", "3 May (abstract submission deadline)", "3 May: proposal submission portal closes": what happens to the step
    // says more than what is handed in.
    let of_step = || {
        let step = near().take_while(|cue| names_step(cue.cue)).last()?;
        let said = near().find(|cue| !names_step(cue.cue))?;
        let gap = reading.text.get(step.end..said.start)?;
        let joined = !gap.contains([',', ';', '،']) && words_in(gap) <= 1;
        (joined && matches!(said.cue, Cue::Deadline | Cue::Extended | Cue::Opening)).then_some(said)
    };
    let group = reading.groups[index];
    // "2027-03-04 Apply by 7 June": the word leads on to the next day, and the first is the page's.
    let leads_on = |cue: &CueFound| {
        let blank = |from: usize, to: usize| reading.text.get(from..to).is_some_and(|gap| gap.chars().all(|c| c == ' '));
        let next = reading.groups.get(index + 1).map(|next| reading.start(*next));
        blank(reading.end(group), cue.start) && next.is_some_and(|next| blank(cue.end, next))
    };
    if near().next().is_some_and(leads_on) {
        return Role::Plain;
    }
    let speaking = of_step().or_else(|| near().next());
    match speaking {
        Some(cue) => match cue.cue {
            Cue::Deadline | Cue::Extended => {
                Role::Deadline(Claim { strength: Strength::Named, to: Some(cue.end), rule: "due_by", ..bare })
            }
            _ if names_step(cue.cue) && is_label(reading.text.get(reading.end(group)..cue.start).unwrap_or("")) => {
                Role::Deadline(Claim { strength: Strength::Handing, to: Some(cue.end), rule: "label", ..bare })
            }
            // "From 25 April to 23 July cities can apply": the sentence begins with the time in which they can.
            _ if names_step(cue.cue) && shape == Shape::Range && begins_with_window(reading, around, index, cue) => {
                Role::Deadline(Claim { strength: Strength::Handing, to: Some(cue.end), rule: "span", ..bare })
            }
            _ if names_step(cue.cue) => Role::Plain,
            Cue::Event => Role::Event,
            Cue::Opening => Role::Opening,
            Cue::Published => Role::Published,
            other => Role::Decoy(other),
        },
        None if around.alone && shape == Shape::Single && reading.mentions[group.last].time.is_some() => Role::Deadline(bare),
        None => Role::Plain,
    }
}

/// Does the clause begin with a span as long as a call is open, and end with applying, or go on to what for? "From 1 May to 30 June cities can
/// apply what they have learned" is another verb.
fn begins_with_window(reading: &Reading<'_>, around: &Around, index: usize, verb: &CueFound) -> bool {
    /// A week is enough, and no call is open for longer than this.
    const LASTS: RangeInclusive<i64> = 7..=200;
    let group = reading.groups[index];
    let (from, to) = reading.clause(reading.start(group));
    let lasts = LASTS.contains(&days(&reading.mentions[group.first], &reading.mentions[group.last]));
    let applies = around.right.iter().any(|cue| cue.cue == Cue::Applying && cue.start < verb.end && verb.start < cue.end);
    let begins = words_in(reading.text.get(from..reading.start(group)).unwrap_or(".")) <= 1;
    let told = reading.is_past(reading.start(group)) || reading.beside(Cue::Applied, from, to).next().is_some();
    let rest = reading.text.get(verb.end..to).unwrap_or("");
    let what_for = |word: String| holds(&GRAMMAR.later.applied_for, &word);
    let ends = folded_words(rest).next().is_none_or(what_for) || hands_in_only(reading, verb.end, to);
    lasts && applies && begins && ends && !told
}

/// "… können Anträge stellen", "… can apply online": do nothing but words for handing in and small ones follow?
fn hands_in_only(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    /// "Submit their applications by e-mail to the secretariat".
    const LONGEST: usize = 80;
    let rest = reading.text.get(from..to).filter(|rest| rest.len() <= LONGEST).unwrap_or(".");
    let cues = reading.cues_between(from, to);
    let hands_in = |at: usize| {
        let covers = |cue: &CueFound| matches!(cue.cue, Cue::Submit | Cue::Applying) && (cue.start..cue.end).contains(&at);
        cues.iter().any(covers) || reading.beside(Cue::Channel, from, to).any(|cue| (cue.start..cue.end).contains(&at))
    };
    let starts = rest
        .char_indices()
        .filter(|(at, c)| c.is_alphabetic() && rest[..*at].chars().next_back().is_none_or(|before| !before.is_alphabetic()));
    let word = |at: usize| rest[at..].split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let small = |word: &str| holds(&GRAMMAR.fee.small, &fold(word)) || fold(word) == "online";
    starts.map(|(at, _)| at).all(|at| hands_in(from + at) || small(word(at)))
}

/// "The call was released on 5 March and the deadline is 5 May", "begins on 3 May with a dinner and ends on 5 May": behind a comma or
/// an "and" the word leads on to the next date, and says nothing of the one before it.
fn is_of_the_next(reading: &Reading<'_>, index: usize, cue: &CueFound) -> bool {
    let Some(next) = reading.groups.get(index + 1).map(|next| reading.start(*next)) else { return false };
    let (Some(gap), Some(on)) =
        (reading.text.get(reading.end(reading.groups[index])..cue.start), reading.text.get(cue.end..next))
    else {
        return false;
    };
    let joins = |word: &str| holds(&GRAMMAR.fee.joining, &fold(word));
    // "30 March 2027 (application deadline: 2 March 2027)": the brackets hold the last day of what takes place on the day before them.
    let opens = gap.trim_start().starts_with('(') && !gap.contains(')');
    let moved = reading.cues_between(cue.end, next).iter().any(|cue| matches!(cue.cue, Cue::From | Cue::Extended | Cue::Former));
    let joined =
        opens && !moved || gap.contains([',', '،']) || gap.split_whitespace().any(joins) || carries_and(reading.text, cue);
    // "… and the closing date is" above "5 May".
    let broken = on.split_once('\n').is_some_and(|(line, _)| words_in(line) == 0 || !leads_to_day(line));
    let leads_on = words_in(on) <= NEAR_WORDS && !broken && !on.contains([',', '،', ';', '|', '(', ')']);
    matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Submit | Cue::FirstStage) && joined && leads_on
}

/// "And" is a letter of the word itself in Hebrew and in Arabic.
fn carries_and(text: &str, cue: &CueFound) -> bool {
    text.get(cue.start..).is_some_and(|word| word.starts_with(['ו', 'و']))
}

/// What is handed in, or in which step.
fn names_step(cue: Cue) -> bool {
    matches!(cue, Cue::Submit | Cue::FirstStage | Cue::SecondStage)
}

/// Only punctuation (a colon, a dash, a cell wall) and a word or two between a label and its date; before a colon some more
/// ("Complete applications, in a single PDF: 3 May").
pub(super) fn is_label(between: &str) -> bool {
    const WORDS: usize = 2;
    const WORDS_BEFORE_COLON: usize = 5;
    let most = if between.trim_end().ends_with(':') && !between.contains('.') { WORDS_BEFORE_COLON } else { WORDS };
    between.contains([':', '|', '–', '-', '—', '\n']) && words_in(between) <= most
}
