//! The year of a day that is printed without one, if anything fixes it: the same day elsewhere in the text, the date of
//! publication, the dateline, the address, or a later step that is dated. Otherwise it stays open: a year is never guessed.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::address::{Addressed, dated_address, year_of_site};
use super::call_year::{TitledCall, call_year};
use super::current_year::{current_year, of_own_year, year_of};
use super::gazette::gazetted;
use super::head_day::{head_day, is_ahead, is_bulletin};
use super::head_month::head_month;
use super::meeting::{is_labelled, is_titles_own};
use super::opening::is_calls_own;
use super::reach::NEAR_AFTER;
use super::reading::{Reading, Shape, words_in};
use super::role::Role;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::{Mention, MonthOfYear, resolve, resolve_before};
use crate::normalise::wording::folded_words;

/// A year's prize is handed in for in the autumn before at the earliest.
const LONGEST_PREPARATION_DAYS: i64 = 150;

/// An event fixes the year of a deadline only this near: ten months. Nobody calls for next autumn's congress in the autumn before,
/// so that "5 October 2025 … by 18 November" and "by 16 June. The festival takes place on 6 May" are about something else.
const LONGEST_LEAD_DAYS: i64 = 300;

/// Days from one to another that nothing is said of are a meeting's if they are so few; more are a programme's years.
pub(super) const LONGEST_MEETING_DAYS: i64 = 31;

/// A call is open for ten months at most; a day that would lie further behind the opening is another round's.
const LONGEST_OPEN_DAYS: i64 = 300;

/// Behind the gazette that prints it a call is open for three months; what is printed earlier is the rules of many years.
const LONGEST_GAZETTED_DAYS: i64 = 100;

/// Behind a dateline a day may lie this far, in eleven months: yearly rounds are announced in the autumn for the next. Behind the day of an
/// event the month before it is what is over.
const LONGEST_BEHIND_HEAD_DAYS: i64 = 334;

/// What the text and its context say of years.
pub(super) struct Years {
    published: Option<NaiveDate>,
    /// When it was last changed, where it tells that besides.
    changed: Option<NaiveDate>,
    /// Is that the day at the head of the text, which may be the event's as well?
    headed: bool,
    /// Days that stand with their year somewhere in the text.
    same_day: HashMap<(u32, u32), NaiveDate>,
    steps: Vec<Step>,
    /// The only year of the title.
    titled: Option<i32>,
    /// The year that the address names, where the text names no other.
    addressed: Addressed,
    /// The same of the name of the site.
    sited: Option<i32>,
    /// The day of the gazette in which the call is printed.
    gazetted: Option<NaiveDate>,
    /// The first day, without its year, on which something takes place.
    meets: Option<(u32, u32)>,
    /// Where a call opens, and when.
    opened: Vec<(usize, NaiveDate)>,
    /// Where days stand that come every year: no year is theirs.
    yearly: Vec<usize>,
    /// Where days stand whose year the sentence before names, or the text calls its own.
    announced: Vec<(usize, i32)>,
}

/// A dated step that the deadline comes before: the event, the results.
struct Step {
    /// Where it stands.
    at: usize,
    /// By which day the deadline is over.
    by: NaiveDate,
    /// May the deadline stand behind it in the text? Not behind what has been, nor behind what only may be a meeting's days.
    leads: bool,
    /// May it stand before it?
    follows: bool,
}

