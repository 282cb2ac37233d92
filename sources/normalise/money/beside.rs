//! The words of a stretch as the rules of sums ask for them: the last ones, and whether they are of a list.

use crate::lexicon::grammar::{GRAMMAR, WordList, holds};

pub(super) use crate::normalise::wording::words_of;

/// The last words of a stretch, no more than `most` of those within `LAST_WITHIN`.
pub(super) fn last_words(stretch: &str, most: usize) -> Vec<String> {
    let near = &stretch[stretch.ceil_char_boundary(stretch.len().saturating_sub(LAST_WITHIN))..];
    let mut words: Vec<String> = words_of(near).map(|(_, word)| word).collect();
    words.drain(..words.len().saturating_sub(most));
    words
}

/// Eight long words and what stands between them, in bytes.
const LAST_WITHIN: usize = 200;

/// Is a word one of a list, with or without the letters that are words of their own before it?
pub(super) fn is_one_of(list: &WordList, word: &str) -> bool {
    let mut bare = Some(word);
    while let Some(rest) = bare {
        if holds(list, rest) {
            return true;
        }
        bare = GRAMMAR.money.prefixes.iter().find_map(|prefix| rest.strip_prefix(prefix.as_str()));
    }
    false
}

/// Is nothing between two things but words of these lists?
pub(super) fn holds_only(gap: &str, lists: [&WordList; 2]) -> bool {
    words_of(gap).all(|(_, word)| lists.iter().any(|list| list.contains(&word)))
}
