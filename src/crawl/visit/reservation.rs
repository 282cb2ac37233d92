//! What the site declares of text and data mining: looked for once a visit where the source's own page came anew. It is recorded and
//! shown to people; it stops nothing.

use std::sync::Arc;

use chrono::TimeDelta;
use sources::fetch::{FetchError, Fetched, tdm};
use sources::page::{Page, Request, Validators};
use sources::read::reservation::declared;
use url::Url;

use super::Visit;

/// The file of an origin is asked for at most once in this time, as robots.txt is.
const FILE_KEPT: TimeDelta = TimeDelta::hours(24);

impl Visit<'_> {
    pub(super) async fn look_at_reservation(&mut self) -> anyhow::Result<()> {
        let Some(page) = self.arrived.clone() else { return Ok(()) };
        let own = {
            let page = Arc::clone(&page);
            tokio::task::spawn_blocking(move || declared(&page)).await?
        };
        let said = match own {
            Some(own) => Some(own),
            None => self.origins_file(&page).await?.and_then(|file| tdm::in_file(&file, &page.url)),
        };
        self.app.store.note_reservation(&self.source.slug, said.as_ref(), self.now()).await
    }

    /// The file of the page's origin: as kept, or as it is now. That there is none is no fault of the source.
    async fn origins_file(&mut self, page: &Page) -> anyhow::Result<Option<Vec<u8>>> {
        let origin = page.url.origin().ascii_serialization();
        let Ok(address) = Url::parse(&origin).and_then(|origin| origin.join(tdm::FILE)) else { return Ok(None) };
        let now = self.now();
        if !self.app.store.claim_reservation_file(&origin, now - FILE_KEPT, now).await? {
            return self.app.store.reservation_file(&origin).await;
        }
        match self.app.fetcher.get(&Request::get(address), &Validators::default(), now).await {
            Ok(Fetched::Page(file)) => {
                self.app.store.keep_reservation_file(&origin, &file.body, now).await?;
                Ok(Some(file.body))
            }
            Ok(Fetched::NotModified) => self.app.store.reservation_file(&origin).await,
            Err(error) => {
                tracing::debug!(source = self.source.slug, "no declaration of text and data mining: {error}");
                if says_that_there_is_none(&error) {
                    self.app.store.keep_reservation_file(&origin, b"", now).await?;
                }
                // A site that is out of order has taken nothing back.
                self.app.store.reservation_file(&origin).await
            }
        }
    }
}

fn says_that_there_is_none(error: &FetchError) -> bool {
    match error {
        FetchError::NotFound { .. } | FetchError::Gone { .. } => true,
        FetchError::Status { status, .. } => (400..500).contains(status),
        _ => false,
    }
}