impl Years {
    pub(super) fn new(reading: &Reading<'_>, roles: &[Role], published: Option<NaiveDate>, url: &str, today: NaiveDate) -> Self {
        let published = published.or_else(|| named_day(reading, roles));
        let head = head_day(reading, roles).filter(|date| published.is_none() && !is_ahead(reading, *date, today));
        let published = published.or(head).or_else(|| head_month(reading, today)).or_else(|| dated_address(url));
        let title = reading.text.lines().next().unwrap_or("");
        let titled = year_of_title(reading.text);
        let mut steps: Vec<Step> = Vec::new();
        for (index, (group, role)) in reading.groups.iter().zip(roles).enumerate() {
            let (first, last) = (&reading.mentions[group.first], &reading.mentions[group.last]);
            let Some(by) = first.date else { continue };
            let told = matches!(role, Role::Event | Role::Decoy(Cue::Results)) && !comes_first(reading, index);
            // "6, 8 and 10 June 2027": the days of a course are a list.
            let meets = *role == Role::Plain
                && matches!(group.shape, Shape::Range | Shape::List)
                && last.date.is_some_and(|end| (0..=LONGEST_MEETING_DAYS).contains(&(end - by).num_days()));
            // "Hackathon, 1 December 2027": the day of a title is that of what one hands in for, but for a newsletter's.
            let heads = matches!(role, Role::Plain | Role::Event) && last.end <= title.len() && !is_bulletin(title);
            let labelled = *role == Role::Plain && is_labelled(reading, index) || meets && is_titles_own(reading, index);
            // "Grants 2027 … carried out from 1 June 2027 to …": one applies before the projects of the title's year begin.
            let begins = *role == Role::Decoy(Cue::Project) && group.shape == Shape::Range && titled == Some(by.year());
            if told || meets || heads || labelled || begins {
                let leads = !reading.is_past(first.start);
                steps.push(Step { at: first.start, by, leads, follows: told || begins || labelled && leads });
            }
        }
        // Nothing is published on a day to come: under the title it is the event's.
        if let Some(by) = head_day(reading, roles).filter(|date| is_ahead(reading, *date, today)) {
            steps.push(Step { at: reading.start(reading.groups[0]), by, leads: true, follows: false });
        }
        for &MonthOfYear { at, year, month } in &reading.months {
            let place = reading.mentions.partition_point(|m| m.end <= at);
            let in_mention = reading.mentions.get(place).is_some_and(|m| m.start <= at);
            let said = reading.cues_between(at.saturating_sub(SAID_NEAR), at.saturating_add(SAID_NEAR).min(reading.text.len()));
            let explains = said.iter().any(|cue| matches!(cue.cue, Cue::Info | Cue::Kickoff));
            if !in_mention && !explains && said.iter().any(|cue| matches!(cue.cue, Cue::Results | Cue::Event)) {
                let step = |by| Step { at, by, leads: !reading.is_past(at), follows: true };
                steps.extend(NaiveDate::from_ymd_opt(year, month, 1).map(step));
            }
        }
        let same_day = reading.mentions.iter().rev().filter_map(|m| Some((m.month_day, m.date?))).collect();
        let agrees = |year: &i32| {
            let other = |mention: &Mention| mention.date.is_some_and(|date| date.year() != *year);
            titled.is_none_or(|titled| titled == *year) && !reading.mentions.iter().any(other)
        };
        let near = |year: &i32| *year <= today.year() + 1 && agrees(year);
        // The folder of a programme is as old as the programme.
        let current = |year: &i32| *year >= today.year() && near(year);
        let addressed = Addressed::new(url, reading.text, titled, agrees, current);
        // "Agenda2030.org" is the site of no gathering.
        let gathers = || reading.cues.iter().any(|cue| matches!(cue.cue, Cue::FirstStage | Cue::Event));
        let sited = year_of_site(url).filter(|year| near(year) && gathers());
        let events = reading.groups.iter().zip(roles).filter(|(_, role)| **role == Role::Event);
        let meets = events.map(|(group, _)| reading.mentions[group.first].month_day).min();
        let opened = reading.groups.iter().zip(roles).enumerate().filter_map(|(index, (group, role))| {
            let first = &reading.mentions[group.first];
            (*role == Role::Opening && is_calls_own(reading, index)).then_some((first.start, first.date?))
        });
        let opened = opened.collect();
        let yearly = reading.mentions.iter().filter(|mention| comes_yearly(reading, mention)).map(|mention| mention.start);
        let yearly = yearly.collect();
        let undated = reading.mentions.iter().filter(|mention| mention.date.is_none());
        let current = current_year(reading);
        let of_title = TitledCall::of(reading.text, titled);
        let year = |mention: &Mention| {
            let told = announced_year(reading, mention).or_else(|| year_of(reading, mention, current));
            let told =
                told.or_else(|| call_year(reading, mention, titled, today).or_else(|| of_own_year(reading, mention, titled)));
            told.or_else(|| of_title?.year(mention, today).filter(|_| !reading.is_past(mention.start)))
        };
        let announced = undated.filter_map(|mention| Some((mention.start, year(mention)?))).collect();
        let told_when = reading.groups.iter().zip(roles).filter(|(_, role)| **role == Role::Published);
        let changed = told_when.filter_map(|(group, _)| reading.mentions[group.first].date).max();
        let (headed, gazetted) = (head.is_some(), gazetted(reading));
        Self { published, changed, headed, same_day, steps, titled, addressed, sited, gazetted, meets, opened, yearly, announced }
    }

