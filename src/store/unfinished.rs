//! Visits that had to stop half way and go on later: what they have read already.

use std::collections::BTreeSet;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Store, moment, stamp};

/// A visit that goes on, perhaps over several visits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// When its first part began.
    pub since: DateTime<Utc>,
    /// After this all is asked for anew.
    pub until: DateTime<Utc>,
    /// The row of its last part, which the next takes the place of; none where something went wrong that is to be remembered.
    pub part: Option<i64>,
    /// The requests that were answered, by their keys.
    pub read: BTreeSet<String>,
}

impl Store {
    /// What the last visit of a source left to be gone on with.
    pub async fn unfinished(&self, source: &str) -> anyhow::Result<Option<Unfinished>> {
        let row = sqlx::query("SELECT since, until, part, read FROM unfinished_visits WHERE source = $1")
            .bind(source.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            let read = serde_json::from_str(row.get(3)).context("the store holds an unfinished visit of another version")?;
            let part = Some(row.get(2)).filter(|part| *part != 0);
            Ok(Unfinished { since: moment(row.get(0))?, until: moment(row.get(1))?, part, read })
        })
        .transpose()
    }

    /// Notes what a visit leaves to be gone on with; none: it is finished. All of its parts are one row of visits.
    pub async fn note_unfinished(&self, source: &str, left: Option<&Unfinished>, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query("DELETE FROM runs WHERE id IN (SELECT part FROM unfinished_visits WHERE source = $1)")
            .bind(source.to_owned())
            .execute(&mut *write.tx)
            .await?;
        match left {
            Some(left) => {
                sqlx::query(
                    "INSERT INTO unfinished_visits (source, since, until, part, read) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (source) DO UPDATE SET since = excluded.since, until = excluded.until, part = excluded.part,
                         read = excluded.read",
                )
                .bind(source.to_owned())
                .bind(stamp(left.since))
                .bind(stamp(left.until))
                .bind(left.part.unwrap_or_default())
                .bind(serde_json::to_string(&left.read)?)
                .execute(&mut *write.tx)
                .await?;
            }
            None => {
                sqlx::query("DELETE FROM unfinished_visits WHERE source = $1")
                    .bind(source.to_owned())
                    .execute(&mut *write.tx)
                    .await?;
            }
        }
        self.commit(write).await
    }
}
