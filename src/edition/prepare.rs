//! One week's letters, made out of the store: who gets which picks, composed and ready to be frozen.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sources::source::{Names, Shape};

use super::asked;
use super::bureau::Bureau;
use super::calls::{Calls, Records, each_once, records};
use super::ended::Ending;
use super::freeze::{Finished, freeze};
use super::histories::Histories;
use super::known::Known;
use super::links::Links;
use super::notices;
use super::picks::{Chosen, Picks};
use crate::act::ActKeys;
use crate::app::App;
use crate::appointment::Appointment;
use crate::clock::HOME;
use crate::digest::holidays::{Calendars, Faith};
use crate::digest::letter::{Addressee, Composed, Item, Letter, Occasion, Question};
use crate::digest::pick::Desk;
use crate::digest::planning;
use crate::digest::profile::{Contact, Profile};
use crate::digest::week::Week;
use crate::mail::{Sender, address_of};
use crate::own_thread::on_own_thread;
use crate::readers::profile;
use crate::record::Record;
use crate::store::{Municipality, NewDelivery, Opening, Store};

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
    week: Week,
    now: DateTime<Utc>,
    checked: u64,
    missed: Vec<Names>,
    sender: Sender,
    keys: ActKeys,
    opening: Opening,
    /// The dates of calls by number, of those whose dates have changed.
    dates: HashMap<String, Vec<Appointment>>,
}

/// Makes the letters of a week: of one municipality, or of all. Deterministic: the same store at the same moment gives the same letters.
pub async fn prepare(app: &App, week: Week, only: Option<&str>, now: DateTime<Utc>) -> anyhow::Result<Vec<Prepared>> {
    let keys = app.store.act_keys_to_sign(now).await?;
    on_own_thread(letters(Bureau::of(app), keys, week, only.map(str::to_owned), now)).await
}

/// The letters of one municipality as they would be now. Changes nothing, so that a page may show them while the daemon runs.
pub async fn preview(bureau: Bureau, week: Week, slug: &str, now: DateTime<Utc>) -> anyhow::Result<Vec<Prepared>> {
    let keys = bureau.store.act_keys().await?;
    on_own_thread(letters(bureau, keys, week, Some(slug.to_owned()), now)).await
}

