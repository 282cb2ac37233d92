//! The days on which something is held, though the sentence began with a word for a day that was moved.

use super::reading::Reading;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// Does a verb of taking place lead on to the date ("… which will be held in Leeds on"), with no mark or "is" between?
pub(super) fn is_held_on(reading: &Reading<'_>, left: &[CueFound], verb: &CueFound, date: usize) -> bool {
    let held = left.iter().any(|cue| cue.cue == Cue::Held && cue.start == verb.start);
    let gap = reading.text.get(verb.end..date).unwrap_or(",");
    let outside = gap.split_once(')').filter(|(inner, _)| inner.contains('(')).map_or(gap, |(_, rest)| rest);
    let is = gap.split(|c: char| !c.is_alphanumeric()).any(|word| holds(&GRAMMAR.fee.being, &fold(word)));
    // "The closing of the list takes place on": what is held is the last day itself.
    let event = left.iter().any(|cue| {
        let named = || left.iter().any(|named| matches!(named.cue, Cue::Deadline | Cue::Extended) && named.start < cue.start);
        cue.cue == Cue::Event && cue.end <= verb.start && named()
    });
    held && event && !is && !outside.contains([',', ')', ':', ';', '–', '—', '،', '\n', '|'])
}
