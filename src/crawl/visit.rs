//! One source, from due to done.

mod alias;
mod apart;
mod bounds;
mod closing;
mod files;
mod items;
mod letters;
mod own_page;
mod progress;
mod reservation;
mod walk;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sources::Source;
use sources::fetch::{FetchError, Fetched, Wait};
use sources::page::{self, Page, Request, Validators};
use sources::read::{Reading, first_requests, read};
use sources::source::Shape;
use url::Url;

use self::bounds::{most_bytes, sign_of_a_trap};
use self::progress::Progress;
use self::walk::Further;
use crate::app::App;
use crate::complaint::{Complaint, Kind};
use crate::crawl::{lost_feed, manners};
use crate::store::{Alias, Arrival, CrawlRun};

/// Items normalised and kept together: a crash loses no more than their detail pages, and the commit costs little.
const BATCH: usize = 25;

/// A page that is ours to read, and whether it is the one that we had.
struct Got {
    page: Page,
    hash: String,
    fresh: bool,
}

/// Why a page is not here; the complaint is made already, unless it is carried along.
enum Missing {
    /// There is no such page, or it is not what it should be: a complaint where the page has to be there.
    NotThere(Vec<Complaint>),
    /// The site refuses us.
    Refused,
    /// robots.txt forbids it: we keep out, and nothing is wrong.
    Forbidden,
    /// This one could not be had.
    Failed,
    /// The visit cannot go on as it should: a limit of ours, or a host that has just asked for patience.
    CutShort,
    /// It is not its time: nothing is wrong, and the visit goes on later.
    Later,
}

/// The state of a visit under way.
struct Visit<'a> {
    app: &'a Arc<App>,
    source: Arc<Source>,
    run: CrawlRun,
    pages_left: u32,
    bytes_left: usize,
    /// Keys of the items that were listed, and how each was called.
    seen: HashMap<String, String>,
    /// Ids of what is kept of the source.
    known: HashSet<String>,
    asked: HashSet<String>,
    /// Items of a time that somebody asks about.
    within: usize,
    /// How far the page's items are from today at least, in days.
    nearest: Option<u64>,
    /// Addresses under which the source was found, by those under which it was looked for.
    aliases: Vec<Alias>,
    /// The source's own pages that were read; of those that came anew, what makes the next request conditional.
    read: Vec<(Request, Option<Validators>)>,
    /// The first page that came anew.
    arrived: Option<Arc<Page>>,
    progress: Progress,
    /// The host of the source's own pages.
    host: Option<String>,
    failed: bool,
}

/// Visits one source: from due to done.
///
/// A broken item costs that item, a broken page the rest of this visit; what was kept stays kept.
///
/// # Errors
/// Only the store's own; whatever the source did wrong is a complaint of the run.
pub async fn visit(app: &Arc<App>, source: &Source) -> anyhow::Result<CrawlRun> {
    let run = app.store.open_run(&source.slug, app.clock.now()).await?;
    let starts = first_requests(source, app.clock.today());
    tracing::info!(source = source.slug, run = run.id, "visit begins");
    let mut visit = Visit {
        app,
        source: Arc::new(source.clone()),
        run,
        pages_left: source.page_limit,
        bytes_left: most_bytes(source.page_limit),
        seen: HashMap::new(),
        known: app.store.times_missing(&source.slug).await?.into_keys().collect(),
        asked: HashSet::new(),
        within: 0,
        nearest: None,
        aliases: app.store.aliases(&source.slug).await?,
        read: Vec::new(),
        arrived: None,
        progress: Progress::going_on_from(app.store.unfinished(&source.slug).await?),
        host: starts.first().and_then(|start| start.url.host_str()).map(str::to_owned),
        failed: false,
    };
    visit.run.evidence.excerpt = !source.shape.lists_everything();
    if let Shape::Mail(mail) = &source.shape {
        visit.letters(mail).await?;
    }
    // At the turn of the year there are two pages: one of them has to be there. A site may begin the new one late in January, or
    // put the old one away before the year is out.
    let mut missing = Vec::new();
    let (pages, address) = (starts.len(), starts.first().map(|start| start.url.clone()));
    let by_year = source.shape.address().is_some_and(|address| address.contains("{year}"));
    for start in starts {
        let page = start.url.to_string();
        let lacks = visit.walk(start).await?;
        if by_year && !matches!(lacks, Some(Missing::NotThere(_))) {
            visit.run.evidence.years.push(page);
        }
        missing.extend(lacks);
    }
    if missing.len() == pages && !missing.is_empty() {
        visit.fail(missing.swap_remove(0));
        visit.look_for_lost_feed(address).await;
    }
    visit.look_at_reservation().await?;
    visit.close().await
}

