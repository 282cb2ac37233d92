//! The ledger of messages: `queued → sending → sent / failed / unsure`, or `held` before it leaves and `dropped` by a human.
//!
//! The order is the point. A message is frozen before it is claimed, claimed before it is handed to the relay, and its items
//! count as told only together with the relay's acceptance. What was `sending` when a process ended is `unsure`: it may or may
//! not have gone out, so it is never re-sent by itself.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sources::opportunity::Kind;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use super::{Store, Write, moment, pack, stamp, unpack};
use crate::act::handle;

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Frozen, waiting.
    Queued,
    /// Handed to the relay, no answer yet.
    Sending,
    /// Accepted.
    Sent,
    /// Refused for good.
    Failed,
    /// Nobody knows whether it was accepted: a human decides.
    Unsure,
    /// It did not leave, for it would have come too late: a human decides.
    Held,
    /// A human decided that it does not leave.
    Dropped,
}

/// A message to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDelivery {
    /// Unique for what it is: the same digest for the same contact has the same id.
    pub id: String,
    /// Slug.
    pub municipality: String,
    /// Label of the week.
    pub week: String,
    /// Mailbox.
    pub contact: String,
    /// Deterministic.
    pub message_id: String,
    /// As in the message.
    pub subject: String,
    /// The whole message, RFC 5322.
    pub message: Vec<u8>,
    /// What it tells.
    pub items: Vec<Told>,
    /// After this moment it is held for a human.
    pub not_after: DateTime<Utc>,
}

/// A record as a municipality was told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Id of the record.
    pub record: String,
    /// Of what was told. Empty where the message offers it to one contact, so that the municipality as a whole is not yet told.
    pub fingerprint: String,
    /// The record's number in the change sequence at that time; 0 in letters that were frozen before it was written down.
    #[serde(default)]
    pub change: u64,
    /// What it was offered as. None where it is told without being offered: too late, or another source's record of the same call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Kind>,
    /// As what it is told.
    #[serde(default)]
    pub how: How,
    /// When the message was accepted; none where that was not written down.
    #[serde(skip)]
    pub at: Option<DateTime<Utc>>,
}

/// As what a letter tells a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Too late to begin with: it is no offer, and none later.
    Late,
    /// As news, as an update, or by the office.
    #[default]
    Offered,
    /// As closing soon, which is said once.
    Closing,
    /// As what can no longer be had.
    Ended,
}

impl How {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Offered => "offered",
            Self::Closing => "closing",
            Self::Ended => "ended",
        }
    }
}

/// A row of the ledger, without the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// See [`NewDelivery::id`].
    pub id: String,
    /// Slug.
    pub municipality: String,
    /// Label of the week.
    pub week: String,
    /// Deterministic.
    pub message_id: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// As in the message.
    pub subject: String,
    /// After this moment it is held for a human.
    pub not_after: DateTime<Utc>,
    /// When the state last changed.
    pub changed_at: DateTime<Utc>,
    /// The relay's words, or why it is held.
    pub note: String,
    /// Mailbox; never in logs or answers.
    #[serde(skip)]
    pub contact: String,
}

impl Delivery {
    /// The note of what was waiting when its store was brought back from a backup.
    pub const RESTORED: &str = "held after a restore";
    /// The note of what was made after the day on which it should have left.
    pub const MISSED: &str = "its day passed while nothing could leave";
    /// The note of what was being sent when the program ended.
    pub const ENDED: &str = "the program ended while the relay had it; it may or may not have been accepted";
}

/// A message that is ours to send now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its row.
    pub delivery: Delivery,
    /// The whole message, as frozen.
    pub message: Vec<u8>,
}

/// A message that a relay has accepted, and what it tells.
pub(super) struct Left {
    pub(super) delivery: String,
    pub(super) municipality: String,
    pub(super) message_id: String,
    pub(super) items: Vec<Told>,
}

pub(super) const COLUMNS: &str = "id, municipality, week, message_id, state, subject, not_after, changed_at, note, contact";

impl Store {
    /// Freezes messages; one whose id is known stays as it is. Returns how many are new.
    pub async fn queue(&self, deliveries: &[NewDelivery], now: DateTime<Utc>) -> anyhow::Result<u64> {
        let mut write = self.write(now).await?;
        let mut new = 0;
        for delivery in deliveries {
            new += write.put_delivery(delivery).await?;
        }
        self.commit(write).await?;
        Ok(new)
    }

