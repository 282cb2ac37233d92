//! The normal form of a word: what is left when spelling habits, keyboards and typography are taken away.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::script::is_quote;

/// The normal form of one word. Words with the same normal form are the same word to a reader:
/// lower-cased, compatibility-decomposed, without diacritics (`ß` is `ss`), points, geresh and gershayim;
/// Hebrew final letters as medial ones; Arabic alef, ya and ta marbuta in one form each; digits as ASCII.
///
/// Everything that is neither letter, digit nor vowel sign is left out, so the result may be empty. Idempotent.
pub fn normal(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match plain(c) {
            Some(folded) => out.push(folded),
            None if c.is_ascii() => {}
            // Decomposing needs the neighbours (marks are put in order), so the whole word goes the long way.
            None => return Cow::Owned(decomposed(word)),
        }
    }
    Cow::Owned(out)
}

/// The form of the letters that nearly all words are made of.
fn plain(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{5D0}'..='\u{5EA}' => Some(medial(c)),
        _ => None,
    }
}

/// A normal form as it is written: with a final letter at its end.
pub fn final_form(norm: &str) -> String {
    let mut out = norm.to_owned();
    let last = match out.pop() {
        Some('כ') => 'ך',
        Some('מ') => 'ם',
        Some('נ') => 'ן',
        Some('פ') => 'ף',
        Some('צ') => 'ץ',
        Some(other) => other,
        None => return out,
    };
    out.push(last);
    out
}

fn decomposed(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.nfkd().flat_map(char::to_lowercase) {
        if is_dropped_mark(c) || is_quote(c) {
            continue;
        }
        if let Some(letters) = spelt_out(c) {
            out.push_str(letters);
        } else if c.is_alphanumeric() || is_combining_mark(c) {
            out.push(folded(c));
        }
    }
    // What stood between two marks may be gone, and marks that meet have an order.
    if out.chars().any(is_combining_mark) { out.nfd().collect() } else { out }
}

/// Marks without which the word is still the same word. The vowel signs of Indic scripts are not among them.
fn is_dropped_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}' | '\u{FB1E}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{8CA}'..='\u{8FF}'
    )
}

/// Letters that are written as two where the keyboard lacks them.
fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '\u{5F0}' => "וו",
        '\u{5F1}' => "וי",
        '\u{5F2}' => "יי",
        _ => return None,
    })
}

fn folded(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ŋ' => 'n',
        'ς' => 'σ',
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(c, 0x6F0),
        // Alef wasla; alef maqsura and Persian ya; ta marbuta; Persian kaf.
        '\u{671}' => '\u{627}',
        '\u{649}' | '\u{6CC}' => '\u{64A}',
        '\u{629}' => '\u{647}',
        '\u{6A9}' => '\u{643}',
        _ => medial(c),
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

fn medial(c: char) -> char {
    match c {
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::normal;

    #[test]
    fn an_acronym_is_one_word_whatever_quote_was_typed() {
        for word in ["ארה\"ב", "ארה״ב", "ארה”ב", "ארה''ב", "ארהב"] {
            assert_eq!(normal(word), "ארהב");
        }
    }

    #[test]
    fn points_and_cantillation_are_dropped() {
        assert_eq!(normal("שָׁלוֹם"), normal("שלום"));
        assert_eq!(normal("בְּרֵאשִׁ֖ית"), "בראשית");
        assert_eq!(normal("\u{FB2A}לום"), "שלומ");
    }

    #[test]
    fn latin_letters_lose_their_accents() {
        assert_eq!(normal("Straße"), "strasse");
        assert_eq!(normal("ŁÓDŹ"), "lodz");
        assert_eq!(normal("Ærøskøbing"), "aeroskobing");
        assert_eq!(normal("İstanbul"), "istanbul");
        assert_eq!(normal("ﬁnance"), "finance");
    }

    #[test]
    fn arabic_spellings_meet() {
        assert_eq!(normal("إدارة"), normal("اداره"));
        assert_eq!(normal("بَلَدِيَّة"), normal("بلدية"));
        assert_eq!(normal("الأعلى"), normal("الاعلي"));
        assert_eq!(normal("مـــنحة"), normal("منحة"));
        assert_eq!(normal("٢٠٢٧"), "2027");
    }

    proptest! {
        #[test]
        fn the_normal_form_of_a_normal_form_is_itself(word in "\\PC{0,24}") {
            let once = normal(&word);
            prop_assert_eq!(&normal(&once), &once);
        }

        #[test]
        fn near_scripts_are_stable_too(word in "[א-ת\u{591}-\u{5C7}\u{600}-\u{6FF}À-ʯ\u{300}-\u{36F}\u{900}-\u{97F}'\"]{0,16}") {
            let once = normal(&word);
            prop_assert_eq!(&normal(&once), &once);
        }
    }
}
