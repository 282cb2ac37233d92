//! What happened to a record, field by field, in order.

use serde_json::Value;
use sqlx::Row as _;

use super::Write;

impl Write {
    /// Appends lines `(field, before, after)` under one change number.
    pub(super) async fn write_history(
        &mut self,
        id: &str,
        change: u64,
        lines: Vec<(String, Value, Value)>,
        by: &str,
    ) -> anyhow::Result<()> {
        let place: i64 = sqlx::query("SELECT COUNT(*) FROM history WHERE record = $1")
            .bind(id.to_owned())
            .fetch_one(&mut *self.tx)
            .await?
            .get(0);
        for (n, (field, before, after)) in lines.into_iter().enumerate() {
            sqlx::query(
                "INSERT INTO history (record, place, change, at, field, old, new, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(id.to_owned())
            .bind(place + n as i64)
            .bind(change as i64)
            .bind(self.stamp())
            .bind(field)
            .bind(before.to_string())
            .bind(after.to_string())
            .bind(by.to_owned())
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }

    /// Gives a record the next change number, and says why in its history.
    pub(super) async fn note(&mut self, id: &str, field: &str, before: Value, after: Value, by: &str) -> anyhow::Result<()> {
        let change = self.take_changes(1).await?;
        sqlx::query("UPDATE records SET change = $1, changed_at = $3 WHERE id = $2")
            .bind(change as i64)
            .bind(id.to_owned())
            .bind(self.stamp())
            .execute(&mut *self.tx)
            .await?;
        self.write_history(id, change, vec![(field.to_owned(), before, after)], by).await
    }
}
