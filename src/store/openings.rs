//! What the office itself says in a week's letter.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Store, stamp};

/// The office's own part of a week's letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Words for the Hebrew letters; may be empty.
    pub he: String,
    /// Words for the others; empty: those letters have none.
    pub en: String,
    /// Id of the record that everyone is shown; may be empty.
    pub record: String,
}

impl Store {
    /// What is said in the letters of a week; empty where nobody has said anything.
    pub async fn opening(&self, week: &str) -> anyhow::Result<Opening> {
        let row = sqlx::query("SELECT he, en, record FROM openings WHERE week = $1")
            .bind(week.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|row| Opening { he: row.get(0), en: row.get(1), record: row.get(2) }).unwrap_or_default())
    }

    /// Says it; letters that are frozen already keep what they have.
    pub async fn set_opening(&self, week: &str, opening: &Opening, by: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query(
            "INSERT INTO openings (week, he, en, record, said_by, at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (week) DO UPDATE SET he = excluded.he, en = excluded.en, record = excluded.record,
               said_by = excluded.said_by, at = excluded.at",
        )
        .bind(week.to_owned())
        .bind(opening.he.clone())
        .bind(opening.en.clone())
        .bind(opening.record.clone())
        .bind(by.to_owned())
        .bind(stamp(now))
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await
    }
}
