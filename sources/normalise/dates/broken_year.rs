//! A year that a scan or a file broke in two: `20.05.20 19`, `20 May 20 19`. An hour behind a year of two digits is none
//! (`20.05.20 19:00`, `20.05.20 19 Uhr`).

use super::lex::{Kind, Lexeme};
use super::vocabulary;

/// The lexemes with such years made whole.
pub(super) fn mended(lexemes: Vec<Lexeme<'_>>) -> Vec<Lexeme<'_>> {
    let halves: Vec<usize> = (1..lexemes.len()).filter(|at| is_second_half(&lexemes, *at)).collect();
    if halves.is_empty() {
        return lexemes;
    }
    let mut whole: Vec<Lexeme<'_>> = Vec::with_capacity(lexemes.len());
    for (at, lexeme) in lexemes.into_iter().enumerate() {
        let first = whole.last_mut().filter(|_| halves.binary_search(&at).is_ok());
        match (first, &lexeme.kind) {
            (Some(Lexeme { kind: Kind::Number { value, digits }, end, .. }), Kind::Number { value: year, .. }) => {
                (*value, *digits, *end) = (*value * 100 + year, 4, lexeme.end);
            }
            _ => whole.push(lexeme),
        }
    }
    whole
}

/// Are the two numbers before and at `at` the halves of the year of a date?
fn is_second_half(lexemes: &[Lexeme<'_>], at: usize) -> bool {
    let half = |at: usize| lexemes[at].number().filter(|(_, digits)| *digits == 2).map(|(value, _)| value);
    let (Some(century), Some(_)) = (half(at - 1), half(at)) else { return false };
    let parted = lexemes[at].spaced && !lexemes[at].broken;
    parted && matches!(century, 19 | 20) && ends_day_and_month(&lexemes[..at - 1]) && !goes_on(&lexemes[at + 1..])
}

/// `20.05.` or `20 May` before what follows.
fn ends_day_and_month(before: &[Lexeme<'_>]) -> bool {
    let number = |lexeme: &Lexeme<'_>| lexeme.number().is_some_and(|(_, digits)| digits <= 2);
    match before {
        [.., day, mark, month, again] if number(month) => {
            number(day)
                && mark.mark().is_some_and(|mark| matches!(mark, '.' | '/' | '-'))
                && mark.mark() == again.mark()
                && !again.spaced
        }
        [.., day, month] => number(day) && vocabulary::month(month.word()).is_some(),
        _ => false,
    }
}

/// An hour ("19:00", "19.30", "19 Uhr"), a span ("19-21") or what is counted ("20 places") goes on behind its number.
fn goes_on(behind: &[Lexeme<'_>]) -> bool {
    let Some(next) = behind.first().filter(|next| !next.broken) else { return false };
    let tight = |lexeme: &Lexeme<'_>| !lexeme.spaced && !lexeme.broken;
    let number = behind.get(1).is_some_and(|next| next.number().is_some() && tight(next));
    match next.mark() {
        Some(':' | '-' | '–' | '/' | '%') | None => true,
        Some('.' | ',') => tight(next) && number,
        Some(_) => false,
    }
}
