//! `/api/v1/sources`: every source of the roadmap with how its visits go. The page about the sources shows the same.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sources::Source;
use sources::source::{Moderation, Names, Shape};

use crate::store::{CrawlRun, Outcome, RunCounts};
use crate::web::WebState;
use crate::web::problem::Problem;

/// Visits looked at: enough for a small chart, few enough for a page of a hundred sources.
const RUNS: usize = 12;

/// How a source does, as far as its last visits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Health {
    /// The last visit read everything.
    Ok,
    /// The last visit read some.
    Degraded,
    /// The last visit read nothing.
    Broken,
    /// Not visited by schedule.
    Paused,
    /// Never visited yet.
    Waiting,
}

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
    let runs = state.store.runs(&source.slug, RUNS).await?;
    let next_due = match &source.schedule {
        Some(schedule) if source.active => state.store.next_due(&source.slug, schedule).await?,
        _ => None,
    };
    let succeeded =
        runs.iter().filter(|run| matches!(run.outcome, Outcome::Done | Outcome::Partial)).find_map(|run| run.finished_at);
    Ok(SourceStatus {
        slug: source.slug.clone(),
        name: source.name.clone(),
        network: source.network.clone(),
        shape: shape(&source.shape),
        active: source.active,
        moderation: source.moderation,
        schedule: source.schedule.clone(),
        state: judge(source, &runs),
        next_due,
        last_success: succeeded,
        runs: runs.into_iter().map(Run::from).collect(),
    })
}

/// By the last visit that has ended; one that is under way says nothing yet.
fn judge(source: &Source, runs: &[CrawlRun]) -> Health {
    if !source.active {
        return Health::Paused;
    }
    match runs.iter().find(|run| run.finished_at.is_some()).map(|run| run.outcome) {
        None => Health::Waiting,
        Some(Outcome::Done) => Health::Ok,
        Some(Outcome::Partial) => Health::Degraded,
        Some(Outcome::Failed | Outcome::Unfinished) => Health::Broken,
    }
}

fn shape(shape: &Shape) -> &'static str {
    match shape {
        Shape::Feed(_) => "feed",
        Shape::List(_) => "list",
        Shape::Json(_) => "json",
        Shape::Bespoke(_) => "bespoke",
        Shape::Manual(_) => "manual",
    }
}

impl From<CrawlRun> for Run {
    fn from(run: CrawlRun) -> Self {
        let CrawlRun { started_at, finished_at, outcome, counts, complaints, .. } = run;
        Self { started_at, finished_at, outcome, counts, complaints }
    }
}
