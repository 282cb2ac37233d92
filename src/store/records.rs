//! Records: whole, one by one, and in order of change.

use std::collections::HashMap;

use anyhow::Context as _;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use super::attachments::give_attachments;
use super::{Store, moment, tuples};
use crate::record::{Change, Record, Review, Sighting};

/// Who reviewed a record that only its source's moderation has let in.
pub(super) const BY_CRAWL: &str = "crawl";

/// Who changed a record where the rules read the same page anew (`kolkore renormalise`).
pub(crate) const BY_RULES: &str = "renormalise";

/// Records that one statement asks for by id: SQLite takes 32,766 parameters.
pub(super) const IDS_AT_ONCE: usize = 1_000;

/// A piece of the change sequence.
#[derive(Debug, Default)]
pub struct Tail {
    /// In order of change.
    pub records: Vec<Record>,
    /// Everything up to this number is in this piece or an earlier one.
    pub up_to: u64,
}

impl Store {
    /// The next records of the change sequence after `after`, at most `limit`, without their history.
    pub async fn tail(&self, after: u64, limit: usize) -> anyhow::Result<Tail> {
        let last = self.last_change().await?;
        let rows = sqlx::query("SELECT id, change, review, opportunity, text, reviewed_by, created_at, changed_at, locked FROM records WHERE change > $1 AND change <= $2 ORDER BY change LIMIT $3")
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
            "SELECT id, change, review, opportunity, text, reviewed_by, created_at, changed_at, locked FROM records WHERE id > $1 ORDER BY id LIMIT $2",
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
            record.history = self.history(&record.id).await?;
        }
        Ok(records)
    }

    /// One record, whole.
    pub async fn record(&self, id: &str) -> anyhow::Result<Option<Record>> {
        let row = sqlx::query(
            "SELECT id, change, review, opportunity, text, reviewed_by, created_at, changed_at, locked FROM records WHERE id = $1",
        )
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
        record.history = self.history(id).await?;
        Ok(Some(record))
    }

    /// Those of these records that there are, in this order, without their texts, files and history: for lists.
    pub async fn records_of(&self, ids: &[&str]) -> anyhow::Result<Vec<Record>> {
        let mut found: HashMap<String, Record> = HashMap::with_capacity(ids.len());
        for ids in ids.chunks(IDS_AT_ONCE) {
            let among = tuples(1, ids.len());
            let sql = format!(
                "SELECT id, change, review, opportunity, CAST('' AS TEXT), reviewed_by, created_at, changed_at, locked FROM records WHERE id IN {among}"
            );
            let mut records = self.rows_of(sql, ids).await?.iter().map(record).collect::<anyhow::Result<Vec<_>>>()?;
            let sql = format!(
                "SELECT record, source, url, first_seen, last_seen FROM sightings WHERE record IN {among} ORDER BY first_seen, finding"
            );
            give_sightings(&mut records, &self.rows_of(sql, ids).await?)?;
            found.extend(records.into_iter().map(|record| (record.id.clone(), record)));
        }
        Ok(ids.iter().filter_map(|id| found.remove(*id)).collect())
    }

    /// What a statement whose parameters are ids gives.
    pub(super) async fn rows_of(&self, sql: String, ids: &[&str]) -> anyhow::Result<Vec<AnyRow>> {
        let mut asked = sqlx::query(AssertSqlSafe(sql));
        for id in ids {
            asked = asked.bind((*id).to_owned());
        }
        Ok(asked.fetch_all(&self.pool).await?)
    }

    /// The records of one review state, latest change first, at most `limit`, without their history.
    pub(super) async fn records_in_review(&self, review: Review, limit: usize) -> anyhow::Result<Vec<Record>> {
        let rows = sqlx::query("SELECT id, change, review, opportunity, text, reviewed_by, created_at, changed_at, locked FROM records WHERE review = $1 ORDER BY change DESC LIMIT $2")
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

    /// What happened to a record, field by field, oldest first.
    pub async fn history(&self, id: &str) -> anyhow::Result<Vec<Change>> {
        let rows = sqlx::query("SELECT change, at, field, old, new, actor FROM history WHERE record = $1 ORDER BY place")
            .bind(id.to_owned())
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
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
            .collect()
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
        locked: serde_json::from_str(row.get(8)).with_context(|| format!("the locks of record `{id}` do not read"))?,
        changed: row.get::<i64, _>(1) as u64,
        automatic: row.get::<&str, _>(5) == BY_CRAWL,
        created_at: moment(row.get(6))?,
        changed_at: moment(row.get(7))?,
        original_title: None,
        id,
    })
}
