//! What a page says of its own encoding near its beginning: HTML's "prescan a byte stream", and XML's declaration.
//! Knows bytes only.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, X_USER_DEFINED};

/// As far as the declaration is looked for. Browsers look through a kilobyte first (HTML 13.2.3.2) and start over when
/// they meet one later; a page whose head is full of scripts has it later.
const WINDOW: usize = 64 * 1024;

/// The encoding that `<meta charset>` or `<meta http-equiv=content-type>` declares.
pub(super) fn html_charset(body: &[u8]) -> Option<&'static Encoding> {
    let mut scan = Scan { bytes: body.get(..WINDOW).unwrap_or(body), at: 0 };
    while let Some(byte) = scan.peek() {
        if byte != b'<' {
            scan.at += 1;
        } else if scan.starts_with(b"<!--") {
            // `<!-->` is a whole comment: its two hyphens may serve as both ends.
            scan.at += 2;
            scan.skip_past(b"-->");
        } else if scan.starts_with_tag(b"<meta") {
            scan.at += 5;
            if let Some(found) = scan.meta() {
                return Some(found);
            }
        } else if scan.is_tag() {
            scan.skip_tag();
        } else if scan.starts_with(b"<!") || scan.starts_with(b"</") || scan.starts_with(b"<?") {
            scan.skip_past(b">");
        } else {
            scan.at += 1;
        }
    }
    None
}

/// The encoding that `<?xml … encoding="…"?>` declares.
pub(super) fn xml_encoding(body: &[u8]) -> Option<&'static Encoding> {
    let head = body.get(..WINDOW).unwrap_or(body);
    let start = head.windows(5).position(|bytes| bytes == b"<?xml")?;
    let end = start + head[start..].iter().position(|&byte| byte == b'>')?;
    let declaration = String::from_utf8_lossy(&head[start..end]);
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    as_declared(value[1..].split(quote).next()?.as_bytes())
}

/// The encoding of a label inside a document: it was read as ASCII, so it cannot be UTF-16.
fn as_declared(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label)?;
    if encoding == X_USER_DEFINED {
        return Some(WINDOWS_1252);
    }
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn starts_with(&self, what: &[u8]) -> bool {
        self.bytes[self.at..].starts_with(what)
    }

    /// The tag's name in any case, followed by a space or slash.
    fn starts_with_tag(&self, tag: &[u8]) -> bool {
        let rest = &self.bytes[self.at..];
        rest.len() > tag.len()
            && rest[..tag.len()].eq_ignore_ascii_case(tag)
            && (is_space(rest[tag.len()]) || rest[tag.len()] == b'/')
    }

    fn is_tag(&self) -> bool {
        let rest = &self.bytes[self.at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        rest.first().is_some_and(u8::is_ascii_alphabetic)
    }

    fn skip_past(&mut self, what: &[u8]) {
        let rest = &self.bytes[self.at..];
        let found = rest.windows(what.len()).position(|bytes| bytes == what);
        self.at += found.map_or(rest.len(), |place| place + what.len());
    }

    fn skip_tag(&mut self) {
        while self.peek().is_some_and(|byte| !is_space(byte) && byte != b'>') {
            self.at += 1;
        }
        while self.attribute().is_some() {}
    }

    fn meta(&mut self) -> Option<&'static Encoding> {
        let (mut from_charset, mut from_content, mut is_pragma) = (None, None, false);
        let mut seen: Vec<Vec<u8>> = Vec::new();
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_slice() {
                b"http-equiv" => is_pragma = value == b"content-type",
                b"charset" => from_charset = Some(as_declared(&value)),
                b"content" => from_content = charset_in_content(&value),
                _ => {}
            }
            seen.push(name);
        }
        // A `charset` that names nothing known still outranks the pragma.
        match from_charset {
            Some(found) => found,
            None => from_content.filter(|_| is_pragma),
        }
    }

    /// "Get an attribute": name and value in lower case; none at the tag's end.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        while self.peek().is_some_and(|byte| is_space(byte) || byte == b'/') {
            self.at += 1;
        }
        if self.peek()? == b'>' {
            self.at += 1;
            return None;
        }
        let mut name = Vec::new();
        loop {
            match self.peek()? {
                b'=' if !name.is_empty() => break,
                byte if is_space(byte) => {
                    self.skip_spaces();
                    if self.peek()? != b'=' {
                        return Some((name, Vec::new()));
                    }
                    break;
                }
                b'/' | b'>' => return Some((name, Vec::new())),
                byte => name.push(byte.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at += 1;
        self.skip_spaces();
        let mut value = Vec::new();
        match self.peek()? {
            quote @ (b'"' | b'\'') => loop {
                self.at += 1;
                match self.peek()? {
                    byte if byte == quote => {
                        self.at += 1;
                        return Some((name, value));
                    }
                    byte => value.push(byte.to_ascii_lowercase()),
                }
            },
            _ => loop {
                match self.peek()? {
                    byte if is_space(byte) || byte == b'>' => return Some((name, value)),
                    byte => value.push(byte.to_ascii_lowercase()),
                }
                self.at += 1;
            },
        }
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }
}

/// "Extract a character encoding from a meta element", over a value in lower case.
fn charset_in_content(value: &[u8]) -> Option<&'static Encoding> {
    let mut rest = value;
    loop {
        let place = rest.windows(7).position(|bytes| bytes == b"charset")?;
        rest = rest[place + 7..].trim_ascii_start();
        let Some(label) = rest.strip_prefix(b"=") else { continue };
        let label = label.trim_ascii_start();
        return match label.first()? {
            quote @ (b'"' | b'\'') => {
                let inner = &label[1..];
                as_declared(&inner[..inner.iter().position(|byte| byte == quote)?])
            }
            _ => as_declared(label.split(|&byte| is_space(byte) || byte == b';').next()?),
        };
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0xc | b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_found_in_all_its_spellings() {
        for (body, name) in [
            ("<meta charset=windows-1255>", Some("windows-1255")),
            ("<META\ncharset = 'iso-8859-8' >", Some("ISO-8859-8")),
            ("<meta content='text/html; charset=\"windows-1250\"' http-equiv=Content-Type>", Some("windows-1250")),
            ("<meta content='text/html; charset=windows-1250'>", None),
            ("<!-- <meta charset=koi8-r> --><meta charset=utf-16>", Some("UTF-8")),
            ("<a title='<meta charset=koi8-r>'><meta charset=gbk>", Some("GBK")),
            ("<metacharset=gbk>", None),
            ("<!--><meta charset=gbk>", Some("GBK")),
            ("<meta charset=", None),
        ] {
            assert_eq!(html_charset(body.as_bytes()).map(Encoding::name), name, "{body}");
        }
    }

    #[test]
    fn a_declaration_far_from_the_beginning_is_not_believed() {
        let late = format!("{}<meta charset=gbk>", " ".repeat(WINDOW));
        assert_eq!(html_charset(late.as_bytes()), None);
    }

    #[test]
    fn the_xml_declaration_is_read_with_either_quote() {
        assert_eq!(xml_encoding(b"\n<?xml version='1.0' encoding = 'iso-8859-1'?>").map(Encoding::name), Some("windows-1252"));
        assert_eq!(xml_encoding(b"<?xml version='1.0'?>"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(body: Vec<u8>) {
            html_charset(&body);
            xml_encoding(&body);
        }
    }
}
