//! When staff are told by themselves: of changes when they have settled, and of everything once a week.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::sync::watch;

use super::{Office, send_changes, send_questions, send_queued, send_weekly, take_stock};
use crate::app::App;
use crate::edition::Tally;
use crate::looks;
use crate::mail::Mailer;
use crate::schedule::Schedule;

/// How often the sources are looked at: a change waits ten minutes anyway, and a look costs a few queries a source.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// The row under which the next weekly mail is kept beside the sources'.
const ROW: &str = "(health)";

/// Tells staff until `stop` says so.
pub async fn run_schedule(app: Arc<App>, stop: watch::Receiver<bool>) {
    // The ledger knows what was under way: to end between two mails loses none and doubles none.
    looks::until_stopped(LOOK_EVERY, stop, async || {
        if let Err(error) = tell(&app).await {
            tracing::error!("staff could not be told of the sources' health: {error:#}");
        }
    })
    .await;
}

async fn tell(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let changes = take_stock(&Office::of(app), now).await?;
    let mailer = Mailer::for_staff(&app.settings, &app.data)?;
    if changes.are_settled(now) {
        let tally = send_changes(app, &mailer).await?;
        tracing::info!(?tally, "staff were told of changes in the sources' health");
    }
    let asked = send_questions(app, &mailer).await?;
    if asked != Tally::default() {
        tracing::info!(?asked, "staff were told what municipalities ask");
    }
    weekly_if_due(app, &mailer).await?;
    let queued = send_queued(app, &mailer).await?;
    if queued != Tally::default() {
        tracing::info!(?queued, "staff were told");
    }
    Ok(())
}

async fn weekly_if_due(app: &App, mailer: &Mailer) -> anyhow::Result<()> {
    let written = &app.settings.staff.health_schedule;
    if written.is_empty() {
        return Ok(());
    }
    let schedule = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?;
    let now = app.clock.now();
    let next = schedule.next_after(now).with_context(|| format!("staff.health_schedule `{written}` has no further day"))?;
    match app.store.next_due(ROW, written).await? {
        Some(due) if due > now => return Ok(()),
        Some(_) => {
            // However late: what it tells is how things are now.
            let tally = send_weekly(app, mailer).await?;
            tracing::info!(?tally, "the week's mail to staff");
        }
        None => {}
    }
    app.store.set_next_due(ROW, written, next, now).await
}