    /// Is it known when the text was published? Only then do "tomorrow" and its like name a day.
    pub(super) fn is_published(&self) -> bool {
        self.published.is_some()
    }

    /// The only year of the title.
    pub(super) fn titled(&self) -> Option<i32> {
        self.titled
    }

    /// The date of a mention, its year taken from the context where the text leaves it out.
    pub(super) fn date(&self, mention: &Mention) -> Option<NaiveDate> {
        if mention.date.is_some() {
            return mention.date;
        }
        if self.yearly.binary_search(&mention.start).is_ok() {
            return None;
        }
        let same = self.same_day.get(&mention.month_day).copied();
        // Nearly a year behind the day at its head, that is the event's.
        let is_open =
            |date: NaiveDate, published: NaiveDate| !self.headed || (date - published).num_days() <= LONGEST_BEHIND_HEAD_DAYS;
        let from_published = || {
            let published = self.published?;
            let date = resolve(mention.month_day, mention.weekday, published).filter(|date| is_open(*date, published));
            // "Monday 6 September", on a page that was changed since: the weekday tells which year it is.
            date.or_else(|| resolve(mention.month_day, mention.weekday, self.changed?).filter(|_| mention.weekday.is_some()))
        };
        same.or_else(from_published)
            .or_else(|| self.after_gazette(mention))
            .or_else(|| self.after_opening(mention))
            .or_else(|| self.before_a_step(mention))
            .or_else(|| self.in_titled_year(mention))
            .or_else(|| self.in_addressed_year(mention))
            .or_else(|| self.in_sited_year(mention))
            .or_else(|| self.in_announced_year(mention))
    }