/// Seconds of computing where there are thousands of calls: [`on_own_thread`].
async fn letters(
    bureau: Bureau,
    keys: ActKeys,
    week: Week,
    only: Option<String>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Prepared>> {
    let (bureau, only) = (&bureau, only.as_deref());
    let mut municipalities = bureau.store.municipalities().await?;
    let names: Vec<[String; 2]> = municipalities.iter().map(|one| [one.name_he.clone(), one.name_en.clone()]).collect();
    if let Some(only) = only {
        municipalities.retain(|one| one.slug == only);
        anyhow::ensure!(
            !municipalities.is_empty(),
            "there is no municipality `{only}`; `kolkore municipalities export` lists the slugs of all readers"
        );
    }
    let profiles = readers(&municipalities, &bureau.calendars)?;
    let mut offered = bureau.store.offered_to_each(only).await?;
    let told: HashSet<&str> = offered.values().flatten().map(String::as_str).collect();
    let Records { live, ended } = records(&bureau.store, &told, now).await?;
    let ids: Vec<&str> = live.iter().chain(&ended).map(|record| record.id.as_str()).collect();
    let common = Common { dates: bureau.store.appointments(&ids).await?, ..common(bureau, keys, week, now).await? };
    let desk = Desk::new(&bureau.lexicon, &bureau.rules, &bureau.i18n, &profiles, &names);
    let (calls, gone) = (Calls::of(&live, &desk), each_once(&ended));
    let mut histories = Histories::in_store(&bureau.store);

    let mut letters = Vec::new();
    let mut readers = profiles.iter().enumerate().peekable();
    while let Some((_, Profile { slug, .. })) = readers.peek().copied() {
        // What all readers of one municipality share.
        let mut known = Known::of(&bureau.store, slug, &week.label(), offered.remove(slug).unwrap_or_default()).await?;
        let asked = asked::due(&bureau.store, slug, now.with_timezone(&HOME).date_naive()).await?;
        let noticed = bureau.store.noticed(slug, notices::URGENT).await?;
        let mut told_of = None;
        while let Some((place, profile)) = readers.next_if(|(_, profile)| profile.slug == *slug) {
            let mut picks = Picks::of(&desk, (place, profile), &calls, &gone, &known, &mut histories, now).await?;
            picks.pin(&calls, &known, &common.opening.record);
            picks.asked.clone_from(&asked);
            if told_of.is_none() && !picks.ended.is_empty() {
                told_of = Some(bureau.store.told_by_mailbox(slug).await?);
            }
            for contact in contacts(&bureau.store, profile).await? {
                // What this contact alone refused is left out of its letter alone.
                let mut own = None;
                if known.read_by(&contact.email) {
                    let mut left = Picks::of(&desk, (place, profile), &calls, &gone, &known, &mut histories, now).await?;
                    left.pin(&calls, &known, &common.opening.record);
                    left.asked = asked.iter().filter(|one| !known.refused(&[&one.record])).cloned().collect();
                    own = Some(left);
                }
                known.read_by_all();
                let picks = own.as_ref().unwrap_or(&picks);
                let ended = picks.ended.iter().filter(|ending| ending.was_told(told_of.as_ref(), &contact.email)).collect();
                letters.push(compose(bureau, (profile, &contact), picks, ended, &noticed, &common)?);
            }
        }
    }
    Ok(letters)
}

/// Whom is picked for: each authority as a whole, and its desks with topics of their own.
pub(super) fn readers(municipalities: &[Municipality], calendars: &Calendars) -> anyhow::Result<Vec<Profile>> {
    let mut profiles = municipalities.iter().map(profile).collect::<anyhow::Result<Vec<_>>>()?;
    for profile in &mut profiles {
        // The picks count its working days back as the letter does.
        profile.calendars = profile.faiths(calendars);
    }
    Ok(profiles.into_iter().flat_map(Profile::readers).collect())
}

/// Who gets the letter: the contacts that did not end it and that a letter can go to, or nobody in particular where there is no contact yet.
pub(super) async fn contacts(store: &Store, profile: &Profile) -> anyhow::Result<Vec<Contact>> {
    if profile.contacts.is_empty() {
        return Ok(vec![Contact::default()]);
    }
    let mut contacts = Vec::new();
    for contact in &profile.contacts {
        // One address that no relay takes, from a time when it was not refused at entry, keeps no letter from the others.
        if address_of(&contact.email).is_err() {
            tracing::error!(
                municipality = profile.slug,
                "a contact has an address that no letter can go to; correct it on its page"
            );
            continue;
        }
        if !store.is_suppressed(&profile.slug, &contact.email).await? {
            contacts.push(contact.clone());
        }
    }
    Ok(contacts)
}

fn compose<'r>(
    bureau: &Bureau,
    (profile, contact): (&Profile, &Contact),
    picks: &Picks<'_, 'r>,
    ended: Vec<&Ending<'_, 'r>>,
    noticed: &HashSet<String>,
    common: &Common,
) -> anyhow::Result<Prepared> {
    let addressee = Addressee::of(profile, contact);
    let language = addressee.language;
    let key = addressee.key(common.week);
    // Nobody can act on a letter that goes to nobody.
    let no_keys = ActKeys::default();
    let keys = if contact.email.is_empty() { &no_keys } else { &common.keys };
    let links = Links { keys, public_url: &bureau.settings.public_url, delivery: &key, language };
    let today = common.now.with_timezone(&HOME).date_naive();
    let faiths = profile.faiths(&bureau.calendars);
    // Who was told of something at once is not told again.
    let is_news = |chosen: &&Chosen<'_, 'r>| !notices::was_told(noticed, chosen.call[0], profile, &contact.email, common.now);
    let items = |chosen: &Chosen<'_, 'r>| item(chosen, profile, &faiths, today, &links);
    let fresh: Vec<_> = picks.fresh.iter().filter(is_news).map(items).collect();
    let [updates, closing, late, everyone] =
        [&picks.updates, &picks.closing, &picks.late, &picks.everyone].map(|chosen| chosen.iter().map(items).collect::<Vec<_>>());
    let unsubscribe = links.unsubscribe();
    let letter = Letter {
        addressee,
        occasion: Occasion::Weekly,
        week: common.week,
        now: common.now,
        today,
        fresh,
        updates,
        closing,
        late,
        everyone,
        ended: ended.iter().map(|ending| ending.told_of(&links)).collect(),
        opening: common.opening.words_in(language).to_owned(),
        asked: picks
            .asked
            .iter()
            .map(|asked| Question { record: &asked.record, answers: links.outcomes(&asked.record.id) })
            .collect(),
        dates: &common.dates,
        sources_checked: common.checked,
        sources_missed: common.missed.iter().map(|names| language.name_of(names).to_owned()).collect(),
        full_items: bureau.settings.digest.full_items,
        public_url: &bureau.settings.public_url,
        copy: links.copy(),
        profile: links.profile(),
        unsubscribe: unsubscribe.clone(),
    };
    let composed = letter.compose(&bureau.i18n)?;
    let delivery = if contact.email.is_empty() {
        None
    } else {
        let (unsubscribe, week, mut items) = (unsubscribe.as_deref(), common.week, picks.told(common.now));
        items.extend(ended.iter().flat_map(|ending| ending.told(common.now)));
        let finished = Finished { profile, contact, composed: &composed, unsubscribe, week, items };
        Some(freeze(&bureau.settings, finished, &common.sender, common.now)?)
    };
    Ok(Prepared { municipality: profile.slug.clone(), composed, picks: picks.fresh.len(), delivery })
}

