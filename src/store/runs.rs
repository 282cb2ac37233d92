//! Visits: what each came to, and when the next is due.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sources::fetch::Wait;
use sqlx::Row as _;

use crate::complaint::Complaint;

use super::{KeepCounts, Store, moment, stamp};

/// One visit to one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrawlRun {
    /// Number of the visit.
    pub id: i64,
    /// Slug of the source.
    pub source: String,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended; absent: it is under way, or was cut off.
    pub finished_at: Option<DateTime<Utc>>,
    /// How it ended.
    pub outcome: Outcome,
    /// What it gave.
    pub counts: RunCounts,
    /// What went wrong, each with its place.
    pub complaints: Vec<Complaint>,
    /// What the source's health is judged from.
    #[serde(default)]
    pub evidence: Evidence,
}

/// What a visit saw, beyond its counts: for holding one visit against another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// A person asked, or entered what they were told: no visit, and no evidence of whether the source can be read.
    pub by_hand: bool,
    /// Staff have said that what it showed is right, however much it differs from what was usual.
    pub accepted: bool,
    /// Items that could not be read at all.
    pub unreadable: u64,
    /// Items that are known and were only noted as listed still, without being read anew.
    pub only_listed: u64,
    /// Own pages of items that were wanted.
    pub own_pages: u64,
    /// Of these, could not be had or read.
    pub lost: u64,
    /// Of these, were refused us.
    pub refused: u64,
    /// How many items carried each field, by name; `body` is a main text that a selector found.
    pub fields: BTreeMap<String, u64>,
    /// Items judged to be opportunities on this visit.
    pub calls: u64,
    /// Of these, with a dated deadline.
    pub dated: u64,
    /// The source's own pages refused us.
    pub blocked: bool,
    /// robots.txt forbids the source's own page.
    pub forbidden: bool,
    /// What should find the items found nothing on a page, which did not say that there is nothing.
    pub unmatched: bool,
    /// The source says itself that there is nothing at present.
    pub declared_empty: bool,
    /// The source shows only its newest items: what it does not show any more is not gone.
    pub excerpt: bool,
    /// Not before this moment may be asked what was not asked, or is asked again.
    pub retry_at: Option<DateTime<Utc>>,
    /// Why that is so, where a host or its rules want it.
    pub waits_for: Option<Wait>,
    /// Not before this moment may the host of the source's own pages be asked.
    pub host_waits_until: Option<DateTime<Utc>>,
    /// Of a visit that waits: when the first of those began that came to no end, one after the other.
    pub waiting_since: Option<DateTime<Utc>>,
    /// Of a source with a page for each year: those that were there.
    pub years: Vec<String>,
    /// Where the source's first page was found, if it came anew.
    pub arrival: Option<Arrival>,
}

/// Where a source's own page was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    /// Where the roadmap says, perhaps by a temporary detour.
    Stayed,
    /// Somewhere else for good.
    Moved {
        /// The address that was asked for.
        from: String,
        /// Where it led.
        to: String,
    },
}

/// The column `counts`: JSON, so that more evidence needs no migration.
#[derive(Serialize, Deserialize)]
pub(super) struct Column {
    #[serde(flatten)]
    pub(super) counts: RunCounts,
    #[serde(default)]
    pub(super) evidence: Evidence,
}

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Under way, or cut off by the end of the process.
    Unfinished,
    /// Everything that the source lists was read.
    Done,
    /// Something was read, not everything.
    Partial,
    /// Nothing could be read.
    Failed,
    /// A host wants its time: the visit goes on where it stopped, and only the last part says how the source does.
    Waiting,
}

/// What a visit gave.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RunCounts {
    /// Requests answered with a page.
    pub pages: u64,
    /// Requests answered with "not modified".
    pub not_modified: u64,
    /// What was kept.
    #[serde(flatten)]
    pub kept: KeepCounts,
    /// Records that became `unlisted`.
    pub unlisted: u64,
}

impl CrawlRun {
    /// Whether this visit had every page of the source that the other one had. Around the turn of the year some are asked for no more.
    pub fn has_pages_of(&self, other: &Self) -> bool {
        other.evidence.years.iter().all(|page| self.evidence.years.contains(page))
    }

    /// Whether a program read something of the source.
    pub fn has_read(&self) -> bool {
        let read = match self.outcome {
            // A visit that found nothing where it looked was blind, however well it was answered.
            Outcome::Done => self.counts.kept.items > 0 || self.evidence.declared_empty || !self.evidence.unmatched,
            Outcome::Partial => true,
            Outcome::Waiting => self.counts.kept.items > 0,
            Outcome::Failed | Outcome::Unfinished => false,
        };
        read && !self.evidence.by_hand
    }
}

