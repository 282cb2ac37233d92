//! Keeping, joining, splitting, reviewing and correcting, in a store of its own for each test.

use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde_json::json;
use sources::lexicon::Lexicon;
use sources::opportunity::Status;
use sources::{Finding, Opportunity};
use tempfile::TempDir;

use super::{Candidate, Decided, Edited, KeepCounts, Pending, Store};
use crate::candidate::candidate;
use crate::import::read_line;
use crate::record::{Record, Review, status_at};

mod absence;
mod changes;
mod editions;
mod joining;
mod renormalising;
mod searches;

const ROADMAP: &str = r#"
[[source]]
slug = "harbours"
name = { he = "נמלים", en = "Harbours" }
network = "jewish"
schedule = "0 6 * * sun"
language = ["en"]
[source.feed]
url = "https://harbours.example/feed"

[[source]]
slug = "towns"
name = { he = "עיירות", en = "Towns" }
network = "jewish"
schedule = "0 6 * * sun"
language = ["en"]
[source.feed]
url = "https://towns.example/feed"

[[source]]
slug = "ports"
name = { he = "נמלים", en = "Ports" }
network = "jewish"
schedule = "0 6 * * sun"
language = ["fr"]
[source.feed]
url = "https://ports.example/feed"
"#;

/// A store with three sources that tell of calls.
struct Shelf {
    store: Store,
    lexicon: Arc<Lexicon>,
    sources: Vec<sources::Source>,
    now: DateTime<Utc>,
    _folder: TempDir,
}

impl Shelf {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let roadmap = folder.path().join("roadmap");
        std::fs::create_dir(&roadmap).unwrap();
        std::fs::write(roadmap.join("all.toml"), ROADMAP).unwrap();
        Self {
            sources: sources::roadmap::load(&roadmap).unwrap(),
            lexicon: Arc::new(Lexicon::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap()),
            store: Store::open(folder.path(), None).await.unwrap(),
            now: "2026-11-22T06:00:00Z".parse().unwrap(),
            _folder: folder,
        }
    }

    fn candidate(&self, source: &str, key: &str, title: &str, text: &str) -> Candidate {
        let finding = Finding {
            source: source.to_owned(),
            key: key.to_owned(),
            url: format!("https://{source}.example/{key}"),
            title: title.to_owned(),
            text: Some(text.to_owned()),
            ..Finding::default()
        };
        let source = self.sources.iter().find(|known| known.slug == source).unwrap();
        candidate(finding, source, &self.lexicon, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), None)
    }

    /// Keeps what one source says of one item, an hour after whatever came before.
    async fn told(&mut self, source: &str, key: &str, title: &str, text: &str, review: Review) -> (String, KeepCounts) {
        self.now += Duration::hours(1);
        let candidate = self.candidate(source, key, title, text);
        let counts = self.store.keep(std::slice::from_ref(&candidate), review, self.now).await.unwrap();
        (candidate.finding.id(), counts)
    }

    async fn record(&self, id: &str) -> Record {
        self.store.record(id).await.unwrap().unwrap()
    }
}

fn slugs(record: &Record) -> Vec<&str> {
    record.sources.iter().map(|sighting| sighting.slug.as_str()).collect()
}

#[tokio::test]
async fn a_folder_without_a_store_is_told_from_one_whose_store_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    assert!(!Store::is_in(folder.path()).unwrap());
    let missing = Store::open_to_read(folder.path(), None).await.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(missing.starts_with("there is no store"), "{missing}");
    // A folder in the file's place is refused at once, where damage is tried again for half a minute.
    std::fs::create_dir(folder.path().join("kolkore.sqlite")).unwrap();
    assert!(Store::is_in(folder.path()).unwrap());
    let broken = Store::open_to_read(folder.path(), None).await.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(broken.starts_with("the store cannot be opened"), "{broken}");
}
