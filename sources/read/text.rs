//! Plain text as it may be kept: no control characters, nothing that reorders its neighbours.
//! Knows nothing of HTML or of sources.

use std::borrow::Cow;

/// Drops what has no place in a text: control characters (tab and line ends stay), the bidi embeddings, overrides
/// and isolates that can reorder what stands beside them, and stray byte order marks.
/// The left-to-right and right-to-left *marks* stay: Hebrew typists need them, and they reorder nothing foreign.
pub fn clean(text: &str) -> Cow<'_, str> {
    // Nearly every text is clean already, and most are ASCII: looking at all bytes, many at once, is quicker than stopping at one.
    let is_dropped_byte = |byte: u8| byte == 0x7f || byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let dropped = if text.is_ascii() {
        text.bytes().fold(false, |found, byte| found | is_dropped_byte(byte))
    } else {
        text.contains(is_dropped)
    };
    if dropped { Cow::Owned(text.chars().filter(|&c| !is_dropped(c)).collect()) } else { Cow::Borrowed(text) }
}

/// One line: [`clean`], with every run of white space made one space.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|&c| !is_dropped(c)));
    }
    line
}

fn is_dropped(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The media type alone, in small letters: `application/rss+xml` of `APPLICATION/RSS+XML; charset=utf-8`.
pub(super) fn media_type(written: &str) -> String {
    written.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_to_left_override_cannot_reorder_its_neighbours() {
        assert_eq!(clean("Grant \u{202e}fdp.exe\u{202c}\u{0}"), "Grant fdp.exe");
    }

    #[test]
    fn line_ends_stay_in_a_text_and_become_spaces_in_a_line() {
        assert_eq!(clean("a\r\nb\tc"), "a\r\nb\tc");
        assert_eq!(one_line("  קול\u{a0}קורא \n 2027 "), "קול קורא 2027");
    }
}
