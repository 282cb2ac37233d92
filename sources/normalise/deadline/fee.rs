//! A fee that is handed in together with something else: "Deadline for registration and payment", "Dossier et paiement avant le …".
//! The day of such a clause is the last one all the same; only where nothing but the fee is due is it a decoy.

use super::reading::Reading;
use crate::lexicon::grammar::{Fee, GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// "Of the whole team": so many words make a complement at most.
const COMPLEMENT_WORDS: usize = 4;

/// What is due together stands together: so far apart at most, in bytes.
const REACH: usize = 240;

/// "Without a fee", "gebührenfrei": so many small words at most lie between.
const WAIVED_WORDS: usize = 2;

/// Is there no fee to pay?
fn is_waived(reading: &Reading<'_>, fee: &CueFound) -> bool {
    let before = reading.text.get(..fee.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().take(WAIVED_WORDS).map(fold);
    let is_free = reading
        .text
        .get(fee.start..)
        .and_then(|rest| rest.split_whitespace().next())
        .is_some_and(|word| fold(word).ends_with("frei"));
    is_free || words.any(|word| holds(&GRAMMAR.fee.waiving, &word))
}

/// Does a word for something to hand in, before or after it, share its day with this fee, or is there none to pay? `left` is in the
/// order of the text.
pub(super) fn is_joint(reading: &Reading<'_>, left: &[CueFound], fee: &CueFound) -> bool {
    if is_waived(reading, fee) {
        return true;
    }
    let from = left.partition_point(|cue| cue.start < fee.start.saturating_sub(REACH));
    let to = left.partition_point(|cue| cue.start <= fee.end.saturating_add(REACH));
    let left = &left[from..to];
    left.iter().filter(|cue| matches!(cue.cue, Cue::Submit | Cue::Deadline | Cue::Extended)).any(|cue| {
        if cue.end <= fee.start {
            joins(reading.text, left, cue.end, fee.start, fee.end)
        } else {
            fee.end <= cue.start && joins(reading.text, left, fee.end, cue.start, cue.end)
        }
    })
}

/// "The fee is due by …", "payment must be received by …", "all fees due: …": does what is said of the day say it of the fee?
pub(super) fn is_due(reading: &Reading<'_>, fee: &CueFound, named: &CueFound) -> bool {
    let Some(gap) = reading
        .text
        .get(fee.end..named.start)
        .filter(|gap| !gap.contains(['.', ';', ':', '\n', '|', '(']) && !gap.contains(", "))
    else {
        return false;
    };
    // "Remaining payments of $1,900 are due".
    let of_sum = |word: &String| word.contains(|c: char| c.is_ascii_digit()) || holds(&GRAMMAR.fee.complement, word);
    let mut words = gap.split_whitespace().map(fold).filter(|word| !of_sum(word));
    fee.end <= named.start && words.all(|word| holds(&GRAMMAR.fee.being, &word))
}

/// Do only a joining word and small words stand in `from..to`? The word in `to..end` may carry its "and" (`ולתשלום`, `ودفع`).
fn joins(text: &str, left: &[CueFound], from: usize, to: usize, end: usize) -> bool {
    let (Some(gap), Some(last)) = (text.get(from..to), text.get(to..end)) else { return false };
    if gap.contains(['.', ';', ':', '(', ')', '\n', '|']) {
        return false;
    }
    let Fee { joining, small, complement, .. } = &GRAMMAR.fee;
    let mut at = from;
    let (mut joined, mut after_small) = (false, false);
    let mut before: Vec<String> = Vec::new();
    for word in gap.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let known = left.iter().any(|cue| matches!(cue.cue, Cue::Submit | Cue::Fee) && cue.start <= start && start < cue.end);
        if word.is_empty() {
            continue;
        }
        let folded = fold(word);
        let behind_small = std::mem::replace(&mut after_small, holds(small, &folded));
        if holds(joining, &folded) || known && carries_and(word) {
            // What stood before the last joining word is of the first thing.
            joined = true;
        } else if joined && !known && !holds(small, &folded) {
            // "Of the stand fee": one word may say which.
            if !behind_small {
                return false;
            }
        } else if !joined && !known {
            before.push(folded);
        }
    }
    let is_complement = before.first().is_none_or(|first| holds(complement, first) && before.len() <= COMPLEMENT_WORDS)
        || before.iter().all(|word| holds(small, word));
    is_complement && (joined || carries_and(last))
}

/// Hebrew and Arabic write "and" in one with the word.
fn carries_and(word: &str) -> bool {
    /// "ו" and two letters more; a shorter word is one of its own.
    const SHORTEST: usize = 4;
    word.starts_with(['ו', 'و']) && word.chars().count() >= SHORTEST
}
