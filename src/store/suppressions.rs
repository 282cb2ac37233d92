//! Mailboxes that get no more letters: their owner ended them, complained, or nobody is there.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::Row as _;

use super::{Store, Write, moment, stamp};
use crate::mail::mailbox_key;

/// In the place of a municipality: no letter of any.
pub const EVERYWHERE: &str = "(all)";

/// Why a mailbox gets no more letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its owner ended them.
    Unsubscribed,
    /// Its owner, or who runs it, called one unwanted (RFC 5965).
    Complained,
    /// They came back for good.
    Bounced,
    /// They came back week after week, though each said that another time they might arrive.
    KeptBouncing,
}

/// One mailbox that gets no more letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Slug, or [`EVERYWHERE`].
    pub municipality: String,
    /// Mailbox; never in logs.
    pub contact: String,
    /// Why.
    pub why: Why,
    /// Since when.
    pub at: DateTime<Utc>,
}

impl Why {
    /// As stored, and as in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::Complained => "complained",
            Self::Bounced => "bounced",
            Self::KeptBouncing => "kept_bouncing",
        }
    }

    fn of(code: &str) -> anyhow::Result<Self> {
        let all = [Self::Unsubscribed, Self::Complained, Self::Bounced, Self::KeptBouncing];
        all.into_iter()
            .find(|why| why.code() == code)
            .ok_or_else(|| anyhow::anyhow!("the store holds the reason `{code}` of another version"))
    }
}

impl Store {
    /// Sends no more letters of a municipality to a mailbox. False if it got none already.
    pub async fn suppress(&self, municipality: &str, contact: &str, why: Why, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let new = write.put_suppression(municipality, contact, why).await?;
        self.commit(write).await?;
        Ok(new)
    }

    /// Sends letters to a mailbox again. False if it was not suppressed. Where it was for all municipalities, what came back before counts
    /// no more: only staff can say so, for no link of a letter reaches that row.
    pub async fn unsuppress(&self, municipality: &str, contact: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let done = sqlx::query("DELETE FROM suppressed WHERE municipality = $1 AND contact IN ($2, $3)")
            .bind(municipality.to_owned())
            .bind(mailbox_key(contact))
            .bind(as_written(contact))
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        if municipality == EVERYWHERE {
            sqlx::query("UPDATE bounces SET cleared = 1 WHERE contact = $1")
                .bind(mailbox_key(contact))
                .execute(&mut *write.tx)
                .await?;
        }
        self.commit(write).await?;
        Ok(done > 0)
    }

    /// Its owner ends the letters to a mailbox, whichever municipality they are for. Where all of them have ended already for another reason,
    /// the owner's word stays beside it: when staff lift that one, the letters of this municipality stay ended.
    pub async fn end_letters(&self, municipality: &str, contact: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        let is_new = write.put_suppression(EVERYWHERE, contact, Why::Unsubscribed).await?;
        if !is_new && !write.is_ended_by_owner(contact).await? {
            write.put_suppression(municipality, contact, Why::Unsubscribed).await?;
        }
        self.commit(write).await
    }

    /// Its owner takes the letters up again; what ended them for another reason stays.
    pub async fn resume_letters(&self, municipality: &str, contact: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query(
            "DELETE FROM suppressed WHERE contact IN ($3, $4) AND (municipality = $1 OR municipality = $2 AND reason = 'unsubscribed')",
        )
        .bind(municipality.to_owned())
        .bind(EVERYWHERE)
        .bind(mailbox_key(contact))
        .bind(as_written(contact))
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await
    }

    /// Why a mailbox gets no letter of a municipality; none if it does. A reason that its owner cannot take back comes first.
    pub async fn why_suppressed(&self, municipality: &str, contact: &str) -> anyhow::Result<Option<Why>> {
        let rows =
            sqlx::query("SELECT reason FROM suppressed WHERE municipality IN ($1, $2) AND contact IN ($3, $4) ORDER BY reason")
                .bind(municipality.to_owned())
                .bind(EVERYWHERE)
                .bind(mailbox_key(contact))
                .bind(as_written(contact))
                .fetch_all(&self.pool)
                .await?;
        let all: Vec<Why> = rows.iter().map(|row| Why::of(row.get(0))).collect::<anyhow::Result<_>>()?;
        Ok(all.iter().find(|why| **why != Why::Unsubscribed).or(all.first()).copied())
    }

