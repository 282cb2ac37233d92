//! When the week's letters leave by themselves.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::TimeDelta;
use tokio::sync::watch;

use super::dispatch::send_week;
use crate::app::App;
use crate::digest::week::Week;
use crate::mail::Mailer;
use crate::schedule::Schedule;

/// Schedules have minutes.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The row under which the next sending is kept beside the sources'.
const ROW: &str = "(digest)";

/// Sends the week's letters whenever they are due, until `stop` says so. What fell due while the daemon was down leaves at
/// start, unless that was too long ago to be news: then it is skipped with a warning.
pub async fn run_schedule(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    if app.settings.digest.schedule.is_empty() {
        return;
    }
    let mut look = tokio::time::interval(LOOK_EVERY);
    loop {
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            _ = look.tick() => {}
        }
        tokio::select! {
            // The ledger knows what was under way: to end between two letters loses none and doubles none.
            _ = stop.wait_for(|stop| *stop) => return,
            sent = send_if_due(&app) => {
                if let Err(error) = sent {
                    tracing::error!("the week's letters could not be sent: {error:#}");
                }
            }
        }
    }
}

async fn send_if_due(app: &Arc<App>) -> anyhow::Result<()> {
    let written = &app.settings.digest.schedule;
    let schedule = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?;
    let now = app.clock.now();
    let next = schedule.next_after(now).with_context(|| format!("digest.schedule `{written}` has no further day"))?;
    let Some(due) = app.store.next_due(ROW, written).await? else {
        return app.store.set_next_due(ROW, written, next, now).await;
    };
    if due > now {
        return Ok(());
    }
    if now - due > TimeDelta::hours(i64::from(app.settings.digest.hold_after_hours)) {
        tracing::error!(%due, "the week's letters are too late to be sent by themselves; look, and use `kolkore digest --send`");
    } else {
        let mailer = Arc::new(Mailer::of(&app.settings, &app.data)?);
        let tally = send_week(app, &mailer, Week::of(app.clock.today()), None, |_, _| {}).await?;
        tracing::info!(?tally, "the week's letters");
        if tally.waiting > 0 {
            // Tried again at the next look: the schedule stays due.
            return Ok(());
        }
    }
    app.store.set_next_due(ROW, written, next, now).await
}
