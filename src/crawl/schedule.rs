//! The scheduler: which source is due, and when it will be again.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use sources::Source;
use sources::fetch::Wait;
use sources::source::Shape;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinSet;

use super::visit;
use crate::app::App;
use crate::schedule::Schedule;
use crate::store::{CrawlRun, Outcome};

/// How often the scheduler looks: schedules have minutes.
const LOOK_EVERY: Duration = Duration::from_secs(20);

/// A failed visit is tried again after this, then after twice as long, and so on, unless its schedule comes first or the
/// source itself names a later moment. Polling never stops for good.
const RETRY_AFTER: TimeDelta = TimeDelta::hours(1);

/// A source that refuses us is asked again after this: often enough to notice a change of mind, and no nuisance.
pub(super) const REFUSED_AGAIN_AFTER: TimeDelta = TimeDelta::days(7);

/// Failed visits in a row that still double the wait: 2^6 hours is beyond every schedule but the weekly ones.
const MOST_DOUBLINGS: usize = 6;

/// Visits each active source when it is due, and those named in `now_please` at once, until `stop` says so.
///
/// What fell due while the daemon was down is due at start: `next_due` is kept in the store.
pub async fn run_schedule(app: Arc<App>, mut now_please: mpsc::Receiver<String>, mut stop: watch::Receiver<bool>) {
    if let Err(error) = super::manners::recall(&app.store, &app.fetcher, app.clock.now()).await {
        tracing::error!("what hosts asked for on earlier visits cannot be read: {error:#}");
    }
    let slots = Arc::new(Semaphore::new(app.settings.fetch.parallel));
    let mut visits: JoinSet<String> = JoinSet::new();
    let mut under_way: HashSet<String> = HashSet::new();
    let mut look = tokio::time::interval(LOOK_EVERY);
    loop {
        let asked = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => break,
            _ = look.tick() => None,
            Some(slug) = now_please.recv() => Some(slug),
            Some(ended) = visits.join_next() => {
                match ended {
                    Ok(slug) => { under_way.remove(&slug); }
                    Err(error) => tracing::error!("a visit broke off: {error}"),
                }
                continue;
            }
        };
        for source in due(&app, asked.as_deref()).await {
            if under_way.insert(source.slug.clone()) {
                visits.spawn(in_its_turn(Arc::clone(&app), source, Arc::clone(&slots)));
            }
        }
    }
    // Each batch is one transaction: to drop a visit between two of them loses nothing that was kept.
    visits.shutdown().await;
}

pub(super) async fn due(app: &App, asked: Option<&str>) -> Vec<Source> {
    let now = app.clock.now();
    let mut due = Vec::new();
    for source in app.sources.iter() {
        // People ask it, no program.
        if matches!(source.shape, Shape::Manual(_)) {
            continue;
        }
        if asked == Some(source.slug.as_str()) {
            due.push(source.clone());
            continue;
        }
        if asked.is_some() || !source.active {
            continue;
        }
        match next_due(app, source, now).await {
            Ok(Some(at)) if at <= now => due.push(source.clone()),
            Ok(_) => {}
            Err(error) => tracing::error!(source = source.slug, "the schedule cannot be read: {error:#}"),
        }
    }
    due
}

/// When a source is due; one that was never planned is due now.
async fn next_due(app: &App, source: &Source, now: DateTime<Utc>) -> anyhow::Result<Option<DateTime<Utc>>> {
    let Some(written) = &source.schedule else { return Ok(None) };
    Ok(Some(app.store.next_due(&source.slug, written).await?.unwrap_or(now)))
}

async fn in_its_turn(app: Arc<App>, source: Source, slots: Arc<Semaphore>) -> String {
    let Ok(_slot) = slots.acquire().await else { return source.slug };
    if let Err(error) = visit_and_plan(&app, &source).await {
        tracing::error!(source = source.slug, "the visit could not be kept: {error:#}");
    }
    source.slug
}

/// Visits a source and notes when it is due again, whoever wanted the visit: what the command line has just asked, the daemon
/// need not ask again. A visit that panics is one that failed, and is tried again as such.
pub(super) async fn visit_and_plan(app: &Arc<App>, source: &Source) -> anyhow::Result<CrawlRun> {
    let run = {
        let (app, source) = (Arc::clone(app), source.clone());
        apart(Box::pin(async move { visit(&app, &source).await })).await
    };
    if let Err(error) = plan(app, source, &run).await {
        tracing::error!(source = source.slug, "the next visit cannot be planned: {error:#}");
    }
    run
}

/// What a visit gives, or that it broke off. To drop this drops the visit.
async fn apart<T: Send + 'static>(visit: impl Future<Output = anyhow::Result<T>> + Send + 'static) -> anyhow::Result<T> {
    let ended = JoinSet::from_iter([visit]).join_next().await.context("nothing was begun")?;
    ended.unwrap_or_else(|broken| Err(anyhow::anyhow!("the visit broke off: {broken}")))
}

async fn plan(app: &App, source: &Source, run: &anyhow::Result<CrawlRun>) -> anyhow::Result<()> {
    let Some(written) = &source.schedule else { return Ok(()) };
    let now = app.clock.now();
    let schedule = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?;
    let regular = schedule.next_after(now).unwrap_or(now + TimeDelta::days(1));
    // Before then its host does not want to be asked, whatever the schedule says.
    let host_waits_until = run.as_ref().ok().and_then(|run| run.evidence.host_waits_until);
    let next = match run {
        Ok(run) if run.evidence.blocked => regular.max(now + REFUSED_AGAIN_AFTER),
        Ok(run) if run.outcome != Outcome::Failed => match app.store.unfinished(&source.slug).await? {
            // What it could not ask for yet is asked for as soon as it may; a host that keeps asking for patience, less and less often.
            Some(_) => {
                let wait = match run.outcome {
                    // One that asks for a second's patience would be asked each second.
                    Outcome::Waiting if run.evidence.waits_for == Some(Wait::Asked) => RETRY_AFTER,
                    Outcome::Waiting => TimeDelta::zero(),
                    _ => wait(app, source).await?,
                };
                run.evidence.retry_at.map_or(regular, |at| regular.min(at.max(now + wait)))
            }
            None => regular,
        },
        Ok(run) => regular.min(now + wait(app, source).await?).max(run.evidence.retry_at.unwrap_or(now)),
        Err(_) => regular.min(now + RETRY_AFTER),
    };
    app.store.set_next_due(&source.slug, written, next.max(host_waits_until.unwrap_or(next)), now).await
}

/// How long a source that did not go well is left alone: twice as long with each visit in a row.
async fn wait(app: &App, source: &Source) -> anyhow::Result<TimeDelta> {
    let runs = app.store.runs(&source.slug, MOST_DOUBLINGS).await?;
    let visits = runs.iter().filter(|run| run.outcome != Outcome::Waiting && !run.evidence.by_hand);
    let in_a_row = visits.take_while(|run| matches!(run.outcome, Outcome::Failed | Outcome::Partial)).count();
    Ok(RETRY_AFTER * 2_i32.pow(in_a_row.saturating_sub(1) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_visit_that_panics_is_one_that_failed() {
        let broken = apart::<()>(async { panic!("a slice within a title") }).await.unwrap_err().to_string();
        assert!(broken.starts_with("the visit broke off") && broken.contains("a slice within a title"), "{broken}");
        assert_eq!(apart(async { Ok(7) }).await.unwrap(), 7);
    }
}
