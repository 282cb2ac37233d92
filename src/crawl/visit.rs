//! One source, from due to done.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sources::Source;
use sources::fetch::{FetchError, Fetched};
use sources::page::{self, Page, Request};
use sources::read::{Found, Reading, first_requests, read, read_detail};
use sources::source::Moderation;

use crate::app::App;
use crate::candidate::candidate;
use crate::record::Review;
use crate::store::{CrawlRun, Outcome};

/// Items normalised and kept together: a crash loses no more than their detail pages, and the commit costs little.
const BATCH: usize = 25;

/// A page that is ours to read, and whether it is the one that we had.
struct Got {
    page: Page,
    hash: String,
    fresh: bool,
}

/// Why a page is not here; the complaint is made already.
enum Missing {
    /// robots.txt forbids it: we keep out, and nothing is wrong.
    Forbidden,
    /// The visit is not whole.
    Failed,
}

/// The state of a visit under way.
struct Visit<'a> {
    app: &'a Arc<App>,
    source: Arc<Source>,
    run: CrawlRun,
    pages_left: u32,
    seen: HashSet<String>,
    failed: bool,
    declared_empty: bool,
}

/// Visits one source: from due to done.
///
/// A broken item costs that item, a broken page the rest of this visit; what was kept stays kept.
///
/// # Errors
/// Only the store's own; whatever the source did wrong is a complaint of the run.
pub async fn visit(app: &Arc<App>, source: &Source) -> anyhow::Result<CrawlRun> {
    let run = app.store.open_run(&source.slug, app.clock.now()).await?;
    tracing::info!(source = source.slug, run = run.id, "visit begins");
    let mut visit = Visit {
        app,
        source: Arc::new(source.clone()),
        run,
        pages_left: source.page_limit,
        seen: HashSet::new(),
        failed: false,
        declared_empty: false,
    };
    let mut requests: VecDeque<Request> = first_requests(source, app.clock.today()).into();
    while let Some(request) = requests.pop_front() {
        match visit.page(&request).await? {
            Ok(got) => {
                if let Some(next) = visit.read_page(&request, got).await? {
                    requests.push_front(next);
                }
            }
            Err(Missing::Forbidden | Missing::Failed) => visit.failed = true,
        }
    }
    visit.close().await
}

