//! What a sentence on applicants tells of size, beside the limit itself: whether its condition is one of size alone, and counts at all.

use crate::lexicon::grammar::{GRAMMAR, holds};

/// Does a condition compare, and ask for nothing else?
pub(super) fn is_of_size(condition: &str) -> bool {
    condition
        .to_lowercase()
        .split_whitespace()
        .any(|word| holds(&GRAMMAR.clause.over, word) || holds(&GRAMMAR.clause.under, word))
}

/// Does a number stand in it that is no share? "Residents: 20 %" is the weight of a criterion.
pub(super) fn tells_number(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(char::is_numeric) {
        let number = &rest[at..];
        let end = number.find(|c: char| !c.is_numeric() && !matches!(c, '.' | ',')).unwrap_or(number.len());
        if !number[end..].trim_start().starts_with('%') {
            return true;
        }
        rest = &number[end..];
    }
    false
}