    /// Freezes letters that wait for a human from the start, for their day has passed, and the mails that tell staff of it, at once.
    pub async fn queue_as_held(&self, letters: &[NewDelivery], mails: &[NewDelivery], now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        for letter in letters {
            if write.put_delivery(letter).await? > 0 {
                write.set_state(&letter.id, DeliveryState::Held, Delivery::MISSED).await?;
            }
        }
        for mail in mails {
            write.put_delivery(mail).await?;
        }
        self.commit(write).await
    }

    /// One row of the ledger.
    pub async fn delivery(&self, id: &str) -> anyhow::Result<Option<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE id = $1");
        let row = sqlx::query(AssertSqlSafe(sql)).bind(id.to_owned()).fetch_optional(&self.pool).await?;
        row.as_ref().map(delivery).transpose()
    }

    /// The row that a return path names.
    pub async fn delivery_of_handle(&self, handle: &str) -> anyhow::Result<Option<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE handle = $1");
        let row = sqlx::query(AssertSqlSafe(sql)).bind(handle.to_owned()).fetch_optional(&self.pool).await?;
        row.as_ref().map(delivery).transpose()
    }

    /// A message as frozen.
    pub async fn delivered_message(&self, id: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let row = sqlx::query("SELECT message FROM messages WHERE delivery = $1")
            .bind(id.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| unpack(&row.get::<Vec<u8>, _>(0))).transpose()
    }

    /// Queues a failed, unsure or held message again, because a human says so; held again after `not_after`. False if it is none of these.
    /// Its content and its Message-ID stay: a second copy folds into the first.
    pub async fn requeue(&self, id: &str, not_after: DateTime<Utc>, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let done = sqlx::query(
            "UPDATE deliveries SET state = 'queued', note = '', not_after = $1, changed_at = $2
             WHERE id = $3 AND state IN ('failed', 'unsure', 'held')",
        )
        .bind(stamp(not_after))
        .bind(stamp(now))
        .bind(id.to_owned())
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(done == 1)
    }

    /// Queues everything again that is held, because a human says so. Returns how many.
    pub async fn requeue_held(&self, not_after: DateTime<Utc>, now: DateTime<Utc>) -> anyhow::Result<u64> {
        let mut write = self.write(now).await?;
        let done = sqlx::query(
            "UPDATE deliveries SET state = 'queued', note = '', not_after = $1, changed_at = $2 WHERE state = 'held'",
        )
        .bind(stamp(not_after))
        .bind(stamp(now))
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(done)
    }

    /// Keeps a message that waits for a human from ever leaving, or with no `id` all that are held, because `by` says so: what it tells is told
    /// by the next letter. Returns how many.
    pub async fn drop_delivery(&self, id: Option<&str>, by: &str, now: DateTime<Utc>) -> anyhow::Result<u64> {
        let mut write = self.write(now).await?;
        let done = sqlx::query(
            "UPDATE deliveries SET state = 'dropped', note = $1, changed_at = $2
             WHERE (id = $3 AND state IN ('failed', 'unsure', 'held')) OR ($3 = '' AND state = 'held')",
        )
        .bind(by.to_owned())
        .bind(stamp(now))
        .bind(id.unwrap_or_default().to_owned())
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(done)
    }

    /// The messages that wait for a human, newest first, at most `limit`.
    pub async fn held_deliveries(&self, limit: usize) -> anyhow::Result<Vec<Delivery>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM deliveries WHERE state IN ('failed', 'unsure', 'held') ORDER BY changed_at DESC, id LIMIT $1"
        );
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(limit as i64).fetch_all(&self.pool).await?;
        rows.iter().map(delivery).collect()
    }

    /// The messages that have not left and still try to, the oldest first, at most `limit`.
    pub async fn queued_deliveries(&self, limit: usize) -> anyhow::Result<Vec<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE state = 'queued' ORDER BY changed_at, id LIMIT $1");
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(limit as i64).fetch_all(&self.pool).await?;
        rows.iter().map(delivery).collect()
    }

    /// Whether a message to this reader waits to leave.
    pub async fn has_queued(&self, municipality: &str) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM deliveries WHERE municipality = $1 AND state = 'queued' LIMIT 1")
            .bind(municipality.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// How many messages are in each state.
    pub async fn count_deliveries(&self) -> anyhow::Result<Vec<(String, u64)>> {
        let rows =
            sqlx::query("SELECT state, COUNT(*) FROM deliveries GROUP BY state ORDER BY state").fetch_all(&self.pool).await?;
        Ok(rows.iter().map(|row| (row.get(0), row.get::<i64, _>(1) as u64)).collect())
    }

    /// The ledger's rows of a week (or all), in order of id.
    pub async fn deliveries(&self, week: Option<&str>) -> anyhow::Result<Vec<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE $1 = '' OR week = $1 ORDER BY id");
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(week.unwrap_or_default().to_owned()).fetch_all(&self.pool).await?;
        rows.iter().map(delivery).collect()
    }

    /// The messages that no relay has answered for, waiting or under way, in order of id.
    pub async fn unsettled_deliveries(&self) -> anyhow::Result<Vec<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE state IN ('queued', 'sending') ORDER BY id");
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&self.pool).await?;
        rows.iter().map(delivery).collect()
    }

    /// A municipality's letters, the latest first, at most `limit`.
    pub async fn deliveries_of(&self, municipality: &str, limit: usize) -> anyhow::Result<Vec<Delivery>> {
        let sql = format!("SELECT {COLUMNS} FROM deliveries WHERE municipality = $1 ORDER BY changed_at DESC, id LIMIT $2");
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(municipality.to_owned()).bind(limit as i64);
        rows.fetch_all(&self.pool).await?.iter().map(delivery).collect()
    }

    /// Ids of a municipality's letters that begin with `what` and did not fail.
    pub async fn noticed(&self, municipality: &str, what: &str) -> anyhow::Result<HashSet<String>> {
        let rows = sqlx::query(
            "SELECT id FROM deliveries WHERE municipality = $1 AND id LIKE $2 AND state NOT IN ('failed', 'dropped')",
        )
        .bind(municipality.to_owned())
        .bind(format!("{what}.%"))
        .fetch_all(&self.pool)
        .await?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }
}

