//! Imports: records written as they are, never judged, merged or normalised. An id that is known is replaced, and its history says in what.
//!
//! Rows go in by the hundred: a statement for each would spend nine tenths of an import on the way to the database and back.

use std::collections::{HashMap, HashSet};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sources::opportunity::{Deadline, Stage};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use super::{ROWS, Store, Write, diff, stamp, tuples};
use crate::record::{Record, Review};

/// Records written in one transaction: large enough to make the commit cheap, small enough to hold in memory.
const BATCH: usize = 1_000;

/// Who changed what an import changed.
const BY_IMPORT: &str = "import";

/// What an import came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    /// Records written.
    pub imported: u64,
    /// Of these, in place of one with the same id.
    pub replaced: u64,
}

impl Store {
    /// Writes records as they are.
    ///
    /// # Errors
    /// What the database refuses; what was written before that batch stays.
    pub async fn import(&self, records: &[Record], now: DateTime<Utc>) -> anyhow::Result<ImportCounts> {
        let mut counts = ImportCounts::default();
        for batch in records.chunks(BATCH) {
            let mut write = self.write(now).await?;
            let first = write.take_changes(batch.len()).await?;
            counts.replaced += write.import(batch, first).await.with_context(|| format!("records after {}", counts.imported))?;
            counts.imported += batch.len() as u64;
            self.commit(write).await?;
        }
        Ok(counts)
    }
}

/// A record that is there already: its members, and its dates among them.
struct Known {
    members: Map<String, Value>,
    stages: Vec<Stage>,
}

/// Of a record as it is kept, its dates.
#[derive(Deserialize)]
struct Dated {
    #[serde(default)]
    deadline: Deadline,
}

/// The fields in which a record differs from what is here, but for what its own history tells.
fn untold(before: &Map<String, Value>, record: &Record) -> anyhow::Result<Vec<(String, Value, Value)>> {
    let told = |field: &str, new: &Value| record.history.iter().any(|change| change.field == field && change.new == *new);
    let changes = diff::changes(before, &diff::members(&record.opportunity)?);
    Ok(changes.into_iter().filter(|(field, _, new)| !told(field, new)).collect())
}

impl Write {
    /// Writes a batch whose changes are numbered from `first`, and says how many took another's place.
    async fn import(&mut self, batch: &[Record], first: u64) -> anyhow::Result<u64> {
        // Of several with one id the last counts, as if each had been written in turn.
        let last: HashMap<&str, usize> = batch.iter().enumerate().map(|(n, record)| (record.id.as_str(), n)).collect();
        let numbered = batch.iter().enumerate().filter(|(n, record)| last[record.id.as_str()] == *n);
        let numbered: Vec<(&Record, u64)> = numbered.map(|(n, record)| (record, first + n as u64)).collect();
        let known = self.known_among(&numbered).await?;
        for rows in numbered.chunks(ROWS) {
            self.import_rows(rows).await?;
        }
        // What comes without a history leaves the one that is here: it was laid over it by hand.
        let retold = numbered.iter().filter(|(record, _)| !record.history.is_empty()).map(|(record, _)| record.id.as_str());
        self.forget_parts(&known, &retold.collect()).await?;
        self.import_histories(&numbered).await?;
        for (record, change) in &numbered {
            let before = known.get(&record.id);
            if !record.attachments.is_empty() || before.is_some() {
                self.put_attachments(&record.id, &record.attachments).await?;
            }
            if let Some(before) = before {
                self.follow_dates(&record.id, &before.stages, &record.opportunity.deadline.stages).await?;
                let untold = untold(&before.members, record)?;
                self.write_history(&record.id, *change, untold, BY_IMPORT).await?;
            }
        }
        self.import_sightings(&numbered, &known).await?;
        Ok((batch.len() - numbered.len() + known.len()) as u64)
    }

    /// Those of them that are there already, with their dates.
    async fn known_among(&mut self, batch: &[(&Record, u64)]) -> anyhow::Result<HashMap<String, Known>> {
        let sql = format!("SELECT id, opportunity FROM records WHERE id IN {}", tuples(1, batch.len()));
        let mut asked = sqlx::query(AssertSqlSafe(sql));
        for (record, _) in batch {
            asked = asked.bind(record.id.clone());
        }
        let known = |row: &AnyRow| {
            let id: String = row.get(0);
            let unread = || format!("record `{id}` in the store does not read");
            let members: Map<String, Value> = serde_json::from_str(row.get(1)).with_context(unread)?;
            let dated: Dated = serde_json::from_str(row.get(1)).with_context(unread)?;
            Ok((id, Known { members, stages: dated.deadline.stages }))
        };
        asked.fetch_all(&mut *self.tx).await?.iter().map(known).collect()
    }

