//! A visit to a folder of letters, each of which is read as a page.

use std::path::Path;

use sources::fetch::mailbox;
use sources::page;

use super::{Got, Missing, Visit};

impl Visit<'_> {
    /// Reads the letters of a folder; a relative one is inside the data folder.
    pub(super) async fn letters(&mut self, folder: &Path) -> anyhow::Result<()> {
        let folder = self.app.data.join(folder);
        let files = match tokio::task::spawn_blocking(move || mailbox::list(&folder)).await? {
            Ok(files) => files,
            Err(error) => {
                self.fail(Missing::NotThere(error.to_string()));
                return Ok(());
            }
        };
        for file in files {
            let now = self.now();
            match tokio::task::spawn_blocking(move || mailbox::open(&file, now)).await? {
                Ok((request, page)) => {
                    let hash = page::body_hash(&page);
                    let fresh = self.app.store.kept_request(&self.source.slug, &request).await?.is_none();
                    self.run.counts.pages += u64::from(fresh);
                    if let Err(missing) = self.read_page(&request, Got { page, hash, fresh }).await? {
                        self.fail(missing);
                    }
                }
                // A broken letter costs that letter.
                Err(error) => self.complain(error.to_string()),
            }
        }
        Ok(())
    }
}
