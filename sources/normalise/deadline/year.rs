//! The year of a day that is printed without one, if anything fixes it: the same day elsewhere in the text, the date of
//! publication, the dateline, the address, or a later step that is dated. Otherwise it stays open: a year is never guessed.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::reading::Reading;
use super::role::Role;
use crate::normalise::cues::Cue;
use crate::normalise::dates::{Mention, MonthOfYear, resolve, resolve_before};

/// A step dated this long after the deadline belongs to another round.
const LONGEST_ROUND_DAYS: i64 = 366;

/// What the text and its context say of years.
pub(super) struct Years {
    published: Option<NaiveDate>,
    /// Days that stand with their year somewhere in the text.
    same_day: HashMap<(u32, u32), NaiveDate>,
    /// Where a later step is dated, and by which day it is over.
    later: Vec<(usize, NaiveDate)>,
}

impl Years {
    pub(super) fn new(reading: &Reading<'_>, roles: &[Role], published: Option<NaiveDate>, url: &str) -> Self {
        let published = published.or_else(|| dateline(reading, roles)).or_else(|| dated_address(url));
        let steps = reading.groups.iter().zip(roles).filter(|(_, role)| matches!(role, Role::Event | Role::Decoy(Cue::Results)));
        let mut later: Vec<(usize, NaiveDate)> = steps
            .filter_map(|(group, _)| Some((reading.mentions[group.first].start, reading.mentions[group.first].date?)))
            .collect();
        for &MonthOfYear { at, year, month } in &reading.months {
            let place = reading.mentions.partition_point(|m| m.end <= at);
            let in_mention = reading.mentions.get(place).is_some_and(|m| m.start <= at);
            let said = reading.cues_between(at.saturating_sub(SAID_NEAR), at.saturating_add(SAID_NEAR).min(reading.text.len()));
            if !in_mention && said.iter().any(|cue| matches!(cue.cue, Cue::Results | Cue::Event)) {
                later.extend(NaiveDate::from_ymd_opt(year, month, 1).map(|date| (at, date)));
            }
        }
        let same_day = reading.mentions.iter().rev().filter_map(|m| Some((m.month_day, m.date?))).collect();
        Self { published, same_day, later }
    }

    /// Is it known when the text was published? Only then do "tomorrow" and its like name a day.
    pub(super) fn is_published(&self) -> bool {
        self.published.is_some()
    }

    /// The date of a mention, its year taken from the context where the text leaves it out.
    pub(super) fn date(&self, mention: &Mention) -> Option<NaiveDate> {
        if mention.date.is_some() {
            return mention.date;
        }
        let same = self.same_day.get(&mention.month_day).copied();
        let from_published = || resolve(mention.month_day, mention.weekday, self.published?);
        same.or_else(from_published).or_else(|| self.before_later_step(mention))
    }

    fn before_later_step(&self, mention: &Mention) -> Option<NaiveDate> {
        if self.published.is_some() || mention.bare {
            return None;
        }
        let limit = self.later.iter().filter(|(at, _)| *at > mention.end).map(|(_, date)| *date).min()?;
        resolve_before(mention.month_day, mention.weekday, limit).filter(|date| (limit - *date).num_days() <= LONGEST_ROUND_DAYS)
    }
}

/// How near, in bytes, a word such as "winners" has to stand to a month for the month to be a step of the call.
const SAID_NEAR: usize = 80;

/// The text's own date of publication: a date so named, or one that stands alone at its head.
fn dateline(reading: &Reading<'_>, roles: &[Role]) -> Option<NaiveDate> {
    /// A dateline stands at the head: behind the title and one line at most.
    const HEAD_LINES: usize = 3;
    let named = reading.groups.iter().zip(roles).find(|(_, role)| **role == Role::Published);
    let date_of = |group: &super::reading::Group| reading.mentions[group.first].date;
    if let Some(date) = named.and_then(|(group, _)| date_of(group)) {
        return Some(date);
    }
    let (index, first) = reading.groups.iter().enumerate().next()?;
    let lines = reading.text.get(..reading.start(*first))?.matches('\n').count();
    let heads =
        lines < HEAD_LINES && roles.get(index) == Some(&Role::Plain) && first.first == first.last && reading.around(index).alone;
    heads.then(|| date_of(first)).flatten()
}

/// `/2021/03/city-partners`, `/2024/04/26/…`: the month or day that the page's address names.
fn dated_address(url: &str) -> Option<NaiveDate> {
    let path = url.split(['?', '#']).next()?;
    let segments: Vec<&str> = path.split('/').skip(3).collect();
    segments.windows(2).enumerate().find_map(|(index, pair)| {
        let year: i32 = pair[0].parse().ok().filter(|year| (1990..2100).contains(year))?;
        let month: u32 = pair[1].parse().ok().filter(|_| pair[1].len() == 2)?;
        let day = segments.get(index + 2).filter(|part| part.len() == 2).and_then(|part| part.parse().ok()).unwrap_or(1);
        NaiveDate::from_ymd_opt(year, month, day)
    })
}

/// Far-future dates stand for "no last day": a single one this many years ahead or more.
pub(super) const SENTINEL_YEARS: i32 = 2;

/// Is a single date so far ahead that it stands for "always open"?
pub(super) fn is_sentinel(date: NaiveDate, today: NaiveDate) -> bool {
    let limit = today.with_year(today.year() + SENTINEL_YEARS).unwrap_or(today);
    date >= limit && limit > today
}
