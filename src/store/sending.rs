//! A message's way out: claimed before it is handed over, settled by what the relay said.
//!
//! Each of the two has to be on the disk before the next step is taken, and a flush takes longer than anything else of a letter. So the
//! steps that letters beside each other ask for share one: whoever gets the writer's turn takes all that wait by then. Nobody claims but
//! who sends, so that a crash leaves no more messages in doubt than were on their way.

use std::collections::HashMap;
use std::slice;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Row as _};
use tokio::sync::oneshot;

use super::deliveries::{COLUMNS, Claim, DeliveryState, Left, Told, delivery};
use super::{Store, Write, unpack};

/// The steps that wait for a flush.
pub(super) type Steps = Mutex<Vec<Step>>;

pub(super) struct Step {
    what: What,
    now: DateTime<Utc>,
    done: oneshot::Sender<Answer>,
}

enum What {
    Claim(String),
    Settle { id: String, state: DeliveryState, note: String },
}

/// What was claimed; nothing where something was settled.
type Answer = anyhow::Result<Option<Claim>>;

/// Why a step has no answer: whoever took it was dropped on the way, and the transaction with it.
const BROKEN_OFF: &str = "a step of the ledger was broken off before it was kept";

impl Store {
    /// Takes a queued message to send it; none if it is no longer queued, or if its time has passed (then it is `held`).
    pub async fn claim(&self, id: &str, now: DateTime<Utc>) -> anyhow::Result<Option<Claim>> {
        self.step(What::Claim(id.to_owned()), now).await
    }

    /// Says how a claimed message fared. With `Sent` its items count as told, and stand in the book of offers, in the same transaction.
    pub async fn settle(&self, id: &str, state: DeliveryState, note: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        self.step(What::Settle { id: id.to_owned(), state, note: note.to_owned() }, now).await.map(drop)
    }

    async fn step(&self, what: What, now: DateTime<Utc>) -> Answer {
        let (done, mut answer) = oneshot::channel();
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).push(Step { what, now, done });
        tokio::select! {
            biased;
            answer = &mut answer => return answer.context(BROKEN_OFF)?,
            turn = Arc::clone(&self.writer).lock_owned() => {
                let mut steps = std::mem::take(&mut *self.steps.lock().unwrap_or_else(PoisonError::into_inner));
                steps.retain(Step::is_wanted);
                // None where whoever had the turn before took them all, and is about to tell.
                if !steps.is_empty() {
                    let together = match self.write_in(turn, now).await {
                        Ok(write) => self.take(write, &steps).await,
                        Err(error) => Err(error),
                    };
                    self.tell(steps, together).await;
                }
            }
        }
        answer.await.context(BROKEN_OFF)?
    }

    /// Takes all steps, or none. Returns what was claimed, by id.
    async fn take(&self, mut write: Write, steps: &[Step]) -> anyhow::Result<HashMap<String, Claim>> {
        // The steps of one flush are taken at one moment: the latest.
        write.now = steps.iter().map(|step| step.now).max().unwrap_or(write.now);
        let mut claims = Vec::new();
        let mut left = Vec::new();
        for step in steps {
            match &step.what {
                What::Claim(id) => claims.push(id.as_str()),
                What::Settle { id, state, note } => left.extend(write.settle(id, *state, note).await?),
            }
        }
        write.put_offers(&left).await?;
        write.put_told(&left).await?;
        let claimed = write.claim(&claims).await?;
        self.commit(write).await?;
        Ok(claimed)
    }

    /// Gives each step its answer. Where they failed together each is taken alone, so that one costs no other.
    async fn tell(&self, mut steps: Vec<Step>, together: anyhow::Result<HashMap<String, Claim>>) {
        let error = match together {
            Ok(mut claimed) => return steps.into_iter().for_each(|step| step.answer(&mut claimed)),
            Err(error) => error,
        };
        if steps.len() == 1 {
            return steps.remove(0).fail(error);
        }
        tracing::warn!("{} steps of the ledger failed together, and are taken one by one: {error:#}", steps.len());
        for step in steps {
            let alone = match self.write(step.now).await {
                Ok(write) => self.take(write, slice::from_ref(&step)).await,
                Err(error) => Err(error),
            };
            match alone {
                Ok(mut claimed) => step.answer(&mut claimed),
                Err(error) => step.fail(error),
            }
        }
    }
}

impl Step {
    /// Whoever asked may be gone by now: what the relay said is noted all the same, but nobody would send what was claimed.
    fn is_wanted(&self) -> bool {
        matches!(self.what, What::Settle { .. }) || !self.done.is_closed()
    }

    fn answer(self, claimed: &mut HashMap<String, Claim>) {
        let claim = match &self.what {
            What::Claim(id) => claimed.remove(id),
            What::Settle { .. } => None,
        };
        drop(self.done.send(Ok(claim)));
    }

    fn fail(self, error: anyhow::Error) {
        drop(self.done.send(Err(error)));
    }
}

