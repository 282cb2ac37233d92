//! The dates of calls by number, where they are not simply numbered in their order.

use std::collections::HashMap;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::{Map, Value};
use sources::opportunity::{Deadline, Stage};
use sqlx::Row as _;

use super::records::IDS_AT_ONCE;
use super::{Store, Write, tuples};
use crate::appointment::{self, Appointment};

impl Store {
    /// The dates of these calls by number, of those whose dates have changed.
    pub async fn appointments(&self, records: &[&str]) -> anyhow::Result<HashMap<String, Vec<Appointment>>> {
        let mut found = HashMap::new();
        for records in records.chunks(IDS_AT_ONCE) {
            let sql = format!("SELECT record, body FROM appointments WHERE record IN {}", tuples(1, records.len()));
            for row in self.rows_of(sql, records).await? {
                let record: String = row.get(0);
                let dates = read(row.get(1), &record)?;
                found.insert(record, dates);
            }
        }
        Ok(found)
    }
}

impl Write {
    /// To be called where a record gets other dates than it had.
    pub(super) async fn follow_dates(&mut self, record: &str, old: &[Stage], new: &[Stage]) -> anyhow::Result<()> {
        if appointment::are_same(old, new) {
            return Ok(());
        }
        let row = sqlx::query("SELECT body FROM appointments WHERE record = $1")
            .bind(record.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        let known = row.map(|row| read(row.get(0), record)).transpose()?;
        let now = appointment::follow(known.as_deref().unwrap_or(&appointment::first(old)), new);
        if known.is_none() && now == appointment::first(new) {
            return Ok(());
        }
        sqlx::query(
            "INSERT INTO appointments (record, body) VALUES ($1, $2) ON CONFLICT (record) DO UPDATE SET body = excluded.body",
        )
        .bind(record.to_owned())
        .bind(serde_json::to_string(&now)?)
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

fn read(body: &str, record: &str) -> anyhow::Result<Vec<Appointment>> {
    serde_json::from_str(body).with_context(|| format!("the dates of record `{record}` in the store do not read"))
}

/// The dates among the members of a record.
pub(super) fn stages_of(members: &Map<String, Value>) -> anyhow::Result<Vec<Stage>> {
    Ok(members.get("deadline").map(Deadline::deserialize).transpose()?.unwrap_or_default().stages)
}
