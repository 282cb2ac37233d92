//! A profile as somebody filled in its form: what was typed in, what it means out, or which field cannot be followed.
//! Pure; knows no page and no store. What is typed comes from whoever holds a link: it is bounded before it is kept.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sources::lexicon::Lexicon;
use sources::opportunity::Kind;

use super::planning::LeadTimes;
use super::profile::{Consent, Contact, Frequency, PRIORITY, Profile, TwinCity};
use crate::code::code;
use crate::mail::is_same_mailbox;

/// Entries of one list: who wants more than these wants everything.
const MOST_ENTRIES: usize = 40;
/// Characters of one entry.
const LONGEST_ENTRY: usize = 80;
/// Characters of the priorities.
const LONGEST_WORDS: usize = 1_000;
/// Working days that one desk may need.
pub const MOST_LEAD_DAYS: u16 = 120;

/// What people put between the entries of a list, in Latin, Hebrew and Arabic writing.
const SEPARATORS: [char; 5] = [',', '،', '\n', ';', '؛'];

/// The weight of a topic that was ticked.
const INTEREST: u8 = 2;

/// How the consent came.
const BY_FORM: &str = "profile_form";

/// The languages that a letter is written in.
pub const LANGUAGES: [&str; 3] = ["he", "ar", "en"];

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub topics: BTreeSet<String>,
    pub priorities: BTreeSet<String>,
    pub kinds: BTreeSet<String>,
    pub countries: String,
    /// A line each: name, country.
    pub twins: String,
    pub wanted: String,
    pub unwanted: String,
    pub min_amount: String,
    /// The mayor's words.
    pub words: String,
    pub language: String,
    pub frequency: String,
    pub council: String,
    pub legal: String,
    pub treasurer: String,
    pub name: String,
    pub consent: bool,
    /// It is the form of a desk with topics of its own: what the whole municipality wants is not asked.
    pub desk: bool,
}

/// Why a field cannot be followed; each is the text `profile.mistake.CODE` with the word that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub code: &'static str,
    pub word: String,
}

impl Mistake {
    fn of(code: &'static str, word: &str) -> Self {
        Self { code, word: word.chars().take(LONGEST_ENTRY).collect() }
    }
}

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    topics: BTreeMap<String, u8>,
    kinds: Vec<Kind>,
    countries: Vec<String>,
    twins: Vec<TwinCity>,
    wanted: Vec<String>,
    unwanted: Vec<String>,
    min_amount: f64,
    words: String,
    /// Of council, legal adviser and treasurer; none where nothing is typed, which means what is usual.
    leads: [Option<u16>; 3],
    language: String,
    frequency: Frequency,
    name: String,
}

