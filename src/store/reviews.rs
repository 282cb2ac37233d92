//! What staff say of a record: a change like any other, with its number and its line in the history.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::Row as _;

use super::records::BY_CRAWL;
use super::{Store, Write};
use crate::record::{Record, Review};

/// What staff made of the records of one source: what only its moderation or an import let in is not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Reviews {
    /// Approved by a person.
    pub kept: u64,
    /// Rejected by a person.
    pub rejected: u64,
}

impl Reviews {
    /// The share that was worth keeping; none where nobody has looked at any.
    pub fn precision(self) -> Option<f64> {
        let all = self.kept + self.rejected;
        (all > 0).then(|| self.kept as f64 / all as f64)
    }
}

impl Store {
    /// What staff made of a source's records.
    pub async fn reviews(&self, source: &str) -> anyhow::Result<Reviews> {
        let rows = sqlx::query(
            "SELECT review, COUNT(*) FROM records WHERE reviewed_by NOT IN ($1, 'import', '')
               AND id IN (SELECT record FROM sightings WHERE source = $2 AND version > 0 AND record IS NOT NULL) GROUP BY review",
        )
        .bind(BY_CRAWL)
        .bind(source.to_owned())
        .fetch_all(&self.pool)
        .await?;
        let mut reviews = Reviews::default();
        for row in rows {
            let count = row.get::<i64, _>(1).unsigned_abs();
            match Review::from_code(row.get(0))? {
                Review::Approved => reviews.kept += count,
                Review::Rejected => reviews.rejected += count,
                Review::New => {}
            }
        }
        Ok(reviews)
    }

    /// Sets the review state of a record; `by` is the login name. False if there is no such record. Saying the same again changes nothing.
    pub async fn set_review(&self, id: &str, review: Review, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        if write.members(id).await?.is_none() {
            return Ok(false);
        }
        write.set_review(id, review, by).await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// The records that nobody has looked at, latest change first, at most `limit`, without their history.
    pub async fn new_records(&self, limit: usize) -> anyhow::Result<Vec<Record>> {
        self.records_in_review(Review::New, limit).await
    }
}

impl Write {
    /// Sets the review state of a record that exists; nothing happens if staff have said so already. To approve what only its
    /// source's moderation has let in is news: somebody has looked at it.
    pub(super) async fn set_review(&mut self, id: &str, review: Review, by: &str) -> anyhow::Result<()> {
        let row = sqlx::query("SELECT review, reviewed_by FROM records WHERE id = $1")
            .bind(id.to_owned())
            .fetch_one(&mut *self.tx)
            .await?;
        let before = Review::from_code(row.get(0))?;
        if before == review && row.get::<&str, _>(1) != BY_CRAWL {
            return Ok(());
        }
        sqlx::query(
            "UPDATE records SET review = $1, reviewed_by = $2, shown = CASE WHEN $4 = 1 THEN 1 ELSE shown END WHERE id = $3",
        )
        .bind(review.code())
        .bind(by.to_owned())
        .bind(id.to_owned())
        .bind(i64::from(review == Review::Approved))
        .execute(&mut *self.tx)
        .await?;
        self.note(id, "review", serde_json::to_value(before)?, serde_json::to_value(review)?, by).await
    }
}
