//! Which of the claimed deadlines holds: final before extended before first of two steps before lots; the strongest words win.
//! Sees claims, not words.

use chrono::NaiveDate;

use super::claim::{Claim, Strength};
use super::reading::{Reading, Shape, words_in};
use super::role::Role;
use super::year::{Years, is_sentinel};
use super::{DeadlineFound, quote};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::Mention;
use crate::opportunity::{Deadline, DeadlineKind, Stage};

/// How far "until the money is gone" may stand from the last day that belongs to it, in bytes.
const SAME_BREATH: usize = 60;

/// The rule of a last day whose year nothing fixes.
pub(in crate::normalise) const YEAR_OPEN: &str = "deadline.year_open";

/// The rule of a day that no word calls the last: good enough to show, not to prove that a text calls.
pub(in crate::normalise) const SOLE: &str = "deadline.sole";

/// The rule of a day with an hour to which no word leads: the same.
pub(in crate::normalise) const BARE: &str = "deadline.bare";

/// A dated claim.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) date: NaiveDate,
    /// Its year stands beside it: a far one may be meant for none.
    pub(super) dated: bool,
    pub(super) claim: Claim,
    pub(super) strength: Strength,
    pub(super) stage: Stage,
}

/// A claim without a year.
pub(super) struct Undated<'r> {
    pub(super) mention: &'r Mention,
    pub(super) claim: Claim,
    pub(super) strength: Strength,
    pub(super) quote: String,
}

impl Undated<'_> {
    /// The claim in the year that something else fixes.
    pub(super) fn on(&self, date: NaiveDate) -> Candidate {
        let (time, zone) = (self.mention.time, self.mention.zone.clone());
        let stage = Stage { date, time, zone, label: None, quote: Some(self.quote.clone()) };
        Candidate { date, dated: self.mention.date.is_some(), claim: self.claim, strength: self.strength, stage }
    }

    /// Nothing fixes it.
    pub(super) fn left_open(self) -> DeadlineFound {
        DeadlineFound {
            deadline: Deadline::default(),
            rule: YEAR_OPEN.to_owned(),
            month_day: Some(self.mention.month_day),
            quote: Some(self.quote),
        }
    }
}

pub(super) fn decide(reading: &Reading<'_>, roles: &[Role], years: &Years, today: NaiveDate) -> DeadlineFound {
    let (candidates, undated) = claims(reading, roles, years);
    let candidates = without_former(candidates);
    let says = |wanted: Cue| reading.cues.iter().find(|cue| cue.cue == wanted);
    let open_ended = says(Cue::Exhausted)
        .map(|cue| (DeadlineKind::UntilExhausted, "deadline.until_exhausted", cue))
        .or_else(|| says(Cue::Rolling).map(|cue| (DeadlineKind::Rolling, "deadline.rolling", cue)));
    let mut candidates = candidates;
    if let Some((DeadlineKind::UntilExhausted, _, cue)) = open_ended {
        // "First come, first served, yet not beyond 3 May": the day in the same breath is the last one.
        let same_breath = |one: &Candidate| {
            let between = reading.text.get(cue.end..one.claim.from);
            one.strength == Strength::Weak
                && between.is_some_and(|gap| gap.len() <= SAME_BREATH && !gap.contains(['.', '\n', ';', '|', '!']))
        };
        for one in candidates.iter_mut().filter(|one| same_breath(one)) {
            one.strength = Strength::Handing;
        }
    }
    // "On a rolling basis until 15 October": the day is fixed, and is the last one.
    for one in candidates.iter_mut().filter(|one| ends_rolling(reading, &one.claim, one.strength)) {
        one.strength = one.strength.max(Strength::Handing);
    }
    let bounded = undated.iter().any(|one| ends_rolling(reading, &one.claim, one.strength));
    let strongest = candidates.iter().filter(|one| !one.claim.second).map(|one| one.strength).max();
    if let Some((kind, rule, cue)) = open_ended.filter(|_| !bounded)
        && strongest.is_none_or(|strength| strength < Strength::Handing)
    {
        let quote = quote::around(reading.text, cue.start, cue.end);
        return DeadlineFound {
            deadline: Deadline { kind, stages: Vec::new() },
            rule: rule.to_owned(),
            quote: Some(quote),
            month_day: None,
        };
    }
    let strongest_undated = undated.iter().map(|one| one.strength).max();
    if strongest < strongest_undated && strongest.is_none_or(|strength| strength < Strength::Handing) {
        let found = undated.into_iter().find(|one| Some(one.strength) == strongest_undated);
        return found.map(Undated::left_open).unwrap_or_default();
    }
    let Some(strongest) = strongest.or_else(|| candidates.iter().map(|one| one.strength).max()) else {
        let sole = || sole(reading, roles, years).map(|one| found(DeadlineKind::Fixed, vec![one], SOLE, today));
        let none = || DeadlineFound { rule: "deadline.none".to_owned(), ..DeadlineFound::default() };
        return sole().unwrap_or_else(none);
    };
    settle(candidates, strongest, today)
}

