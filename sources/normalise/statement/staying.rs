//! Sentences that tell how long somebody stays or serves, or something runs or is open: "they serve until 1 August".

use super::sentences_where;
use crate::lexicon::Hit;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::reading::Reading;

/// The sentences that tell until when somebody stays or serves, or something runs, and in which nothing is handed in.
pub(in crate::normalise) fn stays(reading: &Reading) -> Vec<usize> {
    sentences_where(reading, |cues, _, _| {
        let says = |wanted: Cue| cues.iter().any(|cue| cue.cue == wanted);
        let lasts = says(Cue::Staying) || says(Cue::Undertaking) && says(Cue::CarriedOut);
        let calls = [Cue::Submit, Cue::Entering, Cue::Called, Cue::Callable].into_iter().any(says);
        lasts && says(Cue::Until) && !calls
    })
}

/// Is a word for the last day no more than an "until", or a part of "is open daily until"?
pub(in crate::normalise) fn is_until(reading: &Reading, hit: &Hit) -> bool {
    let meets = |cue: &&CueFound| cue.start < hit.end && hit.start < cue.end;
    reading.cues.iter().filter(meets).any(|cue| matches!(cue.cue, Cue::Until | Cue::Event | Cue::Ends))
}