impl Typed {
    /// The form as it comes in; what it does not know is left out.
    pub fn read<'a>(pairs: impl Iterator<Item = (std::borrow::Cow<'a, str>, std::borrow::Cow<'a, str>)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            let value = value.into_owned();
            match &*name {
                "topic" => drop(typed.topics.insert(value)),
                "priority" => drop(typed.priorities.insert(value)),
                "kind" => drop(typed.kinds.insert(value)),
                "countries" => typed.countries = value,
                "twins" => typed.twins = value,
                "wanted" => typed.wanted = value,
                "unwanted" => typed.unwanted = value,
                "min_amount" => typed.min_amount = value,
                "words" => typed.words = value,
                "language" => typed.language = value,
                "frequency" => typed.frequency = value,
                "council" => typed.council = value,
                "legal" => typed.legal = value,
                "treasurer" => typed.treasurer = value,
                "name" => typed.name = value,
                "consent" => typed.consent = true,
                _ => {}
            }
        }
        typed
    }

    /// The form for a profile as it is, defaults included.
    pub fn of(profile: &Profile, contact: &Contact, country: impl Fn(&str) -> String) -> Self {
        let weighing =
            |least: u8| profile.topics.iter().filter(move |(_, weight)| **weight >= least).map(|(slug, _)| slug.clone());
        let leads = profile.leads();
        let desk = !contact.topics.is_empty();
        let own = || contact.topics.iter().cloned().collect::<BTreeSet<_>>();
        let twins = profile.twin_cities.iter().map(|twin| format!("{}, {}", twin.name, country(&twin.country)));
        Self {
            topics: if desk { own() } else { weighing(1).collect() },
            priorities: if desk { BTreeSet::new() } else { weighing(PRIORITY).collect() },
            kinds: profile.kinds.iter().map(code).collect(),
            countries: profile.countries.iter().map(|code| country(code)).collect::<Vec<_>>().join(", "),
            twins: twins.collect::<Vec<_>>().join("\n"),
            wanted: profile.words_wanted.join(", "),
            unwanted: profile.words_unwanted.join(", "),
            min_amount: if profile.min_amount > 0.0 { format!("{:.0}", profile.min_amount) } else { String::new() },
            words: profile.priorities_he.clone(),
            language: if contact.language.is_empty() { profile.language.clone() } else { contact.language.clone() },
            frequency: code(contact.frequency),
            council: leads.council.to_string(),
            legal: leads.legal.to_string(),
            treasurer: leads.treasurer.to_string(),
            name: contact.name.clone(),
            consent: contact.consent.is_some(),
            desk,
        }
    }

    /// What it means, or every field that cannot be followed.
    pub fn understood(&self, lexicon: &Lexicon) -> Result<Filled, BTreeMap<&'static str, Mistake>> {
        let mut mistakes = BTreeMap::new();
        let mut wrong = |field, mistake| {
            mistakes.entry(field).or_insert(mistake);
        };
        let known = |slug: &&String| lexicon.topic(slug).is_some();
        let mut topics: BTreeMap<String, u8> = self.topics.iter().filter(known).map(|slug| (slug.clone(), INTEREST)).collect();
        topics.extend(self.priorities.iter().filter(known).map(|slug| (slug.clone(), PRIORITY)));
        if topics.is_empty() {
            wrong("topics", Mistake::of("no_topic", ""));
        }
        let kinds = self.kinds.iter().filter_map(|kind| serde_json::from_value(Value::from(kind.as_str())).ok()).collect();
        let mut countries = Vec::new();
        for written in entries(&self.countries, &SEPARATORS) {
            match lexicon.country(&written) {
                Some(country) if countries.contains(&country.code) => {}
                Some(country) => countries.push(country.code.clone()),
                None => wrong("countries", Mistake::of("no_country", &written)),
            }
        }
        let mut twins = Vec::new();
        for line in entries(&self.twins, &['\n', ';', '؛']) {
            let (name, country) = line.split_once([',', '،']).unwrap_or((&line, ""));
            match lexicon.country(country) {
                Some(country) => twins.push(TwinCity { name: name.trim().to_owned(), country: country.code.clone() }),
                None if country.trim().is_empty() => wrong("twins", Mistake::of("no_twin_country", &line)),
                None => wrong("twins", Mistake::of("no_country", country.trim())),
            }
        }
        let min_amount = number(&self.min_amount).unwrap_or_else(|| {
            wrong("min_amount", Mistake::of("no_number", &self.min_amount));
            0.0
        });
        let is_asked = !self.desk;
        let mut lead = |field, text: &str| {
            if !is_asked || text.trim().is_empty() {
                return None;
            }
            let days = text.trim().parse::<u16>().ok().filter(|days| *days <= MOST_LEAD_DAYS);
            if days.is_none() {
                wrong(field, Mistake::of("no_days", text));
            }
            days
        };
        let leads = [lead("council", &self.council), lead("legal", &self.legal), lead("treasurer", &self.treasurer)];
        if !LANGUAGES.contains(&self.language.as_str()) {
            wrong("language", Mistake::of("no_choice", ""));
        }
        let frequency = serde_json::from_value(Value::from(self.frequency.as_str())).unwrap_or_else(|_| {
            wrong("frequency", Mistake::of("no_choice", ""));
            Frequency::Weekly
        });
        if !self.consent {
            wrong("consent", Mistake::of("no_consent", ""));
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(Filled {
            topics,
            kinds,
            countries,
            twins,
            wanted: entries(&self.wanted, &SEPARATORS),
            unwanted: entries(&self.unwanted, &SEPARATORS),
            min_amount,
            words: self.words.trim().chars().take(LONGEST_WORDS).collect(),
            leads,
            language: self.language.clone(),
            frequency,
            name: self.name.trim().chars().take(LONGEST_ENTRY).collect(),
        })
    }
}

