//! "In the current financial year (2027)", "in 2027 towns can apply again": which year the text itself calls its own, as a dateline would.

use chrono::{Datelike, NaiveDate};

use super::reading::Reading;
use crate::lexicon::grammar::{CurrentYear, GRAMMAR, WordList, holds};
use crate::normalise::cues::Cue;
use crate::normalise::dates::Mention;
use crate::normalise::wording::{folded_words, phrase_at};

/// "The present financial year of 2027": so many words are looked at before the year.
const WORDS_BEFORE: usize = 5;

/// Who speaks of the current year in another sentence may do so in its autumn: its first three months are next year's then.
const FIRST_SURE_MONTH: u32 = 4;

/// Longer words may end with a noun of so many bytes; "ano" and its like end too many.
const SHORTEST_NOUN: usize = 4;

/// "The current year of": the noun stands among so many words before the number.
const WORDS_FROM_NOUN: usize = 3;

/// So many bytes before a number are looked at: they hold the words before it, in any language.
const LONGEST_LEAD: usize = 160;

/// A year that a text calls its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnYear {
    at: usize,
    year: i32,
    /// It is said of money or of a call, and not only of the time in which somebody speaks.
    of_call: bool,
}

/// The year that the text calls the current one, if it does so of one year only and not of what has been.
pub(super) fn current_year(reading: &Reading<'_>) -> Option<OwnYear> {
    let text = reading.text;
    let is_start = |at: usize| text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
    let dated = |at: usize| {
        let place = reading.mentions.partition_point(|mention| mention.end <= at);
        reading.mentions.get(place).is_some_and(|mention| mention.start <= at)
    };
    let told = |at: usize| {
        let year: i32 = text.get(at..at + 4)?.parse().ok().filter(|year| (1990..2100).contains(year))?;
        let behind = text[at + 4..].chars().next().unwrap_or(' ');
        // "2026/27" is no one year.
        let whole = !behind.is_alphanumeric() && !matches!(behind, '/' | '-' | '–');
        let before = text.get(text.floor_char_boundary(at.saturating_sub(LONGEST_LEAD))..at)?;
        let own = whole && is_start(at) && !dated(at) && !reading.is_past(at);
        let again = own && applies_again(reading, at);
        (again || own && calls_current(before)).then_some((at, year, again))
    };
    let mut years = text.match_indices(['1', '2']).filter_map(|(at, _)| told(at));
    let (at, year, again) = years.next()?;
    years.all(|(_, other, _)| other == year).then(|| OwnYear { at, year, of_call: again || is_of_call(reading, at) })
}

/// "Also in the year 2027 towns can apply for money again": one applies in that year. "For 2027" may be applied for in the year before.
fn applies_again(reading: &Reading<'_>, at: usize) -> bool {
    let (from, to) = reading.clause(at);
    let lead = reading.text.get(from..at).unwrap_or("");
    let mut before = folded_words(lead).rev();
    let begins = lead.trim().is_empty();
    let dates_it = begins
        || before.next().is_some_and(|word| holds(&GRAMMAR.later.in_year, &word) || holds(&GRAMMAR.current_year.again, &word));
    let applies = || reading.cues_between(from, to).iter().any(|cue| matches!(cue.cue, Cue::Applying));
    let again = || folded_words(reading.text.get(from..to).unwrap_or("")).any(|word| holds(&GRAMMAR.current_year.again, &word));
    dates_it && applies() && again()
}

/// The year of a day that is printed without one, by the year that the text calls its own.
pub(super) fn year_of(reading: &Reading<'_>, mention: &Mention, current: Option<OwnYear>) -> Option<i32> {
    let OwnYear { at, year, of_call } = current?;
    let (from, to) = reading.clause(mention.start);
    let same = (from..to).contains(&at);
    let fits = same || of_call && mention.month_day.0 >= FIRST_SURE_MONTH || is_borne_out(mention, year);
    (fits && !is_for_the_next(reading, mention)).then_some(year)
}

