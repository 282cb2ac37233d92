//! Searches that staff have saved under a name: whose they are, how often their owners are told, and up to where they were looked at.
//!
//! In the ledger and in what was told a saved search stands where a municipality stands for letters ([`SavedSearch::reader`]).

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use sources::finding::short_hash;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::{NewDelivery, Store, Told, Write, moment, stamp};

/// Nobody finds one of more by its name any more; and each that is watched is asked again and again.
const MOST_OF_ONE: i64 = 100;

/// Before a search's id in [`SavedSearch::reader`]; no slug of a municipality has brackets.
const READER: &str = "(search:";

/// How often its owner is told of what is new in a search.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowOften {
    /// Never: it is a bookmark.
    #[default]
    None,
    /// When the daemon next looks.
    AtOnce,
    /// Once a day.
    Daily,
    /// Once a week.
    Weekly,
}

impl HowOften {
    /// The rarest last, as they are offered.
    pub const ALL: [Self; 4] = [Self::None, Self::AtOnce, Self::Daily, Self::Weekly];

    /// As stored, in forms, and in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }
}

/// A search with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// Stays when it is renamed.
    pub id: String,
    /// Login name of whoever saved it.
    pub owner: String,
    /// Unique among the owner's.
    pub name: String,
    /// The question, in the one form of query strings.
    pub query: String,
    /// How often its owner is told.
    pub how_often: HowOften,
    /// Language of the mails: he or en.
    pub language: String,
    /// One of the staff's mailboxes; empty where nobody is told.
    pub contact: String,
    /// The last number of the change sequence that was looked at.
    pub looked_to: u64,
    /// When that was.
    pub looked_at: DateTime<Utc>,
    /// When a mail was last written.
    pub notified_at: Option<DateTime<Utc>>,
    /// Why it cannot be followed, as its owner was told; empty while it can.
    pub complaint: String,
}

/// What became of a change to a saved search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Done.
    Done,
    /// The owner has another of this name.
    NameTaken,
    /// The owner has as many as anyone may.
    TooMany,
    /// The owner has none of this id.
    Gone,
}

/// How a search is to be watched from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// How often its owner is told.
    pub how_often: HowOften,
    /// Which of the staff's mailboxes is told.
    pub contact: String,
    /// Language of the mails.
    pub language: String,
    /// What it finds already, which is no news; none where it was watched before, and what is not told yet stays news.
    pub begins: Option<Seen>,
}

/// What one look at a search saw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// The last number of the change sequence that it covers.
    pub up_to: u64,
    /// Records of which nothing has to be told as they are now.
    pub known: Vec<Told>,
    /// Why it cannot be followed; empty where it can.
    pub complaint: String,
}

impl SavedSearch {
    /// A new one, watched by nobody.
    pub fn new(owner: &str, name: &str, query: &str, now: DateTime<Utc>) -> Self {
        Self {
            id: short_hash(&[owner, name, query, &stamp(now)]),
            owner: owner.to_owned(),
            name: name.to_owned(),
            query: query.to_owned(),
            how_often: HowOften::None,
            language: String::new(),
            contact: String::new(),
            looked_to: 0,
            looked_at: now,
            notified_at: None,
            complaint: String::new(),
        }
    }

    /// What stands for it in the ledger, and in what was told, in the place of a municipality.
    pub fn reader(&self) -> String {
        format!("{READER}{})", self.id)
    }

    /// The id in a [`SavedSearch::reader`].
    pub fn id_of(reader: &str) -> Option<&str> {
        reader.strip_prefix(READER)?.strip_suffix(')')
    }
}

const COLUMNS: &str = "id, owner, name, query, how_often, language, contact, looked_to, looked_at, notified_at, complaint";

