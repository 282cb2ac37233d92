//! By when what is funded has to begin, run or end: "The projects have to start before 31 March". In Romance languages and in Hebrew
//! "project" is also what is handed in, and only the verb tells them apart.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, words_in};
use crate::normalise::cues::{Cue, CueFound};

/// "Have to be carried out, by the latest, before": so many words at most from the verb to the date.
const WORDS_TO_DATE: usize = 5;

/// Is the day by the words around it one of the project's own, and nothing handed in by it?
pub(super) fn is_carried_out(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> bool {
    let (_, last) = reading.clause(start);
    let near = |from: usize, to: usize, most: usize| {
        reading.text.get(from..to).is_some_and(|gap| words_in(gap) <= most && !gap.contains([',', '،', ':']))
    };
    // "The volunteers serve in our town until": people stay and work as projects run.
    let stays = reading.beside(Cue::Staying, around.from, start).any(|verb| near(verb.end, start, WORDS_TO_DATE));
    if !stays && reading.beside(Cue::Undertaking, around.from, start).next().is_none() {
        return false;
    }
    let before = reading.beside(Cue::CarriedOut, around.from, start).any(|verb| near(verb.end, start, WORDS_TO_DATE));
    // German puts the verb last.
    let behind = || {
        let mut verbs = reading.beside(Cue::CarriedOut, end, last);
        verbs.any(|verb| near(end, verb.start, NEAR_AFTER) && !hands_in(reading, &reading.cues_between(end, verb.start)))
    };
    // "The call for projects runs until".
    let of = |wanted: Cue| reading.beside(wanted, around.from, start).next().is_some();
    let is_call = of(Cue::Entering) || of(Cue::Called) || around.left.iter().any(|cue| cue.cue == Cue::Callable);
    !is_call && !hands_in(reading, &around.left) && (stays || before || behind())
}

/// A word for handing in that is no word for the project itself.
fn hands_in(reading: &Reading<'_>, cues: &[CueFound]) -> bool {
    let is_own = |cue: &CueFound| {
        let of = |wanted: Cue| reading.beside(wanted, cue.start, cue.end).next().is_some();
        of(Cue::Undertaking) || of(Cue::CarriedOut)
    };
    cues.iter().filter(|cue| matches!(cue.cue, Cue::Submit | Cue::Deadline | Cue::Extended)).any(|cue| !is_own(cue))
}
