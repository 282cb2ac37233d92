//! Whether mail may leave at all. A restored store does not know what left after its backup was made, so it sends nothing of any kind until
//! a human releases it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::Row as _;

use super::{Store, Write, moment, stamp};

/// All sending is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hold {
    /// Since when.
    pub at: DateTime<Utc>,
    /// `restored`, or `by_hand`.
    pub why: String,
}

impl Hold {
    /// The store was brought back from a backup.
    pub const RESTORED: &str = "restored";
    /// Somebody wants it so: a database that was brought back by its own tools.
    pub const BY_HAND: &str = "by_hand";

    /// What is held and how it ends, for whoever wanted to send.
    pub fn in_words(&self) -> String {
        let cause = if self.why == Self::RESTORED { "the store was restored" } else { "somebody held it" };
        format!(
            "no mail leaves since {}, when {cause}: look at what has left meanwhile, then release it on /staff or with `kolkore release`",
            self.at.format("%Y-%m-%d %H:%M UTC")
        )
    }
}

impl Store {
    /// Why no mail leaves; none where it may.
    pub async fn hold(&self) -> anyhow::Result<Option<Hold>> {
        let row = sqlx::query("SELECT at, why FROM mail_holds WHERE released_at = '' ORDER BY at LIMIT 1")
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok(Hold { at: moment(row.get(0))?, why: row.get(1) })).transpose()
    }

    /// Lets no mail leave until [`Self::release`].
    pub async fn hold_all(&self, why: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        write.put_hold(why).await?;
        self.commit(write).await
    }

    /// Lets mail leave again, because `by` says so. False where nothing was held.
    pub async fn release(&self, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let released = sqlx::query("UPDATE mail_holds SET released_at = $1, released_by = $2 WHERE released_at = ''")
            .bind(stamp(now))
            .bind(by.to_owned())
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        self.commit(write).await?;
        Ok(released > 0)
    }
}

impl Write {
    pub(super) async fn put_hold(&mut self, why: &str) -> anyhow::Result<()> {
        sqlx::query("INSERT INTO mail_holds (at, why) VALUES ($1, $2) ON CONFLICT (at) DO UPDATE SET released_at = ''")
            .bind(self.stamp())
            .bind(why.to_owned())
            .execute(&mut *self.tx)
            .await?;
        Ok(())
    }
}
