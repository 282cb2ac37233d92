//! The parameters of a question, for the document. [`crate::search::query`] reads them; a test holds the two together.

use chrono::NaiveDate;
use sources::opportunity::{Kind, Verdict};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};

use crate::search::query::{FACETS, FORMATS, MAX_DEPTH, MAX_PAGE_SIZE, SORTS};

/// Fields combine with AND, the values of one field with OR.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "describes what the query's own parser reads; nothing is ever read into it")]
pub(crate) struct Question {
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
    #[param(required = false, style = Form, explode = false, max_items = 100, schema_with = language)]
    lang: Vec<String>,
    /// Slug of a municipality: what its profile is interested in.
    #[param(required = false)]
    municipality: String,
    #[param(required = false, schema_with = sort)]
    sort: String,
    #[param(required = false, schema_with = page)]
    page: u32,
    #[param(required = false, schema_with = page_size)]
    page_size: u32,
    #[param(required = false, style = Form, explode = false, max_items = 100, schema_with = facets)]
    facets: Vec<String>,
    /// Only what has a greater number in the change sequence, in the order of the changes unless another is asked for. `Link` then
    /// goes on after the last number of the page, and `gone` tells what was taken back.
    #[param(required = false, minimum = 0)]
    changed_after: u64,
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

// A parameter whose schema is made by hand gets no description from its comment: it stands at the schema, and `openapi::serve` moves
// it to where readers look.

fn words(description: &str, words: impl IntoIterator<Item = &'static str>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).description(Some(description))
}

fn sort() -> ObjectBuilder {
    let order = "In what order: `relevance` (best match first; without words, what closes soonest; with `changed_after`, the earliest \
                 change), `deadline` (what closes soonest first) or `newest` (latest change first). Ties are broken by id.";
    words(order, SORTS.map(|(name, _)| name))
}

fn format() -> ObjectBuilder {
    words("JSON, or a spreadsheet with a line of each record.", FORMATS.map(|(name, _)| name))
}

fn facets() -> ArrayBuilder {
    let one = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(FACETS.map(|(name, _)| name)));
    let which = "What to count over all hits, comma-separated; nothing unless named. `deadline` counts by days from now, cumulatively. \
                 A facet that is filtered by (except the state) is counted without its own filter.";
    ArrayBuilder::new().items(one.build()).description(Some(which))
}

fn language() -> ArrayBuilder {
    let code = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[A-Za-z]{2,3}$"));
    ArrayBuilder::new().items(code.build()).description(Some("Languages of the records (ISO 639), comma-separated: he, en."))
}

fn question() -> ObjectBuilder {
    let language = "What is looked for, in any language; nothing that a person types is an error. Words: records with all of them \
                    first, then those with some. `\"a phrase\"`, `-without`, `one OR other`, `begin*`, `title:word`, `kind:grant` (or \
                    its Hebrew name), `source:slug`, `topic:slug`, `deadline:2027-01..2027-03`, `deadline:<30d` (d, w, m). How the \
                    question was understood and widened stands in `notices`.";
    ObjectBuilder::new().schema_type(Type::String).description(Some(language))
}

fn page() -> ObjectBuilder {
    let how_far = "Counted from 1. `page` × `page_size` may not pass 100,000, also where `page_size` is not given: beyond it the answer is \
                   400; to have everything, ask with `changed_after`.";
    counted(how_far, MAX_DEPTH)
}

fn page_size() -> ObjectBuilder {
    let how_many = "Hits on a page. Unless given: 20 as JSON, 10,000 as CSV, 50 in a feed, 2,000 in the calendar.";
    counted(how_many, MAX_PAGE_SIZE)
}

fn counted(description: &str, most: usize) -> ObjectBuilder {
    let number = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).maximum(Some(most as u64));
    number.description(Some(description))
}