impl Filled {
    /// Lays it over what the store holds of a municipality, of which the form showed `before`; what the form does not ask for stays, and so
    /// does what was only shown and not changed. The mailbox `email` belongs to whoever filled it in: language, frequency and consent are
    /// theirs alone, and of a desk with topics of its own these topics too, and then nothing of the municipality's.
    #[must_use]
    pub fn over(self, stored: &Value, before: &Profile, email: &str, now: DateTime<Utc>) -> Value {
        let mut members: Map<String, Value> = stored.as_object().cloned().unwrap_or_default();
        let mut is_desk = false;
        let consent = Consent {
            who: if self.name.is_empty() { email.to_owned() } else { self.name.clone() },
            at: now,
            how: BY_FORM.into(),
        };
        let own = json!({"name": self.name, "language": self.language, "frequency": self.frequency, "consent": consent});
        if let Some(Value::Array(contacts)) = members.get_mut("contacts") {
            let is_theirs = |one: &&mut Value| one["email"].as_str().is_some_and(|known| is_same_mailbox(known, email));
            if let Some(contact) = contacts.iter_mut().find(is_theirs)
                && let (Value::Object(contact), Value::Object(own)) = (contact, own)
            {
                is_desk = contact.get("topics").and_then(Value::as_array).is_some_and(|topics| !topics.is_empty());
                contact.extend(own);
                if is_desk {
                    contact.insert("topics".into(), json!(self.topics.keys().collect::<Vec<_>>()));
                }
            }
        }
        if is_desk {
            return Value::Object(members);
        }
        let filled = json!({
            "topics": self.weighed(before), "kinds": self.kinds, "countries": self.countries, "twin_cities": self.twins,
            "words_wanted": self.wanted, "words_unwanted": self.unwanted, "min_amount": self.min_amount,
            "priorities_he": self.words,
        });
        if let Value::Object(filled) = filled {
            members.extend(filled);
        }
        let leads = self.lead_times(before);
        if self.leads == [None; 3] {
            members.remove("lead_times");
        } else if leads != before.leads() || before.lead_times.is_some() {
            members.insert("lead_times".into(), json!(leads));
        }
        Value::Object(members)
    }

    /// A desk of which nothing is typed takes what is usual where there are as many hands.
    fn lead_times(&self, before: &Profile) -> LeadTimes {
        let usual = LeadTimes::of(before.capacity());
        let [council, legal, treasurer] = self.leads;
        LeadTimes {
            council: council.unwrap_or(usual.council),
            legal: legal.unwrap_or(usual.legal),
            treasurer: treasurer.unwrap_or(usual.treasurer),
        }
    }

    /// What is ticked and no priority keeps the weight that it had: the form shows ticks, not weights.
    fn weighed(&self, before: &Profile) -> BTreeMap<String, u8> {
        let kept = |slug: &String| before.topics.get(slug).copied().filter(|weight| *weight < PRIORITY);
        let weight = |slug: &String, weight: u8| if weight == PRIORITY { PRIORITY } else { kept(slug).unwrap_or(weight) };
        self.topics.iter().map(|(slug, typed)| (slug.clone(), weight(slug, *typed))).collect()
    }
}

/// The entries of a list as people write it.
fn entries(text: &str, between: &[char]) -> Vec<String> {
    let entries = text.split(between).map(|entry| entry.split_whitespace().collect::<Vec<_>>().join(" "));
    let entries = entries.filter(|entry| !entry.is_empty()).take(MOST_ENTRIES);
    entries.map(|entry| entry.chars().take(LONGEST_ENTRY).collect()).collect()
}

