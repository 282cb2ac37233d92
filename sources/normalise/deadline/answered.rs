//! Days by which others did something, or by which one votes: "all cities submitted their bids before the deadline of 3 May", "vote until
//! 3 May". Nobody hands in anything of his own by such a day.

use super::reach::NEAR_AFTER;
use super::reading::{Around, Reading, words_in};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::statement::{applies_behind, is_deed};

/// What the day at `start..end` is, if it is one of these.
pub(super) fn answered(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize)) -> Option<Cue> {
    let closes = reading.clause(start).1;
    let next = reading.groups.get(reading.groups.partition_point(|group| reading.start(*group) < end));
    let last = next.map_or(closes, |next| reading.start(*next).min(closes));
    if is_voted(reading, around, (start, end), (last, last == closes)) {
        return Some(Cue::Voting);
    }
    has_applied(reading, around, (start, end), last).then_some(Cue::Applied)
}

/// "Vote for your favourite until", "until 3 May you can vote": nothing is handed in before it is said that one votes. What is voted for
/// ("the entries") stands behind. The clause ends at `last`, or another day begins there; that may be the day of what is handed in.
fn is_voted(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize), (last, is_only): (usize, bool)) -> bool {
    // "Photos are due on 3 March, the public votes until 3 May": behind a comma another thing is done. "Until 3 May, vote for your
    // favourite" goes on.
    let parts = |gap: &str| gap.contains([',', ';', '،']);
    let submits = |cue: &CueFound| cue.cue == Cue::Submit;
    let before = reading.beside(Cue::Voting, around.from, start).next();
    let behind = || {
        let near = |word: &&CueFound| {
            let goes_on = || !around.left.iter().chain(&reading.cues_between(end, word.start)).any(submits);
            reading.text.get(end..word.start).is_some_and(|gap| words_in(gap) <= NEAR_AFTER && (!parts(gap) || goes_on()))
        };
        reading.beside(Cue::Voting, end, last).next().filter(near)
    };
    let Some(vote) = before.or_else(behind) else { return false };
    if applies_behind(reading.text, vote, &reading.cues_between(vote.end, if is_only { last } else { start })) {
        return false;
    }
    let parted = |cue: &CueFound| reading.text.get(cue.end..vote.start).is_none_or(parts);
    let hands_in = |cue: &CueFound| submits(cue) && cue.start < vote.start && !parted(cue);
    !around.left.iter().any(hands_in) && !reading.cues_between(end, vote.start.max(end)).iter().any(hands_in)
}

/// "Five cities met the deadline", "haben ihre Bewerbung bis 3. Mai eingereicht". "Towns that submitted their report last year may apply
/// again until" goes on to those who have not.
fn has_applied(reading: &Reading<'_>, around: &Around, (start, end): (usize, usize), last: usize) -> bool {
    let directly = |deed: &CueFound| reading.text.get(end..deed.start).is_some_and(|gap| words_in(gap) == 0);
    let before = || reading.beside(Cue::Applied, around.from, start).next_back();
    let behind = || reading.beside(Cue::Applied, end, last).next().filter(|deed| directly(deed));
    let Some(deed) = before().or_else(behind) else { return false };
    let whole = (reading.clause(start).0, last);
    is_deed(reading.text, whole, deed, &around.left)
}
