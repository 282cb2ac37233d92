//! Words that take a deadline back: what is handed in there is not the application itself.

use super::afterwards::of_it;
use super::fee;
use super::reach::{FAR_AFTER, NEAR_AFTER};
use super::reading::{Around, Reading, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// Early birds, RSVPs and questions are handed in too: such a word in the clause takes the deadline back, wherever it stands.
pub(super) fn taken_back(
    reading: &Reading<'_>,
    around: &Around,
    next_has: &impl Fn(&CueFound) -> bool,
    joint: &impl Fn(&CueFound) -> bool,
    named: Option<&CueFound>,
    (start, end): (usize, usize),
) -> Option<Cue> {
    if is_given_up(reading, around, (start, end)) {
        return Some(Cue::Withdrawal);
    }
    let words_before = |cue: &CueFound| words_in(reading.text.get(cue.end..start).unwrap_or(""));
    let words_after = |cue: &CueFound| words_in(reading.text.get(end..cue.start).unwrap_or(""));
    let before = around.left.iter().rev().find(|cue| match cue.cue {
        Cue::Intent | Cue::Info if begins_anew(reading.text, &around.left, cue) => false,
        // A letter of intent is the first step where those chosen by it hand in more.
        Cue::Intent => !reading.cues.iter().any(|later| later.cue == Cue::SecondStage && later.start > cue.end),
        Cue::Early => !is_shared(reading, &around.left, cue),
        Cue::Report => words_before(cue) <= FAR_AFTER,
        Cue::Age | Cue::Fee | Cue::Info | Cue::Answer => {
            let own = |named: &CueFound| named.start < cue.start || cue.cue == Cue::Fee && fee::is_due(reading, cue, named);
            named.is_none_or(own) && words_before(cue) <= FAR_AFTER && !joint(cue)
        }
        _ => false,
    });
    let after = || {
        around.right.iter().find(|cue| {
            matches!(cue.cue, Cue::Early | Cue::Intent | Cue::Age | Cue::Answer)
                && words_after(cue) <= NEAR_AFTER
                && named.is_none()
                && !next_has(cue)
                && !(cue.cue == Cue::Intent
                    && (joins_on(reading.text.get(end..cue.start).unwrap_or("")) || is_enclosed(reading, end, cue)))
        })
    };
    before.or_else(after).map(|cue| match cue.cue {
        Cue::Answer => Cue::Results,
        Cue::Report => Cue::Project,
        other => other,
    })
}

/// "Send by 3 May: letter of intent, application form and budget": one of the papers that are handed in.
fn is_enclosed(reading: &Reading<'_>, end: usize, cue: &CueFound) -> bool {
    let listed = reading.text.get(end..cue.start).is_some_and(|gap| gap.contains(':'));
    let rest = reading.text.get(cue.end..).unwrap_or("").trim_start();
    listed && (rest.starts_with([',', '،', ';']) || joins_on(rest.split_whitespace().next().unwrap_or("")))
}

/// "Early registration and abstracts": what is handed in besides is due on that day.
pub(super) fn is_shared(reading: &Reading<'_>, left: &[CueFound], early: &CueFound) -> bool {
    left.iter().filter(|cue| cue.cue == Cue::Submit && cue.start >= early.end).any(|cue| {
        let gap = reading.text.get(early.end..cue.start).unwrap_or("");
        let joined =
            words_in(gap) <= 1 && (joins_on(gap) || gap.trim().is_empty() && reading.text[cue.start..].starts_with(WITH_AND));
        joined && reading.beside(Cue::Entering, cue.start, cue.end).next().is_none()
    })
}

/// "Registration can be cancelled until", "Die Anmeldung kann bis … storniert werden": those who are in leave again. "Registration and
/// cancellation until" is both, and "should the fair be cancelled, entries are kept; send them by" goes on to the entry.
fn is_given_up(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let enters = |cue: &&CueFound| matches!(cue.cue, Cue::Submit | Cue::Deadline | Cue::Extended);
    let stands = |word: &&CueFound| {
        let parted = |cue: &CueFound| {
            let gap = reading.text.get(word.end..cue.start).unwrap_or("");
            gap.contains([',', ';', ':', '،', '؛'])
        };
        // "Towns that had to cancel their fair can apply until": the application is not what is cancelled.
        let apart = |cue: &CueFound| cue.cue == Cue::Applying && !of_it(reading, word.end, cue.start);
        let mut later = around.left.iter().filter(|cue| cue.start >= word.end);
        let anew = later.any(|cue| enters(&cue) && parted(cue) || apart(cue));
        let both = around.left.iter().filter(enters).filter(|cue| cue.end <= word.start).any(|cue| {
            let gap = reading.text.get(cue.end..word.start).unwrap_or("");
            words_in(gap) <= 1
                && (joins_on(gap) || is_or(gap) || gap.trim().is_empty() && reading.text[word.start..].starts_with(WITH_AND))
        });
        !anew && !both
    };
    let before = reading.beside(Cue::Withdrawal, around.from, start).next_back().filter(stands);
    // German puts the verb last.
    let behind = |word: &CueFound| {
        let gap = reading.text.get(end..word.start).unwrap_or(".");
        let is_verb = reading.text[word.start..].starts_with(char::is_lowercase);
        is_verb && words_in(gap) <= 2 && !joins_on(gap) && !gap.contains(|c: char| !c.is_alphanumeric() && c != ' ')
    };
    before.is_some() || reading.beside(Cue::Withdrawal, end, reading.clause(start).1).next().is_some_and(behind)
}

/// "Watch the webinar and submit your application by …", "after the information session, applications can be sent until …": behind a
/// comma or an "and" the application is what the day is said of. "Questions on applications" are questions.
fn begins_anew(text: &str, left: &[CueFound], step: &CueFound) -> bool {
    left.iter().filter(|cue| cue.cue == Cue::Applying && cue.start >= step.end).any(|applying| {
        let (gap, word) = (text.get(step.end..applying.start).unwrap_or(""), text.get(applying.start..).unwrap_or(""));
        gap.contains([',', ';', '،', '؛']) || gap.split_whitespace().any(joins) || word.starts_with(WITH_AND)
    })
}

/// "… by 5 January and answer five questions": behind an "and" something else is asked.
fn joins_on(gap: &str) -> bool {
    gap.split_whitespace().next().is_some_and(|word| joins(word) || word.starts_with(WITH_AND))
}

/// "Registration or cancellation by".
fn is_or(gap: &str) -> bool {
    holds(&GRAMMAR.money.either, &fold(gap.trim()))
}

fn joins(word: &str) -> bool {
    holds(&GRAMMAR.fee.joining, &fold(word))
}

/// "And" is a letter of the word itself in Hebrew and in Arabic.
const WITH_AND: [char; 2] = ['ו', 'و'];
