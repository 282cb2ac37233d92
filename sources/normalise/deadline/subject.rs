//! What it is that begins or ends: "ends on 3 May" is said of a call as well as of the course, the project or the money. Where the
//! sentence names a call, an application or the time for it, the day is the last one; where it names what is carried out or attended, it
//! is none; of all else it may be.

use super::reading::{Reading, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// "The second annual fair", "Comienza el curso": so many words at most stand before what a sentence is about.
const WORDS_BEFORE_HEAD: usize = 3;

/// "The project in Haifa ends": so many stand behind it, before its verb.
const WORDS_BEHIND_HEAD: usize = 2;

/// "Endet die Frist", "ينتهي المشروع": so many lie between the verb and the subject behind it.
const WORDS_BEHIND_VERB: usize = 1;

/// What a sentence tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A call, an application, the time for it.
    Call,
    /// What takes place.
    Event,
    /// What is carried out, or takes its time from a first day to a last.
    Undertaking,
    /// Something of which nothing is known.
    Other,
    /// Nothing: "Closes on 3 May".
    Untold,
}

/// What the verb ends that leads on to `date`.
pub(super) fn subject(reading: &Reading<'_>, verb: &CueFound, date: usize) -> Subject {
    let (from, _) = reading.clause(verb.start);
    // "Endet die Frist am", "ينتهي المشروع في": the subject may follow its verb.
    let behind = || reading.cues_between(verb.end, date);
    // "Call closes on": the phrase holds the subject and its verb.
    let before: Vec<CueFound> = reading.cues_between(from, verb.end).into_iter().filter(|cue| cue.start < verb.start).collect();
    let calls = |cues: &[CueFound]| cues.iter().any(|cue| is_call(reading, cue, verb));
    let entered = || [Cue::Entering, Cue::Called].into_iter().any(|of| reading.beside(of, from, verb.start).next().is_some());
    if calls(&before) || calls(&behind()) || entered() {
        return Subject::Call;
    }
    // "Stand sales for the fair close on": what the sentence is about stands at its head.
    let heads = |cue: &CueFound| {
        let behind = cue.start >= verb.end;
        let lead = reading.text.get(if behind { verb.end } else { from }..cue.start).unwrap_or("");
        let lead = lead.rsplit([',', '،']).next().unwrap_or(lead);
        words_in(lead) <= if behind { WORDS_BEHIND_VERB } else { WORDS_BEFORE_HEAD }
    };
    let is_event = |cue: &CueFound| cue.cue == Cue::Event && cue.start != verb.start && heads(cue);
    if before.iter().any(is_event) || behind().iter().any(is_event) {
        return Subject::Event;
    }
    if reading.beside(Cue::Shuts, verb.start, verb.end).next().is_some() {
        return Subject::Call;
    }
    let begins = before.iter().find(|cue| matches!(cue.cue, Cue::Starts | Cue::Opening));
    // "The Climate Measures Grant ends on": the last noun is what ends.
    let ends = begins.map_or(verb.start, |begins| begins.start);
    let is_last = |cue: &CueFound| {
        cue.start >= verb.end
            || reading.text.get(cue.end..ends.max(cue.end)).is_some_and(|gap| words_in(gap) <= WORDS_BEHIND_HEAD)
    };
    if reading.beside(Cue::Undertaking, from, date).any(|cue| heads(cue) && is_last(cue)) {
        return Subject::Undertaking;
    }
    let told = reading.text.get(from..begins.map_or(verb.start, |begins| begins.start)).unwrap_or("");
    // What opens may be a call, what begins is none.
    let opens = |begins: &CueFound| before.iter().any(|cue| cue.cue == Cue::Opening && cue.start == begins.start);
    match (names(told), begins.is_some_and(|begins| !opens(begins))) {
        // "The placement begins on 3 May and ends on 5 June".
        (true, true) => Subject::Undertaking,
        // "It begins on 3 May and ends on 5 June".
        (true, false) | (false, true) => Subject::Other,
        (false, false) => Subject::Untold,
    }
}

/// Where the call begins of which this verb says that it runs: "Der Aufruf für Projekte läuft bis", "L'appel se déroule jusqu'au". Of an event
/// the verb says when it takes place.
pub(super) fn running_call(reading: &Reading<'_>, left: &[CueFound], verb: &CueFound) -> Option<usize> {
    /// "The call for small projects runs until".
    const WORDS_TO_VERB: usize = 3;
    let call = left.iter().rev().find(|cue| cue.cue == Cue::Callable && cue.end <= verb.start)?;
    let gap = reading.text.get(call.end..verb.start)?;
    let is_event = |cue: &CueFound| cue.cue == Cue::Event && cue.end <= verb.start;
    let near = words_in(gap) <= WORDS_TO_VERB && !gap.contains([',', '.', ';', ':', '(', '،']);
    (near && !left.iter().any(is_event)).then_some(call.start)
}

/// What is handed in, by when, and what takes it.
fn is_call(reading: &Reading<'_>, cue: &CueFound, verb: &CueFound) -> bool {
    let is_undertaking = || reading.beside(Cue::Undertaking, cue.start, cue.end).next().is_some();
    match cue.cue {
        Cue::Submit => !is_undertaking(),
        Cue::Deadline | Cue::Extended => cue.start < verb.start || cue.start >= verb.end,
        Cue::Callable | Cue::Applying | Cue::Cutoff | Cue::FirstStage | Cue::SecondStage => true,
        _ => false,
    }
}

/// Do the words before a verb name something, and not only point back to it ("it ends on", "and closes on")?
fn names(told: &str) -> bool {
    let points_back = |word: &str| {
        let word = fold(word);
        holds(&GRAMMAR.pronouns, &word) || holds(&GRAMMAR.fee.joining, &word)
    };
    told.split(|c: char| !c.is_alphanumeric()).any(|word| words_in(word) > 0 && !points_back(word))
}
