//! What the readers of letters said through signed links: acts on opportunities, and the keys that sign the links.

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{Store, Write, moment, stamp};
use crate::act::{ActKey, ActKeys, Purpose};

/// A key signs for so long, then the next epoch begins.
const SIGNS_FOR: TimeDelta = TimeDelta::days(180);

/// A link in a letter acts for so long after its key has stopped signing: until after the dates of every call that it told of. Later it
/// only opens the letter's copy.
const VERIFIES_FOR: TimeDelta = TimeDelta::days(900);

/// Bytes of a key: those of the hash.
const SECRET_BYTES: usize = 32;

/// One thing that a municipality said of an opportunity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Act {
    /// Slug.
    pub municipality: String,
    /// Id of the record.
    pub record: String,
    /// What was said.
    pub act: Purpose,
    /// In the reader's own words; mostly empty.
    pub note: String,
    /// The letter through which it was said.
    pub delivery: String,
    /// Who said it: the key of the mailbox; never in logs, nor in what programs read.
    #[serde(skip)]
    pub contact: String,
    /// Which of the questions it is that were asked of one record, counted from 0; 0 for all else. The store numbers them.
    #[serde(skip)]
    pub number: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// What was won, where somebody said how much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<Sum>,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sum {
    /// Whole units.
    pub amount: f64,
    /// ISO 4217.
    pub currency: String,
}

/// Of a table that goes by `a`.
pub(super) const COLUMNS: &str =
    "a.municipality, a.record, a.act, a.note, a.delivery, a.at, a.amount, a.currency, a.contact, a.number";

impl Store {
    /// The keys that verify links. Changes nothing.
    pub async fn act_keys(&self) -> anyhow::Result<ActKeys> {
        let rows = sqlx::query("SELECT epoch, secret, reads_only FROM act_keys").fetch_all(&self.pool).await?;
        rows.iter().map(key).collect::<anyhow::Result<_>>().map(ActKeys::new)
    }

    /// The keys to sign with: the first is made at first use, the next when the newest has signed long enough; those of links that are too
    /// old open letters alone.
    pub async fn act_keys_to_sign(&self, now: DateTime<Utc>) -> anyhow::Result<ActKeys> {
        let newest =
            sqlx::query("SELECT epoch, created_at FROM act_keys ORDER BY epoch DESC LIMIT 1").fetch_optional(&self.pool).await?;
        let newest = newest.map(|row| anyhow::Ok((row.get::<i64, _>(0), moment(row.get(1))?))).transpose()?;
        if newest.is_none_or(|(_, created)| now - created >= SIGNS_FOR) {
            self.rotate_act_keys(now).await?;
        }
        self.act_keys().await
    }

    /// Begins the next epoch: from now on a new key signs.
    pub async fn rotate_act_keys(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        let secret: [u8; SECRET_BYTES] = rand::random();
        let mut write = self.write(now).await?;
        sqlx::query("INSERT INTO act_keys (epoch, secret, created_at) SELECT COALESCE(MAX(epoch), 0) + 1, $1, $2 FROM act_keys")
            .bind(secret.to_vec())
            .bind(stamp(now))
            .execute(&mut *write.tx)
            .await?;
        sqlx::query("UPDATE act_keys SET reads_only = 1 WHERE created_at < $1")
            .bind(stamp(now - SIGNS_FOR - VERIFIES_FOR))
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await
    }

    /// Writes down what a contact of a municipality said, beside what others said. False if it had said so already (then only a new note or sum
    /// counts). What says the opposite goes ([`Purpose::opposites`]), where the same contact said it. Each question to the office is kept.
    pub async fn act(&self, act: &Act, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        for opposite in act.act.opposites() {
            write.drop_act(act, *opposite).await?;
        }
        let is_question = Purpose::ASKS.contains(&act.act);
        let number = if is_question { write.number_of_question(act).await? } else { 0 };
        let new = sqlx::query(
            "INSERT INTO acts (municipality, record, act, contact, number, note, delivery, at, amount, currency)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
        )
        .bind(act.municipality.clone())
        .bind(act.record.clone())
        .bind(act.act.code())
        .bind(act.contact.clone())
        .bind(number)
        .bind(act.note.clone())
        .bind(act.delivery.clone())
        .bind(stamp(act.at))
        .bind(act.sum.as_ref().map(|sum| sum.amount))
        .bind(act.sum.as_ref().map(|sum| sum.currency.clone()))
        .execute(&mut *write.tx)
        .await?
        .rows_affected()
            == 1;
        if !new {
            sqlx::query(
                "UPDATE acts SET note = CASE WHEN $1 = '' THEN note ELSE $1 END, amount = COALESCE($2, amount),
                   currency = COALESCE($3, currency)
                 WHERE municipality = $4 AND record = $5 AND act = $6 AND contact = $7 AND number = $8",
            )
            .bind(act.note.clone())
            .bind(act.sum.as_ref().map(|sum| sum.amount))
            .bind(act.sum.as_ref().map(|sum| sum.currency.clone()))
            .bind(act.municipality.clone())
            .bind(act.record.clone())
            .bind(act.act.code())
            .bind(act.contact.clone())
            .bind(number)
            .execute(&mut *write.tx)
            .await?;
        }
        self.commit(write).await?;
        Ok(new)
    }

