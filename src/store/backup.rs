//! The store in one file, and back. SQLite only: a PostgreSQL database has tools of its own.

use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, Utc};

use super::{Delivery, Hold, Store, stamp};

/// Name of the store's file in the data folder.
pub(super) const FILE: &str = "kolkore.sqlite";

impl Store {
    /// Writes a consistent copy, also while others write.
    pub async fn backup(&self, file: &Path) -> anyhow::Result<()> {
        anyhow::ensure!(self.sqlite, "the store is a PostgreSQL database: use pg_dump");
        anyhow::ensure!(!file.exists(), "{} exists already; name a new file", file.display());
        let path = file.to_str().with_context(|| format!("{} is no text", file.display()))?;
        sqlx::query("VACUUM INTO $1")
            .bind(path.to_owned())
            .execute(&self.pool)
            .await
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(())
    }

    /// Brings a backup into a data folder that has no store.
    pub async fn restore(data: &Path, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
        let target = data.join(FILE);
        anyhow::ensure!(
            !target.exists(),
            "{} exists already; restore into an empty data folder with --data DIR",
            target.display()
        );
        let part = data.join("restore.part");
        std::fs::copy(file, &part).with_context(|| format!("{} cannot be copied into {}", file.display(), data.display()))?;
        std::fs::rename(&part, &target)?;
        let store = Self::open(data, None).await.with_context(|| format!("{} is no backup of kolkore", file.display()))?;
        let sound = store.integrity().await?;
        anyhow::ensure!(sound == "ok", "the backup is damaged: {sound}");
        // What left between backup and now is unknown, also of what was not yet queued then: nothing goes out by itself.
        let mut write = store.write(now).await?;
        let held = sqlx::query(
            "UPDATE deliveries SET state = 'unsure', note = $2, changed_at = $1 WHERE state IN ('queued', 'sending')",
        )
        .bind(stamp(now))
        .bind(Delivery::RESTORED)
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        write.put_hold(Hold::RESTORED).await?;
        store.commit(write).await?;
        store.close().await;
        Ok(held)
    }
}
