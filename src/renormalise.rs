//! The present rules, applied to everything ever found. Which record a finding belongs to stays as it was decided.

use std::fmt;

use crate::app::App;
use crate::candidate::candidate;

/// Findings read again at a time.
const BATCH: usize = 200;

/// What reading everything again came to.
#[derive(Debug, Default)]
pub struct Renormalised {
    /// Findings read.
    pub read: u64,
    /// Records that changed, or would.
    pub records: u64,
    /// Field by field.
    pub changes: Vec<FieldChange>,
}

/// One field of one record.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Record id.
    pub record: String,
    /// Name of the field.
    pub field: String,
    /// Before.
    pub old: serde_json::Value,
    /// After.
    pub new: serde_json::Value,
}

impl fmt::Display for FieldChange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}  {}: {} → {}", self.record, self.field, self.old, self.new)
    }
}

/// Reads the findings of some sources (none named: all) again, and changes their records in one change set: all of it or, should
/// anything fail, nothing. With `dry_run` only says what would change.
pub async fn renormalise(app: &App, slugs: &[String], dry_run: bool) -> anyhow::Result<Renormalised> {
    let mut all = Renormalised::default();
    let today = app.clock.today();
    let mut changes = app.store.change_set(app.clock.now()).await?;
    for source in app.sources.iter().filter(|source| slugs.is_empty() || slugs.contains(&source.slug)) {
        let mut after = String::new();
        loop {
            let kept = app.store.findings(&source.slug, &after, BATCH).await?;
            let Some(last) = kept.last() else { break };
            after.clone_from(&last.id);
            let (lexicon, source) = (app.lexicon.clone(), source.clone());
            let candidates = tokio::task::spawn_blocking(move || {
                kept.into_iter().map(|kept| candidate(kept.finding, &source, &lexicon, today, None)).collect::<Vec<_>>()
            })
            .await?;
            all.read += candidates.len() as u64;
            changes.add(&candidates, &mut all).await?;
        }
    }
    if !dry_run {
        app.store.commit_change_set(changes).await?;
    }
    Ok(all)
}
