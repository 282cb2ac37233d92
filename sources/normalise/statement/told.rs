//! Sentences in which one votes, or in which it is told who has applied: "until 3 May you can vote", "five cities submitted their bids".
//! The reader is asked for nothing of his own there.

use std::ops::Range;

use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::deadline::words_in;
use crate::normalise::reading::Reading;

/// "Submitted their application files": so many words behind the deed still name what was handed in.
const WORDS_OF_DEED: usize = 2;

/// The sentences in which one votes, and hands in nothing before it.
pub(in crate::normalise) fn voted(reading: &Reading) -> Vec<usize> {
    sentences(reading, |cues, _| {
        let vote = cues.iter().find(|cue| cue.cue == Cue::Voting);
        vote.is_some_and(|vote| !cues.iter().any(|cue| cue.cue == Cue::Submit && cue.start < vote.start))
    })
}

/// The sentences that tell who has applied, and ask nobody to do so.
pub(in crate::normalise) fn applied(reading: &Reading) -> Vec<usize> {
    sentences(reading, |cues, text| {
        let deed = cues.iter().rfind(|cue| cue.cue == Cue::Applied);
        deed.is_some_and(|deed| {
            let asks = |cue: &CueFound| {
                let far = |gap: &str| words_in(gap) > WORDS_OF_DEED;
                cue.cue == Cue::Applying && cue.start >= deed.end && text.get(deed.end..cue.start).is_some_and(far)
            };
            !cues.iter().any(asks)
        })
    })
}

/// The sentences that tell until when somebody stays or serves, or something runs, and in which nothing is handed in.
pub(in crate::normalise) fn stays(reading: &Reading) -> Vec<usize> {
    sentences(reading, |cues, _| {
        let says = |wanted: Cue| cues.iter().any(|cue| cue.cue == wanted);
        let lasts = says(Cue::Staying) || says(Cue::Undertaking) && says(Cue::CarriedOut);
        let calls = [Cue::Submit, Cue::Entering, Cue::Called, Cue::Callable].into_iter().any(says);
        lasts && says(Cue::Until) && !calls
    })
}

fn sentences(reading: &Reading, is: impl Fn(&[CueFound], &str) -> bool) -> Vec<usize> {
    let of = |range: &Range<usize>| -> &[CueFound] {
        let first = reading.cues.partition_point(|cue| cue.start < range.start);
        let last = reading.cues.partition_point(|cue| cue.start < range.end);
        &reading.cues[first..last]
    };
    let ranges = reading.sentences.iter().enumerate();
    ranges.filter(|(_, range)| is(of(range), &reading.text)).map(|(at, _)| at).collect()
}
