//! "Leeds, October 2026. The city …", "(janvier 2027) …": a month with its year at the head of a text is when it was written, if it is none to
//! come.

use chrono::NaiveDate;

use super::reading::{Reading, words_in};
use crate::normalise::cues::Cue;
use crate::normalise::dates::MonthOfYear;

/// A place and a small word may stand before the month.
const LEADING_WORDS: usize = 3;

/// "October 2026" with what parts it from the text: so many bytes from its beginning, where they are at hand.
const LONGEST_MONTH: usize = 40;

/// What parts such a line from the text behind it.
const PARTING: [char; 8] = ['.', ')', ']', ':', '|', '–', '—', '\n'];

/// The first day of the month in which the text was written.
pub(super) fn head_month(reading: &Reading<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let text = reading.text;
    // The month of a title is that of what the title names.
    let line = text.find('\n')? + 1;
    let &MonthOfYear { at, year, month } = reading.months.iter().find(|month| month.at >= line)?;
    let before = text.get(line..at)?;
    let told = text.get(at..text.floor_char_boundary(at + LONGEST_MONTH))?;
    let end = told.find(&year.to_string())? + year.to_string().len();
    let is_parted = told[end..].chars().next().is_none_or(|next| PARTING.contains(&next));
    let is_head = !before.contains('\n') && !before.contains('.') && words_in(before) <= LEADING_WORDS;
    // "Conference in Leeds, June 2026": when something takes place.
    let names = |cue: Cue| matches!(cue, Cue::Event | Cue::Results | Cue::Deadline | Cue::Until | Cue::From | Cue::Project);
    let is_told = reading.cues_between(line, at + end).iter().any(|cue| names(cue.cue));
    let written = NaiveDate::from_ymd_opt(year, month, 1)?;
    (is_head && is_parted && !is_told && written <= today).then_some(written)
}
