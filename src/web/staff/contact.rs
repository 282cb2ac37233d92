//! One contact of a municipality, entered or corrected by staff: address, name, language, how often, topics, consent.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use super::municipalities::unknown;
use super::municipality::contacts::in_words;
use super::page;
use crate::digest::filled::LANGUAGES;
use crate::digest::letter::clean;
use crate::digest::profile::{Contact, Frequency};
use crate::document::code;
use crate::edition::profile;
use crate::mail::{address_of, is_same_mailbox};
use crate::readers::contact::{has_mailbox, readdress};
use crate::store::Municipality;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::{name_of, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;
use crate::web::query::segment;

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
];

/// Characters of a name, as the form lets through.
const LONGEST: usize = 80;

/// How a consent came of which staff wrote no more than whose it is.
const BY_STAFF: &str = "staff";

#[derive(Template)]
#[template(path = "web/staff/contact.html")]
struct Page<'a> {
    frame: Frame<'a>,
    segment: String,
    name: String,
    is_new: bool,
    typed: Typed,
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

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Typed {
    email: String,
    name: String,
    language: String,
    frequency: String,
    topics: BTreeSet<String>,
    consent_who: String,
    consent_how: String,
}

impl Typed {
    fn of(contact: &Contact) -> Self {
        Self {
            email: contact.email.clone(),
            name: contact.name.clone(),
            language: contact.language.clone(),
            frequency: code(contact.frequency),
            topics: contact.topics.iter().cloned().collect(),
            ..Self::default()
        }
    }

    fn read(body: &[u8]) -> Self {
        let mut typed = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            let line = || clean::line(&value).chars().take(LONGEST).collect::<String>();
            match &*name {
                "email" => typed.email = clean::line(&value),
                "name" => typed.name = line(),
                "language" => typed.language = line(),
                "frequency" => typed.frequency = line(),
                "topic" => drop(typed.topics.insert(line())),
                "consent_who" => typed.consent_who = line(),
                "consent_how" => typed.consent_how = line(),
                _ => {}
            }
        }
        typed
    }

    /// Which fields cannot be followed, by the codes of their texts. `mailbox` is the contact's present address; empty for a new one.
    fn mistakes(&self, profile: &Value, mailbox: &str) -> BTreeMap<&'static str, &'static str> {
        let mut mistakes = BTreeMap::new();
        match address_of(&self.email).map(|address| address.to_string()) {
            Err(bad) => drop(mistakes.insert("email", bad.code())),
            Ok(address) if is_same_mailbox(&address, mailbox) => {}
            Ok(address) => {
                if contacts(profile).iter().any(|one| has_mailbox(one, &address)) {
                    mistakes.insert("email", "taken");
                }
            }
        }
        if !self.language.is_empty() && !LANGUAGES.contains(&self.language.as_str()) {
            mistakes.insert("language", "no_choice");
        }
        if serde_json::from_value::<Frequency>(Value::from(self.frequency.as_str())).is_err() {
            mistakes.insert("frequency", "no_choice");
        }
        if self.consent_who.is_empty() && !self.consent_how.is_empty() {
            mistakes.insert("consent_who", "no_consent");
        }
        mistakes
    }

    /// Lays it over the contact `mailbox` of a profile, or adds one. An address that changes takes no consent along.
    fn over(&self, profile: &Value, mailbox: &str, by: &str, now: DateTime<Utc>) -> Value {
        let mut members: Map<String, Value> = profile.as_object().cloned().unwrap_or_default();
        let address = address_of(&self.email).map(|address| address.to_string()).unwrap_or_default();
        let mut all = contacts(profile).to_vec();
        let place = all.iter().position(|one| !mailbox.is_empty() && has_mailbox(one, mailbox));
        let known = place.and_then(|place| all[place].as_object());
        let mut contact = known.cloned().unwrap_or_default();
        if known.is_some() && !is_same_mailbox(&address, mailbox) {
            readdress(&mut contact, &address, by, now);
        }
        let own = json!({"email": address, "name": self.name, "language": self.language, "frequency": self.frequency});
        contact.extend(own.as_object().cloned().unwrap_or_default());
        if self.topics.is_empty() {
            contact.remove("topics");
        } else {
            contact.insert("topics".into(), json!(self.topics));
        }
        if !self.consent_who.is_empty() {
            let how = if self.consent_how.is_empty() { BY_STAFF } else { &self.consent_how };
            contact.insert("consent".into(), json!({"who": self.consent_who, "at": now, "how": how}));
        }
        match place {
            Some(place) => all[place] = Value::Object(contact),
            None => all.push(Value::Object(contact)),
        }
        members.insert("contacts".into(), Value::Array(all));
        Value::Object(members)
    }
}

