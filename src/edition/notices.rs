//! Letters about one call, outside the week's: what cannot wait, and reminders of what a municipality is interested in. Each has a key of its
//! own in the ledger, made of why, which call, which of its dates and whom, so that it leaves once however often it is looked for.
//! Nothing leaves on a day on which the municipality rests.

mod reminders;
#[cfg(test)]
mod tests;
mod urgent;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::dispatch::{Desk, Tally, send_waiting};
use super::freeze::{Finished, freeze};
use super::links::Links;
use super::prepare::{begun, item_of};
use crate::act::ActKeys;
use crate::app::App;
use crate::appointment::Appointment;
use crate::clock::HOME;
use crate::digest::holidays::{Faith, is_working};
use crate::digest::letter::{Addressee, Composed, Letter, Occasion};
use crate::digest::pick::Reason;
use crate::digest::profile::{Contact, Profile};
use crate::digest::week::Week;
use crate::mail::{Mailer, Sender};
use crate::own_thread::on_own_thread;
use crate::record::Record;
use crate::store::{How, NewDelivery, Told};

pub(super) use urgent::was_told;

/// What stands before the keys of letters that could not wait.
pub(super) const URGENT: &str = "urgent";

/// Freezes the notices that are due now and not in the ledger yet, then sends whatever waits there.
pub(super) async fn send_notices(app: &Arc<App>, mailer: &Mailer) -> anyhow::Result<Tally> {
    let due = due(Arc::clone(app), app.clock.now()).await?;
    let queued = app.store.queue(&due, app.clock.now()).await?;
    Ok(Tally { queued, ..send_waiting(app, mailer, Desk::Municipalities, None, |_, _| {}).await? })
}

/// The notices that are due at `now`, those that have left already among them.
async fn due(app: Arc<App>, now: DateTime<Utc>) -> anyhow::Result<Vec<NewDelivery>> {
    on_own_thread(async move {
        let writer = Writer::of(&app, now).await?;
        let mut due = reminders::due(&writer).await?;
        due.extend(urgent::due(&writer).await?);
        Ok(due)
    })
    .await
}

/// What all notices of a moment share.
struct Writer<'a> {
    app: &'a App,
    now: DateTime<Utc>,
    today: NaiveDate,
    sender: Sender,
    keys: ActKeys,
}

/// One notice.
struct Notice<'a> {
    occasion: Occasion,
    /// Begins its key.
    what: &'a str,
    record: &'a Record,
    /// The date that it is about.
    date: NaiveDate,
    /// Why it fits; empty where the reader said so.
    reason: Reason,
    /// The dates of calls by number, of those whose dates have changed.
    dates: &'a HashMap<String, Vec<Appointment>>,
}

impl<'a> Writer<'a> {
    async fn of(app: &'a App, now: DateTime<Utc>) -> anyhow::Result<Self> {
        Ok(Self {
            app,
            now,
            today: now.with_timezone(&HOME).date_naive(),
            sender: Sender::of(&app.settings)?,
            keys: app.store.act_keys_to_sign(now).await?,
        })
    }

    fn faiths(&self, profile: &Profile) -> Vec<Faith> {
        profile.faiths(&self.app.calendars)
    }

    /// Whether the municipality works today.
    fn works_today(&self, profile: &Profile) -> bool {
        is_working(self.today, &self.faiths(profile))
    }

    fn write(&self, profile: &Profile, contact: &Contact, notice: &Notice<'_>) -> anyhow::Result<NewDelivery> {
        let addressee = Addressee::of(profile, contact);
        let language = addressee.language;
        let key = addressee.key_of_notice(notice.what, &notice.record.id, notice.date);
        let links = Links { keys: &self.keys, public_url: &self.app.settings.public_url, delivery: &key, language };
        let mut item = item_of(
            notice.record,
            notice.reason.in_language(language).to_owned(),
            profile,
            &self.faiths(profile),
            self.today,
            &links,
        );
        if notice.occasion == Occasion::Reminder {
            item = begun(item, profile, &self.faiths(profile), self.today);
        }
        let (fresh, closing) = match notice.occasion {
            Occasion::Reminder => (Vec::new(), vec![item]),
            Occasion::Weekly | Occasion::Urgent => (vec![item], Vec::new()),
        };
        let (week, unsubscribe) = (Week::of(self.today), links.unsubscribe());
        let letter = Letter {
            addressee,
            occasion: notice.occasion,
            week,
            now: self.now,
            today: self.today,
            fresh,
            updates: Vec::new(),
            ended: Vec::new(),
            closing,
            late: Vec::new(),
            everyone: Vec::new(),
            dates: notice.dates,
            sources_checked: 0,
            sources_missed: Vec::new(),
            asked: Vec::new(),
            opening: String::new(),
            full_items: 1,
            public_url: &self.app.settings.public_url,
            copy: links.copy(),
            profile: None,
            unsubscribe: unsubscribe.clone(),
        };
        let composed = Composed { message_key: key, ..letter.compose(&self.app.i18n)? };
        // The week's letter tells every contact of it: a notice to one of them makes nothing known to all, but it is an offer.
        let offer = || Told {
            record: notice.record.id.clone(),
            fingerprint: String::new(),
            change: notice.record.changed,
            offer: Some(notice.record.opportunity.kind),
            how: How::Offered,
            at: None,
        };
        let items = (notice.occasion == Occasion::Urgent).then(offer).into_iter().collect();
        let finished = Finished { profile, contact, composed: &composed, unsubscribe: unsubscribe.as_deref(), week, items };
        freeze(&self.app.settings, finished, &self.sender, self.now)
    }
}