    async fn import_rows(&mut self, batch: &[(&Record, u64)]) -> anyhow::Result<()> {
        let sql = format!(
            "INSERT INTO records (id, change, review, reviewed_by, opportunity, text, locked, created_at, changed_at, shown) VALUES {}
             ON CONFLICT (id) DO UPDATE SET change = excluded.change, review = excluded.review, reviewed_by = excluded.reviewed_by,
                 opportunity = excluded.opportunity, text = excluded.text, locked = excluded.locked, changed_at = excluded.changed_at,
                 shown = CASE WHEN excluded.shown = 1 THEN 1 ELSE records.shown END",
            tuples(batch.len(), 10)
        );
        let now = stamp(self.now);
        let mut insert = sqlx::query(AssertSqlSafe(sql));
        for (record, change) in batch {
            insert = insert
                .bind(record.id.clone())
                .bind(*change as i64)
                .bind(record.review.code())
                .bind(BY_IMPORT)
                .bind(serde_json::to_string(&record.opportunity)?)
                .bind(record.text.clone())
                .bind(serde_json::to_string(&record.locked)?)
                .bind(now.clone())
                .bind(record.history.last().map_or_else(|| now.clone(), |last| stamp(last.at)))
                .bind(i64::from(record.review == Review::Approved));
        }
        insert.execute(&mut *self.tx).await?;
        Ok(())
    }

    /// Removes imported sightings of these records, and the history of those that bring one of their own. A sighting that a crawl made stays
    /// as it is.
    async fn forget_parts(&mut self, ids: &HashMap<String, Known>, retold: &HashSet<&str>) -> anyhow::Result<()> {
        let known: Vec<&str> = ids.keys().map(String::as_str).collect();
        let retold: Vec<&str> = known.iter().copied().filter(|id| retold.contains(id)).collect();
        for (of, ids) in [("sightings WHERE version = 0 AND", known), ("history WHERE", retold)] {
            if ids.is_empty() {
                continue;
            }
            let mut delete = sqlx::query(AssertSqlSafe(format!("DELETE FROM {of} record IN {}", tuples(1, ids.len()))));
            for id in ids {
                delete = delete.bind(id.to_owned());
            }
            delete.execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    async fn import_histories(&mut self, batch: &[(&Record, u64)]) -> anyhow::Result<()> {
        let rows = batch.iter().flat_map(|(record, _)| record.history.iter().enumerate().map(|line| (&record.id, line)));
        for rows in rows.collect::<Vec<_>>().chunks(ROWS) {
            let sql = format!(
                "INSERT INTO history (record, place, change, at, field, old, new, actor) VALUES {}",
                tuples(rows.len(), 8)
            );
            let mut insert = sqlx::query(AssertSqlSafe(sql));
            for (id, (place, change)) in rows {
                insert = insert
                    .bind((*id).clone())
                    .bind(*place as i64)
                    .bind(change.change as i64)
                    .bind(stamp(change.at))
                    .bind(change.field.clone())
                    .bind(change.old.to_string())
                    .bind(change.new.to_string())
                    .bind(change.by.clone());
            }
            insert.execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// An imported sighting has no finding behind it: version 0.
    async fn import_sightings(&mut self, batch: &[(&Record, u64)], known: &HashMap<String, Known>) -> anyhow::Result<()> {
        let mut seen = self.sightings_of(known).await?;
        let mut rows = Vec::new();
        for (record, _) in batch {
            for sighting in &record.sources {
                if seen.insert((record.id.clone(), sighting.slug.clone(), sighting.url.clone())) {
                    rows.push((&record.id, sighting));
                }
            }
        }
        for rows in rows.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO sightings (finding, source, url, record, version, hash, reasons, first_seen, last_seen, missing)
                 SELECT column1, column2, column3, column4, 0, '', '[]', column5, column6, 0 FROM (VALUES {}) AS imported",
                tuples(rows.len(), 6)
            );
            let mut insert = sqlx::query(AssertSqlSafe(sql));
            for (id, sighting) in rows {
                insert = insert
                    .bind(sources::finding::short_hash(&[id, &sighting.slug, &sighting.url]))
                    .bind(sighting.slug.clone())
                    .bind(sighting.url.clone())
                    .bind((*id).clone())
                    .bind(stamp(sighting.first_seen))
                    .bind(stamp(sighting.last_seen));
            }
            insert.execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// Record, source and address of what these records keep.
    async fn sightings_of(&mut self, ids: &HashMap<String, Known>) -> anyhow::Result<HashSet<(String, String, String)>> {
        if ids.is_empty() {
            return Ok(HashSet::new());
        }
        let sql = format!("SELECT record, source, url FROM sightings WHERE record IN {}", tuples(1, ids.len()));
        let mut asked = sqlx::query(AssertSqlSafe(sql));
        for id in ids.keys() {
            asked = asked.bind(id.clone());
        }
        Ok(asked.fetch_all(&mut *self.tx).await?.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect())
    }
}