/// Does a word for "all the time" lead right on to the "until" of this day ("laufend noch bis zum", "open all year until")?
fn ends_rolling(reading: &Reading<'_>, claim: &Claim, strength: Strength) -> bool {
    /// "Laufend noch bis", "laufend möglich bis": one word at most stands between.
    const WORDS_BETWEEN: usize = 1;
    let from = reading.text.floor_char_boundary(claim.from.saturating_sub(SAME_BREATH));
    let until = reading.cues_between(claim.from, reading.text.len().min(claim.from + SAME_BREATH)).into_iter();
    let until = until.filter(|cue| matches!(cue.cue, Cue::Until | Cue::Latest)).map(|cue| cue.start).next();
    let leads_on = |cue: &CueFound, until: usize| {
        let gap = reading.text.get(cue.end..until).unwrap_or(".");
        // "Jederzeit, Projekte bis": behind a comma something else begins.
        let most = if gap.contains([',', '،']) { 0 } else { WORDS_BETWEEN };
        words_in(gap) <= most && !gap.contains(['.', '\n', ';', ':', '|', '!', '?', '(', ')', '–'])
    };
    let rolling = |until: usize| {
        let cues = reading.cues_between(from, until);
        cues.iter().any(|cue| cue.cue == Cue::Rolling && leads_on(cue, until))
    };
    strength >= Strength::Weak && until.is_some_and(rolling)
}

/// The one day that stands beside a word for handing in, with nothing else said of it: "the form has to be in our hands on 3 May".
/// With two such days one of them is something else, and neither counts.
fn sole(reading: &Reading<'_>, roles: &[Role], years: &Years) -> Option<Candidate> {
    let mut plain = handed_in(reading, roles);
    let (index, mention) = plain.next()?;
    if plain.next().is_some() {
        return None;
    }
    let date = years.date(mention)?;
    let from = reading.around(index).left.iter().find(|cue| cue.cue == Cue::Submit)?.start;
    let quote = quote::of(reading.text, from, mention.start, mention.end);
    let claim = Claim::of(Strength::Bare, from, "sole");
    let stage = Stage { date, time: mention.time, zone: mention.zone.clone(), label: None, quote: Some(quote) };
    Some(Candidate { date, dated: mention.date.is_some(), claim, strength: Strength::Bare, stage })
}

/// The days beside a word for handing in that nothing else is said of, with the index of their group.
pub(super) fn handed_in<'r>(reading: &'r Reading<'_>, roles: &'r [Role]) -> impl Iterator<Item = (usize, &'r Mention)> {
    let beside = |cue: &CueFound| cue.cue == Cue::Submit;
    reading.groups.iter().zip(roles).enumerate().filter_map(move |(index, (group, role))| {
        let mention = &reading.mentions[group.first];
        let plain = *role == Role::Plain && group.shape == Shape::Single && !mention.bare && !mention.relative;
        (plain && reading.around(index).left.iter().any(beside)).then_some((index, mention))
    })
}

/// The claims that are dated and those that are not.
pub(super) fn claims<'r>(reading: &'r Reading<'_>, roles: &[Role], years: &Years) -> (Vec<Candidate>, Vec<Undated<'r>>) {
    let (mut candidates, mut undated) = (Vec::new(), Vec::new());
    let several = roles.iter().filter(|role| matches!(role, Role::Deadline(claim) if !claim.aside)).count() > 0;
    for (group, role) in reading.groups.iter().zip(roles) {
        let Role::Deadline(claim) = role else { continue };
        // What is said in brackets is said of something beside, if something is said outside of them.
        let strength = if claim.aside && several { claim.strength.min(Strength::Weak) } else { claim.strength };
        let members = if group.shape == Shape::List { group.first..=group.last } else { group.last..=group.last };
        let whole = reading.mentions[group.last].end;
        for mention in &reading.mentions[members] {
            if mention.relative && !years.is_published() || mention.bare && mention.date.is_none() && strength < Strength::Handing
            {
                continue;
            }
            let quote = quote::of(
                reading.text,
                claim.from,
                mention.start,
                claim.to.unwrap_or(mention.end).max(mention.end).max(if group.shape == Shape::List {
                    mention.end
                } else {
                    whole
                }),
            );
            let Some(date) = years.date(mention) else {
                undated.push(Undated { mention, claim: *claim, strength, quote });
                continue;
            };
            candidates.push(Undated { mention, claim: *claim, strength, quote }.on(date));
        }
    }
    (candidates, undated)
}

