//! "In the current financial year (2027)": which year the text itself calls its own, as a dateline would.

use super::reading::Reading;
use crate::lexicon::grammar::{CurrentYear, GRAMMAR, holds};
use crate::normalise::dates::Mention;
use crate::normalise::dates::lex::fold;

/// "The present financial year of 2027": so many words are looked at before the year.
const WORDS_BEFORE: usize = 5;

/// Who speaks of the current year in another sentence may do so in its autumn: its first three months are next year's then.
const FIRST_SURE_MONTH: u32 = 4;

/// Longer words may end with a noun of so many bytes; "ano" and its like end too many.
const SHORTEST_NOUN: usize = 4;

/// "The current year of": the noun stands among so many words before the number.
const WORDS_FROM_NOUN: usize = 3;

/// Where the text calls a year the current one, if it does so of one year only and not of what has been.
pub(super) fn current_year(reading: &Reading<'_>) -> Option<(usize, i32)> {
    let text = reading.text;
    let is_start = |at: usize| text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
    let dated = |at: usize| reading.mentions.iter().any(|mention| mention.start <= at && at < mention.end);
    let told = |at: usize| {
        let year: i32 = text.get(at..at + 4)?.parse().ok().filter(|year| (1990..2100).contains(year))?;
        let behind = text[at + 4..].chars().next().unwrap_or(' ');
        // "2026/27" is no one year.
        let whole = !behind.is_alphanumeric() && !matches!(behind, '/' | '-' | '–');
        (whole && is_start(at) && !dated(at) && !reading.is_past(at) && calls_current(text.get(..at)?)).then_some((at, year))
    };
    let mut years = text.match_indices(['1', '2']).filter_map(|(at, _)| told(at));
    let first = years.next()?;
    years.all(|(_, year)| year == first.1).then_some(first)
}

/// The year of a day that is printed without one, by the year that the text calls its own.
pub(super) fn year_of(reading: &Reading<'_>, mention: &Mention, current: Option<(usize, i32)>) -> Option<i32> {
    let (at, year) = current?;
    let (from, to) = reading.clause(mention.start);
    let same = (from..to).contains(&at);
    (same || mention.month_day.0 >= FIRST_SURE_MONTH).then_some(year)
}

/// Do the words before a year say that it is the current one?
fn calls_current(before: &str) -> bool {
    let CurrentYear { current, years, leads_on } = &GRAMMAR.current_year;
    let clause = before.rsplit(['\n', '.', ';', '!', '?', '|']).next().unwrap_or("");
    let mut words: Vec<String> = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect();
    let small = words.len() - words.iter().rev().take_while(|word| holds(leads_on, word)).count();
    words.truncate(small);
    let words = &words[words.len().saturating_sub(WORDS_BEFORE)..];
    // "Haushaltsjahr", "بالعام".
    let is_year = |word: &String| {
        holds(years, word) || years.iter().any(|year| year.len() >= SHORTEST_NOUN && word.ends_with(year.as_str()))
    };
    let Some(noun) = words.iter().rposition(is_year) else { return false };
    let said = format!(" {} ", words.join(" "));
    let names = current.iter().any(|phrase| said.contains(&format!(" {phrase} ")));
    // "The current call of the year 2027" calls the call so: one of both is the last word, and the other stands beside it.
    let ends = |phrase: &String| said.ends_with(&format!(" {phrase} "));
    let near = words.len() - noun <= WORDS_FROM_NOUN;
    names && near && (noun + 1 == words.len() || current.iter().any(ends))
}
