//! What hosts ask for (patience, a pace, rules of their own) holds for every process: told to the fetcher at the start of each, and
//! kept as soon as there is something new.

use crate::app::App;

/// Tells the fetcher what hosts told earlier processes.
pub(super) async fn recall(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    app.fetcher.recall(app.store.manners(now).await?, now).await;
    Ok(())
}

/// Keeps what hosts have told of late.
pub(super) async fn keep(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let told = app.fetcher.news(now);
    if told.is_empty() { Ok(()) } else { app.store.keep_manners(&told, now).await }
}
