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
    /// Id of the finding that says so: the record's own, or that of another source.
    pub finding: String,
    /// `(field, as shown, as the source has it now)`.
    pub changes: Vec<(String, Value, Value)>,
    /// When the source was found to say so.
    pub since: DateTime<Utc>,
}

impl Store {
    /// The changes that wait, latest first, at most `limit`.
    pub async fn pending(&self, limit: usize) -> anyhow::Result<Vec<Pending>> {
        let rows = sqlx::query(
            "SELECT p.record, p.finding, r.opportunity, p.opportunity, p.changed_at FROM pending p JOIN records r ON r.id = p.record
             ORDER BY p.changed_at DESC, p.record, p.finding LIMIT $1",
        )
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let (record, finding): (String, String) = (row.get(0), row.get(1));
                let of = |column: usize| -> anyhow::Result<Map<String, Value>> {
                    serde_json::from_str(row.get(column))
                        .with_context(|| format!("record `{record}` in the store is no JSON object"))
                };
                let (old, told) = (of(2)?, of(3)?);
                let new = wanted(&record, &finding, &old, told);
                Ok(Pending { changes: diff::changes(&old, &new), since: moment(row.get(4))?, record, finding })
            })
            .collect()
    }

    /// Lets a waiting change into the record; `by` is the login name. False if none waits.
    ///
    /// What another source than the record's own says and staff take for right is theirs from then on: no visit undoes it.
    pub async fn accept_pending(&self, record: &str, finding: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let row = sqlx::query(
            "SELECT r.opportunity, r.locked, p.opportunity, p.text FROM pending p JOIN records r ON r.id = p.record
             WHERE p.record = $1 AND p.finding = $2",
        )
        .bind(record.to_owned())
        .bind(finding.to_owned())
        .fetch_optional(&mut *write.tx)
        .await?;
        let Some(row) = row else { return Ok(false) };
        let old: Map<String, Value> = serde_json::from_str(row.get(0))?;
        let mut locked: Vec<String> = serde_json::from_str(row.get(1))?;
        let mut new = wanted(record, finding, &old, serde_json::from_str(row.get(2))?);
        let text: Option<String> = is_own(record, finding).then(|| row.get(3));
        if text.is_some() {
            diff::keep_locked(&old, &mut new, &locked);
        } else {
            diff::keep_open(&old, &mut new, now)?;
        }
        write.update_record(record, &old, &new, text.as_ref(), by).await?;
        write.settle_disputes(record, &new).await?;
        if text.is_none() && !locked.iter().any(|field| field == DEADLINE) {
            locked.push(DEADLINE.to_owned());
            write.lock(record, &locked, by).await?;
        }
        write.drop_pending(record, finding).await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// Leaves the record as it is until that source says something new; `by` is the login name. False if nothing waits.
    pub async fn dismiss_pending(&self, record: &str, finding: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let waited = write.drop_pending(record, finding).await?;
        if waited {
            write.note(record, "dismissed", Value::Null, Value::Bool(true), by).await?;
        }
        self.commit(write).await?;
        Ok(waited)
    }
}

/// The field that sources may differ on.
pub(super) const DEADLINE: &str = "deadline";

/// Whether the record says what this finding says.
fn is_own(record: &str, finding: &str) -> bool {
    record == finding
}

/// The record as it would be: as its own finding has it, but for the state that visits have told since; or as it is, with the days of
/// another source.
fn wanted(record: &str, finding: &str, old: &Map<String, Value>, mut told: Map<String, Value>) -> Map<String, Value> {
    if is_own(record, finding) {
        diff::keep_state(old, &mut told);
        return told;
    }
    let mut new = old.clone();
    new.extend(told.remove(DEADLINE).map(|days| (DEADLINE.to_owned(), days)));
    new
}

/// The days of a deadline, whatever else is told of them.
pub(super) fn days(deadline: &Value) -> Vec<Value> {
    deadline["stages"].as_array().into_iter().flatten().map(|stage| stage["date"].clone()).collect()
}

impl Write {
    /// Another source of a record now tells other days to hand in: the record stays, and staff are asked which are right.
    pub(super) async fn dispute(&mut self, record: &str, candidate: &Candidate) -> anyhow::Result<()> {
        let told = serde_json::to_value(&candidate.opportunity.deadline)?;
        self.dispute_days(record, &candidate.finding.id(), told).await
    }

    /// The same by the deadline that a finding tells.
    pub(super) async fn dispute_days(&mut self, record: &str, finding: &str, told: Value) -> anyhow::Result<()> {
        let row = sqlx::query("SELECT opportunity, text FROM records WHERE id = $1")
            .bind(record.to_owned())
            .fetch_one(&mut *self.tx)
            .await?;
        let mut members: Map<String, Value> =
            serde_json::from_str(row.get(0)).with_context(|| format!("record `{record}` in the store is no JSON object"))?;
        if days(&told).is_empty() || days(&told) == days(&members[DEADLINE]) {
            self.drop_pending(record, finding).await?;
            return Ok(());
        }
        members.insert(DEADLINE.into(), told);
        self.put_pending(record, finding, &members, row.get(1)).await
    }

    /// Forgets the questions of other sources that a record answers by now: it has the days that they tell.
    pub(super) async fn settle_disputes(&mut self, record: &str, members: &Map<String, Value>) -> anyhow::Result<()> {
        let rows = sqlx::query("SELECT finding, opportunity FROM pending WHERE record = $1 AND finding <> $1")
            .bind(record.to_owned())
            .fetch_all(&mut *self.tx)
            .await?;
        for row in &rows {
            let told: Value = serde_json::from_str(row.get(1))?;
            if days(&told[DEADLINE]) == days(&members[DEADLINE]) {
                self.drop_pending(record, row.get(0)).await?;
            }
        }
        Ok(())
    }

    /// Lets a change wait; of each finding the latest.
    pub(super) async fn put_pending(
        &mut self,
        record: &str,
        finding: &str,
        members: &Map<String, Value>,
        text: &str,
    ) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO pending (record, finding, opportunity, text, changed_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (record, finding) DO UPDATE SET opportunity = excluded.opportunity,
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

    /// Forgets what waited of a finding; true if something did.
    pub(super) async fn drop_pending(&mut self, record: &str, finding: &str) -> anyhow::Result<bool> {
        let gone = sqlx::query("DELETE FROM pending WHERE record = $1 AND finding = $2")
            .bind(record.to_owned())
            .bind(finding.to_owned())
            .execute(&mut *self.tx)
            .await?
            .rows_affected();
        Ok(gone > 0)
    }
}