    /// Takes back what a contact said; of several questions the last. False if it had not said so.
    pub async fn undo_act(&self, act: &Act, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let done = write.drop_act(act, act.act).await?;
        self.commit(write).await?;
        Ok(done)
    }

    /// What a municipality said, newest first.
    pub async fn acts_of(&self, municipality: &str) -> anyhow::Result<Vec<Act>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM acts a WHERE a.municipality = $1 ORDER BY a.at DESC, a.record, a.act, a.contact, a.number"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(municipality.to_owned()).fetch_all(&self.pool).await?;
        rows.iter().map(act).collect()
    }

    /// What was asked of the office and nobody has answered yet, the oldest first.
    pub async fn open_questions(&self) -> anyhow::Result<Vec<Act>> {
        let asks = Purpose::ASKS.map(|act| format!("'{}'", act.code())).join(", ");
        let sql = format!(
            "SELECT {COLUMNS} FROM acts a WHERE a.act IN ({asks}) AND a.answered_at = '' ORDER BY a.at, a.municipality, a.record, a.act, a.number"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&self.pool).await?;
        rows.iter().map(act).collect()
    }

    /// Notes that the office has answered a question of a municipality. False if it is not open.
    pub async fn answer_question(
        &self,
        municipality: &str,
        record: &str,
        (act, number): (Purpose, u32),
        by: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let done = sqlx::query(
            "UPDATE acts SET answered_at = $1, answered_by = $2
             WHERE municipality = $3 AND record = $4 AND act = $5 AND number = $6 AND answered_at = ''",
        )
        .bind(stamp(now))
        .bind(by.to_owned())
        .bind(municipality.to_owned())
        .bind(record.to_owned())
        .bind(act.code())
        .bind(i64::from(number))
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(done == 1)
    }

    /// What all municipalities said last, newest first, at most `limit`.
    pub async fn latest_acts(&self, limit: usize) -> anyhow::Result<Vec<Act>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM acts a ORDER BY a.at DESC, a.municipality, a.record, a.act, a.contact, a.number LIMIT $1"
        );
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(limit as i64).fetch_all(&self.pool).await?;
        rows.iter().map(act).collect()
    }
}

impl Write {
    /// Deletes what a contact said of a record, of several questions the last; true if it had said so.
    async fn drop_act(&mut self, act: &Act, what: Purpose) -> anyhow::Result<bool> {
        let gone = sqlx::query(
            "DELETE FROM acts WHERE municipality = $1 AND record = $2 AND act = $3 AND contact = $4
               AND number = (SELECT MAX(number) FROM acts WHERE municipality = $1 AND record = $2 AND act = $3 AND contact = $4)",
        )
        .bind(act.municipality.clone())
        .bind(act.record.clone())
        .bind(what.code())
        .bind(act.contact.clone())
        .execute(&mut *self.tx)
        .await?
        .rows_affected();
        Ok(gone > 0)
    }

    /// The number of a question: that of the open one which the contact asked in the same words, or in none yet; else the next, counted over all
    /// contacts, so that a number names one question.
    async fn number_of_question(&mut self, act: &Act) -> anyhow::Result<i64> {
        let row = sqlx::query(
            "SELECT MAX(number), MAX(CASE WHEN contact = $4 AND answered_at = '' AND (note = $5 OR note = '' OR $5 = '')
               THEN number END) FROM acts WHERE municipality = $1 AND record = $2 AND act = $3",
        )
        .bind(act.municipality.clone())
        .bind(act.record.clone())
        .bind(act.act.code())
        .bind(act.contact.clone())
        .bind(act.note.clone())
        .fetch_one(&mut *self.tx)
        .await?;
        let (last, same): (Option<i64>, Option<i64>) = (row.get(0), row.get(1));
        Ok(same.unwrap_or_else(|| last.map_or(0, |last| last + 1)))
    }
}

fn key(row: &AnyRow) -> anyhow::Result<ActKey> {
    let epoch = u32::try_from(row.get::<i64, _>(0)).context("the store holds a key of an epoch that is none")?;
    Ok(ActKey { epoch, secret: row.get(1), reads_only: row.get::<i64, _>(2) != 0 })
}

