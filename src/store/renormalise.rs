//! Writes what the present rules make of findings kept long ago. Belonging never changes here: a finding without a record keeps
//! none (staff decide), one with a record changes that record's derived fields and nothing that staff have set.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value};
use sources::Finding;
use sqlx::{AnyConnection, Row as _};

use super::records::BY_RULES;
use super::{Candidate, Store, Write, diff, unpack};

/// What reading everything again came to.
#[derive(Debug, Default)]
pub struct Renormalised {
    /// Findings read.
    pub read: u64,
    /// Records of which a change waits for staff: what waits is written anew, the record stays.
    pub waiting: u64,
    /// Records that change.
    pub records: Vec<RecordChange>,
}

/// What changes in one record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordChange {
    /// Record id.
    pub record: String,
    /// The source whose rules it goes by.
    pub source: String,
    /// Its title as it was.
    pub title: String,
    /// Field by field.
    pub fields: Vec<FieldChange>,
}

/// One field of one record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldChange {
    /// Name of the field.
    pub field: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
}

/// A finding as kept.
#[derive(Debug, Clone)]
pub struct KeptFinding {
    /// Its id.
    pub id: String,
    /// Its latest version.
    pub finding: Finding,
}

impl Store {
    /// The latest versions of a source's findings, by id after `after`, at most `limit`.
    pub async fn findings(&self, source: &str, after: &str, limit: usize) -> anyhow::Result<Vec<KeptFinding>> {
        let rows = sqlx::query(
            "SELECT f.id, f.body FROM findings f JOIN sightings s ON s.finding = f.id AND s.version = f.version
             WHERE f.source = $1 AND f.id > $2 ORDER BY f.id LIMIT $3",
        )
        .bind(source.to_owned())
        .bind(after.to_owned())
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let id: String = row.get(0);
                let body = unpack(&row.get::<Vec<u8>, _>(1))?;
                let finding =
                    serde_json::from_slice(&body).with_context(|| format!("finding `{id}` in the store does not read"))?;
                Ok(KeptFinding { id, finding })
            })
            .collect()
    }

    /// Tells what the rules now make of some findings would change, and writes nothing.
    pub async fn preview(&self, batch: &[Candidate], told: &mut Renormalised) -> anyhow::Result<()> {
        let mut connection = self.pool.acquire().await.context("the store has no connection left to read by")?;
        for candidate in batch {
            if let Some(anew) = Anew::of(&mut connection, candidate).await? {
                anew.tell(candidate, told);
            }
        }
        Ok(())
    }

    /// Begins a change set: nothing of it is to be seen until it is committed, and nothing is left of it if it is dropped.
    pub async fn change_set(&self, now: DateTime<Utc>) -> anyhow::Result<ChangeSet> {
        Ok(ChangeSet { write: self.write(now).await? })
    }

    /// Lets a change set into the store, all of it at once.
    pub async fn commit_change_set(&self, changes: ChangeSet) -> anyhow::Result<()> {
        self.commit(changes.write).await
    }
}

/// What the present rules change, in one transaction.
pub struct ChangeSet {
    write: Write,
}

impl ChangeSet {
    /// Writes what the rules now make of some findings, and tells what that changes.
    pub async fn add(&mut self, batch: &[Candidate], told: &mut Renormalised) -> anyhow::Result<()> {
        let write = &mut self.write;
        for candidate in batch {
            let Some(anew) = Anew::of(&mut write.tx, candidate).await? else { continue };
            write.put_likeness(&candidate.finding.id(), candidate).await?;
            anew.tell(candidate, told);
            match anew {
                Anew::Beside => {}
                Anew::Waits { record, new } => {
                    write.put_pending(&record, &candidate.finding.id(), &new, &candidate.text).await?;
                }
                Anew::Record { record, old, new, retold } => {
                    let text = retold.then_some(&candidate.text);
                    write.update_record(&record, &old, &new, text, BY_RULES).await?;
                }
            }
        }
        Ok(())
    }
}

/// What the rules now make of a finding that belongs to a record.
enum Anew {
    /// What the record says is what its first finding says, and this is another: only what it is compared by is kept.
    Beside,
    /// Staff have not looked yet at what the source says now: what waits is written anew, the record stays.
    Waits { record: String, new: Map<String, Value> },
    /// The record as it is and as it should be; `retold` if its text differs.
    Record { record: String, old: Map<String, Value>, new: Map<String, Value>, retold: bool },
}

impl Anew {
    async fn of(connection: &mut AnyConnection, candidate: &Candidate) -> anyhow::Result<Option<Self>> {
        let row = sqlx::query(
            "SELECT r.id, r.opportunity, r.locked, r.text, p.record FROM sightings s JOIN records r ON r.id = s.record
             LEFT JOIN pending p ON p.record = r.id AND p.finding = s.finding WHERE s.finding = $1",
        )
        .bind(candidate.finding.id())
        .fetch_optional(connection)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let record: String = row.get(0);
        if record != candidate.finding.id() {
            return Ok(Some(Self::Beside));
        }
        let context = || format!("record `{record}` in the store does not read");
        let old: Map<String, Value> = serde_json::from_str(row.get(1)).with_context(context)?;
        let locked: Vec<String> = serde_json::from_str(row.get(2)).with_context(context)?;
        let mut new = diff::members(&candidate.opportunity)?;
        diff::keep_locked(&old, &mut new, &locked);
        diff::keep_state(&old, &mut new);
        if row.get::<Option<String>, _>(4).is_some() {
            return Ok(Some(Self::Waits { record, new }));
        }
        let retold = row.get::<&str, _>(3) != candidate.text;
        Ok(Some(Self::Record { record, old, new, retold }))
    }

    /// Adds what this changes to what is told of the whole.
    fn tell(&self, candidate: &Candidate, told: &mut Renormalised) {
        match self {
            Self::Beside => {}
            Self::Waits { .. } => told.waiting += 1,
            Self::Record { record, old, new, .. } => {
                let changes = diff::changes(old, new);
                if changes.is_empty() {
                    return;
                }
                told.records.push(RecordChange {
                    record: record.clone(),
                    source: candidate.finding.source.clone(),
                    title: old.get("title").and_then(Value::as_str).unwrap_or_default().to_owned(),
                    fields: changes.into_iter().map(|(field, old, new)| FieldChange { field, old, new }).collect(),
                });
            }
        }
    }
}
