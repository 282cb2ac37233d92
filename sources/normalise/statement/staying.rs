//! Sentences that tell how long somebody stays or serves, or something runs: "they serve until 1 August".

use super::sentences_where;
use crate::normalise::cues::Cue;
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
