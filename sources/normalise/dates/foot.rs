//! The foot of a page, which begins with a year of its own.

use super::lex::Lexeme;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};

/// "… by March 31" above "2027 © The Times", "2027 All rights reserved": the foot of the page begins with the year. "2027. Rights remain with
/// you" goes on with the sentence of the day.
pub(super) fn is_of_foot(lexemes: &[Lexeme], year: usize) -> bool {
    let holds_at = |list: &WordList, at: usize| lexemes.get(at).is_some_and(|l| !l.broken && holds(list, l.word()));
    let marked = || lexemes.get(year + 1).is_some_and(|l| !l.broken && l.mark() == Some('©'));
    let phrase = || holds_at(&GRAMMAR.rights, year + 2) && holds_at(&GRAMMAR.reserved, year + 3);
    lexemes.get(year).is_some_and(|l| l.broken) && (marked() || !lexemes.get(year + 1).is_none_or(|l| l.broken) && phrase())
}
