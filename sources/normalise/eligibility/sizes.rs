//! Classes of size that leave nobody out: "cities over 50,000 and cities under 50,000 residents".

use crate::lexicon::grammar::{GRAMMAR, holds};

/// "With a population of more than": so many words at most from the comparison to its number.
const COMPARISON_REACH: usize = 5;

/// Are towns above a number and towns below the same number named?
pub(super) fn covers_all(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let told: Vec<(bool, u64)> = (0..words.len()).filter_map(|at| compared(&words, at)).collect();
    told.iter().any(|(over, number)| *over && told.contains(&(false, *number)))
}

/// Does a condition compare, and ask for nothing else?
pub(super) fn is_of_size(condition: &str) -> bool {
    condition
        .to_lowercase()
        .split_whitespace()
        .any(|word| holds(&GRAMMAR.clause.over, word) || holds(&GRAMMAR.clause.under, word))
}

/// A number with a comparison before it, and whether what is meant is more.
fn compared(words: &[&str], at: usize) -> Option<(bool, u64)> {
    let number = number(words[at])?;
    let before = words[..at].iter().rev().take(COMPARISON_REACH).take_while(|word| self::number(word).is_none());
    before.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).find_map(|word| {
        let over = holds(&GRAMMAR.clause.over, &word);
        (over || holds(&GRAMMAR.clause.under, &word)).then_some((over, number))
    })
}

/// "50,000", "ל-50,000": the number of a word, however its thousands are parted.
fn number(word: &str) -> Option<u64> {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
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

#[cfg(test)]
mod tests {
    use super::covers_all;

    #[test]
    fn above_and_below_one_number_are_all() {
        assert!(covers_all("towns over 50,000 residents and towns under 50,000 residents"));
        assert!(covers_all("רשויות מעל 20,000 תושבים ורשויות מתחת ל-20,000 תושבים"));
    }

    #[test]
    fn between_two_numbers_others_are_left_out() {
        assert!(!covers_all("towns over 50,000 and under 100,000 residents"));
        assert!(!covers_all("towns over 50,000 residents"));
    }
}
