//! The present rules, applied to everything ever found: shown, or written as one change set.
//! Which record a finding belongs to stays as it was decided.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sources::Source;
use sources::lexicon::Lexicon;

use crate::candidate::candidate;
use crate::store::{Candidate, Renormalised, Store};

/// Findings read again at a time.
const BATCH: usize = 200;

/// What the findings of some sources are read again by.
pub struct Rules {
    /// The sources.
    pub sources: Vec<Arc<Source>>,
    /// Words and rules.
    pub lexicon: Arc<Lexicon>,
    /// The day as of which they are read.
    pub today: NaiveDate,
}

impl Renormalised {
    /// How many records change in each field.
    pub fn by_field(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for change in self.records.iter().flat_map(|record| &record.fields) {
            *counts.entry(change.field.as_str()).or_default() += 1;
        }
        counts
    }
}

/// What would change. Only reads, so that a running daemon need not be stopped for it.
pub async fn show(store: &Store, rules: &Rules) -> anyhow::Result<Renormalised> {
    let (mut told, mut batches) = (Renormalised::default(), Batches::of(store, rules));
    while let Some(batch) = batches.next().await? {
        told.read += batch.len() as u64;
        store.preview(&batch, &mut told).await?;
    }
    Ok(told)
}

/// Changes it, in one change set: all of it or, should anything fail, nothing.
pub async fn apply(store: &Store, rules: &Rules, now: DateTime<Utc>) -> anyhow::Result<Renormalised> {
    let (mut told, mut batches) = (Renormalised::default(), Batches::of(store, rules));
    let mut changes = store.change_set(now).await?;
    while let Some(batch) = batches.next().await? {
        told.read += batch.len() as u64;
        changes.add(&batch, &mut told).await?;
    }
    store.commit_change_set(changes).await?;
    Ok(told)
}

/// Kept findings, source by source, made ready to be kept again.
struct Batches<'a> {
    store: &'a Store,
    rules: &'a Rules,
    left: std::slice::Iter<'a, Arc<Source>>,
    source: Option<&'a Arc<Source>>,
    after: String,
}

impl<'a> Batches<'a> {
    fn of(store: &'a Store, rules: &'a Rules) -> Self {
        let mut left = rules.sources.iter();
        Self { store, rules, source: left.next(), left, after: String::new() }
    }

    async fn next(&mut self) -> anyhow::Result<Option<Vec<Candidate>>> {
        while let Some(source) = self.source {
            let kept = self.store.findings(&source.slug, &self.after, BATCH).await?;
            let Some(last) = kept.last() else {
                self.source = self.left.next();
                self.after.clear();
                continue;
            };
            self.after.clone_from(&last.id);
            let (source, lexicon, today) = (Arc::clone(source), Arc::clone(&self.rules.lexicon), self.rules.today);
            // Rules are seconds of work for a few hundred texts: not for a thread that others wait on.
            let read = tokio::task::spawn_blocking(move || {
                kept.into_iter().map(|kept| candidate(kept.finding, &source, &lexicon, today, None)).collect()
            });
            return Ok(Some(read.await?));
        }
        Ok(None)
    }
}
