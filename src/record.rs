//! A record as the store holds it and as `export` writes it: the opportunity with its id, its sources, its review and its history.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sources::finding::short_hash;
use sources::opportunity::Status;
use sources::{Attachment, Opportunity};

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
    /// What the files that belong to it say: searched, not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Every source that told of it.
    pub sources: Vec<Sighting>,
    /// What staff said of it.
    pub review: Review,
    /// Field by field, oldest first.
    pub history: Vec<Change>,
    /// The fields that staff have set: no visit changes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locked: Vec<String>,
    /// Its number in the change sequence.
    pub changed: u64,
    /// Approved by its source's moderation alone; no human has looked at it.
    #[serde(skip)]
    pub automatic: bool,
    /// When it was first kept here.
    #[serde(skip)]
    pub created_at: DateTime<Utc>,
    /// When it was last written here.
    #[serde(skip)]
    pub changed_at: DateTime<Utc>,
    /// The title as its source has it, where staff wrote another and whoever read the record asked for it.
    #[serde(skip)]
    pub original_title: Option<String>,
}

/// One source that told of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
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

impl Review {
    /// As stored and as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    /// The inverse of [`Review::code`].
    pub fn from_code(code: &str) -> anyhow::Result<Self> {
        match code {
            "new" => Ok(Self::New),
            "approved" => Ok(Self::Approved),
            "rejected" => Ok(Self::Rejected),
            other => anyhow::bail!("`{other}` is no review state; use new, approved or rejected"),
        }
    }
}

/// Where the opportunity stands at `now`, by its dates; what is withdrawn, closed by word or unlisted stays so.
pub fn status_at(opportunity: &Opportunity, now: DateTime<Utc>) -> Status {
    match opportunity.status {
        stored @ (Status::Withdrawn | Status::Closed) => stored,
        stored => {
            let over = is_over(opportunity, now);
            let opened = opportunity.opens.is_some_and(|day| crate::clock::start_of(day) <= now);
            match stored {
                _ if over => Status::Closed,
                Status::Forthcoming if opened => Status::Open,
                stored => stored,
            }
        }
    }
}

/// Whether the day by which one has to hand in is over.
pub(crate) fn is_over(opportunity: &Opportunity, now: DateTime<Utc>) -> bool {
    opportunity.deadline.decisive().is_some_and(|stage| stage.over_at() <= now)
}

/// The status to keep: what is closed by its day alone, and not by a word of its publisher, is open as soon as that day moves.
pub fn status_kept(opportunity: &Opportunity, now: DateTime<Utc>) -> Status {
    // Versions before wrote down as a word that the day was over.
    let by_word = opportunity.evidence.get("status").is_some_and(|word| word.rule != "status.deadline_over");
    if opportunity.status == Status::Closed && !by_word && is_over(opportunity, now) { Status::Open } else { opportunity.status }
}

/// Whether it is open or will be.
pub fn is_live(opportunity: &Opportunity, now: DateTime<Utc>) -> bool {
    matches!(status_at(opportunity, now), Status::Open | Status::Forthcoming)
}

/// Changes exactly when something changes that an officer would act on: dates, also of the event, state, sums, who may apply.
pub fn fingerprint(opportunity: &Opportunity, now: DateTime<Utc>) -> String {
    let dates: Vec<_> = opportunity.deadline.stages.iter().map(|stage| (stage.date, stage.time)).collect();
    let may = &opportunity.eligibility;
    let material = json!([
        opportunity.deadline.kind,
        dates.iter().map(|(date, time)| format!("{date} {time:?}")).collect::<Vec<_>>(),
        status_at(opportunity, now),
        opportunity.amount,
        [opportunity.event.start, opportunity.event.end],
        [may.country.verdict, may.body.verdict, may.place.verdict],
    ]);
    short_hash(&[&material.to_string()])
}
