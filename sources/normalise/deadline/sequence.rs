//! What a date takes from the one before it: a list goes on, a span of application ends, an event's days are counted on.

use super::reading::{Around, Reading};
use super::role::{Claim, Role, Strength};
use crate::normalise::cues::{Cue, CueFound};

/// What the date before lends: lists go on, and "from … until …" is a span of application.
pub(super) fn in_sequence(reading: &Reading<'_>, index: usize, around: &Around, before: Role, role: Role) -> Role {
    match (before, role) {
        (Role::Deadline(claim), Role::Plain) if around.left.is_empty() && reading.continues_list(index) => {
            Role::Deadline(Claim { cutoff: true, from: around.from, ..claim })
        }
        // "Deadlines:" / "31 January, 17:00" / "30 April, 17:00": the hour makes it no day of its own.
        (Role::Deadline(claim), Role::Deadline(own))
            if own.strength == Strength::Bare && around.left.is_empty() && reading.continues_list(index) =>
        {
            Role::Deadline(Claim { cutoff: true, from: around.from, ..claim })
        }
        // "Round 1: 15 February" / "Round 2: 15 June", under one heading.
        (Role::Deadline(claim), Role::Plain) if around.left.is_empty() && reading.is_next_in_series(index) => {
            Role::Deadline(Claim { cutoff: true, from: around.from, ..claim })
        }
        // "The deadline, which was 3 May, is extended until 7 June".
        (Role::Deadline(before), Role::Deadline(claim))
            if before.extended && claim.strength == Strength::Weak && reading.continues(index) && around.extends =>
        {
            Role::Deadline(Claim { strength: before.strength, extended: true, ..claim })
        }
        // "Moved from 3 May to 7 June".
        (Role::Opening, Role::Deadline(_) | Role::Plain) if around.extends && reading.continues_sentence(index) => {
            Role::Deadline(Claim { extended: true, ..Claim::of(Strength::Named, around.from, "due_by") })
        }
        // "On two dates: until 3 May and until 7 June".
        (Role::Deadline(before), Role::Deadline(claim))
            if claim.strength == Strength::Weak && before.strength > Strength::Weak && reading.continues_sentence(index) =>
        {
            Role::Deadline(Claim { strength: before.strength, cutoff: true, ..claim })
        }
        (Role::Opening, Role::Deadline(claim)) if claim.strength == Strength::Weak && reading.continues(index) => {
            // "From 15 November (…) through 31 December the pictures hang in …": nothing says that something opens.
            let opens = |cue: &CueFound| matches!(cue.cue, Cue::Opening | Cue::Submit | Cue::Deadline | Cue::Extended);
            let called = reading.around(index - 1).left.iter().any(opens);
            let strength = if called { Strength::Handing } else { Strength::Bare };
            Role::Deadline(Claim { strength, rule: "span", ..claim })
        }
        // "The exhibition opens on 3 May and stays until 7 June"; after brackets or a whole span the main sentence goes on.
        (Role::Event, Role::Deadline(claim))
            if claim.strength == Strength::Weak
                && reading.continues(index)
                && !reading.begins_sentence(index)
                && !reading.follows_bracket(index)
                && (around.extends || !reading.follows_span(index)) =>
        {
            Role::Event
        }
        _ => role,
    }
}
