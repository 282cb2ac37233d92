//! "No applications will be accepted after 1 September": behind that day nothing is taken, so that it is the last.

use super::clauses::Clause;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// The cues with "after" read as "until" in clauses that turn away what is handed in then. Anywhere else it says nothing of a last day.
pub(super) fn with_last_days(text: &str, clauses: &[Clause], cues: &[CueFound]) -> Vec<CueFound> {
    let mut turned: Vec<(usize, usize)> = Vec::new();
    let mut rest = cues;
    for clause in clauses {
        let within = &rest[..rest.partition_point(|cue| cue.start < clause.end)];
        if turns_away(text, clause, within) {
            turned.extend(within.iter().filter(|cue| cue.cue == Cue::After).map(|cue| (cue.start, cue.end)));
        }
        rest = &rest[within.len()..];
    }
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

/// Does the clause with these cues say that applications are not taken? Not that nobody looks at them before a day, or that projects which
/// begin behind one are none.
fn turns_away(text: &str, clause: &Clause, cues: &[CueFound]) -> bool {
    let says = |wanted: Cue| cues.iter().any(|cue| cue.cue == wanted);
    // "יתקבלו" is a word for what is done with both; what it is done with has to be told.
    let is_verb =
        |cue: &CueFound| cues.iter().any(|taken| taken.cue == Cue::Taken && (taken.start, taken.end) == (cue.start, cue.end));
    let names = |cue: &CueFound| matches!(cue.cue, Cue::Submit | Cue::Applying) && !is_verb(cue);
    let of_applications = says(Cue::After) && says(Cue::Taken) && cues.iter().any(names);
    if !of_applications || says(Cue::Until) || cues.iter().any(|cue| matches!(cue.cue, Cue::Project | Cue::Fee | Cue::Starts)) {
        return false;
    }
    let mut words = text[clause.start..clause.end].split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'));
    words.any(|word| {
        let word = fold(&word.replace('’', "'"));
        holds(&GRAMMAR.negation, &word) || word.starts_with("n'")
    })
}
