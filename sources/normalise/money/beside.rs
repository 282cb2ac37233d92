//! The words of a stretch as the rules of sums ask for them: folded, in order, with where they begin.

use crate::normalise::dates::lex::fold;

/// The words of a stretch, folded, with where each begins in it. As many are read as are asked for: a stretch may be a whole text.
pub(super) fn words_of(stretch: &str) -> impl Iterator<Item = (usize, String)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + stretch[at..].find(char::is_alphanumeric)?;
        at = start + stretch[start..].find(|c: char| !is_part_of_word(c)).unwrap_or(stretch.len() - start);
        Some((start, fold(&stretch[start..at])))
    })
}

/// The last words of a stretch, no more than `most` of those within `LAST_WITHIN`.
pub(super) fn last_words(stretch: &str, most: usize) -> Vec<String> {
    let near = &stretch[stretch.ceil_char_boundary(stretch.len().saturating_sub(LAST_WITHIN))..];
    let mut words: Vec<String> = words_of(near).map(|(_, word)| word).collect();
    words.drain(..words.len().saturating_sub(most));
    words
}

/// Eight long words and what stands between them, in bytes.
const LAST_WITHIN: usize = 200;

/// Gershayim stand inside a Hebrew word.
fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '"' | '״' | '\u{591}'..='\u{5c7}')
}

/// Is nothing between two things but words of these lists?
pub(super) fn holds_only(gap: &str, lists: [&[String]; 2]) -> bool {
    words_of(gap).all(|(_, word)| lists.iter().any(|list| list.contains(&word)))
}
