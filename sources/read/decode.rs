//! Bytes to text: which encoding, and who said so.
//! Knows nothing of what the text is about.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::prescan;
use crate::page::Page;

/// As much as the guess looks at: enough words for any language, and bounded.
const GUESS_WINDOW: usize = 64 * 1024;

/// A body as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Malformed sequences replaced by U+FFFD, a byte order mark removed.
    pub text: String,
    /// The encoding that it was read in.
    pub encoding: &'static Encoding,
}

/// A web page: by byte order mark, then the header, unless the bytes contradict it and not the page, then its own declaration, then a guess.
pub fn html(page: &Page) -> Decoded {
    html_bytes(&page.body, page.content_type.as_deref())
}

/// [`html`] of bytes and their `Content-Type`.
pub fn html_bytes(body: &[u8], content_type: Option<&str>) -> Decoded {
    let (header, own) = (header_charset(content_type), prescan::html_charset(body));
    let decoded = decode(body, header.or(own), Utf8Detection::Deny);
    // A server that says the same of every page, and a page that knows better: only where its bytes cannot be what the server says.
    match own.filter(|own| header.is_some_and(|header| header != *own) && decoded.text.contains('\u{fffd}')) {
        Some(own) => Some(decode(body, Some(own), Utf8Detection::Deny)).filter(|other| !other.text.contains('\u{fffd}')),
        None => None,
    }
    .unwrap_or(decoded)
}

/// A feed or other XML: as [`html`], but a header that the bytes contradict gives way to the declaration.
pub fn xml_bytes(body: &[u8], content_type: Option<&str>) -> Decoded {
    let declared = prescan::xml_encoding(body);
    if let Some(header) = header_charset(content_type) {
        let decoded = decode(body, Some(header), Utf8Detection::Allow);
        if !decoded.text.contains('\u{fffd}') || declared.is_none() {
            return decoded;
        }
    }
    let decoded = decode(body, declared.or_else(|| utf16_without_mark(body)), Utf8Detection::Allow);
    if declared == Some(UTF_8) && decoded.text.contains('\u{fffd}') {
        // Declared by template, never looked at: the commonest lie of feeds.
        return decode(body, None, Utf8Detection::Allow);
    }
    decoded
}

fn decode(body: &[u8], declared: Option<&'static Encoding>, utf8: Utf8Detection) -> Decoded {
    let encoding = match Encoding::for_bom(body) {
        Some((encoding, _)) => encoding,
        None => declared.unwrap_or_else(|| guess(body, utf8)),
    };
    let (text, encoding, _) = encoding.decode(body);
    Decoded { text: text.into_owned(), encoding }
}

fn guess(body: &[u8], utf8: Utf8Detection) -> &'static Encoding {
    // Valid UTF-8 with something beyond ASCII in it is never anything else by accident.
    if !body.is_ascii() && std::str::from_utf8(body).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(body.get(..GUESS_WINDOW).unwrap_or(body), true);
    detector.guess(None, utf8)
}

/// XML may come as UTF-16 without a mark: `<` and a zero byte give it away (XML 1.0, appendix F).
fn utf16_without_mark(body: &[u8]) -> Option<&'static Encoding> {
    match body {
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn header_charset(content_type: Option<&str>) -> Option<&'static Encoding> {
    let lower = content_type?.to_ascii_lowercase();
    let label = lower.split(';').skip(1).find_map(|part| part.trim().strip_prefix("charset").map(str::trim_start))?;
    Encoding::for_label(label.strip_prefix('=')?.trim().trim_matches(['"', '\'']).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_outranks_the_header_and_the_header_the_page() {
        let with_mark = html_bytes("\u{feff}שלום".as_bytes(), Some("text/html; charset=windows-1255"));
        assert_eq!((with_mark.text.as_str(), with_mark.encoding.name()), ("שלום", "UTF-8"));
        let body = b"<meta charset=utf-8>\xf9\xec\xe5\xed";
        assert_eq!(html_bytes(body, Some("text/html; charset=\"windows-1255\"")).text, "<meta charset=utf-8>שלום");
    }

    #[test]
    fn a_page_that_its_header_takes_for_utf8_and_that_knows_better_is_read() {
        let body = b"<meta charset=windows-1255><p>\xf9\xec\xe5\xed</p>";
        assert!(html_bytes(body, Some("text/html; charset=utf-8")).text.contains("שלום"));
        let neither = b"<meta charset=iso-8859-8><p>\xf9\xec\xff</p>";
        assert_eq!(html_bytes(neither, Some("text/html; charset=utf-8")).encoding.name(), "UTF-8");
    }

    #[test]
    fn hebrew_without_any_declaration_is_guessed() {
        let (body, _, _) = encoding_rs::WINDOWS_1255.encode("קול קורא לרשויות מקומיות להגשת הצעות לשנת הפעילות הבאה");
        assert_eq!(html_bytes(&body, None).encoding.name(), "windows-1255");
        assert_eq!(html_bytes("קול קורא".as_bytes(), None).encoding.name(), "UTF-8");
    }

    #[test]
    fn a_feed_that_only_claims_to_be_utf8_is_still_read() {
        let body = b"<?xml version='1.0' encoding='utf-8'?><rss><channel><title>D\xe9p\xf4t des dossiers</title></channel></rss>";
        assert!(xml_bytes(body, Some("text/xml; charset=utf-8")).text.contains("Dépôt"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(body: Vec<u8>, header: Option<String>) {
            html_bytes(&body, header.as_deref());
            xml_bytes(&body, header.as_deref());
        }
    }
}