    /// "2027 there are two calls. Applications are possible until 16 April", "In the current year (2027) by 16 April".
    fn in_announced_year(&self, mention: &Mention) -> Option<NaiveDate> {
        let (month, day) = mention.month_day;
        let place = self.announced.binary_search_by_key(&mention.start, |(at, _)| *at).ok()?;
        let (_, year) = self.announced.get(place).filter(|_| !mention.bare && !mention.relative)?;
        let date = NaiveDate::from_ymd_opt(*year, month, day)?;
        mention.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday()).then_some(date)
    }

    /// `/2027/en/apply`: the year of what is announced.
    fn in_addressed_year(&self, mention: &Mention) -> Option<NaiveDate> {
        let (month, day) = mention.month_day;
        if mention.bare || mention.relative || self.published.is_some() {
            return None;
        }
        let date = NaiveDate::from_ymd_opt(self.addressed.year(mention, self.meets)?, month, day)?;
        mention.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday()).then_some(date)
    }

    /// "mills-2027.example.org": what one hands in for is held in that year. A day early in it is so too, for the same day of the year
    /// before would be too far ahead; any other is where it stands before the days of the event.
    fn in_sited_year(&self, mention: &Mention) -> Option<NaiveDate> {
        if mention.bare || mention.relative || self.published.is_some() {
            return None;
        }
        let (year, (month, day)) = (self.sited?, mention.month_day);
        let before = NaiveDate::from_ymd_opt(year, 1, 1)? - NaiveDate::from_ymd_opt(year - 1, month, day)?;
        let borne_out = before.num_days() > LONGEST_LEAD_DAYS || self.meets.is_some_and(|meets| (month, day) <= meets);
        let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| borne_out)?;
        mention.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday()).then_some(date)
    }

    /// "The call is in the gazette of 4 June 2027. The deadline is 9 July".
    fn after_gazette(&self, mention: &Mention) -> Option<NaiveDate> {
        let gazetted = self.gazetted.filter(|_| !mention.bare && !mention.relative)?;
        let date = resolve(mention.month_day, mention.weekday, gazetted)?;
        ((date - gazetted).num_days() <= LONGEST_GAZETTED_DAYS).then_some(date)
    }

    /// "The call opens on 15 March 2027. The deadline is 20 September": the first such day after it, if all that opens agrees.
    fn after_opening(&self, mention: &Mention) -> Option<NaiveDate> {
        if mention.bare || mention.relative {
            return None;
        }
        let behind = |opened: NaiveDate| {
            let date = resolve(mention.month_day, mention.weekday, opened)?;
            ((date - opened).num_days() <= LONGEST_OPEN_DAYS).then_some(date)
        };
        let mut told = self.opened.iter().filter(|(at, _)| *at < mention.start).map(|(_, opened)| behind(*opened));
        let date = told.next()?;
        told.all(|other| other == date).then_some(date)?
    }

    /// "Christmas Market 2023 … Sunday 7th May": the weekday confirms the year of the title.
    fn in_titled_year(&self, mention: &Mention) -> Option<NaiveDate> {
        let (month, day) = mention.month_day;
        let date = NaiveDate::from_ymd_opt(self.titled?, month, day)?;
        (mention.weekday? == date.weekday().number_from_monday()).then_some(date)
    }

    /// The day that is nearest before the steps of the call: the next one behind it in the text, else all that stand before it,
    /// if they agree.
    fn before_a_step(&self, mention: &Mention) -> Option<NaiveDate> {
        // "1.5" may be anything; with a weekday or an hour beside it it is a day.
        let doubtful = mention.bare && mention.weekday.is_none() && mention.time.is_none();
        if self.published.is_some() || doubtful {
            return None;
        }
        let behind = self.steps.iter().filter(|step| step.at > mention.end && step.follows).map(|step| step.by).min();
        if let Some(by) = behind {
            return before(mention, by, LONGEST_LEAD_DAYS).filter(|date| self.fits_title(*date));
        }
        let mut told = self.steps.iter().filter(|step| step.at < mention.start && step.leads);
        let date = before(mention, told.next()?.by, LONGEST_LEAD_DAYS)?;
        let agree = told.all(|step| before(mention, step.by, LONGEST_LEAD_DAYS) == Some(date));
        (agree && self.fits_title(date)).then_some(date)
    }

    /// "Call 2027 … by 16 June. The festival takes place in May 2027": what one hands in for is not over before the title's year begins
    /// by more than the months in which one prepares it.
    fn fits_title(&self, date: NaiveDate) -> bool {
        let begins = self.titled.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
        begins.is_none_or(|begins| (begins - date).num_days() <= LONGEST_PREPARATION_DAYS)
    }
}

/// An evening to explain the call or its launch may be before the last day as well as behind it.
fn comes_first(reading: &Reading<'_>, index: usize) -> bool {
    /// "On 16 May, on 18 May and on 24 May": so many days of a sentence may stand behind the first, which says what they are.
    const DAYS_OF_A_SENTENCE: usize = 4;
    let mut at = index;
    for _ in 0..DAYS_OF_A_SENTENCE {
        let around = reading.around(at);
        if around.left.iter().chain(&around.right).any(|cue| matches!(cue.cue, Cue::Info | Cue::Kickoff)) {
            return true;
        }
        if at == 0 || !around.left.is_empty() || !reading.continues_sentence(at) {
            return false;
        }
        at -= 1;
    }
    false
}