impl Write {
    /// Freezes a message unless its id is known; returns how many rows that made.
    pub(super) async fn put_delivery(&mut self, delivery: &NewDelivery) -> anyhow::Result<u64> {
        let done = sqlx::query(
            "INSERT INTO deliveries (id, municipality, week, contact, message_id, state, subject, items, not_after, changed_at, note, handle)
             VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9, '', $10) ON CONFLICT (id) DO NOTHING",
        )
        .bind(delivery.id.clone())
        .bind(delivery.municipality.clone())
        .bind(delivery.week.clone())
        .bind(delivery.contact.clone())
        .bind(delivery.message_id.clone())
        .bind(delivery.subject.clone())
        .bind(serde_json::to_string(&delivery.items)?)
        .bind(stamp(delivery.not_after))
        .bind(self.stamp())
        .bind(handle(&delivery.id))
        .execute(&mut *self.tx)
        .await?
        .rows_affected();
        if done > 0 {
            let put = sqlx::query("INSERT INTO messages (delivery, message) VALUES ($1, $2)").bind(delivery.id.clone());
            put.bind(pack(&delivery.message)?).execute(&mut *self.tx).await?;
        }
        Ok(done)
    }

    /// Says where a message stands; returns whom it is for, what it tells and its Message-ID, where there is such a message.
    pub(super) async fn set_state(&mut self, id: &str, state: DeliveryState, note: &str) -> anyhow::Result<Option<AnyRow>> {
        let code = serde_json::to_value(state)?;
        let set = sqlx::query(
            "UPDATE deliveries SET state = $1, note = $2, changed_at = $3 WHERE id = $4 RETURNING municipality, items, message_id",
        );
        let set = set.bind(code.as_str().unwrap_or_default().to_owned()).bind(note.to_owned());
        Ok(set.bind(self.stamp()).bind(id.to_owned()).fetch_optional(&mut *self.tx).await?)
    }
}

pub(super) fn delivery(row: &AnyRow) -> anyhow::Result<Delivery> {
    Ok(Delivery {
        id: row.get(0),
        municipality: row.get(1),
        week: row.get(2),
        message_id: row.get(3),
        state: serde_json::from_value(Value::from(row.get::<&str, _>(4)))
            .context("the ledger holds a state of another version")?,
        subject: row.get(5),
        not_after: moment(row.get(6))?,
        changed_at: moment(row.get(7))?,
        note: row.get(8),
        contact: row.get(9),
    })
}
