//! The page on which staff enter or correct one contact of a municipality: address, name, language, how often, topics, consent.

use std::collections::BTreeMap;

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use url::form_urlencoded;

use super::municipalities::unknown;
use super::municipality::contacts::in_words;
use super::page;
use crate::address::segment;
use crate::code::code;
use crate::digest::filled::LANGUAGES;
use crate::digest::profile::{Contact, Frequency};
use crate::mail::is_same_mailbox;
use crate::readers::entered::Entered;
use crate::readers::profile;
use crate::store::Municipality;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::{name_of, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// Every text of the form, for [`crate::i18n::I18n::require`].
pub(crate) const KEYS: &[&str] = &[
    "contact.title",
    "contact.title_new",
    "contact.edit",
    "contact.add",
    "contact.note",
    "contact.mistakes",
    "contact.email",
    "contact.name",
    "contact.language",
    "contact.language_own",
    "contact.frequency",
    "contact.topics",
    "contact.topics_note",
    "contact.consent",
    "contact.consent_stands",
    "contact.consent_note",
    "contact.consent_who",
    "contact.consent_how",
    "contact.save",
    "contact.mistake.no_address",
    "contact.mistake.foreign_address",
    "contact.mistake.taken",
    "contact.mistake.no_choice",
    "contact.mistake.no_consent",
    "contact.mistake.consent_unnamed",
];

#[derive(Template)]
#[template(path = "web/staff/contact.html")]
struct Page<'a> {
    frame: Frame<'a>,
    segment: String,
    name: String,
    is_new: bool,
    entered: Entered,
    /// (slug, name, ticked)
    topics: Vec<(String, String, bool)>,
    /// (code, name)
    languages: Vec<(&'static str, String)>,
    frequencies: Vec<(String, String)>,
    /// The consent on record.
    consent: Option<String>,
    mistakes: BTreeMap<&'static str, String>,
}

impl Page<'_> {
    fn mistake(&self, field: &str) -> Option<&String> {
        self.mistakes.get(field)
    }

    fn t(&self, key: &str) -> String {
        self.frame.texts.t(&format!("contact.{key}"), &[])
    }
}

/// `?mailbox=`: the contact that is meant; empty for a new one.
fn mailbox(raw: Option<&str>) -> String {
    let mut pairs = form_urlencoded::parse(raw.unwrap_or_default().as_bytes());
    pairs.find(|(name, _)| name == "mailbox").map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(slug): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let (one, contact) = meant(&state, &slug, &mailbox(raw.as_deref())).await?;
    let entered = Entered::of(&contact.clone().unwrap_or_default());
    form(&state, &viewer, raw.as_deref(), (&one, contact.as_ref()), entered, &BTreeMap::new())
}

pub(crate) async fn save(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(slug): Path<String>,
    RawQuery(raw): RawQuery,
    body: Bytes,
) -> Result<Response, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let (mailbox, now) = (mailbox(raw.as_deref()), state.clock.now());
    let (one, contact) = meant(&state, &slug, &mailbox).await?;
    let mut entered = Entered::read(&body);
    entered.topics.retain(|topic| state.lexicon.topic(topic).is_some());
    let mut mistakes = BTreeMap::new();
    let lay_over = |stored: &Municipality| {
        contact_of(stored, &mailbox)?;
        mistakes = entered.mistakes(&stored.profile, &mailbox);
        Ok::<_, Problem>(mistakes.is_empty().then(|| entered.over(&stored.profile, &mailbox, by, now)))
    };
    state.store.update_profile(&slug, lay_over, now).await?;
    if !mistakes.is_empty() {
        let page = form(&state, &viewer, raw.as_deref(), (&one, contact.as_ref()), entered, &mistakes)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let back = format!("/staff/municipalities/{}{}", segment(&slug), Ui::of(raw.as_deref()).suffix());
    Ok(Redirect::to(&back).into_response())
}

async fn meant(state: &WebState, slug: &str, mailbox: &str) -> Result<(Municipality, Option<Contact>), Problem> {
    let one = state.store.municipality(slug).await?.ok_or_else(|| unknown(slug))?;
    let contact = contact_of(&one, mailbox)?;
    Ok((one, contact))
}

fn contact_of(one: &Municipality, mailbox: &str) -> Result<Option<Contact>, Problem> {
    if mailbox.is_empty() {
        return Ok(None);
    }
    let contact = profile(one)?.contacts.into_iter().find(|contact| is_same_mailbox(&contact.email, mailbox));
    let gone = || Problem::not_found("This municipality has no such contact; perhaps it was corrected meanwhile.");
    contact.map(Some).ok_or_else(gone)
}

fn form(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    (one, contact): (&Municipality, Option<&Contact>),
    entered: Entered,
    mistakes: &BTreeMap<&'static str, &'static str>,
) -> Result<Response, Problem> {
    let path = format!("/staff/municipalities/{}/contact", segment(&one.slug));
    let kept: Vec<(&str, String)> = contact.iter().map(|contact| ("mailbox", contact.email.clone())).collect();
    let frame = Frame::of(state, Ui::of(raw), viewer, &path, &kept);
    let (texts, labels) = (frame.texts, &state.finder.labels);
    let choice = |slug: &str| (slug.to_owned(), labels.topic(slug, texts.language()), entered.topics.contains(slug));
    let mut topics: Vec<_> = labels.topics().map(choice).collect();
    topics.sort_by(|a, b| a.1.cmp(&b.1));
    let frequency = |frequency| {
        let code = code(frequency);
        (code.clone(), texts.t(&format!("profile.frequency_of.{code}"), &[]))
    };
    page(&Page {
        segment: segment(&one.slug),
        name: name_of(one, texts.language()),
        is_new: contact.is_none(),
        topics,
        languages: LANGUAGES.iter().map(|code| (*code, named(texts, "language_name", code))).collect(),
        frequencies: [Frequency::Weekly, Frequency::Urgent].map(frequency).to_vec(),
        consent: contact
            .and_then(|contact| contact.consent.as_ref())
            .map(|consent| texts.t("contact.consent_stands", &[("consent", &in_words(consent, texts))])),
        mistakes: mistakes.iter().map(|(field, code)| (*field, texts.t(&format!("contact.mistake.{code}"), &[]))).collect(),
        entered,
        frame,
    })
}
