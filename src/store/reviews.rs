//! What staff say of a record: a change like any other, with its number and its line in the history.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::{Store, stamp};
use crate::record::{Record, Review};

impl Store {
    /// Sets the review state of a record; `by` is the login name. False if there is no such record. Saying the same again changes nothing.
    pub async fn set_review(&self, id: &str, review: Review, by: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let mut write = self.write(now).await?;
        let row =
            sqlx::query("SELECT review FROM records WHERE id = $1").bind(id.to_owned()).fetch_optional(&mut *write.tx).await?;
        let Some(row) = row else { return Ok(false) };
        let before = Review::from_code(row.get(0))?;
        if before == review {
            return Ok(true);
        }
        let change = write.take_changes(1).await?;
        sqlx::query("UPDATE records SET review = $1, change = $2, reviewed_by = $3 WHERE id = $4")
            .bind(review.code())
            .bind(change as i64)
            .bind(by.to_owned())
            .bind(id.to_owned())
            .execute(&mut *write.tx)
            .await?;
        sqlx::query(
            "INSERT INTO history (record, place, change, at, field, old, new, actor)
             VALUES ($1, (SELECT COUNT(*) FROM history WHERE record = $1), $2, $3, 'review', $4, $5, $6)",
        )
        .bind(id.to_owned())
        .bind(change as i64)
        .bind(stamp(now))
        .bind(serde_json::to_string(&before)?)
        .bind(serde_json::to_string(&review)?)
        .bind(by.to_owned())
        .execute(&mut *write.tx)
        .await?;
        self.commit(write).await?;
        Ok(true)
    }

    /// The records that nobody has looked at, latest change first, at most `limit`, without their history.
    pub async fn new_records(&self, limit: usize) -> anyhow::Result<Vec<Record>> {
        self.records_in_review(Review::New, limit).await
    }
}
