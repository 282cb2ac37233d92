//! The files that belong to an item: fetched where they are on the web, read, and their text kept with the finding.

use sources::page::{Page, Request, bytes_hash};
use sources::read::attachment::{FileKind, file_name};
use sources::read::{File, FileAt};
use sources::{Attachment, Finding};

use super::{Complaint, Got, Kind, Missing, Visit};
use crate::crawl::extract;

impl Visit<'_> {
    /// Adds what the item's files say, of so many as the roadmap wants. A file that cannot be read costs a complaint.
    pub(super) async fn attach(&mut self, finding: &mut Finding, files: &[File]) -> anyhow::Result<()> {
        let most = self.source.attachments;
        for (number, file) in files.iter().enumerate() {
            if number == most {
                let detail = format!(
                    "{}: has {} files, of which {most} are read; raise attachments in the roadmap if the others matter",
                    finding.url,
                    files.len()
                );
                self.complain(Complaint::new(Kind::File, detail));
                break;
            }
            match &file.at {
                FileAt::Here(bytes) => self.attach_one(finding, &file.name, None, bytes).await?,
                FileAt::Web(request) => {
                    let (url, had) = (Some(request.url.to_string()), finding.attachments.len());
                    let came = self.file(request).await?;
                    if let Some(page) = &came {
                        self.attach_one(finding, &file.name, url.clone(), &page.body).await?;
                    }
                    // What has just come and could not be read may be what is kept.
                    if finding.attachments.len() == had
                        && let Some(got) = self.kept(request).await?
                        && came.is_none_or(|page| page.body != got.page.body)
                    {
                        self.attach_one(finding, &file.name, url, &got.page.body).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// An item whose own address answers with a file: what the file says is what there is.
    pub(super) async fn attach_itself(&mut self, finding: &mut Finding, page: &Page) -> anyhow::Result<()> {
        self.attach_one(finding, &file_name(&page.url), Some(page.url.to_string()), &page.body).await?;
        if finding.title.is_empty() {
            let first = finding.attachments.first().and_then(|file| file.text.lines().find(|line| !line.trim().is_empty()));
            finding.title = first.map_or_else(|| file_name(&page.url), |line| line.chars().take(TITLE_LENGTH).collect());
        }
        Ok(())
    }

    async fn attach_one(&mut self, finding: &mut Finding, name: &str, url: Option<String>, bytes: &[u8]) -> anyhow::Result<()> {
        let hash = bytes_hash(bytes);
        let text = match self.app.store.extract(&hash).await? {
            Some(text) => text,
            None => match extract::text_of(bytes).await {
                Ok(text) => {
                    self.app.store.keep_extract(&hash, &text).await?;
                    text
                }
                Err(what) => {
                    let detail = format!("{}: the file `{name}` {what}", finding.url);
                    self.complain(Complaint::new(Kind::File, detail));
                    return Ok(());
                }
            },
        };
        finding.attachments.push(Attachment { name: name.to_owned(), url, text });
        Ok(())
    }

    /// A file on the web, if it can be had this time. If not, it is told as it was: its text is part of what the source says, and does
    /// not come and go with the weather.
    async fn file(&mut self, request: &Request) -> anyhow::Result<Option<Page>> {
        match self.page(request).await? {
            Ok(Got { page, fresh, .. }) => {
                if fresh && FileKind::of(&page.body).is_some() {
                    self.app.store.keep_pages(&self.source.slug, vec![(request.clone(), page.clone())]).await?;
                }
                Ok(Some(page))
            }
            Err(Missing::NotThere(complaints)) => {
                for complaint in complaints {
                    self.complain(complaint);
                }
                Ok(None)
            }
            Err(Missing::Forbidden | Missing::Refused | Missing::Failed | Missing::CutShort | Missing::Later) => Ok(None),
        }
    }
}

/// A title made from a file's text is cut here.
const TITLE_LENGTH: usize = 120;

/// Whether a page is no page but a file.
pub(super) fn is_file(page: &Page) -> bool {
    let media = page.content_type.as_deref();
    FileKind::promised("", media).is_some() || FileKind::of(&page.body).is_some()
}
