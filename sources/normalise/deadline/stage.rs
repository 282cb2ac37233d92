//! The step that a day is of, where its label names an event too: "Deadline for abstracts and workshop proposals: 3 May", "Abstracts for the
//! congress: 3 May", "Annual conference: deadline for abstracts 3 May".

use super::behind::is_label;
use super::reading::{Reading, words_in};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// "Abstracts for the annual congress": so many words at most between the step and the event that it is for.
const WORDS_TO_EVENT: usize = 3;

/// "Deadline for abstracts is 3 May", "abstracts by Friday, 3 May": so many words at most between the step and its day.
const WORDS_TO_DAY: usize = 2;

/// The word for a step beside the event, in one label of the day.
pub(super) fn stage_beside<'c>(
    reading: &Reading<'_>,
    left: &'c [CueFound],
    event: &CueFound,
    date: usize,
) -> Option<&'c CueFound> {
    let gap = |from: usize, to: usize| reading.text.get(from..to).unwrap_or(".");
    let named = left.iter().any(|cue| {
        cue.cue == Cue::Submit
            && cue.start >= event.end
            && gap(event.end, cue.start).trim().is_empty()
            && is_label(gap(cue.end, date))
    });
    let parts = |gap: &str| gap.contains([':', ';', '\n', '.', '|', '،']);
    let steps = || left.iter().filter(|cue| cue.cue == Cue::FirstStage);
    let before = || steps().rfind(|stage| stage.end <= event.start && !parts(gap(stage.end, event.start)));
    // "The deadline for abstracts for the congress is 3 May".
    let leads = |gap: &str| is_label(gap) || holds(&GRAMMAR.fee.being, &fold(gap.trim()));
    let is_object = |stage: &&CueFound| words_in(gap(stage.end, event.start)) <= WORDS_TO_EVENT && leads(gap(event.end, date));
    let behind = || {
        let near =
            |stage: &&CueFound| words_in(gap(stage.end, date)) <= WORDS_TO_DAY && !gap(stage.end, date).contains(['.', ';']);
        steps().rfind(|stage| stage.start >= event.end && near(stage))
    };
    before().filter(|stage| named || is_object(stage)).or_else(behind)
}
