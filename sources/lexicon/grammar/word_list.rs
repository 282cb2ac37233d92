//! A list of words that is asked of every word of a text whether it holds it.

use std::ops::Deref;

use hashbrown::HashSet;
use serde::Deserialize;

/// The words of a list, in the order of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(crate) struct WordList {
    words: Vec<String>,
    set: HashSet<String>,
    /// One bit for each length in bytes that some word has: most words that are asked for are told by it alone.
    lengths: u64,
}

impl From<Vec<String>> for WordList {
    fn from(words: Vec<String>) -> Self {
        let set = words.iter().cloned().collect();
        let lengths = words.iter().fold(0, |lengths, word| lengths | length_bit(word));
        Self { words, set, lengths }
    }
}

impl Deref for WordList {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

/// The longest share the last bit.
fn length_bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// Does a list hold this word?
pub(crate) fn holds(list: &WordList, word: &str) -> bool {
    list.lengths & length_bit(word) != 0 && list.set.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{WordList, holds};

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let long = "ב".repeat(40);
        let list = WordList::from(vec!["city".to_owned(), "עיר".to_owned(), long.clone()]);
        for word in ["city", "עיר", &long] {
            assert!(holds(&list, word), "{word}");
        }
        for word in ["", "cities", "town", "רשת", &long[2..], &format!("{long}ה")] {
            assert!(!holds(&list, word), "{word}");
        }
        assert!(!holds(&WordList::default(), ""));
        assert_eq!(list.len(), 3);
    }
}
