//! A composed letter made ready for the ledger: its bytes, its row, the moment after which it is held.

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};

use crate::digest::letter::Composed;
use crate::digest::profile::{Contact, Profile};
use crate::digest::week::Week;
use crate::mail::{Draft, Message, Sender};
use crate::settings::Settings;
use crate::store::{NewDelivery, Told};

/// One letter to one contact.
pub(super) struct Finished<'a> {
    pub(super) profile: &'a Profile,
    pub(super) contact: &'a Contact,
    pub(super) composed: &'a Composed,
    pub(super) unsubscribe: Option<&'a str>,
    pub(super) week: Week,
    /// What the municipality counts as told of once it is sent.
    pub(super) items: Vec<Told>,
}

/// Freezes a letter. From now on its bytes are what will be sent, whenever that is.
pub(super) fn freeze(
    settings: &Settings,
    letter: Finished<'_>,
    sender: &Sender,
    now: DateTime<Utc>,
) -> anyhow::Result<NewDelivery> {
    let Finished { profile, contact, composed, unsubscribe, week, items } = letter;
    let draft = Draft {
        to_name: &contact.name,
        to_email: &contact.email,
        subject: &composed.subject,
        html: &composed.html,
        text: &composed.text,
        calendar: composed.calendar.as_deref(),
        unsubscribe,
        key: &composed.message_key,
        date: now,
    };
    let sender = sender.clone().in_language(profile.language_for(contact), settings);
    let message = Message::build(&draft, &sender).with_context(|| format!("the letter to `{}`", profile.slug))?;
    Ok(NewDelivery {
        id: composed.message_key.clone(),
        municipality: profile.slug.clone(),
        week: week.label(),
        contact: contact.email.clone(),
        message_id: message.id.clone(),
        subject: composed.subject.clone(),
        message: message.bytes,
        items,
        not_after: now + TimeDelta::hours(i64::from(settings.digest.hold_after_hours)),
    })
}
