//! `/api/v1/opportunities`: any question answered, and one record by its id.

use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use index::Answer;
use serde::Serialize;
use sources::normalise::series::{Series, series};
use utoipa::ToSchema;

use crate::document::Item;
use crate::record::{Record, Review, status_at};
use crate::web::access::Viewer;
use crate::web::answer::Envelope;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, Missing, WrongParameter};
use crate::web::paging::{self, Part};
use crate::web::problem::Problem;
use crate::web::query::{Format, SearchQuery};
use crate::web::search::SearchError;
use crate::web::{WebState, answer, csv};

/// Any question answered, one page at a time.
#[utoipa::path(
    get,
    path = "/api/v1/opportunities",
    operation_id = "list_opportunities",
    tag = "opportunities",
    params(Question),
    responses(
        (status = 200, description = "One page of what was found; as CSV a line of each.",
            content((Envelope = "application/json"), (String = "text/csv")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Last-Modified" = Option<String>, description = "When this server first gave this answer."),
            ("Link" = String, description = "The first, previous, next and last page (RFC 8288)."))),
        Always, WrongParameter
    )
)]
pub(crate) async fn list(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = SearchQuery::from_query_string(raw.as_deref().unwrap_or_default())?;
    let found = state.finder.find(&query, state.clock.now(), viewer.reader()).await?;
    let part = Part { total: found.total, reached: answer::reached(&found)? };
    let mut response = match query.format {
        Format::Json => ([(header::CONTENT_TYPE, "application/json")], answer::to_json(&query, found)?).into_response(),
        Format::Csv => table(&found)?,
    };
    paging::link(response.headers_mut(), &query, part, |query| format!("/api/v1/opportunities{}", query.href(&[])));
    Ok(response)
}

/// One record, with the other editions of a yearly call.
#[derive(Serialize, ToSchema)]
#[schema(as = Opportunity)]
pub(crate) struct One<'a> {
    #[serde(flatten)]
    #[schema(value_type = answer::Item)]
    item: Item<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Series>,
}

/// One record by its id.
#[utoipa::path(
    get,
    path = "/api/v1/opportunities/{id}",
    operation_id = "one_opportunity",
    tag = "opportunities",
    params(("id" = String, Path, description = "As in a list's items.")),
    responses(
        (status = 200, description = "The record, with the editions of a yearly call.", body = One, headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Last-Modified" = Option<String>, description = "When this server first gave this answer."))),
        Always, Missing
    )
)]
pub(crate) async fn one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let record = visible(&state, &viewer, &id).await?;
    let series = series(state.store.editions(&record.id).await?, state.clock.today());
    Ok(Json(One { item: Item::of(&record), series }).into_response())
}

/// A record as it stands now, if this viewer may see it; what may not be seen is not there.
pub(crate) async fn visible(state: &WebState, viewer: &Viewer, id: &str) -> Result<Record, Problem> {
    let record = state.store.record(id).await?;
    let mut record = record
        .filter(|record| viewer.reader().sees().contains(&record.review) && record.review != Review::Rejected)
        .ok_or_else(|| Problem::not_found("There is no such opportunity."))?;
    record.opportunity.status = status_at(&record.opportunity, state.clock.now());
    Ok(record)
}

fn table(found: &Answer) -> anyhow::Result<Response> {
    let mut out = Vec::new();
    csv::write_header(&mut out)?;
    for item in answer::items(found)? {
        csv::write_item(&mut out, &item)?;
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"opportunities.csv\""),
    ];
    Ok((headers, out).into_response())
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Bad(bad) => bad.into(),
            SearchError::Failed(error) => error.into(),
        }
    }
}
