//! Writes what the present rules make of findings kept long ago. Belonging never changes here: a finding without a record keeps
//! none (staff decide), one with a record changes that record's derived fields and nothing that staff have set.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sources::Finding;
use sqlx::Row as _;

use super::{Candidate, Store, Write, diff, unpack};
use crate::renormalise::{FieldChange, Renormalised};

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
            let row = sqlx::query(
                "SELECT r.id, r.opportunity, r.locked, r.text FROM records r JOIN sightings s ON s.record = r.id WHERE s.finding = $1",
            )
            .bind(candidate.finding.id())
            .fetch_optional(&mut *write.tx)
            .await?;
            let Some(row) = row else { continue };
            let (id, finding): (String, String) = (row.get(0), candidate.finding.id());
            write.put_likeness(&finding, &candidate.likeness).await?;
            // What a record says is what its first finding says.
            if id != finding {
                continue;
            }
            let old: Map<String, Value> = serde_json::from_str(row.get(1))?;
            let mut new = diff::members(&candidate.opportunity)?;
            diff::keep_locked(&old, &mut new, &serde_json::from_str::<Vec<String>>(row.get(2))?);
            keep_state(&old, &mut new);
            // Staff have not looked yet at what the source says now: what waits is written anew, the record stays.
            if write.is_pending(&id).await? {
                write.put_pending(&id, &finding, &new, &candidate.text).await?;
                continue;
            }
            let changes = diff::changes(&old, &new);
            told.records += u64::from(!changes.is_empty());
            told.changes.extend(changes.into_iter().map(|(field, old, new)| FieldChange { record: id.clone(), field, old, new }));
            let text = Some(&candidate.text).filter(|text| row.get::<&str, _>(3) != text.as_str());
            write.update_record(&id, &old, &new, text, "renormalise").await?;
        }
        Ok(())
    }
}

/// That a record is unlisted or withdrawn was learned from visits, not from its finding.
fn keep_state(old: &Map<String, Value>, new: &mut Map<String, Value>) {
    if let Some(status) = old.get("status").filter(|status| matches!(status.as_str(), Some("unlisted" | "withdrawn"))) {
        new.insert("status".into(), status.clone());
    }
}
