//! "Did you mean": the word of the index that is nearest to one that no record has.

use std::cmp::Reverse;
use std::collections::HashMap;

use words::Script;

use crate::keyboard;
use crate::present::Present;
use crate::thesaurus::{Thesaurus, bases};

/// Shorter words have too many neighbours.
const MIN_LETTERS: usize = 4;

/// A shorter Hebrew or Arabic word with one letter exchanged is mostly another good word (`השכרה`, `הכשרה`): it is proposed, and answered only where
/// one word alone lies near it that everybody writes.
const MIN_SEMITIC_LETTERS_TO_ANSWER: usize = 6;

/// The rows of the Israeli keyboard (SI 1452), in normal form: what lies beside a letter is hit in its place.
const HEBREW_KEYS: [&str; 3] = ["קראטונמפ", "שדגכעיחלכפ", "זסבהנמצת"];

/// Letters that sound or look alike, and are written for one another.
const HEBREW_TWINS: [[char; 2]; 10] =
    [['ט', 'ת'], ['כ', 'ק'], ['כ', 'ח'], ['א', 'ע'], ['א', 'ה'], ['ס', 'ש'], ['ב', 'ו'], ['ד', 'ר'], ['ה', 'ח'], ['ו', 'ז']];

/// A shorter Latin word with another letter in it is mostly another good word, of one language or another: `wind`, `wine`; `night`, `nicht`.
const MIN_LATIN_LETTERS_TO_ANSWER: usize = 7;

/// Letters that stand for vowels: written or left out as everybody likes.
const LATIN_VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
const HEBREW_VOWELS: [char; 3] = ['ו', 'י', 'א'];

/// From this length two slips are likelier than another word.
const MIN_LETTERS_FOR_TWO: usize = 8;

/// A word lies alone near what was typed where no other is written a tenth as often.
const TIMES_RARER: u32 = 10;

/// So many words of one beginning are looked at in a segment; a large index is answered by a part of its vocabulary.
const MAX_WORDS_SEEN: usize = 100_000;

/// Where words stand.
const FIELDS: usize = 4;

/// A word that may have been meant.
pub(crate) struct Near {
    pub(crate) word: String,
    /// It is answered without asking …
    pub(crate) is_sure: bool,
    /// … where it leads to many records, too: no other word is as near.
    pub(crate) is_sure_if_frequent: bool,
}

/// The word that was meant by one that no record has, nor the thesaurus (a word of a name is spelt right though alone it leads nowhere: `תאומות`
/// of `ערים תאומות`): the nearest with the same first letter; else what the same keys give on the other
/// keyboard; else what differs in the first letter alone, of the words that the thesaurus knows. Only the first is ever sure.
pub(crate) fn meant(norm: &str, present: &Present<'_>, thesaurus: &Thesaurus) -> tantivy::Result<Option<Near>> {
    if let Some(nearest) = nearest(norm, present, thesaurus)? {
        let is_sure = is_surely_a_slip(norm, &nearest.word, false);
        let is_sure_if_frequent = nearest.is_alone && is_surely_a_slip(norm, &nearest.word, true);
        return Ok(Some(Near { word: nearest.word, is_sure, is_sure_if_frequent }));
    }
    let guess = |word: String| Some(Near { word, is_sure: false, is_sure_if_frequent: false });
    if let Some(word) = keyboard::other_layout(norm) {
        let word = words::normal(&word).into_owned();
        if present.has(&word)? || thesaurus.words().any(|known| known == word) {
            return Ok(guess(word));
        }
    }
    Ok(with_another_first_letter(norm, thesaurus).and_then(guess))
}

/// A word of the thesaurus that has another first letter, or one more or less, and is the same behind it.
fn with_another_first_letter(norm: &str, thesaurus: &Thesaurus) -> Option<String> {
    let mut rest = norm.chars();
    let first = rest.next()?;
    let rest = rest.as_str();
    if rest.chars().count() < MIN_LETTERS {
        return None;
    }
    let behind_first = |word: &str| word.chars().next().map_or(0, char::len_utf8);
    let differs_in_first = |word: &&str| {
        let behind = &word[behind_first(word)..];
        *word == rest || behind == rest || (behind == norm && !word.starts_with(first))
    };
    // Of several the one that differs by an exchange, then by the alphabet.
    thesaurus.words().filter(differs_in_first).min_by_key(|word| (word[behind_first(word)..] != *rest, *word)).map(str::to_owned)
}

