//! From what a page lists to what is kept: each item's own page, its record, and what it tells of the source's health.

use std::sync::Arc;

use sources::page::Request;
use sources::read::{Found, linked_files, read_detail};
use sources::source::Moderation;

use super::bounds::is_within;
use super::files::is_file;
use super::{Got, Missing, Visit};
use crate::candidate::candidate;
use crate::crawl::complaint::Complaint;
use crate::record::Review;
use crate::store::Candidate;

impl Visit<'_> {
    pub(super) async fn keep(&mut self, batch: &[Found], hash: &str) -> anyhow::Result<()> {
        let mut findings = Vec::new();
        for found in batch {
            if !self.seen.insert(found.finding.key.clone()) {
                continue;
            }
            if let Some(detail) = &found.detail {
                findings.extend(self.with_detail(found, detail, hash).await?);
            } else {
                let mut finding = found.finding.clone();
                self.attach(&mut finding, &found.files).await?;
                findings.push((finding, hash.to_owned()));
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
        for candidate in &candidates {
            self.note(candidate);
        }
        let review = match self.source.moderation {
            Moderation::Auto => Review::Approved,
            Moderation::Review => Review::New,
        };
        self.run.counts.kept += self.app.store.keep(&candidates, review, self.now()).await?;
        Ok(())
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

    /// The finding with what its own page adds. Where that page cannot be had it is kept as the list tells it, and the visit is
    /// partial; where robots.txt forbids the page, its owner does not want it told by us: it is left out.
    async fn with_detail(
        &mut self,
        found: &Found,
        detail: &Request,
        list_hash: &str,
    ) -> anyhow::Result<Option<(sources::Finding, String)>> {
        let fetched = match self.unchanged(found, detail).await? {
            Some(got) => Ok(got),
            None => self.page(detail).await?,
        };
        let Got { page, hash, fresh } = match fetched {
            Ok(got) => got,
            Err(Missing::Forbidden) => return Ok(None),
            Err(missing) => {
                self.fail(missing);
                if found.finding.title.is_empty() {
                    // A site map tells no more than the address.
                    return Ok(None);
                }
                return Ok(Some((found.finding.clone(), list_hash.to_owned())));
            }
        };
        let (source, mut finding) = (Arc::clone(&self.source), found.finding.clone());
        if is_file(&page) {
            self.attach_itself(&mut finding, &page).await?;
            if fresh && !finding.attachments.is_empty() {
                self.app.store.keep_page(&self.source.slug, detail, &page).await?;
            }
            return Ok((!finding.title.is_empty()).then_some((finding, hash)));
        }
        let (page, mut finding, complaints, files) = tokio::task::spawn_blocking(move || {
            let (finding, complaints) = read_detail(&source, finding, &page);
            let files = linked_files(&source, &finding, Some(&page));
            (page, finding, complaints, files)
        })
        .await?;
        let well = complaints.is_empty();
        for complaint in complaints {
            self.complain(Complaint::from(&complaint));
        }
        if fresh && well {
            self.app.store.keep_page(&self.source.slug, detail, &page).await?;
        }
        self.attach(&mut finding, &files).await?;
        Ok(Some((finding, hash)))
    }
}
