//! What the files of records say. Beside the records, for most have none, and only the index and exports want the texts.

use std::collections::HashMap;

use sources::Attachment;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::Write;
use crate::record::Record;

/// Gives records their files, out of rows `(record, name, url, text)` in order of place.
pub(super) fn give_attachments(records: &mut [Record], rows: &[AnyRow]) {
    let mut by_record: HashMap<&str, Vec<Attachment>> = HashMap::new();
    for row in rows {
        by_record.entry(row.get(0)).or_default().push(Attachment { name: row.get(1), url: row.get(2), text: row.get(3) });
    }
    for record in records {
        record.attachments = by_record.remove(record.id.as_str()).unwrap_or_default();
    }
}

impl Write {
    /// Puts files in the place of those that a record had; true where they differ.
    pub(super) async fn put_attachments(&mut self, record: &str, files: &[Attachment]) -> anyhow::Result<bool> {
        let rows = sqlx::query("SELECT name, url, text FROM attachments WHERE record = $1 ORDER BY place")
            .bind(record.to_owned())
            .fetch_all(&mut *self.tx)
            .await?;
        let known = rows.iter().map(|row| Attachment { name: row.get(0), url: row.get(1), text: row.get(2) });
        if known.eq(files.iter().cloned()) {
            return Ok(false);
        }
        sqlx::query("DELETE FROM attachments WHERE record = $1").bind(record.to_owned()).execute(&mut *self.tx).await?;
        for (place, file) in files.iter().enumerate() {
            sqlx::query("INSERT INTO attachments (record, place, name, url, text) VALUES ($1, $2, $3, $4, $5)")
                .bind(record.to_owned())
                .bind(place as i64)
                .bind(file.name.clone())
                .bind(file.url.clone())
                .bind(file.text.clone())
                .execute(&mut *self.tx)
                .await?;
        }
        Ok(true)
    }
}
