//! What was told: by letters that left, and by those that still may.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::Context as _;
use serde_json::Value;
use sources::Opportunity;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use super::deliveries::{How, Left, Told};
use super::extension::Moved;
use super::{ROWS, Store, Write, moment, tuples};
use crate::mail::mailbox_key;
use crate::record::fingerprint;

/// The fingerprints that only say that a municipality was asked what became of a call begin so; no hash does.
pub(crate) const QUESTION: &str = "asked-";

impl Store {
    /// What a municipality has been told.
    pub async fn told(&self, municipality: &str) -> anyhow::Result<Vec<Told>> {
        let rows = sqlx::query("SELECT record, fingerprint, change, how, at FROM told WHERE municipality = $1")
            .bind(municipality.to_owned())
            .fetch_all(&self.pool)
            .await?;
        let told = |row: &AnyRow| {
            let at: &str = row.get(4);
            Ok(Told {
                record: row.get(0),
                fingerprint: row.get(1),
                change: row.get::<i64, _>(2) as u64,
                offer: None,
                how: serde_json::from_value(Value::from(row.get::<&str, _>(3)))
                    .context("the store holds a way of telling of another version")?,
                at: if at.is_empty() { None } else { Some(moment(at)?) },
            })
        };
        rows.iter().map(told).collect()
    }

    /// What messages of other weeks than `week` tell that have not left, and may still: whoever releases one of them tells it then.
    pub async fn told_by_waiting(&self, municipality: &str, week: &str) -> anyhow::Result<Vec<Told>> {
        let rows = sqlx::query(
            "SELECT items FROM deliveries WHERE municipality = $1 AND week <> $2 AND state IN ('queued', 'sending', 'unsure', 'held')",
        )
        .bind(municipality.to_owned())
        .bind(week.to_owned())
        .fetch_all(&self.pool)
        .await?;
        let mut told: Vec<Told> = Vec::new();
        for row in rows {
            told.extend(serde_json::from_str::<Vec<Told>>(row.get(0))?);
        }
        Ok(told)
    }

    /// The records that each municipality, or only this one, was told of as something to be had.
    pub async fn offered_to_each(&self, only: Option<&str>) -> anyhow::Result<HashMap<String, HashSet<String>>> {
        let rows = sqlx::query(
            "SELECT municipality, record FROM told WHERE how <> 'late' AND ($1 = '' OR municipality = $1)
             UNION SELECT municipality, record FROM offers WHERE $1 = '' OR municipality = $1",
        )
        .bind(only.unwrap_or_default().to_owned())
        .fetch_all(&self.pool)
        .await?;
        let mut offered: HashMap<String, HashSet<String>> = HashMap::new();
        for row in rows {
            offered.entry(row.get(0)).or_default().insert(row.get(1));
        }
        Ok(offered)
    }

    /// The records that the letters which left told each mailbox of a municipality, by its key, as something to be had.
    pub async fn told_by_mailbox(&self, municipality: &str) -> anyhow::Result<HashMap<String, HashSet<String>>> {
        let rows = sqlx::query("SELECT contact, items FROM deliveries WHERE municipality = $1 AND state = 'sent'")
            .bind(municipality.to_owned())
            .fetch_all(&self.pool)
            .await?;
        let mut told: HashMap<String, HashSet<String>> = HashMap::new();
        for row in rows {
            let items: Vec<Told> = serde_json::from_str(row.get(1))?;
            let offered = items.into_iter().filter(|told| told.how != How::Late).map(|told| told.record);
            told.entry(mailbox_key(row.get(0))).or_default().extend(offered);
        }
        Ok(told)
    }
}

impl Write {
    /// Notes what messages told. What a municipality was told as closing stays so: that is said once.
    pub(super) async fn put_told(&mut self, left: &[Left]) -> anyhow::Result<()> {
        // PostgreSQL writes no row twice in one statement.
        let mut each: BTreeMap<(&str, &str, &str), (&str, u64, How)> = BTreeMap::new();
        for left in left {
            for told in left.items.iter().filter(|told| !told.fingerprint.is_empty()) {
                let entry = each.entry((&left.municipality, &told.record, &told.fingerprint)).or_insert((
                    &left.delivery,
                    told.change,
                    told.how,
                ));
                entry.1 = told.change;
                entry.2 = if entry.2 == How::Closing { How::Closing } else { told.how };
            }
        }
        let each: Vec<_> = each.into_iter().collect();
        for rows in each.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO told (municipality, record, fingerprint, delivery, change, how, at) VALUES {}
                 ON CONFLICT (municipality, record, fingerprint) DO UPDATE SET change = excluded.change, at = excluded.at,
                   how = CASE WHEN told.how = 'closing' THEN told.how ELSE excluded.how END",
                tuples(rows.len(), 7)
            );
            let mut insert = sqlx::query(AssertSqlSafe(sql));
            for ((municipality, record, fingerprint), (delivery, change, how)) in rows {
                insert = insert
                    .bind((*municipality).to_owned())
                    .bind((*record).to_owned())
                    .bind((*fingerprint).to_owned())
                    .bind((*delivery).to_owned())
                    .bind(*change as i64)
                    .bind(how.code())
                    .bind(self.stamp());
            }
            insert.execute(&mut *self.tx).await?;
        }
        Ok(())
    }

    /// What was told of one record counts for the other, for they are the same call. Whoever was told of both has the last word on the other
    /// already, and the copies stand beside it. Whoever was told of the one alone, as it is now, was told the other as it is now, unless that
    /// has dates of its own: nobody is told a change that is none but that of the source. Where the one has moved the other's day, whoever was
    /// told of both as of two calls hears of the move.
    pub(super) async fn hand_over_told(&mut self, own: &str, record: &str, moved: Option<Moved>) -> anyhow::Result<()> {
        let (old, new) = (self.opportunity(own).await?, self.opportunity(record).await?);
        let days = |opportunity: &Opportunity| opportunity.deadline.stages.iter().map(|stage| stage.date).collect::<Vec<_>>();
        let is_moved = !days(&new).is_empty() && days(&new) != days(&old);
        let was = fingerprint(&old, self.now);
        let is = if is_moved { was.clone() } else { fingerprint(&new, self.now) };
        // The latest first: where two of them become one, it is the one that stays.
        sqlx::query(
            "INSERT INTO told (municipality, record, fingerprint, delivery, change, how, at)
             SELECT o.municipality, $2, CASE WHEN o.fingerprint = $3 AND k.change IS NULL THEN $4 ELSE o.fingerprint END, o.delivery,
               COALESCE(k.change, o.change), o.how, o.at
             FROM told o LEFT JOIN (SELECT municipality, MAX(change) AS change FROM told
               WHERE record = $2 AND fingerprint NOT LIKE $5 GROUP BY municipality) k ON k.municipality = o.municipality
             WHERE o.record = $1 AND (k.change IS NULL OR $6 = 0) ORDER BY o.change DESC ON CONFLICT DO NOTHING",
        )
        .bind(own.to_owned())
        .bind(record.to_owned())
        .bind(was)
        .bind(is)
        .bind(format!("{QUESTION}%"))
        .bind(i64::from(moved == Some(Moved::ByFinding)))
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }

    async fn opportunity(&mut self, record: &str) -> anyhow::Result<Opportunity> {
        let members = self.members(record).await?.with_context(|| format!("there is no record `{record}`"))?;
        Ok(serde_json::from_value(Value::Object(members))?)
    }
}
