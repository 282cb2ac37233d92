//! Who a municipality is and what it wants to hear of.
//! Knows no store: profiles come as values, and whatever nobody filled in has a sensible default.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sources::opportunity::Kind;

use super::holidays::{Calendars, Faith};
use super::planning::LeadTimes;
use crate::i18n::Language;

/// One municipality as the picks see it. Its JSON form is that of `kolkore probe pick`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Stable name, as in `config/municipalities.csv`.
    pub slug: String,
    #[serde(default)]
    pub name_he: String,
    #[serde(default)]
    pub name_en: String,
    #[serde(default)]
    pub name_ar: String,
    #[serde(default, rename = "type")]
    pub kind: AuthorityType,
    /// Residents; 0 where nobody knows.
    #[serde(default)]
    pub population: u32,
    /// District, in Hebrew, as the Central Bureau of Statistics writes it.
    #[serde(default)]
    pub district: String,
    /// ISO 639-1 code of the letter's language.
    #[serde(default = "hebrew")]
    pub language: String,
    /// Slug of a topic → 3 a priority, 2 an interest, 1 welcome.
    #[serde(default)]
    pub topics: BTreeMap<String, u8>,
    /// Nobody has filled in the topics: they are what an authority of its type is thought to want.
    #[serde(skip)]
    pub topics_by_default: bool,
    /// Whoever reads is there for these topics: what meets none of them is another desk's, whatever twin or name it has.
    #[serde(skip)]
    pub topics_alone: bool,
    /// The only kinds wanted; empty: all.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Partner countries, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub countries: Vec<String>,
    #[serde(default)]
    pub twin_cities: Vec<TwinCity>,
    #[serde(default)]
    pub words_wanted: Vec<String>,
    /// A record with one of these words is never picked.
    #[serde(default)]
    pub words_unwanted: Vec<String>,
    /// In euro: a record that names less for the winner is not picked.
    #[serde(default)]
    pub min_amount: f64,
    /// What the mayor wants, in his or her own words.
    #[serde(default)]
    pub priorities_he: String,
    /// Absent: by type and size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    #[serde(default)]
    pub eu_place: EuPlace,
    /// Working days that council, legal adviser and treasurer need. Absent: by capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_times: Option<LeadTimes>,
    /// Whose holidays it keeps. Empty: as `config/calendars.toml` says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<Faith>,
    /// Who gets the letter; the picks do not look at them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// A member of the association, as the store says; no part of what is kept or handed out.
    #[serde(default, skip_serializing)]
    pub member: bool,
}

/// Type of local authority.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityType {
    #[default]
    City,
    LocalCouncil,
    RegionalCouncil,
    /// No authority: heads of departments who have joined together.
    ProfessionalAssociation,
    /// No authority: somebody of the office's forum, in a ministry.
    ForumMember,
}

impl AuthorityType {
    /// A city or a council: it has residents, a council that sits, twins.
    pub fn is_authority(self) -> bool {
        !matches!(self, Self::ProfessionalAssociation | Self::ForumMember)
    }
}

/// A city that this municipality is twinned with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwinCity {
    pub name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
}

/// How much a municipality can carry, and so how many days it needs before it can hand in anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// One officer beside other work.
    Small,
    /// An officer for outside relations.
    Medium,
    /// A department.
    Large,
}

/// Whether the territorial clause of EU grants (2013/C 205/05) bears on the place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EuPlace {
    #[default]
    Yes,
    /// No EU money or prize goes there.
    Conditional,
}

/// The district beyond the lines of 1967, as the Central Bureau of Statistics writes it.
const BEYOND_THE_LINES: &str = "אזור יהודה ושומרון";

/// The authorities of the Golan, which the Bureau counts to the Northern District.
const GOLAN: [&str; 6] = ["golan", "qazrin", "majdal-shams", "buqata", "masade", "ein-qiniyye"];

impl EuPlace {
    /// Where nobody has said it: the territorial clause bears on places that Israel came to administer in 1967.
    pub fn by_place(slug: &str, district: &str) -> Self {
        if district == BEYOND_THE_LINES || GOLAN.contains(&slug) { Self::Conditional } else { Self::Yes }
    }
}

/// A person or desk that gets the letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub email: String,
    #[serde(default)]
    pub name: String,
    /// ISO 639-1; empty: the municipality's.
    #[serde(default)]
    pub language: String,
    /// When it is written to.
    #[serde(default)]
    pub frequency: Frequency,
    /// Slugs of the topics that this desk is there for; empty: all of the municipality's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// That the letters are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// When a contact is written to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Once a week.
    #[default]
    Weekly,
    /// Also at once, of what fits well and cannot wait for the week's letter.
    Urgent,
}

/// That somebody said yes to the letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who said so, as written.
    pub who: String,
    pub at: DateTime<Utc>,
    /// By which way: `profile_form`, or as a list that was imported says.
    pub how: String,
}

