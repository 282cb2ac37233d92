//! A reminder 14 and 3 days before a deadline, to whoever said that it interests them and has not said that they have applied.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeDelta};

use super::{Notice, Writer};
use crate::act::Purpose;
use crate::clock::HOME;
use crate::digest::holidays::{Faith, is_working};
use crate::digest::letter::Occasion;
use crate::digest::pick::Reason;
use crate::digest::profile::{Contact, Profile};
use crate::edition::prepare::contacts;
use crate::edition::word::Refusals;
use crate::mail::mailbox_key;
use crate::readers::profile;
use crate::record::{Record, Review, is_live};
use crate::store::{Act, NewDelivery};

/// Days before a deadline on which a reminder is due.
const BEFORE: [u64; 2] = [14, 3];

/// A reminder that could not leave on its day still leaves so many days later; then it is no reminder of that day any more.
const LATEST: u64 = 2;

/// No holiday lasts longer: it bounds the walk to the next working day.
const LONGEST_REST: usize = 15;

pub(super) async fn due(writer: &Writer<'_>) -> anyhow::Result<Vec<NewDelivery>> {
    let mut due = Vec::new();
    let originals = writer.app.store.original_titles().await?;
    for one in writer.app.store.municipalities().await? {
        let acts = writer.app.store.acts_of(&one.slug).await?;
        let refused = Refusals::of(&acts);
        let wanted = wanted(&acts, &refused, writer.today);
        if wanted.is_empty() {
            continue;
        }
        let profile = profile(&one)?;
        if !writer.works_today(&profile) {
            continue;
        }
        let faiths = writer.faiths(&profile);
        for (id, since) in wanted {
            let Some(mut record) = writer.app.store.record(&id).await? else { continue };
            if record.review != Review::Approved || !is_live(&record.opportunity, writer.now) {
                continue;
            }
            record.original_title = originals.get(&id).cloned();
            for (days, date) in days_due(&record, since, writer, &faiths) {
                due.extend(write(writer, &profile, &record, &refused, (days, date)).await?);
            }
        }
    }
    Ok(due)
}

/// The records that a municipality is interested in and has neither applied for nor given up, each with the day on which it said so.
fn wanted(acts: &[Act], refused: &Refusals, today: NaiveDate) -> BTreeSet<(String, NaiveDate)> {
    let has_applied = |record: &str| acts.iter().any(|act| act.record == record && act.act == Purpose::Applied);
    let interested = acts.iter().filter(|act| matches!(act.act, Purpose::Interested | Purpose::NeedPartner));
    let mut since: BTreeSet<(String, NaiveDate)> = BTreeSet::new();
    for act in interested.filter(|act| !has_applied(&act.record) && !refused.whole.contains(&act.record)) {
        let day = act.at.with_timezone(&HOME).date_naive();
        // Said twice (interested, looking for a partner): the first counts.
        let known = since.iter().find(|(record, _)| *record == act.record).cloned();
        match known {
            Some((_, earlier)) if earlier <= day => continue,
            Some(later) => since.remove(&later),
            None => false,
        };
        since.insert((act.record.clone(), day));
    }
    // Nobody needs a reminder of what was said today.
    since.retain(|(_, day)| *day < today);
    since
}

/// How many days before, and before which date. A day of rest is reminded of on the last working day before it.
fn days_due(record: &Record, since: NaiveDate, writer: &Writer<'_>, faiths: &[Faith]) -> Vec<(u64, NaiveDate)> {
    let Some(stage) = record.opportunity.deadline.next(writer.now) else { return Vec::new() };
    let next_working = writer.today.iter_days().skip(1).take(LONGEST_REST).find(|day| is_working(*day, faiths));
    let next_working = next_working.unwrap_or(writer.today + TimeDelta::days(1));
    let is_due = |days: &u64| {
        let Some(day) = stage.date.checked_sub_days(Days::new(*days)) else { return false };
        let latest = day.checked_add_days(Days::new(LATEST)).unwrap_or(day);
        day < next_working && writer.today <= latest && since <= day
    };
    BEFORE.into_iter().filter(is_due).map(|days| (days, stage.date)).collect()
}

async fn write(
    writer: &Writer<'_>,
    profile: &Profile,
    record: &Record,
    refused: &Refusals,
    (days, date): (u64, NaiveDate),
) -> anyhow::Result<Vec<NewDelivery>> {
    let dates = writer.app.store.appointments(&[&record.id]).await?;
    let what = format!("reminder-{days}");
    let notice = Notice { occasion: Occasion::Reminder, what: &what, record, date, reason: Reason::default(), dates: &dates };
    let contacts = contacts(&writer.app.store, profile).await?;
    let wants = |contact: &&Contact| !contact.email.is_empty() && !refused.holds(&mailbox_key(&contact.email), &record.id);
    let reachable = contacts.iter().filter(wants);
    reachable.map(|contact| writer.write(profile, contact, &notice)).collect()
}
