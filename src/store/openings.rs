//! What the office itself says in a week's letter.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Store, stamp};
use crate::i18n::Language;

/// The office's own part of a week's letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Words for the Hebrew letters, and for the Arabic ones where those have none of their own; may be empty.
    pub he: String,
    /// Words for the English letters; empty: those have none.
    pub en: String,
    /// Words for the Arabic letters; may be empty.
    pub ar: String,
    /// Id of the record that everyone is shown; may be empty.
    pub record: String,
}

impl Opening {
    /// The words for a letter in a language. Whoever reads Arabic in an authority here reads Hebrew every day, and nobody is to get less
    /// than the others because the office has no translator this week.
    pub fn words_in(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Ar if !self.ar.is_empty() => &self.ar,
            Language::He | Language::Ar => &self.he,
        }
    }
}

impl Store {
    /// What is said in the letters of a week; empty where nobody has said anything.
    pub async fn opening(&self, week: &str) -> anyhow::Result<Opening> {
        let row = sqlx::query("SELECT he, en, ar, record FROM openings WHERE week = $1")
            .bind(week.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|row| Opening { he: row.get(0), en: row.get(1), ar: row.get(2), record: row.get(3) }).unwrap_or_default())
    }

    /// Says it; letters that are frozen already keep what they have.
    pub async fn set_opening(&self, week: &str, opening: &Opening, by: &str, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query(
            "INSERT INTO openings (week, he, en, ar, record, said_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (week) DO UPDATE SET he = excluded.he, en = excluded.en, ar = excluded.ar, record = excluded.record,
               said_by = excluded.said_by, at = excluded.at",
        )
        .bind(week.to_owned())
        .bind(opening.he.clone())
        .bind(opening.en.clone())
        .bind(opening.ar.clone())
        .bind(opening.record.clone())
        .bind(by.to_owned())
        .bind(stamp(now))
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_arabic_letter_opens_with_its_own_words_or_with_the_hebrew_ones() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-22T06:00:00Z".parse().unwrap();
        let said = Opening { he: "שבוע טוב".into(), ar: "أسبوع سعيد".into(), ..Opening::default() };
        store.set_opening("2026-W48", &said, "dana", now).await.unwrap();
        let kept = store.opening("2026-W48").await.unwrap();
        assert_eq!(
            [Language::He, Language::En, Language::Ar].map(|language| kept.words_in(language)),
            ["שבוע טוב", "", "أسبوع سعيد"]
        );
        assert_eq!(Opening { ar: String::new(), ..kept }.words_in(Language::Ar), "שבוע טוב");
    }
}
