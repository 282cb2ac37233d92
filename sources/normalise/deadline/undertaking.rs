//! By when what is funded has to begin, run or end: "The projects have to start before 31 March". In Romance languages and in Hebrew
//! "project" is also what is handed in, and only the verb tells them apart. Of people the verb alone says that they stay or serve.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, words_in};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::wording::folded_words;

/// "Have to be carried out, by the latest, before": so many words at most from the verb to the date.
const WORDS_TO_DATE: usize = 5;

/// "Work in the town hall of the twin town until": so many words at most from the verb of a stay to its last day.
const WORDS_OF_A_STAY: usize = 8;

/// Is the day by the words around it one of the project's own, and nothing handed in by it?
pub(super) fn is_carried_out(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let (_, last) = reading.clause(start);
    if reading.beside(Cue::Undertaking, around.from, start).next().is_none() {
        return false;
    }
    let near = |from: usize, to: usize, most: usize| {
        reading.text.get(from..to).is_some_and(|gap| words_in(gap) <= most && !gap.contains([',', '،', ':']))
    };
    let before = reading.beside(Cue::CarriedOut, around.from, start).any(|verb| near(verb.end, start, WORDS_TO_DATE));
    // German puts the verb last.
    let behind = || {
        let mut verbs = reading.beside(Cue::CarriedOut, end, last);
        verbs.any(|verb| near(end, verb.start, NEAR_AFTER) && !hands_in(reading, &reading.cues_between(end, verb.start)))
    };
    // "The call for projects runs until".
    let of = |wanted: Cue| reading.beside(wanted, around.from, start).next().is_some();
    let is_call = of(Cue::Entering) || of(Cue::Called) || around.left.iter().any(|cue| cue.cue == Cue::Callable);
    !is_call && !hands_in(reading, &around.left) && (before || behind())
}

/// "They do their voluntary service until 3 May": until then somebody stays or serves, and nothing is handed in. What stays open is a call.
pub(super) fn is_stay(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let (_, last) = reading.clause(start);
    let enters = |cue: &CueFound| {
        matches!(cue.cue, Cue::Submit | Cue::Applying | Cue::Deadline | Cue::Extended | Cue::Callable | Cue::Opening | Cue::Begin)
    };
    let entering = |from: usize, to: usize| {
        reading.cues_between(from, to).iter().any(enters) || reading.beside(Cue::Entering, from, to).next().is_some()
    };
    let leads_on = |verb: &CueFound| {
        let gap = reading.text.get(verb.end..start).unwrap_or(",");
        words_in(gap) <= WORDS_OF_A_STAY
            && !gap.contains([',', '،', ':', ';', '\n'])
            && !is_aside(reading.text.get(around.from..verb.start).unwrap_or(""), gap)
    };
    reading.beside(Cue::Staying, around.from, start).next_back().is_some_and(leads_on)
        && !entering(around.from, start)
        && !entering(end, last)
}

/// "Show how people live in", "towns that serve … have until": the verb of a stay says only of whom or of what something else is said.
fn is_aside(before: &str, behind: &str) -> bool {
    let has_word = |stretch: &str, list: &WordList| folded_words(stretch).any(|word| holds(list, &word));
    has_word(before, &GRAMMAR.staying.subordinate) || has_word(behind, &GRAMMAR.staying.having)
}

/// A word for handing in that is no word for the project itself.
fn hands_in(reading: &Reading<'_>, cues: &[CueFound]) -> bool {
    let is_own = |cue: &CueFound| {
        let of = |wanted: Cue| reading.beside(wanted, cue.start, cue.end).next().is_some();
        of(Cue::Undertaking) || of(Cue::CarriedOut)
    };
    cues.iter().filter(|cue| matches!(cue.cue, Cue::Submit | Cue::Deadline | Cue::Extended)).any(|cue| !is_own(cue))
}
