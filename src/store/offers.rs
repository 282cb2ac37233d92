//! The book of offers: what was offered to which municipality, when, by which message. Written when a message is accepted
//! ([`super::deliveries`]), never by itself, so that no offer stands here that nobody got.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use sources::Opportunity;
use sources::opportunity::Kind;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use super::acts::{self, Act};
use super::deliveries::Left;
use super::{ROWS, Store, Write, moment, stamp, tuples};
use crate::act::Purpose;
use crate::code::code;

/// One opportunity offered to one municipality, for the first time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Offer {
    /// Slug.
    pub municipality: String,
    /// Id of the record.
    pub record: String,
    /// What it was when it was offered.
    pub kind: Kind,
    /// By what it was offered: `digest`, or as the ids of other messages begin.
    pub channel: String,
    /// The message's row in the ledger.
    pub delivery: String,
    /// The proof: what stands in the message itself.
    pub message_id: String,
    /// When the relay accepted it.
    pub at: DateTime<Utc>,
}

/// How the offers to a municipality stand over all years.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reached {
    /// Offers.
    pub offers: u64,
    /// When the first one was made.
    pub first: Option<DateTime<Utc>>,
    /// When the last one was made.
    pub last: Option<DateTime<Utc>>,
    /// What it ever said of any.
    pub acts: u64,
}

