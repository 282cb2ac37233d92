//! A month as it is named: in one word, in two, by both Arabic traditions, or by its number behind the word for month.

use super::lex::Lexeme;
use super::partial::{adjacent_mark, four_digits, is_joint, number};
use super::vocabulary;

/// The lexeme after "of the month of", if that stands at `at`: at most three small words around the word for month.
pub(super) fn month_word(lexemes: &[Lexeme], at: usize) -> Option<usize> {
    let small = |l: &Lexeme| vocabulary::joins(l.word()) || vocabulary::is_article(l.word()) || l.word() == "des";
    let word = (at..at + 3).find(|index| lexemes.get(*index).is_some_and(|l| !small(l)))?;
    if !vocabulary::is_month_word(lexemes[word].word()) {
        return None;
    }
    let mut next = word + 1;
    while next < word + 3 && lexemes.get(next).is_some_and(|l| is_joint(l, false) || l.word() == "d") {
        next += 1;
    }
    Some(next)
}

/// `10/2027` after the word for month.
pub(super) fn numbered_month(lexemes: &[Lexeme], at: usize) -> Option<(u32, i32)> {
    let month = number(lexemes, at, 2).filter(|month| (1..=12).contains(month))?;
    adjacent_mark(lexemes, at + 1).filter(|mark| matches!(mark, '/' | '.' | '-'))?;
    Some((month, four_digits(lexemes, at + 2)?))
}

/// The month named at `at` and the lexeme after it: one word, two (`تشرين الأول`), or both traditions (`كانون الثاني / يناير`).
pub(super) fn month_name(lexemes: &[Lexeme], at: usize) -> Option<(u32, usize)> {
    let word = |index: usize| lexemes.get(index).map_or("", Lexeme::word);
    let (month, next) = match vocabulary::month(word(at)) {
        Some(month) => (month, at + 1),
        None => (vocabulary::month_of_two(word(at), word(at + 1))?, at + 2),
    };
    // "نيسان/أبريل", "نيسان (أبريل)", "نيسان - أبريل", "نيسان أبريل".
    let mark = lexemes.get(next).and_then(Lexeme::mark).filter(|mark| matches!(mark, '/' | '(' | '-' | '–'));
    let second = next + usize::from(mark.is_some());
    if word(second) == word(at) {
        return Some((month, next));
    }
    let again = if vocabulary::month(word(second)) == Some(month) {
        second + 1
    } else if vocabulary::month_of_two(word(second), word(second + 1)) == Some(month) {
        second + 2
    } else {
        return Some((month, next));
    };
    let closes = mark == Some('(') && lexemes.get(again).and_then(Lexeme::mark) == Some(')');
    Some((month, again + usize::from(closes)))
}