impl Profile {
    /// The language that a contact's mail is in: its own, or the municipality's.
    pub fn language_for(&self, contact: &Contact) -> Language {
        Language::for_reader(if contact.language.is_empty() { &self.language } else { &contact.language })
    }

    /// What this municipality can carry: as filled in, else by type and size.
    pub fn capacity(&self) -> Capacity {
        self.capacity.unwrap_or_else(|| Capacity::by_size(self.kind, self.population))
    }

    /// The same profile, with interests where nobody has filled in any: what an authority of its type is there for.
    #[must_use]
    pub fn with_default_interests(mut self) -> Self {
        if self.topics.is_empty() {
            let topics = default_topics(self.kind, self.capacity());
            self.topics = topics.iter().map(|(slug, weight)| ((*slug).to_owned(), *weight)).collect();
            self.topics_by_default = true;
        }
        self
    }

    /// Working days that its desks need: as filled in, else by what it can carry.
    pub fn leads(&self) -> LeadTimes {
        self.lead_times.unwrap_or_else(|| LeadTimes::of(self.capacity()))
    }

    /// Days from today before anything can be handed in: its own working days in days of the calendar, else by what it can carry.
    pub fn lead_days(&self) -> i64 {
        let working = |leads: LeadTimes| i64::from(leads.council) + i64::from(leads.legal) + i64::from(leads.treasurer);
        // Five of seven days are working days.
        self.lead_times.map_or_else(|| self.capacity().lead_days(), |leads| (working(leads) * 7 + 4) / 5)
    }

    /// Whose holidays it keeps: as filled in, else as the list of authorities says.
    pub fn faiths(&self, calendars: &Calendars) -> Vec<Faith> {
        if self.calendars.is_empty() { calendars.of(&self.slug) } else { self.calendars.clone() }
    }

    /// One profile for all contacts who read for the whole authority, and one for each desk with topics of its own: a head of welfare
    /// hears of welfare.
    pub fn readers(mut self) -> Vec<Self> {
        let (desks, whole): (Vec<_>, Vec<_>) = self.contacts.drain(..).partition(|contact| !contact.topics.is_empty());
        let of_desk = |contact: Contact, profile: &Self| {
            let weight = |slug: &String| profile.topics.get(slug).copied().unwrap_or(PRIORITY);
            let topics = contact.topics.iter().map(|slug| (slug.clone(), weight(slug))).collect();
            Self { topics, topics_by_default: false, topics_alone: true, contacts: vec![contact], ..profile.clone() }
        };
        let desks: Vec<Self> = desks.into_iter().map(|contact| of_desk(contact, &self)).collect();
        // An authority that nobody reads for still has its letter, for whoever looks.
        let has_whole = !whole.is_empty() || desks.is_empty();
        self.contacts = whole;
        has_whole.then_some(self).into_iter().chain(desks).collect()
    }

    /// The name in the letter's language, else another one, else the slug.
    pub fn name(&self, language: Language) -> &str {
        let names = match language {
            Language::He => [&self.name_he, &self.name_en, &self.name_ar],
            Language::En => [&self.name_en, &self.name_he, &self.name_ar],
            // Who is called otherwise in Hebrew alone is called so, as on every road sign.
            Language::Ar => [&self.name_ar, &self.name_he, &self.name_en],
        };
        names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or(&self.slug)
    }
}

/// The weight of a topic that is a priority; what a desk is there for is one.
pub const PRIORITY: u8 = 3;

/// From here on a city keeps a department for outside relations.
const LARGE_FROM: u32 = 150_000;
/// From here on somebody has the time to write an application.
const MEDIUM_FROM: u32 = 25_000;

impl Capacity {
    fn by_size(kind: AuthorityType, population: u32) -> Self {
        match kind {
            AuthorityType::LocalCouncil => Self::Small,
            _ if population >= LARGE_FROM => Self::Large,
            _ if population >= MEDIUM_FROM || population == 0 => Self::Medium,
            _ => Self::Small,
        }
    }

    /// Days needed from today to hand in anything: council, legal adviser and treasurer have to see it.
    pub fn lead_days(self) -> i64 {
        match self {
            Self::Small => 21,
            Self::Medium => 10,
            Self::Large => 4,
        }
    }
}

