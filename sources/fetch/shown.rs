//! Addresses as they may be shown, logged and kept: without the name and the password that somebody wrote into them.

use std::borrow::Cow;

/// A text with addresses in it, whose user names and passwords are left out. What stands for them shows that there were some.
pub fn without_passwords(text: &str) -> Cow<'_, str> {
    const BEFORE_HOST: &str = "://";
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(BEFORE_HOST) {
        let (before, after) = rest.split_at(at + BEFORE_HOST.len());
        let ends = |letter: char| matches!(letter, '/' | '\\' | '?' | '#' | '"' | '<' | '>' | '`') || letter.is_whitespace();
        let authority = &after[..after.find(ends).unwrap_or(after.len())];
        shown.push_str(before);
        rest = match authority.rfind('@') {
            Some(at) => {
                shown.push('…');
                &after[at..]
            }
            None => after,
        };
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_not_shown_and_all_else_is() {
        for (written, shown) in [
            ("https://u:p@ok.test/f: not asked", "https://…@ok.test/f: not asked"),
            ("https://u:p%40q@x:@ok.test:8080?a", "https://…@ok.test:8080?a"),
            ("`ftp://:secret@ok.test` and http://you@b.test", "`ftp://…@ok.test` and http://…@b.test"),
            ("https://ok.test/@somebody?mail=a@b.test", "https://ok.test/@somebody?mail=a@b.test"),
            ("https://u:p@ok.test\\@evil.test", "https://…@ok.test\\@evil.test"),
            ("://://@://", "://://…@://"),
            ("write to a@example.org", "write to a@example.org"),
        ] {
            assert_eq!(without_passwords(written), shown, "{written}");
        }
    }
}
