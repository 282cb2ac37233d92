//! One week's letters, made out of the store: who gets which picks, composed and ready to be frozen.

use std::collections::{HashMap, HashSet};

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use sources::source::{Names, Shape};

use super::asked::{self, Asked};
use super::bureau::Bureau;
use super::freeze::{Finished, freeze};
use super::known::{Known, Standing, fingerprint};
use super::links::Links;
use super::notices;
use super::same;
use crate::act::ActKeys;
use crate::app::App;
use crate::clock::HOME;
use crate::digest::holidays::{Calendars, Faith};
use crate::digest::letter::{Addressee, Composed, Item, Letter, Occasion, Question, Since};
use crate::digest::pick::{Candidate, Desk, Pick};
use crate::digest::planning;
use crate::digest::profile::{Contact, EuPlace, Profile};
use crate::digest::week::Week;
use crate::i18n::Language;
use crate::mail::Sender;
use crate::record::{COMMON_ZONE, Record, Review, is_live};
use crate::store::{How, Municipality, NewDelivery, Opening, Store, Told};

/// Records read from the store at a time.
const PAGE: usize = 2_000;

/// What was told earlier is told once more when so many days are left, beside those that the municipality needs: two letters, the second of
/// which would come too late.
const CLOSING: TimeDelta = TimeDelta::days(14);

/// A source counts as checked this week if it answered within so many days.
const CHECKED: TimeDelta = TimeDelta::days(7);

/// What is too late is said of the best few; a long list of lost chances helps nobody.
const MOST_LATE: usize = 3;

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
}

/// The calls of a week: each told once, with all records of it.
pub(super) struct Calls<'r> {
    /// The records of each call, the one that is shown first.
    pub(super) records: Vec<Vec<&'r Record>>,
    pub(super) candidates: Vec<Candidate<'r>>,
}

/// Makes the letters of a week: of one municipality, or of all. Deterministic: the same store at the same moment gives the same letters.
pub async fn prepare(app: &App, week: Week, only: Option<&str>, now: DateTime<Utc>) -> anyhow::Result<Vec<Prepared>> {
    let keys = app.store.act_keys_to_sign(now).await?;
    letters(&Bureau::of(app), keys, week, only, now).await
}

/// The letters of one municipality as they would be now. Changes nothing, so that a page may show them while the daemon runs.
pub async fn preview(bureau: &Bureau<'_>, week: Week, slug: &str, now: DateTime<Utc>) -> anyhow::Result<Vec<Prepared>> {
    let keys = bureau.store.act_keys().await?;
    letters(bureau, keys, week, Some(slug), now).await
}

