//! Letters: in a folder (`.eml`), as a mail program or a filter leaves them there, or in a mailbox on a server.
//! Must never know what a letter says, and deletes nothing.

mod bounded;
mod connect;
mod error;
mod imap;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use url::Url;

use crate::finding::short_hash;
use crate::page::{Page, Request, Validators};

pub use error::ImapError;
pub use imap::{Fetched, ReadUpTo, fetch};

/// Letters with their attachments; larger ones are films.
const MAX_LETTER: u64 = 25_000_000;

/// More letters than a year brings: the newest by name are read.
const MAX_LETTERS: usize = 5_000;

/// A folder or letter that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum MailboxError {
    /// The folder.
    #[error("the folder {} cannot be read ({error}); create it, or name another in the roadmap", folder.display())]
    Folder {
        /// Which.
        folder: PathBuf,
        /// Why not.
        error: std::io::Error,
    },
    /// One letter.
    #[error("{}: {what}", file.display())]
    Letter {
        /// The file's name, without the way to it.
        file: PathBuf,
        /// Why not.
        what: String,
    },
}

/// The letters in a folder, by name: regular files that end in `.eml`.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, MailboxError> {
    let fault = |error| MailboxError::Folder { folder: folder.to_owned(), error };
    let mut letters = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let is_letter = entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml"));
        // A link could lead anywhere on this machine.
        if is_letter && entry.file_type().map_err(fault)?.is_file() {
            letters.push(entry.path());
        }
    }
    letters.sort();
    let surplus = letters.len().saturating_sub(MAX_LETTERS);
    letters.drain(..surplus);
    Ok(letters)
}

/// One letter, as a page: its address is a hash of its bytes, so that a renamed file is the same letter.
pub fn open(file: &Path, now: DateTime<Utc>) -> Result<(Request, Page), MailboxError> {
    let fault = |what: String| MailboxError::Letter { file: PathBuf::from(file.file_name().unwrap_or_default()), what };
    let length = std::fs::metadata(file).map_err(|error| fault(error.to_string()))?.len();
    if length > MAX_LETTER {
        return Err(fault(format!("has {length} bytes, more than the {MAX_LETTER} that are read")));
    }
    let body = std::fs::read(file).map_err(|error| fault(error.to_string()))?;
    page(body, now).map_err(fault)
}

/// A letter's bytes, as a page.
pub fn page(body: Vec<u8>, now: DateTime<Utc>) -> Result<(Request, Page), String> {
    let url =
        Url::parse(&format!("mail:{}", short_hash(&[&String::from_utf8_lossy(&body)]))).map_err(|error| error.to_string())?;
    let page = Page {
        url: url.clone(),
        status: 200,
        content_type: Some("message/rfc822".to_owned()),
        body,
        validators: Validators::default(),
        moved_to: None,
        reservation: None,
        fetched_at: now,
    };
    Ok((Request::get(url), page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_listed_by_name_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.eml", "a.EML", "notes.txt"] {
            std::fs::write(folder.path().join(name), "Subject: x\r\n\r\n").unwrap();
        }
        std::fs::create_dir(folder.path().join("c.eml")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("d.eml")).unwrap();
        let names: Vec<_> = list(folder.path()).unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["a.EML", "b.eml"]);
    }

    #[test]
    fn a_renamed_letter_is_the_same_letter() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["a.eml", "b.eml"].map(|name| folder.path().join(name));
        for path in &paths {
            std::fs::write(path, "Subject: x\r\n\r\nHello").unwrap();
        }
        let [a, b] = paths.map(|path| open(&path, DateTime::UNIX_EPOCH).unwrap());
        assert_eq!(a, b);
    }

    #[test]
    fn a_missing_folder_says_what_to_do() {
        let error = list(Path::new("/nowhere/at/all")).unwrap_err().to_string();
        assert!(error.contains("create it"), "{error}");
    }
}
