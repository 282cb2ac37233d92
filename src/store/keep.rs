//! Keeps what a visit found: the finding verbatim, and the record that it belongs to.
//!
//! Which record a finding belongs to is decided once, here, and stored; a later visit changes the record, never the belonging.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sources::normalise::Likeness;
use sources::{Finding, Opportunity};
use sqlx::Row as _;

use super::appointments::stages_of;
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
    /// What it is compared by with records of other sources.
    pub likeness: Likeness,
    /// Hash of the page it came from.
    pub page: Option<String>,
}

/// What keeping came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, serde::Deserialize, utoipa::ToSchema)]
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

    /// Whether a finding is kept, whatever it says.
    pub async fn is_known(&self, id: &str) -> anyhow::Result<bool> {
        let row =
            sqlx::query("SELECT 1 FROM sightings WHERE finding = $1").bind(id.to_owned()).fetch_optional(&self.pool).await?;
        Ok(row.is_some())
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
        let belongs = known.as_ref().and_then(|known| known.record.clone());
        let fresh = belongs.is_none();
        let record = match belongs {
            Some(record) => Some(record),
            None if candidate.is_opportunity => Some(self.where_it_belongs(candidate, &id).await?),
            None => None,
        };
        self.put_sighting(candidate, &id, record.as_deref(), version, &hash).await?;
        if let Some(record) = &record {
            counts.written = u64::from(match (record == &id, fresh) {
                (true, _) => self.put_record(record, candidate, review).await?,
                (false, true) => self.joined(record, candidate, BY_CRAWL).await?,
                // What a record says is what its first finding says; the others are where else it is told.
                (false, false) => {
                    self.dispute(record, candidate).await?;
                    false
                }
            });
            counts.opportunities = 1;
            self.put_likeness(&id, candidate).await?;
        }
        if known.is_some() {
            counts.changed = 1;
        } else {
            counts.new = 1;
        }
        Ok(counts)
    }

    /// The record of a finding that has none yet: the one that another source certainly told of before, else one of its own.
    async fn where_it_belongs(&mut self, candidate: &Candidate, id: &str) -> anyhow::Result<String> {
        // An import brought the record of this very finding.
        if self.members(id).await?.is_some() {
            return Ok(id.to_owned());
        }
        let like = self.like(candidate, id).await?;
        self.propose(id, &like.ask).await?;
        let extended = self.extended(candidate, id).await?;
        self.propose(id, &extended).await?;
        if let Some(record) = &like.certain {
            for other in &like.also {
                self.absorb(other, record, BY_CRAWL).await?;
            }
        }
        Ok(like.certain.unwrap_or_else(|| id.to_owned()))
    }

    /// Notes that one more source tells of a record; always a change, for pages and index name the sources.
    pub(super) async fn joined(&mut self, record: &str, candidate: &Candidate, by: &str) -> anyhow::Result<bool> {
        let told = json!({ "source": candidate.finding.source, "url": candidate.finding.url });
        self.note(record, "sources", Value::Null, told, by).await?;
        Ok(true)
    }

    /// The members of a record, if there is one with this id.
    pub(super) async fn members(&mut self, id: &str) -> anyhow::Result<Option<Map<String, Value>>> {
        let row = sqlx::query("SELECT opportunity FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        row.map(|row| serde_json::from_str(row.get(0)).with_context(|| format!("record `{id}` in the store is no JSON object")))
            .transpose()
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
    pub(super) async fn put_record(&mut self, id: &str, candidate: &Candidate, review: Review) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT opportunity, text, locked, review FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        let mut members = diff::members(&candidate.opportunity)?;
        let Some(row) = row else {
            let change = self.take_changes(1).await?;
            sqlx::query("INSERT INTO records (id, change, review, reviewed_by, opportunity, text, locked, created_at, changed_at, shown) VALUES ($1, $2, $3, $7, $4, $5, '[]', $6, $6, $8)")
                .bind(id.to_owned())
                .bind(change as i64)
                .bind(review.code())
                .bind(serde_json::to_string(&members)?)
                .bind(candidate.text.clone())
                .bind(self.stamp())
                .bind(BY_CRAWL)
                .bind(i64::from(review == Review::Approved))
                .execute(&mut *self.tx)
                .await?;
            self.put_attachments(id, &candidate.finding.attachments).await?;
            return Ok(true);
        };
        let refiled = self.put_attachments(id, &candidate.finding.attachments).await?;
        let old: Map<String, Value> = serde_json::from_str(row.get(0)).context("a record in the store is no JSON object")?;
        let locked: Vec<String> = serde_json::from_str(row.get(2))?;
        diff::keep_locked(&old, &mut members, &locked);
        let looked_at = review == Review::New && Review::from_code(row.get(3))? == Review::Approved;
        if looked_at && diff::needs_review(&old, &members) {
            self.put_pending(id, &candidate.finding.id(), &members, &candidate.text).await?;
            // What its files say is only searched, and does not wait.
            let text: String = row.get(1);
            return if refiled { self.update_record(id, &old, &old, Some(&text), BY_CRAWL).await } else { Ok(false) };
        }
        self.drop_pending(id, &candidate.finding.id()).await?;
        self.settle_disputes(id, &members).await?;
        self.update_record(
            id,
            &old,
            &members,
            Some(&candidate.text).filter(|text| refiled || row.get::<&str, _>(1) != text.as_str()),
            BY_CRAWL,
        )
        .await
    }

    /// A record that was marked as unlisted and is listed again returns to what its item says, silently.
    async fn relist(&mut self, id: &str, fresh: &Opportunity) -> anyhow::Result<bool> {
        let Some(old) = self.members(id).await? else { return Ok(false) };
        if old.get("status").and_then(Value::as_str) != Some("unlisted") {
            return Ok(false);
        }
        let mut members = old.clone();
        members.insert("status".into(), serde_json::to_value(fresh.status)?);
        self.update_record(id, &old, &members, None, BY_CRAWL).await
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
        sqlx::query("UPDATE records SET change = $1, opportunity = $2, text = COALESCE($3, text), changed_at = $5 WHERE id = $4")
            .bind(change as i64)
            .bind(serde_json::to_string(new)?)
            .bind(text.cloned())
            .bind(id.to_owned())
            .bind(self.stamp())
            .execute(&mut *self.tx)
            .await?;
        self.follow_dates(id, &stages_of(old)?, &stages_of(new)?).await?;
        self.write_history(id, change, diff::changes(old, new), actor).await?;
        Ok(true)
    }
}
