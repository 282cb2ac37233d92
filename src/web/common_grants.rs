//! `/common-grants/opportunities`: the same records for programs that speak CommonGrants (commongrants.org), read-only.

mod mapping;

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use serde::Serialize;
use url::form_urlencoded;
use utoipa::ToSchema;

use self::mapping::{Opportunity, id_of};
use super::access::Viewer;
use super::api::opportunities::visible;
use super::feeds::{self, whole};
use super::openapi::parameters::Question;
use super::openapi::responses::{Always, Missing, WrongParameter};
use super::problem::Problem;
use super::{WebState, paging};
use crate::search::query::{BadParameter, Format, SearchQuery};

/// The protocol's own name of `page_size`; all other parameters are ours.
const PAGE_SIZE: &str = "pageSize";

/// Our name of it.
const OURS: &str = "page_size";

const PATH: &str = "/common-grants/opportunities";

/// A page of a list, as the protocol has it.
#[derive(Serialize, ToSchema)]
#[schema(as = CommonGrantsPage)]
#[serde(rename_all = "camelCase")]
struct Paginated {
    status: u16,
    message: &'static str,
    items: Vec<Opportunity>,
    pagination_info: Info,
}

#[derive(Serialize, ToSchema)]
#[schema(as = CommonGrantsPagination)]
#[serde(rename_all = "camelCase")]
struct Info {
    page: usize,
    page_size: usize,
    total_items: usize,
    total_pages: usize,
}

/// One thing, as the protocol has it.
#[derive(Serialize, ToSchema)]
#[schema(as = CommonGrantsFound)]
struct Found {
    status: u16,
    message: &'static str,
    data: Opportunity,
}

/// The same question in the words of CommonGrants; `pageSize` is the protocol's name of `page_size`.
#[utoipa::path(
    get,
    path = "/common-grants/opportunities",
    operation_id = "common_grants_list",
    tag = "common grants",
    params(Question),
    responses((status = 200, description = "One page.", body = Paginated), Always, WrongParameter)
)]
pub(super) async fn list(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let raw = raw.as_deref().unwrap_or_default();
    let query = question(raw).map_err(|bad| as_sent(bad, raw))?.in_form(Format::Grants).map_err(|bad| as_sent(bad, raw))?;
    let found = whole(&state, query).await?;
    let (page, page_size, total_items) = (found.query.page, found.query.size(), found.part.total);
    let total_pages = if total_items == 0 { 0 } else { found.part.pages(&found.query) };
    let body = Paginated {
        status: 200,
        message: "Success",
        items: found.records.iter().map(|record| Opportunity::of(record, &feeds::page(&state, record))).collect(),
        pagination_info: Info { page, page_size, total_items, total_pages },
    };
    let mut response = Json(body).into_response();
    paging::link(response.headers_mut(), &found.query, found.part, address);
    Ok(response)
}

/// One opportunity in the words of CommonGrants.
#[utoipa::path(
    get,
    path = "/common-grants/opportunities/{id}",
    operation_id = "common_grants_one",
    tag = "common grants",
    params(("id" = String, Path, description = "As in a list's items.")),
    responses((status = 200, description = "The opportunity.", body = Found), Always, Missing)
)]
pub(super) async fn one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let record = visible(&state, &viewer, &id_of(&id)).await?;
    let data = Opportunity::of(&record, &feeds::page(&state, &record));
    Ok(Json(Found { status: 200, message: "Success", data }).into_response())
}

/// Our question, with the protocol's name for the size of a page.
fn question(raw: &str) -> Result<SearchQuery, BadParameter> {
    let pairs = form_urlencoded::parse(raw.as_bytes());
    SearchQuery::parse(pairs.map(|(name, value)| (if name == PAGE_SIZE { OURS.into() } else { name }, value)))
}

/// The complaint under the name that was sent: nobody finds a mistake in a parameter that they never wrote.
fn as_sent(bad: BadParameter, raw: &str) -> BadParameter {
    let others = bad.others.into_iter().map(|bad| as_sent(bad, raw)).collect();
    let is_theirs = form_urlencoded::parse(raw.as_bytes()).any(|(name, _)| name == PAGE_SIZE);
    match bad.detail.strip_prefix(OURS) {
        Some(rest) if is_theirs && bad.parameter == OURS => {
            BadParameter { detail: format!("{PAGE_SIZE}{rest}"), parameter: PAGE_SIZE.to_owned(), others }
        }
        _ => BadParameter { others, ..bad },
    }
}

fn address(query: &SearchQuery) -> String {
    let pairs = query.pairs().into_iter().map(|(name, value)| (if name == OURS { PAGE_SIZE } else { name }, value));
    format!("{PATH}?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
}
