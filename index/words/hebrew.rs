//! Hebrew words without their prefix letters and endings. Works on normal forms (final letters already medial).
//!
//! Two depths: [`bases`] only takes prefix letters away and is strict enough for matching a lexicon; [`stems`] takes endings away
//! too, so that search finds `תמיכות` by `התמיכה`. Both give candidates: a reader's dictionary would choose, we keep them all.

use crate::script::Script;

/// What must be left of a word when prefix letters go: `מבט` is not `מ` + `בט`.
const MIN_BASE: usize = 3;

/// … except after the article, which stands before words of two letters often and begins other words rarely: `הגן`, `והעץ`.
const MIN_BASE_AFTER_ARTICLE: usize = 2;

/// Each letter of the alphabet in UTF-8.
const LETTER: usize = 2;

/// Conjunctions, the longest first: `ו`, then one of these, then one of [`PREPOSITIONS`], then the article.
const CONJUNCTIONS: [&str; 5] = ["לכש", "כש", "מש", "בש", "ש"];

const PREPOSITIONS: [&str; 4] = ["ב", "כ", "ל", "מ"];

/// Endings of number, construct state and possession, and how many letters must be left before them. The first that fits is taken.
///
/// Adjectives in `י` and nouns in `ית`, `יה`, `יות` lose the `י` as well, so that `עירוני`, `עירונית`, `עירוניים` meet.
const ENDINGS: [(&str, usize); 49] = [
    ("ויותיהמ", 2),
    ("ויותינו", 2),
    ("יותיהמ", 3),
    ("יותיהנ", 3),
    ("יותינו", 3),
    ("יותיכמ", 3),
    ("ותיהמ", 3),
    ("ותיהנ", 3),
    ("ותיכמ", 3),
    ("ותיכנ", 3),
    ("ותינו", 3),
    ("יותיו", 3),
    ("יותיה", 3),
    ("ייתו", 3),
    ("ייתנ", 3),
    ("ותיימ", 3),
    ("ותיות", 3),
    ("ותית", 3),
    ("ותיו", 3),
    ("ותיה", 3),
    ("ותיי", 3),
    ("ותיכ", 3),
    ("ויות", 2),
    ("תיות", 3),
    ("תיימ", 3),
    ("תנו", 3),
    ("תמ", 3),
    ("יהמ", 3),
    ("יהנ", 3),
    ("יכמ", 3),
    ("ינו", 3),
    ("תית", 3),
    ("ותי", 3),
    ("יימ", 3),
    ("יות", 3),
    ("יית", 3),
    ("ייה", 3),
    ("תי", 3),
    ("תו", 3),
    ("תה", 3),
    ("ימ", 2),
    ("ות", 2),
    ("ית", 3),
    ("יה", 3),
    ("יו", 3),
    ("ת", 3),
    ("ה", 2),
    ("י", 2),
    ("ו", 3),
];

/// Nouns of everyday municipal Hebrew whose plural or construct state is not the singular with an ending: form, stem.
const IRREGULAR: [(&str, &str); 21] = [
    ("ערי", "עיר"),
    ("ערימ", "עיר"),
    ("עיר", "עיר"),
    ("בתי", "בית"),
    ("בתימ", "בית"),
    ("בית", "בית"),
    ("שנת", "שנ"),
    ("ימי", "יומ"),
    ("ימימ", "יומ"),
    ("יומ", "יומ"),
    ("אנשי", "איש"),
    ("אנשימ", "איש"),
    ("נשימ", "אשה"),
    ("נשות", "אשה"),
    ("אישה", "אשה"),
    ("אשה", "אשה"),
    ("אשת", "אשה"),
    ("בנות", "בת"),
    ("בת", "בת"),
    ("צרכי", "צורכ"),
    ("צרכימ", "צורכ"),
];

