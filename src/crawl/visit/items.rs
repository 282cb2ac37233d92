//! From what a page lists to what is kept: each item's record, and what it tells of the source's health.

use std::sync::Arc;

use sources::Finding;
use sources::read::Found;
use sources::source::Moderation;
use tokio::task::JoinHandle;

use super::bounds::{days_off, is_within};
use super::own_page::Told;
use super::{BATCH, Visit};
use crate::candidate::candidate;
use crate::record::Review;
use crate::store::{Candidate, MISSING_BEFORE_UNLISTED};

impl Visit<'_> {
    /// Keeps a batch of items: their pages are fetched one after another, read and normalised on every core while the next ones
    /// are on their way, and written in one transaction.
    pub(super) async fn keep(&mut self, batch: &[Found], hash: &str) -> anyhow::Result<()> {
        let mut told = Vec::new();
        for found in batch {
            let Some(key) = self.new_key(found).await? else { continue };
            let of_list = (Finding { key, ..found.finding.clone() }, hash.to_owned());
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
    pub(super) fn normalising(&self, finding: Finding, hash: String) -> Record {
        let (source, lexicon, today) = (Arc::clone(&self.source), Arc::clone(&self.app.lexicon), self.app.clock.today());
        Record::UnderWay(tokio::task::spawn_blocking(move || candidate(finding, &source, &lexicon, today, Some(hash))))
    }

    /// What an item carried counts as evidence of the source's health.
    fn note(&mut self, candidate: &Candidate) {
        let (opportunity, today) = (&candidate.opportunity, self.app.clock.today());
        self.within += usize::from(is_within(self.source.window, &opportunity.deadline, &opportunity.event, today));
        self.nearest = self.nearest.into_iter().chain(days_off(&opportunity.deadline, &opportunity.event, today)).min();
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

    /// Notes that known items are still listed, whatever else there is to say of them.
    pub(super) async fn still_listed(&mut self, ids: &[String]) -> anyhow::Result<()> {
        let known = self.app.store.still_listed(ids, self.now()).await?;
        self.run.counts.kept.items += known;
        self.run.counts.kept.unchanged += known;
        self.run.evidence.only_listed += known;
        Ok(())
    }

    /// Items that are too old to be read anew: those that we know are listed still. One that had been taken for gone is read again.
    pub(super) async fn note_aged(&mut self, aged: Vec<Found>, hash: &str) -> anyhow::Result<()> {
        if aged.is_empty() {
            return Ok(());
        }
        let missing = self.app.store.times_missing(&self.source.slug).await?;
        let (mut listed, mut back) = (Vec::new(), Vec::new());
        for found in aged {
            let key = self.key_among(&found).await?;
            let id = Finding { key, ..found.finding.clone() }.id();
            match missing.get(&id) {
                Some(times) if *times >= MISSING_BEFORE_UNLISTED => back.push(found),
                Some(_) => listed.push(id),
                None => {}
            }
        }
        self.still_listed(&listed).await?;
        for batch in back.chunks(BATCH) {
            self.keep(batch, hash).await?;
        }
        Ok(())
    }
}

/// An item's record.
pub(super) enum Record {
    Ready(Box<Candidate>),
    UnderWay(JoinHandle<Candidate>),
}
