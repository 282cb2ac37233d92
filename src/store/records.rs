//! Records: whole, one by one, in order of change, and imported.

use std::collections::HashMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::attachments::give_attachments;
use super::{Store, Write, moment, stamp};
use crate::record::{Change, Record, Review, Sighting};

/// Records written in one transaction by an import: large enough to make the commit cheap, small enough to hold in memory.
const IMPORT_BATCH: usize = 1_000;

/// Who reviewed a record that only its source's moderation has let in.
pub(super) const BY_CRAWL: &str = "crawl";

/// A piece of the change sequence.
#[derive(Debug, Default)]
pub struct Tail {
    /// In order of change.
    pub records: Vec<Record>,
    /// Everything up to this number is in this piece or an earlier one.
    pub up_to: u64,
}

/// What an import came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    /// Records written.
    pub imported: u64,
    /// Of these, in place of one with the same id.
    pub replaced: u64,
}

impl Store {
    /// The next records of the change sequence after `after`, at most `limit`, without their history.
    pub async fn tail(&self, after: u64, limit: usize) -> anyhow::Result<Tail> {
        let last = self.last_change().await?;
        let rows = sqlx::query("SELECT id, change, review, opportunity, text, reviewed_by FROM records WHERE change > $1 AND change <= $2 ORDER BY change LIMIT $3")
            .bind(after as i64)
            .bind(last as i64)
            .bind(limit as i64)
            .fetch_all(&self.pool)
            .await?;
        let mut records = rows.iter().map(record).collect::<anyhow::Result<Vec<_>>>()?;
        let up_to = if records.len() < limit { last } else { records.last().map_or(last, |record| record.changed) };
        let rows = sqlx::query(
            "SELECT s.record, s.source, s.url, s.first_seen, s.last_seen FROM records r JOIN sightings s ON s.record = r.id
             WHERE r.change > $1 AND r.change <= $2 ORDER BY s.first_seen, s.finding",
        )
        .bind(after as i64)
        .bind(up_to as i64)
        .fetch_all(&self.pool)
        .await?;
        give_sightings(&mut records, &rows)?;
        let rows = sqlx::query("SELECT a.record, a.name, a.url, a.text FROM records r JOIN attachments a ON a.record = r.id WHERE r.change > $1 AND r.change <= $2 ORDER BY a.place")
        .bind(after as i64)
        .bind(up_to as i64)
        .fetch_all(&self.pool)
        .await?;
        give_attachments(&mut records, &rows);
        Ok(Tail { records, up_to })
    }

