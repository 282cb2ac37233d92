//! "Early registration closes on 31 May. Late registration from 1 June to 15 September": who signs up late is let in, so that the later day
//! is the last one and the earlier was only the cheaper.

use super::claim::{Claim, Strength};
use super::reading::{Reading, Shape};
use super::role::Role;
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::cues::Cue;
use crate::normalise::wording::{folded_words, phrase_at};

/// "Early … opens on, … closes on, regular … until": so many days before may be those of an earlier price.
const DAYS_BEFORE: usize = 3;

/// Makes the last day of those who sign up late the last of all, and takes back the days before it by which one signed up.
pub(super) fn prefer_late(reading: &Reading<'_>, roles: &mut [Role]) {
    // Where papers are called for, their day is the one to know.
    let papers = roles.iter().any(|role| matches!(role, Role::Deadline(claim) if claim.first));
    for index in 0..roles.len() {
        let Some(claim) = late(reading, index, roles[index]) else { continue };
        let day = |index: usize| reading.mentions[reading.groups[index].last].date;
        for before in (index.saturating_sub(DAYS_BEFORE)..index).rev() {
            let earlier = day(before).zip(day(index)).is_none_or(|(before, late)| before < late);
            if matches!(roles[before], Role::Deadline(claim) if !claim.extended) && earlier && signs_up(reading, before) {
                roles[before] = Role::Decoy(Cue::Early);
            }
        }
        if !papers {
            roles[index] = Role::Deadline(claim);
        }
    }
}

/// The claim of a day until which one signs up late. At the door nobody signs up beforehand.
fn late(reading: &Reading<'_>, index: usize, role: Role) -> Option<Claim> {
    let group = reading.groups[index];
    let (from, to) = reading.clause(reading.start(group));
    let from = index.checked_sub(1).map_or(from, |before| reading.end(reading.groups[before]).max(from));
    let late = reading.beside(Cue::Late, from, reading.start(group)).next_back()?;
    let words = folded_words(reading.text.get(late.start..to).unwrap_or("")).collect::<Vec<_>>().join(" ");
    let at_the_door = GRAMMAR.later.on_site.iter().any(|phrase| phrase_at(&words, phrase).is_some());
    match role {
        _ if at_the_door => None,
        Role::Deadline(claim) => Some(Claim { strength: claim.strength.max(Strength::Named), ..claim }),
        Role::Event | Role::Plain | Role::Opening if group.shape == Shape::Range => {
            Some(Claim::of(Strength::Named, late.start, "span"))
        }
        _ => None,
    }
}

/// Does the clause of a day speak of signing up, and of no paper that is handed in?
fn signs_up(reading: &Reading<'_>, index: usize) -> bool {
    let (from, to) = reading.clause(reading.start(reading.groups[index]));
    let stem = |word: String| GRAMMAR.later.signing_up.iter().any(|stem| word.contains(stem.as_str()));
    let papers = reading.cues_between(from, to).iter().any(|cue| matches!(cue.cue, Cue::FirstStage | Cue::Applying));
    !papers && folded_words(reading.text.get(from..to).unwrap_or("")).any(stem)
}
