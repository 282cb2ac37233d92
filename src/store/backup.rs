//! The store in one file, and back. SQLite only: a PostgreSQL database has tools of its own.

use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Connection as _, Row as _};

use super::{Delivery, Hold, Store, sqlite_url, stamp};

/// Name of the store's file in the data folder.
pub(super) const FILE: &str = "kolkore.sqlite";

/// The folder in which a backup is proved before it becomes the store.
const PART: &str = "restore.part";

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

    /// Brings a backup into a data folder that has no store. It stands there only when it was proved and its mail is held.
    pub async fn restore(data: &Path, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
        let target = data.join(FILE);
        anyhow::ensure!(
            !target.exists(),
            "{} exists already; restore into an empty data folder with --data DIR",
            target.display()
        );
        let part = data.join(PART);
        clear(&part)?;
        std::fs::create_dir(&part).with_context(|| format!("{} cannot be made", part.display()))?;
        let held = match Self::restore_apart(&part, file, now).await {
            Ok(held) => std::fs::rename(part.join(FILE), &target).map(|()| held).map_err(anyhow::Error::from),
            Err(error) => Err(error),
        };
        clear(&part)?;
        held
    }

    /// The same into a folder of its own, where nobody takes it for the store. Closed when it is done, with everything in its one file.
    async fn restore_apart(part: &Path, file: &Path, now: DateTime<Utc>) -> anyhow::Result<u64> {
        std::fs::copy(file, part.join(FILE))
            .with_context(|| format!("{} cannot be copied into {}", file.display(), part.display()))?;
        prove(&part.join(FILE)).await.with_context(|| format!("{} is damaged, or no backup of kolkore", file.display()))?;
        let store = Self::open(part, None).await?;
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

/// Whether a copy is sound and a store of ours. Over one connection: the pool would try a damaged one again for half a minute.
async fn prove(copy: &Path) -> anyhow::Result<()> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&sqlite_url(copy, "rw")?).await?;
    let sound: String = sqlx::query("PRAGMA integrity_check").fetch_one(&mut connection).await?.get(0);
    anyhow::ensure!(sound == "ok", "{sound}");
    sqlx::query("SELECT last FROM sequence WHERE id = 1").fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// Takes away what a restore has left.
fn clear(part: &Path) -> anyhow::Result<()> {
    match std::fs::remove_dir_all(part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be taken away", part.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-25T06:00:00Z".parse().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A store's backup.
    async fn backup(folder: &Path) -> std::path::PathBuf {
        let store = Store::open(folder, None).await.unwrap();
        let file = folder.join("backup.sqlite");
        store.backup(&file).await.unwrap();
        store.close().await;
        file
    }

    #[tokio::test]
    async fn a_restored_store_is_one_file_whose_mail_is_held() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = backup(from.path()).await;
        Store::restore(to.path(), &file, now()).await.unwrap();
        assert_eq!(names(to.path()), [FILE]);
        let store = Store::open(to.path(), None).await.unwrap();
        assert_eq!(store.hold().await.unwrap().map(|hold| hold.why).as_deref(), Some(Hold::RESTORED));
    }

    #[tokio::test]
    async fn what_cannot_be_restored_leaves_nothing_and_the_next_backup_is_taken() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = backup(from.path()).await;
        let whole = std::fs::read(&file).unwrap();
        let bad = from.path().join("bad.sqlite");
        let refused = async |bytes: &[u8]| {
            std::fs::write(&bad, bytes).unwrap();
            let refused = Store::restore(to.path(), &bad, now()).await.unwrap_err().to_string();
            assert!(refused.ends_with("is damaged, or no backup of kolkore") && names(to.path()).is_empty(), "{refused}");
        };
        for of_another_kind in [&b""[..], b"SQLite", b"not a database, but text of some length"] {
            refused(of_another_kind).await;
        }
        let mut damaged = whole.clone();
        damaged[whole.len() - 4096..].fill(0xff);
        refused(&damaged).await;
        for page in damaged.chunks_mut(4096).skip(1) {
            page[..64].fill(0xff);
        }
        refused(&damaged).await;
        Store::restore(to.path(), &file, now()).await.unwrap();
    }

    #[tokio::test]
    async fn the_database_of_another_program_is_no_backup() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let other = Store::connect(from.path(), None, "rwc").await.unwrap();
        sqlx::query("CREATE TABLE songs (name TEXT)").execute(&other.pool).await.unwrap();
        other.close().await;
        let refused = Store::restore(to.path(), &from.path().join(FILE), now()).await.unwrap_err().to_string();
        assert!(refused.ends_with("no backup of kolkore") && names(to.path()).is_empty(), "{refused}");
    }
}
