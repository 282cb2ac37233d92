//! Cutting a text into words. Offsets are bytes of the text as it came.

use std::borrow::Cow;

use crate::normal::normal;
use crate::script::{Script, is_attached, is_invisible, is_letter, is_quote};

/// Two in a row are how a typewriter makes gershayim (`ארה''ב`); more are no part of a word.
const MAX_INNER_QUOTES: usize = 2;

/// A full stop after a word this short more likely ends an abbreviation (`St. Gallen`, `no. 5`) than a sentence.
const LONGEST_ABBREVIATION: usize = 3;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// The word as written.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it is over, in bytes.
    pub end: usize,
    /// Its normal form; never empty.
    pub norm: Cow<'t, str>,
    /// Whether a sentence, paragraph or cell ended between the word before and this one: no phrase goes across.
    pub after_break: bool,
}

/// What a text says in normal form, one space between its words, whatever marks stand between and around them.
pub fn normal_text(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for token in tokens_of(text) {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&token.norm);
    }
    said
}

/// The words of a text, in order.
///
/// Geresh and gershayim inside a Hebrew word belong to it (`ארה"ב`), at its edge they do not. Hyphen and maqaf part words, as does
/// an apostrophe in Latin (`l'eau`). A word is of one script.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    tokens_of(text).collect()
}

/// The same, one by one: for whom the beginning of a text may be enough.
pub fn tokens_of(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    let mut gap_from = 0;
    // Of the word before.
    let mut may_be_an_abbreviation = None;
    std::iter::from_fn(move || {
        while let Some(c) = text[at..].chars().next() {
            if !is_letter(c) {
                at += c.len_utf8();
                continue;
            }
            let (start, end) = (at, word_end(text, at));
            at = end;
            let word = &text[start..end];
            let norm = normal(word);
            if norm.is_empty() {
                continue;
            }
            let after_break = may_be_an_abbreviation.is_some_and(|is_short| breaks(is_short, &text[gap_from..start]));
            may_be_an_abbreviation = Some(norm.chars().nth(LONGEST_ABBREVIATION).is_none());
            gap_from = end;
            return Some(Token { text: word, start, end, norm, after_break });
        }
        None
    })
}

/// Where the word that starts at `start` is over.
fn word_end(text: &str, start: usize) -> usize {
    // Nearly all words end before another ASCII character: then no mark follows, and no quote belongs to them.
    let plain = start + text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if plain > start && text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    let mut script = None;
    let mut end = start;
    let mut quotes = 0;
    for (offset, c) in text[start..].char_indices() {
        let after = start + offset + c.len_utf8();
        if is_letter(c) {
            let own = Script::of(c);
            if *script.get_or_insert(own) != own {
                break;
            }
            quotes = 0;
            end = after;
        } else if is_attached(c) {
            // Marks belong to the letter before them; what only steers drawing waits for another letter.
            if quotes == 0 && !is_invisible(c) {
                end = after;
            }
        } else if is_quote(c) && script == Some(Script::Hebrew) && quotes < MAX_INNER_QUOTES {
            quotes += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether what stands between two words ends a sentence, a paragraph or a cell.
fn breaks(is_behind_an_abbreviation: bool, gap: &str) -> bool {
    if gap == " " {
        return false;
    }
    let mut chars = gap.chars().peekable();
    let mut lines = 0;
    while let Some(c) = chars.next() {
        match c {
            '!' | '?' | ';' | '|' | '•' | '\u{61F}' | '\u{2029}' => return true,
            '\n' => lines += 1,
            '.' if !is_behind_an_abbreviation && chars.peek().is_some_and(|next| next.is_whitespace()) => {
                return true;
            }
            _ => {}
        }
    }
    lines > 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::tokens;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn gershayim_inside_a_hebrew_word_belong_to_it() {
        assert_eq!(words("מנכ\"ל או״ם בצ'כיה ובארה''ב, \"קול קורא\""), ["מנכ\"ל", "או״ם", "בצ'כיה", "ובארה''ב", "קול", "קורא"]);
    }

    #[test]
    fn a_geresh_at_the_edge_is_no_part_of_the_word() {
        assert_eq!(words("רח' הרצל, 'שלום' ו\"ערים\""), ["רח", "הרצל", "שלום", "ו\"ערים"]);
    }

    #[test]
    fn maqaf_hyphen_and_script_part_words() {
        assert_eq!(
            words("תל־אביב-יפו ב2027 ה-AI והGrant COVID-19"),
            ["תל", "אביב", "יפו", "ב", "2027", "ה", "AI", "ו\u{5d4}", "Grant", "COVID", "19"]
        );
    }

    #[test]
    fn apostrophes_part_latin_words() {
        assert_eq!(words("l'eau d’Aix"), ["l", "eau", "d", "Aix"]);
    }

    #[test]
    fn points_stay_inside_the_token() {
        let text = "הַשָּׁלוֹם בָּעִיר";
        let found = tokens(text);
        assert_eq!(found.iter().map(|token| token.norm.as_ref()).collect::<Vec<_>>(), ["השלומ", "בעיר"]);
        assert_eq!(found[0].text, "הַשָּׁלוֹם");
    }

    #[test]
    fn direction_marks_and_soft_hyphens_do_not_part_words() {
        assert_eq!(words("\u{200F}ארה\"ב\u{200F} munici\u{AD}pal"), ["ארה\"ב", "munici\u{AD}pal"]);
        assert_eq!(tokens("munici\u{AD}pal")[0].norm, "municipal");
    }

    #[test]
    fn a_sentence_or_a_paragraph_is_a_break_and_an_abbreviation_is_not() {
        let breaks: Vec<bool> =
            tokens("Grants for cities. Twin towns of St. Gallen\nand\n\nothers").iter().map(|token| token.after_break).collect();
        assert_eq!(breaks, [false, false, false, true, false, false, false, false, false, true]);
    }

    proptest! {
        #[test]
        fn offsets_are_the_words(text in "(\\PC|[א-ת'\"\u{5B0}-\u{5C7}־ ]|[a-z' .\n]){0,80}") {
            let mut last = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= last && token.end > token.start);
                prop_assert_eq!(text.get(token.start..token.end), Some(token.text));
                prop_assert!(!token.norm.is_empty());
                last = token.end;
            }
        }
    }
}
