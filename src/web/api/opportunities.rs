//! `/api/v1/opportunities`: any question answered, and one record by its id.

use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use index::Answer;
use serde_json::{Map, Value};
use sources::normalise::series::series;

use crate::document;
use crate::record::{Record, Review, status_at};
use crate::web::access::Viewer;
use crate::web::problem::Problem;
use crate::web::query::{Format, SearchQuery};
use crate::web::search::SearchError;
use crate::web::{WebState, answer, csv, paging};

pub(crate) async fn list(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = SearchQuery::from_query_string(raw.as_deref().unwrap_or_default())?;
    let found = state.finder.find(&query, state.clock.now(), viewer.reader()).await?;
    let total = found.total;
    let mut response = match query.format {
        Format::Json => ([(header::CONTENT_TYPE, "application/json")], answer::to_json(&query, found)?).into_response(),
        Format::Csv => table(&found)?,
    };
    paging::link(response.headers_mut(), "/api/v1/opportunities", &query, total);
    Ok(response)
}

pub(crate) async fn one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let record = visible(&state, &viewer, &id).await?;
    let editions = state.store.editions(&record.id).await?;
    let item = document::item(&record);
    let body = match series(editions, state.clock.today()) {
        None => item,
        Some(series) => {
            let mut members: Map<String, Value> = serde_json::from_str(&item).map_err(anyhow::Error::from)?;
            members.insert("series".into(), serde_json::to_value(series).map_err(anyhow::Error::from)?);
            serde_json::to_string(&members).map_err(anyhow::Error::from)?
        }
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
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
