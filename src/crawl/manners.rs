//! What hosts ask for (patience, a pace, rules of their own) holds for every process: told to the fetcher at the start of each, and
//! kept as soon as there is something new.

use chrono::{DateTime, Utc};
use sources::fetch::Fetcher;

use crate::app::App;
use crate::store::Store;

/// Tells the fetcher what hosts told earlier processes.
pub(crate) async fn recall(store: &Store, fetcher: &Fetcher, now: DateTime<Utc>) -> anyhow::Result<()> {
    fetcher.recall(store.manners(now).await?, now).await;
    Ok(())
}

/// Keeps what hosts have told of late.
pub(super) async fn keep(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let told = app.fetcher.news(now);
    if told.is_empty() { Ok(()) } else { app.store.keep_manners(&told, now).await }
}
