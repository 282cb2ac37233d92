//! What staff decide of a finding, by the rules of its source: that it is an opportunity after all, or a call of its own.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use sources::Source;
use sources::lexicon::Lexicon;

use crate::candidate::candidate;
use crate::clock::HOME;
use crate::store::{Candidate, Decided, Store};

/// By what a finding is normalised: the roadmap, the words, and the moment.
pub struct Rules<'a> {
    /// The roadmap.
    pub sources: &'a [Source],
    /// Words and rules.
    pub lexicon: &'a Arc<Lexicon>,
    /// The present moment.
    pub now: DateTime<Utc>,
}

/// Makes a record of a finding that was judged to be none; `by` is the login name. False if there is none to adopt.
pub async fn adopt(store: &Store, rules: &Rules<'_>, finding: &str, by: &str) -> anyhow::Result<bool> {
    match normalised(store, rules, finding).await? {
        Some(candidate) => store.adopt(&candidate, by, rules.now).await,
        None => Ok(false),
    }
}

/// Splits a finding from the record that it was joined to; `by` is the login name.
pub async fn split(store: &Store, rules: &Rules<'_>, finding: &str, by: &str) -> anyhow::Result<Decided> {
    match normalised(store, rules, finding).await? {
        Some(candidate) => store.split(&candidate, by, rules.now).await,
        None => Ok(Decided::Unknown),
    }
}

async fn normalised(store: &Store, rules: &Rules<'_>, finding: &str) -> anyhow::Result<Option<Candidate>> {
    let Some(kept) = store.finding(finding).await? else { return Ok(None) };
    let slug = &kept.finding.source;
    let source = rules.sources.iter().find(|source| source.slug == *slug);
    let source = source.with_context(|| {
        format!("finding `{finding}` is of source `{slug}`, which the roadmap has no more; put it back to go on")
    })?;
    let (source, lexicon, today) = (source.clone(), Arc::clone(rules.lexicon), rules.now.with_timezone(&HOME).date_naive());
    let done = tokio::task::spawn_blocking(move || candidate(kept.finding, &source, &lexicon, today, None)).await?;
    Ok(Some(done))
}
