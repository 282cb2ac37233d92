//! How all results are read although the interface's replicas disagree on their order: by date, not by page.
//!
//! Sorted by `es_SortDate`, asked from a date on, always for page 1. Only dates that the answer shows whole are taken;
//! the next request begins with the first that it may have cut. A single date with more results than fit an answer
//! is read page by page, several times with other page sizes: what falls between two pages once does not do so again.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use url::Url;

use super::codes::{FORTHCOMING, OPEN};
use super::record::Record;
use crate::page::{Body, Request};
use crate::source::Bespoke;

/// The most that the interface gives.
const PAGE_SIZE: u64 = 100;

/// Page sizes for a date that fills more than one answer. Their multiples coincide nowhere below 700.
const PASSES: [u64; 3] = [PAGE_SIZE, 90, 70];

/// Where reading stands. It travels in the request: whoever reads the answer needs nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cursor {
    /// From a date on (with it, or just after it); all dates when there is none.
    From { date: Option<String>, inclusive: bool },
    /// One date alone, one page of it.
    Date { date: String, size: u64, page: u64 },
}

/// What to take of an answer, and where to go on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The dates that it shows whole.
    pub(super) whole: BTreeSet<Option<String>>,
    pub(super) next: Option<Cursor>,
}

impl Cursor {
    pub(super) fn start() -> Self {
        Self::From { date: None, inclusive: true }
    }

    pub(super) fn request(&self, bespoke: &Bespoke) -> Option<Request> {
        let types: Vec<&str> =
            if bespoke.types.is_empty() { vec!["1", "2", "8"] } else { bespoke.types.iter().map(String::as_str).collect() };
        let mut must = vec![json!({"terms": {"type": types}}), json!({"terms": {"status": [FORTHCOMING, OPEN]}})];
        if !bespoke.programmes.is_empty() {
            must.push(json!({"terms": {"frameworkProgramme": bespoke.programmes}}));
        }
        let (size, page) = match self {
            Self::From { date: None, .. } => (PAGE_SIZE, 1),
            Self::From { date: Some(date), inclusive } => {
                let bound = if *inclusive { "gte" } else { "gt" };
                must.push(json!({"range": {"es_SortDate": {bound: date}}}));
                (PAGE_SIZE, 1)
            }
            Self::Date { date, size, page } => {
                must.push(json!({"range": {"es_SortDate": {"gte": date, "lte": date}}}));
                (*size, *page)
            }
        };
        let mut url = Url::parse(&bespoke.url).ok()?;
        url.query_pairs_mut().append_pair("pageSize", &size.to_string()).append_pair("pageNumber", &page.to_string());
        let parts = [
            ("query", json!({"bool": {"must": must}})),
            ("languages", json!(["en"])),
            ("sort", json!({"field": "es_SortDate", "order": "ASC"})),
        ];
        let parts = parts.into_iter().map(|(name, value)| (name.to_owned(), value.to_string())).collect();
        Some(Request { url, body: Some(Body::JsonParts(parts)), headers: Vec::new() })
    }

    /// The cursor that made this request.
    pub(super) fn of(request: &Request) -> Option<Self> {
        let Some(Body::JsonParts(parts)) = &request.body else { return None };
        let query: Value = serde_json::from_str(&parts.iter().find(|(name, _)| name == "query")?.1).ok()?;
        let range = query["bool"]["must"]
            .as_array()?
            .iter()
            .map(|clause| &clause["range"]["es_SortDate"])
            .find(|range| range.is_object());
        let Some(range) = range else { return Some(Self::start()) };
        let bound = |name: &str| range[name].as_str().map(str::to_owned);
        let number = |wanted: &str| request.url.query_pairs().find(|(name, _)| name == wanted)?.1.parse().ok();
        match (bound("gte"), bound("lte"), bound("gt")) {
            (Some(date), Some(_), None) => Some(Self::Date { date, size: number("pageSize")?, page: number("pageNumber")? }),
            (Some(date), None, None) => Some(Self::From { date: Some(date), inclusive: true }),
            (None, None, Some(date)) => Some(Self::From { date: Some(date), inclusive: false }),
            _ => None,
        }
    }

    /// What to take of an answer with these records out of `total`.
    pub(super) fn step(&self, records: &[Record], total: u64) -> Result<Step, String> {
        let dates: BTreeSet<Option<String>> = records.iter().map(Record::sort_date).collect();
        match self {
            Self::From { date: from, .. } => Self::step_from(from.as_ref(), records.len() as u64, dates, total),
            Self::Date { date, size, page } => Ok(Self::step_date(date, *size, *page, total)),
        }
    }

    fn step_from(from: Option<&String>, count: u64, dates: BTreeSet<Option<String>>, total: u64) -> Result<Step, String> {
        let earlier = dates.iter().flatten().next().filter(|first| from.is_some_and(|from| *first < from));
        if let Some(earlier) = earlier {
            return Err(format!("{earlier} was answered although later ones were asked for"));
        }
        if count >= total {
            return Ok(Step { whole: dates, next: None });
        }
        let Some(last) = dates.iter().flatten().next_back().cloned() else {
            return Err("no result has one, so there is no way to go on".to_owned());
        };
        let mut whole = dates;
        whole.remove(&Some(last.clone()));
        let next = if whole.iter().any(Option::is_some) {
            Self::From { date: Some(last), inclusive: true }
        } else {
            Self::Date { date: last, size: PAGE_SIZE, page: 1 }
        };
        Ok(Step { whole, next: Some(next) })
    }

    fn step_date(date: &str, size: u64, page: u64, total: u64) -> Step {
        let whole = BTreeSet::from([Some(date.to_owned())]);
        let date = date.to_owned();
        let smaller = PASSES.iter().copied().find(|&other| other < size).filter(|_| total > PAGE_SIZE);
        let next = if page * size < total {
            Self::Date { date, size, page: page + 1 }
        } else if let Some(size) = smaller {
            Self::Date { date, size, page: 1 }
        } else {
            Self::From { date: Some(date), inclusive: false }
        };
        Step { whole, next: Some(next) }
    }
}
