//! Residents: are they asked, or only spoken of?

use super::super::deadline::words_in;
use super::sentence::{Part, near};
use crate::lexicon::{Hit, Role};

/// "Residents of the town with an idea of their own are invited": so many words at most from them to the verb.
const RESIDENT_REACH: usize = 6;

/// Where they begin the sentence.
const RESIDENT_LEADS: usize = 24;

/// "Invites the residents": side by side, with an article at most.
const INVITED_REACH: usize = 2;

/// Are these residents asked: "residents of the town are invited", "invites the residents"? In "a gift to the residents" they are not.
/// Whoever begins the sentence is who it is about, however far off the verb.
pub(super) fn is_asked(resident: &Hit, parts: &[Part<'_>], sentence: &str, start: usize) -> bool {
    let at = resident.start - start;
    // "The number of inhabitants" are nobody.
    let of = |(role, from, _): &Part<'_>| *role == Role::From && from.last + 1 == resident.first;
    let given = sentence[at..].starts_with('ל') || parts.iter().any(of);
    let reach = if words_in(&sentence[..at]) == 0 { RESIDENT_LEADS } else { RESIDENT_REACH };
    parts.iter().filter(|(role, ..)| *role == Role::Apply).any(|(_, apply, _)| {
        let behind = resident.last < apply.first && near(resident, apply, reach) && !given;
        behind || apply.last < resident.first && near(apply, resident, INVITED_REACH)
    })
}
