//! "The 2027 call for entries is open from 6 to 24 March": a call that is named after a year is open in it, unless that is so late in it
//! that next year's may be meant.

use chrono::NaiveDate;

use super::address::names_no_other;
use super::reading::Reading;
use super::year::only_year;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::Mention;
use crate::normalise::wording::folded_words;

/// From August on a call for money may be named after the year to come, from October on a contest may be as well.
const LAST_SURE_MONTH: u32 = 7;
const LAST_OF_CONTESTS: u32 = 9;

/// Until February what bears the name of the year before may still be open.
const LAST_OF_THE_YEAR_BEFORE: u32 = 2;

/// Nobody announces a last day more than ten months ahead: "the Agenda 2030 call" is named after what it is for, and "the call for 2027" of
/// the spring before closes in that year.
const LONGEST_AHEAD_DAYS: i64 = 304;

/// "Appel à candidatures 2027": so many words at most stand between the call and its year.
const WORDS_TO_YEAR: usize = 3;

/// Four long words before a year and one behind it, in bytes.
const LEAD: usize = 120;
const REST: usize = 40;

/// The year of a day in the sentence of a call that is named after one. `titled` is the only year of the title.
pub(super) fn call_year(reading: &Reading<'_>, mention: &Mention, titled: Option<i32>, today: NaiveDate) -> Option<i32> {
    let (from, to) = reading.clause(mention.start);
    let sentence = reading.text.get(from..to).filter(|_| !reading.is_past(mention.start))?;
    let year = only_year(sentence).filter(|_| mention.month_day.0 <= LAST_OF_CONTESTS)?;
    let date = NaiveDate::from_ymd_opt(year, mention.month_day.0, mention.month_day.1)?;
    if (date - today).num_days() > LONGEST_AHEAD_DAYS {
        return None;
    }
    // Of a sentence as long as a text only the words beside the year are read.
    let at = sentence.find(&year.to_string())?;
    let lead = sentence.get(sentence.ceil_char_boundary(at.saturating_sub(LEAD))..at)?;
    let rest = sentence.get(at + 4..sentence.floor_char_boundary(at + 4 + REST))?;
    let is_call = |word: &String| GRAMMAR.later.calls.iter().any(|call| word.ends_with(call.as_str()));
    // "Call for the capital of 2031" is named after no year: only what is called for stands between.
    let is_contest =
        || folded_words(rest).take(WORDS_TO_YEAR).chain(folded_words(lead)).any(|word| holds(&GRAMMAR.later.contested, &word));
    let sure = mention.month_day.0 <= LAST_SURE_MONTH || is_contest();
    let mut before = folded_words(lead).rev().take(WORDS_TO_YEAR + 1).skip_while(|word| holds(&GRAMMAR.later.called_for, word));
    let named = folded_words(rest).next().is_some_and(|word| is_call(&word)) || before.next().is_some_and(|word| is_call(&word));
    (named && sure && titled.is_none_or(|titled| titled == year)).then_some(year)
}

/// A call or a contest that the title names after the only year of the whole text: "Prix des villes 2027", "2027 Mayors Challenge".
#[derive(Debug, Clone, Copy)]
pub(super) struct TitledCall(i32);

impl TitledCall {
    /// `titled` is the only year of the title.
    pub(super) fn of(text: &str, titled: Option<i32>) -> Option<Self> {
        let year = titled?;
        let title = text.lines().next().unwrap_or("");
        let (lead, rest) = title.split_once(&year.to_string())?;
        let is_contest = |word: &String| {
            !holds(&GRAMMAR.later.prices, word) && GRAMMAR.later.contests.iter().any(|contest| word.ends_with(contest.as_str()))
        };
        let contest = folded_words(lead).rev().take(WORDS_TO_YEAR).any(|word| is_contest(&word))
            || folded_words(rest).take(WORDS_TO_YEAR).any(|word| is_contest(&word));
        // Behind what is called for the call itself stands ("Call for projects 2027").
        let is_call = |word: &String| GRAMMAR.later.calls.iter().any(|call| word.ends_with(call.as_str()));
        let mut before = folded_words(lead).rev().skip_while(|word| holds(&GRAMMAR.later.called_for, word));
        let called =
            before.next().is_some_and(|word| is_call(&word)) || folded_words(rest).next().is_some_and(|word| is_call(&word));
        // "2026/27" is no one year.
        let whole = !rest.starts_with(['/', '-', '–']) && !lead.ends_with(['/', '-', '–']);
        (whole && (contest || called) && names_no_other(text, year)).then_some(Self(year))
    }

    /// The year of a day that is printed without one: in the first half of it, and not as far ahead as nobody announces. What is named
    /// after a year may close early in the next ("Christmas contest 2026": 10 January).
    pub(super) fn year(self, mention: &Mention, today: NaiveDate) -> Option<i32> {
        let date = NaiveDate::from_ymd_opt(self.0, mention.month_day.0, mention.month_day.1)?;
        let near = (date - today).num_days() <= LONGEST_AHEAD_DAYS;
        let early = date < today && mention.month_day.0 <= LAST_OF_THE_YEAR_BEFORE;
        (near && !early && mention.month_day.0 <= LAST_SURE_MONTH).then_some(self.0)
    }
}
