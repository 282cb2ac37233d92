//! An item's own page: fetched, read, and, where it cannot be had or is not what it should be, told as it was. A page that could not be
//! read never empties what is known of its item.

use std::sync::Arc;

use sources::Finding;
use sources::page::{Page, Request, Validators};
use sources::read::{File, Found, linked_files, read_detail};
use tokio::task::JoinHandle;

use super::files::is_file;
use super::items::Record;
use super::{Got, Missing, Visit};
use crate::candidate::candidate;
use crate::complaint::Complaint;
use crate::store::Candidate;

/// What the list says of an item, with the hash of the list's page.
type OfList = (Finding, String);

/// An item on its way to a record.
pub(super) enum Told {
    /// All that is told stands on the source's own page, but for these files.
    Here(OfList, Vec<File>),
    /// Its address answers with a file.
    File(OfList, Request, Box<Got>),
    /// Its own page is being read.
    Read { detail: Request, of_list: OfList, fresh: bool, read: JoinHandle<Read> },
}

/// An item's own page, read.
pub(super) struct Read {
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

/// What became of an item's own page.
enum Own {
    Record(Record),
    NotRead(Box<NotRead>),
}

/// An item's own page that is not what it should be.
struct NotRead {
    detail: Request,
    of_list: OfList,
    /// What it says all the same, as a page that scripts make does to machines.
    little: Option<Finding>,
    fresh: bool,
}

impl Visit<'_> {
    /// Fetches an item's own page and has it read.
    pub(super) async fn own_page(&mut self, found: &Found, detail: &Request, of_list: OfList) -> anyhow::Result<Option<Told>> {
        let fetched = match self.unchanged(found, detail).await? {
            Some(got) => Ok(got),
            None => self.page(detail).await?,
        };
        self.run.evidence.own_pages += 1;
        let missing = match fetched {
            Ok(got) => return Ok(Some(self.told(detail, of_list, got))),
            Err(missing) => missing,
        };
        let is_forbidden = matches!(missing, Missing::Forbidden);
        let is_enough = found.complete && matches!(missing, Missing::NotThere(_));
        if !is_enough {
            self.miss(missing);
        }
        if let Some(got) = self.kept(detail).await? {
            return Ok(Some(self.told(detail, of_list, got)));
        }
        if is_forbidden {
            // Its owner does not want it told by us: what we do not know yet is left out.
            self.still_listed(&[of_list.0.id()]).await?;
            return Ok(None);
        }
        if is_enough {
            return Ok(Some(Told::Here(of_list, found.files.clone())));
        }
        Ok(self.as_listed(of_list).await?.map(|of_list| Told::Here(of_list, Vec::new())))
    }

    /// The item's page as it is kept, when the list says that it has not changed since.
    async fn unchanged(&mut self, found: &Found, detail: &Request) -> anyhow::Result<Option<Got>> {
        let Some(changed) = found.changed else { return Ok(None) };
        let kept = self.app.store.kept_request(&self.source.slug, detail).await?;
        let Some(kept) = kept.filter(|kept| kept.as_of >= changed) else { return Ok(None) };
        let page = self.app.store.page(&kept.page).await?;
        Ok(page.map(|page| Got { page, hash: kept.page, fresh: false }))
    }

    /// What an item's own page tells, as it came or as it was kept.
    fn told(&self, detail: &Request, of_list: OfList, got: Got) -> Told {
        if is_file(&got.page) {
            return Told::File(of_list, detail.clone(), Box::new(got));
        }
        let Got { page, hash, fresh } = got;
        let (source, finding) = (Arc::clone(&self.source), of_list.0.clone());
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
        Told::Read { detail: detail.clone(), of_list, fresh, read }
    }

    /// An item's own page cannot be had, or is not what it should be. That costs the item a complaint; what it costs the source is
    /// judged at the end, by how many there are. Where a host wants its time, or the visit is cut short, the visit is not whole.
    fn miss(&mut self, missing: Missing) {
        match missing {
            // Its owner does not want it read, and nothing is wrong.
            Missing::Forbidden => {}
            Missing::CutShort | Missing::Later => self.fail(missing),
            Missing::NotThere(complaints) => {
                self.run.evidence.lost += 1;
                for complaint in complaints {
                    self.complain(complaint);
                }
            }
            Missing::Failed => self.run.evidence.lost += 1,
            Missing::Refused => {
                self.run.evidence.lost += 1;
                self.run.evidence.refused += 1;
            }
        }
    }

