//! Which share of the costs the funder bears: "75 % of the costs", or what "own contribution of 25 %" leaves.

use super::sums::Sum;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::deadline::clauses::Clause;

/// How near a percentage its "of the costs" stands, in bytes.
const SHARE_NEAR: usize = 120;

/// A word within so many of a percentage says what it is a share of.
const WORD_NEAR: usize = 6;

/// Which part of the costs the funder bears.
pub(super) struct Share {
    /// In percent.
    pub(super) rate: f64,
    /// It is named itself, not left over by the applicant's own share.
    pub(super) is_said: bool,
    pub(super) quote: String,
}

/// The funder's share by one percentage: "75 % of the costs", or what "own contribution of 25 %" leaves. `beside` are the
/// percentages before and after: a word nearer to them is theirs.
pub(super) fn funding_share(
    text: &str,
    clause: &Clause,
    cues: &[CueFound],
    sum: &Sum,
    beside: [Option<&Sum>; 2],
) -> Option<Share> {
    let from = clause.start.max(sum.start.saturating_sub(SHARE_NEAR));
    let to = clause.end.min(sum.end.saturating_add(SHARE_NEAR));
    let gap = |cue: &CueFound, sum: &Sum| {
        let (from, to) = if cue.end <= sum.start { (cue.end, sum.start) } else { (sum.end, cue.start) };
        text.get(from..to).map(crate::normalise::deadline::words_in)
    };
    let ours = |cue: &CueFound| {
        let far = gap(cue, sum)?;
        let theirs = beside.into_iter().flatten().filter_map(|other| gap(cue, other)).any(|other| other < far);
        (far <= WORD_NEAR && !theirs).then_some(())
    };
    let first = cues.partition_point(|cue| cue.start < from);
    let near: Vec<&CueFound> = cues[first..].iter().take_while(|cue| cue.end <= to).filter(|cue| ours(cue).is_some()).collect();
    let named = |wanted: Cue| near.iter().find(|cue| cue.cue == wanted);
    let quote = |cue: &CueFound| {
        let end = cue.end.max(sum.end + usize::from(text[sum.end..].starts_with('%')));
        text.get(cue.start.min(sum.start)..end).unwrap_or("").trim().to_owned()
    };
    if let Some(own) = named(Cue::SumOwn) {
        return (0.0 < sum.value && sum.value < 100.0).then(|| Share {
            rate: 100.0 - sum.value,
            is_said: false,
            quote: quote(own),
        });
    }
    // The cost that the share is of is no price.
    let share = named(Cue::SumShare)?;
    let of_share = |cue: &CueFound| cue.start < share.end && share.start < cue.end;
    if near.iter().any(|cue| cue.cue == Cue::SumOther && !of_share(cue)) {
        return None;
    }
    (sum.value <= 100.0).then(|| Share { rate: sum.value, is_said: true, quote: quote(share) })
}
