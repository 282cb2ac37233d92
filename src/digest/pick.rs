//! What fits whom: eligibility and reach first, then interest, then the sentence that says why.
//! Pure: profiles, records and `today` in, picks out. Knows no store and no letter.
//!
//! A [`Desk`] is made once for a run's profiles, a [`Candidate`] once for each record; then every pair is a few comparisons.

mod audience;
mod candidate;
mod cities;
mod inflections;
mod interest;
mod joint;
mod named;
mod own_twins;
mod priorities;
mod reach;
mod reason;
mod region;
mod rules;
mod topic_hits;
mod towns;
mod vocabulary;
mod wish;

use chrono::NaiveDate;
use sources::Opportunity;
use sources::lexicon::Lexicon;

use crate::digest::profile::{Capacity, Profile};
use crate::i18n::I18n;

pub use candidate::Candidate;
pub use reach::Bar;
pub use reason::{KEYS, Reason};
pub use rules::Rules;
use towns::Towns;
use vocabulary::Vocabulary;
use wish::Wish;

/// One record for one municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Pick {
    /// Place in the candidates.
    pub candidate: usize,
    pub score: f64,
    /// Why it fits.
    pub reason: Reason,
}

/// Profiles and word lists, compiled for one run.
#[derive(Debug)]
pub struct Desk<'a> {
    lexicon: &'a Lexicon,
    rules: &'a Rules,
    i18n: &'a I18n,
    vocabulary: Vocabulary,
    wishes: Vec<Wish<'a>>,
}

/// Nobody reads further, and a department reads further than one officer beside other work; what is left out this week comes next week.
fn longest(capacity: Capacity) -> usize {
    match capacity {
        Capacity::Small => 12,
        Capacity::Medium => 16,
        Capacity::Large => 20,
    }
}

/// Below this nothing in particular met.
const LEAST_SCORE: f64 = 0.55;
/// A record this much weaker than the best one would only dilute the letter; a best one that stands out shuts nobody out.
const LEAST_SHARE_OF_BEST: f64 = 0.3;
const BEST_COUNTED: f64 = 2.0;

impl<'a> Desk<'a> {
    /// `municipalities` are the Hebrew and English names of all of them, for calls that name whose residents may apply.
    pub fn new(
        lexicon: &'a Lexicon,
        rules: &'a Rules,
        i18n: &'a I18n,
        profiles: &'a [Profile],
        municipalities: &[[String; 2]],
    ) -> Self {
        let towns = Towns::new(municipalities, &rules.other_names, profiles);
        let vocabulary = Vocabulary::new(lexicon, rules, profiles, &towns);
        let wishes = profiles.iter().map(|profile| Wish::of(profile, lexicon, rules, &vocabulary, &towns)).collect();
        Self { lexicon, rules, i18n, vocabulary, wishes }
    }

    /// Reads a record once for all profiles.
    pub fn candidate<'r>(&self, id: &'r str, opportunity: &'r Opportunity, text: &str) -> Candidate<'r> {
        Candidate::read(id, opportunity, text, self.lexicon, self.rules, &self.vocabulary)
    }

    /// The picks for the profile at `place` among the candidates that `wanted` lets through (by their place), best first.
    /// Equal ones stand by id, so that the same records give the same letter.
    pub fn pick(
        &self,
        place: usize,
        candidates: &[Candidate<'_>],
        today: NaiveDate,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<Pick> {
        self.best(place, candidates, today, wanted, |bar| bar.is_none())
    }

    /// The same among what the municipality knows already: whoever has begun to write still wants to hear of it when it would be too late
    /// to begin.
    pub fn pick_known(
        &self,
        place: usize,
        candidates: &[Candidate<'_>],
        today: NaiveDate,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<Pick> {
        self.best(place, candidates, today, wanted, |bar| matches!(bar, None | Some(Bar::TooLate)))
    }

    /// What would be a pick if it were not too late: to be said, not to be sent as news.
    pub fn pick_late(
        &self,
        place: usize,
        candidates: &[Candidate<'_>],
        today: NaiveDate,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<Pick> {
        self.best(place, candidates, today, wanted, |bar| bar == Some(Bar::TooLate))
    }

    fn best(
        &self,
        place: usize,
        candidates: &[Candidate<'_>],
        today: NaiveDate,
        wanted: impl Fn(usize) -> bool,
        may: impl Fn(Option<Bar>) -> bool,
    ) -> Vec<Pick> {
        let Some(wish) = self.wishes.get(place) else { return Vec::new() };
        let mut meetings: Vec<_> = candidates
            .iter()
            .enumerate()
            .filter(|(at, _)| wanted(*at))
            .filter(|(_, candidate)| may(self.bar(place, candidate, today)))
            .filter_map(|(at, candidate)| Some((at, interest::meeting(wish, candidate, self.rules)?)))
            .filter(|(_, meeting)| meeting.score >= LEAST_SCORE)
            .collect();
        meetings.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then_with(|| candidates[a.0].id.cmp(candidates[b.0].id)));
        let floor = meetings.first().map_or(0.0, |(_, best)| best.score.min(BEST_COUNTED) * LEAST_SHARE_OF_BEST);
        let kept = meetings.into_iter().take(longest(wish.profile.capacity())).filter(|(_, meeting)| meeting.score >= floor);
        kept.map(|(at, meeting)| Pick {
            candidate: at,
            score: meeting.score,
            reason: Reason::of(&meeting, candidates[at].opportunity, today, self.lexicon, self.rules, self.i18n),
        })
        .collect()
    }

    /// Why a record is no pick for the profile at `place`, whatever it is interested in.
    pub fn bar(&self, place: usize, candidate: &Candidate<'_>, today: NaiveDate) -> Option<Bar> {
        reach::bar(self.wishes.get(place)?, candidate, self.rules, today)
    }
}

#[cfg(test)]
mod tests;