    /// An item whose own page was neither had nor kept, as the list tells it. Where that is less than is known, it stays as it is.
    async fn as_listed(&mut self, of_list: OfList) -> anyhow::Result<Option<OfList>> {
        let known = self.app.store.finding(&of_list.0.id()).await?;
        // A site map tells no more than the address.
        let tells_nothing = of_list.0.title.is_empty();
        if tells_nothing || known.is_some_and(|known| says_more(&known.finding, &of_list.0)) {
            self.still_listed(&[of_list.0.id()]).await?;
            return Ok(None);
        }
        Ok(Some(of_list))
    }

    /// The record of what is told of an item, its files included. Pages to be kept go into `pages`.
    pub(super) async fn record(&mut self, told: Told, pages: &mut Vec<(Request, Page)>) -> anyhow::Result<Option<Record>> {
        let NotRead { detail, of_list, little, fresh } = match self.own_record(told, pages).await? {
            Own::Record(record) => return Ok(Some(record)),
            Own::NotRead(not_read) => *not_read,
        };
        if fresh && let Some(got) = self.kept(&detail).await? {
            let as_it_was = self.told(&detail, of_list.clone(), got);
            if let Own::Record(record) = self.own_record(as_it_was, pages).await? {
                return Ok(Some(record));
            }
        }
        let (finding, hash) = of_list;
        let told = self.as_listed((little.unwrap_or(finding), hash)).await?;
        Ok(told.map(|(finding, hash)| self.normalising(finding, hash)))
    }

    async fn own_record(&mut self, told: Told, pages: &mut Vec<(Request, Page)>) -> anyhow::Result<Own> {
        match told {
            Told::Here((mut finding, hash), files) => {
                self.attach(&mut finding, &files).await?;
                Ok(Own::Record(self.normalising(finding, hash)))
            }
            Told::File(of_list, detail, got) => {
                let Got { page, hash, fresh } = *got;
                let mut finding = of_list.0.clone();
                self.attach_itself(&mut finding, &page).await?;
                if finding.attachments.is_empty() {
                    self.run.evidence.lost += u64::from(fresh);
                    let little = Some(finding);
                    return Ok(Own::NotRead(Box::new(NotRead { detail, of_list, little, fresh })));
                }
                if fresh {
                    pages.push((detail, page));
                }
                Ok(Own::Record(self.normalising(finding, hash)))
            }
            Told::Read { detail, of_list, fresh, read } => {
                let Read { page, item, complaints } = read.await?;
                let is_read = complaints.iter().all(|complaint| !complaint.fatal);
                let complaints: Vec<Complaint> = complaints.iter().map(Complaint::from).collect();
                if !is_read {
                    self.miss(Missing::NotThere(complaints));
                    let little = Some(item.finding()).filter(|finding| **finding != of_list.0).cloned();
                    return Ok(Own::NotRead(Box::new(NotRead { detail, of_list, little, fresh })));
                }
                if fresh {
                    // One that was not read quite as the roadmap says is asked for in full next time.
                    let validators = if complaints.is_empty() { page.validators.clone() } else { Validators::default() };
                    pages.push((detail, Page { validators, ..page }));
                }
                for complaint in complaints {
                    self.complain(complaint);
                }
                Ok(Own::Record(match item {
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

impl Item {
    fn finding(&self) -> &Finding {
        match self {
            Self::Whole(candidate) => &candidate.finding,
            Self::WithFiles(finding, ..) => finding,
        }
    }
}

/// Whether what is known of an item has a text or a field that is not told now.
fn says_more(known: &Finding, told: &Finding) -> bool {
    let has_text = |finding: &Finding| finding.html.is_some() || finding.text.is_some() || !finding.attachments.is_empty();
    has_text(known) && !has_text(told) || known.fields.keys().any(|name| !told.fields.contains_key(name))
}
