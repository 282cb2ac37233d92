//! By when to answer somebody who looks for partners: before the common bid is handed in, whose own last day is often named as well.
//! Sees claims, not words.

use chrono::NaiveDate;

use super::DeadlineFound;
use super::claim::{Claim, Strength};
use super::decide::{Candidate, Undated, claims, found, handed_in, without_former};
use super::reading::{Reading, words_in};
use super::role::Role;
use super::year::{Years, before};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::wording::folded_words;
use crate::opportunity::DeadlineKind;

/// "The deadline of the new EU call": so many words stand between.
const BID_WORDS: usize = 2;

/// Partners are looked for in the half year before the bid: a day without a year that would lie further from it is another story.
const LONGEST_SEARCH_DAYS: i64 = 183;

/// The first of the days to hand in, for the later ones are those of the common bid; `None` where there is only one.
/// A day without a year takes it from the bid that follows it; where nothing fixes it, the bid's own day is no answer either.
pub(super) fn reply(reading: &Reading<'_>, roles: &[Role], years: &Years, today: NaiveDate) -> Option<DeadlineFound> {
    let (dated, undated) = claims(reading, roles, years);
    let mut replies: Vec<Candidate> =
        without_former(dated).into_iter().filter(|one| one.strength >= Strength::Handing && !one.claim.extended).collect();
    let bids = replies.iter().map(|one| one.date).chain(handed_in(reading, roles).filter_map(|(_, day)| day.date)).min();
    let mut several = false;
    if let Some(bid) = bids {
        for one in undated {
            match before(one.mention, bid, LONGEST_SEARCH_DAYS) {
                Some(date) if one.strength >= Strength::Handing => replies.push(one.on(date)),
                None if is_later_step(&one, bid) || one.strength < Strength::Handing => {}
                // "Until 10 February", of what it does not say: it may be the reply, so that the bid's day is none.
                Some(_) | None => return Some(one.left_open()),
            }
            several = true;
        }
    }
    replies.sort_by(|a, b| a.date.cmp(&b.date).then(b.strength.cmp(&a.strength)));
    several |= replies.first()?.date != replies.last()?.date;
    several.then(|| found(DeadlineKind::Fixed, vec![replies.swap_remove(0)], "deadline.reply", today))
}

/// The roles without the days of the funder's own call: "the deadline of the EU call is 5 May" is no day to answer by.
pub(super) fn without_bids(reading: &Reading<'_>, roles: &[Role]) -> Vec<Role> {
    let roles = reading.groups.iter().zip(roles).map(|(group, role)| match role {
        Role::Deadline(claim) if is_bids(reading, *claim, reading.start(*group)) => Role::Decoy(Cue::Bid),
        role => *role,
    });
    roles.collect()
}

/// Is it said of this day that the common bid is handed in by it, or that the funder's call ends?
fn is_bids(reading: &Reading<'_>, claim: Claim, date: usize) -> bool {
    let (from, _) = reading.clause(date);
    let left = reading.cues_between(claim.from.min(from), date);
    let says = |wanted: Cue| left.iter().any(|cue| cue.cue == wanted);
    let applied_for = claim.strength == Strength::Named && says(Cue::Applying);
    // "The deadline of the EU call is", "the programme's call closes on": what it is the last day of stands beside the word for it.
    let of_funder = |bid: &CueFound| {
        let near = |from: usize, to: usize| reading.text.get(from..to).is_some_and(|gap| words_in(gap) <= BID_WORDS);
        let names = |cue: &&CueFound| matches!(cue.cue, Cue::Deadline | Cue::Extended | Cue::Callable | Cue::Closes);
        left.iter().filter(names).any(|cue| {
            cue.start <= bid.start && bid.end <= cue.end
                || near(cue.end, bid.start) && cue.end <= bid.start
                || bid.end <= cue.start && near(bid.end, cue.start)
        })
    };
    // "The deadline for submitting a project": with the partner the project is handed in to whoever pays for it.
    let lead = || folded_words(reading.text.get(from..date).unwrap_or(""));
    let hands_over = |word: String| GRAMMAR.later.handing_over.iter().any(|stem| word.contains(stem.as_str()));
    let of_project = || {
        claim.strength == Strength::Named && lead().any(hands_over) && lead().any(|word| holds(&GRAMMAR.money.projects, &word))
    };
    let funded = reading.beside(Cue::Bid, from, date).any(of_funder) || says(Cue::Callable) || applied_for || of_project();
    claim.strength >= Strength::Handing && !claim.extended && funded
}

/// "Write to us by 10 February 2027; the bid is due on 27 March": the day without a year is the bid's.
fn is_later_step(one: &Undated<'_>, reply: NaiveDate) -> bool {
    let next = crate::normalise::dates::resolve(one.mention.month_day, one.mention.weekday, reply);
    next.is_some_and(|date| (date - reply).num_days() <= LONGEST_SEARCH_DAYS)
}
