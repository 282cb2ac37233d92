//! A date whose day, month and year stand in cells of their own: `31 | Oct. | 2027`. Numbers alone are any table's.

use super::lex::Lexeme;
use super::month_name::month_name;
use super::partial::{Partial, adjacent_mark, four_digits, number};

/// The date whose day stands at `at`.
pub(super) fn cells(lexemes: &[Lexeme], at: usize) -> Option<Partial> {
    let day = number(lexemes, at, 2).filter(|day| (1..=31).contains(day))?;
    let behind_wall = |at: usize| {
        let is_wall = lexemes.get(at).is_some_and(|l| !l.broken && l.mark() == Some('|'));
        lexemes.get(at + 1).filter(|l| is_wall && !l.broken).map(|_| at + 1)
    };
    let (month, after) = month_name(lexemes, behind_wall(at + 1)?)?;
    let year_at = behind_wall(after + usize::from(adjacent_mark(lexemes, after) == Some('.')))?;
    let year = four_digits(lexemes, year_at)?;
    Some(Partial { day, month, year: Some(year), first: at, next: year_at + 1, bare: false })
}