/// What lies nearest to a word that nobody knows.
struct Nearest {
    word: String,
    /// Hardly any record has another that is as near.
    is_alone: bool,
}

/// The nearest word of the records that begins with the same letter: fewest slips, then in most records, then by the alphabet. Words
/// that the thesaurus knows lead to records too, though none may have them.
fn nearest(norm: &str, present: &Present<'_>, thesaurus: &Thesaurus) -> tantivy::Result<Option<Nearest>> {
    let letters: Vec<char> = norm.chars().collect();
    if letters.len() < MIN_LETTERS || letters.iter().all(|letter| letter.is_numeric()) {
        return Ok(None);
    }
    let most = if letters.len() >= MIN_LETTERS_FOR_TWO { 2 } else { 1 };
    let (from, to) = (letters[0].to_string(), format!("{}{}", letters[0], char::MAX));
    // Each near word, how far it is, and how many records have it, by field.
    let mut near: HashMap<String, (usize, [u32; FIELDS])> = HashMap::new();
    let mut consider = |word: &str, field: usize, records: u32| {
        let Some(slips) = slips(&letters, word, most).filter(|slips| *slips > 0) else { return };
        // Nobody who typed `השתתפות` has meant `ההשתתפות`.
        if bases(word).contains(&norm) {
            return;
        }
        near.entry(word.to_owned()).or_insert((slips, [0; FIELDS])).1[field] += records;
    };
    thesaurus.words().filter(|word| word.starts_with(letters[0])).for_each(|word| consider(word, 0, 0));
    for segment in present.searcher.segment_readers() {
        for (number, field) in present.fields.iter().enumerate() {
            let index = segment.inverted_index(*field)?;
            let mut words = index.terms().range().ge(from.as_bytes()).lt(to.as_bytes()).into_stream()?;
            let mut seen = 0;
            while seen < MAX_WORDS_SEEN && words.advance() {
                seen += 1;
                let Ok(word) = std::str::from_utf8(words.key()) else { continue };
                consider(word, number, words.value().doc_freq);
            }
        }
    }
    let records = |by_field: &[u32; FIELDS]| by_field.iter().copied().max().unwrap_or_default();
    let mut near: Vec<(usize, Reverse<u32>, String)> =
        near.into_iter().map(|(word, (slips, by_field))| (slips, Reverse(records(&by_field)), word)).collect();
    near.sort_unstable();
    let Some((slips, Reverse(having), word)) = near.first().cloned() else { return Ok(None) };
    let noun = words::hebrew_noun(&word);
    let is_as_good = |(its_slips, Reverse(its), other): &(usize, Reverse<u32>, String)| {
        *its_slips == slips && its.saturating_mul(TIMES_RARER) >= having && words::hebrew_noun(other) != noun
    };
    let is_alone = !near.iter().skip(1).any(is_as_good);
    Ok(Some(Nearest { word, is_alone }))
}

/// Whether the word that is nearest to one that nobody knows is what was meant. Of Hebrew and Arabic words nearly any letter exchanged makes another
/// good one (`יתומים` orphans, `יתושים` mosquitoes; `مهارات` skills, `إمارات` emirates), and so it is of short Latin ones; only what a hand or an
/// ear mistakes is surely a slip, and never two letters.
fn is_surely_a_slip(norm: &str, near: &str, may_be_short: bool) -> bool {
    let is_latin = Script::of_word(norm) == Script::Other;
    let (typed, meant): (Vec<char>, Vec<char>) = (norm.chars().collect(), near.chars().collect());
    let length = typed.len();
    let may_be_short = may_be_short && Script::of_word(norm) == Script::Hebrew;
    if !is_latin && length < MIN_SEMITIC_LETTERS_TO_ANSWER && !may_be_short {
        return false;
    }
    let same = typed.iter().zip(&meant).take_while(|(one, other)| one == other).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    let end = typed.iter().rev().zip(meant.iter().rev()).take_while(|(one, other)| one == other).count();
    let is_long = is_latin && length >= MIN_LATIN_LETTERS_TO_ANSWER;
    match (&typed[..typed.len() - end], &meant[..meant.len() - end]) {
        ([one], [other]) => is_long || !is_latin && are_mistaken(*one, *other),
        ([one, next], [other, last]) => one == last && next == other,
        // A letter too many or too few: a vowel's, or the same one twice. At the end of a Latin word it may be its ending (`plan`, `plane`).
        ([letter], []) | ([], [letter]) => {
            let is_vowel = HEBREW_VOWELS.contains(letter) || LATIN_VOWELS.contains(letter) && end > 0;
            is_long || is_vowel || is_doubled(norm, *letter) || is_doubled(near, *letter)
        }
        _ => false,
    }
}

