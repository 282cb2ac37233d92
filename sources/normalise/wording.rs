//! Plain words, as the lists of the grammar have them.

use std::borrow::Cow;

use super::dates::lex::fold;

/// The words of a stretch, folded, with where each begins in it. As many are read as are asked for: a stretch may be a whole text.
pub(super) fn words_of(stretch: &str) -> impl DoubleEndedIterator<Item = (usize, String)> + '_ {
    // Both point into the same text.
    let at = move |word: &str| word.as_ptr() as usize - stretch.as_ptr() as usize;
    let words = stretch.split(|c: char| !is_part_of_word(c)).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(move |word| (at(word), fold(word)))
}

/// Gershayim and vowel points stand inside a Hebrew word.
fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '"' | '״' | '\u{591}'..='\u{5c7}')
}

/// The words of a stretch, folded.
pub(super) fn folded_words(stretch: &str) -> impl DoubleEndedIterator<Item = String> + '_ {
    words_of(stretch).map(|(_, word)| word)
}

/// A word without the marks around it, in lower case; itself where it is, as nearly all are.
pub(super) fn bare(word: &str) -> Cow<'_, str> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ('\u{5d0}'..='\u{5ea}').contains(&c);
    if bare.chars().all(is_small) { Cow::Borrowed(bare) } else { Cow::Owned(bare.to_lowercase()) }
}

/// Where a phrase begins in words parted by blanks, as whole words.
pub(super) fn phrase_at(words: &str, phrase: &str) -> Option<usize> {
    let begins = |at: usize| at == 0 || words.as_bytes().get(at - 1) == Some(&b' ');
    let ends = |at: usize| words.as_bytes().get(at + phrase.len()).is_none_or(|byte| *byte == b' ');
    words.match_indices(phrase).map(|(at, _)| at).find(|at| begins(*at) && ends(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_as_whole_words() {
        assert_eq!(phrase_at("in the last year of", "last year"), Some(7));
        assert_eq!(phrase_at("last year", "last year"), Some(0));
        assert_eq!(phrase_at("at last yearly, ballast year", "last year"), None);
    }

    #[test]
    fn words_are_bare_and_folded() {
        assert_eq!(folded_words("L'Été, (2027)!").collect::<Vec<_>>(), ["l", "ete", "2027"]);
        assert_eq!(words_of("a \"grant\" of").map(|(at, _)| at).collect::<Vec<_>>(), [0, 3, 10]);
        assert_eq!(folded_words("30 ש\"ח, \"פרס\"").collect::<Vec<_>>(), ["30", "ש\"ח", "פרס"]);
        assert_eq!(bare("“Städte,"), "städte");
    }
}
