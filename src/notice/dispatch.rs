//! Mails to staff, through the same ledger as every letter: frozen once, claimed before they are handed over.

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use lettre::Address;
use sources::finding::short_hash;

use super::compose::Composed;
use super::{Changes, Office, asked, pending};
use crate::app::App;
use crate::clock::HOME;
use crate::digest::week::Week;
use crate::edition::{Desk, Tally, send_waiting};
use crate::mail::{Draft, Mailer, Message, Sender};
use crate::store::NewDelivery;

/// Mails about changes are held for a person when they could not leave for so long: by then the state may be another.
const HELD_AFTER: TimeDelta = TimeDelta::hours(48);

/// Tells staff what has changed, if anything has; whether it has settled is the caller's to judge.
pub async fn send_changes(app: &App, mailer: &Mailer) -> anyhow::Result<Tally> {
    let (office, now) = (Office::of(app), app.clock.now());
    let changes = pending(&office, now).await?;
    if !changes.is_empty() {
        freeze_changes(&office, &changes, now).await?;
    }
    send_waiting(app, mailer, Desk::Staff, None, |_, _| {}).await
}

/// Tells staff what municipalities ask of them, each question once.
pub async fn send_questions(app: &App, mailer: &Mailer) -> anyhow::Result<Tally> {
    let (office, now) = (Office::of(app), app.clock.now());
    let mails = asked::questions(&office, now).await?;
    if app.store.queue(&mails, now).await? == 0 {
        return Ok(Tally::default());
    }
    send_waiting(app, mailer, Desk::Staff, None, |_, _| {}).await
}

/// Sends the week's mail, once a week, whoever asks.
pub async fn send_weekly(app: &App, mailer: &Mailer) -> anyhow::Result<Tally> {
    let (office, now) = (Office::of(app), app.clock.now());
    let weekly = office.weekly(now).await?;
    let mails = freeze(&office, &weekly, now)?;
    app.store.queue(&mails, now).await?;
    send_waiting(app, mailer, Desk::Staff, None, |_, _| {}).await
}

/// Sends what waits for staff: what others put into the ledger, and what the relay did not take at the first try.
pub async fn send_queued(app: &App, mailer: &Mailer) -> anyhow::Result<Tally> {
    if !app.store.has_queued(Desk::STAFF).await? {
        return Ok(Tally::default());
    }
    send_waiting(app, mailer, Desk::Staff, None, |_, _| {}).await
}

async fn freeze_changes(office: &Office<'_>, changes: &Changes, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut mails = Vec::new();
    for composed in office.changes(changes)? {
        mails.extend(freeze(office, &composed, now)?);
    }
    let states: Vec<_> = changes.states.iter().map(|(_, known)| known.clone()).collect();
    let moved: Vec<_> = changes.moved.iter().map(|(_, moved)| moved.source.clone()).collect();
    office.store.queue_notices(&mails, &states, &moved, now).await
}

/// One message for each of the staff's mailboxes; with none nobody is told by mail, and the page tells all the same.
pub(super) fn freeze(office: &Office<'_>, composed: &Composed, now: DateTime<Utc>) -> anyhow::Result<Vec<NewDelivery>> {
    let sender = Sender::of(office.settings)?;
    let week = Week::of(now.with_timezone(&HOME).date_naive());
    office
        .settings
        .staff
        .mailboxes()
        .map(|mailbox| {
            let mailbox: Address = mailbox.parse().with_context(|| format!("staff.mail_to: `{mailbox}` is no e-mail address"))?;
            let contact = mailbox.to_string();
            let key = format!("{}-{}", composed.key, short_hash(&[&contact]));
            let draft = Draft {
                to_name: "",
                to_email: &contact,
                subject: &composed.subject,
                html: &composed.html,
                text: &composed.text,
                calendar: None,
                unsubscribe: None,
                key: &key,
                date: now,
            };
            let message = Message::build(&draft, &sender)?;
            Ok(NewDelivery {
                id: key,
                municipality: Desk::STAFF.to_owned(),
                week: week.label(),
                contact,
                message_id: message.id,
                subject: composed.subject.clone(),
                message: message.bytes,
                items: Vec::new(),
                not_after: now + HELD_AFTER,
            })
        })
        .collect()
}
