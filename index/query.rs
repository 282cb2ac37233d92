//! One question to the index, and its answer.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use serde::Serialize;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Query {
    /// As typed; empty matches everything.
    pub text: String,
    /// Narrow by fields.
    pub filters: Filters,
    /// In what order.
    pub sort: Sort,
    /// Counted from 1.
    pub page: usize,
    /// Hits on a page.
    pub page_size: usize,
    /// Which facets to count; none unless named.
    pub facets: Vec<Facet>,
    /// Only records with all of the words: who is told of what is new has not asked for what merely resembles it.
    pub only_whole: bool,
    /// Hits with a piece of their text, and whether only their attachments have it; a table of thousands shows neither, and need not
    /// pay for them.
    pub snippets: bool,
    /// Epoch seconds: what is open, closing and over is judged at this moment.
    pub now: i64,
    /// The day that this moment belongs to where the reader is, in days since 1970: `deadline:<7d` is counted from it.
    pub today: i64,
}

/// Within a field any of the values will do; an empty list does not narrow; all fields must agree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    /// Codes of review states: what this reader may see.
    pub review: Vec<String>,
    /// Codes of kinds.
    pub kind: Vec<String>,
    /// Wanted states *at `now`*; `None` is all of them (`status=any`).
    pub status: Option<Vec<String>>,
    /// Topic slugs.
    pub topic: Vec<String>,
    /// Source slugs.
    pub source: Vec<String>,
    /// Networks.
    pub network: Vec<String>,
    /// Country codes.
    pub country: Vec<String>,
    /// Verdicts of the country axis.
    pub eligible: Vec<String>,
    /// Languages of the records.
    pub lang: Vec<String>,
    /// The date of the next deadline (the last, where all are over) is this day, in days since 1970, or a later one.
    pub deadline_from: Option<i64>,
    /// … and this day or an earlier one.
    pub deadline_to: Option<i64>,
    /// The most one applicant can get is at least this.
    pub amount_min: Option<f64>,
    /// Only records whose change number is greater.
    pub changed_after: Option<u64>,
}

impl Hash for Filters {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            review,
            kind,
            status,
            topic,
            source,
            network,
            country,
            eligible,
            lang,
            deadline_from,
            deadline_to,
            amount_min,
            changed_after,
        } = self;
        (review, kind, status, topic, source, network, country, eligible, lang).hash(state);
        (deadline_from, deadline_to, amount_min.map(f64::to_bits), changed_after).hash(state);
    }
}

impl Filters {
    /// The same without what narrows by this facet; none where nothing does. The state stays: it is asked for unless somebody says
    /// otherwise, and every question would be counted twice.
    pub(crate) fn without(&self, facet: Facet) -> Option<Self> {
        let mut wider = self.clone();
        let list = match facet {
            Facet::Kind => &mut wider.kind,
            Facet::Topic => &mut wider.topic,
            Facet::Source => &mut wider.source,
            Facet::Network => &mut wider.network,
            Facet::Country => &mut wider.country,
            Facet::Eligible => &mut wider.eligible,
            Facet::Lang => &mut wider.lang,
            Facet::Status => return None,
            Facet::Deadline => {
                let is_narrowed = wider.deadline_from.take().is_some() | wider.deadline_to.take().is_some();
                return is_narrowed.then_some(wider);
            }
        };
        let is_narrowed = !std::mem::take(list).is_empty();
        is_narrowed.then_some(wider)
    }
}

/// The order of the hits; ties are broken by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; without a text, what closes soonest; with [`Filters::changed_after`], the earliest change.
    #[default]
    Relevance,
    /// Next deadline first; then open ones without one; then what closed last.
    Deadline,
    /// Latest change first.
    Newest,
}

/// What can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// By kind.
    Kind,
    /// By state at `now`.
    Status,
    /// By topic.
    Topic,
    /// By source.
    Source,
    /// By network.
    Network,
    /// By country.
    Country,
    /// By verdict of the country axis.
    Eligible,
    /// By language.
    Lang,
    /// By days until the date of the next deadline: `7`, `30`, `60`, `90`, `120` (cumulative), `later`, `none`.
    Deadline,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Number of hits on all pages.
    pub total: usize,
    /// This page's hits.
    pub hits: Vec<Hit>,
    /// Counts over all hits, by facet name (as in the query string), greatest first, at most 100 values each. A facet that the filters
    /// narrow (except the state) is counted without its own filter: who has chosen one value sees how many the others have.
    pub facets: BTreeMap<String, Vec<Count>>,
    /// What the reader should know of how it was answered.
    pub notices: Vec<Notice>,
}

/// One hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record's id.
    pub id: String,
    /// [`crate::Document::item`], verbatim.
    pub item: String,
    /// Its state at `now`.
    pub status: String,
    /// A piece of the text around the words found: (piece of text, whether it was found), in order. Empty without a text query.
    pub snippet: Vec<(String, bool)>,
    /// What was asked for stands in its attachments alone.
    pub only_in_attachment: bool,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Count {
    /// The value, as filters take it.
    pub value: String,
    /// How many hits have it.
    pub count: u64,
}

/// Something to tell the reader; the texts for people are the caller's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Notice {
    /// Stable code, e.g. `partial` (no record had all words), `unbalanced_quote`.
    pub code: String,
    /// The words concerned.
    pub detail: String,
}
