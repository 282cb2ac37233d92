//! What staff correct. A field that they set is locked: no crawl and no new rule ever changes it.

use std::collections::HashMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sources::{Finding, Opportunity};
use sqlx::Row as _;

use super::renormalise::KeptFinding;
use super::{Candidate, Store, Write, diff, unpack};
use crate::record::Review;

/// Fields that are nobody's to set: the words that prove the others.
const DERIVED: &[&str] = &["evidence"];

/// What became of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    /// The field has this value and is locked.
    Done,
    /// There is no such record.
    Unknown,
    /// The field does not exist or cannot have this value; why, and what could be done.
    Refused(String),
}

/// A finding that was judged to be no opportunity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its id.
    pub id: String,
    /// Slug of its source.
    pub source: String,
    /// Where the source has it.
    pub url: String,
    /// As written.
    pub title: String,
    /// Why, point by point.
    pub reasons: Vec<String>,
}

impl Store {
    /// Sets one field of a record and locks it; `by` is the login name.
    pub async fn edit(&self, id: &str, field: &str, value: Value, by: &str, now: DateTime<Utc>) -> anyhow::Result<Edited> {
        let mut write = self.write(now).await?;
        let row = sqlx::query("SELECT opportunity, locked FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&mut *write.tx)
            .await?;
        let Some(row) = row else { return Ok(Edited::Unknown) };
        let old: Map<String, Value> =
            serde_json::from_str(row.get(0)).with_context(|| format!("record `{id}` is no JSON object"))?;
        let mut locked: Vec<String> = serde_json::from_str(row.get(1))?;
        let new = match with_field(&old, field, value, now) {
            Ok(new) => new,
            Err(why) => return Ok(Edited::Refused(why)),
        };
        write.update_record(id, &old, &new, None, by).await?;
        write.settle_disputes(id, &new).await?;
        if !locked.iter().any(|name| name == field) {
            locked.push(field.to_owned());
        }
        write.lock(id, &locked, by).await?;
        self.commit(write).await?;
        Ok(Edited::Done)
    }

    /// Gives a field back to the rules: the next visit or `renormalise --apply` may change it again. False if staff had not set it.
    pub async fn unlock(&self, id: &str, field: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let row =
            sqlx::query("SELECT locked FROM records WHERE id = $1").bind(id.to_owned()).fetch_optional(&mut *write.tx).await?;
        let Some(row) = row else { return Ok(false) };
        let mut locked: Vec<String> = serde_json::from_str(row.get(0))?;
        let before = locked.len();
        locked.retain(|name| name != field);
        if locked.len() == before {
            return Ok(false);
        }
        sqlx::query("UPDATE records SET locked = $1 WHERE id = $2")
            .bind(serde_json::to_string(&locked)?)
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?;
        write.note(id, "given_back", Value::from(field), Value::Null, by).await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// The titles as their sources have them, of the records whose title staff have written, by id.
    pub async fn original_titles(&self) -> anyhow::Result<HashMap<String, String>> {
        let rows = sqlx::query(
            "SELECT s.record, f.body FROM records r JOIN sightings s ON s.record = r.id
             JOIN findings f ON f.id = s.finding AND f.version = s.version
             WHERE r.locked LIKE '%\"title\"%' ORDER BY s.first_seen DESC, s.finding DESC",
        )
        .fetch_all(&self.pool)
        .await?;
        // The first source's stays.
        let title = |row: &sqlx::any::AnyRow| {
            let finding: Finding = serde_json::from_slice(&unpack(&row.get::<Vec<u8>, _>(1))?)?;
            Ok((row.get(0), finding.title))
        };
        rows.iter().map(title).collect()
    }

    /// The latest findings that were judged to be no opportunity, at most `limit`.
    pub async fn set_aside(&self, limit: usize) -> anyhow::Result<Vec<SetAside>> {
        let rows = sqlx::query(
            "SELECT s.finding, s.source, s.url, s.reasons, f.body FROM sightings s
             JOIN findings f ON f.id = s.finding AND f.version = s.version
             WHERE s.record IS NULL ORDER BY s.first_seen DESC, s.finding LIMIT $1",
        )
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let finding: Finding = serde_json::from_slice(&unpack(&row.get::<Vec<u8>, _>(4))?)?;
                Ok(SetAside {
                    id: row.get(0),
                    source: row.get(1),
                    url: row.get(2),
                    reasons: serde_json::from_str(row.get(3))?,
                    title: finding.title,
                })
            })
            .collect()
    }

    /// One finding, as its source has it now.
    pub async fn finding(&self, id: &str) -> anyhow::Result<Option<KeptFinding>> {
        let row = sqlx::query(
            "SELECT f.body FROM findings f JOIN sightings s ON s.finding = f.id AND s.version = f.version WHERE f.id = $1",
        )
        .bind(id.to_owned())
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let body = unpack(&row.get::<Vec<u8>, _>(0))?;
        let finding = serde_json::from_slice(&body).with_context(|| format!("finding `{id}` in the store does not read"))?;
        Ok(Some(KeptFinding { id: id.to_owned(), finding }))
    }

    /// Makes a record of a finding that was judged to be none, approved, for good. The finding comes normalised.
    /// False if there is no such finding, or it has a record.
    pub async fn adopt(&self, candidate: &Candidate, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let id = candidate.finding.id();
        let mut write = self.write(now).await?;
        let row = sqlx::query("SELECT 1 FROM sightings WHERE finding = $1 AND record IS NULL")
            .bind(id.clone())
            .fetch_optional(&mut *write.tx)
            .await?;
        if row.is_none() {
            return Ok(false);
        }
        write.put_record(&id, candidate, Review::Approved).await?;
        write.belong(&id, &id).await?;
        write.put_likeness(&id, candidate).await?;
        write.set_review(&id, Review::Approved, by).await?;
        write.note(&id, "adopted", Value::Null, Value::from(candidate.finding.source.clone()), by).await?;
        self.commit(write).await?;
        Ok(true)
    }
}

impl Write {
    /// Notes which fields of a record staff have set; `by` is who has looked at it last.
    pub(super) async fn lock(&mut self, id: &str, locked: &[String], by: &str) -> anyhow::Result<()> {
        sqlx::query("UPDATE records SET locked = $1, reviewed_by = $2 WHERE id = $3")
            .bind(serde_json::to_string(locked)?)
            .bind(by.to_owned())
            .bind(id.to_owned())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}

/// The members with one of them set, if the whole is a record still.
fn with_field(old: &Map<String, Value>, field: &str, value: Value, now: DateTime<Utc>) -> Result<Map<String, Value>, String> {
    if !old.contains_key(field) || DERIVED.contains(&field) {
        let names: Vec<&str> = old.keys().map(String::as_str).filter(|name| !DERIVED.contains(name)).collect();
        return Err(format!("`{field}` cannot be set; the fields are {}", names.join(", ")));
    }
    let mut new = old.clone();
    new.insert(field.to_owned(), value);
    if field == "deadline" {
        diff::keep_open(old, &mut new, now).map_err(|error| format!("the record as it is: {error:#}"))?;
    }
    serde_json::from_value::<Opportunity>(Value::Object(new.clone())).map_err(|error| format!("`{field}`: {error}"))?;
    Ok(new)
}
