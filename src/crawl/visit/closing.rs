//! The end of a visit: how it went is judged once, and what it may say of the source rests on that.

use chrono::{DateTime, Utc};
use sources::page::Validators;

use super::Visit;
use crate::complaint::{Complaint, Kind};
use crate::crawl::health::{self, Reason, too_many_lost};
use crate::crawl::manners;
use crate::store::{CrawlRun, Outcome};

impl Visit<'_> {
    pub(super) async fn close(mut self) -> anyhow::Result<CrawlRun> {
        let items = self.run.counts.kept.items;
        let waits = self.progress.goes_on_at().is_some() && !self.failed;
        if !self.failed && !waits && !self.run.evidence.declared_empty && items < u64::from(self.source.floor) {
            let floor = u64::from(self.source.floor);
            let detail = format!("{items} items, fewer than the floor of {floor}: has the page changed?");
            self.complain(Complaint::new(Kind::BelowFloor { found: items, floor }, detail));
            self.failed = true;
        }
        if items == 0 && self.run.evidence.unmatched && self.run.complaints.is_empty() {
            let detail = "nothing that it lists fits its entry: compare include and exclude, or the path of the items, with what it answers";
            self.complain(Complaint::new(Kind::Unread, detail));
        }
        let (own_pages, lost, refused) = (self.run.evidence.own_pages, self.run.evidence.lost, self.run.evidence.refused);
        self.run.evidence.blocked |= too_many_lost(refused, own_pages);
        if too_many_lost(lost, own_pages) {
            let detail = format!(
                "{lost} of the {own_pages} items' own pages could not be had or read: has the way to them changed? see the \
                 complaints of each"
            );
            self.complain(Complaint::new(Kind::OwnPages { lost, all: own_pages }, detail));
            self.failed = true;
        }
        self.run.outcome = match (self.failed, items) {
            (false, _) if waits => Outcome::Waiting,
            (false, _) => Outcome::Done,
            (true, 0) => Outcome::Failed,
            (true, _) => Outcome::Partial,
        };
        manners::keep(self.app).await?;
        let (now, store) = (self.now(), &self.app.store);
        let earlier = store.runs(&self.source.slug, health::VISITS).await?;
        if self.run.outcome == Outcome::Waiting {
            self.run.evidence.waiting_since = Some(waiting_since(&earlier).unwrap_or(self.run.started_at));
        }
        self.note_progress().await?;
        let faults = health::faults_of(&self.source, &self.run, &earlier);
        // A page with which something is wrong is asked for in full next time, also where it is the one that we had.
        let read_well = faults.iter().all(|fault| *fault == Reason::Partial);
        let read = std::mem::take(&mut self.read).into_iter();
        let validators = read.filter_map(|(request, new)| match new {
            new if read_well => Some((request, new?)),
            _ => Some((request, Validators::default())),
        });
        store.set_validators(&self.source.slug, validators.collect(), now).await?;
        let says_what_is_gone = self.run.outcome == Outcome::Done && faults.is_empty() && !self.run.evidence.excerpt;
        let run =
            if says_what_is_gone { store.close_whole_run(self.run, now).await? } else { store.close_run(self.run, now).await? };
        tracing::info!(source = run.source, run = run.id, outcome = ?run.outcome, items = run.counts.kept.items, "visit ends");
        Ok(run)
    }
}

/// Since when visits, newest first, have done nothing but wait for a host, where the last one that ended did.
fn waiting_since(visits: &[CrawlRun]) -> Option<DateTime<Utc>> {
    let last = visits.iter().find(|visit| visit.finished_at.is_some() && !visit.evidence.by_hand)?;
    (last.outcome == Outcome::Waiting).then(|| last.evidence.waiting_since.unwrap_or(last.started_at))
}
