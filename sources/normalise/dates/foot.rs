//! The foot of a page, which begins with a year of its own.

use super::lex::Lexeme;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// "… by March 31" above "2027 © The Times", "2027 All rights reserved": the foot of the page begins with the year.
pub(super) fn is_of_foot(lexemes: &[Lexeme], year: usize) -> bool {
    let rights = |at: usize| lexemes.get(at).is_some_and(|l| !l.broken && holds(&GRAMMAR.rights, l.word()));
    let marked = || lexemes.get(year + 1).is_some_and(|l| l.mark() == Some('©') || holds(&GRAMMAR.rights, l.word()));
    lexemes.get(year).is_some_and(|l| l.broken) && (marked() || rights(year + 2))
}
