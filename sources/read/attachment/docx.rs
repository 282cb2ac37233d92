//! The text of a Word document: `word/document.xml` out of its ZIP, and the notes beside it.
//! Word keeps Hebrew in reading order, so nothing has to be turned.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::push_within;

/// Of one part, decompressed: the text of a thousand pages with its markup.
const MAX_PART_BYTES: u64 = 32 * 1024 * 1024;

/// Documents have dozens of parts; a directory of more is no document.
const MAX_PARTS: usize = 10_000;

/// Where the text stands, in the order in which it is read.
const PARTS: [&str; 3] = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("is no ZIP file that can be read: {error}"))?;
    if archive.len() > MAX_PARTS {
        return Err(format!("has {} parts: this is no document", archive.len()));
    }
    let mut text = String::new();
    for (number, name) in PARTS.into_iter().enumerate() {
        let mut part = match archive.by_name(name) {
            Ok(part) => part.take(MAX_PART_BYTES),
            Err(_) if number > 0 => continue,
            Err(error) => return Err(format!("is no Word document: `{name}`: {error}")),
        };
        let mut xml = Vec::new();
        part.read_to_end(&mut xml).map_err(|error| format!("`{name}` does not decompress: {error}"))?;
        if xml.len() as u64 == MAX_PART_BYTES {
            return Err(format!("`{name}` has more than {MAX_PART_BYTES} bytes"));
        }
        // Word writes UTF-8 and nothing else.
        read_part(&String::from_utf8_lossy(&xml), &mut text)
            .map_err(|error| format!("`{name}` is no XML that can be read: {error}"))?;
    }
    Ok(text)
}

/// What stands in `w:t`; paragraphs end lines, cells are parted as in a page's tables. What was deleted under revision is left out.
fn read_part(xml: &str, text: &mut String) -> Result<(), quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut in_text = false;
    loop {
        let piece = match reader.read_event()? {
            Event::Eof => return Ok(()),
            Event::Start(element) => {
                in_text = element.name().as_ref() == "w:t";
                None
            }
            Event::Empty(element) => match element.name().as_ref() {
                "w:tab" => Some("\t".to_owned()),
                "w:br" | "w:cr" => Some("\n".to_owned()),
                "w:noBreakHyphen" => Some("-".to_owned()),
                _ => None,
            },
            Event::End(element) => {
                in_text = false;
                match element.name().as_ref() {
                    "w:p" => Some("\n".to_owned()),
                    "w:tc" => {
                        // The cell's last paragraph has ended the line already.
                        text.truncate(text.trim_end_matches('\n').len());
                        Some(" | ".to_owned())
                    }
                    "w:tr" => {
                        text.truncate(text.trim_end_matches(" | ").len());
                        Some("\n".to_owned())
                    }
                    _ => None,
                }
            }
            Event::Text(written) if in_text => Some(written.into_inner().into_owned()),
            Event::GeneralRef(reference) if in_text => {
                Some(html_escape::decode_html_entities(&format!("&{};", &*reference)).into_owned())
            }
            _ => None,
        };
        if piece.is_some_and(|piece| !push_within(text, &piece)) {
            return Ok(());
        }
    }
}
