//! The form of one minute: what a municipality wants to hear of, by a signed link of its letter. A GET shows, a POST keeps.

use std::collections::BTreeMap;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use url::form_urlencoded;

use super::WebState;
use super::access::Viewer;
use super::act::private;
use super::act::target::Target;
use super::pages::wording::{name_of, named};
use super::pages::{Frame, Ui};
use super::problem::Problem;
use crate::act::{Grant, Purpose};
use crate::clean;
use crate::digest::filled::{LANGUAGES, Mistake, Typed};
use crate::digest::profile::Contact;
use crate::mail::is_same_mailbox;
use crate::readers::profile;
use crate::store::{Municipality, Why};

/// Every text of the form, for [`crate::i18n::I18n::require`].
pub(crate) const KEYS: &[&str] = &[
    "profile.title",
    "profile.note",
    "profile.defaults",
    "profile.desk",
    "profile.mistakes",
    "profile.done",
    "profile.kept",
    "profile.ended",
    "profile.ended_resume",
    "profile.ended_office",
    "profile.topics",
    "profile.priority",
    "profile.kinds",
    "profile.kinds_note",
    "profile.countries",
    "profile.twins",
    "profile.wanted",
    "profile.wanted_note",
    "profile.unwanted",
    "profile.min_amount",
    "profile.words",
    "profile.words_note",
    "profile.language",
    "profile.frequency",
    "profile.frequency_of.weekly",
    "profile.frequency_of.urgent",
    "profile.leads",
    "profile.council",
    "profile.legal",
    "profile.treasurer",
    "profile.name",
    "profile.consent",
    "profile.save",
    "profile.mistake.no_topic",
    "profile.mistake.no_country",
    "profile.mistake.no_twin_country",
    "profile.mistake.no_number",
    "profile.mistake.no_days",
    "profile.mistake.no_choice",
    "profile.mistake.no_consent",
];

/// The kinds that can be wanted; "other" is no wish.
const KINDS: [&str; 8] =
    ["call_for_proposals", "grant", "competition", "conference", "exhibition", "exchange", "training", "partnership"];

#[derive(Template)]
#[template(path = "web/profile.html")]
struct Page<'a> {
    frame: Frame<'a>,
    name: String,
    typed: Typed,
    /// (slug, name, ticked, a priority)
    topics: Vec<(String, String, bool, bool)>,
    /// (code, name, ticked)
    kinds: Vec<(&'static str, String, bool)>,
    /// (code, name)
    languages: Vec<(&'static str, String)>,
    /// Nobody has filled it in yet: what is ticked is what an authority of this kind is thought to want.
    defaults: bool,
    done: bool,
    /// No letter comes to this mailbox.
    ended: Option<Ended>,
    mistakes: BTreeMap<&'static str, String>,
}

/// That the letters to a mailbox have ended.
struct Ended {
    /// Where its owner takes them up again; none where only the office can.
    resume: Option<String>,
}

impl Page<'_> {
    fn mistake(&self, field: &str) -> Option<&String> {
        self.mistakes.get(field)
    }

    fn t(&self, key: &str) -> String {
        self.frame.texts.t(&format!("profile.{key}"), &[])
    }
}

/// The form, as things are.
pub(super) async fn form(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let target = target(&state, &token).await?;
    let typed = as_it_is(&state, &target, Ui::of_reader(raw.as_deref()))?;
    page(&state, &target, &token, raw.as_deref(), typed, BTreeMap::new(), false).await
}

