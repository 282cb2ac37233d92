//! A visit to letters, in a folder or a mailbox: each is read as a page.

use std::path::Path;

use sources::fetch::mailbox;
use sources::page::{self, Page, Request};
use sources::source::{Imap, Mail};

use super::{Complaint, Got, Kind, Missing, Visit};

impl Visit<'_> {
    pub(super) async fn letters(&mut self, mail: &Mail) -> anyhow::Result<()> {
        match mail {
            Mail::Folder(folder) => self.folder(folder).await,
            Mail::Imap(imap) => self.mailbox(imap).await,
        }
    }

    /// Reads the letters of a folder; a relative one is inside the data folder.
    async fn folder(&mut self, folder: &Path) -> anyhow::Result<()> {
        let folder = self.app.data.join(folder);
        let files = match tokio::task::spawn_blocking(move || mailbox::list(&folder)).await? {
            Ok(files) => files,
            Err(error) => {
                self.fail(Missing::NotThere(vec![Complaint::new(Kind::Letter, error.to_string())]));
                return Ok(());
            }
        };
        let mut broken = 0;
        for file in files {
            let (now, name) = (self.now(), file.file_name().unwrap_or_default().to_string_lossy().into_owned());
            match tokio::task::spawn_blocking(move || mailbox::open(&file, now)).await? {
                Ok((request, page)) => broken += usize::from(!self.letter(request, page, &name).await?),
                Err(error) => {
                    broken += 1;
                    self.complain(Complaint::new(Kind::Letter, error.to_string()));
                }
            }
        }
        self.failed |= broken > 0 && self.run.counts.kept.items == 0;
        Ok(())
    }

    /// Reads what came into a mailbox since the last visit. Only when all of it is kept does the next visit begin behind it.
    async fn mailbox(&mut self, imap: &Imap) -> anyhow::Result<()> {
        let (slug, address) = (self.source.slug.clone(), imap.address());
        let since = self.app.store.read_up_to(&slug, &address).await?;
        let fetched = match mailbox::fetch(imap, since).await {
            Ok(fetched) => fetched,
            Err(error) => {
                self.run.evidence.blocked |= error.is_refusal();
                self.fail(Missing::NotThere(vec![Complaint::new(Kind::Letter, error.to_string())]));
                return Ok(());
            }
        };
        for detail in fetched.complaints {
            self.complain(Complaint::new(Kind::Letter, detail));
        }
        for body in fetched.letters {
            match mailbox::page(body, self.now()) {
                Ok((request, page)) => {
                    self.letter(request, page, &address).await?;
                }
                Err(what) => self.complain(Complaint::new(Kind::Letter, what)),
            }
        }
        self.app.store.note_read_up_to(&slug, &address, fetched.read_up_to).await
    }

    /// Reads one letter; false where it is none. A broken letter costs that letter, and is named by where it is.
    async fn letter(&mut self, request: Request, page: Page, place: &str) -> anyhow::Result<bool> {
        let hash = page::body_hash(&page);
        let fresh = self.app.store.kept_request(&self.source.slug, &request).await?.is_none();
        self.run.counts.pages += u64::from(fresh);
        let (complaints, unreadable) = (self.run.complaints.len(), self.run.evidence.unreadable);
        let read = self.read_page(&request, Got { page, hash, fresh }).await?;
        // A mailbox has its junk: it is no sign of what the source has become.
        let is_whole = std::mem::replace(&mut self.run.evidence.unreadable, unreadable) == unreadable;
        for complaint in self.run.complaints.iter_mut().skip(complaints) {
            *complaint = complaint.clone().at(place);
        }
        match read {
            Ok(_) => Ok(is_whole),
            Err(Missing::NotThere(complaints)) => {
                for complaint in complaints {
                    let detail = format!("{place}: {}; take it out of the folder, or save it anew", complaint.detail);
                    self.complain(Complaint::new(Kind::Letter, detail));
                }
                Ok(false)
            }
            Err(missing) => {
                self.fail(missing);
                Ok(false)
            }
        }
    }
}