fn item<'r>(told: &Chosen<'_, 'r>, profile: &Profile, faiths: &[Faith], today: NaiveDate, links: &Links<'_>) -> Item<'r> {
    let reason = told.reason.in_language(links.language).to_owned();
    let item = Item { changes: told.changes.clone(), ..item_of(told.call[0], reason, profile, faiths, today, links) };
    if told.begun { begun(item, profile, faiths, today) } else { item }
}

/// The same for whoever has begun: the next date is planned for, not the one after it.
pub(super) fn begun<'r>(item: Item<'r>, profile: &Profile, faiths: &[Faith], today: NaiveDate) -> Item<'r> {
    let deadline = &item.record.opportunity.deadline;
    let plan = item.plan.and_then(|_| planning::plan_of_begun(deadline, today, profile.leads(), faiths));
    Item { plan, ..item }
}

/// A record as a letter tells it, with what has to be done by when and what the reader can say of it.
pub(super) fn item_of<'r>(
    record: &'r Record,
    reason: String,
    profile: &Profile,
    faiths: &[Faith],
    today: NaiveDate,
    links: &Links<'_>,
) -> Item<'r> {
    let opportunity = &record.opportunity;
    Item {
        record,
        reason,
        changes: None,
        // Whoever is no authority has no council.
        plan: Some(&opportunity.deadline)
            .filter(|_| profile.kind.is_authority())
            .and_then(|deadline| planning::plan_of(deadline, today, profile.leads(), faiths)),
        clashes: planning::clashes(&opportunity.event, faiths),
        page: Some(links.page(&record.id)),
        acts: links.acts(&record.id),
    }
}

/// How many active sources answered within the week, and the names of those that did not.
async fn common(bureau: &Bureau, keys: ActKeys, week: Week, now: DateTime<Utc>) -> anyhow::Result<Common> {
    let (mut checked, mut missed) = (0, Vec::new());
    for source in bureau.sources.iter().filter(|source| source.active && !matches!(source.shape, Shape::Manual(_))) {
        let runs = bureau.store.runs(&source.slug, 10).await?;
        let answered = runs.iter().any(|run| run.has_read() && now - run.started_at <= CHECKED);
        if answered {
            checked += 1;
        } else {
            missed.push(source.name.clone());
        }
    }
    Ok(Common {
        week,
        now,
        checked,
        missed,
        sender: Sender::of(&bureau.settings)?,
        keys,
        opening: bureau.store.opening(&week.label()).await?,
        dates: HashMap::new(),
    })
}
