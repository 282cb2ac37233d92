//! Text as it may be shown: white space made single, what cannot be seen or turns the direction left out.

/// A title or another single line.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let kept: String = word.chars().filter(|c| !unwanted(*c)).collect();
        if !kept.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&kept);
        }
    }
    out
}

/// A body: lines kept, what is unwanted left out, at most `limit` bytes.
pub(super) fn body(text: &str, limit: usize) -> String {
    let mut out: String =
        text[..text.floor_char_boundary(limit)].chars().filter(|c| *c == '\n' || *c == '\t' || !unwanted(*c)).collect();
    out.truncate(out.trim_end().len());
    out
}

/// Control characters, marks that turn or override the direction, and others that cannot be seen.
/// Joiners stay: Arabic, Persian and Indic words need them.
fn unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{61C}' | '\u{FEFF}' | '\u{AD}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::{body, line};

    #[test]
    fn direction_overrides_and_control_characters_are_dropped() {
        assert_eq!(line("  \u{202E}Grants\u{7}\n for\u{A0}cities\u{200F} "), "Grants for cities");
    }

    #[test]
    fn lines_of_a_body_stay() {
        assert_eq!(body("one\r\ntwo\u{2066}", 100), "one\ntwo");
    }

    #[test]
    fn a_body_is_cut_between_letters() {
        assert_eq!(body("שלום", 3), "ש");
    }
}
