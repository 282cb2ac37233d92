//! What fits well and cannot wait for the week's letter, to the contacts who asked to be told at once.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Notice, URGENT, Writer};
use crate::digest::letter::{Addressee, Occasion};
use crate::digest::pick::Desk;
use crate::digest::profile::{Frequency, Profile};
use crate::edition::calls::{Calls, closes_within, records};
use crate::edition::known::{Known, Standing};
use crate::edition::prepare::{contacts, readers};
use crate::i18n::Language;
use crate::record::Record;
use crate::store::NewDelivery;

/// A call for our own authorities on a topic of theirs scores 1.75, one for cities anywhere 1.4, one that is half about something else 1.3:
/// only what is plainly theirs may interrupt them.
const LEAST_SCORE: f64 = 1.25;

/// Beside the days that the municipality needs: a call nearer than this would be too late by the week's letter, or nearly.
const NEAR: TimeDelta = TimeDelta::days(10);

/// What came earlier was in the week's letter.
const NEWS: TimeDelta = TimeDelta::days(7);

/// More than these in one day are no longer read as urgent; the week's letter has the rest.
const MOST_A_DAY: usize = 3;

pub(super) async fn due(writer: &Writer<'_>) -> anyhow::Result<Vec<NewDelivery>> {
    let municipalities = writer.app.store.municipalities().await?;
    let names: Vec<[String; 2]> = municipalities.iter().map(|one| [one.name_he.clone(), one.name_en.clone()]).collect();
    let mut profiles = readers(&municipalities, &writer.app.calendars)?;
    profiles.retain(|profile| {
        profile.contacts.iter().any(|contact| contact.frequency == Frequency::Urgent) && writer.works_today(profile)
    });
    if profiles.is_empty() {
        return Ok(Vec::new());
    }
    let mut records = records(&writer.app.store, &HashSet::new(), writer.now).await?.live;
    records.retain(|record| is_news(record, writer.now));
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let dates = writer.app.store.appointments(&ids).await?;
    let desk = Desk::new(&writer.app.lexicon, &writer.app.rules, &writer.app.i18n, &profiles, &names);
    let calls = Calls::of(&records, &desk);
    let mut due = Vec::new();
    for (place, profile) in profiles.iter().enumerate() {
        // What was offered once matters where it ends, which is no news of this kind.
        let known = Known::of(&writer.app.store, &profile.slug, "", HashSet::new()).await?;
        let is_near = |record: &Record| closes_within(record, writer.now, TimeDelta::days(profile.lead_days()) + NEAR);
        let wanted = |at: usize| {
            let call = &calls.records[at];
            is_near(call[0]) && !known.refused(call) && known.standing(call, writer.now) == Standing::New
        };
        let picks = desk.pick(place, &calls.candidates, writer.today, wanted);
        let best = picks.into_iter().filter(|pick| pick.score >= LEAST_SCORE).take(MOST_A_DAY);
        let best: Vec<_> = best.collect();
        for contact in contacts(&writer.app.store, profile).await?.iter().filter(|contact| contact.frequency == Frequency::Urgent)
        {
            for pick in &best {
                let record = calls.records[pick.candidate][0];
                let Some(stage) = record.opportunity.deadline.next(writer.now) else { continue };
                let reason = pick.reason.clone();
                let notice = Notice { occasion: Occasion::Urgent, what: URGENT, record, date: stage.date, reason, dates: &dates };
                due.push(writer.write(profile, contact, &notice)?);
            }
        }
    }
    Ok(due)
}

/// The key under which a contact was told at once of a record, if it was; none for a record without a date.
pub(in crate::edition) fn key(record: &Record, profile: &Profile, email: &str, now: DateTime<Utc>) -> Option<String> {
    let stage = record.opportunity.deadline.next(now)?;
    let addressee = Addressee { slug: &profile.slug, name: "", language: Language::default(), is_member: false, email };
    Some(addressee.key_of_notice(URGENT, &record.id, stage.date))
}

/// Whether one of the keys that a contact was told at once under is this record's.
pub(in crate::edition) fn was_told(
    noticed: &HashSet<String>,
    record: &Record,
    profile: &Profile,
    email: &str,
    now: DateTime<Utc>,
) -> bool {
    !noticed.is_empty() && key(record, profile, email, now).is_some_and(|key| noticed.contains(&key))
}

fn is_news(record: &Record, now: DateTime<Utc>) -> bool {
    record.sources.iter().map(|source| source.first_seen).min().is_none_or(|first| now - first <= NEWS)
}
