//! Pages as they came, and what makes the next request conditional.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sources::page::{Page, Request, Validators};
use sqlx::Row as _;
use url::Url;

use super::{Store, Write, moment, pack, stamp, unpack};

/// The last good answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRequest {
    /// Hash of the page's bytes.
    pub page: String,
    /// For the next request.
    pub validators: Validators,
    /// When it was last given, with these bytes or as "not modified".
    pub as_of: DateTime<Utc>,
}

impl Store {
    /// The last good answer to a request of a source, if there was one.
    pub async fn kept_request(&self, source: &str, request: &Request) -> anyhow::Result<Option<KeptRequest>> {
        let row = sqlx::query("SELECT page, etag, last_modified, as_of FROM requests WHERE source = $1 AND request = $2")
            .bind(source.to_owned())
            .bind(request.key())
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| {
            let validators = Validators { etag: row.get(1), last_modified: row.get(2) };
            Ok(KeptRequest { page: row.get(0), validators, as_of: moment(row.get(3))? })
        })
        .transpose()
    }

    /// A kept page by the hash of its bytes.
    pub async fn page(&self, hash: &str) -> anyhow::Result<Option<Page>> {
        let row = sqlx::query("SELECT url, status, content_type, fetched_at, body FROM pages WHERE hash = $1")
            .bind(hash.to_owned())
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let url: String = row.get(0);
        Ok(Some(Page {
            url: Url::parse(&url).with_context(|| format!("the store holds `{url}` as a page's address"))?,
            status: row.get::<i64, _>(1) as u16,
            content_type: row.get(2),
            body: unpack(&row.get::<Vec<u8>, _>(4))?,
            validators: Validators::default(),
            moved_to: None,
            reservation: None,
            fetched_at: moment(&row.get::<String, _>(3))?,
        }))
    }

    /// Keeps pages of a source that were read well, with their validators, as the answers to these requests, in one transaction;
    /// forgets the answers that they replace unless a finding came from them.
    pub async fn keep_pages(&self, source: &str, pages: Vec<(Request, Page)>) -> anyhow::Result<()> {
        let Some(now) = pages.iter().map(|(_, page)| page.fetched_at).max() else { return Ok(()) };
        let packed = tokio::task::spawn_blocking(move || {
            pages.into_iter().map(|(request, page)| Ok((request, pack(&page.body)?, page))).collect::<anyhow::Result<Vec<_>>>()
        })
        .await??;
        let mut write = self.write(now).await?;
        for (request, body, page) in packed {
            write.keep_page(source, &request, body, &page).await?;
        }
        self.commit(write).await
    }

    /// Notes that the kept answer to a request is still the answer.
    pub async fn note_unmodified(&self, source: &str, request: &Request, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mut write = self.write(now).await?;
        sqlx::query("UPDATE requests SET as_of = $1 WHERE source = $2 AND request = $3")
            .bind(stamp(now))
            .bind(source.to_owned())
            .bind(request.key())
            .execute(&mut *write.tx)
            .await?;
        self.commit(write).await
    }

    /// Sets what makes the next requests conditional: for pages of a source that are kept already.
    pub async fn set_validators(&self, source: &str, of: Vec<(Request, Validators)>, now: DateTime<Utc>) -> anyhow::Result<()> {
        if of.is_empty() {
            return Ok(());
        }
        let mut write = self.write(now).await?;
        for (request, validators) in of {
            sqlx::query("UPDATE requests SET etag = $1, last_modified = $2 WHERE source = $3 AND request = $4")
                .bind(validators.etag)
                .bind(validators.last_modified)
                .bind(source.to_owned())
                .bind(request.key())
                .execute(&mut *write.tx)
                .await?;
        }
        self.commit(write).await
    }
}

impl Write {
    async fn keep_page(&mut self, source: &str, request: &Request, body: Vec<u8>, page: &Page) -> anyhow::Result<()> {
        let hash = sources::page::body_hash(page);
        sqlx::query(
            "INSERT INTO pages (hash, source, url, status, content_type, fetched_at, body) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (hash) DO NOTHING",
        )
        .bind(hash.clone())
        .bind(source.to_owned())
        .bind(page.url.to_string())
        .bind(i64::from(page.status))
        .bind(page.content_type.clone())
        .bind(stamp(page.fetched_at))
        .bind(body)
        .execute(&mut *self.tx)
        .await?;
        let before: Option<String> = sqlx::query("SELECT page FROM requests WHERE source = $1 AND request = $2")
            .bind(source.to_owned())
            .bind(request.key())
            .fetch_optional(&mut *self.tx)
            .await?
            .map(|row| row.get(0));
        sqlx::query(
            "INSERT INTO requests (source, request, page, etag, last_modified, as_of) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (source, request) DO UPDATE SET page = excluded.page, etag = excluded.etag,
               last_modified = excluded.last_modified, as_of = excluded.as_of",
        )
        .bind(source.to_owned())
        .bind(request.key())
        .bind(hash.clone())
        .bind(page.validators.etag.clone())
        .bind(page.validators.last_modified.clone())
        .bind(stamp(page.fetched_at))
        .execute(&mut *self.tx)
        .await?;
        if let Some(before) = before.filter(|before| *before != hash) {
            sqlx::query(
                "DELETE FROM pages WHERE hash = $1
                 AND NOT EXISTS (SELECT 1 FROM requests WHERE page = $1) AND NOT EXISTS (SELECT 1 FROM findings WHERE page = $1)",
            )
            .bind(before)
            .execute(&mut *self.tx)
            .await?;
        }
        Ok(())
    }
}
