//! What happened to records, read once in a run, however many readers are told of them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::record::Change;
use crate::store::Store;

/// The histories that a run has asked for.
pub(super) struct Histories<'s> {
    store: &'s Store,
    read: HashMap<String, Vec<Change>>,
}

impl<'s> Histories<'s> {
    pub(super) fn in_store(store: &'s Store) -> Self {
        Self { store, read: HashMap::new() }
    }

    /// A record's changes, oldest first: the records at hand were read without them.
    pub(super) async fn of(&mut self, record: &str) -> anyhow::Result<&[Change]> {
        Ok(match self.read.entry(record.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(self.store.history(record).await?),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::edition::testing::record;

    #[tokio::test]
    async fn a_history_is_read_once_in_a_run() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let now = "2026-11-25T06:00:00Z".parse().unwrap();
        let change = |number: u64| json!({"change": number, "at": now, "field": "title", "old": "a", "new": "b", "by": "crawl"});
        let mut told = record("a", json!({"history": [change(1)]}));
        store.import(std::slice::from_ref(&told), now).await.unwrap();
        let mut histories = Histories::in_store(&store);
        assert_eq!(histories.of("a").await.unwrap().len(), 1);
        told.history.push(serde_json::from_value(change(2)).unwrap());
        store.import(&[told], now).await.unwrap();
        assert_eq!(histories.of("a").await.unwrap().len(), 1);
        assert_eq!(Histories::in_store(&store).of("a").await.unwrap().len(), 2);
        assert!(histories.of("nobody's").await.unwrap().is_empty());
    }
}
