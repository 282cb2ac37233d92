//! What the index holds of one record, and what it needs of it to find it.

/// One record as the index sees it. Codes (kind, status, topics …) are plain strings here: the index gives them no meaning
/// beyond what [`crate::query::Filters`] says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The record's id; a later document with the same id replaces the earlier.
    pub id: String,
    /// The record's number in the store's change sequence.
    pub change: u64,
    /// Title, in `lang`.
    pub title: String,
    /// Title that staff wrote in Hebrew, programme, organiser and other short texts that should be found.
    pub extra: String,
    /// Summary and body text, in `lang`.
    pub text: String,
    /// Text of attachments.
    pub attachment: String,
    /// ISO 639-1.
    pub lang: Option<String>,
    /// Code of the review state: who may see it.
    pub review: String,
    /// Code of the kind.
    pub kind: String,
    /// `forthcoming`, `open`, `closed`, `unlisted`, `withdrawn`, as stored.
    pub status: String,
    /// Epoch seconds from which it takes applications, if known.
    pub opens: Option<i64>,
    /// Its deadline stages, in order.
    pub deadlines: Vec<Deadline>,
    /// Verdict of the country axis.
    pub eligible: String,
    /// Topic slugs.
    pub topics: Vec<String>,
    /// Slugs of all sources that told of it.
    pub sources: Vec<String>,
    /// Networks of those sources.
    pub networks: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// The most that one applicant can get, in euro (or the nearest thing to it).
    pub amount: Option<f64>,
    /// Epoch seconds at which it was first seen.
    pub first_seen: i64,
    /// Everything the answer shows, as JSON text: returned verbatim with a hit.
    pub item: String,
}

/// One stage of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Epoch second at which it is over: what is open and closed goes by it.
    pub over: i64,
    /// Its own date, in days since 1970, as it is shown: the end of a day in Los Angeles is the next morning elsewhere, and who asks for a
    /// date means the one that he reads.
    pub day: i64,
}

impl Document {
    /// Bytes of its long parts, as it waits to be indexed.
    pub fn size(&self) -> usize {
        self.text.len() + self.attachment.len() + self.item.len()
    }
}
