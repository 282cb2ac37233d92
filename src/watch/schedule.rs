//! When searches are looked at: at once means at the daemon's next look, daily and weekly at the hours of other mails.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

use super::letter::Writer;
use super::look::{Looked, look};
use crate::act::ActKeys;
use crate::app::App;
use crate::clock::{HOME, start_of};
use crate::edition::{Desk, Tally, send_waiting};
use crate::looks;
use crate::mail::Mailer;
use crate::schedule::Schedule;
use crate::search::{Finder, Labels};
use crate::settings::Settings;
use crate::store::{HowOften, SavedSearch, Seen};

/// A visit keeps what it found in batches for some minutes: a look in between tells what is there.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// When daily mails leave where `digest.notices` is empty: who sends no reminders to municipalities has not ended what staff ask for.
const DAILY: &str = "15 8 * * Sun,Mon,Tue,Wed,Thu";

/// When weekly mails leave where `staff.health_schedule` is empty.
const WEEKLY: &str = "30 7 * * Sun";

/// Tells the owners of searches until `stop` says so.
pub async fn run_schedule(app: Arc<App>, stop: watch::Receiver<bool>) {
    let labels = Arc::new(Labels::new(&app.sources, &app.lexicon));
    let finder = Finder { store: app.store.clone(), index: Arc::clone(&app.index), labels, stood_at: app.stood_at };
    // The ledger knows what was under way: to end between two mails loses none and doubles none.
    looks::until_stopped(LOOK_EVERY, stop, async || {
        let told = async { tell(&app, &finder, &Mailer::for_staff(&app.settings, &app.data)?).await };
        match told.await {
            Ok(Tally { queued: 0, sent: 0, failed: 0, unsure: 0, .. }) => {}
            Ok(tally) => tracing::info!(?tally, "mails about saved searches"),
            Err(error) => tracing::error!("the owners of saved searches could not be told: {error:#}"),
        }
    })
    .await;
}

/// Looks at every search that is due, then sends what waits. What goes wrong with one search stops none of the others.
pub async fn tell(app: &App, finder: &Finder, mailer: &Mailer) -> anyhow::Result<Tally> {
    let (now, last) = (app.clock.now(), finder.index.last_change());
    let mut queued = 0;
    let due: Vec<SavedSearch> = {
        let mut watched = app.store.watched_searches().await?;
        watched.retain(|search| {
            // Nobody is told through a mailbox that is no longer the staff's: the page says so, and what is new waits until another is chosen.
            let is_ours = app.settings.staff.mailboxes().any(|mailbox| mailbox == search.contact);
            is_ours
                && is_due(search, &app.settings, last, now).unwrap_or_else(|error| {
                    tracing::error!(search = search.id, "it is not known when a saved search is due: {error:#}");
                    false
                })
        });
        watched
    };
    if !due.is_empty() {
        let keys = app.store.act_keys_to_sign(now).await?;
        for search in due {
            match look_and_write(app, finder, &search, &keys, now).await {
                Ok(mails) => queued += mails,
                Err(error) => tracing::error!(search = search.id, "a saved search could not be looked at: {error:#}"),
            }
        }
    }
    if !app.store.searches_have_mail().await? {
        return Ok(Tally { queued, ..Tally::default() });
    }
    Ok(Tally { queued, ..send_waiting(app, mailer, Desk::Searches, None, |_, _| {}).await? })
}

/// One look at one search; how many mails it gave. Nothing new gives none: unlike the week's letter, which says that somebody looked,
/// this is a watch, and it is heard only when it has something to say.
async fn look_and_write(
    app: &App,
    finder: &Finder,
    search: &SavedSearch,
    keys: &ActKeys,
    now: DateTime<Utc>,
) -> anyhow::Result<u64> {
    let writer = Writer::new(app, search, keys, now);
    let (seen, mail) = match look(finder, search, now).await? {
        Looked::Followed { seen, news } if news.is_empty() => (seen, None),
        Looked::Followed { seen, news } => (seen, Some(writer.news(&news)?)),
        // Told once: what it stopped for is noted with the mail that says so.
        Looked::Stopped(complaint) => {
            let mail = (complaint != search.complaint).then(|| writer.stopped(&complaint)).transpose()?;
            (Seen { up_to: search.looked_to, known: Vec::new(), complaint }, mail)
        }
    };
    app.store.note_look(&search.id, &seen, mail.as_ref(), now).await?;
    Ok(u64::from(mail.is_some()))
}

/// Whether a search is to be looked at now; `last` is the last change that can be found.
fn is_due(search: &SavedSearch, settings: &Settings, last: u64, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let day = |at: DateTime<Utc>| at.with_timezone(&HOME).date_naive();
    let scheduled = |written: &str, otherwise: &str, after: DateTime<Utc>| {
        let written = if written.is_empty() { otherwise } else { written };
        let schedule = Schedule::parse(written).map_err(|what| anyhow::anyhow!(what))?;
        anyhow::Ok(schedule.next_after(after).is_some_and(|due| due <= now))
    };
    match search.how_often {
        HowOften::None => Ok(false),
        // A new day moves relative words (`deadline:<30d`) and opens what opens on it, though nobody wrote anything.
        HowOften::AtOnce => Ok(last > search.looked_to || day(now) > day(search.looked_at)),
        // The first hour of notices on a later day.
        HowOften::Daily => {
            let next_day = start_of(day(search.looked_at).succ_opt().unwrap_or(day(search.looked_at)));
            scheduled(&settings.digest.notices, DAILY, next_day - TimeDelta::seconds(1))
        }
        HowOften::Weekly => scheduled(&settings.staff.health_schedule, WEEKLY, search.looked_at),
    }
}