impl Store {
    /// Opens a visit.
    pub async fn open_run(&self, source: &str, now: DateTime<Utc>) -> anyhow::Result<CrawlRun> {
        let mut write = self.write(now).await?;
        let id: i64 = sqlx::query("SELECT COALESCE(MAX(id), 0) + 1 FROM runs").fetch_one(&mut *write.tx).await?.get(0);
        let run = CrawlRun {
            id,
            source: source.to_owned(),
            started_at: now,
            finished_at: None,
            outcome: Outcome::Unfinished,
            counts: RunCounts::default(),
            complaints: Vec::new(),
            evidence: Evidence::default(),
        };
        sqlx::query("INSERT INTO runs (id, source, started_at, finished_at, outcome, counts, complaints) VALUES ($1, $2, $3, NULL, $4, $5, '[]')")
            .bind(id)
            .bind(source.to_owned())
            .bind(stamp(now))
            .bind("unfinished")
            .bind(serde_json::to_string(&run.counts)?)
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await?;
        Ok(run)
    }

    /// Closes a visit that nothing was wrong with, of a source that lists everything: it also says what is no longer listed.
    pub async fn close_whole_run(&self, mut run: CrawlRun, now: DateTime<Utc>) -> anyhow::Result<CrawlRun> {
        let (unlisted, alarm) = self.count_absences(&run, now).await?;
        run.counts.unlisted = unlisted;
        run.complaints.extend(alarm);
        self.close_run(run, now).await
    }

    /// Closes a visit whose absences say nothing.
    pub async fn close_run(&self, mut run: CrawlRun, now: DateTime<Utc>) -> anyhow::Result<CrawlRun> {
        run.finished_at = Some(now);
        let mut write = self.write(now).await?;
        let code = serde_json::to_value(run.outcome)?;
        sqlx::query("UPDATE runs SET finished_at = $1, outcome = $2, counts = $3, complaints = $4 WHERE id = $5")
            .bind(stamp(now))
            .bind(code.as_str().unwrap_or_default().to_owned())
            .bind(serde_json::to_string(&Column { counts: run.counts, evidence: run.evidence.clone() })?)
            .bind(serde_json::to_string(&run.complaints)?)
            .bind(run.id)
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await?;
        Ok(run)
    }

    /// The latest visits of every source, newest first, at most `limit` each.
    pub async fn runs(&self, source: &str, limit: usize) -> anyhow::Result<Vec<CrawlRun>> {
        let rows = sqlx::query("SELECT id, source, started_at, finished_at, outcome, counts, complaints FROM runs WHERE source = $1 ORDER BY id DESC LIMIT $2")
            .bind(source.to_owned())
            .bind(limit as i64)
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| {
                let Column { counts, evidence } = serde_json::from_str(row.get(5))?;
                Ok(CrawlRun {
                    id: row.get(0),
                    source: row.get(1),
                    started_at: moment(row.get(2))?,
                    finished_at: row.get::<Option<String>, _>(3).as_deref().map(moment).transpose()?,
                    outcome: serde_json::from_value(Value::from(row.get::<&str, _>(4)))
                        .context("a visit has an outcome of another version")?,
                    counts,
                    complaints: serde_json::from_str(row.get(6))?,
                    evidence,
                })
            })
            .collect()
    }

    /// The record that a finding belongs to.
    pub async fn record_of(&self, finding: &str) -> anyhow::Result<Option<String>> {
        let row = sqlx::query("SELECT record FROM sightings WHERE finding = $1")
            .bind(finding.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.and_then(|row| row.get(0)))
    }

    /// When a source last had an item that was not known.
    pub async fn last_new(&self, source: &str) -> anyhow::Result<Option<DateTime<Utc>>> {
        let row = sqlx::query("SELECT MAX(first_seen) FROM sightings WHERE source = $1 AND version > 0")
            .bind(source.to_owned())
            .fetch_one(&self.pool)
            .await?;
        row.get::<Option<String>, _>(0).as_deref().map(moment).transpose()
    }

    /// When a source last said something that it had not said, of whatever item.
    pub async fn last_said(&self, source: &str) -> anyhow::Result<Option<DateTime<Utc>>> {
        let row = sqlx::query("SELECT MAX(found_at) FROM findings WHERE source = $1")
            .bind(source.to_owned())
            .fetch_one(&self.pool)
            .await?;
        row.get::<Option<String>, _>(0).as_deref().map(moment).transpose()
    }

    /// When a source is due, if its schedule is still the one that this was computed from.
    pub async fn next_due(&self, source: &str, schedule: &str) -> anyhow::Result<Option<DateTime<Utc>>> {
        let row = sqlx::query("SELECT next_due FROM schedules WHERE source = $1 AND schedule = $2")
            .bind(source.to_owned())
            .bind(schedule.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| moment(row.get(0))).transpose()
    }

    /// Remembers when a source is due.
    pub async fn set_next_due(
        &self,
        source: &str,
        schedule: &str,
        next_due: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query(
            "INSERT INTO schedules (source, schedule, next_due) VALUES ($1, $2, $3)
             ON CONFLICT (source) DO UPDATE SET schedule = excluded.schedule, next_due = excluded.next_due",
        )
        .bind(source.to_owned())
        .bind(schedule.to_owned())
        .bind(stamp(next_due))
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await
    }
}
