//! Any question as a feed or a calendar: the query string of the page, answered in the forms that readers and calendars take.
//! Public, so approved records only, whoever asks: the address of a feed ends up in other people's programs.

pub(super) mod atom;
pub(super) mod calendar;
pub(super) mod json;

use axum::response::{IntoResponse as _, IntoResponseParts, Response};
use chrono::{DateTime, Utc};
use index::Sort;
use sources::Opportunity;

use super::WebState;
use super::paging::{self, Part};
use super::problem::Problem;
use super::query::{Format, Reader, SearchQuery, StatusFilter};
use crate::record::{Record, status_at};

/// What a calendar shows unless it is asked for other states.
const CALENDAR_STATES: [&str; 3] = ["open", "forthcoming", "withdrawn"];

/// One page of the records that answer a question.
pub(super) struct Found {
    pub(super) query: SearchQuery,
    pub(super) records: Vec<Record>,
    /// Where they stand among all.
    pub(super) part: Part,
}

/// The records that answer a query string, whole, with their present state. What is newest comes first, unless another order was asked for.
async fn records(state: &WebState, raw: Option<&str>, format: Format) -> Result<Found, Problem> {
    whole(state, SearchQuery::from_query_string(raw.unwrap_or_default())?.in_form(format)?).await
}

/// The same of a question that has been read.
pub(super) async fn whole(state: &WebState, mut query: SearchQuery) -> Result<Found, Problem> {
    if query.sort == Sort::Relevance && !query.follows_changes() {
        // A calendar is for what is near; everything else is read for what is new.
        query.sort = if query.format == Format::Calendar { Sort::Deadline } else { Sort::Newest };
    }
    let mut asked = query.clone();
    if asked.format == Format::Calendar && asked.status == StatusFilter::Live {
        // Who has the date in a calendar has to be told that it is off.
        asked.status = StatusFilter::Of(CALENDAR_STATES.map(str::to_owned).to_vec());
    }
    let now = state.clock.now();
    let found = state.finder.find(&asked, now, Reader::Public).await?;
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    let mut records = state.store.records_of(&ids).await?;
    // A record that was rejected since the index was asked is left out.
    records.retain(|record| Reader::Public.sees().contains(&record.review));
    for record in &mut records {
        record.opportunity.status = status_at(&record.opportunity, now);
    }
    let part = Part::of(&query, found.total, super::answer::reached(&found)?);
    Ok(Found { query, records, part })
}

/// The answer in one form, with links to its other pages.
fn answer(found: &Found, path: &str, headers: impl IntoResponseParts, body: String) -> Response {
    let mut response = (headers, body).into_response();
    paging::link(response.headers_mut(), &found.query, found.part, |query| format!("{path}{}", query.href(&[])));
    response
}

/// When a record was first seen: by a source, or here.
pub(super) fn published(record: &Record) -> DateTime<Utc> {
    record.sources.iter().map(|seen| seen.first_seen).min().unwrap_or(record.created_at)
}

/// The page about a record.
pub(super) fn page(state: &WebState, record: &Record) -> String {
    format!("{}/o/{}", state.settings.public_url.trim_end_matches('/'), super::query::segment(&record.id))
}

/// The page that answers the same question.
fn home(state: &WebState, query: &SearchQuery) -> String {
    format!("{}/{}", state.settings.public_url.trim_end_matches('/'), query.href(&[]))
}

/// The officer's line, in the house's first language, before the summary.
fn told(opportunity: &Opportunity, today: chrono::NaiveDate) -> String {
    let line = sources::normalise::one_line(opportunity, "he", today);
    [Some(line), opportunity.summary.clone()].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
