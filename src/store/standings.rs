//! How sources stood when they were last looked at, where they have moved to, and what of it staff have been told: so that a change
//! is told once, whatever happens to the process.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::deliveries::NewDelivery;
use super::{Store, Write, moment, stamp};

/// The state that a source was last seen in, and the one that staff know of. States are the codes of `crawl::health::Health`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownState {
    /// Slug.
    pub source: String,
    /// Its state.
    pub state: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// How many changes it has been through.
    pub number: u64,
    /// The state that staff were last told of; what is not worth a mail counts as told.
    pub told: String,
}

/// A source whose own address leads elsewhere for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Move {
    /// Slug.
    #[serde(skip)]
    pub source: String,
    /// Its address as the roadmap gave it.
    #[serde(skip)]
    pub address: String,
    /// The address that was asked for.
    pub from: String,
    /// Where it led.
    pub to: String,
    /// When that was first seen.
    pub since: DateTime<Utc>,
    /// Staff have been told.
    #[serde(skip)]
    pub told: bool,
}

impl Store {
    /// Every source that was ever looked at.
    pub async fn known_states(&self) -> anyhow::Result<Vec<KnownState>> {
        let rows =
            sqlx::query("SELECT source, state, since, number, told FROM standings ORDER BY source").fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(KnownState {
                    source: row.get(0),
                    state: row.get(1),
                    since: moment(row.get(2))?,
                    number: row.get::<i64, _>(3).unsigned_abs(),
                    told: row.get(4),
                })
            })
            .collect()
    }

    /// Where sources have moved to.
    pub async fn moves(&self) -> anyhow::Result<Vec<Move>> {
        let rows = sqlx::query("SELECT source, address, origin, target, since, told FROM moves ORDER BY source")
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(moved).collect()
    }

    /// Writes what a look at the sources has shown, in one transaction: states that are new or have changed, sources that have moved
    /// (again), and those that have not.
    pub async fn note_standings(
        &self,
        states: &[KnownState],
        moved: &[Move],
        stayed: &[String],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        if states.is_empty() && moved.is_empty() && stayed.is_empty() {
            return Ok(());
        }
        let mut write = self.write(now).await?;
        for known in states {
            write.put_state(known).await?;
        }
        for moved in moved {
            sqlx::query(
                "INSERT INTO moves (source, address, origin, target, since, told) VALUES ($1, $2, $3, $4, $5, 0)
                 ON CONFLICT (source) DO UPDATE SET address = excluded.address, origin = excluded.origin, target = excluded.target,
                 since = excluded.since, told = 0",
            )
            .bind(moved.source.clone())
            .bind(moved.address.clone())
            .bind(moved.from.clone())
            .bind(moved.to.clone())
            .bind(stamp(moved.since))
            .execute(&mut *write.tx)
            .await?;
        }
        for source in stayed {
            sqlx::query("DELETE FROM moves WHERE source = $1").bind(source.clone()).execute(&mut *write.tx).await?;
        }
        self.commit(write).await
    }

    /// Freezes mails about changes in the ledger and notes in the same transaction that staff have been told: no change is told twice,
    /// and none is forgotten.
    pub async fn queue_notices(
        &self,
        mails: &[NewDelivery],
        states: &[KnownState],
        moved: &[String],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        for mail in mails {
            write.put_delivery(mail).await?;
        }
        for known in states {
            sqlx::query("UPDATE standings SET told = $1 WHERE source = $2")
                .bind(known.state.clone())
                .bind(known.source.clone())
                .execute(&mut *write.tx)
                .await?;
        }
        for source in moved {
            sqlx::query("UPDATE moves SET told = 1 WHERE source = $1").bind(source.clone()).execute(&mut *write.tx).await?;
        }
        self.commit(write).await
    }
}

impl Write {
    async fn put_state(&mut self, known: &KnownState) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO standings (source, state, since, number, told) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (source) DO UPDATE SET state = excluded.state, since = excluded.since, number = excluded.number, told = excluded.told",
        )
        .bind(known.source.clone())
        .bind(known.state.clone())
        .bind(stamp(known.since))
        .bind(known.number as i64)
        .bind(known.told.clone())
        .execute(&mut *self.tx)
        .await?;
        Ok(())
    }
}

fn moved(row: &AnyRow) -> anyhow::Result<Move> {
    Ok(Move {
        source: row.get(0),
        address: row.get(1),
        from: row.get(2),
        to: row.get(3),
        since: moment(row.get(4))?,
        told: row.get::<i64, _>(5) == 1,
    })
}
