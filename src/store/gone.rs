//! Records that everyone could see and that are taken back: rejected, or found to be the same call as another.

use anyhow::Context as _;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::Store;
use crate::record::Review;

/// Records that were shown and are not any more, each with the one that tells of the same call.
const SHOWN_ONCE: &str = "SELECT r.id, r.change, r.review,
    (SELECT h.new FROM history h WHERE h.record = r.id AND h.field = 'joined' ORDER BY h.place DESC LIMIT 1)
    FROM records r WHERE r.shown = 1 AND r.review <> 'approved'";

/// A record that was shown and is not any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub id: String,
    /// Its number in the change sequence.
    pub changed: u64,
    /// What staff say of it now.
    pub review: Review,
    /// The record that tells of the same call.
    pub joined: Option<String>,
}

impl Store {
    /// What was taken back under the change numbers after `after` up to `up_to`, in their order, at most `limit`.
    pub async fn gone(&self, after: u64, up_to: u64, limit: usize) -> anyhow::Result<Vec<Gone>> {
        let sql = format!("{SHOWN_ONCE} AND r.change > $1 AND r.change <= $2 ORDER BY r.change LIMIT $3");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(after as i64)
            .bind(up_to as i64)
            .bind(limit as i64)
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(gone).collect()
    }

    /// What became of one record, if it was shown and is not any more.
    pub async fn gone_record(&self, id: &str) -> anyhow::Result<Option<Gone>> {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{SHOWN_ONCE} AND r.id = $1")))
            .bind(id.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        row.as_ref().map(gone).transpose()
    }
}

fn gone(row: &AnyRow) -> anyhow::Result<Gone> {
    let joined = row.get::<Option<&str>, _>(3).map(serde_json::from_str).transpose();
    Ok(Gone {
        id: row.get(0),
        changed: row.get::<i64, _>(1) as u64,
        review: Review::from_code(row.get(2))?,
        joined: joined.context("a line of the history names no record")?,
    })
}
