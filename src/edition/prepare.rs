//! One week's letters, made out of the store: who gets which picks, composed and ready to be frozen.

use std::collections::{HashMap, HashSet};

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sources::finding::short_hash;
use sources::source::Shape;

use crate::app::App;
use crate::digest::letter::{Addressee, Composed, Item, Letter};
use crate::digest::pick::{Candidate, Desk, Pick, Rules};
use crate::digest::profile::{Contact, Profile};
use crate::digest::week::Week;
use crate::i18n::Language;
use crate::mail::{Draft, Message, Sender};
use crate::record::{COMMON_ZONE, Record, Review, is_live, status_at};
use crate::store::{Municipality, NewDelivery, Outcome};

/// Records read from the store at a time.
const PAGE: usize = 2_000;

/// What was told earlier is told once more when it closes within so many days.
const CLOSING: TimeDelta = TimeDelta::days(14);

/// A source counts as checked this week if it answered within so many days.
const CHECKED: TimeDelta = TimeDelta::days(7);

/// One letter to one contact.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Slug of the municipality.
    pub municipality: String,
    /// What it says.
    pub composed: Composed,
    /// Picks that are new to it.
    pub picks: usize,
    /// For the ledger; none where the municipality has no contact yet.
    pub delivery: Option<NewDelivery>,
}

/// What all letters of a week share.
struct Common {
    checked: u64,
    missed: Vec<String>,
    sender: Sender,
}

/// Makes the letters of a week: of one municipality, or of all. Deterministic: the same store at the same moment gives the same letters.
pub async fn prepare(app: &App, week: Week, only: Option<&str>, now: DateTime<Utc>) -> anyhow::Result<Vec<Prepared>> {
    let mut municipalities = app.store.municipalities().await?;
    let names: Vec<[String; 2]> = municipalities.iter().map(|one| [one.name_he.clone(), one.name_en.clone()]).collect();
    if let Some(only) = only {
        municipalities.retain(|one| one.slug == only);
        anyhow::ensure!(
            !municipalities.is_empty(),
            "there is no municipality `{only}`; its slug stands in config/municipalities.csv"
        );
    }
    let profiles: Vec<Profile> = municipalities.iter().map(profile).collect::<anyhow::Result<_>>()?;
    let records = live_records(app, now).await?;
    let common = common(app, now).await?;
    let rules = Rules::load(&app.config_folder)?;
    let desk = Desk::new(&app.lexicon, &rules, &app.i18n, &profiles, &names);
    let candidates: Vec<Candidate<'_>> =
        records.iter().map(|record| desk.candidate(&record.id, &record.opportunity, &record.text)).collect();

    let mut letters = Vec::new();
    for (place, profile) in profiles.iter().enumerate() {
        let told: HashMap<String, HashSet<String>> = told(app, &profile.slug).await?;
        let picks = pick_for(app, &desk, place, &candidates, &records, &told, now);
        let contacts: Vec<Contact> =
            if profile.contacts.is_empty() { vec![Contact::default()] } else { profile.contacts.clone() };
        for contact in contacts {
            letters.push(compose(app, week, profile, &contact, &picks, &common, now)?);
        }
    }
    Ok(letters)
}

/// The picks of one municipality: what is new to it, and what it knows that closes soon.
struct Picks<'r> {
    fresh: Vec<(&'r Record, String)>,
    closing: Vec<(&'r Record, String)>,
}

fn pick_for<'r>(
    app: &App,
    desk: &Desk<'_>,
    place: usize,
    candidates: &[Candidate<'r>],
    records: &'r [Record],
    told: &HashMap<String, HashSet<String>>,
    now: DateTime<Utc>,
) -> Picks<'r> {
    let today = app.clock.today();
    let knows = |at: usize| told.get(&records[at].id).is_some_and(|prints| prints.contains(&fingerprint(&records[at], now)));
    let closes_soon = |at: usize| {
        let next = records[at].opportunity.deadline.next(now, COMMON_ZONE).map(|stage| stage.over_at(COMMON_ZONE));
        next.is_some_and(|at| at - now <= CLOSING)
    };
    let fresh = desk.pick(place, candidates, today, |at| !knows(at));
    let closing = desk.pick(place, candidates, today, |at| knows(at) && closes_soon(at));
    let with_record = |picks: Vec<Pick>| picks.into_iter().map(|pick| (&records[pick.candidate], pick.reason)).collect();
    Picks { fresh: with_record(fresh), closing: with_record(closing) }
}

fn compose(
    app: &App,
    week: Week,
    profile: &Profile,
    contact: &Contact,
    picks: &Picks<'_>,
    common: &Common,
    now: DateTime<Utc>,
) -> anyhow::Result<Prepared> {
    let language = Language::for_reader(if contact.language.is_empty() { &profile.language } else { &contact.language });

    let letter = Letter {
        addressee: Addressee { slug: &profile.slug, name: profile.name(language), language, email: &contact.email },
        week,
        today: app.clock.today(),
        fresh: items(&picks.fresh),
        closing: items(&picks.closing),
        everyone: Vec::new(),
        sources_checked: common.checked,
        sources_missed: common.missed.clone(),
        full_items: app.settings.digest.full_items,
        public_url: &app.settings.public_url,
    };
    let composed = letter.compose(&app.i18n)?;
    let delivery =
        if contact.email.is_empty() { None } else { Some(freeze(app, week, profile, contact, &composed, picks, common, now)?) };
    Ok(Prepared { municipality: profile.slug.clone(), composed, picks: picks.fresh.len(), delivery })
}