/// A sum; nothing typed is none.
fn number(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() { Some(0.0) } else { digits.parse().ok().filter(|sum: &f64| sum.is_finite() && *sum >= 0.0) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use super::*;

    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap());

    fn typed(query: &str) -> Typed {
        let whole = format!("council=10&legal=3&treasurer=2&language=he&frequency=urgent&consent=1&{query}");
        Typed::read(url::form_urlencoded::parse(whole.as_bytes()))
    }

    #[test]
    fn what_is_typed_is_laid_over_the_profile_and_the_consent_is_the_readers() {
        let form = typed(
            "topic=youth&topic=sport&priority=youth&kind=grant&countries=Germany, צרפת&twins=Bochum, DE%0AAntibes, France&wanted=beach&min_amount=5,000&name=Dana",
        );
        let before = json!({"capacity": "large", "contacts": [{"email": "Mayor@example.org", "name": "x"}, {"email": "other@example.org"}]});
        let now: DateTime<Utc> = "2026-11-25T06:00:00Z".parse().unwrap();
        let after = form.understood(&LEXICON).unwrap().over(&before, &known(&before), "mayor@example.org", now);
        assert_eq!(after["topics"], json!({"sport": 2, "youth": 3}));
        assert_eq!((&after["countries"], &after["kinds"]), (&json!(["DE", "FR"]), &json!(["grant"])));
        assert_eq!(after["twin_cities"], json!([{"name": "Bochum", "country": "DE"}, {"name": "Antibes", "country": "FR"}]));
        assert_eq!((&after["capacity"], &after["min_amount"]), (&json!("large"), &json!(5000.0)));
        let mine = &after["contacts"][0];
        assert_eq!(
            (&mine["frequency"], &mine["consent"]["who"], &mine["consent"]["how"]),
            (&json!("urgent"), &json!("Dana"), &json!("profile_form"))
        );
        assert_eq!(after["contacts"][1], json!({"email": "other@example.org"}));
    }

    /// As the store's profile is understood.
    fn known(stored: &Value) -> Profile {
        let mut members = stored.as_object().cloned().unwrap();
        members.insert("slug".into(), json!("netanya"));
        serde_json::from_value(Value::Object(members)).unwrap()
    }

    #[test]
    fn a_form_that_is_saved_as_it_was_shown_changes_no_weight() {
        let stored = json!({"topics": {"youth": 3, "sport": 1, "culture": 2}, "contacts": [{"email": "a@example.org", "consent": {"who": "a", "at": "2026-11-01T00:00:00Z", "how": "x"}}]});
        let before = known(&stored);
        let shown = Typed::of(&before, &before.contacts[0], str::to_owned);
        let after = shown.understood(&LEXICON).unwrap().over(&stored, &before, "a@example.org", DateTime::UNIX_EPOCH);
        assert_eq!(after["topics"], stored["topics"]);
    }

    #[test]
    fn the_form_of_a_desk_changes_its_own_topics_and_nothing_of_the_municipality() {
        let stored = json!({"topics": {"youth": 3}, "min_amount": 5000.0, "contacts": [
            {"email": "mayor@example.org"}, {"email": "school@example.org", "topics": ["education"]}]});
        let before = known(&stored);
        let shown = Typed::of(&before, &before.contacts[1], str::to_owned);
        assert!(shown.desk && shown.topics.iter().eq(["education"]));
        let form = typed("topic=education&topic=sport&name=Dana");
        let after = form.understood(&LEXICON).unwrap().over(&stored, &before, "school@example.org", DateTime::UNIX_EPOCH);
        assert_eq!(after["contacts"][1]["topics"], json!(["education", "sport"]));
        assert_eq!(
            (&after["topics"], &after["min_amount"], &after["contacts"][0]),
            (&stored["topics"], &stored["min_amount"], &stored["contacts"][0])
        );
        assert!(after.get("lead_times").is_none() && after.get("kinds").is_none(), "{after}");
    }

    #[test]
    fn every_field_that_cannot_be_followed_is_named_with_its_word() {
        let form = Typed {
            consent: false,
            ..typed("countries=Germany, Atlantis&twins=Bochum&min_amount=much&council=soon&language=tlh")
        };
        let mistakes = form.understood(&LEXICON).unwrap_err();
        let told: Vec<_> = mistakes.iter().map(|(field, mistake)| (*field, mistake.code, mistake.word.as_str())).collect();
        assert_eq!(
            told,
            [
                ("consent", "no_consent", ""),
                ("council", "no_days", "soon"),
                ("countries", "no_country", "Atlantis"),
                ("language", "no_choice", ""),
                ("min_amount", "no_number", "much"),
                ("topics", "no_topic", ""),
                ("twins", "no_twin_country", "Bochum"),
            ]
        );
    }

    #[test]
    fn days_that_are_emptied_are_the_usual_ones() {
        let stored = json!({"capacity": "large", "lead_times": {"council": 20, "legal": 9, "treasurer": 9}});
        let after = |query: &str| {
            let form = Typed::read(url::form_urlencoded::parse(
                format!("topic=youth&language=he&frequency=weekly&consent=1&{query}").as_bytes(),
            ));
            form.understood(&LEXICON).unwrap().over(&stored, &known(&stored), "a@example.org", DateTime::UNIX_EPOCH)
        };
        assert!(after("council=&legal=+&treasurer=").get("lead_times").is_none());
        assert_eq!(after("council=14&legal=&treasurer=")["lead_times"], json!({"council": 14, "legal": 5, "treasurer": 3}));
    }

    #[test]
    fn the_form_of_a_profile_means_that_profile() {
        let profile: Profile = serde_json::from_value(json!({
            "slug": "netanya", "topics": {"youth": 3, "sport": 2}, "countries": ["DE"], "twin_cities": [{"name": "Bochum", "country": "DE"}],
            "words_wanted": ["חוף"], "contacts": [{"email": "a@example.org", "consent": {"who": "a", "at": "2026-11-01T00:00:00Z", "how": "x"}}]
        }))
        .unwrap();
        let form = Typed::of(&profile, &profile.contacts[0], str::to_owned);
        let after = form.understood(&LEXICON).unwrap().over(&json!({}), &profile, "a@example.org", DateTime::UNIX_EPOCH);
        assert_eq!(after["topics"], json!({"youth": 3, "sport": 2}));
        assert_eq!(after["twin_cities"], json!([{"name": "Bochum", "country": "DE"}]));
        assert!(after.get("lead_times").is_none(), "they were only shown");
    }

    #[test]
    fn a_flood_of_words_is_cut() {
        let form = typed(&format!("topic=youth&wanted={}&words={}", "a,".repeat(1_000), "x".repeat(9_000)));
        let filled = form.understood(&LEXICON).unwrap();
        assert_eq!((filled.wanted.len(), filled.words.len()), (MOST_ENTRIES, LONGEST_WORDS));
    }
}
