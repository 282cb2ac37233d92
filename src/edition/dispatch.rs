//! Sends what the ledger holds: claimed before it is handed over, settled by what the relay says.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::StreamExt as _;
use serde::Serialize;

use super::prepare::prepare;
use crate::act::{ActKeys, handle};
use crate::app::App;
use crate::bounces;
use crate::digest::week::Week;
use crate::mail::{Mailer, Message, Outcome, Sender};
use crate::readers::contact::is_former;
use crate::store::{Delivery, DeliveryState, HowOften, SavedSearch};

/// Letters under way at the same time: twice as many as the relay has connections, so that none stands idle while the ledger notes what became
/// of the letter before. After a crash so many at most are in doubt.
const AT_ONCE: usize = 16;

/// How sending went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Letters frozen by this run.
    pub queued: u64,
    /// Accepted by the relay.
    pub sent: u64,
    /// Refused for good.
    pub failed: u64,
    /// Nobody knows: for a human.
    pub unsure: u64,
    /// Too late to leave by itself: for a human.
    pub held: u64,
    /// Not taken now; the next run tries again.
    pub waiting: u64,
}

impl Tally {
    fn count(&mut self, state: DeliveryState) {
        match state {
            DeliveryState::Sent => self.sent += 1,
            DeliveryState::Failed | DeliveryState::Dropped => self.failed += 1,
            DeliveryState::Held => self.held += 1,
            DeliveryState::Unsure => self.unsure += 1,
            DeliveryState::Queued | DeliveryState::Sending => self.waiting += 1,
        }
    }
}

/// Whose messages a sender takes. Each desk has one sender, so that none takes for broken off what another has under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    /// The week's letters.
    Municipalities,
    /// Mails to staff.
    Staff,
    /// Mails about saved searches.
    Searches,
}

impl Desk {
    /// What stands in the ledger in the place of a municipality for mails to staff; no slug has brackets.
    pub const STAFF: &str = "(staff)";

    /// Whose a message is.
    pub fn of(row: &Delivery) -> Self {
        match row.municipality.as_str() {
            Self::STAFF => Self::Staff,
            reader if SavedSearch::id_of(reader).is_some() => Self::Searches,
            _ => Self::Municipalities,
        }
    }
}

/// Freezes the letters of a week that are not in the ledger yet, then sends whatever waits there.
pub async fn send_week(
    app: &Arc<App>,
    mailer: &Arc<Mailer>,
    week: Week,
    only: Option<&str>,
    progress: impl Fn(u64, u64),
) -> anyhow::Result<Tally> {
    let now = app.clock.now();
    let this_week = Week::of(app.clock.today());
    anyhow::ensure!(
        week >= this_week,
        "{week} is past, and its letters would tell what is known today; this week is {this_week}. `kolkore digest --week {week}` shows what was sent"
    );
    // Nothing is frozen either: what is told is chosen when it may leave.
    if let Some(hold) = app.store.hold().await? {
        anyhow::bail!(hold.in_words());
    }
    // Before anything is chosen: what a broken off sending has told after all is not told again.
    settle_doubts(app, mailer, Desk::Municipalities, now).await?;
    let prepared = prepare(app, week, only, now).await?;
    let letters: Vec<_> = prepared.into_iter().filter_map(|letter| letter.delivery).collect();
    let queued = app.store.queue(&letters, now).await?;
    Ok(Tally { queued, ..send_waiting(app, mailer, Desk::Municipalities, only, progress).await? })
}

/// Sends whatever waits in the ledger for one desk, or for one reader of it, unless all sending is held. One letter's failure never stops the
/// rest: the first one is told when all have had their turn.
pub async fn send_waiting(
    app: &App,
    mailer: &Mailer,
    desk: Desk,
    only: Option<&str>,
    progress: impl Fn(u64, u64),
) -> anyhow::Result<Tally> {
    settle_doubts(app, mailer, desk, app.clock.now()).await?;
    let is_meant = |row: &Delivery| only.is_none_or(|reader| row.municipality == reader);
    let is_waiting = |row: &Delivery| row.state == DeliveryState::Queued && Desk::of(row) == desk && is_meant(row);
    let waiting: Vec<Delivery> = app.store.unsettled_deliveries().await?.into_iter().filter(is_waiting).collect();
    let (all, mut tally) = (waiting.len() as u64, Tally::default());
    if let Some(hold) = app.store.hold().await? {
        if all > 0 {
            tracing::error!(waiting = all, "{}", hold.in_words());
        }
        return Ok(Tally { waiting: all, ..tally });
    }
    let keys = &app.store.act_keys().await?;
    let sending = waiting.into_iter().map(|row| async move { send_one(app, mailer, desk, keys, &row.id).await });
    let mut sending = futures_util::stream::iter(sending).buffer_unordered(AT_ONCE);
    let (mut done, mut first_error) = (0, None);
    // To leave before all are back would cut off what the relay has under way.
    while let Some(state) = sending.next().await {
        match state {
            Ok(state) => tally.count(state),
            Err(error) => {
                tracing::error!("a letter could not be sent: {error:#}");
                first_error.get_or_insert(error);
            }
        }
        done += 1;
        progress(done, all);
    }
    first_error.map_or(Ok(tally), Err)
}

