//! What reading one page gave, and what was wrong with it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::page::Request;

/// Beyond these a page is broken as a whole, and a thousand lines more say no more.
const MAX_COMPLAINTS: usize = 50;

/// More items than any list shows on one page: a page that has them is no list.
pub(super) const MAX_ITEMS: usize = 2000;

/// Something on a page that was not as the roadmap says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Where: item, selector or field.
    pub place: String,
    /// What is wrong there.
    pub what: String,
    /// The page as a whole is not what it should be.
    pub fatal: bool,
}

/// An item, and the request for its own page when that is to be read too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What the source says of it.
    pub finding: Finding,
    /// The key or address that it shares with different items, where its own was made to tell them apart.
    pub shared_key: Option<String>,
    /// Its own page.
    pub detail: Option<Request>,
    /// Whether the list tells enough without its own page: then nothing is wrong where there is none.
    pub complete: bool,
    /// When its own page last changed, where the list says so: one that is kept since then need not be asked for.
    pub changed: Option<DateTime<Utc>>,
    /// Files that belong to it, to be read too.
    pub files: Vec<File>,
}

/// A file that belongs to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// As people call it.
    pub name: String,
    /// Where it is.
    pub at: FileAt,
}

/// Where a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAt {
    /// On the web.
    Web(Request),
    /// It came along, as the attachment of a letter.
    Here(Arc<[u8]>),
}

/// What one page gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its items, in the source's order.
    pub found: Vec<Found>,
    /// The next page of the same list.
    pub next: Option<Request>,
    /// Further parts of it that stand beside this page (the files of a site map index).
    pub parts: Vec<Request>,
    /// What was wrong.
    pub complaints: Vec<Complaint>,
    /// Items that could not be read at all: each is a complaint too.
    pub unreadable: usize,
    /// What should find the items finds nothing, and the page does not say that there is nothing: it was probably redesigned.
    pub unmatched: bool,
    /// The page says itself that there is nothing at present: an empty answer is then no failure.
    pub declared_empty: bool,
    /// Items that are listed as ever, but are too old to be read by somebody who does not know them.
    pub aged: Vec<Found>,
    /// More is listed than was read: what is not here is not gone.
    pub excerpt: bool,
    /// The document ends before its end: it has to be asked for in full next time, for what is here may be half of what the server has.
    pub broken_off: bool,
    /// How many items the whole list has, as it says itself.
    pub total: Option<u64>,
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

impl Complaint {
    pub(super) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into(), fatal: false }
    }

    /// Likewise where the page as a whole is not what it should be.
    pub(super) fn fatal(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { fatal: true, ..Self::new(place, what) }
    }
}

impl Reading {
    /// The page was not what it should be: a 200 is not success.
    pub fn failed(&self) -> bool {
        self.complaints.iter().any(|complaint| complaint.fatal)
    }

    pub(super) fn failure(place: impl Into<String>, what: impl Into<String>) -> Self {
        let mut reading = Self::default();
        reading.fail(place, what);
        reading
    }

    pub(super) fn fail(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.complaints.push(Complaint::fatal(place, what));
    }

    /// The rest of the page was left: a complaint, and no word of what stands there.
    pub(super) fn left(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.excerpt = true;
        self.complain(place, what);
    }

    /// The document ends before its end: a complaint, and no word of what would have stood there.
    pub(super) fn break_off(&mut self, what: impl Into<String>) {
        self.broken_off = true;
        self.left("page", what);
    }

    /// An item that costs itself and nothing else.
    pub(super) fn unreadable(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.unreadable += 1;
        self.complain(place, what);
    }

    /// Likewise for a fault that costs nothing.
    pub(super) fn complain(&mut self, place: impl Into<String>, what: impl Into<String>) {
        match self.complaints.len() {
            few if few < MAX_COMPLAINTS => self.complaints.push(Complaint::new(place, what)),
            MAX_COMPLAINTS => self.complaints.push(Complaint::new("page", "has more faults than are listed here")),
            _ => {}
        }
    }
}

/// How a body begins, for a complaint about it.
pub(super) fn beginning(text: &str) -> String {
    /// Enough to tell a shell page from an error message.
    const SHOWN: usize = 60;
    super::text::one_line(&text.chars().take(4 * SHOWN).collect::<String>()).chars().take(SHOWN).collect()
}
