//! A path pattern of robots.txt (RFC 9309, 2.2.3): a prefix, with `*` for any run of bytes and `$` at the end for the end.
//! Matching is linear in path and pattern: the pieces between the stars are looked for from left to right.

use serde::{Deserialize, Serialize};

/// A pattern, with its percent-encoding normalised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Pattern {
    text: String,
}

impl Pattern {
    /// Non-ASCII bytes become percent escapes, and escapes upper case; nothing is decoded, as `%2F` is not `/`.
    pub(super) fn new(value: &[u8]) -> Self {
        let mut text = String::with_capacity(value.len());
        for &byte in value {
            if byte.is_ascii() {
                text.push(char::from(byte));
            } else {
                text.extend(['%', hex_digit(byte >> 4), hex_digit(byte & 15)]);
            }
        }
        Self { text: upper_case_escapes(&text) }
    }

    /// The pattern with its needless escapes decoded, when it has any.
    pub(super) fn decoded(&self) -> Option<Self> {
        let text = decode_unreserved(&self.text);
        (text != self.text).then_some(Self { text })
    }

    /// How specific it is: the longest matching pattern decides.
    pub(super) fn specificity(&self) -> usize {
        self.text.len()
    }

    /// Whether it matches a path that went through [`upper_case_escapes`].
    pub(super) fn matches(&self, path: &str) -> bool {
        let (text, to_the_end) = match self.text.strip_suffix('$') {
            Some(text) => (text, true),
            None => (self.text.as_str(), false),
        };
        let mut pieces = text.split('*');
        let Some(mut rest) = pieces.next().and_then(|first| path.strip_prefix(first)) else { return false };
        let Some(last) = pieces.next_back() else { return !to_the_end || rest.is_empty() };
        for piece in pieces {
            match rest.find(piece) {
                Some(at) => rest = &rest[at + piece.len()..],
                None => return false,
            }
        }
        if to_the_end { rest.ends_with(last) } else { rest.contains(last) }
    }
}

fn hex_digit(value: u8) -> char {
    char::from_digit(value.into(), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

/// `%e3` and `%E3` are the same byte.
pub(super) fn upper_case_escapes(text: &str) -> String {
    let mut digits_left = 0;
    let normal = |letter: char| {
        digits_left = match letter {
            '%' => 2,
            _ if digits_left > 0 && letter.is_ascii_hexdigit() => {
                digits_left -= 1;
                return letter.to_ascii_uppercase();
            }
            _ => 0,
        };
        letter
    };
    text.chars().map(normal).collect()
}

/// Decodes the escapes that RFC 3986 calls needless: letters, digits, `-`, `.`, `_`, `~`.
pub(super) fn decode_unreserved(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut decoded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let byte = piece.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match byte.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') => {
                decoded.push(char::from(byte));
                decoded.push_str(&piece[2..]);
            }
            _ => {
                decoded.push('%');
                decoded.push_str(piece);
            }
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        Pattern::new(pattern.as_bytes()).matches(&upper_case_escapes(path))
    }

    #[test]
    fn a_pattern_is_a_prefix_unless_it_ends_in_a_dollar() {
        assert!(matches("/calls", "/calls/2027") && matches("/calls$", "/calls") && !matches("/calls$", "/calls/"));
        assert!(!matches("/calls", "/old/calls") && !matches("/Calls", "/calls"));
        assert!(matches("/a$b", "/a$bc"), "a dollar inside is a dollar");
    }

    #[test]
    fn a_star_is_any_run_of_bytes() {
        assert!(matches("/*.pdf$", "/a/b.pdf") && !matches("/*.pdf$", "/a/b.pdf?x") && matches("/*.pdf", "/a/b.pdf?x"));
        assert!(matches("/a*b*c", "/a-b-b-c-d") && !matches("/a*b*c", "/a-c-b"));
        assert!(matches("/*aa$", "/aaa") && !matches("/aa*aa$", "/aaa"), "pieces never overlap");
        assert!(matches("*", "/") && matches("/**$", "/x"));
    }

    #[test]
    fn escapes_are_compared_by_value_and_never_decoded() {
        assert!(matches("/קול", "/%d7%a7%d7%95%d7%9c") && matches("/%e3", "/%E3"));
        assert!(!matches("/%62", "/b") && !matches("/a%2Fb", "/a/b"));
        assert_eq!(decode_unreserved("/%7Ea%2Fb%zz%6"), "/~a%2Fb%zz%6");
        assert_eq!(upper_case_escapes("/%ab%%cdef%g1%2"), "/%AB%%CDef%g1%2");
    }

    #[test]
    fn many_stars_take_no_time() {
        assert!(!matches(&"*a".repeat(4_000), &"a".repeat(3_999)));
        assert!(!matches(&format!("{}b$", "*a".repeat(2_000)), &"a".repeat(8_000)));
    }
}