    /// Whether a mailbox gets no letter of a municipality.
    pub async fn is_suppressed(&self, municipality: &str, contact: &str) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM suppressed WHERE municipality IN ($1, $2) AND contact IN ($3, $4) LIMIT 1")
            .bind(municipality.to_owned())
            .bind(EVERYWHERE)
            .bind(mailbox_key(contact))
            .bind(as_written(contact))
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// Every mailbox that gets no more letters, the latest first.
    pub async fn suppressions(&self) -> anyhow::Result<Vec<Suppression>> {
        let rows =
            sqlx::query("SELECT municipality, contact, reason, at FROM suppressed ORDER BY at DESC, contact, municipality")
                .fetch_all(&self.pool)
                .await?;
        rows.iter()
            .map(|row| {
                Ok(Suppression {
                    municipality: row.get(0),
                    contact: row.get(1),
                    why: Why::of(row.get(2))?,
                    at: moment(row.get(3))?,
                })
            })
            .collect()
    }
}

impl Write {
    /// Notes that a mailbox gets no more letters; false if that was known.
    pub(super) async fn put_suppression(&mut self, municipality: &str, contact: &str, why: Why) -> anyhow::Result<bool> {
        let new = sqlx::query(
            "INSERT INTO suppressed (municipality, contact, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        )
        .bind(municipality.to_owned())
        .bind(mailbox_key(contact))
        .bind(why.code())
        .bind(stamp(self.now))
        .execute(&mut *self.tx)
        .await?
        .rows_affected();
        Ok(new == 1)
    }

    /// Whether its owner has ended the letters of all.
    async fn is_ended_by_owner(&mut self, contact: &str) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM suppressed WHERE municipality = $1 AND contact = $2 AND reason = $3")
            .bind(EVERYWHERE)
            .bind(mailbox_key(contact))
            .bind(Why::Unsubscribed.code())
            .fetch_optional(&mut *self.tx)
            .await?;
        Ok(row.is_some())
    }
}

/// As it was written, in small letters: how a mailbox stands in rows that are older than [`mailbox_key`].
fn as_written(contact: &str) -> String {
    contact.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_mailbox_is_suppressed_for_its_municipality_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        assert!(store.suppress("netanya", "Mayor@Example.org ", Why::Unsubscribed, now).await.unwrap());
        assert!(!store.suppress("netanya", "mayor@example.org", Why::Unsubscribed, now).await.unwrap());
        store.suppress("netanya", "mayor@עיר.example", Why::Unsubscribed, now).await.unwrap();
        assert!(store.is_suppressed("netanya", "mayor@xn--eebrt.example").await.unwrap());
        assert!(store.is_suppressed("netanya", "mayor@example.org").await.unwrap());
        assert!(!store.is_suppressed("arad", "mayor@example.org").await.unwrap());
        assert!(store.unsuppress("netanya", "MAYOR@example.org", now).await.unwrap());
        assert!(!store.is_suppressed("netanya", "mayor@example.org").await.unwrap());
        store.suppress(EVERYWHERE, "mayor@example.org", Why::Complained, now).await.unwrap();
        assert!(store.is_suppressed("arad", "MAYOR@example.org").await.unwrap());
    }

    #[tokio::test]
    async fn an_owner_ends_and_resumes_the_letters_of_all_and_lifts_no_other_reason() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let why = async |of: &str| store.why_suppressed(of, "ruth@example.org").await.unwrap();
        for _ in 0..2 {
            store.end_letters("netanya", "Ruth@example.org", now).await.unwrap();
            assert_eq!((why("netanya").await, why("haifa").await), (Some(Why::Unsubscribed), Some(Why::Unsubscribed)));
        }
        store.resume_letters("netanya", "ruth@example.org", now).await.unwrap();
        assert_eq!((why("netanya").await, why("haifa").await), (None, None));

        store.suppress(EVERYWHERE, "ruth@example.org", Why::Bounced, now).await.unwrap();
        store.end_letters("netanya", "ruth@example.org", now).await.unwrap();
        assert_eq!(why("netanya").await, Some(Why::Bounced));
        assert!(store.unsuppress(EVERYWHERE, "ruth@example.org", now).await.unwrap());
        assert_eq!(why("netanya").await, Some(Why::Unsubscribed), "the owner's word stays");
    }
}