/// Keeps what was typed, or shows which field is wrong; then nothing is kept.
pub(super) async fn fill(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
    body: Bytes,
) -> Result<Response, Problem> {
    let target = target(&state, &token).await?;
    let desk = as_it_is(&state, &target, Ui::of_reader(raw.as_deref()))?.desk;
    let typed = Typed { desk, ..Typed::read(form_urlencoded::parse(&body)) };
    match typed.understood(&state.lexicon) {
        Err(mistakes) => {
            let form = page(&state, &target, &token, raw.as_deref(), typed, mistakes, false).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
        }
        Ok(filled) => {
            let now = state.clock.now();
            let mailbox = &target.delivery.contact;
            let fill = |stored: &Municipality| anyhow::Ok(Some(filled.over(&stored.profile, &profile(stored)?, mailbox, now)));
            state.store.update_profile(&target.municipality.slug, fill, now).await?;
            let target = self::target(&state, &token).await?;
            let typed = as_it_is(&state, &target, Ui::of_reader(raw.as_deref()))?;
            page(&state, &target, &token, raw.as_deref(), typed, BTreeMap::new(), true).await
        }
    }
}

async fn target(state: &WebState, token: &str) -> Result<Target, Problem> {
    Target::of(state, token, |purpose| purpose == Purpose::Profile).await
}

fn as_it_is(state: &WebState, target: &Target, ui: Ui) -> anyhow::Result<Typed> {
    let profile = profile(&target.municipality)?;
    let mailbox = target.delivery.contact.trim();
    let own = profile.contacts.iter().find(|contact| is_same_mailbox(&contact.email, mailbox));
    let contact = own.cloned().unwrap_or_else(|| Contact { email: mailbox.to_owned(), ..Contact::default() });
    Ok(Typed::of(&profile, &contact, |code| state.finder.labels.country(code, ui.0)))
}

/// Whether the letters to this mailbox have ended, and where they come again.
async fn ended(state: &WebState, target: &Target, keep: &str) -> Result<Option<Ended>, Problem> {
    let delivery = &target.delivery;
    let Some(why) = state.store.why_suppressed(&delivery.municipality, &delivery.contact).await? else { return Ok(None) };
    if why != Why::Unsubscribed {
        return Ok(Some(Ended { resume: None }));
    }
    let grant = Grant { purpose: Purpose::Unsubscribe, delivery: delivery.id.clone(), record: String::new() };
    let token = state.store.act_keys().await?.sign(&grant);
    Ok(Some(Ended { resume: token.map(|token| format!("/act/{token}{keep}")) }))
}

async fn page(
    state: &WebState,
    target: &Target,
    token: &str,
    raw: Option<&str>,
    typed: Typed,
    mistakes: BTreeMap<&'static str, Mistake>,
    done: bool,
) -> Result<Response, Problem> {
    let path = format!("/profile/{token}");
    let frame = Frame::of(state, Ui::of_reader(raw), &Viewer::default(), &path, &[]);
    let texts = frame.texts;
    let municipality = &target.municipality;
    let labels = &state.finder.labels;
    let mut topics: Vec<_> = labels
        .topics()
        .map(|slug| (slug.to_owned(), labels.topic_in(slug, texts), typed.topics.contains(slug), typed.priorities.contains(slug)))
        .collect();
    topics.sort_by(|a, b| a.1.cmp(&b.1));
    let is_empty = municipality.profile.get("topics").and_then(|topics| topics.as_object()).is_none_or(serde_json::Map::is_empty);
    let page = Page {
        name: name_of(municipality, texts.language()),
        kinds: KINDS.iter().map(|kind| (*kind, named(texts, "kind", kind), typed.kinds.contains(*kind))).collect(),
        languages: LANGUAGES.iter().map(|code| (*code, named(texts, "language_name", code))).collect(),
        defaults: is_empty && !done && !typed.desk,
        mistakes: mistakes
            .into_iter()
            .map(|(field, mistake)| {
                let word = clean::isolate(&clean::line(&mistake.word));
                (field, texts.t(&format!("profile.mistake.{}", mistake.code), &[("word", &word)]))
            })
            .collect(),
        ended: ended(state, target, frame.keep).await?,
        topics,
        typed,
        done,
        frame,
    };
    Ok(private(Html(page.render().map_err(anyhow::Error::from)?).into_response()))
}