fn items<'r>(picks: &[(&'r Record, String)]) -> Vec<Item<'r>> {
    picks.iter().map(|(record, reason)| Item { record, reason: reason.clone() }).collect()
}

#[expect(clippy::too_many_arguments, reason = "everything that a frozen letter is made of, once")]
fn freeze(
    app: &App,
    week: Week,
    profile: &Profile,
    contact: &Contact,
    composed: &Composed,
    picks: &Picks<'_>,
    common: &Common,
    now: DateTime<Utc>,
) -> anyhow::Result<NewDelivery> {
    let draft = Draft {
        to_name: &contact.name,
        to_email: &contact.email,
        subject: &composed.subject,
        html: &composed.html,
        text: &composed.text,
        key: &composed.message_key,
        date: now,
    };
    let message = Message::build(&draft, &common.sender).with_context(|| format!("the letter to `{}`", profile.slug))?;
    let told = picks.fresh.iter().chain(&picks.closing);
    Ok(NewDelivery {
        id: composed.message_key.clone(),
        municipality: profile.slug.clone(),
        week: week.label(),
        contact: contact.email.clone(),
        message_id: message.id.clone(),
        subject: composed.subject.clone(),
        message: message.bytes,
        items: told.map(|(record, _)| (record.id.clone(), fingerprint(record, now))).collect(),
        not_after: now + TimeDelta::hours(i64::from(app.settings.digest.hold_after_hours)),
    })
}

/// The profile of a municipality: what staff filled in, over the facts of the register.
pub fn profile(one: &Municipality) -> anyhow::Result<Profile> {
    let mut members = json!({
        "slug": one.slug, "name_he": one.name_he, "name_en": one.name_en,
        "type": one.kind, "population": one.population, "district": one.district,
    });
    if let (Value::Object(members), Value::Object(filled)) = (&mut members, &one.profile) {
        members.extend(filled.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    let profile: Profile = serde_json::from_value(members).with_context(|| format!("the profile of `{}`", one.slug))?;
    Ok(profile.with_default_interests())
}

/// Approved, not over, and trusted: what nobody has looked at is told only if its deadline is quoted.
async fn live_records(app: &App, now: DateTime<Utc>) -> anyhow::Result<Vec<Record>> {
    let mut live = Vec::new();
    let mut after = 0;
    loop {
        let tail = app.store.tail(after, PAGE).await?;
        let more = tail.records.len() == PAGE;
        after = tail.up_to;
        live.extend(tail.records.into_iter().filter(|record| {
            record.review == Review::Approved && is_live(&record.opportunity, now) && (!record.automatic || is_quoted(record))
        }));
        if !more {
            return Ok(live);
        }
    }
}

fn is_quoted(record: &Record) -> bool {
    let opportunity = &record.opportunity;
    opportunity.deadline.decisive().is_some_and(|stage| stage.quote.is_some()) || opportunity.evidence.contains_key("deadline")
}

async fn told(app: &App, municipality: &str) -> anyhow::Result<HashMap<String, HashSet<String>>> {
    let mut told: HashMap<String, HashSet<String>> = HashMap::new();
    for (record, fingerprint) in app.store.told(municipality).await? {
        told.entry(record).or_default().insert(fingerprint);
    }
    Ok(told)
}

/// Changes exactly when something changes that an officer would act on: dates, state, sums, who may apply.
fn fingerprint(record: &Record, now: DateTime<Utc>) -> String {
    let opportunity = &record.opportunity;
    let dates: Vec<_> = opportunity.deadline.stages.iter().map(|stage| (stage.date, stage.time)).collect();
    let may = &opportunity.eligibility;
    let material = json!([
        opportunity.deadline.kind,
        dates.iter().map(|(date, time)| format!("{date} {time:?}")).collect::<Vec<_>>(),
        status_at(opportunity, now),
        opportunity.amount,
        [may.country.verdict, may.body.verdict, may.place.verdict],
    ]);
    short_hash(&[&material.to_string()])
}

/// How many active sources answered within the week, and the names of those that did not.
async fn common(app: &App, now: DateTime<Utc>) -> anyhow::Result<Common> {
    let (mut checked, mut missed) = (0, Vec::new());
    for source in app.sources.iter().filter(|source| source.active && !matches!(source.shape, Shape::Manual(_))) {
        let runs = app.store.runs(&source.slug, 10).await?;
        let answered =
            runs.iter().any(|run| matches!(run.outcome, Outcome::Done | Outcome::Partial) && now - run.started_at <= CHECKED);
        if answered {
            checked += 1;
        } else {
            missed.push(source.name.he.clone());
        }
    }
    Ok(Common { checked, missed, sender: Sender::of(&app.settings)? })
}