impl Write {
    /// Takes those that are queued and whose time has not passed.
    async fn claim(&mut self, ids: &[&str]) -> anyhow::Result<HashMap<String, Claim>> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let places: Vec<String> = (2..ids.len() + 2).map(|place| format!("${place}")).collect();
        // Moments are kept in one form, whose order is that of its letters.
        let sql = format!(
            "UPDATE deliveries SET changed_at = $1,
               state = CASE WHEN not_after < $1 THEN 'held' ELSE 'sending' END,
               note = CASE WHEN not_after < $1 THEN 'would have left too late' ELSE '' END
             WHERE id IN ({}) AND state = 'queued'
             RETURNING {COLUMNS}, (SELECT message FROM messages WHERE delivery = deliveries.id)",
            places.join(", ")
        );
        let mut update = sqlx::query(AssertSqlSafe(sql)).bind(self.stamp());
        for id in ids {
            update = update.bind((*id).to_owned());
        }
        let mut claimed = HashMap::new();
        for row in update.fetch_all(&mut *self.tx).await? {
            let letter = delivery(&row)?;
            if letter.state == DeliveryState::Sending {
                claimed.insert(letter.id.clone(), Claim { delivery: letter, message: unpack(&row.get::<Vec<u8>, _>(10))? });
            }
        }
        Ok(claimed)
    }

    /// Returns what left with it, where it did.
    async fn settle(&mut self, id: &str, state: DeliveryState, note: &str) -> anyhow::Result<Option<Left>> {
        let row = self.set_state(id, state, note).await?.context("a message that stands in no ledger was sent")?;
        if state != DeliveryState::Sent {
            return Ok(None);
        }
        let items: Vec<Told> = serde_json::from_str(row.get(1))?;
        Ok(Some(Left { delivery: id.to_owned(), municipality: row.get(0), message_id: row.get(2), items }))
    }
}

#[cfg(test)]
mod tests {
    use std::task::{Context, Waker};

    use futures_util::future::join_all;

    use super::*;
    use crate::store::NewDelivery;

    fn letter(id: &str, now: DateTime<Utc>) -> NewDelivery {
        NewDelivery {
            id: id.into(),
            municipality: "netanya".into(),
            week: "2026-W48".into(),
            contact: format!("{id}@example.org"),
            message_id: format!("<{id}@example.org>"),
            subject: "x".into(),
            message: id.into(),
            items: Vec::new(),
            not_after: now,
        }
    }

    #[tokio::test]
    async fn steps_that_share_a_flush_get_each_its_own_answer() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let letters: Vec<_> = (0..8).map(|number| letter(&format!("digest.{number}"), now)).collect();
        store.queue(&letters, now).await.unwrap();
        let late = letter("digest.late", now - chrono::TimeDelta::minutes(1));
        store.queue(&[late], now).await.unwrap();

        // Each is asked for twice: one gets it.
        let asked = letters.iter().chain(&letters).map(|letter| store.claim(&letter.id, now));
        let (claims, too_late) = tokio::join!(join_all(asked), store.claim("digest.late", now));
        let claims: Vec<_> = claims.into_iter().filter_map(Result::unwrap).collect();
        let mut messages: Vec<_> = claims.iter().map(|claim| String::from_utf8(claim.message.clone()).unwrap()).collect();
        messages.sort();
        assert_eq!(messages, letters.iter().map(|letter| letter.id.clone()).collect::<Vec<_>>());
        assert!(claims.iter().all(|claim| claim.delivery.id.as_bytes() == claim.message));
        assert!(too_late.unwrap().is_none());
        assert_eq!(store.delivery("digest.late").await.unwrap().unwrap().state, DeliveryState::Held);

        // One that nobody waits for any more is not claimed.
        store.queue(&[letter("digest.dropped", now)], now).await.unwrap();
        let turn = store.writer.lock().await;
        let mut dropped = Box::pin(store.claim("digest.dropped", now));
        assert!(dropped.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        drop((dropped, turn));
        assert!(store.claim("digest.late", now).await.unwrap().is_none());
        assert_eq!(store.delivery("digest.dropped").await.unwrap().unwrap().state, DeliveryState::Queued);

        // One that fails costs no other.
        let settle = |id: &str| {
            let (store, id) = (store.clone(), id.to_owned());
            async move { store.settle(&id, DeliveryState::Sent, "250", now).await }
        };
        let ids = letters.iter().map(|letter| letter.id.as_str());
        let settled = join_all(ids.take(4).chain(["digest.nowhere"]).chain(["digest.4"]).map(settle)).await;
        assert_eq!(settled.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, true, true, true, false, true]);
        let states = store.count_deliveries().await.unwrap();
        assert_eq!(states, [("held".to_owned(), 1), ("queued".to_owned(), 1), ("sending".to_owned(), 3), ("sent".to_owned(), 5)]);
    }
}
