//! `/api/v1/sources`: every source of the roadmap with how its visits go. The page about the sources shows the same.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sources::Source;
use sources::source::{Moderation, Names};

use crate::crawl::health::{self, Health, Reason};
use crate::store::{CrawlRun, Outcome, RunCounts};
use crate::web::WebState;
use crate::web::problem::Problem;

/// Visits shown: enough for a small chart, few enough for a page of a hundred sources.
const RUNS: usize = 12;

/// One source and its visits.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SourceStatus {
    pub(crate) slug: String,
    pub(crate) name: Names,
    pub(crate) network: String,
    pub(crate) shape: &'static str,
    pub(crate) active: bool,
    pub(crate) moderation: Moderation,
    pub(crate) schedule: Option<String>,
    pub(crate) state: Health,
    /// Why, where not all is well.
    pub(crate) reasons: Vec<Reason>,
    pub(crate) next_due: Option<DateTime<Utc>>,
    pub(crate) last_success: Option<DateTime<Utc>>,
    /// Newest first.
    pub(crate) runs: Vec<Run>,
}

/// One visit.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Run {
    pub(crate) started_at: DateTime<Utc>,
    pub(crate) finished_at: Option<DateTime<Utc>>,
    pub(crate) outcome: Outcome,
    pub(crate) counts: RunCounts,
    pub(crate) complaints: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Answer {
    sources: Vec<SourceStatus>,
}

pub(crate) async fn list(State(state): State<WebState>) -> Result<Json<Answer>, Problem> {
    Ok(Json(Answer { sources: all(&state).await? }))
}

/// Every source in the order of the roadmap.
pub(crate) async fn all(state: &WebState) -> anyhow::Result<Vec<SourceStatus>> {
    let mut statuses = Vec::with_capacity(state.sources.len());
    for source in state.sources.iter() {
        statuses.push(status(state, source).await?);
    }
    Ok(statuses)
}

async fn status(state: &WebState, source: &Source) -> anyhow::Result<SourceStatus> {
    let mut runs = state.store.runs(&source.slug, health::VISITS).await?;
    let last_new = state.store.last_new(&source.slug).await?;
    let health::Judgement { state: judged, reasons } = health::judge(source, &runs, last_new, state.clock.now());
    let next_due = match &source.schedule {
        Some(schedule) if source.active => state.store.next_due(&source.slug, schedule).await?,
        _ => None,
    };
    let succeeded =
        runs.iter().filter(|run| matches!(run.outcome, Outcome::Done | Outcome::Partial)).find_map(|run| run.finished_at);
    runs.truncate(RUNS);
    Ok(SourceStatus {
        slug: source.slug.clone(),
        name: source.name.clone(),
        network: source.network.clone(),
        shape: source.shape.name(),
        active: source.active,
        moderation: source.moderation,
        schedule: source.schedule.clone(),
        state: judged,
        reasons,
        next_due,
        last_success: succeeded,
        runs: runs.into_iter().map(Run::from).collect(),
    })
}

impl From<CrawlRun> for Run {
    fn from(run: CrawlRun) -> Self {
        let CrawlRun { started_at, finished_at, outcome, counts, complaints, .. } = run;
        Self { started_at, finished_at, outcome, counts, complaints }
    }
}
