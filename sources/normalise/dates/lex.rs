//! Text cut into numbers, words and marks, with byte offsets: what the date and money grammars read.
//! One pass, no backtracking; knows nothing of dates.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One lexeme, `start..end` in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::normalise) struct Lexeme<'t> {
    pub(in crate::normalise) kind: Kind<'t>,
    pub(in crate::normalise) start: usize,
    pub(in crate::normalise) end: usize,
    /// White space stands before it.
    pub(in crate::normalise) spaced: bool,
    /// A line break stands before it.
    pub(in crate::normalise) broken: bool,
}

/// What a lexeme is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::normalise) enum Kind<'t> {
    /// A run of decimal digits; `value` saturates, `digits` counts them.
    Number { value: u32, digits: usize },
    /// A run of letters, folded: lower case, no accents, no niqqud, gershayim as `"`.
    Word(Cow<'t, str>),
    /// Any other character.
    Mark(char),
}

impl Lexeme<'_> {
    /// The folded word, or "" for anything else.
    pub(in crate::normalise) fn word(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => word,
            _ => "",
        }
    }

    /// The mark, if it is one.
    pub(in crate::normalise) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Value and number of digits, if it is a number.
    pub(in crate::normalise) fn number(&self) -> Option<(u32, usize)> {
        match self.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }
}

/// Cuts `text` into lexemes.
pub(in crate::normalise) fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let (mut spaced, mut broken) = (false, false);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            spaced |= first.is_whitespace();
            broken |= first == '\n';
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if let Some(digit) = digit(first) {
            let (mut value, mut digits) = (digit, 1);
            while let Some((at, next)) = chars.next_if(|&(_, c)| self::digit(c).is_some()) {
                value = value.saturating_mul(10).saturating_add(self::digit(next).unwrap_or(0));
                digits += 1;
                end = at + next.len_utf8();
            }
            Kind::Number { value, digits }
        } else if first.is_alphabetic() {
            let mut last = first;
            while let Some(&(at, next)) = chars.peek() {
                if is_glued(text, start, at, next) {
                    break;
                }
                // Gershayim and geresh belong to the Hebrew word that they stand in (or, for geresh, end).
                let inside = next.is_alphabetic()
                    || is_combining_mark(next)
                    || (is_hebrew(last) && is_gershayim(next) && hebrew_follows(text, at + next.len_utf8()))
                    || (is_hebrew(last) && is_geresh(next));
                if !inside {
                    break;
                }
                if !is_combining_mark(next) {
                    last = next;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            Kind::Word(folded(&text[start..end]))
        } else {
            Kind::Mark(first)
        };
        found.push(Lexeme { kind, start, end, spaced, broken });
        (spaced, broken) = (false, false);
    }
    found
}

/// "The deadline isAugust 1", "2 MioEuro": does another word begin here, whose blank a page has lost? Two letters stand before it, and small
/// ones go on behind its capital.
fn is_glued(text: &str, start: usize, at: usize, next: char) -> bool {
    /// "May" may be the end of a name.
    const SHORTEST: usize = 4;
    let before = &text.as_bytes()[start..at];
    next.is_ascii_uppercase()
        && before.len() >= 2
        && before[before.len() - 1].is_ascii_lowercase()
        && text[at + 1..].bytes().take_while(u8::is_ascii_lowercase).count() >= SHORTEST - 1
}

/// The word itself where folding would change nothing, as for nearly all.
fn folded(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.chars().all(is_hebrew);
    if plain { Cow::Borrowed(word) } else { Cow::Owned(fold(word)) }
}

/// Lower case, without accents, niqqud and tashkeel; every kind of gershayim becomes `"`, every geresh `'`.
pub(in crate::normalise) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            c if is_gershayim(c) => '"',
            c if is_geresh(c) => '\'',
            'ł' => 'l',
            c => c,
        })
        .collect()
}

/// ASCII, Arabic-Indic and Eastern Arabic-Indic digits.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// Marks of direction, joiners and the soft hyphen carry no meaning here.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn is_hebrew(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

fn is_gershayim(c: char) -> bool {
    matches!(c, '"' | '״' | '”' | '“' | '„')
}

fn is_geresh(c: char) -> bool {
    matches!(c, '\'' | '׳' | '’' | '‘')
}

fn hebrew_follows(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(is_hebrew)
}
