//! "No applications will be accepted after 1 September": behind that day nothing is taken, so that it is the last.

use super::clauses::Clause;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// The cues with "after" read as "until" in clauses that turn away what comes then. Anywhere else it says nothing of a last day.
pub(super) fn with_last_days(text: &str, clauses: &[Clause], cues: &[CueFound]) -> Vec<CueFound> {
    let refuses = |cue: &CueFound| clause_of(clauses, cue.start).is_some_and(|clause| turns_away(text, clause, cues));
    let turned: Vec<(usize, usize)> =
        cues.iter().filter(|cue| cue.cue == Cue::After && refuses(cue)).map(|cue| (cue.start, cue.end)).collect();
    let read = |cue: CueFound| {
        let is_turned = turned.binary_search(&(cue.start, cue.end)).is_ok();
        match cue.cue {
            Cue::After => is_turned.then_some(CueFound { cue: Cue::Until, ..cue }),
            Cue::Taken => None,
            // "Après le" also says from when.
            _ => (!is_turned).then_some(cue),
        }
    };
    cues.iter().copied().filter_map(read).collect()
}

fn clause_of(clauses: &[Clause], at: usize) -> Option<&Clause> {
    clauses.get(clauses.partition_point(|clause| clause.end <= at))
}

/// Does the clause say that something is not taken?
fn turns_away(text: &str, clause: &Clause, cues: &[CueFound]) -> bool {
    let from = cues.partition_point(|cue| cue.start < clause.start);
    let taken = cues[from..].iter().take_while(|cue| cue.start < clause.end).any(|cue| cue.cue == Cue::Taken);
    let mut words = text[clause.start..clause.end].split(|c: char| !c.is_alphabetic() && c != '\'');
    taken && words.any(|word| holds(&GRAMMAR.negation, &fold(word)))
}
