//! Visits: what each came to, when the next is due, and what a healthy visit did not find any more.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sqlx::Row as _;

use crate::crawl::complaint::{Complaint, Kind};

use super::{KeepCounts, Store, moment, stamp};

/// Healthy visits in a row without an item before its record becomes `unlisted`: the EU portal loses records for a day
/// and lists them again (302 of about 1,000 in 160 days).
const MISSING_BEFORE_UNLISTED: i64 = 2;

/// A visit that would unlist more than this share of a source says more about the visit than about the source.
const MOST_UNLISTED: f64 = 0.4;

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
    /// Items that could not be read at all.
    pub unreadable: u64,
    /// How many items carried each field, by name; `body` is a main text that a selector found.
    pub fields: BTreeMap<String, u64>,
    /// Items judged to be opportunities on this visit.
    pub calls: u64,
    /// Of these, with a dated deadline.
    pub dated: u64,
    /// The source's own pages refused us.
    pub blocked: bool,
    /// What should find the items found nothing on a page, which did not say that there is nothing.
    pub unmatched: bool,
    /// The source says itself that there is nothing at present.
    pub declared_empty: bool,
    /// The source shows only its newest items: what it does not show any more is not gone.
    pub excerpt: bool,
    /// Not before this moment may be asked what was not asked, or is asked again.
    pub retry_at: Option<DateTime<Utc>>,
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
struct Column {
    #[serde(flatten)]
    counts: RunCounts,
    #[serde(default)]
    evidence: Evidence,
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
    /// Whether a program read something of the source.
    pub fn has_read(&self) -> bool {
        let read = match self.outcome {
            Outcome::Done | Outcome::Partial => true,
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
        let (unlisted, alarm) = self.miss(&run, now).await?;
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

    /// Counts a healthy visit against every item that it did not list, and marks as unlisted what was missing often enough.
    /// Returns how many, and what staff should know if that would have been too many.
    async fn miss(&self, run: &CrawlRun, now: DateTime<Utc>) -> anyhow::Result<(u64, Option<Complaint>)> {
        let mut write = self.write(now).await?;
        // What a person entered came from no page, so that no page says that it is gone.
        sqlx::query(
            "UPDATE sightings SET missing = missing + 1 WHERE source = $1 AND version > 0 AND last_seen < $2
             AND EXISTS (SELECT 1 FROM findings f WHERE f.id = finding AND f.version = sightings.version AND f.page IS NOT NULL)",
        )
            .bind(run.source.clone())
            .bind(stamp(run.started_at))
            .execute(&mut *write.tx)
            .await?;
        let gone = write.live_and_missing(&run.source, MISSING_BEFORE_UNLISTED).await?;
        if gone.len() > 1 {
            // What is over needs no list any more: it must not water down the share as a source grows old.
            let all = write.live_and_missing(&run.source, 0).await?.len();
            if gone.len() as f64 > MOST_UNLISTED * all as f64 {
                self.commit(write).await?;
                let gone = gone.len();
                let detail = format!(
                    "{gone} of {all} live records are no longer listed; nothing was changed, for so many at once point to a \
                     broken visit: look at the source"
                );
                let kind = Kind::GoneAtOnce { gone: gone as u64, all: all as u64 };
                return Ok((0, Some(Complaint::new(kind, detail))));
            }
        }
        for (id, old) in &gone {
            let mut members = old.clone();
            members.insert("status".into(), Value::from("unlisted"));
            write.update_record(id, old, &members, None, "crawl").await?;
        }
        self.commit(write).await?;
        Ok((gone.len() as u64, None))
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

impl Write {
    /// The live records that a source has not listed on so many healthy visits in a row, nor any other source that tells of them.
    async fn live_and_missing(&mut self, source: &str, visits: i64) -> anyhow::Result<Vec<(String, Map<String, Value>)>> {
        let rows = sqlx::query(
            "SELECT r.id, r.opportunity FROM records r
             WHERE EXISTS (SELECT 1 FROM sightings s WHERE s.record = r.id AND s.source = $1 AND s.missing >= $2)
               AND NOT EXISTS (SELECT 1 FROM sightings o WHERE o.record = r.id AND o.version > 0 AND o.missing < $2)",
        )
        .bind(source.to_owned())
        .bind(visits)
        .fetch_all(&mut *self.tx)
        .await?;
        let mut live = Vec::new();
        for row in rows {
            let members: Map<String, Value> = serde_json::from_str(row.get(1))?;
            let opportunity: sources::Opportunity = serde_json::from_value(Value::Object(members.clone()))?;
            if crate::record::is_live(&opportunity, self.now) {
                live.push((row.get(0), members));
            }
        }
        Ok(live)
    }
}
