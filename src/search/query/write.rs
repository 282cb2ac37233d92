//! A question as a query string again: for links to other pages of it, narrower and wider ones, feeds and CSV.

use index::Sort;
use url::form_urlencoded::Serializer;

use super::{FACETS, Format, SORTS, SearchQuery, StatusFilter};

impl SearchQuery {
    /// The pairs that differ from the defaults, in the order of the documentation.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut put = |name, value: String| {
            if !value.is_empty() {
                pairs.push((name, value));
            }
        };
        put("q", self.q.clone());
        put("kind", self.kind.join(","));
        match &self.status {
            StatusFilter::Live => {}
            StatusFilter::Any => put("status", "any".into()),
            StatusFilter::Of(codes) => put("status", codes.join(",")),
        }
        put("topic", self.topic.join(","));
        put("source", self.source.join(","));
        put("network", self.network.join(","));
        put("country", self.country.join(","));
        put("eligible", self.eligible.join(","));
        put("deadline_from", self.deadline_from.map(|day| day.to_string()).unwrap_or_default());
        put("deadline_to", self.deadline_to.map(|day| day.to_string()).unwrap_or_default());
        put("amount_min", self.amount_min.map(|sum| sum.to_string()).unwrap_or_default());
        put("lang", self.lang.join(","));
        put("municipality", self.municipality.clone().unwrap_or_default());
        if self.sort != Sort::Relevance {
            put("sort", name_of(self.sort, &SORTS).into());
        }
        if self.page > 1 {
            put("page", self.page.to_string());
        }
        put("page_size", self.page_size.map(|size| size.to_string()).unwrap_or_default());
        put("facets", self.facets.iter().map(|facet| name_of(*facet, &FACETS)).collect::<Vec<_>>().join(","));
        put("changed_after", self.changed_after.map(|number| number.to_string()).unwrap_or_default());
        if self.format == Format::Csv {
            put("format", "csv".into());
        }
        pairs
    }

    /// `?a=b&c=d`, or nothing; `extra` are pairs of the page's own (its language).
    pub fn href(&self, extra: &[(&str, &str)]) -> String {
        let mut out = Serializer::new(String::new());
        out.extend_pairs(self.pairs()).extend_pairs(extra);
        let query = out.finish();
        if query.is_empty() { "?".to_owned() } else { format!("?{query}") }
    }

    /// The question alone, as it is saved: neither a page of it, nor how it is answered.
    pub fn saved(&self) -> String {
        let question =
            Self { page: 1, page_size: None, facets: Vec::new(), changed_after: None, format: Format::Json, ..self.clone() };
        question.href(&[]).trim_start_matches('?').to_owned()
    }

    /// Hits of one answer.
    pub fn size(&self) -> usize {
        self.page_size.unwrap_or_else(|| self.format.size())
    }

    /// Whether it asks for what has changed since, in the order of the changes.
    pub fn follows_changes(&self) -> bool {
        self.changed_after.is_some() && self.sort == Sort::Relevance
    }

    /// Whether anything narrows it beside the words typed.
    pub fn is_narrowed(&self) -> bool {
        self.pairs().iter().any(|(name, _)| !matches!(*name, "q" | "sort" | "page" | "page_size" | "facets" | "format"))
    }
}
fn name_of<T: PartialEq>(value: T, known: &[(&'static str, T)]) -> &'static str {
    known.iter().find(|(_, meant)| *meant == value).map_or("", |(name, _)| name)
}