pub(super) fn act(row: &AnyRow) -> anyhow::Result<Act> {
    let code: &str = row.get(2);
    Ok(Act {
        municipality: row.get(0),
        record: row.get(1),
        act: Purpose::from_code(code).with_context(|| format!("the store holds the act `{code}` of another version"))?,
        note: row.get(3),
        delivery: row.get(4),
        at: moment(row.get(5))?,
        contact: row.get(8),
        number: u32::try_from(row.get::<i64, _>(9)).context("the store holds a question of a number that is none")?,
        sum: row.get::<Option<f64>, _>(6).zip(row.get::<Option<String>, _>(7)).map(|(amount, currency)| Sum { amount, currency }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::act::Grant;

    async fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        (folder, store)
    }

    fn now() -> DateTime<Utc> {
        "2026-11-25T06:00:00Z".parse().unwrap()
    }

    fn said(act: Purpose) -> Act {
        Act {
            municipality: "netanya".into(),
            record: "r1".into(),
            act,
            note: String::new(),
            delivery: "digest.2026-W48.netanya.00".into(),
            contact: String::new(),
            number: 0,
            at: now(),
            sum: None,
        }
    }

    #[tokio::test]
    async fn what_is_said_twice_is_written_once_and_can_be_taken_back() {
        let (_folder, store) = store().await;
        assert!(store.act(&said(Purpose::Applied), now()).await.unwrap());
        assert!(!store.act(&said(Purpose::Applied), now()).await.unwrap());
        assert_eq!(store.acts_of("netanya").await.unwrap(), [said(Purpose::Applied)]);
        assert!(store.undo_act(&said(Purpose::Applied), now()).await.unwrap());
        assert!(!store.undo_act(&said(Purpose::Applied), now()).await.unwrap());
        assert!(store.latest_acts(10).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn interested_and_not_for_us_take_each_others_place() {
        let (_folder, store) = store().await;
        store.act(&said(Purpose::Interested), now()).await.unwrap();
        store.act(&said(Purpose::NotForUs), now()).await.unwrap();
        assert_eq!(store.acts_of("netanya").await.unwrap(), [said(Purpose::NotForUs)]);
    }

    #[tokio::test]
    async fn what_contacts_say_stands_side_by_side_and_every_question_is_kept() {
        let (_folder, store) = store().await;
        let by = |contact: &str, act: Purpose, note: &str| Act { contact: contact.into(), note: note.into(), ..said(act) };
        for act in [
            by("a@x", Purpose::Interested, ""),
            by("b@x", Purpose::NotForUs, ""),
            by("a@x", Purpose::AskOffice, "who pays?"),
            by("b@x", Purpose::AskOffice, "who signs?"),
            by("b@x", Purpose::AskOffice, "in English?"),
        ] {
            assert!(store.act(&act, now()).await.unwrap(), "{act:?}");
        }
        assert!(!store.act(&by("b@x", Purpose::AskOffice, "who signs?"), now()).await.unwrap(), "it is asked already");
        let all = store.acts_of("netanya").await.unwrap();
        let said =
            |act: Purpose| all.iter().filter(move |one| one.act == act).map(|one| one.contact.as_str()).collect::<Vec<_>>();
        assert_eq!((said(Purpose::Interested), said(Purpose::NotForUs)), (vec!["a@x"], vec!["b@x"]));
        let open = store.open_questions().await.unwrap();
        let asked: Vec<_> = open.iter().map(|one| (one.number, one.note.as_str())).collect();
        assert_eq!(asked, [(0, "who pays?"), (1, "who signs?"), (2, "in English?")]);

        assert!(store.answer_question("netanya", "r1", (Purpose::AskOffice, 1), "dana", now()).await.unwrap());
        assert!(store.act(&by("b@x", Purpose::AskOffice, "who signs?"), now()).await.unwrap(), "answered, and asked again");
        assert!(store.undo_act(&by("b@x", Purpose::AskOffice, ""), now()).await.unwrap());
        let open: Vec<_> = store.open_questions().await.unwrap().into_iter().map(|one| one.note).collect();
        assert_eq!(open, ["who pays?", "in English?"], "the last is taken back, and nobody else's");
    }

    #[tokio::test]
    async fn keys_are_made_at_first_use_rotate_and_when_they_are_old_open_letters_alone() {
        let (_folder, store) = store().await;
        let grant = Grant { purpose: Purpose::Read, delivery: "d".into(), record: String::new() };
        assert!(store.act_keys().await.unwrap().sign(&grant).is_none(), "reading makes no key");
        let first = store.act_keys_to_sign(now()).await.unwrap().sign(&grant).unwrap();
        assert_eq!(store.act_keys_to_sign(now()).await.unwrap().sign(&grant).unwrap(), first);
        let second = store.act_keys_to_sign(now() + SIGNS_FOR).await.unwrap();
        assert_ne!(second.sign(&grant).unwrap(), first);
        assert_eq!(second.verify(&first), Some(grant.clone()));
        let much_later = store.act_keys_to_sign(now() + SIGNS_FOR + VERIFIES_FOR + TimeDelta::days(1)).await.unwrap();
        assert_eq!(much_later.verify(&first), Some(grant.clone()), "the copy of a letter is for good");
        let acts = Grant { purpose: Purpose::Interested, ..grant };
        let later = now() + (SIGNS_FOR + VERIFIES_FOR) * 3;
        let old = much_later.sign(&acts).unwrap();
        store.rotate_act_keys(later).await.unwrap();
        assert_eq!(store.act_keys().await.unwrap().verify(&old), None);
    }
}
