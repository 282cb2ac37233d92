//! A file that carries the call: PDF or Word document in, its text out.
//! Bounded in pages, characters and decompressed bytes; whoever calls bounds time and memory, for the libraries beneath do not.
//! Must never know which item the file belongs to.

mod docx;
mod linked;
mod paragraphs;
mod pdf;
mod visual;

pub use linked::file_name;
pub(in crate::read) use linked::{linked_files, shown_name};

use super::text::clean;

/// Characters kept of one file: some eighty pages. A call says what it is long before that.
const MAX_CHARACTERS: usize = 250_000;

/// Fewer letters than this on all pages together are page numbers and stamps: what is to be read is in pictures.
const FEWEST_LETTERS: usize = 20;

/// A file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `%PDF`
    Pdf,
    /// A Word document of today (Office Open XML).
    Docx,
}

impl FileKind {
    /// What a name, the last part of an address or a media type promises.
    pub fn promised(name: &str, media: Option<&str>) -> Option<Self> {
        let media = media.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let ends_with = |ending: &str| {
            name.len() > ending.len() && name.as_bytes()[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
        };
        if media == "application/pdf" || ends_with(".pdf") {
            Some(Self::Pdf)
        } else if media == "application/vnd.openxmlformats-officedocument.wordprocessingml.document" || ends_with(".docx") {
            Some(Self::Docx)
        } else {
            None
        }
    }

    /// What the bytes themselves are.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        /// Readers take a PDF whose header stands so far in (a mail gateway's banner before it).
        const HEADER_WITHIN: usize = 1024;
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(Self::Docx);
        }
        let start = &bytes[..bytes.len().min(HEADER_WITHIN)];
        start.windows(5).any(|window| window == b"%PDF-").then_some(Self::Pdf)
    }
}

/// The text of a file, paragraphs parted by newlines.
///
/// # Errors
/// In words: why there is none.
pub fn text(bytes: &[u8]) -> Result<String, String> {
    let text = match FileKind::of(bytes) {
        Some(FileKind::Pdf) => pdf::text(bytes)?,
        Some(FileKind::Docx) => docx::text(bytes)?,
        None => return Err("is neither a PDF nor a Word document (.docx)".to_owned()),
    };
    let text = clean(&text);
    if text.chars().filter(|c| c.is_alphabetic()).take(FEWEST_LETTERS).count() < FEWEST_LETTERS {
        return Err("holds pictures of text and no text: somebody has to read it".to_owned());
    }
    Ok(text.trim().to_owned())
}

/// Adds a piece of text as long as there is room; false when there is none left.
fn push_within(text: &mut String, piece: &str) -> bool {
    let room = MAX_CHARACTERS.saturating_sub(text.len());
    text.push_str(&piece[..piece.floor_char_boundary(room)]);
    piece.len() < room
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
