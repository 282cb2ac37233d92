//! The line of a timetable that tells when those chosen in the first step are invited to the second: nobody hands anything in then.

use super::reading::{Around, Reading, words_in};
use crate::normalise::cues::Cue;

/// "Invitation to apply issued:", "Einladung zum Antrag:": so many words at most behind the word.
const WORDS_BEHIND: usize = 4;

/// Is it the day of such an invitation? A first step has to stand before it, else the call itself is the invitation.
pub(super) fn is_invitation(reading: &Reading<'_>, index: usize, around: &Around) -> bool {
    let start = reading.start(reading.groups[index]);
    let Some(invites) = around.left.iter().find(|cue| cue.cue == Cue::Invitation) else { return false };
    let gap = reading.text.get(invites.end..start).unwrap_or("");
    let leads = words_in(reading.text.get(around.from..invites.start).unwrap_or("")) == 0;
    let is_label = gap.contains([':', '|', '\n', '–', '—']) && words_in(gap) <= WORDS_BEHIND;
    let says_last = around.left.iter().any(|cue| matches!(cue.cue, Cue::Until | Cue::Latest | Cue::Deadline | Cue::Extended));
    let first_step = || {
        let before = reading.cues.iter().take_while(|cue| cue.start < invites.start);
        before.into_iter().any(|cue| matches!(cue.cue, Cue::FirstStage | Cue::Intent))
    };
    leads && is_label && !says_last && first_step()
}
