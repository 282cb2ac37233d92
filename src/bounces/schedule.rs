//! The mailbox of bounces is looked into by itself.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::collect::{Tally, collect};
use crate::app::App;
use crate::edition::{Desk, send_waiting};
use crate::looks;
use crate::mail::Mailer;

/// A mailbox that is dead is dead tomorrow too; servers do not like to be asked every minute.
const LOOK_EVERY: Duration = Duration::from_mins(15);

/// Looks into the mailbox until `stop` says so.
pub async fn run_schedule(app: Arc<App>, stop: watch::Receiver<bool>) {
    if app.settings.mail.bounces.address.is_empty() {
        return;
    }
    // What was noted is noted, and what was not is read again.
    looks::until_stopped(LOOK_EVERY, stop, async || match look_once(&app).await {
        Ok(tally) => tracing::info!(?tally, "the mailbox of bounces"),
        Err(error) => tracing::error!("the mailbox of bounces cannot be read: {error:#}"),
    })
    .await;
}

async fn look_once(app: &App) -> anyhow::Result<Tally> {
    let tally = collect(app).await?;
    if tally.suspended > 0 {
        let mailer = Mailer::for_staff(&app.settings, &app.data)?;
        send_waiting(app, &mailer, Desk::Staff, None, |_, _| {}).await?;
    }
    Ok(tally)
}
