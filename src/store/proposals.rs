//! Whether two sources tell of the same call, where the crawl was not certain: staff say, and that holds.
//! Joined, the other record leaves the list (rejected, with its history); split again, it returns.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::Row as _;

use super::extension::Moved;
use super::pending::DEADLINE;
use super::{Candidate, Store, Write};
use crate::record::Review;

/// A question to staff: is this finding's record that record?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Id of the finding.
    pub finding: String,
    /// The record that the finding has now.
    pub own: String,
    /// The record that it may belong to.
    pub record: String,
    /// `address`, `programme`, `title`, `facts` or `likeness`.
    pub reason: String,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It is so now.
    Done,
    /// There is no such finding with a record, or no such record.
    Unknown,
    /// It is the finding that the record began with: the others can be split from it.
    Lead,
}

const JOINED: &str = "joined";
const APART: &str = "apart";

/// A finding that a record was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub finding: String,
    /// Slug of its source.
    pub source: String,
    /// Where the source has it.
    pub url: String,
}

impl Store {
    /// The findings that were joined to a record and can be split from it: all but the one that it began with, and but imported ones.
    pub async fn joined(&self, record: &str) -> anyhow::Result<Vec<Member>> {
        let rows = sqlx::query(
            "SELECT finding, source, url FROM sightings WHERE record = $1 AND finding <> $1 AND version > 0 ORDER BY first_seen, finding",
        )
        .bind(record.to_owned())
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.iter().map(|row| Member { finding: row.get(0), source: row.get(1), url: row.get(2) }).collect())
    }

    /// The open questions, latest first, at most `limit`.
    pub async fn proposals(&self, limit: usize) -> anyhow::Result<Vec<Proposal>> {
        let rows = sqlx::query(
            "SELECT p.finding, s.record, p.record, p.reason FROM proposals p
             JOIN sightings s ON s.finding = p.finding JOIN records r ON r.id = p.record JOIN records o ON o.id = s.record
             WHERE p.state = 'open' AND s.record <> p.record AND r.review <> 'rejected' AND o.review <> 'rejected'
             ORDER BY p.changed_at DESC, p.finding, p.record LIMIT $1",
        )
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        let proposal =
            |row: &sqlx::any::AnyRow| Proposal { finding: row.get(0), own: row.get(1), record: row.get(2), reason: row.get(3) };
        Ok(rows.iter().map(proposal).collect())
    }

    /// Whether it is an open question that this finding belongs to that record.
    pub async fn is_asked(&self, finding: &str, record: &str) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM proposals WHERE finding = $1 AND record = $2 AND state = 'open'")
            .bind(finding.to_owned())
            .bind(record.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// Joins a finding to a record, for good; `by` is the login name. A record that has no finding left leaves the list.
    pub async fn join(&self, finding: &str, record: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<Decided> {
        let mut write = self.write(now).await?;
        let Some((own, told)) = write.belonging(finding).await? else { return Ok(Decided::Unknown) };
        if write.members(record).await?.is_none() {
            return Ok(Decided::Unknown);
        }
        let moved = if own == finding { write.moved(finding, record).await? } else { None };
        write.decide(finding, record, JOINED, by).await?;
        if own != record {
            write.hand_over(finding, &own, record, told, moved, by).await?;
        }
        self.commit(write).await?;
        Ok(Decided::Done)
    }

    /// Says that a finding's record and another are two calls: they are never proposed or joined again.
    pub async fn keep_apart(&self, finding: &str, record: &str, by: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        write.decide(finding, record, APART, by).await?;
        if let Some((own, _)) = write.belonging(finding).await?
            && write.members(record).await?.is_some()
        {
            write.note(&own, "apart", Value::Null, Value::from(record), by).await?;
            write.note(record, "apart", Value::Null, Value::from(own), by).await?;
        }
        self.commit(write).await
    }

    /// Splits a finding from the record that it was joined to: it gets a record of its own, for good. The finding comes normalised.
    pub async fn split(&self, candidate: &Candidate, by: &str, now: DateTime<Utc>) -> anyhow::Result<Decided> {
        let id = candidate.finding.id();
        let mut write = self.write(now).await?;
        let Some((record, told)) = write.belonging(&id).await? else { return Ok(Decided::Unknown) };
        if record == id {
            return Ok(Decided::Lead);
        }
        write.decide(&id, &record, APART, by).await?;
        write.belong(&id, &id).await?;
        write.drop_pending(&record, &id).await?;
        write.put_record(&id, candidate, Review::Approved).await?;
        write.set_review(&id, Review::Approved, by).await?;
        write.note(&record, "sources", told, Value::Null, by).await?;
        self.commit(write).await?;
        Ok(Decided::Done)
    }
}

impl Write {
    /// The record of a finding, and where the finding stands as the history tells it.
    pub(super) async fn belonging(&mut self, finding: &str) -> anyhow::Result<Option<(String, Value)>> {
        let row = sqlx::query("SELECT record, source, url FROM sightings WHERE finding = $1 AND record IS NOT NULL")
            .bind(finding.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        Ok(row.map(|row| (row.get(0), json!({ "source": row.get::<&str, _>(1), "url": row.get::<&str, _>(2) }))))
    }

    /// Gives all findings of one record to another: they are the same call.
    pub(super) async fn absorb(&mut self, own: &str, record: &str, by: &str) -> anyhow::Result<()> {
        let rows = sqlx::query("SELECT finding FROM sightings WHERE record = $1 ORDER BY first_seen, finding")
            .bind(own.to_owned())
            .fetch_all(&mut *self.tx)
            .await?;
        for row in &rows {
            let finding: &str = row.get(0);
            if let Some((_, told)) = self.belonging(finding).await? {
                self.hand_over(finding, own, record, told, None, by).await?;
            }
        }
        Ok(())
    }

    /// Moves a finding to another record. A record that has none left leaves the list, and what was told of it, and answered, counts
    /// for the other: no municipality hears of one call twice, and "not for us" stays said.
    async fn hand_over(
        &mut self,
        finding: &str,
        own: &str,
        record: &str,
        told: Value,
        moved: Option<Moved>,
        by: &str,
    ) -> anyhow::Result<()> {
        let alone = self.members(own).await?.filter(|_| own == finding);
        self.belong(finding, record).await?;
        self.drop_pending(own, finding).await?;
        match (alone, moved) {
            (Some(later), Some(Moved::ByFinding)) => self.take_over(record, &later, by).await?,
            (Some(earlier), Some(Moved::ByRecord)) => self.note_moved(record, &earlier[DEADLINE], by).await?,
            // What it told while it was a record by itself: another day is not forgotten with that, but a question.
            (Some(mut members), None) => {
                let days = members.remove(DEADLINE).unwrap_or_default();
                self.dispute_days(record, finding, days).await?;
            }
            (None, _) => {}
        }
        self.note(record, "sources", Value::Null, told, by).await?;
        if !self.is_empty(own).await? {
            return Ok(());
        }
        self.hand_over_told(own, record, moved).await?;
        for copy in [
            // Questions come after those that were asked of the other record, answered or not.
            "INSERT INTO acts (municipality, record, act, contact, number, note, delivery, at, amount, currency, answered_at, answered_by)
             SELECT a.municipality, $2, a.act, a.contact, CASE WHEN a.act IN ('need_partner', 'ask_office') THEN a.number + COALESCE(
                 (SELECT MAX(k.number) + 1 FROM acts k WHERE k.municipality = a.municipality AND k.record = $2 AND k.act = a.act), 0)
               ELSE a.number END, a.note, a.delivery, a.at, a.amount, a.currency, a.answered_at, a.answered_by
             FROM acts a WHERE a.record = $1 ON CONFLICT DO NOTHING",
            "INSERT INTO offers (municipality, record, kind, channel, delivery, message_id, at)
             SELECT municipality, $2, kind, channel, delivery, message_id, at FROM offers WHERE record = $1 ON CONFLICT DO NOTHING",
            // One call is one offer, however many sources told of it; what was said of the other record was copied above.
            "DELETE FROM offers WHERE record = $1 AND $2 <> $1",
        ] {
            sqlx::query(copy).bind(own.to_owned()).bind(record.to_owned()).execute(&mut *self.tx).await?;
        }
        self.set_review(own, Review::Rejected, by).await?;
        self.note(own, "joined", Value::Null, Value::from(record), by).await?;
        Ok(())
    }

    pub(super) async fn belong(&mut self, finding: &str, record: &str) -> anyhow::Result<()> {
        sqlx::query("UPDATE sightings SET record = $1 WHERE finding = $2")
            .bind(record.to_owned())
            .bind(finding.to_owned())
            .execute(&mut *self.tx)
            .await
            .with_context(|| format!("finding `{finding}` could not be given to record `{record}`"))?;
        Ok(())
    }

    async fn is_empty(&mut self, record: &str) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM sightings WHERE record = $1 LIMIT 1")
            .bind(record.to_owned())
            .fetch_optional(&mut *self.tx)
            .await?;
        Ok(row.is_none())
    }

    async fn decide(&mut self, finding: &str, record: &str, state: &str, by: &str) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO proposals (finding, record, reason, state, decided_by, changed_at) VALUES ($1, $2, 'staff', $3, $4, $5)
             ON CONFLICT (finding, record) DO UPDATE SET state = excluded.state, decided_by = excluded.decided_by,
                 changed_at = excluded.changed_at",
        )
        .bind(finding.to_owned())
        .bind(record.to_owned())
        .bind(state.to_owned())
        .bind(by.to_owned())
        .bind(self.stamp())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}
