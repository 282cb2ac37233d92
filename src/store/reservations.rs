//! What sites declare of text and data mining: by source, with the day; and the file of each origin, with when it was asked for.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sources::fetch::tdm::Reservation;
use sqlx::Row as _;

use super::{Store, moment, pack, stamp, unpack};

/// A declaration, and when it was last seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct SeenReservation {
    /// What was declared.
    #[serde(flatten)]
    pub said: Reservation,
    /// When it was last seen.
    pub seen_at: DateTime<Utc>,
}

impl Store {
    /// Notes what a source declares now; none: nothing.
    pub async fn note_reservation(&self, source: &str, said: Option<&Reservation>, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        match said {
            Some(said) => {
                sqlx::query(
                    "INSERT INTO reservations (source, said, seen_at) VALUES ($1, $2, $3)
                     ON CONFLICT (source) DO UPDATE SET said = excluded.said, seen_at = excluded.seen_at",
                )
                .bind(source.to_owned())
                .bind(serde_json::to_string(said)?)
                .bind(stamp(now))
                .execute(&mut *write.tx)
                .await?;
            }
            None => {
                sqlx::query("DELETE FROM reservations WHERE source = $1").bind(source.to_owned()).execute(&mut *write.tx).await?;
            }
        }
        self.commit(write).await
    }

    /// What a source declared when it was last seen to.
    pub async fn reservation(&self, source: &str) -> anyhow::Result<Option<SeenReservation>> {
        let row = sqlx::query("SELECT said, seen_at FROM reservations WHERE source = $1")
            .bind(source.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| Ok(SeenReservation { said: serde_json::from_str(row.get(0))?, seen_at: moment(row.get(1))? })).transpose()
    }

    /// Whether the file of an origin is ours to ask for now: nobody has since `before`. Of several that ask at once one is let.
    pub async fn claim_reservation_file(&self, origin: &str, before: DateTime<Utc>, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let claimed = sqlx::query(
            "INSERT INTO reservation_files (origin, asked_at, body) VALUES ($1, $2, $3)
             ON CONFLICT (origin) DO UPDATE SET asked_at = excluded.asked_at
             WHERE reservation_files.asked_at <= $4",
        )
        .bind(origin.to_owned())
        .bind(stamp(now))
        .bind(pack(b"")?)
        .bind(stamp(before))
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(claimed == 1)
    }

    /// Keeps the file of an origin.
    pub async fn keep_reservation_file(&self, origin: &str, body: &[u8], now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query("UPDATE reservation_files SET body = $1 WHERE origin = $2")
            .bind(pack(body)?)
            .bind(origin.to_owned())
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await
    }

    /// The file of an origin as it was last kept; empty: there was none.
    pub async fn reservation_file(&self, origin: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let row = sqlx::query("SELECT body FROM reservation_files WHERE origin = $1")
            .bind(origin.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| unpack(&row.get::<Vec<u8>, _>(0))).transpose()
    }
}