fn contacts(profile: &Value) -> &[Value] {
    profile["contacts"].as_array().map(Vec::as_slice).unwrap_or_default()
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
    let typed = Typed::of(&contact.clone().unwrap_or_default());
    form(&state, &viewer, raw.as_deref(), (&one, contact.as_ref()), typed, &BTreeMap::new())
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
    let mut typed = Typed::read(&body);
    typed.topics.retain(|topic| state.lexicon.topic(topic).is_some());
    let mistakes = typed.mistakes(&one.profile, &mailbox);
    if !mistakes.is_empty() {
        let page = form(&state, &viewer, raw.as_deref(), (&one, contact.as_ref()), typed, &mistakes)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    state.store.set_profile(&slug, &typed.over(&one.profile, &mailbox, by, now), now).await?;
    let back = format!("/staff/municipalities/{}{}", segment(&slug), Ui::of(raw.as_deref()).suffix());
    Ok(Redirect::to(&back).into_response())
}

async fn meant(state: &WebState, slug: &str, mailbox: &str) -> Result<(Municipality, Option<Contact>), Problem> {
    let one = state.store.municipality(slug).await?.ok_or_else(|| unknown(slug))?;
    if mailbox.is_empty() {
        return Ok((one, None));
    }
    let contact = profile(&one)?.contacts.into_iter().find(|contact| is_same_mailbox(&contact.email, mailbox));
    let gone = || Problem::not_found("This municipality has no such contact; perhaps it was corrected meanwhile.");
    Ok((one, Some(contact.ok_or_else(gone)?)))
}

fn form(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    (one, contact): (&Municipality, Option<&Contact>),
    typed: Typed,
    mistakes: &BTreeMap<&'static str, &'static str>,
) -> Result<Response, Problem> {
    let path = format!("/staff/municipalities/{}/contact", segment(&one.slug));
    let kept: Vec<(&str, String)> = contact.iter().map(|contact| ("mailbox", contact.email.clone())).collect();
    let frame = Frame::of(state, Ui::of(raw), viewer, &path, &kept);
    let (texts, labels) = (frame.texts, &state.finder.labels);
    let choice = |slug: &str| (slug.to_owned(), labels.topic(slug, texts.language()), typed.topics.contains(slug));
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
        typed,
        frame,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(email: &str) -> Typed {
        Typed { email: email.into(), name: "דנה".into(), frequency: "weekly".into(), ..Typed::default() }
    }

    fn stored() -> Value {
        let consent = json!({"who": "דנה", "at": "2026-11-01T08:00:00Z", "how": "בטלפון"});
        json!({"topics": {"youth": 3}, "contacts": [
            {"email": "dnaa@lod.example", "name": "דנה", "topics": ["welfare"], "consent": consent}, {"email": "ron@lod.example"}]})
    }

    #[test]
    fn a_corrected_address_needs_a_consent_of_its_own_and_all_else_stays() {
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let form = Typed { topics: ["sport".to_owned()].into(), language: "en".into(), ..typed("dana@lod.example") };
        assert!(form.mistakes(&stored(), "dnaa@lod.example").is_empty());
        let after = form.over(&stored(), "dnaa@lod.example", "רון", now);
        let contact = &after["contacts"][0];
        assert_eq!((&contact["email"], &contact["topics"]), (&json!("dana@lod.example"), &json!(["sport"])));
        assert_eq!((contact.get("consent"), &contact["former"][0]["by"]), (None, &json!("רון")));
        assert_eq!((&after["topics"], &after["contacts"][1]), (&stored()["topics"], &stored()["contacts"][1]));
        let agreed = Typed { consent_who: "דנה".into(), consent_how: "בטלפון".into(), ..form };
        assert_eq!(agreed.over(&stored(), "dnaa@lod.example", "רון", now)["contacts"][0]["consent"]["at"], json!(now));
    }

    #[test]
    fn a_name_that_is_corrected_keeps_the_consent_and_a_new_contact_comes_last() {
        let now = DateTime::UNIX_EPOCH;
        let form = Typed { name: "דנה כהן".into(), ..typed("DNAA@lod.example") };
        let after = form.over(&stored(), "dnaa@lod.example", "רון", now);
        assert_eq!((&after["contacts"][0]["consent"]["who"], after["contacts"][0].get("former")), (&json!("דנה"), None));
        let added = typed("gil@lod.example").over(&stored(), "", "רון", now);
        assert_eq!(added["contacts"][2]["email"], json!("gil@lod.example"));
    }

    #[test]
    fn what_cannot_be_followed_is_named() {
        let wrong = Typed {
            language: "tlh".into(),
            frequency: "hourly".into(),
            consent_how: "בטלפון".into(),
            ..typed("מזכירות@lod.example")
        };
        let mistakes: Vec<_> = wrong.mistakes(&stored(), "").into_iter().collect();
        assert_eq!(
            mistakes,
            [("consent_who", "no_consent"), ("email", "foreign_address"), ("frequency", "no_choice"), ("language", "no_choice")]
        );
        assert_eq!(typed("RON@lod.example").mistakes(&stored(), "dnaa@lod.example")["email"], "taken");
    }
}