fn is_doubled(word: &str, letter: char) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|pair| pair == (letter, letter))
}

fn are_mistaken(one: char, other: char) -> bool {
    let beside = |row: &str| row.chars().zip(row.chars().skip(1)).any(|pair| pair == (one, other) || pair == (other, one));
    HEBREW_KEYS.into_iter().any(beside) || HEBREW_TWINS.iter().any(|pair| pair.contains(&one) && pair.contains(&other))
}

/// Whether a word, in normal form, begins with what was typed but for one slip behind its first letter.
pub fn begins_nearly(typed: &str, word: &str) -> bool {
    let letters: Vec<char> = typed.chars().collect();
    let beginning: Vec<char> = word.chars().take(letters.len() + 1).collect();
    letters.len() >= MIN_LETTERS
        && letters.first() == beginning.first()
        && distances(&letters, &beginning, 1).is_some_and(|row| row.into_iter().any(|slips| slips <= 1))
}

/// How many letters were left out, added, exchanged or swapped with their neighbour, where no more than `most`.
fn slips(typed: &[char], word: &str, most: usize) -> Option<usize> {
    let word: Vec<char> = word.chars().take(typed.len() + most + 1).collect();
    if word.len().abs_diff(typed.len()) > most {
        return None;
    }
    distances(typed, &word, most)?.last().copied().filter(|slips| *slips <= most)
}

/// The slips between what was typed and each beginning of the word, the empty one first; none where all are more than `most`.
fn distances(typed: &[char], word: &[char], most: usize) -> Option<Vec<usize>> {
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
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::{begins_nearly, is_surely_a_slip, slips};

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

    #[test]
    fn a_beginning_may_have_a_slip() {
        for (typed, word) in
            [("clmat", "climate"), ("grnat", "grant"), ("תחבו", "תחבורה"), ("תבור", "תחבורה"), ("clim", "climate")]
        {
            assert!(begins_nearly(typed, word), "{typed}");
        }
        for (typed, word) in [("clmt", "climate"), ("gra", "grant"), ("xlim", "climate"), ("", ""), ("fire", "fine arts")] {
            assert_eq!(begins_nearly(typed, word), typed == "fire", "{typed}");
        }
    }

    #[test]
    fn a_word_is_a_slip_where_a_hand_or_an_ear_mistakes_a_letter() {
        for (typed, meant) in [
            ("מענקימ", "מענקינ"),
            ("תחבורא", "תחבורה"),
            ("קיימוות", "קיימות"),
            ("חינוח", "חינוכ"),
            ("תיירוית", "תייריות"),
            ("אזרחית", "אזרחיות"),
        ] {
            assert_eq!(is_surely_a_slip(typed, meant, false), typed.chars().count() >= 6, "{typed}");
            assert!(is_surely_a_slip(typed, meant, true), "{typed}");
        }
        for (typed, meant) in
            [("יתומימ", "יתושימ"), ("אלמנות", "אמנות"), ("סכינימ", "סינימ"), ("מכינות", "מדינות"), ("المهارات", "الامارات")]
        {
            assert!(!is_surely_a_slip(typed, meant, false), "{typed}");
        }
        for (typed, meant) in [
            ("watr", "water"),
            ("watter", "water"),
            ("youht", "youth"),
            ("recyling", "recycling"),
            ("enwironment", "environment"),
        ] {
            assert!(is_surely_a_slip(typed, meant, false), "{typed}");
        }
        for (typed, meant) in [
            ("green", "greek"),
            ("wind", "wine"),
            ("night", "nicht"),
            ("plane", "plan"),
            ("marine", "marie"),
            ("communism", "community"),
        ] {
            assert!(!is_surely_a_slip(typed, meant, false), "{typed}");
        }
    }
}
