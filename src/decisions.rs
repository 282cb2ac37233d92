//! What staff decide of a finding, by the rules of its source: that it is an opportunity after all, or a call of its own.

use anyhow::Context as _;

use crate::app::App;
use crate::candidate::candidate;
use crate::store::{Candidate, Decided};

/// Makes a record of a finding that was judged to be none; `by` is the login name. False if there is none to adopt.
pub async fn adopt(app: &App, finding: &str, by: &str) -> anyhow::Result<bool> {
    match normalised(app, finding).await? {
        Some(candidate) => app.store.adopt(&candidate, by, app.clock.now()).await,
        None => Ok(false),
    }
}

/// Splits a finding from the record that it was joined to; `by` is the login name.
pub async fn split(app: &App, finding: &str, by: &str) -> anyhow::Result<Decided> {
    match normalised(app, finding).await? {
        Some(candidate) => app.store.split(&candidate, by, app.clock.now()).await,
        None => Ok(Decided::Unknown),
    }
}

async fn normalised(app: &App, finding: &str) -> anyhow::Result<Option<Candidate>> {
    let Some(kept) = app.store.finding(finding).await? else { return Ok(None) };
    let slug = &kept.finding.source;
    let source = app.sources.iter().find(|source| source.slug == *slug);
    let source = source.with_context(|| {
        format!("finding `{finding}` is of source `{slug}`, which the roadmap has no more; put it back to go on")
    })?;
    let (source, lexicon, today) = (source.clone(), app.lexicon.clone(), app.clock.today());
    let done = tokio::task::spawn_blocking(move || candidate(kept.finding, &source, &lexicon, today, None)).await?;
    Ok(Some(done))
}
