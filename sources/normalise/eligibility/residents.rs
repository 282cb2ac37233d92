//! Residents: are they asked, or only spoken of?

use super::super::deadline::words_in;
use super::sentence::{Part, near};
use crate::lexicon::grammar::GRAMMAR;
use crate::lexicon::{Hit, Role};

/// "240 thousand residents": the number stands at most so many words before those who are counted.
const COUNT_WORDS: usize = 2;

/// "Residents of the town with an idea of their own are invited": so many words at most from them to the verb.
const RESIDENT_REACH: usize = 6;

/// Where they begin the sentence.
const RESIDENT_LEADS: usize = 24;

/// "Invites the residents": side by side, with an article at most.
const INVITED_REACH: usize = 2;

/// Takes away those who are only counted ("communes of fewer than 3,500 habitants") and words of two meanings, and makes persons of
/// residents that are asked.
pub(super) fn settle(roles: &mut Vec<Part<'_>>, all: &[Part<'_>], text: &str, start: usize) {
    let counts = |hit: &Hit| {
        let is_head = all.iter().any(|(role, head, _)| *role == Role::Headcount && head.start == hit.start);
        let before = text[start..hit.start].split_whitespace().rev().take(COUNT_WORDS);
        is_head && before.into_iter().any(|word| word.contains(char::is_numeric))
    };
    // "מיזמים" are ventures, and not "from entrepreneurs".
    let is_deed =
        |hit: &Hit| all.iter().any(|(role, deed, _)| *role == Role::Deed && deed.start == hit.start && deed.end == hit.end);
    roles.retain(|(role, hit, _)| *role != Role::Person || !counts(hit) && !is_deed(hit));
    for (role, hit, _) in roles {
        if *role == Role::Resident && !counts(hit) && is_asked(hit, all, &text[start..], start) {
            *role = Role::Person;
        }
    }
}

/// Are these residents asked: "residents of the town are invited", "invites the residents"? In "a gift to the residents" they are not.
/// Whoever begins the sentence is who it is about, however far off the verb.
fn is_asked(resident: &Hit, parts: &[Part<'_>], sentence: &str, start: usize) -> bool {
    let at = resident.start - start;
    // "The number of inhabitants" are nobody.
    let of = |(role, from, _): &Part<'_>| *role == Role::From && from.last + 1 == resident.first;
    let given = sentence[at..].starts_with(&GRAMMAR.letters.to_hebrew[..]) || parts.iter().any(of);
    let reach = if words_in(&sentence[..at]) == 0 { RESIDENT_LEADS } else { RESIDENT_REACH };
    parts.iter().filter(|(role, ..)| *role == Role::Apply).any(|(_, apply, _)| {
        let behind = resident.last < apply.first && near(resident, apply, reach) && !given;
        behind || apply.last < resident.first && near(apply, resident, INVITED_REACH)
    })
}
