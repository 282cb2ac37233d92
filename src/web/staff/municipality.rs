//! Everything about one reader of letters on one page: who it is, who reads, what it was sent and offered, and what came of it.
//! What staff look at before they phone, and while they do.

pub(in crate::web::staff) mod contacts;
mod interests;
mod offers;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use chrono::Datelike as _;

use self::contacts::Reader;
use self::interests::Interest;
use self::offers::Offered;
use super::municipalities::unknown;
use super::page;
use super::targets::Row;
use super::titles::Titles;
use crate::act::{ActKeys, Grant, Purpose};
use crate::address::segment;
use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::digest::profile::Profile;
use crate::edition::next_week;
use crate::readers::profile;
use crate::store::{Act, Delivery, Municipality, Offer};
use crate::targets::Book;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::targets::Ask;
use crate::web::pages::wording::{moment, name_of, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// Offers and letters that are shown: of some months; the yearly report has all.
const ROWS: usize = 60;

#[derive(Template)]
#[template(path = "web/staff/municipality.html")]
struct Page<'a> {
    frame: Frame<'a>,
    segment: String,
    name: String,
    /// Type, district, residents.
    about: Vec<String>,
    /// Nobody has filled in what it wants.
    defaults: bool,
    interests: Vec<Interest>,
    readers: Vec<Reader>,
    next: Option<String>,
    year: i32,
    /// Its year; none where nothing is promised to it.
    funnel: Option<Row>,
    targets: Vec<Promise>,
    offers: Vec<Offered>,
    letters: Vec<Letter>,
}

impl Page<'_> {
    fn of_contact(&self, key: &str) -> String {
        self.frame.texts.t(&format!("contact.{key}"), &[])
    }
}

/// What a member is promised for the year, and how far it is kept.
struct Promise {
    name: String,
    offered: u64,
    promised: u64,
}

struct Letter {
    when: String,
    subject: String,
    contact: String,
    state: String,
    /// Its copy on the web; none before the first letter was signed.
    copy: Option<String>,
}

/// `/staff/municipalities/{slug}`.
pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(slug): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let one = state.store.municipality(&slug).await?.ok_or_else(|| unknown(&slug))?;
    let path = format!("/staff/municipalities/{}", segment(&slug));
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, &path, &[]);
    let (texts, now) = (frame.texts, state.clock.now());
    let profile = profile(&one)?;

    let acts = state.store.acts_of(&slug).await?;
    let offered = state.store.offers_of(&slug).await?;
    let latest = &offered[..offered.len().min(ROWS)];
    let records = latest.iter().map(|offer| &offer.record).chain(acts.iter().map(|act| &act.record));
    let titles = Titles::of(&state.store, records.map(String::as_str)).await?;
    let ask = Ask { year: state.clock.today().year(), municipality: None };
    let (funnel, targets) = year(&state, &one, &ask, (&offered, &acts), &frame);
    let keys = state.store.act_keys().await?;
    let letters = state.store.deliveries_of(&slug, ROWS).await?;

    let page_of = Page {
        about: about(&one, &profile, &frame),
        defaults: interests::is_default(&one),
        interests: interests::of(&profile, texts, &state.finder.labels),
        readers: contacts::of(&state, &profile, texts).await?,
        next: next_week(&state.store, &state.settings, now).await?.map(moment),
        year: ask.year,
        funnel,
        targets,
        offers: offers::of(latest, &acts, &titles, texts),
        letters: letters.iter().map(|letter| shown(letter, &keys, &frame)).collect(),
        name: name_of(&one, texts.language()),
        segment: segment(&slug),
        frame,
    };
    page(&page_of)
}

/// What kind of reader it is, where, how large.
fn about(one: &Municipality, profile: &Profile, frame: &Frame<'_>) -> Vec<String> {
    let kind = named(frame.texts, "authority", &code(profile.kind));
    let residents =
        (one.population > 0).then(|| frame.t1("municipality_residents", "count", &wording::grouped(one.population as f64)));
    [Some(kind), Some(clean::line(&one.district)), residents].into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

/// A member's year, and how far each promise is kept.
fn year(
    state: &WebState,
    one: &Municipality,
    ask: &Ask,
    (offered, acts): (&[Offer], &[Act]),
    frame: &Frame<'_>,
) -> (Option<Row>, Vec<Promise>) {
    if !one.is_member() {
        return (None, Vec::new());
    }
    let (from, until) = ask.span();
    let offers: Vec<Offer> = offered.iter().filter(|offer| (from..until).contains(&offer.at)).cloned().collect();
    let book = Book::of(ask.year, &state.targets, std::slice::from_ref(one), &offers, acts);
    let Some(member) = book.members.first() else { return (None, Vec::new()) };
    let names = state.targets.target.iter().map(|target| clean::line(frame.texts.language().name_of(&target.name)));
    let targets = names.zip(&member.targets).map(|(name, met)| Promise { name, offered: met.offered, promised: met.promised });
    (Some(Row::of(&one.slug, "", &member.funnel, &member.targets)), targets.collect())
}

fn shown(letter: &Delivery, keys: &ActKeys, frame: &Frame<'_>) -> Letter {
    let grant = Grant { purpose: Purpose::Read, delivery: letter.id.clone(), record: String::new() };
    Letter {
        when: moment(letter.changed_at),
        subject: clean::line(&letter.subject),
        contact: clean::line(&letter.contact),
        state: named(frame.texts, "delivery", &code(letter.state)),
        copy: keys.sign(&grant).map(|token| format!("/letter/{token}")),
    }
}