async fn letters(
    bureau: &Bureau<'_>,
    keys: ActKeys,
    week: Week,
    only: Option<&str>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Prepared>> {
    let mut municipalities = bureau.store.municipalities().await?;
    let names: Vec<[String; 2]> = municipalities.iter().map(|one| [one.name_he.clone(), one.name_en.clone()]).collect();
    if let Some(only) = only {
        municipalities.retain(|one| one.slug == only);
        anyhow::ensure!(
            !municipalities.is_empty(),
            "there is no municipality `{only}`; `kolkore municipalities export` lists the slugs of all readers"
        );
    }
    let profiles = readers(&municipalities, bureau.calendars)?;
    let records = live_records(bureau.store, now).await?;
    let common = common(bureau, keys, week, now).await?;
    let desk = Desk::new(bureau.lexicon, bureau.rules, bureau.i18n, &profiles, &names);
    let calls = Calls::of(&records, &desk);

    let mut letters = Vec::new();
    for (place, profile) in profiles.iter().enumerate() {
        let known = Known::of(bureau.store, &profile.slug, &week.label()).await?;
        let mut picks = Picks::of(&desk, (place, profile), &calls, &known, bureau.store, now).await?;
        picks.pin(&calls, &known, &common.opening.record);
        picks.asked = asked::due(bureau.store, &profile.slug, now.with_timezone(&HOME).date_naive()).await?;
        let noticed = bureau.store.noticed(&profile.slug, notices::URGENT).await?;
        for contact in contacts(bureau.store, profile).await? {
            letters.push(compose(bureau, profile, &contact, &picks, &noticed, &common)?);
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

/// Who gets the letter: the contacts that did not end it, or nobody in particular where there is no contact yet.
pub(super) async fn contacts(store: &Store, profile: &Profile) -> anyhow::Result<Vec<Contact>> {
    if profile.contacts.is_empty() {
        return Ok(vec![Contact::default()]);
    }
    let mut contacts = Vec::new();
    for contact in &profile.contacts {
        if !store.is_suppressed(&profile.slug, &contact.email).await? {
            contacts.push(contact.clone());
        }
    }
    Ok(contacts)
}

impl<'r> Calls<'r> {
    pub(super) fn of(records: &'r [Record], desk: &Desk<'_>) -> Self {
        let shown = same::shown_for(records);
        let mut others: HashMap<usize, Vec<&Record>> = HashMap::new();
        for (at, shown) in shown.iter().enumerate().filter(|(at, shown)| at != *shown) {
            others.entry(*shown).or_default().push(&records[at]);
        }
        let mut calls = Self { records: Vec::new(), candidates: Vec::new() };
        for (at, record) in records.iter().enumerate().filter(|(at, _)| shown[*at] == *at) {
            let mut call = vec![record];
            call.extend(others.remove(&at).unwrap_or_default());
            calls.records.push(call);
            calls.candidates.push(desk.candidate(&record.id, &record.opportunity, &record.text));
        }
        calls
    }
}

/// One call for one municipality.
struct Chosen<'c, 'r> {
    call: &'c [&'r Record],
    reason: String,
    /// What changed since it was told; none where it is told for the first time or as it was.
    changes: Option<Since>,
}

/// The picks of one municipality.
struct Picks<'c, 'r> {
    fresh: Vec<Chosen<'c, 'r>>,
    updates: Vec<Chosen<'c, 'r>>,
    closing: Vec<Chosen<'c, 'r>>,
    late: Vec<Chosen<'c, 'r>>,
    asked: Vec<Asked>,
    /// What the office shows everyone, unless the municipality refused it.
    everyone: Vec<Chosen<'c, 'r>>,
}

impl<'c, 'r> Picks<'c, 'r> {
    async fn of(
        desk: &Desk<'_>,
        (place, profile): (usize, &Profile),
        calls: &'c Calls<'r>,
        known: &Known,
        store: &Store,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        let today = now.with_timezone(&HOME).date_naive();
        let standing: Vec<Option<Standing>> =
            calls.records.iter().map(|call| (!known.refused(call)).then(|| known.standing(call, now))).collect();
        let is_new = |at: usize| standing[at] == Some(Standing::New);
        // What was too late and still is has nothing to tell, whatever changed; what was not taken up in time is no offer any more.
        let in_reach = |at: usize| desk.bar(place, &calls.candidates[at], today).is_none();
        let is_changed = |at: usize| {
            matches!(standing[at], Some(Standing::Changed(_))) && (in_reach(at) || !known.is_given_up(&calls.records[at]))
        };
        let closing = TimeDelta::days(profile.lead_days()) + CLOSING;
        let ends = |at: usize| {
            let call = &calls.records[at];
            standing[at] == Some(Standing::Same)
                && closes_within(call[0], now, closing)
                && !known.applied(call)
                && !known.is_given_up(call)
                && !known.was_told_closing(call, now)
                && (in_reach(at) || known.begun(call))
        };
        let with_records = |picks: Vec<Pick>| {
            let chosen = picks.into_iter();
            chosen
                .map(|pick| Chosen { call: &calls.records[pick.candidate], reason: pick.reason, changes: None })
                .collect::<Vec<_>>()
        };
        let changed = desk.pick_known(place, &calls.candidates, today, is_changed);
        let since: Vec<Option<Standing>> = changed.iter().map(|pick| standing[pick.candidate]).collect();
        let mut updates = with_records(changed);
        for (update, since) in updates.iter_mut().zip(since) {
            let Some(Standing::Changed(before)) = since else { continue };
            // The records at hand were read without their history.
            let whole = store.record(&update.call[0].id).await?;
            let history = whole.map(|record| record.history).unwrap_or_default();
            update.changes = Some(Since::of(history, before.change, before.at));
        }
        let mut late = with_records(desk.pick_late(place, &calls.candidates, today, is_new));
        late.truncate(MOST_LATE);
        Ok(Self {
            fresh: with_records(desk.pick(place, &calls.candidates, today, is_new)),
            updates,
            closing: with_records(desk.pick_known(place, &calls.candidates, today, ends)),
            late,
            asked: Vec::new(),
            everyone: Vec::new(),
        })
    }

    /// Shows everyone's record to this municipality too: once, under "for everyone", whatever else would have told it.
    fn pin(&mut self, calls: &'c Calls<'r>, known: &Known, record: &str) {
        let pinned = calls.records.iter().find(|call| call.iter().any(|one| one.id == record));
        let Some(call) = pinned.filter(|call| !known.refused(call)) else { return };
        for picks in [&mut self.fresh, &mut self.updates, &mut self.closing, &mut self.late] {
            picks.retain(|chosen| chosen.call[0].id != call[0].id);
        }
        self.everyone.push(Chosen { call, reason: String::new(), changes: None });
    }

    /// Everything that the letter tells, for the ledger: each record of each call, so that none of them is news next week.
    fn told(&self, now: DateTime<Utc>) -> Vec<Told> {
        let offered = [&self.fresh, &self.updates, &self.everyone].into_iter().flatten().map(|told| (told, How::Offered));
        let closing = self.closing.iter().map(|told| (told, How::Closing));
        let late = self.late.iter().map(|told| (told, How::Late));
        let mut all = Vec::new();
        for (chosen, how) in offered.chain(closing).chain(late) {
            for (at, record) in chosen.call.iter().enumerate() {
                // A call is one offer: that of the record that the letter shows.
                let offer = (how != How::Late && at == 0).then_some(record.opportunity.kind);
                all.push(Told {
                    record: record.id.clone(),
                    fingerprint: fingerprint(&record.opportunity, now),
                    change: record.changed,
                    offer,
                    how,
                    at: None,
                });
            }
        }
        all.extend(self.asked.iter().map(Asked::told));
        all
    }
}

/// Whether its next date is over within `time`.
pub(super) fn closes_within(record: &Record, now: DateTime<Utc>, time: TimeDelta) -> bool {
    let next = record.opportunity.deadline.next(now, COMMON_ZONE).map(|stage| stage.over_at(COMMON_ZONE));
    next.is_some_and(|at| at - now <= time)
}

fn compose<'r>(
    bureau: &Bureau<'_>,
    profile: &Profile,
    contact: &Contact,
    picks: &Picks<'_, 'r>,
    noticed: &HashSet<String>,
    common: &Common,
) -> anyhow::Result<Prepared> {
    let language = Language::for_reader(if contact.language.is_empty() { &profile.language } else { &contact.language });
    let addressee = Addressee { slug: &profile.slug, name: profile.name(language), language, email: &contact.email };
    let key = addressee.key(common.week);
    // Nobody can act on a letter that goes to nobody.
    let no_keys = ActKeys::default();
    let keys = if contact.email.is_empty() { &no_keys } else { &common.keys };
    let links = Links { keys, public_url: &bureau.settings.public_url, delivery: &key, language };
    let today = common.now.with_timezone(&HOME).date_naive();
    let faiths = profile.faiths(bureau.calendars);
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
        today,
        fresh,
        updates,
        closing,
        late,
        everyone,
        opening: match language {
            Language::He => common.opening.he.clone(),
            Language::En => common.opening.en.clone(),
        },
        asked: picks
            .asked
            .iter()
            .map(|asked| Question { record: &asked.record, answers: links.outcomes(&asked.record.id) })
            .collect(),
        sources_checked: common.checked,
        sources_missed: common.missed.iter().map(|names| language.name_of(names).to_owned()).collect(),
        full_items: bureau.settings.digest.full_items,
        public_url: &bureau.settings.public_url,
        copy: links.copy(),
        profile: links.profile(),
        unsubscribe: unsubscribe.clone(),
    };
    let composed = letter.compose(bureau.i18n)?;
    let delivery = if contact.email.is_empty() {
        None
    } else {
        let (unsubscribe, week, items) = (unsubscribe.as_deref(), common.week, picks.told(common.now));
        let finished = Finished { profile, contact, composed: &composed, unsubscribe, week, items };
        Some(freeze(bureau.settings, finished, &common.sender, common.now)?)
    };
    Ok(Prepared { municipality: profile.slug.clone(), composed, picks: picks.fresh.len(), delivery })
}

fn item<'r>(told: &Chosen<'_, 'r>, profile: &Profile, faiths: &[Faith], today: NaiveDate, links: &Links<'_>) -> Item<'r> {
    let reason = told.reason.clone();
    Item { changes: told.changes.clone(), ..item_of(told.call[0], reason, profile, faiths, today, links) }
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

