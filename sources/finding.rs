//! What a source said of one item, verbatim. Never altered once kept; everything derived can be derived again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a source said of one item, verbatim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Slug of the source.
    pub source: String,
    /// The source's own key for the item (its reference, guid or canonical address); unique within the source.
    pub key: String,
    /// Address for people, absolute.
    pub url: String,
    /// As written, character references decoded.
    pub title: String,
    /// Body or abstract as HTML, as it came, links absolute.
    pub html: Option<String>,
    /// Body as plain text, paragraphs parted by newlines, where the source gives text rather than HTML
    /// (or where `read` took the main text out of a page).
    pub text: Option<String>,
    /// The language that the item or its page declares (ISO 639-1), if any.
    pub lang: Option<String>,
    /// Everything else, by name, every value a list of strings as they came. The names that `normalise` knows are in [`field`].
    pub fields: BTreeMap<String, Vec<String>>,
    /// What the files that belong to it say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// The text of a file that belongs to an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Attachment {
    /// The file's name, as people call it.
    pub name: String,
    /// Where it is on the web; absent for one that came with a letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Plain text, paragraphs parted by newlines.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Names of [`Finding::fields`] that `normalise` reads. Others are kept and ignored.
pub mod field {
    /// Dates of hand-in as the source states them in a field of its own; ISO forms or prose.
    pub const DEADLINE: &str = "deadline";
    /// `single-stage`, `two-stage`, `multiple cut-off`.
    pub const DEADLINE_MODEL: &str = "deadline_model";
    /// Day from which applications are taken.
    pub const OPENS: &str = "opens";
    /// `forthcoming`, `open`, `closed`, `withdrawn`, or the site's own word.
    pub const STATUS: &str = "status";
    /// Date of publication.
    pub const PUBLISHED: &str = "published";
    /// Who calls.
    pub const ORGANISER: &str = "organiser";
    /// Identifier of programme or topic.
    pub const PROGRAMME: &str = "programme";
    /// Name of the framework programme, e.g. `Horizon Europe` (for eligibility rules).
    pub const FRAMEWORK: &str = "framework";
    /// Town or venue.
    pub const PLACE: &str = "place";
    /// First day of an event.
    pub const EVENT_START: &str = "event_start";
    /// Last day of an event.
    pub const EVENT_END: &str = "event_end";
    /// Largest sum for one applicant: a number, or prose.
    pub const AMOUNT_MAX: &str = "amount_max";
    /// Least sum for one applicant.
    pub const AMOUNT_MIN: &str = "amount_min";
    /// Whole budget.
    pub const AMOUNT_TOTAL: &str = "amount_total";
    /// ISO 4217 code of the three above.
    pub const CURRENCY: &str = "currency";
    /// A word for the kind, in any language ("Prize", "קול קורא").
    pub const KIND: &str = "kind";
    /// Categories, keywords, tags.
    pub const CATEGORIES: &str = "categories";
    /// Who may apply, in the source's words.
    pub const ELIGIBLE: &str = "eligible";
    /// The letter that told of the item (`mid:` and its Message-ID), where it told of others too.
    pub const LETTER: &str = "letter";
    /// Addresses of PDF and Word files that a feed gives along with the item.
    pub const ENCLOSURE: &str = "enclosure";
    /// ISO codes or names of the countries it is about.
    pub const COUNTRIES: &str = "countries";
    /// `grant` or `event`, where its page says to machines that it is one.
    pub const DECLARED: &str = "declared";
    /// A short text about its page; read where the page declares what it is, for there it is what that says of itself.
    pub const DESCRIPTION: &str = "description";
    /// Anything, where its page says to machines that one can take part from afar.
    pub const ONLINE: &str = "online";
}

impl Finding {
    /// The finding's id: a hash of source and the source's own key, 32 hexadecimal digits.
    pub fn id(&self) -> String {
        short_hash(&[&self.source, &self.key])
    }

    /// Changes exactly when something that the source says of the item changes.
    pub fn content_hash(&self) -> String {
        let json = serde_json::to_string(self).expect("a finding is plain data with text keys, which always serialises");
        short_hash(&[&json])
    }

    /// First value of a field that is not blank.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// All values of a field that are not blank.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.get(name).into_iter().flatten().map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

/// 32 hexadecimal digits of SHA-256 over the parts, each ended by a line feed.
pub fn short_hash(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\n");
    }
    short_hex(hash)
}

/// The first half of a hash, in hexadecimal digits: 128 bits leave no chance of two items meeting.
pub(crate) fn short_hex(hash: Sha256) -> String {
    use std::fmt::Write as _;
    hash.finalize()[..16].iter().fold(String::with_capacity(32), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a String takes every write");
        hex
    })
}