impl Visit<'_> {
    /// Fetches a page, conditionally where we have it.
    async fn page(&mut self, request: &Request) -> anyhow::Result<Result<Got, Missing>> {
        if self.pages_left == 0 {
            self.complain(format!(
                "{}: the limit of {} pages is reached; raise page_limit in the roadmap if the source is that large",
                request.url, self.source.page_limit
            ));
            return Ok(Err(Missing::Failed));
        }
        self.pages_left -= 1;
        let kept = self.app.store.kept_request(&self.source.slug, request).await?;
        let validators = kept.as_ref().map(|kept| kept.validators.clone()).unwrap_or_default();
        let now = self.app.clock.now();
        let fetched = match self.app.fetcher.get(request, &validators, now).await {
            Ok(Fetched::NotModified) => match self.kept_page(kept.as_ref().map(|kept| kept.page.as_str())).await? {
                Some(got) => return Ok(Ok(got)),
                // The server says that we have it, we do not: ask once more without conditions.
                None => self.app.fetcher.get(request, &page::Validators::default(), now).await,
            },
            other => other,
        };
        match fetched {
            Ok(Fetched::Page(page)) => {
                self.run.counts.pages += 1;
                let hash = page::body_hash(&page);
                Ok(Ok(Got { page, hash, fresh: true }))
            }
            Ok(Fetched::NotModified) => {
                self.complain(format!("{}: answered \"not modified\" to an unconditional request", request.url));
                Ok(Err(Missing::Failed))
            }
            Err(error) => {
                self.complain_of(&error);
                Ok(Err(if error.is_forbidden() { Missing::Forbidden } else { Missing::Failed }))
            }
        }
    }

    async fn kept_page(&mut self, hash: Option<&str>) -> anyhow::Result<Option<Got>> {
        let Some(hash) = hash else { return Ok(None) };
        let page = self.app.store.page(hash).await?;
        if page.is_some() {
            self.run.counts.not_modified += 1;
        }
        Ok(page.map(|page| Got { page, hash: hash.to_owned(), fresh: false }))
    }

    /// Reads a page of the source, keeps what it holds, and returns the request for the next one.
    async fn read_page(&mut self, request: &Request, got: Got) -> anyhow::Result<Option<Request>> {
        let Got { page, hash, fresh } = got;
        let (source, asked) = (Arc::clone(&self.source), request.clone());
        let (page, reading) = tokio::task::spawn_blocking(move || {
            let reading = read(&source, &asked, &page);
            (page, reading)
        })
        .await?;
        let failed = reading.failed();
        self.declared_empty |= reading.declared_empty;
        let Reading { found, next, complaints, .. } = reading;
        for complaint in complaints {
            self.complain(complaint.to_string());
        }
        if failed {
            self.failed = true;
            return Ok(None);
        }
        for batch in found.chunks(BATCH) {
            self.keep(batch, &hash).await?;
        }
        // Validators count only once the page was read and its items are kept: a crash before this reads it again.
        if fresh {
            self.app.store.keep_page(&self.source.slug, request, &page).await?;
        }
        Ok(next)
    }

    async fn keep(&mut self, batch: &[Found], hash: &str) -> anyhow::Result<()> {
        let mut findings = Vec::new();
        for found in batch {
            if !self.seen.insert(found.finding.key.clone()) {
                continue;
            }
            match &found.detail {
                Some(detail) => findings.extend(self.with_detail(found, detail, hash).await?),
                None => findings.push((found.finding.clone(), hash.to_owned())),
            }
        }
        let (source, lexicon, today) = (Arc::clone(&self.source), Arc::clone(&self.app.lexicon), self.app.clock.today());
        let candidates = tokio::task::spawn_blocking(move || {
            findings
                .into_iter()
                .map(|(finding, page)| candidate(finding, &source, &lexicon, today, Some(page)))
                .collect::<Vec<_>>()
        })
        .await?;
        let review = match self.source.moderation {
            Moderation::Auto => Review::Approved,
            Moderation::Review => Review::New,
        };
        self.run.counts.kept += self.app.store.keep(&candidates, review, self.now()).await?;
        Ok(())
    }

    /// The finding with what its own page adds. Where that page cannot be had it is kept as the list tells it, and the visit is
    /// partial; where robots.txt forbids the page, its owner does not want it told by us: it is left out.
    async fn with_detail(
        &mut self,
        found: &Found,
        detail: &Request,
        list_hash: &str,
    ) -> anyhow::Result<Option<(sources::Finding, String)>> {
        let Got { page, hash, fresh } = match self.page(detail).await? {
            Ok(got) => got,
            Err(Missing::Forbidden) => return Ok(None),
            Err(Missing::Failed) => {
                self.failed = true;
                return Ok(Some((found.finding.clone(), list_hash.to_owned())));
            }
        };
        let (source, finding) = (Arc::clone(&self.source), found.finding.clone());
        let (page, (finding, complaints)) = tokio::task::spawn_blocking(move || {
            let read = read_detail(&source, finding, &page);
            (page, read)
        })
        .await?;
        let well = complaints.is_empty();
        for complaint in complaints {
            self.complain(complaint.to_string());
        }
        if fresh && well {
            self.app.store.keep_page(&self.source.slug, detail, &page).await?;
        }
        Ok(Some((finding, hash)))
    }

    async fn close(mut self) -> anyhow::Result<CrawlRun> {
        let items = self.run.counts.kept.items;
        if !self.failed && !self.declared_empty && items < u64::from(self.source.floor) {
            self.complain(format!("{items} items, fewer than the floor of {}: has the page changed?", self.source.floor));
            self.failed = true;
        }
        self.run.outcome = match (self.failed, items) {
            (false, _) => Outcome::Done,
            (true, 0) => Outcome::Failed,
            (true, _) => Outcome::Partial,
        };
        let now = self.now();
        let run = self.app.store.close_run(self.run, now).await?;
        tracing::info!(source = run.source, run = run.id, outcome = ?run.outcome, items = run.counts.kept.items, "visit ends");
        Ok(run)
    }

    fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    fn complain_of(&mut self, error: &FetchError) {
        if let Some(at) = error.retry_at() {
            self.run.retry_at = Some(self.run.retry_at.map_or(at, |known| known.max(at)));
        }
        self.complain(error.to_string());
    }

    /// A source can go wrong in thousands of places at once; the first hundred tell as much.
    fn complain(&mut self, what: String) {
        const MOST_COMPLAINTS: usize = 100;
        tracing::warn!(source = self.source.slug, run = self.run.id, "{what}");
        if self.run.complaints.len() < MOST_COMPLAINTS {
            self.run.complaints.push(what);
        }
    }
}
