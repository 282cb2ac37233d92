//! The store: the truth about everything kept. The only room that speaks SQL.
//!
//! One SQL text serves SQLite (embedded, the default) and PostgreSQL. Writers take turns inside the process, and each
//! writing transaction takes its numbers from the one change sequence, so that they become visible in order.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is the room that speaks SQL")]

mod absence;
mod acts;
mod aliases;
mod appointments;
mod attachments;
mod backup;
mod bounces;
mod deliveries;
mod diff;
mod edits;
mod extension;
mod extracts;
mod gone;
mod history;
mod hold;
mod imports;
mod keep;
mod mailboxes;
mod manners;
mod municipalities;
mod offers;
mod openings;
mod pages;
mod pending;
mod proposals;
mod records;
mod renormalise;
mod reservations;
mod reviews;
mod runs;
mod sameness;
mod searches;
mod sending;
mod series;
mod standings;
mod suppressions;
mod told;
mod unfinished;
mod users;
mod waiting;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyPool, Executor as _, Row as _, Transaction};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

pub use absence::MISSING_BEFORE_UNLISTED;
pub use acts::{Act, Sum};
pub use aliases::Alias;
pub use bounces::{Bounce, BounceKind, Noted};
pub use deliveries::{Claim, Delivery, DeliveryState, How, NewDelivery, Told};
pub use edits::{Edited, SetAside};
pub use gone::Gone;
pub use hold::Hold;
pub use imports::ImportCounts;
pub use keep::{Candidate, KeepCounts};
pub use municipalities::Municipality;
pub use offers::{Offer, Reached};
pub use openings::Opening;
pub use pages::KeptRequest;
pub use pending::Pending;
pub use proposals::{Decided, Member, Proposal};
pub(crate) use records::BY_RULES;
pub use records::Tail;
pub use renormalise::{ChangeSet, FieldChange, KeptFinding, RecordChange, Renormalised};
pub use reservations::SeenReservation;
pub use reviews::Reviews;
pub use runs::{Arrival, CrawlRun, Evidence, Outcome, RunCounts};
pub use searches::{HowOften, Saved, SavedSearch, Seen, Watch};
pub use standings::{KnownState, Move};
pub use suppressions::{EVERYWHERE, Suppression, Why};
pub(crate) use told::QUESTION;
pub use unfinished::Unfinished;
pub use users::{Role, User};
pub use waiting::Waiting;

/// Readers beside the one writer; more than this queue up faster than SQLite answers.
const CONNECTIONS: u32 = 8;

/// How long a statement waits for another process's lock before it gives up.
const BUSY_TIMEOUT_MS: u32 = 10_000;

/// zstd level of kept pages and findings: beyond it the time doubles for a few percent.
const COMPRESSION: i32 = 3;

/// The most that a kept page or finding may unpack to: four times the fetcher's own limit.
const MAX_UNPACKED: usize = 64 << 20;

/// A handle on the store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    pool: AnyPool,
    sqlite: bool,
    writer: Arc<Mutex<()>>,
    /// Of the ledger, for the next who gets the writer's turn.
    steps: Arc<sending::Steps>,
    changed: watch::Sender<u64>,
}

/// One writing transaction; the turn ends with it.
struct Write {
    tx: Transaction<'static, Any>,
    now: DateTime<Utc>,
    /// The highest change number that was taken.
    taken: u64,
    _turn: OwnedMutexGuard<()>,
}

impl Store {
    /// Opens the store to write: creates what is missing and brings its tables up to date.
    pub async fn open(data: &Path, database_url: Option<&str>) -> anyhow::Result<Self> {
        let store = Self::connect(data, database_url, "rwc").await?;
        sqlx::migrate!("src/store/migrations").run(&store.pool).await.with_context(|| {
            format!("the store in {} cannot be brought up to date; is it from a newer kolkore?", data.display())
        })?;
        let last = store.last_change().await?;
        store.changed.send_replace(last);
        Ok(store)
    }

    /// Whether a data folder holds a store.
    pub fn is_in(data: &Path) -> anyhow::Result<bool> {
        let file = data.join(backup::FILE);
        file.try_exists().with_context(|| format!("{} cannot be looked at", file.display()))
    }

    /// Opens the store to read: creates and migrates nothing.
    pub async fn open_to_read(data: &Path, database_url: Option<&str>) -> anyhow::Result<Self> {
        anyhow::ensure!(
            database_url.is_some() || Self::is_in(data)?,
            "there is no store in {} yet; run `kolkore crawl`, `kolkore import FILE` or `kolkore serve` first",
            data.display()
        );
        Self::connect(data, database_url, "rw").await
    }

