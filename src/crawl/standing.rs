//! How one source stands, all that is known of it in one value: for its page, the API and the mails to staff.

use chrono::{DateTime, Utc};
use sources::Source;
use sources::source::Shape;

use super::calls;
use super::health::{self, Health, Judgement, Known};
use crate::complaint::{Complaint, Kind};
use crate::store::{CrawlRun, KnownState, Move, Reviews, SeenReservation, Store};

/// How a source stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The source.
    pub source: Source,
    /// Its state, and why.
    pub judgement: Judgement,
    /// Since when it is in that state, where that has been noted.
    pub since: Option<DateTime<Utc>>,
    /// Its visits, newest first; of a source that people ask, when they did.
    pub runs: Vec<CrawlRun>,
    /// When a visit last read something.
    pub last_success: Option<DateTime<Utc>>,
    /// When it last had an item that was not known; a page that is watched: when it last said something else.
    pub last_new: Option<DateTime<Utc>>,
    /// When it is due; none where nobody visits it by schedule.
    pub next_due: Option<DateTime<Utc>>,
    /// What staff made of its records.
    pub reviews: Reviews,
    /// Where it has moved to.
    pub moved: Option<Move>,
    /// What it declares of text and data mining.
    pub reservation: Option<SeenReservation>,
    /// A source that people ask: whether it is due this week, and nobody has asked yet.
    pub call_due: bool,
}

/// How every source of the roadmap stands, in its order.
pub async fn all(store: &Store, sources: &[Source], now: DateTime<Utc>) -> anyhow::Result<Vec<Standing>> {
    let (known, all_moves) = (store.known_states().await?, store.moves().await?);
    let mut standings = Vec::with_capacity(sources.len());
    for source in sources {
        let known = known.iter().find(|known| known.source == source.slug);
        let moved = all_moves.iter().find(|moved| moved.source == source.slug);
        standings.push(one(store, source, known, moved, now).await?);
    }
    Ok(standings)
}

async fn one(
    store: &Store,
    source: &Source,
    known: Option<&KnownState>,
    moved: Option<&Move>,
    now: DateTime<Utc>,
) -> anyhow::Result<Standing> {
    let mut runs = store.runs(&source.slug, health::VISITS).await?;
    let is_manual = matches!(source.shape, Shape::Manual(_));
    let asked = runs.iter().find(|run| is_manual || run.evidence.by_hand).map(|run| run.started_at);
    runs.retain(|run| is_manual || !run.evidence.by_hand);
    let last_new = match source.shape {
        // It has one item for good: there, what the page says anew is new.
        Shape::Page(_) => store.last_said(&source.slug).await?,
        _ => store.last_new(&source.slug).await?,
    };
    let reviews = store.reviews(&source.slug).await?;
    let judgement = health::judge(source, Known { visits: &runs, last_new, reviews }, now);
    let next_due = match &source.schedule {
        Some(schedule) if source.active && !is_manual => store.next_due(&source.slug, schedule).await?,
        _ => None,
    };
    let since = known.filter(|known| known.state == judgement.state.code()).map(|known| known.since);
    let succeeded = |run: &&CrawlRun| run.has_read() || is_manual;
    Ok(Standing {
        call_due: calls::is_due(source, asked, last_new, now),
        last_success: runs.iter().filter(succeeded).find_map(|run| run.finished_at),
        // A roadmap that was corrected since has another address.
        moved: moved.filter(|moved| source.shape.address() == Some(moved.address.as_str())).cloned(),
        reservation: store.reservation(&source.slug).await?,
        source: source.clone(),
        judgement,
        since,
        runs,
        last_new,
        next_due,
        reviews,
    })
}

impl Standing {
    /// As it is told to whoever is not of the staff: no people to call, no words of a complaint about the office's own letters, and none
    /// about the office's own settings.
    #[must_use]
    pub fn for_anyone(mut self) -> Self {
        let is_public = self.source.shape.is_public();
        if let Shape::Manual(manual) = &mut self.source.shape {
            manual.contact = None;
        }
        for complaint in self.runs.iter_mut().flat_map(|run| &mut run.complaints) {
            if !is_public || complaint.kind == Kind::Setup {
                *complaint = complaint.clone().without_detail();
            }
        }
        self
    }

    /// Whether staff have something to look at.
    pub fn wants_a_look(&self) -> bool {
        !self.judgement.reasons.is_empty()
            || self.moved.is_some()
            || matches!(self.judgement.state, Health::Quiet | Health::Degraded | Health::Broken | Health::Blocked)
    }

    /// The last visit that ended.
    pub fn last_run(&self) -> Option<&CrawlRun> {
        self.runs.iter().find(|run| run.finished_at.is_some())
    }

    /// What went wrong on the last visit.
    pub fn complaints(&self) -> &[Complaint] {
        self.last_run().map_or(&[], |run| &run.complaints)
    }
}