/// What an earlier round's last day was counts only where nothing is said of a later one.
pub(super) fn without_former(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let newest = candidates.iter().filter(|one| !one.claim.former).map(|one| one.date).max();
    candidates.into_iter().filter(|one| !one.claim.former || newest.is_none_or(|newest| newest <= one.date)).collect()
}

fn settle(candidates: Vec<Candidate>, strongest: Strength, today: NaiveDate) -> DeadlineFound {
    let (second, mut first): (Vec<Candidate>, Vec<Candidate>) = candidates.into_iter().partition(|one| one.claim.second);
    if first.is_empty() {
        return found(DeadlineKind::Fixed, distinct(second), "deadline.second_stage", today);
    }
    if let Some(last) =
        first.iter().filter(|one| one.claim.extended && one.strength >= Strength::Weak).max_by_key(|one| one.date).cloned()
    {
        let all = first;
        // The hour may stand beside the same date elsewhere.
        first = all.into_iter().filter(|one| one.date == last.date).collect();
        return found(DeadlineKind::Fixed, distinct(first), "deadline.extended", today);
    }
    let rule = first.iter().find(|one| one.strength == strongest).map_or("due_by", |one| one.claim.rule);
    let same_day: Vec<Candidate> = first.clone();
    first.retain(|one| one.strength == strongest);
    let mut stages = distinct(first.clone());
    // A label with one of several cut-offs repeats it; the sentence that names them all says more.
    let cutoffs =
        distinct(same_day.iter().filter(|one| one.claim.cutoff && one.strength >= Strength::Handing).cloned().collect());
    if let [only] = stages.as_slice()
        && cutoffs.len() > 1
        && cutoffs.iter().any(|one| one.date == only.date)
    {
        stages = cutoffs;
    }
    for stage in &mut stages {
        // The hour may stand in the prose while the label has the day only.
        if stage.stage.time.is_none()
            && let Some(timed) = same_day.iter().find(|one| one.date == stage.date && one.stage.time.is_some())
        {
            stage.stage.time = timed.stage.time;
            stage.stage.zone.clone_from(&timed.stage.zone);
        }
    }
    if !second.is_empty() && stages.len() == 1 {
        let mut both = stages;
        both.extend(distinct(second).into_iter().filter(|one| both_later(one, &first)));
        if both.len() > 1 {
            return found(DeadlineKind::TwoStage, both, "deadline.two_stage", today);
        }
        stages = both;
    }
    // "Concept notes by 3 May, the applications themselves by 7 June": a first step needs a second.
    if let [first, second] = stages.as_slice()
        && first.claim.first
        && !second.claim.first
    {
        return found(DeadlineKind::TwoStage, stages, "deadline.two_stage", today);
    }
    let kind = if stages.len() > 1 { DeadlineKind::MultipleCutoffs } else { DeadlineKind::Fixed };
    found(kind, stages, &format!("deadline.{rule}"), today)
}

fn both_later(second: &Candidate, first: &[Candidate]) -> bool {
    first.iter().all(|one| one.date < second.date)
}

/// One candidate for each day, in order of date, the strongest words first.
fn distinct(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| {
        a.date.cmp(&b.date).then(b.strength.cmp(&a.strength)).then(b.stage.time.is_some().cmp(&a.stage.time.is_some()))
    });
    candidates.dedup_by_key(|one| one.date);
    candidates
}

pub(super) fn found(kind: DeadlineKind, stages: Vec<Candidate>, rule: &str, today: NaiveDate) -> DeadlineFound {
    let quote = stages.last().and_then(|one| one.stage.quote.clone());
    if let [only] = stages.as_slice()
        && only.dated
        && is_sentinel(only.date, today)
    {
        let deadline = Deadline { kind: DeadlineKind::Rolling, stages: Vec::new() };
        return DeadlineFound { deadline, rule: "deadline.sentinel".to_owned(), quote, month_day: None };
    }
    let stages = stages.into_iter().map(|one| one.stage).collect();
    DeadlineFound { deadline: Deadline { kind, stages }, rule: rule.to_owned(), quote, month_day: None }
}
