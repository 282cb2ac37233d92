//! One contact of a municipality as staff entered it in its form: what was typed in, the profile that it makes out, or which fields cannot be
//! followed. Pure; knows no page and no store.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use super::consent::Cell;
use super::contact::{has_mailbox, readdress};
use crate::clean;
use crate::code::code;
use crate::digest::filled::LANGUAGES;
use crate::digest::profile::{Contact, Frequency};
use crate::mail::{address_of, is_same_mailbox};

/// Characters of a name, as the form lets through.
const LONGEST: usize = 80;

/// How a consent came of which staff wrote no more than whose it is.
const BY_STAFF: &str = "staff";

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Entered {
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) frequency: String,
    pub(crate) topics: BTreeSet<String>,
    pub(crate) consent_who: String,
    pub(crate) consent_how: String,
}

impl Entered {
    /// What the form shows of a contact; no consent, for that is given anew.
    pub(crate) fn of(contact: &Contact) -> Self {
        Self {
            email: contact.email.clone(),
            name: contact.name.clone(),
            language: contact.language.clone(),
            frequency: code(contact.frequency),
            topics: contact.topics.iter().cloned().collect(),
            ..Self::default()
        }
    }

    /// The form as it was sent.
    pub(crate) fn read(body: &[u8]) -> Self {
        let mut entered = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            let line = || clean::line(&value).chars().take(LONGEST).collect::<String>();
            match &*name {
                "email" => entered.email = clean::line(&value),
                "name" => entered.name = line(),
                "language" => entered.language = line(),
                "frequency" => entered.frequency = line(),
                "topic" => drop(entered.topics.insert(line())),
                "consent_who" => entered.consent_who = line(),
                "consent_how" => entered.consent_how = line(),
                _ => {}
            }
        }
        entered
    }

    /// Which fields cannot be followed, by the codes of their texts. `mailbox` is the contact's present address; empty for a new one.
    pub(crate) fn mistakes(&self, profile: &Value, mailbox: &str) -> BTreeMap<&'static str, &'static str> {
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
        // A "no" is nobody's name, and a tick names nobody: who agreed is asked.
        if !self.consent_who.is_empty() && !matches!(Cell::of(&self.consent_who), Cell::Name(_)) {
            mistakes.insert("consent_who", "consent_unnamed");
        }
        if self.consent_who.is_empty() && !self.consent_how.is_empty() {
            mistakes.insert("consent_who", "no_consent");
        }
        mistakes
    }

    /// Lays it over the contact `mailbox` of a profile, or adds one. An address that changes takes no consent along.
    pub(crate) fn over(&self, profile: &Value, mailbox: &str, by: &str, now: DateTime<Utc>) -> Value {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(email: &str) -> Entered {
        Entered { email: email.into(), name: "דנה".into(), frequency: "weekly".into(), ..Entered::default() }
    }

    fn stored() -> Value {
        let consent = json!({"who": "דנה", "at": "2026-11-01T08:00:00Z", "how": "בטלפון"});
        json!({"topics": {"youth": 3}, "contacts": [
            {"email": "dnaa@lod.example", "name": "דנה", "topics": ["welfare"], "consent": consent}, {"email": "ron@lod.example"}]})
    }

    #[test]
    fn a_corrected_address_needs_a_consent_of_its_own_and_all_else_stays() {
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let form = Entered { topics: ["sport".to_owned()].into(), language: "en".into(), ..entered("dana@lod.example") };
        assert!(form.mistakes(&stored(), "dnaa@lod.example").is_empty());
        let after = form.over(&stored(), "dnaa@lod.example", "רון", now);
        let contact = &after["contacts"][0];
        assert_eq!((&contact["email"], &contact["topics"]), (&json!("dana@lod.example"), &json!(["sport"])));
        assert_eq!((contact.get("consent"), &contact["former"][0]["by"]), (None, &json!("רון")));
        assert_eq!((&after["topics"], &after["contacts"][1]), (&stored()["topics"], &stored()["contacts"][1]));
        let agreed = Entered { consent_who: "דנה".into(), consent_how: "בטלפון".into(), ..form };
        assert_eq!(agreed.over(&stored(), "dnaa@lod.example", "רון", now)["contacts"][0]["consent"]["at"], json!(now));
    }

    #[test]
    fn a_name_that_is_corrected_keeps_the_consent_and_a_new_contact_comes_last() {
        let now = DateTime::UNIX_EPOCH;
        let form = Entered { name: "דנה כהן".into(), ..entered("DNAA@lod.example") };
        let after = form.over(&stored(), "dnaa@lod.example", "רון", now);
        assert_eq!((&after["contacts"][0]["consent"]["who"], after["contacts"][0].get("former")), (&json!("דנה"), None));
        let added = entered("gil@lod.example").over(&stored(), "", "רון", now);
        assert_eq!(added["contacts"][2]["email"], json!("gil@lod.example"));
    }

    #[test]
    fn what_cannot_be_followed_is_named() {
        let wrong = Entered {
            language: "tlh".into(),
            frequency: "hourly".into(),
            consent_how: "בטלפון".into(),
            ..entered("מזכירות@lod.example")
        };
        let mistakes: Vec<_> = wrong.mistakes(&stored(), "").into_iter().collect();
        assert_eq!(
            mistakes,
            [("consent_who", "no_consent"), ("email", "foreign_address"), ("frequency", "no_choice"), ("language", "no_choice")]
        );
        for unnamed in ["לא", "כן", "No"] {
            let form = Entered { consent_who: unnamed.into(), ..entered("dana@lod.example") };
            assert_eq!(form.mistakes(&stored(), "")["consent_who"], "consent_unnamed", "{unnamed}");
        }
        assert_eq!(entered("RON@lod.example").mistakes(&stored(), "dnaa@lod.example")["email"], "taken");
    }
}
