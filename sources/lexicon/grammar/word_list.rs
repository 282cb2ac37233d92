//! A list of words that is asked of every word of a text whether it holds it.

use hashbrown::DefaultHashBuilder;
use indexmap::IndexSet;

/// The words of a list, in the order of the file.
pub(crate) type WordList = IndexSet<String, DefaultHashBuilder>;

/// Does a list hold this word?
pub(crate) fn holds(list: &WordList, word: &str) -> bool {
    list.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{WordList, holds};

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let long = "ב".repeat(40);
        let list = WordList::from_iter(["city".to_owned(), "עיר".to_owned(), long.clone()]);
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
