//! `/api/v1/sources`: every source of the roadmap, or one, with how its visits go. The page about the sources shows the same.

use axum::extract::{Path, RawQuery, State};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sources::source::{Moderation, Names, Shape};
use url::form_urlencoded;

use crate::complaint::Complaint;
use crate::crawl::health::{Health, Reason};
use crate::crawl::standing::{self, Standing};
use crate::search::query::{BadParameter, bad};
use crate::store::{CrawlRun, Move, Outcome, Reviews, RunCounts, SeenReservation};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::openapi::responses::{Always, Missing, WrongParameter};
use crate::web::problem::Problem;

/// Visits shown: enough for a small chart, few enough for a page of a hundred sources.
const RUNS: usize = 12;

/// One source and its visits.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(crate) struct SourceStatus {
    pub(crate) slug: String,
    name: Names,
    network: String,
    /// Where it is read, as the roadmap has it.
    address: Option<String>,
    /// Where its interface is documented, or why it is off.
    evidence: Option<String>,
    shape: &'static str,
    pub(crate) active: bool,
    moderation: Moderation,
    schedule: Option<String>,
    pub(crate) state: Health,
    /// Since when it is in that state, where that has been noted.
    since: Option<DateTime<Utc>>,
    /// Why, where not all is well.
    reasons: Vec<Reason>,
    next_due: Option<DateTime<Utc>>,
    pub(crate) last_success: Option<DateTime<Utc>>,
    /// When it last had something that was not known; a page that is watched: when it last said something else.
    last_new: Option<DateTime<Utc>>,
    /// After how many days without anything new it is called quiet.
    cadence_days: Option<u32>,
    /// Of a manual source: whom to ask; told to staff only.
    contact: Option<String>,
    /// A person should ask this week.
    call_due: bool,
    /// Its address leads elsewhere for good.
    moved: Option<Move>,
    /// What it declares of text and data mining.
    tdm: Option<SeenReservation>,
    /// What staff made of its records.
    reviews: Reviews,
    /// The share of them that was worth keeping.
    precision: Option<f64>,
    /// Newest first.
    runs: Vec<Run>,
}

/// One visit.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[schema(as = Visit)]
struct Run {
    started_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    outcome: Outcome,
    counts: RunCounts,
    complaints: Vec<Complaint>,
}

#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Sources)]
pub(crate) struct Answer {
    sources: Vec<SourceStatus>,
}

/// Every source of the roadmap with its last visits.
#[utoipa::path(
    get,
    path = "/api/v1/sources",
    operation_id = "list_sources",
    tag = "sources",
    params(("state" = Option<Health>, Query, description = "Only those in this state.")),
    responses((status = 200, description = "In the order of the roadmap.", body = Answer), WrongParameter, Always)
)]
pub(crate) async fn list(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Json<Answer>, Problem> {
    let wanted = state_asked_for(raw.as_deref().unwrap_or_default())?;
    let standings = standing::all(&state.store, &state.sources, state.clock.now()).await?;
    let mut sources: Vec<_> = standings.into_iter().map(|standing| seen_by(&viewer, standing)).collect();
    sources.retain(|source| wanted.is_none_or(|wanted| source.state == wanted));
    Ok(Json(Answer { sources }))
}

/// One source of the roadmap with its last visits.
#[utoipa::path(
    get,
    path = "/api/v1/sources/{slug}",
    operation_id = "one_source",
    tag = "sources",
    params(("slug" = String, Path, description = "As in the list.")),
    responses((status = 200, description = "The source.", body = SourceStatus), Always, Missing)
)]
pub(crate) async fn one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(slug): Path<String>,
) -> Result<Json<SourceStatus>, Problem> {
    let source = state.sources.iter().filter(|source| source.slug == slug).cloned().collect::<Vec<_>>();
    let mut standings = standing::all(&state.store, &source, state.clock.now()).await?;
    let missing = || Problem::not_found("There is no source of this slug; /api/v1/sources lists them.");
    let standing = standings.pop().ok_or_else(missing)?;
    Ok(Json(seen_by(&viewer, standing)))
}

/// The state whose sources are asked for; none asks for all.
fn state_asked_for(raw: &str) -> Result<Option<Health>, BadParameter> {
    let mut wanted = None;
    for (name, value) in form_urlencoded::parse(raw.as_bytes()) {
        match &*name {
            "state" => {
                let known = Health::ALL.into_iter().find(|health| health.code() == value);
                let states = || Health::ALL.map(Health::code).join(", ");
                wanted = Some(known.ok_or_else(|| bad("state", format!("write one of {}", states())))?);
            }
            other => return Err(bad(other, "there is no such parameter; there is state")),
        }
    }
    Ok(wanted)
}

/// Every source in the order of the roadmap, as staff are told of it.
pub(crate) async fn all(state: &WebState) -> anyhow::Result<Vec<SourceStatus>> {
    let standings = standing::all(&state.store, &state.sources, state.clock.now()).await?;
    Ok(standings.into_iter().map(SourceStatus::from).collect())
}

/// A source as this viewer is told of it.
fn seen_by(viewer: &Viewer, standing: Standing) -> SourceStatus {
    SourceStatus::from(if viewer.name().is_some() { standing } else { standing.for_anyone() })
}

impl From<Standing> for SourceStatus {
    fn from(standing: Standing) -> Self {
        let Standing {
            source,
            judgement,
            since,
            mut runs,
            last_success,
            last_new,
            next_due,
            reviews,
            moved,
            reservation,
            call_due,
        } = standing;
        runs.truncate(RUNS);
        Self {
            shape: source.shape.name(),
            address: source.shape.address().map(str::to_owned),
            evidence: source.evidence,
            contact: match source.shape {
                Shape::Manual(manual) => manual.contact,
                _ => None,
            },
            slug: source.slug,
            name: source.name,
            network: source.network,
            active: source.active,
            moderation: source.moderation,
            schedule: source.schedule,
            cadence_days: source.cadence_days,
            state: judgement.state,
            reasons: judgement.reasons,
            since,
            next_due,
            last_success,
            last_new,
            call_due,
            moved,
            tdm: reservation,
            precision: reviews.precision(),
            reviews,
            runs: runs.into_iter().map(Run::from).collect(),
        }
    }
}

impl From<CrawlRun> for Run {
    fn from(run: CrawlRun) -> Self {
        let CrawlRun { started_at, finished_at, outcome, counts, complaints, .. } = run;
        Self { started_at, finished_at, outcome, counts, complaints }
    }
}
