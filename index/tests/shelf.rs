//! An index in a scratch folder, and short ways to fill and ask it.

use kolkore_index::{Answer, Deadline, Document, Filters, Query, Sort, Writer};

/// The moment of the tests; deadlines are days around it.
pub(crate) const NOW: i64 = 1_795_000_000;
pub(crate) const DAY: i64 = 86_400;

pub(crate) struct Shelf {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) writer: Writer,
}

impl Shelf {
    pub(crate) fn with(documents: &[Document]) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let mut writer = Writer::open(folder.path()).expect("an empty folder can be written");
        writer.apply(documents, &[], documents.len() as u64).expect("a batch is applied");
        Self { folder, writer }
    }

    pub(crate) fn ask(&self, query: &Query) -> Answer {
        self.writer.index().search(query).expect("every query is answered")
    }

    /// The ids found for a text, in order.
    pub(crate) fn find(&self, text: &str) -> Vec<String> {
        ids(self.ask(&query(text)))
    }
}

pub(crate) fn ids(answer: Answer) -> Vec<String> {
    answer.hits.into_iter().map(|hit| hit.id).collect()
}

pub(crate) fn query(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        filters: Filters::default(),
        sort: Sort::Relevance,
        page: 1,
        page_size: 20,
        facets: Vec::new(),
        only_whole: false,
        snippets: true,
        now: NOW,
        today: NOW / DAY,
    }
}

/// A deadline that is over so many days from now, and on that date.
pub(crate) fn in_days(days: i64) -> Deadline {
    Deadline { over: NOW + days * DAY, day: NOW / DAY + days }
}

/// An open record without a deadline.
pub(crate) fn record(id: &str, lang: &str, title: &str, text: &str) -> Document {
    Document {
        id: id.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        lang: Some(lang.to_owned()),
        kind: "grant".to_owned(),
        status: "open".to_owned(),
        item: format!("{{\"id\":\"{id}\"}}"),
        ..Document::default()
    }
}
