//! What came back of our letters, and what follows from it, in one transaction: a mailbox that is suspended, and staff who are told.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::suppressions::{EVERYWHERE, Why};
use super::{NewDelivery, Store, moment, stamp};
use crate::mail::mailbox_key;

/// Letters that have to come back for good before a mailbox is suspended: one may be a mistake of its relay.
const HARD_LIMIT: i64 = 2;

/// Weeks running whose letters came back as a passing fault before staff are told: a full mailbox is emptied and a relay mended within a
/// fortnight, so that the third week is no accident.
const SOFT_WEEKS_TOLD: usize = 3;

/// And before the mailbox is suspended: half a season in which nobody there read anything, though staff had three weeks to phone.
const SOFT_WEEKS_LIMIT: usize = 6;

/// Weeks that are looked back on: more than the limit, for letters of some weeks may not have left.
const WEEKS_READ: i64 = 26;

/// How a letter came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BounceKind {
    /// For good.
    Hard,
    /// It may arrive another time.
    Soft,
    /// It arrived, and was called unwanted.
    Complaint,
}

/// One report of a letter that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// Of the report: the same one is noted once.
    pub id: String,
    /// The letter.
    pub delivery: String,
    /// Slug.
    pub municipality: String,
    /// Mailbox; never in logs.
    pub contact: String,
    /// How.
    pub kind: BounceKind,
    /// Enhanced status code, e.g. 5.1.1; of a complaint its type.
    pub status: String,
    /// In the words of the relay that sent it back.
    pub said: String,
    /// When it was read.
    pub at: DateTime<Utc>,
}

/// What noting a bounce has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// It was known.
    Known,
    /// It is counted.
    Counted,
    /// The mailbox gets no more letters from now on.
    Suspended,
}

impl BounceKind {
    /// As stored, and as in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hard => "hard",
            Self::Soft => "soft",
            Self::Complaint => "complaint",
        }
    }
}

impl Store {
    /// Notes a bounce. If the mailbox is suspended by it, `mails` tell staff, frozen in the same transaction.
    pub async fn note_bounce(&self, bounce: &Bounce, mails: &[NewDelivery], now: DateTime<Utc>) -> anyhow::Result<Noted> {
        let mut write = self.write(now).await?;
        let new = sqlx::query(
            "INSERT INTO bounces (id, delivery, municipality, contact, kind, status, said, at, cleared)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT (id) DO NOTHING",
        )
        .bind(bounce.id.clone())
        .bind(bounce.delivery.clone())
        .bind(bounce.municipality.clone())
        .bind(mailbox_key(&bounce.contact))
        .bind(bounce.kind.code())
        .bind(bounce.status.clone())
        .bind(bounce.said.clone())
        .bind(stamp(bounce.at))
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        if new == 0 {
            return Ok(Noted::Known);
        }
        let why = match bounce.kind {
            BounceKind::Soft => {
                let weeks = weeks_of_letters(&mut write.tx, &bounce.municipality, &bounce.contact).await?;
                (weeks_running(&weeks) >= SOFT_WEEKS_LIMIT).then_some(Why::KeptBouncing)
            }
            BounceKind::Complaint => Some(Why::Complained),
            BounceKind::Hard => {
                // Two reports of one letter are one letter that came back.
                let row = sqlx::query(
                    "SELECT COUNT(DISTINCT delivery) FROM bounces WHERE contact = $1 AND kind = 'hard' AND cleared = 0",
                )
                .bind(mailbox_key(&bounce.contact))
                .fetch_one(&mut *write.tx)
                .await?;
                (row.get::<i64, _>(0) >= HARD_LIMIT).then_some(Why::Bounced)
            }
        };
        let mut noted = Noted::Counted;
        if let Some(why) = why
            && write.put_suppression(EVERYWHERE, &bounce.contact, why).await?
        {
            noted = Noted::Suspended;
            for mail in mails {
                write.put_delivery(mail).await?;
            }
        }
        self.commit(write).await?;
        Ok(noted)
    }

    /// What came back last, newest first, at most `limit`.
    pub async fn latest_bounces(&self, limit: usize) -> anyhow::Result<Vec<Bounce>> {
        let rows = sqlx::query(
            "SELECT id, delivery, municipality, contact, kind, status, said, at FROM bounces ORDER BY at DESC, id LIMIT $1",
        )
        .bind(limit as i64)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(bounce).collect()
    }

