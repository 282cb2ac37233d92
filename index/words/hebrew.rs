//! Hebrew words without their prefix letters and endings. Works on normal forms (final letters already medial).
//!
//! Two depths: [`bases`] only takes prefix letters away and is strict enough for matching a lexicon; [`stems`] takes endings away
//! too, so that search finds `תמיכות` by `התמיכה`. Both give candidates: a reader's dictionary would choose, we keep them all.

use crate::script::Script;
use crate::spelling::settled;

/// What must be left of a word when prefix letters go: `מבט` is not `מ` + `בט`.
const MIN_BASE: usize = 3;

/// … except after the article, which stands before words of two letters often and begins other words rarely: `הגן`, `והעץ`.
const MIN_BASE_AFTER_ARTICLE: usize = 2;

/// What must be left of a base when its ending goes.
const MIN_STEM_OF_BASE: usize = 3;

/// These begin as many nouns and participles as they stand before (`מענק` is no `ענק`, `שמרן` no `מרן`): where endings go too, more must be left.
const RARELY_PREFIXES: [char; 3] = ['מ', 'כ', 'ש'];
const MIN_BASE_AFTER_RARE_PREFIX: usize = 4;

/// Each letter of the alphabet in UTF-8.
const LETTER: usize = 2;

/// Conjunctions, the longest first: `ו`, then one of these, then one of [`PREPOSITIONS`], then the article.
const CONJUNCTIONS: [&str; 5] = ["לכש", "כש", "מש", "בש", "ש"];

const PREPOSITIONS: [&str; 4] = ["ב", "כ", "ל", "מ"];