impl Store {
    /// The offers from `from` until before `until`, in order of municipality and time.
    pub async fn offers(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> anyhow::Result<Vec<Offer>> {
        let rows = sqlx::query(
            "SELECT municipality, record, kind, channel, delivery, message_id, at FROM offers
             WHERE at >= $1 AND at < $2 ORDER BY municipality, at, record",
        )
        .bind(stamp(from))
        .bind(stamp(until))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(offer).collect()
    }

    /// What one municipality was ever offered, the latest first: some hundreds a year.
    pub async fn offers_of(&self, municipality: &str) -> anyhow::Result<Vec<Offer>> {
        let rows = sqlx::query(
            "SELECT municipality, record, kind, channel, delivery, message_id, at FROM offers
             WHERE municipality = $1 ORDER BY at DESC, record",
        )
        .bind(municipality.to_owned())
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(offer).collect()
    }

    /// What was said, at any time, of the offers of that time.
    pub async fn acts_on_offers(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> anyhow::Result<Vec<Act>> {
        let sql = format!(
            "SELECT {} FROM acts a JOIN offers o ON o.municipality = a.municipality AND o.record = a.record
             WHERE o.at >= $1 AND o.at < $2 ORDER BY a.at, a.municipality, a.record, a.act",
            acts::COLUMNS
        );
        let rows = sqlx::query(AssertSqlSafe(sql)).bind(stamp(from)).bind(stamp(until)).fetch_all(&self.pool).await?;
        rows.iter().map(acts::act).collect()
    }

    /// The opportunities that were offered in that time, by id of their records.
    pub async fn offered(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> anyhow::Result<BTreeMap<String, Opportunity>> {
        let rows =
            sqlx::query("SELECT id, opportunity FROM records WHERE id IN (SELECT record FROM offers WHERE at >= $1 AND at < $2)")
                .bind(stamp(from))
                .bind(stamp(until))
                .fetch_all(&self.pool)
                .await?;
        rows.iter()
            .map(|row| {
                let id: String = row.get(0);
                let told =
                    serde_json::from_str(row.get(1)).with_context(|| format!("record `{id}` in the store does not read"))?;
                Ok((id, told))
            })
            .collect()
    }

    /// How every municipality that ever got an offer, or said anything, was reached.
    pub async fn reached(&self) -> anyhow::Result<BTreeMap<String, Reached>> {
        let mut all: BTreeMap<String, Reached> = BTreeMap::new();
        let offers = sqlx::query("SELECT municipality, COUNT(*), MAX(at), MIN(at) FROM offers GROUP BY municipality")
            .fetch_all(&self.pool);
        for row in offers.await? {
            let (last, first) = (Some(moment(row.get(2))?), Some(moment(row.get(3))?));
            all.insert(row.get(0), Reached { offers: row.get::<i64, _>(1) as u64, first, last, acts: 0 });
        }
        let acts = sqlx::query("SELECT municipality, COUNT(*) FROM acts GROUP BY municipality").fetch_all(&self.pool);
        for row in acts.await? {
            all.entry(row.get(0)).or_default().acts = row.get::<i64, _>(1) as u64;
        }
        Ok(all)
    }

    /// Mailboxes that get no more letters though nobody there said so, in small letters.
    pub async fn dead_mailboxes(&self) -> anyhow::Result<Vec<String>> {
        let rows = sqlx::query("SELECT DISTINCT contact FROM suppressed WHERE reason <> 'unsubscribed' ORDER BY contact");
        Ok(rows.fetch_all(&self.pool).await?.iter().map(|row| row.get(0)).collect())
    }

    /// What two or more municipalities want, or want a partner for: everything that they said of it, by record.
    pub async fn wanted_by_several(&self) -> anyhow::Result<BTreeMap<String, Vec<Act>>> {
        let wants =
            [Purpose::Interested, Purpose::NeedPartner, Purpose::Applied].map(|act| format!("'{}'", act.code())).join(", ");
        let sql = format!(
            "SELECT {} FROM acts a WHERE a.act IN ({wants}) AND a.record IN (
               SELECT record FROM acts WHERE act IN ({wants}) GROUP BY record HAVING COUNT(DISTINCT municipality) > 1)
             ORDER BY a.record, a.municipality, a.at",
            acts::COLUMNS
        );
        let mut all: BTreeMap<String, Vec<Act>> = BTreeMap::new();
        for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&self.pool).await? {
            let act = acts::act(&row)?;
            all.entry(act.record.clone()).or_default().push(act);
        }
        Ok(all)
    }
}

impl Write {
    /// Enters what messages offer, unless the municipality had it already.
    pub(super) async fn put_offers(&mut self, left: &[Left]) -> anyhow::Result<()> {
        let offered =
            left.iter().flat_map(|left| left.items.iter().filter_map(move |told| Some((left, &told.record, told.offer?))));
        let offered: Vec<_> = offered.collect();
        for rows in offered.chunks(ROWS) {
            let sql = format!(
                "INSERT INTO offers (municipality, record, kind, channel, delivery, message_id, at) VALUES {}
                 ON CONFLICT (municipality, record) DO NOTHING",
                tuples(rows.len(), 7)
            );
            let mut insert = sqlx::query(AssertSqlSafe(sql));
            for (left, record, kind) in rows {
                insert = insert
                    .bind(left.municipality.clone())
                    .bind((*record).clone())
                    .bind(code(*kind))
                    .bind(left.delivery.split('.').next().unwrap_or_default().to_owned())
                    .bind(left.delivery.clone())
                    .bind(left.message_id.clone())
                    .bind(self.stamp());
            }
            insert.execute(&mut *self.tx).await?;
        }
        Ok(())
    }
}

fn offer(row: &AnyRow) -> anyhow::Result<Offer> {
    Ok(Offer {
        municipality: row.get(0),
        record: row.get(1),
        kind: serde_json::from_value(Value::from(row.get::<&str, _>(2))).context("the book holds a kind of another version")?,
        channel: row.get(3),
        delivery: row.get(4),
        message_id: row.get(5),
        at: moment(row.get(6))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DeliveryState, How, NewDelivery, Told};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn letter(id: &str, offer: Option<Kind>, now: DateTime<Utc>) -> NewDelivery {
        NewDelivery {
            id: id.into(),
            municipality: "netanya".into(),
            week: "2026-W48".into(),
            contact: "mayor@example.org".into(),
            message_id: format!("<{id}@example.org>"),
            subject: "x".into(),
            message: b"x".to_vec(),
            items: vec![Told { record: "r1".into(), fingerprint: "f".into(), change: 1, offer, how: How::Offered, at: None }],
            not_after: now,
        }
    }

    #[tokio::test]
    async fn an_offer_stands_in_the_book_once_its_message_is_accepted_and_keeps_the_first_proof() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = at("2026-11-25T06:00:00Z");
        let all = async || store.offers(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")).await.unwrap();
        let letters = [letter("digest.one", Some(Kind::Grant), now), letter("digest.two", Some(Kind::Competition), now)];
        store.queue(&letters, now).await.unwrap();
        store.settle("digest.one", DeliveryState::Unsure, "", now).await.unwrap();
        assert!(all().await.is_empty(), "nobody knows whether it was offered");
        for letter in &letters {
            store.settle(&letter.id, DeliveryState::Sent, "250", now).await.unwrap();
        }
        let offer = Offer {
            municipality: "netanya".into(),
            record: "r1".into(),
            kind: Kind::Grant,
            channel: "digest".into(),
            delivery: "digest.one".into(),
            message_id: "<digest.one@example.org>".into(),
            at: now,
        };
        assert_eq!(all().await, [offer]);
        assert_eq!(store.reached().await.unwrap()["netanya"], Reached { offers: 1, first: Some(now), last: Some(now), acts: 0 });
    }

    #[tokio::test]
    async fn a_message_is_claimed_once_and_one_that_is_in_no_ledger_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = at("2026-11-25T06:00:00Z");
        let letters = [letter("digest.one", Some(Kind::Grant), now), letter("digest.two", Some(Kind::Grant), now)];
        store.queue(&letters, now).await.unwrap();
        assert_eq!(store.claim("digest.one", now).await.unwrap().map(|claim| claim.message), Some(b"x".to_vec()));
        assert!(store.claim("digest.one", now).await.unwrap().is_none(), "it is somebody's already");
        assert!(store.settle("digest.three", DeliveryState::Sent, "250", now).await.is_err());
        assert!(store.told("netanya").await.unwrap().is_empty());
        for letter in &letters {
            store.settle(&letter.id, DeliveryState::Sent, "250", now).await.unwrap();
        }
        let (told, reached) = (store.told("netanya").await.unwrap(), store.reached().await.unwrap());
        assert_eq!((told.len(), reached["netanya"].offers), (1, 1), "both told the same");
    }

    #[tokio::test]
    async fn what_is_only_said_to_be_too_late_is_no_offer() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = at("2026-11-25T06:00:00Z");
        store.queue(&[letter("digest.one", None, now)], now).await.unwrap();
        store.settle("digest.one", DeliveryState::Sent, "250", now).await.unwrap();
        assert_eq!(store.told("netanya").await.unwrap().len(), 1);
        assert!(store.reached().await.unwrap().is_empty());
    }
}
