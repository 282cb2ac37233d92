//! Visits to sources: fetch → read → normalise → keep.

pub mod calls;
pub(crate) mod extract;
pub mod health;
mod lost_feed;
pub(crate) mod manners;
mod schedule;
pub mod standing;
mod trial;
mod visit;

use std::sync::Arc;

use futures_util::StreamExt as _;
use sources::Source;

use crate::app::App;
use crate::store::CrawlRun;

pub use schedule::run_schedule;
pub use trial::{Bench, Trial, try_body, try_live};
pub use visit::visit;

/// One visit's result; an error here is ours (the store failed), never the source's.
pub type Visited = (String, anyhow::Result<CrawlRun>);

/// Visits sources, several at a time; tells `progress` of each that is done.
pub async fn visit_all(app: &Arc<App>, sources: Vec<Source>, mut progress: impl FnMut(&Visited)) -> Vec<Visited> {
    if let Err(error) = manners::recall(&app.store, &app.fetcher, app.clock.now()).await {
        tracing::error!("what hosts asked for on earlier visits cannot be read: {error:#}");
    }
    let mut visits = futures_util::stream::iter(sources.into_iter().map(|source| {
        let app = Arc::clone(app);
        async move {
            let visited = schedule::visit_and_plan(&app, &source).await;
            (source.slug, visited)
        }
    }))
    .buffer_unordered(app.settings.fetch.parallel);
    let mut done = Vec::new();
    while let Some(visited) = visits.next().await {
        progress(&visited);
        done.push(visited);
    }
    done
}

#[cfg(test)]
mod tests;
