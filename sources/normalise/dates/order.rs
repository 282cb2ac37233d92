//! Which number comes first in `10/08/2024`: what the language says, unless the text itself shows which. One order holds for a text.

use chrono::{Datelike, NaiveDate};

use super::lex::Lexeme;
use super::{vocabulary, weekday_before};
use crate::lexicon::grammar::{GRAMMAR, holds};

/// Which number comes first in `10/08/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Everywhere but in the United States.
    DayFirst,
    /// In the United States.
    MonthFirst,
}

impl Order {
    /// The order of a language tag: `en-US` alone puts the month first.
    pub fn of(lang: Option<&str>) -> Self {
        match lang {
            Some(tag) if tag.eq_ignore_ascii_case("en-us") => Self::MonthFirst,
            _ => Self::DayFirst,
        }
    }
}

/// The order of a text's dates. `3/25/2027` can be no other than the 25th of March, and then `4/1/2027` beside it is the 1st of April;
/// a weekday beside a date shows it too, and so does an hour of a zone of the United States.
pub(super) fn of_text(text: &str, lexemes: &[Lexeme], lang: Option<&str>) -> Order {
    let (mut day_first, mut month_first, mut has_any) = (false, false, false);
    for (at, _) in lexemes.iter().enumerate().filter(|(_, lexeme)| lexeme.mark() == Some('/')) {
        let shown = at.checked_sub(1).and_then(|first| shown_at(lexemes, first));
        has_any |= lexemes.get(at + 1).is_some_and(|l| l.number().is_some());
        day_first |= shown == Some(Order::DayFirst);
        month_first |= shown == Some(Order::MonthFirst);
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        (false, false) if has_any && lang.is_none_or(|tag| tag.starts_with("en")) && names_american_zone(text, lexemes) => {
            Order::MonthFirst
        }
        _ => Order::of(lang),
    }
}

/// What `a/b/year` at `first` shows of the order, if it does.
fn shown_at(lexemes: &[Lexeme], first: usize) -> Option<Order> {
    let number = |at: usize, most: usize| lexemes.get(at)?.number().filter(|(_, digits)| *digits <= most).map(|(value, _)| value);
    let (one, two) = (number(first, 2)?, number(first + 2, 2)?);
    let (year, digits) = lexemes.get(first + 4)?.number()?;
    if lexemes.get(first + 3)?.mark() != Some('/') || !matches!(digits, 2 | 4) {
        return None;
    }
    match (one, two) {
        (13..=31, 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..=31) => Some(Order::MonthFirst),
        _ => {
            let year = i32::try_from(if digits == 2 { 2000 + year } else { year }).ok()?;
            let weekday = weekday_before(lexemes, first).or_else(|| weekday_in_brackets(lexemes, first + 5))?;
            let falls = |month, day| {
                NaiveDate::from_ymd_opt(year, month, day).is_some_and(|date| date.weekday().number_from_monday() == weekday)
            };
            match (falls(two, one), falls(one, two)) {
                (true, false) => Some(Order::DayFirst),
                (false, true) => Some(Order::MonthFirst),
                _ => None,
            }
        }
    }
}

/// `12/4/2026 (Friday)`.
fn weekday_in_brackets(lexemes: &[Lexeme], at: usize) -> Option<u32> {
    let opens = lexemes.get(at)?.mark() == Some('(');
    opens.then(|| lexemes.get(at + 1)).flatten().and_then(|lexeme| vocabulary::weekday(lexeme.word()))
}

/// "5 p.m. ET", "11:59 PM Eastern": behind an hour. In small letters these may be words of other languages.
fn names_american_zone(text: &str, lexemes: &[Lexeme]) -> bool {
    let names = |lexeme: &Lexeme| holds(&GRAMMAR.american_zones, &text[lexeme.start..lexeme.end]);
    let tells_hour =
        |lexeme: &Lexeme| lexeme.number().is_some() || matches!(lexeme.word(), "am" | "pm" | "m") || lexeme.mark() == Some('.');
    lexemes.windows(2).any(|pair| tells_hour(&pair[0]) && names(&pair[1]))
}
