//! The one query string: page, API, feeds, calendar, CSV and the command line's flags are all read here.
//! Knows neither HTTP nor the index's data; whether a topic or a source exists is asked elsewhere ([`super::search`]).

mod parse;
mod question;
mod write;

use chrono::NaiveDate;
use index::{Facet, Sort};

pub(crate) use parse::bad;
pub use question::Reader;

/// A question as the query string puts it, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchQuery {
    /// What was typed.
    pub q: String,
    /// Codes of kinds.
    pub kind: Vec<String>,
    /// Which states are wanted.
    pub status: StatusFilter,
    /// Slugs of topics.
    pub topic: Vec<String>,
    /// Slugs of sources.
    pub source: Vec<String>,
    /// Networks.
    pub network: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Vec<String>,
    /// Verdicts of the country axis.
    pub eligible: Vec<String>,
    /// First day on which the next deadline may fall.
    pub deadline_from: Option<NaiveDate>,
    /// Last day on which the next deadline may fall.
    pub deadline_to: Option<NaiveDate>,
    /// One applicant can get at least this.
    pub amount_min: Option<f64>,
    /// Languages of the records.
    pub lang: Vec<String>,
    /// Slug of a municipality: what its profile is interested in.
    pub municipality: Option<String>,
    /// In what order.
    pub sort: Sort,
    /// Counted from 1.
    pub page: usize,
    /// Hits on a page; where nothing is said, what its form holds: [`SearchQuery::size`].
    pub page_size: Option<usize>,
    /// What to count.
    pub facets: Vec<Facet>,
    /// Only what has a greater change number.
    pub changed_after: Option<u64>,
    /// In what form it is answered.
    pub format: Format,
}

/// Which states are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum StatusFilter {
    /// Open and forthcoming: what somebody may still hand in for.
    #[default]
    Live,
    /// The archive too.
    Any,
    /// Just these.
    Of(Vec<String>),
}

/// In what form a question is answered. The query string names the first two; the others have addresses of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// `{total, page, …}`, and the page.
    #[default]
    Json,
    /// One line per record, for spreadsheets.
    Csv,
    /// Atom and JSON Feed.
    Feed,
    /// iCalendar.
    Calendar,
    /// CommonGrants.
    Grants,
}

impl Format {
    /// Records of one answer where the question does not say how many.
    pub fn size(self) -> usize {
        match self {
            Self::Json | Self::Grants => PAGE_SIZE,
            Self::Csv => MAX_ROWS,
            Self::Feed => FEED_SIZE,
            Self::Calendar => CALENDAR_SIZE,
        }
    }
}

/// A parameter that cannot be followed; its text tells the caller what would do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told())]
pub struct BadParameter {
    /// Its name.
    pub parameter: String,
    /// What is wrong and what to write instead.
    pub detail: String,
    /// The other parameters of the same question that cannot be followed.
    pub others: Vec<Self>,
}

impl BadParameter {
    /// All of them in one sentence.
    fn told(&self) -> String {
        std::iter::once(self).chain(&self.others).map(|bad| bad.detail.as_str()).collect::<Vec<_>>().join("; ")
    }
}

/// Hits on a page unless said otherwise: two screens of a phone, and little to send.
pub const PAGE_SIZE: usize = 20;
/// Lines of one table: more than a year of everything that is found, a second to write, and well within what a spreadsheet opens.
pub const MAX_ROWS: usize = 10_000;

/// Entries of a feed: readers ask several times a day, and no day brings so many.
pub const FEED_SIZE: usize = 50;

/// Records of a calendar. Calendar programs follow no links, so this has to hold all that can still be handed in for.
pub const CALENDAR_SIZE: usize = 2_000;

/// Most hits on a page that says how many it wants.
pub const MAX_PAGE_SIZE: usize = 100;
/// The last hit that paging reaches: the index keeps all hits up to it in memory. Who wants everything uses `changed_after` or `export`.
pub const MAX_DEPTH: usize = 100_000;
/// Longest question in characters; longer ones are pasted documents, cost the index accordingly, and are asked by their beginning.
pub const MAX_QUESTION: usize = 2_000;
/// Most values in one list.
pub const MAX_VALUES: usize = 100;

/// Every facet with its name in the query string.
pub const FACETS: [(&str, Facet); 9] = [
    ("kind", Facet::Kind),
    ("status", Facet::Status),
    ("topic", Facet::Topic),
    ("source", Facet::Source),
    ("network", Facet::Network),
    ("country", Facet::Country),
    ("eligible", Facet::Eligible),
    ("lang", Facet::Lang),
    ("deadline", Facet::Deadline),
];

/// Every order with its name in the query string.
pub const SORTS: [(&str, Sort); 3] = [("relevance", Sort::Relevance), ("deadline", Sort::Deadline), ("newest", Sort::Newest)];

/// Every form of an answer with its name in the query string.
pub const FORMATS: [(&str, Format); 2] = [("json", Format::Json), ("csv", Format::Csv)];

impl Default for SearchQuery {
    fn default() -> Self {
        Self {
            q: String::new(),
            kind: Vec::new(),
            status: StatusFilter::Live,
            topic: Vec::new(),
            source: Vec::new(),
            network: Vec::new(),
            country: Vec::new(),
            eligible: Vec::new(),
            deadline_from: None,
            deadline_to: None,
            amount_min: None,
            lang: Vec::new(),
            municipality: None,
            sort: Sort::Relevance,
            page: 1,
            page_size: None,
            facets: Vec::new(),
            changed_after: None,
            format: Format::Json,
        }
    }
}

#[cfg(test)]
mod tests;
