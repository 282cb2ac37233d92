//! "Participants are informed by 10 April by e-mail": the organiser writes to those who applied. The word for the letter is one that
//! applicants use as well.

use super::reach::{FAR_AFTER, NEAR_AFTER, NEAR_WORDS};
use super::reading::{Around, Reading, words_in};
use crate::normalise::cues::{Cue, CueFound};

/// Is nothing said of the day but that an answer comes, and how?
pub(super) fn is_informed(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let is_letter = |cue: &CueFound| {
        let mut letters = [Cue::Channel, Cue::Receiving].into_iter().flat_map(|of| reading.beside(of, around.from, cue.end));
        letters.any(|letter| letter.start < cue.end && cue.start < letter.end)
    };
    let hands_in = |cue: &CueFound| cue.cue == Cue::Submit && !is_letter(cue) || matches!(cue.cue, Cue::Deadline | Cue::Extended);
    let gap_words = |from: usize, to: usize| reading.text.get(from..to).map_or(usize::MAX, words_in);
    let answers = |cue: &CueFound| matches!(cue.cue, Cue::Results | Cue::Answer);
    if around.left.iter().chain(&around.right).any(hands_in) {
        return false;
    }
    let channelled = |from: usize, to: usize| reading.beside(Cue::Channel, from, to).next().is_some();
    let near = |from: usize, to: usize| gap_words(from, to) <= NEAR_AFTER && !reading.text[from..to].contains([':', '.', ',']);
    // "… will be informed by e-mail on 10 April".
    let told = around.left.iter().rev().find(|cue| answers(cue));
    let mut letters = reading.beside(Cue::Channel, around.from, reading.clause(start).1);
    if told.is_some_and(|told| letters.any(|letter| told.end <= letter.start && near(told.end, letter.start))) {
        return true;
    }
    // "You receive by 10 April an e-mail".
    let receives = reading.beside(Cue::Receiving, around.from, start).next_back();
    let leads_on =
        |verb: &CueFound| !reading.text[verb.end..start].contains([',', '،']) && gap_words(verb.end, start) <= NEAR_WORDS;
    if receives.is_some_and(leads_on)
        && reading.beside(Cue::Channel, end, reading.clause(start).1).any(|letter| gap_words(end, letter.start) <= NEAR_AFTER)
    {
        return true;
    }
    let first = around.right.iter().find(|cue| hands_in(cue) || answers(cue)).filter(|cue| answers(cue));
    first.is_some_and(|answer| {
        let gap = reading.text.get(end..answer.start).unwrap_or("");
        words_in(gap) <= FAR_AFTER && !gap.contains([',', '،', ':', '–', '—']) && channelled(end, answer.start)
    })
}