/// The profile of a municipality: what staff filled in, over the facts of the register.
pub fn profile(one: &Municipality) -> anyhow::Result<Profile> {
    let mut members = json!({
        "slug": one.slug, "name_he": one.name_he, "name_en": one.name_en,
        "type": one.kind, "population": one.population, "district": one.district,
        "eu_place": EuPlace::by_place(&one.slug, &one.district),
    });
    if let (Value::Object(members), Value::Object(filled)) = (&mut members, &one.profile) {
        members.extend(filled.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    let profile: Profile = serde_json::from_value(members).with_context(|| format!("the profile of `{}`", one.slug))?;
    Ok(profile.with_default_interests())
}

/// Approved, not over, and trusted: what nobody has looked at is told only if its deadline is quoted.
pub(super) async fn live_records(store: &Store, now: DateTime<Utc>) -> anyhow::Result<Vec<Record>> {
    let mut live = Vec::new();
    let mut originals = store.original_titles().await?;
    let mut after = 0;
    loop {
        let tail = store.tail(after, PAGE).await?;
        let more = tail.records.len() == PAGE;
        after = tail.up_to;
        live.extend(tail.records.into_iter().filter(|record| {
            record.review == Review::Approved && is_live(&record.opportunity, now) && (!record.automatic || is_quoted(record))
        }));
        if !more {
            for record in &mut live {
                record.original_title = originals.remove(&record.id);
            }
            return Ok(live);
        }
    }
}

fn is_quoted(record: &Record) -> bool {
    let opportunity = &record.opportunity;
    opportunity.deadline.decisive().is_some_and(|stage| stage.quote.is_some()) || opportunity.evidence.contains_key("deadline")
}

/// How many active sources answered within the week, and the names of those that did not.
async fn common(bureau: &Bureau<'_>, keys: ActKeys, week: Week, now: DateTime<Utc>) -> anyhow::Result<Common> {
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
        sender: Sender::of(bureau.settings)?,
        keys,
        opening: bureau.store.opening(&week.label()).await?,
    })
}
