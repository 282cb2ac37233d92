//! `/api/v1/opportunities`: any question answered, and one record by its id.

use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use index::Answer;
use serde::Serialize;
use sources::normalise::series::{Series, series};
use utoipa::ToSchema;

use crate::address::segment;
use crate::document::Item;
use crate::record::{Record, status_at};
use crate::search::SearchError;
use crate::search::query::{Format, SearchQuery};
use crate::store;
use crate::web::access::Viewer;
use crate::web::answer::{Envelope, Gone};
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, Missing, WrongParameter};
use crate::web::paging::{self, Part};
use crate::web::problem::Problem;
use crate::web::{WebState, answer, csv};

/// Taken back records of one answer: as much to send as a page of items.
const MOST_GONE: usize = 1_000;

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
    // Asked before the index, so that nothing is told as gone before what changed in front of it can be found.
    let held = state.finder.index.last_change();
    let mut found = state.finder.find(&query, state.clock.now(), viewer.reader()).await?;
    let mut part = Part::of(&query, found.total, answer::reached(&found)?);
    let mut response = if query.format == Format::Csv {
        // Ten thousand lines are a second's work, which is no async worker's.
        tokio::task::spawn_blocking(move || table(&found)).await.map_err(anyhow::Error::from)??
    } else {
        let gone =
            if query.follows_changes() { Some(gone(&state, &viewer, &query, &mut found, &mut part, held).await?) } else { None };
        ([(header::CONTENT_TYPE, "application/json")], answer::to_json(&query, &found, gone.as_deref())?).into_response()
    };
    paging::link(response.headers_mut(), &query, part, |query| format!("/api/v1/opportunities{}", query.href(&[])));
    Ok(response)
}

/// What was taken back within the changes that this answer covers. Where that is more than one answer holds, the answer covers less.
async fn gone(
    state: &WebState,
    viewer: &Viewer,
    query: &SearchQuery,
    found: &mut Answer,
    part: &mut Part,
    held: u64,
) -> Result<Vec<Gone>, Problem> {
    let numbers = found.hits.iter().map(answer::changed).collect::<anyhow::Result<Vec<u64>>>()?;
    let up_to = part.next.unwrap_or_else(|| covered(held, &numbers));
    let gone = state.store.gone(query.changed_after.unwrap_or_default(), up_to, MOST_GONE).await?;
    if gone.len() == MOST_GONE
        && let Some(covered) = gone.last().map(|last| last.changed)
    {
        part.next = Some(covered);
        let hits = std::mem::take(&mut found.hits);
        for hit in hits {
            if answer::changed(&hit)? <= covered {
                found.hits.push(hit);
            }
        }
    }
    let seen = viewer.reader().sees();
    let gone = gone.into_iter().filter(|gone| !seen.contains(&gone.review));
    Ok(gone.map(|gone| Gone { id: gone.id, changed: gone.changed, joined: gone.joined }).collect())
}

/// Up to which change the last answer of a harvest tells everything: what the index held when it was asked, and all in front of what it
/// shows, for it may have moved on in between and its reader goes on from the greatest number that he saw.
fn covered(held: u64, shown: &[u64]) -> u64 {
    shown.iter().copied().fold(held, u64::max)
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
    let record = state.store.record(id).await?.filter(|record| viewer.reader().sees().contains(&record.review));
    let Some(mut record) = record else {
        return Err(match state.store.gone_record(id).await? {
            None => Problem::not_found("There is no such opportunity."),
            Some(store::Gone { joined: Some(other), .. }) => Problem::gone(format!(
                "It is the same call as `{other}`, and told there: /api/v1/opportunities/{}",
                segment(&other)
            )),
            Some(_) => Problem::gone("It was shown once and is taken back; whoever keeps a copy deletes it."),
        });
    };
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

#[cfg(test)]
mod tests {
    use super::covered;

    #[test]
    fn an_answer_covers_whatever_is_in_front_of_what_it_shows() {
        assert_eq!(covered(7, &[3, 9, 8]), 9);
        assert_eq!(covered(7, &[3]), 7);
        assert_eq!(covered(7, &[]), 7);
    }
}
