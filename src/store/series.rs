//! Finds the records that may be editions of one yearly call. Which of them are is `sources::normalise::series`'s business.

use std::collections::{HashMap, HashSet};

use anyhow::Context as _;
use chrono::NaiveDate;
use sources::Opportunity;
use sources::normalise::series::Edition;
use sqlx::Row as _;

use super::{Store, moment};
use crate::act::Purpose;
use crate::clock::HOME;

/// More records of one name than this are a column of news, not a yearly call.
const MOST_EDITIONS: i64 = 60;

impl Store {
    /// The records that share a record's name at its source, itself included; what staff rejected is left out.
    pub async fn editions(&self, record: &str) -> anyhow::Result<Vec<Edition>> {
        let rows = sqlx::query(
            "SELECT DISTINCT r.id, r.opportunity, r.created_at FROM sightings own
             JOIN likenesses mine ON mine.finding = own.finding AND mine.series <> ''
             JOIN likenesses theirs ON theirs.series = mine.series
             JOIN sightings s ON s.finding = theirs.finding
             JOIN records r ON r.id = s.record AND r.review <> 'rejected'
             WHERE own.record = $1 ORDER BY r.created_at DESC, r.id LIMIT $2",
        )
        .bind(record.to_owned())
        .bind(MOST_EDITIONS)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let id: String = row.get(0);
                let told: Opportunity =
                    serde_json::from_str(row.get(1)).with_context(|| format!("record `{id}` in the store does not read"))?;
                let first_seen: NaiveDate = moment(row.get(2))?.with_timezone(&HOME).date_naive();
                Ok(Edition {
                    opened: told.opens.or(told.published).unwrap_or(first_seen),
                    deadline: told.deadline.stages.last().map(|stage| stage.date),
                    title: told.title,
                    id,
                })
            })
            .collect()
    }

    /// Whether later editions of a record would be known as such.
    pub async fn has_series(&self, record: &str) -> anyhow::Result<bool> {
        let row = sqlx::query(
            "SELECT 1 FROM sightings own JOIN likenesses mine ON mine.finding = own.finding AND mine.series <> ''
             WHERE own.record = $1 LIMIT 1",
        )
        .bind(record.to_owned())
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.is_some())
    }

    /// Of each record of which a contact of a municipality said "not for us", the records of its series.
    pub async fn refused_series(&self, municipality: &str) -> anyhow::Result<HashMap<String, HashSet<String>>> {
        let rows = sqlx::query(
            "SELECT DISTINCT a.record, s.record FROM acts a
             JOIN sightings own ON own.record = a.record
             JOIN likenesses mine ON mine.finding = own.finding AND mine.series <> ''
             JOIN likenesses theirs ON theirs.series = mine.series
             JOIN sightings s ON s.finding = theirs.finding AND s.record IS NOT NULL
             WHERE a.municipality = $1 AND a.act = $2",
        )
        .bind(municipality.to_owned())
        .bind(Purpose::NotForUs.code())
        .fetch_all(&self.pool)
        .await?;
        let mut series: HashMap<String, HashSet<String>> = HashMap::new();
        for row in &rows {
            series.entry(row.get(0)).or_default().insert(row.get(1));
        }
        Ok(series)
    }
}