    /// Mailboxes, in small letters, whose letters have come back for so many weeks running that staff should phone; each with its weeks.
    pub async fn failing_mailboxes(&self) -> anyhow::Result<Vec<(String, usize)>> {
        let rows = sqlx::query(
            "SELECT DISTINCT municipality, contact FROM bounces WHERE kind = 'soft' AND cleared = 0 ORDER BY contact",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut failing = Vec::new();
        let mut connection = self.pool.acquire().await?;
        for row in rows {
            let (municipality, contact): (String, String) = (row.get(0), row.get(1));
            let running = weeks_running(&weeks_of_letters(&mut connection, &municipality, &contact).await?);
            if running >= SOFT_WEEKS_TOLD {
                failing.push((contact, running));
            }
        }
        Ok(failing)
    }

    /// What came back of the letters to `contacts` and still counts, newest first.
    pub async fn bounces_of(&self, contacts: &[&str]) -> anyhow::Result<Vec<Bounce>> {
        let mut all = Vec::new();
        for contact in contacts {
            let rows = sqlx::query(
                "SELECT id, delivery, municipality, contact, kind, status, said, at FROM bounces
                 WHERE contact = $1 AND cleared = 0 ORDER BY at DESC, id",
            )
            .bind(mailbox_key(contact))
            .fetch_all(&self.pool)
            .await?;
            for row in &rows {
                all.push(bounce(row)?);
            }
        }
        Ok(all)
    }
}

/// The weeks in which a municipality's letters went to a mailbox, the latest first: whether any came back. The ledger keeps mailboxes as
/// people write them, so they are found through the letters that came back.
async fn weeks_of_letters(connection: &mut AnyConnection, municipality: &str, contact: &str) -> anyhow::Result<Vec<bool>> {
    let rows = sqlx::query(
        "SELECT d.week, COUNT(b.id) FROM deliveries d
         LEFT JOIN bounces b ON b.delivery = d.id AND b.kind <> 'complaint' AND b.cleared = 0
         WHERE d.municipality = $1 AND d.state IN ('sent', 'failed') AND d.contact IN (
           SELECT e.contact FROM deliveries e JOIN bounces c ON c.delivery = e.id WHERE c.contact = $2)
         GROUP BY d.week ORDER BY d.week DESC LIMIT $3",
    )
    .bind(municipality.to_owned())
    .bind(mailbox_key(contact))
    .bind(WEEKS_READ)
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().map(|row| row.get::<i64, _>(1) > 0).collect())
}

/// How many weeks running came back, counted from the latest. The latest week itself may not have come back yet: that says nothing.
fn weeks_running(latest_first: &[bool]) -> usize {
    let settled = latest_first.iter().skip(usize::from(latest_first.first() == Some(&false)));
    settled.take_while(|came_back| **came_back).count()
}

fn bounce(row: &AnyRow) -> anyhow::Result<Bounce> {
    let all = [BounceKind::Hard, BounceKind::Soft, BounceKind::Complaint];
    let code: &str = row.get(4);
    Ok(Bounce {
        id: row.get(0),
        delivery: row.get(1),
        municipality: row.get(2),
        contact: row.get(3),
        kind: all
            .into_iter()
            .find(|kind| kind.code() == code)
            .with_context(|| format!("the store holds a bounce `{code}` of another version"))?,
        status: row.get(5),
        said: row.get(6),
        at: moment(row.get(7))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-25T06:00:00Z".parse().unwrap()
    }

    fn bounce(report: &str, letter: &str, kind: BounceKind) -> Bounce {
        Bounce {
            id: report.into(),
            delivery: letter.into(),
            municipality: "netanya".into(),
            contact: "Youth@example.org".into(),
            kind,
            status: "5.1.1".into(),
            said: "no such user".into(),
            at: now(),
        }
    }

    #[tokio::test]
    async fn two_letters_that_came_back_for_good_suspend_and_two_reports_of_one_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let note =
            async |report: &str, letter: &str, kind| store.note_bounce(&bounce(report, letter, kind), &[], now()).await.unwrap();
        assert_eq!(note("r1", "one", BounceKind::Hard).await, Noted::Counted);
        assert_eq!(note("r1", "one", BounceKind::Hard).await, Noted::Known);
        assert_eq!(note("r2", "one", BounceKind::Hard).await, Noted::Counted);
        assert_eq!(note("r3", "two", BounceKind::Soft).await, Noted::Counted);
        assert!(!store.is_suppressed("netanya", "youth@example.org").await.unwrap());
        assert_eq!(note("r4", "two", BounceKind::Hard).await, Noted::Suspended);
        assert!(store.is_suppressed("arad", "youth@example.org").await.unwrap(), "nobody is there, whoever writes");
        assert_eq!(note("r5", "three", BounceKind::Hard).await, Noted::Counted, "it is suspended already");
        assert!(store.unsuppress(EVERYWHERE, "youth@example.org", now()).await.unwrap());
        assert_eq!(note("r6", "four", BounceKind::Hard).await, Noted::Counted, "what came back before counts no more");
        assert_eq!(store.latest_bounces(10).await.unwrap().len(), 6);
    }

    #[tokio::test]
    async fn one_complaint_is_enough() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let noted = store.note_bounce(&bounce("r", "one", BounceKind::Complaint), &[], now()).await.unwrap();
        assert_eq!(noted, Noted::Suspended);
    }

    #[test]
    fn weeks_running_are_counted_from_the_latest_that_can_have_come_back() {
        let of = |weeks: &[u8]| weeks_running(&weeks.iter().map(|week| *week == 1).collect::<Vec<_>>());
        assert_eq!([of(&[]), of(&[1, 1, 0, 1]), of(&[0, 1, 1, 1]), of(&[0, 0, 1, 1]), of(&[1])], [0, 2, 3, 0, 1]);
    }
}
