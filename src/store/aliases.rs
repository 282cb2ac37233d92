//! Other addresses under which a source's own page was found, so that what it lists keeps its keys when it moves.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::Store;

/// Two addresses of one page, in the form that keys have.
pub type Alias = (String, String);

impl Store {
    /// Where a source's pages were asked for, and where they were found.
    pub async fn aliases(&self, source: &str) -> anyhow::Result<Vec<Alias>> {
        let rows = sqlx::query("SELECT origin, target FROM aliases WHERE source = $1 ORDER BY origin")
            .bind(source.to_owned())
            .fetch_all(&self.pool)
            .await?;
        Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
    }

    /// Notes where a source's page was found; of one address the last counts.
    pub async fn note_alias(&self, source: &str, (origin, target): &Alias, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query(
            "INSERT INTO aliases (source, origin, target) VALUES ($1, $2, $3)
             ON CONFLICT (source, origin) DO UPDATE SET target = excluded.target",
        )
        .bind(source.to_owned())
        .bind(origin.clone())
        .bind(target.clone())
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await
    }
}