/// "By 15 October of each year", "jeweils bis zum 15. Oktober".
fn comes_yearly(reading: &Reading<'_>, mention: &Mention) -> bool {
    let beside = |from: usize, to: usize| {
        let near = |gap: &str| words_in(gap) <= NEAR_AFTER && !gap.contains(['.', ';', '\n', '|', '!', '?']);
        reading.text.get(from..to).is_some_and(near)
    };
    let yearly = |cue: &CueFound| cue.cue == Cue::Yearly && (beside(mention.end, cue.start) || beside(cue.end, mention.start));
    let near = || reading.cues_between(mention.start.saturating_sub(SAID_NEAR), mention.end + SAID_NEAR);
    mention.date.is_none() && near().iter().any(yearly)
}

/// The day of a mention that is the last before `limit`, if it is at most `longest` days before it and its weekday agrees.
pub(super) fn before(mention: &Mention, limit: NaiveDate, longest: i64) -> Option<NaiveDate> {
    resolve_before(mention.month_day, mention.weekday, limit).filter(|date| (limit - *date).num_days() <= longest)
}

/// The year with which the sentence before that of the day begins, if it speaks of calls and of no other year.
fn announced_year(reading: &Reading<'_>, mention: &Mention) -> Option<i32> {
    /// "In the year 2027".
    const WORDS_TO_YEAR: usize = 3;
    let (start, _) = reading.clause(mention.start);
    let before = reading.text.get(..start)?.trim_end_matches(' ');
    let ended = before.strip_suffix('.')?;
    let (from, to) = reading.clause(ended.len().checked_sub(1).map(|at| ended.floor_char_boundary(at))?);
    let sentence = reading.text.get(from..to).filter(|_| to == ended.len() && !reading.is_past(from))?;
    let year = only_year(sentence)?;
    let mut words = folded_words(sentence);
    let leads = |word: &String| *word != year.to_string();
    let lead: Vec<String> = words.by_ref().take_while(leads).collect();
    let begins = lead.len() <= WORDS_TO_YEAR && lead.iter().all(|word| holds(&GRAMMAR.later.in_year, word));
    let is_call = |word: String| GRAMMAR.later.calls.iter().any(|call| word.ends_with(call.as_str()));
    (begins && words.any(is_call)).then_some(year)
}

/// The year that stands in the first line, if there is but one.
pub(super) fn year_of_title(text: &str) -> Option<i32> {
    only_year(text.lines().next()?)
}

/// The year that a stretch names, if it is but one.
pub(super) fn only_year(stretch: &str) -> Option<i32> {
    let words = stretch.split(|c: char| !c.is_alphanumeric());
    let mut years =
        words.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).filter(|year| (1990..2100).contains(year));
    years.next().filter(|first| years.all(|year| year == *first))
}

/// How near, in bytes, a word such as "winners" has to stand to a month for the month to be a step of the call.
const SAID_NEAR: usize = 80;

/// The text's own date of publication, if it names one so.
fn named_day(reading: &Reading<'_>, roles: &[Role]) -> Option<NaiveDate> {
    let named = reading.groups.iter().zip(roles).find(|(_, role)| **role == Role::Published);
    named.and_then(|(group, _)| reading.mentions[group.first].date)
}

/// Far-future dates stand for "no last day": a single one this many years ahead or more.
pub(super) const SENTINEL_YEARS: i32 = 2;

/// Is a single date so far ahead that it stands for "always open"?
pub(super) fn is_sentinel(date: NaiveDate, today: NaiveDate) -> bool {
    let limit = today.with_year(today.year() + SENTINEL_YEARS).unwrap_or(today);
    date >= limit && limit > today
}
