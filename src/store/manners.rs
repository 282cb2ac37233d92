//! What hosts have told, for the next process: until when to leave them alone, and what their robots.txt says.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sources::fetch::{Hold, KeptRules, LONGEST_BACK_OFF, Memory};
use sqlx::Row as _;

use super::{Store, moment, stamp};

impl Store {
    /// Keeps what hosts have told, and forgets what is over.
    pub async fn keep_manners(&self, told: &Memory, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        for hold in &told.holds {
            sqlx::query(
                "INSERT INTO holds (host, until, because, refusals) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (host) DO UPDATE SET until = excluded.until, because = excluded.because, refusals = excluded.refusals",
            )
            .bind(hold.host.clone())
            .bind(stamp(hold.until))
            .bind(serde_json::to_string(&hold.because)?)
            .bind(i64::from(hold.refusals))
            .execute(&mut *write.tx)
            .await?;
        }
        for rules in &told.rules {
            sqlx::query(
                "INSERT INTO robots (origin, until, rules) VALUES ($1, $2, $3)
                 ON CONFLICT (origin) DO UPDATE SET until = excluded.until, rules = excluded.rules",
            )
            .bind(rules.origin.clone())
            .bind(stamp(rules.until))
            .bind(rules.written.clone())
            .execute(&mut *write.tx)
            .await?;
        }
        sqlx::query("DELETE FROM holds WHERE until <= $1 AND (refusals = 0 OR until <= $2)")
            .bind(stamp(now))
            .bind(stamp(now - LONGEST_BACK_OFF))
            .execute(&mut *write.tx)
            .await?;
        sqlx::query("DELETE FROM robots WHERE until <= $1").bind(stamp(now)).execute(&mut *write.tx).await?;
        self.commit(write).await
    }

    /// What hosts have told, as far as it still holds.
    pub async fn manners(&self, now: DateTime<Utc>) -> anyhow::Result<Memory> {
        let rows =
            sqlx::query("SELECT host, until, because, refusals FROM holds WHERE until > $1 OR refusals > 0 AND until > $2")
                .bind(stamp(now))
                .bind(stamp(now - LONGEST_BACK_OFF))
                .fetch_all(&self.pool)
                .await?;
        let holds = rows.iter().map(|row| {
            let because = serde_json::from_str(row.get(2)).context("the store holds a host for a reason of another version")?;
            let refusals = u32::try_from(row.get::<i64, _>(3)).context("the store counts refusals below nought")?;
            Ok(Hold { host: row.get(0), until: moment(row.get(1))?, because, refusals })
        });
        let holds = holds.collect::<anyhow::Result<_>>()?;
        let rows = sqlx::query("SELECT origin, until, rules FROM robots WHERE until > $1")
            .bind(stamp(now))
            .fetch_all(&self.pool)
            .await?;
        let rules = rows.iter().map(|row| Ok(KeptRules { origin: row.get(0), until: moment(row.get(1))?, written: row.get(2) }));
        Ok(Memory { holds, rules: rules.collect::<anyhow::Result<_>>()? })
    }
}
