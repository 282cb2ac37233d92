//! When letters leave by themselves.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use super::dispatch::send_week;
use super::notices::send_notices;
use crate::app::App;
use crate::clock::HOME;
use crate::digest::holidays;
use crate::digest::week::Week;
use crate::looks;
use crate::mail::Mailer;
use crate::schedule::{Schedule, to_utc};
use crate::settings::Settings;
use crate::store::Store;

/// Schedules have minutes.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The row under which the next sending is kept beside the sources'.
const ROW: &str = "(digest)";

/// The same for what cannot wait and for reminders.
const ROW_OF_NOTICES: &str = "(notices)";

/// Sends the week's letters, and what cannot wait for them, whenever they are due, until `stop` says so. What fell due while the daemon was
/// down leaves at start, unless that was too long ago to be news: then it is skipped with a warning.
pub async fn run_schedule(app: Arc<App>, stop: watch::Receiver<bool>) {
    // The ledger knows what was under way: to end between two letters loses none and doubles none.
    looks::until_stopped(LOOK_EVERY, stop, async || {
        if let Err(error) = send_if_due(&app).await {
            tracing::error!("letters could not be sent: {error:#}");
        }
    })
    .await;
}

pub(super) async fn send_if_due(app: &Arc<App>) -> anyhow::Result<()> {
    // What falls due while all sending is held stays due: when it is released, its age says whether it is still news.
    if app.store.hold().await?.is_some() {
        return Ok(());
    }
    week_if_due(app).await?;
    notices_if_due(app).await
}

async fn week_if_due(app: &Arc<App>) -> anyhow::Result<()> {
    let (written, now) = (&app.settings.digest.schedule, app.clock.now());
    let keeps_rest = app.settings.mail.keep_days_of_rest;
    let Some(Due { at, next }) = due(app, ROW, written, now).await? else { return Ok(()) };
    let at = off_rest(at, keeps_rest);
    // Also what was due before, and could not leave then.
    if at > now || (keeps_rest && holidays::is_day_of_rest(app.clock.today())) {
        return Ok(());
    }
    if now - at > TimeDelta::hours(i64::from(app.settings.digest.hold_after_hours)) {
        tracing::error!(due = %at, "the week's letters are too late to be sent by themselves; look, and use `kolkore digest --send`");
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

/// However late: what is due is judged by today, and what has left is in the ledger.
async fn notices_if_due(app: &Arc<App>) -> anyhow::Result<()> {
    let (written, now) = (&app.settings.digest.notices, app.clock.now());
    let Some(Due { next, .. }) = due(app, ROW_OF_NOTICES, written, now).await? else { return Ok(()) };
    let tally = send_notices(app, &Mailer::of(&app.settings, &app.data)?).await?;
    tracing::info!(?tally, "urgent notices and reminders");
    app.store.set_next_due(ROW_OF_NOTICES, written, next, now).await
}

/// When the week's letters leave next; none where they only leave by hand.
pub async fn next_week(store: &Store, settings: &Settings, now: DateTime<Utc>) -> anyhow::Result<Option<DateTime<Utc>>> {
    let written = &settings.digest.schedule;
    if written.is_empty() {
        return Ok(None);
    }
    let keeps_rest = settings.mail.keep_days_of_rest;
    if let Some(due) = store.next_due(ROW, written).await? {
        return Ok(Some(off_rest(due, keeps_rest).max(now)));
    }
    let next = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?.next_after(now);
    Ok(next.map(|due| off_rest(due, keeps_rest)))
}

/// The same hour on a day on which letters may leave.
fn off_rest(at: DateTime<Utc>, keeps_rest: bool) -> DateTime<Utc> {
    let local = at.with_timezone(&HOME).naive_local();
    let day = holidays::off_rest(local.date());
    if keeps_rest && day != local.date() { to_utc(day.and_time(local.time())) } else { at }
}

/// Something that is due now.
struct Due {
    at: DateTime<Utc>,
    next: DateTime<Utc>,
}

/// Whether the schedule `written` is due; where it has changed, or is new, its first moment is noted.
async fn due(app: &App, row: &str, written: &str, now: DateTime<Utc>) -> anyhow::Result<Option<Due>> {
    if written.is_empty() {
        return Ok(None);
    }
    let schedule = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?;
    let next = schedule.next_after(now).with_context(|| format!("the schedule `{written}` has no further day"))?;
    let Some(at) = app.store.next_due(row, written).await? else {
        app.store.set_next_due(row, written, next, now).await?;
        return Ok(None);
    };
    Ok((at <= now).then_some(Due { at, next }))
}
