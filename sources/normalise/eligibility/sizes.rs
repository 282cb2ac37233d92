//! What a sentence on applicants tells of size, beside the limit itself: whether its condition is one of size alone, and counts at all.

use super::super::clean::floor_boundary;
use super::sentence::Sentence;
use crate::lexicon::Role;
use crate::lexicon::grammar::{GRAMMAR, holds};

/// Does a condition compare, and ask for nothing else?
pub(super) fn is_of_size(condition: &str) -> bool {
    condition
        .to_lowercase()
        .split_whitespace()
        .any(|word| holds(&GRAMMAR.clause.over, word) || holds(&GRAMMAR.clause.under, word))
}

/// "More than 20 thousand of them are residents": so far from the people, in bytes, stands the number that counts them.
const COUNT_NEAR: usize = 120;

/// A number of fewer digits counts projects, classes or prizes, and no town.
const DIGITS_OF_A_TOWN: usize = 3;

/// Does a number stand beside a word for those who live somewhere?
pub(super) fn are_counted(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::Headcount).any(|people| {
        let (before, behind) = (sentence.before(people), sentence.after(people));
        let from = ceil_boundary(before, before.len().saturating_sub(COUNT_NEAR));
        tells_number(&before[from..]) || tells_number(&behind[..floor_boundary(behind, COUNT_NEAR)])
    })
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Does a number stand in it that is as large as a town, and no share? "Residents: 20 %" is the weight of a criterion.
fn tells_number(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(char::is_numeric) {
        let number = &rest[at..];
        let end = number.find(|c: char| !c.is_numeric() && !matches!(c, '.' | ',')).unwrap_or(number.len());
        let behind = number[end..].trim_start();
        let group = behind.chars().take_while(char::is_ascii_digit).count();
        let digits = number[..end].chars().filter(char::is_ascii_digit).count() + group;
        let next = behind.split_whitespace().next().unwrap_or_default().to_lowercase();
        if !behind.starts_with('%') && (digits >= DIGITS_OF_A_TOWN || holds(&GRAMMAR.clause.thousands, &next)) {
            return true;
        }
        rest = &number[end..];
    }
    false
}
