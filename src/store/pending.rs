//! What a source now says of a record that staff have approved: it waits here, and the record is shown as it was.
//! Days and state do not wait (see `diff`).

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sqlx::Row as _;

use super::{Candidate, Store, Write, diff, moment};

/// A change that waits for staff.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// Id of the record.
    pub record: String,
    /// `(field, as shown, as the source has it now)`.
    pub changes: Vec<(String, Value, Value)>,
    /// When the source was found to say so.
    pub since: DateTime<Utc>,
}

impl Store {
    /// The changes that wait, latest first, at most `limit`.
    pub async fn pending(&self, limit: usize) -> anyhow::Result<Vec<Pending>> {
        let rows = sqlx::query(
            "SELECT p.record, r.opportunity, p.opportunity, p.changed_at FROM pending p JOIN records r ON r.id = p.record
             ORDER BY p.changed_at DESC, p.record LIMIT $1",
        )
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let record: String = row.get(0);
                let of = |column: usize| -> anyhow::Result<Map<String, Value>> {
                    serde_json::from_str(row.get(column))
                        .with_context(|| format!("record `{record}` in the store is no JSON object"))
                };
                Ok(Pending { changes: diff::changes(&of(1)?, &of(2)?), since: moment(row.get(3))?, record })
            })
            .collect()
    }

    /// Lets a waiting change into the record; `by` is the login name. False if none waits.
    pub async fn accept_pending(&self, record: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let row = sqlx::query(
            "SELECT r.opportunity, r.locked, p.opportunity, p.text FROM pending p JOIN records r ON r.id = p.record WHERE p.record = $1",
        )
        .bind(record.to_owned())
        .fetch_optional(&mut *write.tx)
        .await?;
        let Some(row) = row else { return Ok(false) };
        let old: Map<String, Value> = serde_json::from_str(row.get(0))?;
        let mut new: Map<String, Value> = serde_json::from_str(row.get(2))?;
        diff::keep_locked(&old, &mut new, &serde_json::from_str::<Vec<String>>(row.get(1))?);
        let text: String = row.get(3);
        write.update_record(record, &old, &new, Some(&text), by).await?;
        write.drop_pending(record).await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// Leaves the record as it is until its source says something new; `by` is the login name. False if nothing waits.
    pub async fn dismiss_pending(&self, record: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let waited = write.drop_pending(record).await?;
        if waited {
            write.note(record, "dismissed", Value::Null, Value::Bool(true), by).await?;
        }
        self.commit(write).await?;
        Ok(waited)
    }
}

impl Write {
    /// Another source of a record now tells other days to hand in: the record stays, and staff are asked which are right.
    pub(super) async fn dispute(&mut self, record: &str, candidate: &Candidate) -> anyhow::Result<()> {
        let row = sqlx::query("SELECT opportunity, text FROM records WHERE id = $1")
            .bind(record.to_owned())
            .fetch_one(&mut *self.tx)
            .await?;
        let mut members: Map<String, Value> =
            serde_json::from_str(row.get(0)).with_context(|| format!("record `{record}` in the store is no JSON object"))?;
        let told = serde_json::to_value(&candidate.opportunity.deadline)?;
        let days = |deadline: &Value| -> Vec<Value> {
            deadline["stages"].as_array().into_iter().flatten().map(|stage| stage["date"].clone()).collect()
        };
        if days(&told).is_empty() || days(&told) == days(&members["deadline"]) {
            return Ok(());
        }
        members.insert("deadline".into(), told);
        self.put_pending(record, &candidate.finding.id(), &members, row.get(1)).await
    }

    /// Lets a change wait; the latest takes the place of the one before.
    pub(super) async fn put_pending(
        &mut self,
        record: &str,
        finding: &str,
        members: &Map<String, Value>,
        text: &str,
    ) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO pending (record, finding, opportunity, text, changed_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (record) DO UPDATE SET finding = excluded.finding, opportunity = excluded.opportunity,
                 text = excluded.text, changed_at = excluded.changed_at",
        )
        .bind(record.to_owned())
        .bind(finding.to_owned())
        .bind(serde_json::to_string(members)?)
        .bind(text.to_owned())
        .bind(self.stamp())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    /// Forgets what waited; true if something did.
    pub(super) async fn drop_pending(&mut self, record: &str) -> anyhow::Result<bool> {
        let gone = sqlx::query("DELETE FROM pending WHERE record = $1")
            .bind(record.to_owned())
            .execute(&mut *self.tx)
            .await?
            .rows_affected();
        Ok(gone > 0)
    }
}
