//! What a source does not list any more: told by its healthy visits, or confirmed by staff.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sqlx::Row as _;

use super::records::BY_CRAWL;
use super::runs::Column;
use super::{CrawlRun, Outcome, Store, Write, stamp};
use crate::complaint::{Complaint, Kind};

/// Healthy visits in a row without an item before its record becomes `unlisted`: the EU portal loses records for a day
/// and lists them again (302 of about 1,000 in 160 days).
pub const MISSING_BEFORE_UNLISTED: i64 = 2;

/// A visit that would unlist more than this share of a source says more about the visit than about the source.
const MOST_UNLISTED: f64 = 0.4;

/// A page of last year is read until the end of January: so many visits are more than twice a day until then.
const VISITS_OF_A_YEAR: usize = 1_000;

/// Visits that are looked through for the last one that a program made: between two of them staff enter a few things by hand.
const LATEST: usize = 20;

impl Store {
    /// Notes that a source still lists what is known by these ids, though it is not read anew. Returns how many are known.
    pub async fn still_listed(&self, ids: &[String], now: DateTime<Utc>) -> anyhow::Result<u64> {
        let mut write = self.write(now).await?;
        let mut known = 0;
        for id in ids {
            known += sqlx::query("UPDATE sightings SET last_seen = $1, missing = 0 WHERE finding = $2 AND version > 0")
                .bind(stamp(now))
                .bind(id.clone())
                .execute(&mut *write.tx)
                .await?
                .rows_affected();
        }
        self.commit(write).await?;
        Ok(known)
    }

    /// On how many healthy visits in a row each finding of a source was missing, by its id.
    pub async fn times_missing(&self, source: &str) -> anyhow::Result<HashMap<String, i64>> {
        let rows = sqlx::query("SELECT finding, missing FROM sightings WHERE source = $1 AND version > 0")
            .bind(source.to_owned())
            .fetch_all(&self.pool)
            .await?;
        Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
    }

    /// Counts a healthy visit against every item that it did not list, and marks as unlisted what was missing often enough.
    /// Returns how many, and what staff should know if that would have been too many.
    pub(super) async fn count_absences(&self, run: &CrawlRun, now: DateTime<Utc>) -> anyhow::Result<(u64, Option<Complaint>)> {
        let since = self.last_had_other_pages(run).await?;
        let mut write = self.write(now).await?;
        write.miss(run, since, 1).await?;
        let gone = write.live_and_missing(&run.source, MISSING_BEFORE_UNLISTED).await?;
        // A page that says itself that there is nothing is believed.
        let declared_empty = run.evidence.declared_empty && run.counts.kept.items == 0;
        if !gone.is_empty() && !declared_empty {
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
        let unlisted = write.unlist(gone, BY_CRAWL).await?;
        self.commit(write).await?;
        Ok((unlisted, None))
    }

    /// When a visit before this one, the last such, had a page of another year, which was not there any more this time.
    async fn last_had_other_pages(&self, run: &CrawlRun) -> anyhow::Result<Option<DateTime<Utc>>> {
        if run.evidence.years.is_empty() {
            return Ok(None);
        }
        let earlier = self.runs(&run.source, VISITS_OF_A_YEAR).await?;
        Ok(earlier
            .iter()
            .find(|earlier| earlier.id < run.id && !run.has_pages_of(earlier))
            .and_then(|earlier| earlier.finished_at))
    }

    /// Staff say that a source's last visit, which read everything, is right: what it did not list is marked as unlisted at once, and
    /// it is what is usual from then on. Returns how many were marked; none: it is not the last visit, or did not read everything.
    pub async fn accept_run(&self, source: &str, run: i64, by: &str, now: DateTime<Utc>) -> anyhow::Result<Option<u64>> {
        let runs = self.runs(source, LATEST).await?;
        let last = runs.into_iter().find(|run| run.finished_at.is_some() && !run.evidence.by_hand);
        let Some(mut last) = last.filter(|last| last.id == run && last.outcome == Outcome::Done) else { return Ok(None) };
        let mut write = self.write(now).await?;
        let unlisted = if last.evidence.excerpt {
            0
        } else {
            write.miss(&last, None, MISSING_BEFORE_UNLISTED).await?;
            let gone = write.live_and_missing(source, MISSING_BEFORE_UNLISTED).await?;
            write.unlist(gone, by).await?
        };
        last.evidence.accepted = true;
        last.counts.unlisted += unlisted;
        sqlx::query("UPDATE runs SET counts = $1 WHERE id = $2")
            .bind(serde_json::to_string(&Column { counts: last.counts, evidence: last.evidence })?)
            .bind(last.id)
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await?;
        Ok(Some(unlisted))
    }
}

impl Write {
    /// Counts a visit, for as many as it is worth, against every item that it did not list and that was seen since.
    async fn miss(&mut self, run: &CrawlRun, since: Option<DateTime<Utc>>, visits: i64) -> anyhow::Result<()> {
        // What a person entered came from no page, so that no page says that it is gone.
        sqlx::query(
            "UPDATE sightings SET missing = missing + $3 WHERE source = $1 AND version > 0 AND last_seen < $2 AND last_seen > $4
             AND EXISTS (SELECT 1 FROM findings f WHERE f.id = finding AND f.version = sightings.version AND f.page IS NOT NULL)",
        )
        .bind(run.source.clone())
        .bind(stamp(run.started_at))
        .bind(visits)
        .bind(since.map(stamp).unwrap_or_default())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

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

    async fn unlist(&mut self, gone: Vec<(String, Map<String, Value>)>, by: &str) -> anyhow::Result<u64> {
        for (id, old) in &gone {
            let mut members = old.clone();
            members.insert("status".into(), Value::from("unlisted"));
            self.update_record(id, old, &members, None, by).await?;
        }
        Ok(gone.len() as u64)
    }
}