/// "Friday, 10 May", and the 10th of May is a Friday in that year.
fn is_borne_out(mention: &Mention, year: i32) -> bool {
    let (month, day) = mention.month_day;
    let date = NaiveDate::from_ymd_opt(year, month, day);
    mention.weekday.is_some_and(|weekday| date.is_some_and(|date| date.weekday().number_from_monday() == weekday))
}

/// "Until 30 September of the present year", under a title that names one: from October on a title may be named after the next.
pub(super) fn of_own_year(reading: &Reading<'_>, mention: &Mention, titled: Option<i32>) -> Option<i32> {
    /// "De l'année en cours".
    const WORDS_BEHIND: usize = 5;
    const LAST_SURE_MONTH: u32 = 9;
    let rest = reading.text.get(mention.end..reading.clause(mention.start).1)?;
    let near = rest.split([',', ';', '(', '|', '\n']).next().unwrap_or("");
    let words: Vec<String> = folded_words(near).take(WORDS_BEHIND).collect();
    let said = words.join(" ");
    let is_year = words.iter().any(|word| names(&GRAMMAR.current_year.years, word));
    let is_current = || GRAMMAR.current_year.current.iter().any(|phrase| phrase_at(&said, phrase).is_some());
    titled.filter(|_| mention.month_day.0 <= LAST_SURE_MONTH && is_year && is_current())
}

/// "The fund of the current year", "the current budget year": in "this year 2026 we are ten years old" no call is meant.
fn is_of_call(reading: &Reading<'_>, at: usize) -> bool {
    let (from, to) = reading.clause(at);
    let is_called = [Cue::Called, Cue::Entering].into_iter().any(|cue| reading.beside(cue, from, to).next().is_some());
    let is_budget =
        || folded_words(reading.text.get(from..at).unwrap_or("")).any(|word| names(&GRAMMAR.current_year.budget, &word));
    is_called || reading.cues_between(from, to).iter().any(|cue| cue.cue == Cue::Callable) || is_budget()
}

/// "For the coming round by 30 April" is not said of the current year; "by 9 June next" is.
fn is_for_the_next(reading: &Reading<'_>, mention: &Mention) -> bool {
    let (from, to) = reading.clause(mention.start);
    let is_next = |word: String| holds(&GRAMMAR.current_year.coming, &word);
    let before = folded_words(reading.text.get(from..mention.start).unwrap_or("")).rev().skip(1).any(is_next);
    before || folded_words(reading.text.get(mention.end..to).unwrap_or("")).skip(1).any(is_next)
}

/// Do the words before a year say that it is the current one?
fn calls_current(before: &str) -> bool {
    let CurrentYear { current, years, leads_on, .. } = &GRAMMAR.current_year;
    let clause = before.rsplit(['\n', '.', ';', '!', '?', '|']).next().unwrap_or("");
    let mut words: Vec<String> = folded_words(clause).rev().skip_while(|word| holds(leads_on, word)).take(WORDS_BEFORE).collect();
    words.reverse();
    let Some(noun) = words.iter().rposition(|word| names(years, word)) else { return false };
    let said = words.join(" ");
    let is_said = current.iter().any(|phrase| phrase_at(&said, phrase).is_some());
    // "The current call of the year 2027" calls the call so: one of both is the last word, and the other stands beside it.
    let ends = |phrase: &String| said.strip_suffix(phrase).is_some_and(|before| before.is_empty() || before.ends_with(' '));
    let near = words.len() - noun <= WORDS_FROM_NOUN;
    is_said && near && (noun + 1 == words.len() || current.iter().any(ends))
}

/// Is the word in the list, or does it end with a noun of it ("Haushaltsjahr", "بالعام")?
fn names(list: &WordList, word: &str) -> bool {
    holds(list, word) || list.iter().any(|noun| noun.len() >= SHORTEST_NOUN && word.ends_with(noun.as_str()))
}
