//! Words that take a deadline back: what is handed in there is not the application itself.

use super::fee;
use super::reading::{Around, Reading};
use super::role::{FAR_AFTER, NEAR_AFTER};
use crate::normalise::cues::{Cue, CueFound};

/// Early birds, RSVPs and questions are handed in too: such a word in the clause takes the deadline back, wherever it stands.
pub(super) fn taken_back(
    reading: &Reading<'_>,
    around: &Around,
    next_has: &impl Fn(&CueFound) -> bool,
    joint: &impl Fn(&CueFound) -> bool,
    named: Option<&CueFound>,
    words_before: &impl Fn(&CueFound) -> usize,
    words_after: &impl Fn(&CueFound) -> usize,
) -> Option<Cue> {
    let before = around.left.iter().rev().find(|cue| match cue.cue {
        // A letter of intent is the first step where those chosen by it hand in more.
        Cue::Intent => !reading.cues.iter().any(|later| later.cue == Cue::SecondStage && later.start > cue.end),
        Cue::Early => true,
        Cue::Report => words_before(cue) <= FAR_AFTER,
        Cue::Age | Cue::Fee | Cue::Info | Cue::Answer => {
            let own = |named: &CueFound| named.start < cue.start || cue.cue == Cue::Fee && fee::is_due(reading, cue, named);
            named.is_none_or(own) && words_before(cue) <= FAR_AFTER && !joint(cue)
        }
        _ => false,
    });
    let after = || {
        around.right.iter().find(|cue| {
            matches!(cue.cue, Cue::Early | Cue::Intent | Cue::Age | Cue::Answer)
                && words_after(cue) <= NEAR_AFTER
                && named.is_none()
                && !next_has(cue)
        })
    };
    before.or_else(after).map(|cue| match cue.cue {
        Cue::Answer => Cue::Results,
        Cue::Report => Cue::Project,
        other => other,
    })
}
