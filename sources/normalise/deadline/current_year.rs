//! The year in which the text was written, where it says so: "for the current year 2027", "für das laufende Jahr 2027". "Grants 2027" alone
//! may be called for in the year before.

use chrono::{Datelike, NaiveDate};

use super::reading::{Reading, words_in};
use crate::normalise::cues::Cue;
use crate::normalise::dates::Mention;

/// "The current financial year of 2027": so many words at most before the number.
const WORDS_TO_YEAR: usize = 1;

/// The only year that the text calls the current one.
pub(super) fn current_year(reading: &Reading<'_>) -> Option<i32> {
    let text = reading.text;
    let mut years = reading.beside(Cue::Current, 0, text.len()).filter_map(|current| {
        let rest = text.get(current.end..)?;
        let at = rest.find(|c: char| c.is_ascii_digit())?;
        let digits = rest.get(at..)?.split(|c: char| !c.is_ascii_digit()).next()?;
        let near = words_in(&rest[..at]) <= WORDS_TO_YEAR && !rest[..at].contains(['.', '\n', ';']);
        digits.parse().ok().filter(|year| near && digits.len() == 4 && (1990..2100).contains(year))
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The day of a mention in that year, if its weekday agrees.
pub(super) fn in_year(mention: &Mention, year: i32) -> Option<NaiveDate> {
    let (month, day) = mention.month_day;
    let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| !mention.bare && !mention.relative)?;
    mention.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday()).then_some(date)
}
