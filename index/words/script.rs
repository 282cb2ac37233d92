//! Which writing system a character belongs to, as far as words are treated differently for it.

use unicode_normalization::char::is_combining_mark;

/// The writing systems whose words are put together differently. A word never changes from one to another (`ה-AI`, `ב2027`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Prefix letters, gershayim inside words.
    Hebrew,
    /// Article and conjunction written together with the word.
    Arabic,
    /// Latin, Greek, Cyrillic, digits and all others.
    Other,
}

impl Script {
    /// The script of a letter or digit.
    pub fn of(letter: char) -> Self {
        match letter {
            '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Self::Hebrew,
            // The digits of the Arabic block are digits like others.
            '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Self::Other,
            '\u{600}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{8A0}'..='\u{8FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => Self::Arabic,
            _ => Self::Other,
        }
    }

    /// The script of a word in normal form, judged by its first letter: words are of one script.
    pub fn of_word(word: &str) -> Self {
        word.chars().next().map_or(Self::Other, Self::of)
    }
}

/// Starts a word, or goes on with one.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        // What nearly all words are made of needs no table: Latin, Hebrew, Arabic.
        '\u{D7}' | '\u{F7}' => false,
        '\u{C0}'..='\u{24F}' | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' => true,
        _ => c.is_alphanumeric() && !is_quote(c),
    }
}

/// Goes on with a word but never starts one: accents, points, and the characters that only steer how letters are drawn.
pub(crate) fn is_attached(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || is_invisible(c))
}

/// Soft hyphen, joiners, direction marks, byte-order mark: people copy them along without seeing them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Everything that keyboards, word processors and copying make of a geresh, gershayim, apostrophe or quotation mark.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '\'' | '"'
            | '`'
            | '\u{B4}'
            | '\u{2B9}'
            | '\u{2BA}'
            | '\u{2BB}'
            | '\u{2BC}'
            | '\u{2BD}'
            | '\u{5F3}'
            | '\u{5F4}'
            | '\u{2018}'..='\u{201F}' | '\u{2032}' | '\u{2033}' | '\u{FF07}' | '\u{FF02}'
    )
}
