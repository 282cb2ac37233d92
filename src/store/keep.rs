//! Keeps what a visit found: the finding verbatim, and the record that it belongs to.
//!
//! Which record a finding belongs to is decided once, here, and stored; a later visit changes the record, never the belonging.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value};
use sources::{Finding, Opportunity};
use sqlx::Row as _;

use super::records::BY_CRAWL;
use super::{Store, Write, diff, pack};
use crate::record::Review;

/// One item of a visit, read and normalised.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What the source said.
    pub finding: Finding,
    /// What we make of it.
    pub opportunity: Opportunity,
    /// Its full text, for the index.
    pub text: String,
    /// Whether it is an opportunity at all.
    pub is_opportunity: bool,
    /// Why, or why not.
    pub reasons: Vec<String>,
    /// Hash of the page it came from.
    pub page: Option<String>,
}

/// What keeping came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct KeepCounts {
    /// Items handed over.
    pub items: u64,
    /// Of these, opportunities.
    pub opportunities: u64,
    /// Findings not known before.
    pub new: u64,
    /// Findings of which the source now says something else.
    pub changed: u64,
    /// Findings as they were.
    pub unchanged: u64,
    /// Records that were written.
    pub written: u64,
}

impl std::ops::AddAssign for KeepCounts {
    fn add_assign(&mut self, other: Self) {
        self.items += other.items;
        self.opportunities += other.opportunities;
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.written += other.written;
    }
}

struct Sighting {
    record: Option<String>,
    version: i64,
    hash: String,
}

impl Store {
    /// Keeps a batch of one source in one transaction. What was kept before and is the same is only marked as seen.
    pub async fn keep(&self, batch: &[Candidate], review: Review, now: DateTime<Utc>) -> anyhow::Result<KeepCounts> {
        let mut counts = KeepCounts::default();
        if batch.is_empty() {
            return Ok(counts);
        }
        let mut write = self.write(now).await?;
        for candidate in batch {
            counts += write
                .keep_one(candidate, review)
                .await
                .with_context(|| format!("{}: item `{}`", candidate.finding.source, candidate.finding.key))?;
        }
        self.commit(write).await?;
        Ok(counts)
    }

    /// Whether a source's item is kept already with just this content.
    pub async fn is_kept(&self, finding: &Finding) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM sightings WHERE finding = $1 AND hash = $2")
            .bind(finding.id())
            .bind(finding.content_hash())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }
}

impl Write {
    async fn keep_one(&mut self, candidate: &Candidate, review: Review) -> anyhow::Result<KeepCounts> {
        let finding = &candidate.finding;
        let (id, hash) = (finding.id(), finding.content_hash());
        let mut counts = KeepCounts { items: 1, ..KeepCounts::default() };
        let known = self.sighting(&id).await?;

        if let Some(known) = known.as_ref().filter(|known| known.hash == hash) {
            sqlx::query("UPDATE sightings SET last_seen = $1, missing = 0 WHERE finding = $2")
                .bind(self.stamp())
                .bind(id)
                .execute(&mut *self.tx)
                .await?;
            counts.unchanged = 1;
            counts.opportunities = u64::from(known.record.is_some());
            if let Some(record) = &known.record {
                counts.written = u64::from(self.relist(record, &candidate.opportunity).await?);
            }
            return Ok(counts);
        }

        let version = known.as_ref().map_or(1, |known| known.version + 1);
        self.insert_finding(candidate, &id, version, &hash).await?;
        let record = match known.as_ref().and_then(|known| known.record.clone()) {
            Some(record) => Some(record),
            None if candidate.is_opportunity => Some(id.clone()),
            None => None,
        };
        if let Some(record) = &record {
            counts.written = u64::from(self.put_record(record, candidate, review).await?);
            counts.opportunities = 1;
        }
        self.put_sighting(candidate, &id, record.as_deref(), version, &hash).await?;
        if known.is_some() {
            counts.changed = 1;
        } else {
            counts.new = 1;
        }
        Ok(counts)
    }

