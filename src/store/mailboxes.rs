//! Up to which letter each mailbox has been read.

use sources::fetch::mailbox::ReadUpTo;
use sqlx::Row as _;

use super::Store;

impl Store {
    /// Where the last visit to a source's mailbox ended; none where it was never read, or was another one.
    pub async fn read_up_to(&self, source: &str, mailbox: &str) -> anyhow::Result<Option<ReadUpTo>> {
        let row = sqlx::query("SELECT validity, last_uid FROM mailboxes WHERE source = $1 AND mailbox = $2")
            .bind(source.to_owned())
            .bind(mailbox.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|row| ReadUpTo { validity: row.get::<i64, _>(0) as u32, last_uid: row.get::<i64, _>(1) as u32 }))
    }

    /// Notes where a visit ended.
    pub async fn note_read_up_to(&self, source: &str, mailbox: &str, read: ReadUpTo) -> anyhow::Result<()> {
        sqlx::query(
            "INSERT INTO mailboxes (source, mailbox, validity, last_uid) VALUES ($1, $2, $3, $4)
             ON CONFLICT (source) DO UPDATE SET mailbox = excluded.mailbox, validity = excluded.validity, last_uid = excluded.last_uid",
        )
        .bind(source.to_owned())
        .bind(mailbox.to_owned())
        .bind(i64::from(read.validity))
        .bind(i64::from(read.last_uid))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