/// What to tell a municipality that has said nothing: schools, youth and welfare are every authority's work; the land is the regional
/// councils', the economy and the outside world the cities'. Light weights, so that a filled-in interest always weighs more.
fn default_topics(kind: AuthorityType, capacity: Capacity) -> &'static [(&'static str, u8)] {
    match (kind, capacity) {
        (AuthorityType::RegionalCouncil, _) => {
            &[("agriculture", 2), ("tourism", 2), ("education", 2), ("biodiversity", 1), ("energy", 1), ("youth", 1)]
        }
        (AuthorityType::LocalCouncil, _) | (_, Capacity::Small) => {
            &[("education", 2), ("youth", 2), ("culture", 1), ("tourism", 1), ("people-to-people", 1), ("welfare", 1)]
        }
        (AuthorityType::City, Capacity::Large) => &[
            ("innovation-smart-city", 2),
            ("twin-cities", 2),
            ("city-diplomacy", 2),
            ("education", 2),
            ("climate", 1),
            ("culture", 1),
            ("transport", 1),
            ("welfare", 1),
        ],
        (AuthorityType::ProfessionalAssociation | AuthorityType::ForumMember, _) => {
            &[("education", 2), ("youth", 2), ("economic-development", 1), ("culture", 1), ("climate", 1), ("welfare", 1)]
        }
        (AuthorityType::City, _) => &[
            ("education", 2),
            ("youth", 2),
            ("twin-cities", 2),
            ("economic-development", 1),
            ("culture", 1),
            ("climate", 1),
            ("welfare", 1),
        ],
    }
}

fn hebrew() -> String {
    "he".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_the_slug_may_be_left_out() {
        let profile: Profile = serde_json::from_str(r#"{"slug":"sderot"}"#).unwrap();
        assert_eq!((profile.language.as_str(), profile.capacity(), profile.eu_place), ("he", Capacity::Medium, EuPlace::Yes));
        assert!(profile.with_default_interests().topics.contains_key("education"));
    }

    #[test]
    fn capacity_follows_type_and_size_where_nobody_filled_it_in() {
        let of = |kind: &str, population: u32| {
            serde_json::from_value::<Profile>(serde_json::json!({"slug": "x", "type": kind, "population": population}))
                .unwrap()
                .capacity()
        };
        assert_eq!(of("city", 224_066), Capacity::Large);
        assert_eq!(of("city", 52_753), Capacity::Medium);
        assert_eq!(of("city", 19_904), Capacity::Small);
        assert_eq!(of("local_council", 30_000), Capacity::Small);
        assert_eq!(of("regional_council", 31_682), Capacity::Medium);
    }

    #[test]
    fn a_desk_with_topics_of_its_own_reads_those_and_the_others_read_for_the_whole_authority() {
        let profile: Profile = serde_json::from_str(
            r#"{"slug":"arad","topics":{"sport":2},"contacts":[{"email":"a@example.org"},{"email":"w@example.org","topics":["welfare","sport"]}]}"#,
        )
        .unwrap();
        let readers = profile.readers();
        let told: Vec<_> = readers.iter().map(|one| (one.contacts[0].email.as_str(), one.topics.clone())).collect();
        let topics =
            |pairs: &[(&str, u8)]| pairs.iter().map(|(slug, weight)| ((*slug).to_owned(), *weight)).collect::<BTreeMap<_, _>>();
        assert_eq!(
            told,
            [("a@example.org", topics(&[("sport", 2)])), ("w@example.org", topics(&[("sport", 2), ("welfare", 3)]))]
        );
        let nobody: Profile = serde_json::from_str(r#"{"slug":"arad"}"#).unwrap();
        assert_eq!(nobody.clone().readers(), [nobody]);
    }

    #[test]
    fn the_territorial_clause_bears_on_judea_and_samaria_and_on_the_golan_where_nobody_says_otherwise() {
        for (slug, district, place) in [
            ("ariel", "אזור יהודה ושומרון", EuPlace::Conditional),
            ("qazrin", "הצפון", EuPlace::Conditional),
            ("afula", "הצפון", EuPlace::Yes),
        ] {
            assert_eq!(EuPlace::by_place(slug, district), place, "{slug}");
        }
    }

    #[test]
    fn its_own_working_days_count_before_its_size() {
        let of = |over: &str| serde_json::from_str::<Profile>(&format!(r#"{{"slug":"x","population":200000{over}}}"#)).unwrap();
        assert_eq!(of("").lead_days(), 4);
        assert_eq!(of(r#","lead_times":{"council":14,"legal":5,"treasurer":5}"#).lead_days(), 34);
    }

    #[test]
    fn interests_that_were_filled_in_are_left_alone() {
        let profile: Profile = serde_json::from_str(r#"{"slug":"arad","topics":{"sport":3}}"#).unwrap();
        assert_eq!(profile.clone().with_default_interests(), profile);
    }

    #[test]
    fn it_is_called_by_its_name_in_the_letters_language_and_by_another_where_it_has_none() {
        let of = |names: &str| serde_json::from_str::<Profile>(&format!(r#"{{"slug":"rahat"{names}}}"#)).unwrap();
        let rahat = of(r#","name_he":"רהט","name_en":"Rahat","name_ar":"رهط""#);
        assert_eq!([Language::He, Language::En, Language::Ar].map(|language| rahat.name(language)), ["רהט", "Rahat", "رهط"]);
        assert_eq!(of(r#","name_he":"ערד""#).name(Language::Ar), "ערד");
        assert_eq!(of("").name(Language::He), "rahat");
    }
}