impl Store {
    /// Saves a search of which nobody is told yet.
    pub async fn save_search(&self, search: &SavedSearch, now: DateTime<Utc>) -> anyhow::Result<Saved> {
        let mut write = self.write(now).await?;
        let row = sqlx::query("SELECT COUNT(*) FROM searches WHERE owner = $1")
            .bind(search.owner.clone())
            .fetch_one(&mut *write.tx)
            .await?;
        if row.get::<i64, _>(0) >= MOST_OF_ONE {
            return Ok(Saved::TooMany);
        }
        let done = sqlx::query(
            "INSERT INTO searches (id, owner, name, query, how_often, language, contact, looked_to, looked_at, notified_at, complaint)
             VALUES ($1, $2, $3, $4, 'none', $5, '', 0, $6, '', '') ON CONFLICT DO NOTHING",
        )
        .bind(search.id.clone())
        .bind(search.owner.clone())
        .bind(search.name.clone())
        .bind(search.query.clone())
        .bind(search.language.clone())
        .bind(stamp(now))
        .execute(&mut *write.tx)
        .await?
        .rows_affected();
        self.commit(write).await?;
        Ok(if done == 1 { Saved::Done } else { Saved::NameTaken })
    }

    /// One owner's searches, by name.
    pub async fn searches_of(&self, owner: &str) -> anyhow::Result<Vec<SavedSearch>> {
        let sql = format!("SELECT {COLUMNS} FROM searches WHERE owner = $1 ORDER BY name, id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(owner.to_owned()).fetch_all(&self.pool).await?;
        rows.iter().map(search).collect()
    }

    /// The searches of which somebody is told, of all owners.
    pub async fn watched_searches(&self) -> anyhow::Result<Vec<SavedSearch>> {
        let sql = format!("SELECT {COLUMNS} FROM searches WHERE how_often <> 'none' ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&self.pool).await?;
        rows.iter().map(search).collect()
    }

    /// One search, whoever owns it.
    pub async fn search(&self, id: &str) -> anyhow::Result<Option<SavedSearch>> {
        let sql = format!("SELECT {COLUMNS} FROM searches WHERE id = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.to_owned()).fetch_optional(&self.pool).await?;
        row.as_ref().map(search).transpose()
    }

    /// Calls an owner's search by another name.
    pub async fn rename_search(&self, owner: &str, id: &str, name: &str, now: DateTime<Utc>) -> anyhow::Result<Saved> {
        let mut write = self.write(now).await?;
        let other = sqlx::query("SELECT 1 FROM searches WHERE owner = $1 AND name = $2 AND id <> $3")
            .bind(owner.to_owned())
            .bind(name.to_owned())
            .bind(id.to_owned())
            .fetch_optional(&mut *write.tx)
            .await?;
        if other.is_some() {
            return Ok(Saved::NameTaken);
        }
        let done = sqlx::query("UPDATE searches SET name = $1 WHERE owner = $2 AND id = $3")
            .bind(name.to_owned())
            .bind(owner.to_owned())
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        self.commit(write).await?;
        Ok(if done == 1 { Saved::Done } else { Saved::Gone })
    }

    /// Says how an owner's search is watched from now on.
    pub async fn watch_search(&self, owner: &str, id: &str, watch: &Watch, now: DateTime<Utc>) -> anyhow::Result<Saved> {
        let mut write = self.write(now).await?;
        let done = sqlx::query("UPDATE searches SET how_often = $1, contact = $2, language = $3 WHERE owner = $4 AND id = $5")
            .bind(watch.how_often.code())
            .bind(watch.contact.clone())
            .bind(watch.language.clone())
            .bind(owner.to_owned())
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        if done == 0 {
            return Ok(Saved::Gone);
        }
        if let Some(begins) = &watch.begins {
            write.note_seen(id, begins).await?;
        }
        self.commit(write).await?;
        Ok(Saved::Done)
    }

    /// Nobody is told of a search any more; false if nobody was, or if it is gone.
    pub async fn end_watch(&self, id: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let done = sqlx::query("UPDATE searches SET how_often = 'none' WHERE id = $1 AND how_often <> 'none'")
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        self.commit(write).await?;
        Ok(done == 1)
    }

    /// Takes an owner's search away, with what was told of it; what waits in the ledger is not sent any more.
    pub async fn delete_search(&self, owner: &str, id: &str, now: DateTime<Utc>) -> anyhow::Result<Saved> {
        let mut write = self.write(now).await?;
        let done = sqlx::query("DELETE FROM searches WHERE owner = $1 AND id = $2")
            .bind(owner.to_owned())
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?
            .rows_affected();
        if done == 0 {
            return Ok(Saved::Gone);
        }
        sqlx::query("DELETE FROM told WHERE municipality = $1").bind(format!("{READER}{id})")).execute(&mut *write.tx).await?;
        self.commit(write).await?;
        Ok(Saved::Done)
    }

    /// Notes a look at a search and freezes the mail that it gave, in one transaction: a crash leaves both or neither.
    pub async fn note_look(&self, id: &str, seen: &Seen, mail: Option<&NewDelivery>, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        write.note_seen(id, seen).await?;
        if let Some(mail) = mail
            && write.put_delivery(mail).await? > 0
        {
            sqlx::query("UPDATE searches SET notified_at = $1 WHERE id = $2")
                .bind(stamp(now))
                .bind(id.to_owned())
                .execute(&mut *write.tx)
                .await?;
        }
        self.commit(write).await
    }

    /// Whether a mail about a search waits to be sent, or was being sent when a process ended.
    pub async fn searches_have_mail(&self) -> anyhow::Result<bool> {
        let row = sqlx::query("SELECT 1 FROM deliveries WHERE municipality LIKE $1 AND state IN ('queued', 'sending') LIMIT 1")
            .bind(format!("{READER}%"))
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.is_some())
    }

    /// What a search's owner was told, and what mails tell that have not failed: those will tell it, or may have told it.
    pub async fn told_of_search(&self, search: &SavedSearch) -> anyhow::Result<Vec<Told>> {
        let mut told = self.told(&search.reader()).await?;
        let rows = sqlx::query(
            "SELECT items FROM deliveries WHERE municipality = $1 AND state IN ('queued', 'sending', 'unsure', 'held')",
        )
        .bind(search.reader())
        .fetch_all(&self.pool)
        .await?;
        for row in rows {
            let items: Vec<Told> = serde_json::from_str(row.get(0))?;
            told.extend(items);
        }
        Ok(told)
    }
}

impl Write {
    async fn note_seen(&mut self, id: &str, seen: &Seen) -> anyhow::Result<()> {
        sqlx::query("UPDATE searches SET looked_to = $1, looked_at = $2, complaint = $3 WHERE id = $4")
            .bind(seen.up_to as i64)
            .bind(self.stamp())
            .bind(seen.complaint.clone())
            .bind(id.to_owned())
            .execute(&mut *self.tx)
            .await?;
        for told in &seen.known {
            sqlx::query(
                "INSERT INTO told (municipality, record, fingerprint, delivery, change, at) VALUES ($1, $2, $3, '', $4, $5)
                 ON CONFLICT (municipality, record, fingerprint) DO UPDATE SET change = excluded.change, at = excluded.at",
            )
            .bind(format!("{READER}{id})"))
            .bind(told.record.clone())
            .bind(told.fingerprint.clone())
            .bind(told.change as i64)
            .bind(self.stamp())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }
}

fn search(row: &AnyRow) -> anyhow::Result<SavedSearch> {
    let (how_often, notified): (&str, &str) = (row.get(4), row.get(9));
    Ok(SavedSearch {
        id: row.get(0),
        owner: row.get(1),
        name: row.get(2),
        query: row.get(3),
        how_often: HowOften::ALL
            .into_iter()
            .find(|one| one.code() == how_often)
            .with_context(|| format!("the store holds a saved search told `{how_often}`, of another version"))?,
        language: row.get(5),
        contact: row.get(6),
        looked_to: row.get::<i64, _>(7) as u64,
        looked_at: moment(row.get(8))?,
        notified_at: (!notified.is_empty()).then(|| moment(notified)).transpose()?,
        complaint: row.get(10),
    })
}