impl Visit<'_> {
    /// Notes where a page of the list was found. The first one's arrival says whether the source itself has moved.
    fn arrive(&mut self, request: &Request, got: &Got) {
        if let Some(moved_to) = &got.page.moved_to {
            let to = moved_to.to_string();
            let detail = format!("{}: moved for good to {to}; correct the roadmap", request.url);
            self.complain(Complaint::new(Kind::Moved { to }, detail));
        }
        if self.arrived.is_none() && got.fresh {
            let moved = got.page.moved_to.as_ref().map(|to| (request.url.to_string(), to.to_string()));
            self.run.evidence.arrival = Some(moved.map_or(Arrival::Stayed, |(from, to)| Arrival::Moved { from, to }));
            self.arrived = Some(Arc::new(got.page.clone()));
        }
    }

    /// Items of this visit that say something new.
    fn news(&self) -> u64 {
        self.run.counts.kept.new + self.run.counts.kept.changed
    }

    fn fail(&mut self, missing: Missing) {
        self.failed |= !matches!(missing, Missing::Later);
        if let Missing::NotThere(complaints) = missing {
            for complaint in complaints {
                self.complain(complaint);
            }
        }
    }

    /// Where a feed's address leads nowhere any more, its site may say where it has one now.
    async fn look_for_lost_feed(&mut self, address: Option<Url>) {
        let is_gone = self.run.complaints.iter().any(|complaint| matches!(complaint.kind, Kind::NotFound | Kind::Gone));
        if let (Shape::Feed(_), true, Some(address)) = (&self.source.shape, is_gone, address)
            && let Some(found) = lost_feed::look_for(&self.app.fetcher, &address, self.now()).await
        {
            self.complain(found);
        }
    }

    /// Fetches a page, conditionally where we have it.
    async fn page(&mut self, request: &Request) -> anyhow::Result<Result<Got, Missing>> {
        if let Some(sign) = sign_of_a_trap(&request.url) {
            let detail = format!("{}: not asked, for {sign}: a trap for crawlers", request.url);
            return Ok(Err(Missing::NotThere(vec![Complaint::new(Kind::Trap, detail)])));
        }
        if self.pages_left == 0 {
            let detail = format!(
                "{}: the limit of {} pages is reached; raise page_limit in the roadmap if the source is that large",
                request.url, self.source.page_limit
            );
            self.complain(Complaint::new(Kind::PageLimit { pages: self.source.page_limit.into() }, detail));
            return Ok(Err(Missing::CutShort));
        }
        if self.bytes_left == 0 {
            let detail = format!(
                "{}: not asked, for the pages of this visit came to more bytes than a source of {} pages has",
                request.url, self.source.page_limit
            );
            self.complain(Complaint::new(Kind::ByteLimit, detail));
            return Ok(Err(Missing::CutShort));
        }
        self.pages_left -= 1;
        if let Some(got) = self.read_before(request).await? {
            return Ok(Ok(got));
        }
        let kept = self.app.store.kept_request(&self.source.slug, request).await?;
        let validators = kept.as_ref().map(|kept| kept.validators.clone()).unwrap_or_default();
        let now = self.app.clock.now();
        let fetched = match self.app.fetcher.get(request, &validators, now).await {
            Ok(Fetched::NotModified) => match self.kept(request).await? {
                Some(got) => {
                    self.app.store.note_unmodified(&self.source.slug, request, now).await?;
                    self.run.counts.not_modified += 1;
                    self.progress.answered(request);
                    return Ok(Ok(got));
                }
                // The server says that we have it, we do not: ask once more without conditions.
                None => self.app.fetcher.get(request, &Validators::default(), now).await,
            },
            other => other,
        };
        match fetched {
            Ok(Fetched::Page(page)) => {
                self.run.counts.pages += 1;
                self.progress.answered(request);
                self.bytes_left = self.bytes_left.saturating_sub(page.body.len());
                let hash = page::body_hash(&page);
                Ok(Ok(Got { page, hash, fresh: true }))
            }
            Ok(Fetched::NotModified) => {
                let detail = format!("{}: answered \"not modified\" to an unconditional request", request.url);
                self.complain(Complaint::new(Kind::Status { status: 304 }, detail));
                Ok(Err(Missing::Failed))
            }
            Err(error) => {
                if matches!(error, FetchError::NotFound { .. } | FetchError::Gone { .. }) {
                    return Ok(Err(Missing::NotThere(vec![Complaint::from(&error)])));
                }
                self.wait_for(request, &error).await?;
                Ok(Err(match error {
                    error if error.is_only_early() => Missing::Later,
                    error if error.is_forbidden() => Missing::Forbidden,
                    error if error.is_blocked() => Missing::Refused,
                    FetchError::Later { .. } => Missing::CutShort,
                    _ => Missing::Failed,
                }))
            }
        }
    }

    /// The last good answer to a request.
    async fn kept(&self, request: &Request) -> anyhow::Result<Option<Got>> {
        let Some(kept) = self.app.store.kept_request(&self.source.slug, request).await? else { return Ok(None) };
        let page = self.app.store.page(&kept.page).await?;
        Ok(page.map(|page| Got { page, hash: kept.page, fresh: false }))
    }

    /// Reads a page of the source, keeps what it holds, and returns where it goes on.
    async fn read_page(&mut self, request: &Request, got: Got) -> anyhow::Result<Result<Further, Missing>> {
        let Got { page, hash, fresh } = got;
        let (source, asked) = (Arc::clone(&self.source), request.clone());
        let (mut page, reading) = tokio::task::spawn_blocking(move || {
            let reading = read(&source, &asked, &page);
            (page, reading)
        })
        .await?;
        let failed = reading.failed();
        // Half of a page under the whole one's validators would be "not modified" for good.
        let broken_off = reading.broken_off;
        if !fresh {
            self.read.push((request.clone(), broken_off.then(Validators::default)));
        }
        self.run.evidence.declared_empty |= reading.declared_empty;
        self.run.evidence.unmatched |= reading.unmatched;
        self.run.evidence.unreadable += reading.unreadable as u64;
        self.run.evidence.excerpt |= reading.excerpt;
        let items = (reading.found.len() + reading.unreadable) as u64;
        let Reading { found, next, parts, complaints, aged, total, .. } = reading;
        if failed {
            return Ok(Err(Missing::NotThere(complaints.iter().map(Complaint::from).collect())));
        }
        for complaint in complaints {
            self.complain(Complaint::from(&complaint));
        }
        let found = self.bounded(found, &page.url);
        for batch in found.chunks(BATCH) {
            self.keep(batch, &hash).await?;
        }
        self.note_aged(aged, &hash).await?;
        // A crash before this reads it again. Its validators count once the visit is known to have read it well.
        if fresh {
            let whole = std::mem::take(&mut page.validators);
            let validators = if broken_off { Validators::default() } else { whole };
            self.app.store.keep_pages(&self.source.slug, vec![(request.clone(), page)]).await?;
            self.read.push((request.clone(), Some(validators)));
        }
        Ok(Ok(Further { next, parts, items, total }))
    }

    fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Notes when it makes sense to ask again. A host that wants its time does so for each of its pages: one complaint is enough.
    async fn wait_for(&mut self, request: &Request, error: &FetchError) -> anyhow::Result<()> {
        let is_first = self.progress.goes_on_at().is_none();
        if let FetchError::Later { at, because, .. } = error {
            self.progress.may_go_on(*at);
            let evidence = &mut self.run.evidence;
            // That it has just asked says more than that it had asked before.
            if evidence.waits_for.is_none() || *because == Wait::Asked {
                evidence.waits_for = Some(*because);
            }
            if request.url.host_str() == self.host.as_deref() {
                evidence.host_waits_until = evidence.host_waits_until.max(Some(*at));
            }
            if is_first {
                // At once: a visit may be broken off, and the host's wish holds all the same.
                manners::keep(self.app).await?;
            }
        }
        let retry_at = &mut self.run.evidence.retry_at;
        *retry_at = self.progress.goes_on_at().or(error.retry_at()).or(*retry_at);
        if is_first || !error.is_only_early() {
            self.complain(Complaint::from(error));
        }
        Ok(())
    }

    /// A source can go wrong in thousands of places at once; the first hundred tell as much.
    fn complain(&mut self, what: Complaint) {
        const MOST_COMPLAINTS: usize = 100;
        tracing::warn!(source = self.source.slug, run = self.run.id, "{what}");
        what.add_to(&mut self.run.complaints, MOST_COMPLAINTS);
    }
}
