//! A record as the store holds it and as `export` writes it: the opportunity with its id, its sources, its review and its history.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sources::Opportunity;

/// One record, whole. Its JSON form is the export's; the API's items are the same without `text` and `history`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Id of its first finding, or as imported.
    pub id: String,
    /// What is told of it.
    #[serde(flatten)]
    pub opportunity: Opportunity,
    /// Full text: searched, not shown.
    pub text: String,
    /// Every source that told of it.
    pub sources: Vec<Sighting>,
    /// What staff said of it.
    pub review: Review,
    /// Field by field, oldest first.
    pub history: Vec<Change>,
    /// Its number in the change sequence.
    pub changed: u64,
}

/// One source that told of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// Slug of the source.
    pub slug: String,
    /// Where that source has it.
    pub url: String,
    /// When the source first listed it.
    pub first_seen: DateTime<Utc>,
    /// When the source last listed it.
    pub last_seen: DateTime<Utc>,
}

/// What staff said of a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// Nobody has looked at it yet.
    New,
    /// May be shown to everyone.
    #[default]
    Approved,
    /// Is none, or not for us.
    Rejected,
}

/// One field's change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Number in the change sequence.
    pub change: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Name of the field.
    pub field: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
    /// `crawl`, `import`, `sweep`, or the name of the staff member.
    pub by: String,
}
