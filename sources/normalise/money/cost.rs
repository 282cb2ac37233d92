//! What a project costs, and how much of it is borne: "project costs of at most €90,000" bound the costs, "of the project costs at most
//! €9,000 is paid back" the grant.

use super::beside::words_of;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};

/// "Je Verein bezuschusst": so many words behind a sum may the verb of its sentence stand.
const VERB_WITHIN: usize = 4;

/// "Projektkosten", "project costs".
pub(super) fn is_cost(words: &str) -> bool {
    words_of(words).any(|(_, word)| GRAMMAR.money.costs.iter().any(|cost| word.ends_with(cost.as_str())))
}

/// Does a stretch say that costs are borne by who gives?
pub(super) fn bears(stretch: &str) -> bool {
    words_of(stretch).any(|(_, word)| holds(&GRAMMAR.money.bearing, &word))
}

/// Are these costs borne up to the bound behind them, among the cues `before` a sum, as a verb says before the bound or `behind` the sum?
pub(super) fn is_borne(text: &str, before: &[&CueFound], costs: &CueFound, behind: &str) -> bool {
    let bound = before.iter().find(|cue| cue.cue == Cue::SumMax && cue.start >= costs.end);
    let verb = |bound: &CueFound| {
        let end = words_of(behind).nth(VERB_WITHIN).map_or(behind.len(), |(at, _)| at);
        bears(&text[costs.end..bound.start]) || bears(&behind[..end])
    };
    is_cost(&text[costs.start..costs.end]) && bound.is_some_and(|bound| verb(bound))
}
