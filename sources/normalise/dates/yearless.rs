//! Days named without a year, and the years that a context fixes for them.
//! Abstaining is an answer: without a date of publication nothing is resolved.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::Mention;

/// A month and a day whose year the text does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayMention {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// ISO number of the weekday beside it, Monday being 1.
    pub weekday: Option<u32>,
    /// The time of day beside it.
    pub time: Option<NaiveTime>,
    /// IANA name or offset.
    pub zone: Option<String>,
    /// First byte of the quote.
    pub start: usize,
    /// The byte after the quote.
    pub end: usize,
}

impl DayMention {
    pub(super) fn of(mention: &Mention) -> Option<Self> {
        if mention.date.is_some() || mention.bare {
            return None;
        }
        let (month, day) = mention.month_day;
        Some(Self {
            month,
            day,
            weekday: mention.weekday,
            time: mention.time,
            zone: mention.zone.clone(),
            start: mention.start,
            end: mention.end,
        })
    }
}

/// The first such day on or after `published` (29 February waits for its leap year).
/// A weekday written beside it has to agree, else the text means another year than the context and nothing is said.
pub fn resolve(month_day: (u32, u32), weekday: Option<u32>, published: NaiveDate) -> Option<NaiveDate> {
    /// Leap days are at most eight years apart.
    const FURTHEST: i32 = 8;
    let year = published.year();
    (year..=year + FURTHEST)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month_day.0, month_day.1))
        .find(|date| *date >= published)
        .filter(|date| agrees(*date, weekday))
}

/// The last such day on or before `limit`, the weekday agreeing.
pub(in crate::normalise) fn resolve_before(month_day: (u32, u32), weekday: Option<u32>, limit: NaiveDate) -> Option<NaiveDate> {
    let year = limit.year();
    [year, year - 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month_day.0, month_day.1))
        .find(|date| *date <= limit)
        .filter(|date| agrees(*date, weekday))
}

fn agrees(date: NaiveDate, weekday: Option<u32>) -> bool {
    weekday.is_none_or(|number| date.weekday().number_from_monday() == number)
}
