//! What records are called, for lists that only know their ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::Store;
use crate::web::pages::card::Foreign;

/// The titles of records by id; one that is gone is called by its id.
pub(super) struct Titles(BTreeMap<String, (String, Option<String>)>);

impl Titles {
    /// Looks up each of `records` once.
    pub(super) async fn of(store: &Store, records: impl Iterator<Item = &str>) -> anyhow::Result<Self> {
        let mut titles = BTreeMap::new();
        for id in records.collect::<BTreeSet<_>>() {
            if let Some(record) = store.record(id).await? {
                titles.insert(id.to_owned(), (record.opportunity.title, record.opportunity.lang));
            }
        }
        Ok(Self(titles))
    }

    /// The title of one.
    pub(super) fn get(&self, record: &str) -> Foreign {
        match self.0.get(record) {
            Some((title, lang)) => Foreign::of(title, lang.as_deref()),
            None => Foreign::of(record, None),
        }
    }
}