/// Notes the letters of a week as sent, without sending them, because a human knows that they left: what they tell is told, and none of it
/// leaves again. Returns how many.
pub async fn note_as_sent(app: &App, week: Week) -> anyhow::Result<u64> {
    let now = app.clock.now();
    let letters: Vec<_> = prepare(app, week, None, now).await?.into_iter().filter_map(|letter| letter.delivery).collect();
    app.store.queue(&letters, now).await?;
    let mut noted = 0;
    for row in app.store.deliveries(Some(&week.label())).await? {
        let is_open = matches!(row.state, DeliveryState::Queued | DeliveryState::Unsure | DeliveryState::Held);
        if is_open && Desk::of(&row) == Desk::Municipalities {
            app.store.settle(&row.id, DeliveryState::Sent, "left before the restore, as a human says", now).await?;
            noted += 1;
        }
    }
    Ok(noted)
}

async fn send_one(app: &App, mailer: &Mailer, desk: Desk, keys: &ActKeys, id: &str) -> anyhow::Result<DeliveryState> {
    let Some(claim) = app.store.claim(id, app.clock.now()).await? else {
        // Held, or somebody else's by now.
        return Ok(app.store.delivery(id).await?.map_or(DeliveryState::Unsure, |row| row.state));
    };
    if let Some(why) = unwanted(app, desk, &claim.delivery).await? {
        // Ended between the letter's making and its sending.
        app.store.settle(id, DeliveryState::Failed, why, app.clock.now()).await?;
        return Ok(DeliveryState::Failed);
    }
    let sender = Sender::of(&app.settings)?;
    let return_path = match desk {
        Desk::Municipalities => sender.return_path(keys.return_tag(&handle(id)).as_deref()),
        // Whoever reads the mailbox of bounces is staff: what staff do not get is not counted there.
        Desk::Staff | Desk::Searches => sender.from,
    };
    let message = Message::frozen(id, &claim.delivery.message_id, &claim.delivery.contact, return_path, claim.message)?;
    let error = match mailer.send(&message).await {
        Ok(accepted) => {
            app.store.settle(id, DeliveryState::Sent, &accepted.answer, app.clock.now()).await?;
            return Ok(DeliveryState::Sent);
        }
        Err(error) => error,
    };
    let state = match error.outcome {
        Outcome::Temporary => DeliveryState::Queued,
        Outcome::Permanent => DeliveryState::Failed,
        Outcome::Unsure => DeliveryState::Unsure,
    };
    tracing::warn!(municipality = claim.delivery.municipality, ?state, "a letter did not leave");
    // Before the refusal is counted: where that fails, the letter is not in doubt for it.
    app.store.settle(id, state, &error.detail, app.clock.now()).await?;
    if let Some(status) = error.no_mailbox
        && desk == Desk::Municipalities
    {
        bounces::note_refusal(app, claim.delivery, status, &error.detail).await?;
    }
    Ok(state)
}

/// Why nobody waits for a message any more; none where somebody does.
async fn unwanted(app: &App, desk: Desk, row: &Delivery) -> anyhow::Result<Option<&'static str>> {
    Ok(match desk {
        Desk::Municipalities if app.store.is_suppressed(&row.municipality, &row.contact).await? => {
            Some("this mailbox wants no more letters")
        }
        Desk::Municipalities => {
            let municipality = app.store.municipality(&row.municipality).await?;
            let is_former = municipality.is_some_and(|one| is_former(&one.profile, &row.contact));
            is_former.then_some("this contact has another address now")
        }
        Desk::Searches => {
            let search = app.store.search(SavedSearch::id_of(&row.municipality).unwrap_or_default()).await?;
            let is_watched = search.is_some_and(|search| search.how_often != HowOften::None && search.contact == row.contact);
            (!is_watched).then_some("this search is no longer watched from this mailbox")
        }
        // A list of readers says nothing of staff.
        Desk::Staff => None,
    })
}

/// What was being sent when a process ended: where the outbox can tell whether it took the letter, it tells; else it is `unsure`.
async fn settle_doubts(app: &App, mailer: &Mailer, desk: Desk, now: DateTime<Utc>) -> anyhow::Result<()> {
    for row in app.store.unsettled_deliveries().await? {
        if row.state != DeliveryState::Sending || Desk::of(&row) != desk {
            continue;
        }
        let (state, note) = match mailer.took(&row.id) {
            Some(true) => (DeliveryState::Sent, "found in the outbox"),
            Some(false) => (DeliveryState::Queued, ""),
            None => (DeliveryState::Unsure, Delivery::ENDED),
        };
        app.store.settle(&row.id, state, note, now).await?;
    }
    Ok(())
}
