//! The parameters of a question, for the document. [`crate::web::query`] reads them; a test holds the two together.

use chrono::NaiveDate;
use sources::opportunity::{Kind, Verdict};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};

use crate::web::query::{FACETS, FORMATS, MAX_DEPTH, MAX_PAGE_SIZE, MAX_QUESTION, SORTS};

/// Fields combine with AND, the values of one field with OR.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes what the query's own parser reads; nothing is ever read into it")]
pub(crate) struct Question {
    /// Words, "phrases", -not, OR, prefix*, field:value; in any of the languages.
    #[param(required = false, schema_with = question, example = "נוער")]
    q: String,
    /// What is offered.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    kind: Vec<Kind>,
    /// Unless given: open and forthcoming. `any` is all.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    status: Vec<WantedStatus>,
    /// Slugs of topics.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    topic: Vec<String>,
    /// Slugs of sources.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    source: Vec<String>,
    /// Networks of sources.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    network: Vec<String>,
    /// ISO 3166-1 alpha-2: countries that it is about.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    country: Vec<String>,
    /// Whether an applicant from Israel may lead.
    #[param(required = false, style = Form, explode = false, max_items = 100)]
    eligible: Vec<Verdict>,
    /// First day on which the next deadline may fall.
    #[param(required = false)]
    deadline_from: NaiveDate,
    /// Last day on which the next deadline may fall; not before `deadline_from`.
    #[param(required = false)]
    deadline_to: NaiveDate,
    /// One applicant can get at least this, in euro.
    #[param(required = false, minimum = 0)]
    amount_min: f64,
    /// ISO 639: languages of the records.
    #[param(required = false, style = Form, explode = false, max_items = 100, schema_with = language)]
    lang: Vec<String>,
    /// Slug of a municipality: what its profile is interested in.
    #[param(required = false)]
    municipality: String,
    /// Order; ties are broken by id.
    #[param(required = false, schema_with = sort)]
    sort: String,
    /// Counted from 1; paging ends at hit 100,000.
    #[param(required = false, schema_with = page)]
    page: u32,
    /// Hits on a page. Unless given: 20 as JSON, 10,000 as CSV, 50 in a feed, 2,000 in the calendar.
    #[param(required = false, schema_with = page_size)]
    page_size: u32,
    /// What to count; nothing unless named.
    #[param(required = false, style = Form, explode = false, max_items = 100, schema_with = facets)]
    facets: Vec<String>,
    /// Only what has a greater number in the change sequence, in the order of the changes unless another is asked for. `Link` then
    /// goes on after the last number of the page, and `gone` tells what was taken back.
    #[param(required = false, minimum = 0)]
    changed_after: u64,
    /// JSON, or a spreadsheet.
    #[param(required = false, schema_with = format)]
    format: String,
}

/// A state, or all of them.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "describes what the query's own parser reads")]
pub(crate) enum WantedStatus {
    Forthcoming,
    Open,
    Closed,
    Unlisted,
    Withdrawn,
    Any,
}

fn words(words: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words))
}

fn sort() -> ObjectBuilder {
    words(SORTS.map(|(name, _)| name))
}

fn format() -> ObjectBuilder {
    words(FORMATS.map(|(name, _)| name))
}

fn facets() -> ArrayBuilder {
    ArrayBuilder::new().items(words(FACETS.map(|(name, _)| name)).build())
}

fn language() -> ArrayBuilder {
    ArrayBuilder::new().items(ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[A-Za-z]{2,3}$")).build())
}

fn question() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX_QUESTION))
}

fn page() -> ObjectBuilder {
    counted(MAX_DEPTH)
}

fn page_size() -> ObjectBuilder {
    counted(MAX_PAGE_SIZE)
}

fn counted(most: usize) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(most as u64))
}
