//! The mailbox of bounces is looked into by itself.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::collect::collect;
use crate::app::App;
use crate::looks;

/// A mailbox that is dead is dead tomorrow too; servers do not like to be asked every minute.
const LOOK_EVERY: Duration = Duration::from_mins(15);

/// Looks into the mailbox until `stop` says so. What staff are to know of it waits in the ledger for their own sender.
pub async fn run_schedule(app: Arc<App>, stop: watch::Receiver<bool>) {
    if app.settings.mail.bounces.address.is_empty() {
        return;
    }
    // What was noted is noted, and what was not is read again.
    looks::until_stopped(LOOK_EVERY, stop, async || match collect(&app).await {
        Ok(tally) => tracing::info!(?tally, "the mailbox of bounces"),
        Err(error) => tracing::error!("the mailbox of bounces cannot be read: {error:#}"),
    })
    .await;
}