    async fn sighting(&mut self, finding: &str) -> anyhow::Result<Option<Sighting>> {
        let row = sqlx::query("SELECT record, version, hash FROM sightings WHERE finding = $1")
            .bind(finding.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        Ok(row.map(|row| Sighting { record: row.get(0), version: row.get(1), hash: row.get(2) }))
    }

    async fn insert_finding(&mut self, candidate: &Candidate, id: &str, version: i64, hash: &str) -> anyhow::Result<()> {
        sqlx::query("INSERT INTO findings (id, version, source, hash, page, found_at, body) VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id.to_owned())
            .bind(version)
            .bind(candidate.finding.source.clone())
            .bind(hash.to_owned())
            .bind(candidate.page.clone())
            .bind(self.stamp())
            .bind(pack(&serde_json::to_vec(&candidate.finding)?)?)
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    async fn put_sighting(
        &mut self,
        candidate: &Candidate,
        id: &str,
        record: Option<&str>,
        version: i64,
        hash: &str,
    ) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO sightings (finding, source, url, record, version, hash, reasons, first_seen, last_seen, missing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 0)
             ON CONFLICT (finding) DO UPDATE SET url = excluded.url, record = excluded.record, version = excluded.version,
                 hash = excluded.hash, reasons = excluded.reasons, last_seen = excluded.last_seen, missing = 0",
        )
        .bind(id.to_owned())
        .bind(candidate.finding.source.clone())
        .bind(candidate.finding.url.clone())
        .bind(record.map(str::to_owned))
        .bind(version)
        .bind(hash.to_owned())
        .bind(serde_json::to_string(&candidate.reasons)?)
        .bind(self.stamp())
        .execute(&mut *self.tx)
        .await?;
        // A crawl's own sighting takes the place of one that came by import.
        sqlx::query("DELETE FROM sightings WHERE record = $1 AND source = $2 AND version = 0")
            .bind(record.map(str::to_owned))
            .bind(candidate.finding.source.clone())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }

    /// Writes the record if it says anything new; true if it was written.
    async fn put_record(&mut self, id: &str, candidate: &Candidate, review: Review) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT opportunity, text, locked FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        let mut members = diff::members(&candidate.opportunity)?;
        let Some(row) = row else {
            let change = self.take_changes(1).await?;
            sqlx::query("INSERT INTO records (id, change, review, reviewed_by, opportunity, text, locked, created_at) VALUES ($1, $2, $3, $7, $4, $5, '[]', $6)")
                .bind(id.to_owned())
                .bind(change as i64)
                .bind(review.code())
                .bind(serde_json::to_string(&members)?)
                .bind(candidate.text.clone())
                .bind(self.stamp())
                .bind(BY_CRAWL)
                .execute(&mut *self.tx)
                .await?;
            return Ok(true);
        };
        let old: Map<String, Value> = serde_json::from_str(row.get(0)).context("a record in the store is no JSON object")?;
        let locked: Vec<String> = serde_json::from_str(row.get(2))?;
        diff::keep_locked(&old, &mut members, &locked);
        self.update_record(
            id,
            &old,
            &members,
            Some(&candidate.text).filter(|text| row.get::<&str, _>(1) != text.as_str()),
            "crawl",
        )
        .await
    }

    /// A record that was marked as unlisted and is listed again returns to what its item says, silently.
    async fn relist(&mut self, id: &str, fresh: &Opportunity) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT opportunity FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        let Some(row) = row else { return Ok(false) };
        let old: Map<String, Value> = serde_json::from_str(row.get(0))?;
        if old.get("status").and_then(Value::as_str) != Some("unlisted") {
            return Ok(false);
        }
        let mut members = old.clone();
        members.insert("status".into(), serde_json::to_value(fresh.status)?);
        self.update_record(id, &old, &members, None, "crawl").await
    }

    /// Writes what differs, under the next change number, with its history; false if nothing does.
    pub(super) async fn update_record(
        &mut self,
        id: &str,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        text: Option<&String>,
        actor: &str,
    ) -> anyhow::Result<bool> {
        if old == new && text.is_none() {
            return Ok(false);
        }
        let change = self.take_changes(1).await?;
        sqlx::query("UPDATE records SET change = $1, opportunity = $2, text = COALESCE($3, text) WHERE id = $4")
            .bind(change as i64)
            .bind(serde_json::to_string(new)?)
            .bind(text.cloned())
            .bind(id.to_owned())
            .execute(&mut *self.tx)
            .await?;
        let place: i64 = sqlx::query("SELECT COUNT(*) FROM history WHERE record = $1")
            .bind(id.to_owned())
            .fetch_one(&mut *self.tx)
            .await?
            .get(0);
        for (n, (field, before, after)) in diff::changes(old, new).into_iter().enumerate() {
            sqlx::query(
                "INSERT INTO history (record, place, change, at, field, old, new, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(id.to_owned())
            .bind(place + n as i64)
            .bind(change as i64)
            .bind(self.stamp())
            .bind(field)
            .bind(before.to_string())
            .bind(after.to_string())
            .bind(actor.to_owned())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(true)
    }
}
