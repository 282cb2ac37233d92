//! From what a page lists to what is kept: each item's own page, its record, and what it tells of the source's health.

use std::sync::Arc;

use sources::Finding;
use sources::page::{Page, Request};
use sources::read::{File, Found, linked_files, read_detail};
use sources::source::Moderation;
use tokio::task::JoinHandle;

use super::bounds::is_within;
use super::files::is_file;
use super::{Got, Missing, Visit};
use crate::candidate::candidate;
use crate::crawl::complaint::Complaint;
use crate::record::Review;
use crate::store::Candidate;

impl Visit<'_> {
    /// Keeps a batch of items: their pages are fetched one after another, read and normalised on every core while the next ones
    /// are on their way, and written in one transaction.
    pub(super) async fn keep(&mut self, batch: &[Found], hash: &str) -> anyhow::Result<()> {
        let mut told = Vec::new();
        for found in batch {
            if !self.seen.insert(found.finding.key.clone()) {
                continue;
            }
            let of_list = (found.finding.clone(), hash.to_owned());
            match &found.detail {
                Some(detail) => told.extend(self.own_page(found, detail, of_list).await?),
                None => told.push(Told::Here(of_list, found.files.clone())),
            }
        }
        let (mut records, mut pages) = (Vec::new(), Vec::new());
        for one in told {
            records.extend(self.record(one, &mut pages).await?);
        }
        let mut candidates = Vec::with_capacity(records.len());
        for record in records {
            candidates.push(match record {
                Record::Ready(candidate) => *candidate,
                Record::UnderWay(normalising) => normalising.await?,
            });
        }
        for candidate in &candidates {
            self.note(candidate);
        }
        let review = match self.source.moderation {
            Moderation::Auto => Review::Approved,
            Moderation::Review => Review::New,
        };
        self.run.counts.kept += self.app.store.keep(&candidates, review, self.now()).await?;
        // A page counts as read once its item is kept: a crash before this reads it again.
        self.app.store.keep_pages(&self.source.slug, pages).await
    }

    /// Has a finding made a record, beside what else is done.
    fn normalising(&self, finding: Finding, hash: String) -> Record {
        let (source, lexicon, today) = (Arc::clone(&self.source), Arc::clone(&self.app.lexicon), self.app.clock.today());
        Record::UnderWay(tokio::task::spawn_blocking(move || candidate(finding, &source, &lexicon, today, Some(hash))))
    }

    /// What an item carried counts as evidence of the source's health.
    fn note(&mut self, candidate: &Candidate) {
        let (opportunity, today) = (&candidate.opportunity, self.app.clock.today());
        self.within += usize::from(is_within(self.source.window, &opportunity.deadline, &opportunity.event, today));
        let evidence = &mut self.run.evidence;
        let body = candidate.finding.html.as_ref().map(|_| "body");
        for field in candidate.finding.fields.keys().map(String::as_str).chain(body) {
            *evidence.fields.entry(field.to_owned()).or_default() += 1;
        }
        if candidate.is_opportunity {
            evidence.calls += 1;
            evidence.dated += u64::from(!candidate.opportunity.deadline.stages.is_empty());
        }
    }

    /// The item's page as it is kept, when the list says that it has not changed since.
    async fn unchanged(&mut self, found: &Found, detail: &Request) -> anyhow::Result<Option<Got>> {
        let Some(changed) = found.changed else { return Ok(None) };
        let Some(kept) = self.app.store.kept_request(&self.source.slug, detail).await? else { return Ok(None) };
        let page = self.app.store.page(&kept.page).await?.filter(|page| page.fetched_at >= changed);
        Ok(page.map(|page| Got { page, hash: kept.page, fresh: false }))
    }

    /// Fetches an item's own page and has it read. Where it cannot be had the item is as it was, or else as the list tells it, and the
    /// visit is partial; where robots.txt forbids the page, its owner does not want it told by us: it is left out.
    async fn own_page(&mut self, found: &Found, detail: &Request, of_list: (Finding, String)) -> anyhow::Result<Option<Told>> {
        let fetched = match self.unchanged(found, detail).await? {
            Some(got) => Ok(got),
            None => self.page(detail).await?,
        };
        let fetched = match fetched {
            // As it was when we had it: what the list tells must not take the place of all that is known.
            Err(missing @ (Missing::Failed | Missing::Refused | Missing::Later)) => match self.kept(detail).await? {
                Some(got) => {
                    self.fail(missing);
                    Ok(got)
                }
                None => Err(missing),
            },
            other => other,
        };
        match fetched {
            Ok(got) if is_file(&got.page) => Ok(Some(Told::File(of_list.0, detail.clone(), Box::new(got)))),
            Ok(Got { page, hash, fresh }) => {
                let (source, finding) = (Arc::clone(&self.source), of_list.0);
                let (lexicon, today) = (Arc::clone(&self.app.lexicon), self.app.clock.today());
                let read = tokio::task::spawn_blocking(move || {
                    let (finding, complaints) = read_detail(&source, finding, &page);
                    let files = linked_files(&source, &finding, Some(&page));
                    let item = if files.is_empty() {
                        Item::Whole(Box::new(candidate(finding, &source, &lexicon, today, Some(hash))))
                    } else {
                        Item::WithFiles(Box::new(finding), hash, files)
                    };
                    Read { page, item, complaints }
                });
                Ok(Some(Told::Read { detail: detail.clone(), fresh, read }))
            }
            Err(Missing::Forbidden) => Ok(None),
            Err(Missing::NotThere(_)) if found.complete => Ok(Some(Told::Here(of_list, found.files.clone()))),
            Err(missing) => {
                self.fail(missing);
                // A site map tells no more than the address.
                Ok((!of_list.0.title.is_empty()).then(|| Told::Here(of_list, Vec::new())))
            }
        }
    }

    /// The record of what is told of an item, its files included. Pages to be kept go into `pages`.
    async fn record(&mut self, told: Told, pages: &mut Vec<(Request, Page)>) -> anyhow::Result<Option<Record>> {
        match told {
            Told::Here((mut finding, hash), files) => {
                self.attach(&mut finding, &files).await?;
                Ok(Some(self.normalising(finding, hash)))
            }
            Told::File(mut finding, detail, got) => {
                let Got { page, hash, fresh } = *got;
                self.attach_itself(&mut finding, &page).await?;
                if fresh && !finding.attachments.is_empty() {
                    pages.push((detail, page));
                }
                Ok((!finding.title.is_empty()).then(|| self.normalising(finding, hash)))
            }
            Told::Read { detail, fresh, read } => {
                let Read { page, item, complaints } = read.await?;
                if fresh && complaints.is_empty() {
                    pages.push((detail, page));
                }
                for complaint in complaints {
                    self.complain(Complaint::from(&complaint));
                }
                Ok(Some(match item {
                    Item::Whole(candidate) => Record::Ready(candidate),
                    Item::WithFiles(mut finding, hash, files) => {
                        self.attach(&mut finding, &files).await?;
                        self.normalising(*finding, hash)
                    }
                }))
            }
        }
    }
}

/// An item on its way to a record.
enum Told {
    /// All that is told stands on the source's own page, but for these files.
    Here((Finding, String), Vec<File>),
    /// Its address answers with a file.
    File(Finding, Request, Box<Got>),
    /// Its own page is being read.
    Read { detail: Request, fresh: bool, read: JoinHandle<Read> },
}

/// An item's own page, read.
struct Read {
    page: Page,
    item: Item,
    complaints: Vec<sources::read::Complaint>,
}

/// What an item's own page tells of it.
enum Item {
    /// All that there is, normalised at once.
    Whole(Box<Candidate>),
    /// What it says has files, which are still to be fetched; with the hash of the page.
    WithFiles(Box<Finding>, String, Vec<File>),
}

/// An item's record.
enum Record {
    Ready(Box<Candidate>),
    UnderWay(JoinHandle<Candidate>),
}