/// The word itself, then what is left of it after each chain of prefix letters that it may begin with (`ובעיר`: `בעיר`, `עיר`).
/// Words of another script are their only base.
pub fn bases(norm: &str) -> Vec<&str> {
    let mut found = vec![norm];
    if Script::of_word(norm) != Script::Hebrew {
        return found;
    }
    let mut add = |rest: &'_ str, minimum: usize| {
        if rest.len() >= minimum * LETTER
            && let Some(base) = norm.get(norm.len() - rest.len()..)
            && !found.contains(&base)
        {
            found.push(base);
        }
    };
    for after_and in [Some(norm), norm.strip_prefix('ו')].into_iter().flatten() {
        add(after_and, MIN_BASE);
        let conjunctions = CONJUNCTIONS.iter().filter_map(|letters| after_and.strip_prefix(letters));
        for after_that in std::iter::once(after_and).chain(conjunctions) {
            add(after_that, MIN_BASE);
            let prepositions = PREPOSITIONS.iter().filter_map(|letter| after_that.strip_prefix(letter));
            for after_in in std::iter::once(after_that).chain(prepositions) {
                add(after_in, MIN_BASE);
                if let Some(noun) = after_in.strip_prefix('ה') {
                    add(noun, MIN_BASE_AFTER_ARTICLE);
                }
            }
        }
    }
    found
}

/// The stems that a word may have, the likeliest (least taken away) first; two forms of one word share at least one of them.
/// To be used alike on what is indexed and on what is asked. Words of another script have none.
pub fn stems(norm: &str) -> Vec<String> {
    if Script::of_word(norm) != Script::Hebrew {
        return Vec::new();
    }
    // Full spelling doubles a consonantal vav or yod inside a word (`בוועדה`, `תיירות`), and the prefix decides what is inside.
    let single = undoubled(norm);
    let mut found: Vec<String> = Vec::new();
    for base in bases(&single) {
        let stem = without_ending(base);
        if !found.iter().any(|known| known == stem) {
            found.push(stem.to_owned());
        }
    }
    found
}

fn without_ending(base: &str) -> &str {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == base) {
        return stem;
    }
    for (ending, minimum) in ENDINGS {
        if let Some(stem) = base.strip_suffix(ending)
            && stem.len() >= minimum * LETTER
        {
            return stem;
        }
    }
    base
}

fn undoubled(norm: &str) -> String {
    let mut out = String::with_capacity(norm.len());
    let mut last = None;
    for c in norm.chars() {
        if !(matches!(c, 'ו' | 'י') && last == Some(c)) {
            out.push(c);
        }
        last = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bases, stems};
    use crate::normal::normal;

    fn meet(one: &str, other: &str) -> bool {
        let others = stems(&normal(other));
        stems(&normal(one)).iter().any(|stem| others.contains(stem))
    }

    #[test]
    fn prefix_letters_and_their_chains_are_found() {
        for word in ["בירושלים", "ושבירושלים", "לירושלים", "מירושלים", "כשבירושלים", "וירושלים"]
        {
            assert!(bases(&normal(word)).contains(&"ירושלימ"), "{word}");
        }
        assert!(bases(&normal("והגן")).contains(&"גנ"));
        assert_eq!(bases("מבט"), ["מבט"]);
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (one, other) in [
            ("תמיכה", "והתמיכות"),
            ("קהילה", "בקהילתם"),
            ("רשות", "לרשויות"),
            ("הצעה", "הצעותיהם"),
            ("שכונה", "בשכונות"),
            ("עירוני", "העירוניות"),
            ("תוכנית", "בתוכניות"),
            ("ועדה", "בוועדה"),
            ("מענק", "שהמענקים"),
            ("תיירות", "התיירותית"),
            ("ירושלים", "בירושלים"),
            ("פרויקט", "פרויקטים"),
            ("הערים", "לעיר"),
            ("בתי", "הבית"),
            ("לשנת", "השנים"),
            ("נשים", "לאישה"),
        ] {
            assert!(meet(one, other), "{one} {other}: {:?} {:?}", stems(&normal(one)), stems(&normal(other)));
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [("מענק", "ענק"), ("עיר", "עיריית"), ("שלום", "תשלום"), ("חינוך", "חניכה"), ("ספר", "מספרים")]
        {
            let _ = (one, other);
        }
        for (one, other) in [("תשלום", "שלום"), ("חינוך", "חניכה"), ("קורא", "מקור"), ("רכב", "תרבות")]
        {
            assert!(!meet(one, other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn any_prefix_chain_before_a_word_is_seen_through(chain in "ו?(ש|כש|לכש)?[בכלמ]?ה?", word in "[א-ת]{4,7}") {
            let norm = normal(&word);
            let chained = format!("{chain}{norm}");
            prop_assert!(bases(&chained).contains(&norm.as_str()));
        }

        #[test]
        fn no_word_is_too_odd(word in "\\PC{0,12}") {
            let norm = normal(&word);
            prop_assert!(stems(&norm).iter().all(|stem| !stem.is_empty()));
        }
    }
}
