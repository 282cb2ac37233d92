//! "The end of January 2027": its last day, where a day is asked for by when something is over.

use chrono::{Datelike, Months, NaiveDate};

use super::lex::Lexeme;
use super::month_name::month_name;
use super::partial::Partial;
use super::vocabulary;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// "End of the month of": so many small words at most stand before the month.
const SMALL_WORDS: usize = 3;

/// The last day of the month whose end is named at `at`. Without its year it may be any.
pub(super) fn month_end(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    if !lexemes.get(at).is_some_and(|lexeme| holds(&GRAMMAR.month_end, lexeme.word())) {
        return None;
    }
    let small = |lexeme: &&Lexeme| {
        let word = lexeme.word();
        vocabulary::joins(word) || vocabulary::is_article(word) || vocabulary::is_month_word(word) || word == "d"
    };
    let after = at + 1;
    let place = after + lexemes[after..].iter().take(SMALL_WORDS).take_while(small).count();
    let (month, next) = month_name(lexemes, place)?;
    let joint = |lexeme: &&Lexeme| {
        vocabulary::joins(lexeme.word()) || vocabulary::is_year_word(lexeme.word()) || lexeme.mark() == Some(',')
    };
    let year_at = next + lexemes[next..].iter().take(2).take_while(joint).count();
    let (year, _) = lexemes.get(year_at)?.number().filter(|(_, digits)| *digits == 4)?;
    let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some(Partial { day: last.day(), month, year: Some(last.year()), first: at, next: year_at + 1, bare: false })
}
