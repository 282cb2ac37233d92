//! The texts of files that were read once, by the hash of their bytes.

use anyhow::Context as _;
use sqlx::Row as _;

use super::{Store, pack, unpack};

impl Store {
    /// The text of a file of this hash, if it was read before.
    pub async fn extract(&self, hash: &str) -> anyhow::Result<Option<String>> {
        let row =
            sqlx::query("SELECT body FROM extracts WHERE hash = $1").bind(hash.to_owned()).fetch_optional(&self.pool).await?;
        row.map(|row| {
            let text = unpack(&row.get::<Vec<u8>, _>(0))?;
            String::from_utf8(text).with_context(|| format!("the text of file `{hash}` in the store is none"))
        })
        .transpose()
    }

    /// Keeps the text of a file.
    pub async fn keep_extract(&self, hash: &str, text: &str) -> anyhow::Result<()> {
        sqlx::query("INSERT INTO extracts (hash, body) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING")
            .bind(hash.to_owned())
            .bind(pack(text.as_bytes())?)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
