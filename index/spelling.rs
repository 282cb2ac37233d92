//! "Did you mean": the word of the index that is nearest to one that no record has.

use std::cmp::Reverse;

use words::Script;

use crate::present::Present;
use crate::thesaurus::Thesaurus;

/// Shorter words have too many neighbours.
const MIN_LETTERS: usize = 4;

/// A shorter Hebrew word with one letter exchanged is mostly another good word (`השכרה`, `הכשרה`): it is proposed, not answered.
const MIN_HEBREW_LETTERS_TO_ANSWER: usize = 6;

/// From this length two slips are likelier than another word.
const MIN_LETTERS_FOR_TWO: usize = 8;

/// So many words of one beginning are looked at in a segment; a large index is answered by a part of its vocabulary.
const MAX_WORDS_SEEN: usize = 100_000;

/// The nearest word of the records that begins with the same letter: fewest slips, then in most records, then by the alphabet. Words
/// that the thesaurus knows lead to records too, though none may have them.
pub(crate) fn nearest(norm: &str, present: &Present<'_>, thesaurus: &Thesaurus) -> tantivy::Result<Option<String>> {
    let letters: Vec<char> = norm.chars().collect();
    if letters.len() < MIN_LETTERS || letters.iter().all(|letter| letter.is_numeric()) {
        return Ok(None);
    }
    let most = if letters.len() >= MIN_LETTERS_FOR_TWO { 2 } else { 1 };
    let (from, to) = (letters[0].to_string(), format!("{}{}", letters[0], char::MAX));
    let mut best: Option<(usize, Reverse<u32>, String)> = None;
    let mut consider = |word: &str, records: u32| {
        let Some(slips) = slips(&letters, word, most).filter(|slips| *slips > 0) else { return };
        let candidate = (slips, Reverse(records), word.to_owned());
        if best.as_ref().is_none_or(|best| candidate < *best) {
            best = Some(candidate);
        }
    };
    thesaurus.words().filter(|word| word.starts_with(letters[0])).for_each(|word| consider(word, 0));
    for segment in present.searcher.segment_readers() {
        for field in &present.fields {
            let index = segment.inverted_index(*field)?;
            let mut words = index.terms().range().ge(from.as_bytes()).lt(to.as_bytes()).into_stream()?;
            let mut seen = 0;
            while seen < MAX_WORDS_SEEN && words.advance() {
                seen += 1;
                let Ok(word) = std::str::from_utf8(words.key()) else { continue };
                consider(word, words.value().doc_freq);
            }
        }
    }
    Ok(best.map(|(_, _, word)| word))
}

/// Whether a word that nobody knows is so long that the nearest one is what was meant.
pub(crate) fn is_surely_a_slip(norm: &str) -> bool {
    Script::of_word(norm) != Script::Hebrew || norm.chars().count() >= MIN_HEBREW_LETTERS_TO_ANSWER
}

/// How many letters were left out, added, exchanged or swapped with their neighbour, where no more than `most`.
fn slips(typed: &[char], word: &str, most: usize) -> Option<usize> {
    let word: Vec<char> = word.chars().take(typed.len() + most + 1).collect();
    if word.len().abs_diff(typed.len()) > most {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=word.len()).collect();
    for (i, letter) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in word.iter().enumerate() {
            let mut cost = (last[j] + usize::from(letter != other)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && typed[i - 1] == *other && *letter == word[j - 1] {
                cost = cost.min(before_last[j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    fn between(typed: &str, word: &str) -> Option<usize> {
        slips(&typed.chars().collect::<Vec<_>>(), word, 2)
    }

    #[test]
    fn letters_left_out_added_exchanged_and_swapped_are_one_slip_each() {
        for (typed, word) in [("watr", "water"), ("watter", "water"), ("wazer", "water"), ("wtaer", "water"), ("קיימת", "קיימות")]
        {
            assert_eq!(between(typed, word), Some(1), "{typed}");
        }
        assert_eq!(between("water", "water"), Some(0));
        assert_eq!(between("water", "fire"), None);
    }
}