/// An ending: what it is, how many letters must be left before it, and what stands in its place.
struct Ending(&'static str, usize, &'static [&'static str]);

/// Nouns lose their ending altogether. Adjectives in `י` and nouns in `ית`, `ייה` keep the `י`: `מקומית` is no form of `מקום`.
const NOUN: &[&str] = &[""];
const IN_YOD: &[&str] = &["י"];
/// `ראשי` is "main" and "heads of".
const EITHER: &[&str] = &["", "י"];
/// `רשויות` is the plural of `רשות`; `הצעות` of `הצעה`.
const IN_UT: &[&str] = &["ות"];
const PLURAL_OR_UT: &[&str] = &["", "ות"];

/// `מטרתה` is "her goal", `עמותה` a society.
const OF_OR_IN_TAV: &[&str] = &["", "ת"];

/// Endings of number, construct state and possession, the longest first; the first that fits is taken.
const ENDINGS: [Ending; 46] = [
    Ending("ויותיהמ", 2, IN_UT),
    Ending("ויותינו", 2, IN_UT),
    Ending("יותיהמ", 3, IN_YOD),
    Ending("יותיהנ", 3, IN_YOD),
    Ending("יותינו", 3, IN_YOD),
    Ending("יותיכמ", 3, IN_YOD),
    Ending("ויותיו", 2, IN_UT),
    Ending("ויותיה", 2, IN_UT),
    Ending("יותיו", 3, IN_YOD),
    Ending("יותיה", 3, IN_YOD),
    Ending("ותיהמ", 3, NOUN),
    Ending("ותיהנ", 3, NOUN),
    Ending("ותיכמ", 3, NOUN),
    Ending("ותיכנ", 3, NOUN),
    Ending("ותינו", 3, NOUN),
    Ending("ותיו", 3, NOUN),
    Ending("ותיה", 3, NOUN),
    Ending("ותיכ", 3, NOUN),
    Ending("ותנו", 2, PLURAL_OR_UT),
    Ending("ויות", 2, IN_UT),
    Ending("ייתו", 3, IN_YOD),
    Ending("ייתנ", 3, IN_YOD),
    Ending("ותמ", 2, PLURAL_OR_UT),
    Ending("ותו", 2, PLURAL_OR_UT),
    Ending("יימ", 3, IN_YOD),
    Ending("יית", 3, IN_YOD),
    Ending("ייה", 3, IN_YOD),
    Ending("יות", 3, IN_YOD),
    Ending("תנו", 3, NOUN),
    Ending("יהמ", 3, NOUN),
    Ending("יהנ", 3, NOUN),
    Ending("יכמ", 3, NOUN),
    Ending("ינו", 3, NOUN),
    Ending("תמ", 3, NOUN),
    Ending("תו", 3, NOUN),
    Ending("תה", 3, OF_OR_IN_TAV),
    Ending("אות", 3, NOUN),
    Ending("ימ", 2, NOUN),
    Ending("ות", 2, PLURAL_OR_UT),
    Ending("ית", 3, IN_YOD),
    Ending("יה", 3, EITHER),
    Ending("יו", 3, NOUN),
    Ending("ת", 3, NOUN),
    Ending("ה", 2, NOUN),
    Ending("י", 3, EITHER),
    Ending("ו", 3, NOUN),
];

/// Nouns of everyday municipal Hebrew whose plural or construct state is not the singular with an ending, or that are too short for
/// the rules: form, stem.
const IRREGULAR: [(&str, &str); 65] = [
    ("כח", "כוח"),
    ("ערי", "עיר"),
    ("ערימ", "עיר"),
    ("בתי", "בית"),
    ("בתימ", "בית"),
    ("שנה", "שנ"),
    ("שנת", "שנ"),
    ("שנימ", "שנ"),
    ("שנות", "שנ"),
    ("ימי", "יומ"),
    ("ימימ", "יומ"),
    ("אנשי", "איש"),
    ("אנשימ", "איש"),
    ("נשימ", "אשה"),
    ("נשות", "אשה"),
    ("אישה", "אשה"),
    ("אשה", "אשה"),
    ("אשת", "אשה"),
    ("בנות", "בת"),
    ("גני", "גנ"),
    ("גנימ", "גנ"),
    ("צרכי", "צורכ"),
    ("צרכימ", "צורכ"),
    // Peoples: the plural of an adjective in yod, with one yod.
    ("יהודימ", "יהודי"),
    ("ישראלימ", "ישראלי"),
    ("ערבימ", "ערבי"),
    ("דרוזימ", "דרוזי"),
    ("בדואימ", "בדואי"),
    ("צרקסימ", "צרקסי"),
    ("נוצרימ", "נוצרי"),
    ("מוסלמימ", "מוסלמי"),
    ("חרדימ", "חרדי"),
    ("גרמנימ", "גרמני"),
    ("צרפתימ", "צרפתי"),
    ("אמריקאימ", "אמריקאי"),
    ("אירופימ", "אירופי"),
    ("מנכלית", "מנכל"),
    // Without their ending they would be another noun: a member, a profit, a conference, an artist.
    ("חברה", "חברה"),
    ("חברת", "חברה"),
    ("חברות", "חברה"),
    ("רווחה", "רווחה"),
    ("רווחת", "רווחה"),
    ("כנסת", "כנסת"),
    ("אמנה", "אמנה"),
    ("אמנת", "אמנה"),
    // … a song, "until", a place, sand, a tutor's art.
    ("שירות", "שירות"),
    ("שירותי", "שירות"),
    ("שירותימ", "שירות"),
    ("ועדה", "ועדה"),
    ("ועדת", "ועדה"),
    ("ועדות", "ועדה"),
    ("וועדה", "ועדה"),
    ("וועדת", "ועדה"),
    ("וועדות", "ועדה"),
    ("מקומי", "מקומי"),
    ("מקומית", "מקומי"),
    ("מקומיימ", "מקומי"),
    ("מקומיות", "מקומי"),
    ("חולה", "חולה"),
    ("חולי", "חולה"),
    ("חולימ", "חולה"),
    ("חולות", "חולות"),
    ("מאמנ", "מאמנ"),
    ("מאמנת", "מאמנ"),
    ("מאמנימ", "מאמנ"),
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
    stems_of(norm, true)
}

/// The stems of a word that no other follows: it is in no construct state, so `כלכלי` is the adjective and no form of `כלכלה`.
pub fn stems_of_last(norm: &str) -> Vec<String> {
    stems_of(norm, false)
}

/// What a word without prefix letters is a form of, apart from its number and construct state: `תמיכה`, `תמיכת` and `תמיכות` are one, and so are
/// `פליט` and `פליטים`; a feminine noun keeps its ending, so that a train is no car (`רכבת`, `רכב`). Of a word of another script it is the word.
pub fn noun(base: &str) -> String {
    let spelt = settled(base);
    let base = spelt.as_ref();
    if let Some(stem) = irregular_stem(base) {
        return stem.to_owned();
    }
    let without = |ending: &str| base.strip_suffix(ending).filter(|stem| stem.len() >= MIN_STEM_OF_BASE * LETTER);
    let feminine = ["ות", "ה", "ת"].into_iter().find_map(without).map(|stem| format!("{stem}ה"));
    let masculine = || ["ימ", "י"].into_iter().find_map(without).unwrap_or(base).to_owned();
    undoubled(&feminine.unwrap_or_else(masculine))
}

/// The stem of a word without prefix letters that the rules would not find: `נשים` is the plural of `אשה`.
pub fn irregular_stem(base: &str) -> Option<&'static str> {
    IRREGULAR.iter().find(|(form, _)| *form == base).map(|(_, stem)| *stem)
}

/// Whether a word as written has gershayim, whatever quotes were typed for them: `רו"ח`.
pub fn is_acronym(word: &str) -> bool {
    Script::of_word(word) == Script::Hebrew && (word.contains(['"', '״', '“', '”', '„', '‟']) || word.contains("''"))
}

/// The stems of a word that is known to have no prefix letters: the `ב` of `בינוי` is its own.
pub fn stems_of_base(norm: &str) -> Vec<String> {
    if Script::of_word(norm) != Script::Hebrew {
        return Vec::new();
    }
    without_ending(norm, None, true)
}

fn stems_of(norm: &str, may_be_construct: bool) -> Vec<String> {
    if Script::of_word(norm) != Script::Hebrew {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    for base in bases(norm) {
        let last_prefix = norm[..norm.len() - base.len()].chars().next_back();
        let is_rare = last_prefix.is_some_and(|letter| RARELY_PREFIXES.contains(&letter));
        if is_rare && base.len() < MIN_BASE_AFTER_RARE_PREFIX * LETTER {
            continue;
        }
        for stem in without_ending(base, last_prefix, may_be_construct) {
            if !found.contains(&stem) {
                found.push(stem);
            }
        }
    }
    found
}

fn without_ending(base: &str, last_prefix: Option<char>, may_be_construct: bool) -> Vec<String> {
    // What lost letters in front must keep more behind: `שאלה` is not `ש` + `אל` + `ה`.
    let minimum = if last_prefix.is_none() { 0 } else { MIN_STEM_OF_BASE };
    // The article stands before no construct state.
    let may_be_construct = may_be_construct && last_prefix != Some('ה');
    let spelt = settled(base);
    let base = spelt.as_ref();
    if let Some(stem) = irregular_stem(base) {
        return vec![stem.to_owned()];
    }
    for Ending(ending, letters_left, instead) in &ENDINGS {
        let Some(stem) = base.strip_suffix(ending).filter(|stem| stem.len() >= letters_left * LETTER) else { continue };
        let instead = if *ending == "י" && !may_be_construct { IN_YOD } else { *instead };
        let long_enough = instead.iter().filter(|letters| stem.len() + letters.len() >= minimum * LETTER);
        let stems: Vec<String> = long_enough.map(|letters| undoubled(&format!("{stem}{letters}"))).collect();
        if !stems.is_empty() {
            return stems;
        }
    }
    vec![undoubled(base)]
}

/// Full spelling doubles a consonantal vav or yod inside a word (`בוועדה`, `תיירות`), the dictionary's does not.
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

    use super::{bases, noun, stems, stems_of_last};
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
    fn number_and_construct_state_make_no_other_noun() {
        for forms in
            ["תמיכה תמיכת תמיכות", "רכבת רכבות", "פליט פליטים פליטי", "שיתוף שיתופי", "פרויקט פרוייקטים", "אישה נשים נשות"]
        {
            let nouns: Vec<String> = forms.split(' ').map(|form| noun(&normal(form))).collect();
            assert!(nouns.iter().all(|one| *one == nouns[0]), "{forms}: {nouns:?}");
        }
        for (one, other) in [("רכבת", "רכב"), ("פליטה", "פליט"), ("עיר", "עירית")] {
            assert_ne!(noun(&normal(one)), noun(&normal(other)), "{one}");
        }
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
            ("תיירות", "בתיירות"),
            ("ירושלים", "בירושלים"),
            ("פרויקט", "פרויקטים"),
            ("הערים", "לעיר"),
            ("בתי", "הבית"),
            ("לשנת", "השנים"),
            ("נשים", "לאישה"),
            ("הפסולת", "בפסולת"),
            ("הרדיו", "ברדיו"),
            ("הכלכלי", "כלכליים"),
            ("העמותה", "עמותות"),
            ("תכנית", "בתוכניות"),
            ("ארועים", "אירוע"),
            ("סדנה", "סדנאות"),
            ("יהודים", "היהודית"),
            ("מיחזור", "למחזור"),
        ] {
            assert!(meet(one, other), "{one} {other}: {:?} {:?}", stems(&normal(one)), stems(&normal(other)));
        }
    }

    #[test]
    fn a_last_word_is_in_no_construct_state() {
        assert!(stems(&normal("ראשי")).contains(&"ראש".to_owned()));
        assert!(stems(&normal("כלכלי")).contains(&"כלכל".to_owned()));
        assert!(!stems_of_last(&normal("כלכלי")).contains(&"כלכל".to_owned()));
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [
            ("תשלום", "שלום"),
            ("שירים", "שירותים"),
            ("ועדה", "ועד"),
            ("מקום", "מקומיות"),
            ("חולים", "חול"),
            ("המאמנים", "אמנים"),
            ("חינוך", "חניכה"),
            ("קורא", "מקור"),
            ("רכב", "תרבות"),
            ("מענק", "ענק"),
            ("הכלכלי", "כלכלה"),
        ] {
            assert!(!meet(one, other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn any_prefix_chain_before_a_word_is_seen_through(chain in "ו?(ש|כש|לכש)?[בכלמ]?ה?", word in "[א-ת]{4,7}") {
            let norm = normal(&word);
            let chained = format!("{chain}{norm}");
            prop_assert!(bases(&chained).contains(&norm.as_ref()));
        }

        #[test]
        fn no_word_is_too_odd(word in "\\PC{0,12}") {
            let norm = normal(&word);
            prop_assert!(stems(&norm).iter().all(|stem| !stem.is_empty()));
        }
    }
}
