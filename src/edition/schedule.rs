//! When letters leave by themselves.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use super::dispatch::{Desk, send_waiting, send_week};
use super::notices::send_notices;
use super::prepare::prepare;
use crate::app::App;
use crate::clock::HOME;
use crate::digest::holidays;
use crate::digest::letter::keys_of_week;
use crate::digest::week::Week;
use crate::looks;
use crate::mail::Mailer;
use crate::notice;
use crate::schedule::{Schedule, to_utc};
use crate::settings::Settings;
use crate::store::{DeliveryState, Store};

/// Schedules have minutes.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The row under which the next sending is kept beside the sources'.
const ROW: &str = "(digest)";

/// The same for what cannot wait and for reminders.
const ROW_OF_NOTICES: &str = "(notices)";

/// Sends the week's letters, and what cannot wait for them, whenever they are due, until `stop` says so. What fell due while the daemon was
/// down leaves at start, unless that was too long ago to be news: then it is held for a human, and staff are told.
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
    let mailer = Arc::new(Mailer::of(&app.settings, &app.data)?);
    if now - at > TimeDelta::hours(i64::from(app.settings.digest.hold_after_hours)) {
        if !hold_week(app, &mailer, Week::of(at.with_timezone(&HOME).date_naive())).await? {
            return Ok(());
        }
    } else {
        let tally = send_week(app, &mailer, Week::of(app.clock.today()), None, |_, _| {}).await?;
        tracing::info!(?tally, "the week's letters");
        if tally.waiting > 0 {
            // Tried again at the next look: the schedule stays due.
            return Ok(());
        }
    }
    app.store.set_next_due(ROW, written, next, now).await
}

/// Holds the letters of a week that could not leave on their day, as they would be now, and tells staff. Of a week that is past none are made:
/// the next letter tells everything that they would have told. What a human has sent meanwhile is in the ledger, and nothing is said of it.
/// False where something may still leave: then it is looked at again.
async fn hold_week(app: &Arc<App>, mailer: &Mailer, week: Week) -> anyhow::Result<bool> {
    let now = app.clock.now();
    // What was frozen on its day is held by its own age; what was under way when the program ended is settled before anything is chosen.
    let tally = send_waiting(app, mailer, Desk::Municipalities, None, |_, _| {}).await?;
    if tally.waiting > 0 {
        return Ok(false);
    }
    let mut ledger = app.store.deliveries(Some(&week.label())).await?;
    ledger.retain(|row| row.id.starts_with(&keys_of_week(week)));
    let known: HashSet<&String> = ledger.iter().map(|row| &row.id).collect();
    let is_past = week < Week::of(app.clock.today());
    let prepared = if is_past { Vec::new() } else { prepare(app, week, None, now).await? };
    let mut letters: Vec<_> = prepared.into_iter().filter_map(|letter| letter.delivery).collect();
    letters.retain(|letter| !known.contains(&letter.id));
    // By the ledger: what just went through the sender may be a notice or another week's, and this week's may be held since an earlier look.
    let held = (ledger.iter().filter(|row| row.state == DeliveryState::Held).count() + letters.len()) as u64;
    if held == 0 && !(is_past && ledger.is_empty()) {
        tracing::info!(%week, "the letters of a week whose day has passed have all left");
        return Ok(true);
    }
    let mails = notice::missed(app, week, held)?;
    app.store.queue_as_held(&letters, &mails, now).await?;
    tracing::error!(%week, held, "the week's letters could not leave on their day; what is held waits for a human on /staff");
    Ok(true)
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
    // Of several that were missed the last one: what it tells holds what the earlier ones would have told.
    let at = std::iter::successors(Some(at), |at| schedule.next_after(*at).filter(|next| *next <= now)).last().unwrap_or(at);
    Ok((at <= now).then_some(Due { at, next }))
}