    async fn connect(data: &Path, database_url: Option<&str>, mode: &str) -> anyhow::Result<Self> {
        sqlx::any::install_default_drivers();
        let url = match database_url {
            Some(url) => url.to_owned(),
            None => sqlite_url(&data.join(backup::FILE), mode)?,
        };
        let sqlite = url.starts_with("sqlite:");
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(Duration::from_secs(30))
            // A file does not hang up, and each asking is a way to the connection's thread and back.
            .test_before_acquire(!sqlite)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if sqlite {
                        let pragmas = format!(
                            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {BUSY_TIMEOUT_MS};"
                        );
                        connection.execute(sqlx::AssertSqlSafe(pragmas)).await?;
                    }
                    Ok(())
                })
            })
            .connect(&url)
            .await
            .with_context(|| {
                format!(
                    "the store cannot be opened ({})",
                    if sqlite { data.display().to_string() } else { "database_url".into() }
                )
            })?;
        Ok(Self { pool, sqlite, writer: Arc::default(), steps: Arc::default(), changed: watch::Sender::new(0) })
    }

    /// Waits for the turn and begins to write.
    async fn write(&self, now: DateTime<Utc>) -> anyhow::Result<Write> {
        self.write_in(Arc::clone(&self.writer).lock_owned().await, now).await
    }

    async fn write_in(&self, turn: OwnedMutexGuard<()>, now: DateTime<Utc>) -> anyhow::Result<Write> {
        let begin = if self.sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        let tx = self.pool.begin_with(begin).await.context("the store does not take a transaction")?;
        Ok(Write { tx, now, taken: 0, _turn: turn })
    }

    async fn commit(&self, write: Write) -> anyhow::Result<()> {
        write.tx.commit().await.context("the store could not commit; is the disk full?")?;
        self.changed.send_if_modified(|known| {
            let newer = write.taken > *known;
            *known = write.taken.max(*known);
            newer
        });
        Ok(())
    }

    /// The last number of the change sequence.
    pub async fn last_change(&self) -> anyhow::Result<u64> {
        let last: i64 = sqlx::query("SELECT last FROM sequence WHERE id = 1").fetch_one(&self.pool).await?.get(0);
        Ok(last as u64)
    }

    /// Wakes whenever a higher change number has been committed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// `ok`, or what is broken. SQLite checks itself; PostgreSQL has checksums of its own.
    pub async fn integrity(&self) -> anyhow::Result<String> {
        if !self.sqlite {
            return Ok("ok".into());
        }
        Ok(sqlx::query("PRAGMA integrity_check").fetch_one(&self.pool).await?.get(0))
    }

    /// Waits for what is under way and closes every connection.
    pub async fn close(&self) {
        let _turn = self.writer.lock().await;
        self.pool.close().await;
    }
}

impl Write {
    /// Takes `count` numbers of the change sequence and returns the first.
    async fn take_changes(&mut self, count: usize) -> anyhow::Result<u64> {
        let row = sqlx::query("UPDATE sequence SET last = last + $1 WHERE id = 1 RETURNING last")
            .bind(count as i64)
            .fetch_one(&mut *self.tx)
            .await?;
        self.taken = row.get::<i64, _>(0) as u64;
        Ok(self.taken + 1 - count as u64)
    }

    fn stamp(&self) -> String {
        stamp(self.now)
    }
}

fn sqlite_url(file: &Path, mode: &str) -> anyhow::Result<String> {
    let path = std::path::absolute(file).with_context(|| format!("{} is no path", file.display()))?;
    let mut url = url::Url::from_file_path(&path).map_err(|()| anyhow::anyhow!("{} is no path", path.display()))?;
    url.set_query(Some(&format!("mode={mode}")));
    Ok(url.as_str().replacen("file://", "sqlite://", 1))
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn moment(text: &str) -> anyhow::Result<DateTime<Utc>> {
    Ok(DateTime::parse_from_rfc3339(text).with_context(|| format!("the store holds `{text}` where a time should be"))?.to_utc())
}

/// Rows of one statement, of ten parameters at most: the driver looks each one's name up among all of them, so that a quarter of
/// an import went there with a thousand rows.
const ROWS: usize = 100;

/// `($1, $2), ($3, $4)`: places for so many rows of so many values.
fn tuples(rows: usize, columns: usize) -> String {
    let row = |n: usize| {
        let places: Vec<String> = (1..=columns).map(|column| format!("${}", n * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

fn pack(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    zstd::bulk::compress(bytes, COMPRESSION).context("compression failed")
}

fn unpack(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    // What was packed says how long it is; a letter of 80 kB needs no room for the longest page.
    let told = zstd::zstd_safe::get_frame_content_size(bytes).ok().flatten().and_then(|length| usize::try_from(length).ok());
    let room = told.map_or(MAX_UNPACKED, |length| length.min(MAX_UNPACKED));
    zstd::bulk::decompress(bytes, room).context("a kept page or finding does not unpack; the store is damaged")
}
