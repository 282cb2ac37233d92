//! "The total for this call amounts to": words that say how much something is say nothing of whose it is; what they are said of does.

use super::beside::words_of;
use super::part::{is_of, names_several_grants};
use super::sums::Sum;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::deadline::words_in;

/// Does a word for an award only lead on from a total to its sum? `before` are the cues before the sum.
pub(super) fn amounts_to_total(text: &str, before: &[&CueFound], award: &CueFound, sum: &Sum) -> bool {
    let money = &GRAMMAR.money;
    let leads_on = |cue: &CueFound| says_only(text, cue, &money.amounting);
    let is_given = |cue: &CueFound| says_only(text, cue, &money.given);
    // "The total for the grants": what the total is of, unless their size follows ("in total ten grants of").
    let is_of_grants = |cue: &CueFound| names_several_grants(text, cue) && !is_of(&text[cue.end..sum.start]);
    let says = |cue: &CueFound| match cue.cue {
        Cue::SumAward => !leads_on(cue) && !is_given(cue) && !is_of_grants(cue),
        cue => matches!(cue, Cue::SumTotal | Cue::SumMax),
    };
    let Some(total) = before.iter().rev().find(|cue| cue.end <= award.start && says(cue)) else { return false };
    let is_parted = || text[total.end..award.start].contains([',', ';', '(', '،']);
    let is_bounded = || before.iter().any(|cue| cue.cue == Cue::SumMax && cue.start >= total.end);
    // "The total amount awarded is": the participle is the total's.
    // "The total amount granted to one town is": so much has one.
    let is_of_one = || words_of(&text[award.end..sum.start]).any(|(_, word)| holds(&money.wholes, &word));
    let is_participle = || is_given(award) && words_in(&text[total.end..award.start]) == 0 && !is_of_one();
    // "The total cost is financed with an amount of": what it is paid with is another sum.
    let is_paid_with = || words_of(&text[total.end..award.start]).any(|(_, word)| holds(&money.with, &word));
    let is_small = || leads_on(award) && !is_paid_with() || is_participle() || is_of_grants(award) && !is_bounded();
    award.cue == Cue::SumAward && total.cue == Cue::SumTotal && !is_parted() && is_small()
}

/// Are all words of a cue of a list?
pub(super) fn says_only(text: &str, cue: &CueFound, list: &WordList) -> bool {
    words_of(&text[cue.start..cue.end]).all(|(_, word)| holds(list, &word))
}