    /// The next records by id after `after`, at most `limit`, with their history: for exports.
    pub async fn page_of_records(&self, after: &str, limit: usize) -> anyhow::Result<Vec<Record>> {
        let rows = sqlx::query(
            "SELECT id, change, review, opportunity, text, reviewed_by FROM records WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .bind(after.to_owned())
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        let mut records = rows.iter().map(record).collect::<anyhow::Result<Vec<_>>>()?;
        if let Some(last_id) = records.last().map(|record| record.id.clone()) {
            let rows = sqlx::query(
                "SELECT record, source, url, first_seen, last_seen FROM sightings WHERE record > $1 AND record <= $2 ORDER BY first_seen, finding",
            )
            .bind(after.to_owned())
            .bind(last_id.clone())
            .fetch_all(&self.pool)
            .await?;
            give_sightings(&mut records, &rows)?;
            let rows = sqlx::query("SELECT a.record, a.name, a.url, a.text FROM attachments a WHERE a.record > $1 AND a.record <= $2 ORDER BY a.place")
            .bind(after.to_owned())
            .bind(last_id)
            .fetch_all(&self.pool)
            .await?;
            give_attachments(&mut records, &rows);
        }
        for record in &mut records {
            self.add_history(record).await?;
        }
        Ok(records)
    }

    /// One record, whole.
    pub async fn record(&self, id: &str) -> anyhow::Result<Option<Record>> {
        let row = sqlx::query("SELECT id, change, review, opportunity, text, reviewed_by FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let mut record = record(&row)?;
        self.add_sightings_of_one(&mut record).await?;
        let rows = sqlx::query("SELECT a.record, a.name, a.url, a.text FROM attachments a WHERE a.record = $1 ORDER BY a.place")
            .bind(id.to_owned())
            .fetch_all(&self.pool)
            .await?;
        give_attachments(std::slice::from_mut(&mut record), &rows);
        self.add_history(&mut record).await?;
        Ok(Some(record))
    }

    /// The records of one review state, latest change first, at most `limit`, without their history.
    pub(super) async fn records_in_review(&self, review: Review, limit: usize) -> anyhow::Result<Vec<Record>> {
        let rows = sqlx::query("SELECT id, change, review, opportunity, text, reviewed_by FROM records WHERE review = $1 ORDER BY change DESC LIMIT $2")
            .bind(review.code())
            .bind(limit as i64)
            .fetch_all(&self.pool)
            .await?;
        let mut records = rows.iter().map(record).collect::<anyhow::Result<Vec<_>>>()?;
        for record in &mut records {
            self.add_sightings_of_one(record).await?;
        }
        Ok(records)
    }

    /// How many records there are that staff have not rejected.
    pub async fn count_records(&self) -> anyhow::Result<u64> {
        let count: i64 =
            sqlx::query("SELECT COUNT(*) FROM records WHERE review <> 'rejected'").fetch_one(&self.pool).await?.get(0);
        Ok(count as u64)
    }

    async fn add_sightings_of_one(&self, record: &mut Record) -> anyhow::Result<()> {
        let rows = sqlx::query(
            "SELECT record, source, url, first_seen, last_seen FROM sightings WHERE record = $1 ORDER BY first_seen, finding",
        )
        .bind(record.id.clone())
        .fetch_all(&self.pool)
        .await?;
        give_sightings(std::slice::from_mut(record), &rows)
    }

    async fn add_history(&self, record: &mut Record) -> anyhow::Result<()> {
        let rows = sqlx::query("SELECT change, at, field, old, new, actor FROM history WHERE record = $1 ORDER BY place")
            .bind(record.id.clone())
            .fetch_all(&self.pool)
            .await?;
        record.history = rows
            .iter()
            .map(|row| {
                Ok(Change {
                    change: row.get::<i64, _>(0) as u64,
                    at: moment(row.get(1))?,
                    field: row.get(2),
                    old: serde_json::from_str(row.get(3))?,
                    new: serde_json::from_str(row.get(4))?,
                    by: row.get(5),
                })
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(())
    }

    /// Writes records as they are: never judged, merged or normalised. An id that is known is replaced.
    pub async fn import(&self, records: &[Record], now: DateTime<Utc>) -> anyhow::Result<ImportCounts> {
        let mut counts = ImportCounts::default();
        for batch in records.chunks(IMPORT_BATCH) {
            let mut write = self.write(now).await?;
            let first = write.take_changes(batch.len()).await?;
            for (n, record) in batch.iter().enumerate() {
                let replaced =
                    write.import_one(record, first + n as u64).await.with_context(|| format!("record `{}`", record.id))?;
                counts.imported += 1;
                counts.replaced += u64::from(replaced);
            }
            self.commit(write).await?;
        }
        Ok(counts)
    }
}

impl Write {
    async fn import_one(&mut self, record: &Record, change: u64) -> anyhow::Result<bool> {
        let replaced = sqlx::query(
            "UPDATE records SET change = $1, review = $2, opportunity = $3, text = $4, reviewed_by = 'import' WHERE id = $5",
        )
        .bind(change as i64)
        .bind(record.review.code())
        .bind(serde_json::to_string(&record.opportunity)?)
        .bind(record.text.clone())
        .bind(record.id.clone())
        .execute(&mut *self.tx)
        .await?
        .rows_affected()
            > 0;
        if replaced {
            for statement in ["DELETE FROM history WHERE record = $1", "DELETE FROM sightings WHERE record = $1 AND version = 0"]
            {
                sqlx::query(statement).bind(record.id.clone()).execute(&mut *self.tx).await?;
            }
        } else {
            sqlx::query("INSERT INTO records (id, change, review, reviewed_by, opportunity, text, locked, created_at) VALUES ($1, $2, $3, 'import', $4, $5, '[]', $6)")
                .bind(record.id.clone())
                .bind(change as i64)
                .bind(record.review.code())
                .bind(serde_json::to_string(&record.opportunity)?)
                .bind(record.text.clone())
                .bind(stamp(self.now))
                .execute(&mut *self.tx)
                .await?;
        }
        for (place, change) in record.history.iter().enumerate() {
            sqlx::query(
                "INSERT INTO history (record, place, change, at, field, old, new, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(record.id.clone())
            .bind(place as i64)
            .bind(change.change as i64)
            .bind(stamp(change.at))
            .bind(change.field.clone())
            .bind(change.old.to_string())
            .bind(change.new.to_string())
            .bind(change.by.clone())
            .execute(&mut *self.tx)
            .await?;
        }
        self.put_attachments(&record.id, &record.attachments).await?;
        for sighting in &record.sources {
            self.import_sighting(record, sighting).await?;
        }
        Ok(replaced)
    }

    /// An imported sighting has no finding behind it: version 0. One that a crawl made stays as it is.
    async fn import_sighting(&mut self, record: &Record, sighting: &Sighting) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO sightings (finding, source, url, record, version, hash, reasons, first_seen, last_seen, missing)
             SELECT $1, $2, $3, $4, 0, '', '[]', $5, $6, 0
             WHERE NOT EXISTS (SELECT 1 FROM sightings WHERE record = $4 AND source = $2 AND url = $3)",
        )
        .bind(sources::finding::short_hash(&[&record.id, &sighting.slug, &sighting.url]))
        .bind(sighting.slug.clone())
        .bind(sighting.url.clone())
        .bind(record.id.clone())
        .bind(stamp(sighting.first_seen))
        .bind(stamp(sighting.last_seen))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

fn give_sightings(records: &mut [Record], rows: &[AnyRow]) -> anyhow::Result<()> {
    let mut by_record: HashMap<&str, Vec<Sighting>> = HashMap::new();
    for row in rows {
        by_record.entry(row.get(0)).or_default().push(Sighting {
            slug: row.get(1),
            url: row.get(2),
            first_seen: moment(row.get(3))?,
            last_seen: moment(row.get(4))?,
        });
    }
    for record in records {
        record.sources = by_record.remove(record.id.as_str()).unwrap_or_default();
    }
    Ok(())
}

fn record(row: &AnyRow) -> anyhow::Result<Record> {
    let id: String = row.get(0);
    Ok(Record {
        opportunity: serde_json::from_str(row.get(3)).with_context(|| format!("record `{id}` in the store does not read"))?,
        text: row.get(4),
        sources: Vec::new(),
        review: Review::from_code(row.get(2))?,
        attachments: Vec::new(),
        history: Vec::new(),
        changed: row.get::<i64, _>(1) as u64,
        automatic: row.get::<&str, _>(5) == BY_CRAWL,
        id,
    })
}
