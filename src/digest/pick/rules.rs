//! `config/pick.toml`, and `cities.csv` beside it: the lists that say whom a call means beside what it is about. Data only; what follows
//! from a match is `reach`'s and `interest`'s business.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::cities::Cities;
use crate::digest::profile::AuthorityType;
use crate::i18n::Language;

/// The lists.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub audience: Vec<Audience>,
    pub lead: Vec<Lead>,
    /// What takes back, in its sentence, that a lead elsewhere is needed.
    pub not_needed: Words,
    /// What tells, in its sentence, what gets no money.
    pub not_funded: Words,
    /// What says so right before it.
    pub no_such: Words,
    pub own_twins: OwnTwins,
    /// What a city's name may end in and is called without: "am Main".
    pub city_tails: Words,
    #[serde(skip)]
    pub(super) cities: Cities,
    /// In a mayor's sentence: what follows is not wanted.
    pub negation: Words,
    pub mute: Words,
    /// Names of bodies and set phrases: what they are called by is no topic.
    pub topicless: Words,
    pub settlement: Words,
    pub link: Words,
    pub preference: Words,
    pub named: Named,
    /// Hebrew name as in the register → how else the place is written.
    pub other_names: BTreeMap<String, Vec<String>>,
    pub eu_money: Money,
    pub research: Research,
    pub city: Words,
    pub authority: Words,
    pub israel: Words,
    pub unfit: Words,
    /// What a buyer's notice begins with; `unless` its title says that it is a call all the same.
    pub tender: Unless,
    /// Surroundings that not everybody has: a coast, the countryside.
    pub setting: Vec<Setting>,
    /// Topics that are a way to do things: beside them a title may be about anything.
    pub form: Topics,
    pub elsewhere: Words,
    pub resident: Words,
    pub region: Regions,
    /// Currency → what one unit is worth in euro.
    pub euro: BTreeMap<String, f64>,
}

/// A people or region that a call may be meant for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    pub class: Class,
    pub he_name: String,
    pub en_name: String,
    pub ar_name: String,
    pub words: Vec<String>,
    /// These name it only beside a word for authorities or places: "Bedouin" in "Bedouin towns", not in "Bedouin women".
    #[serde(default)]
    pub adjectives: Vec<String>,
    #[serde(default)]
    pub members: Vec<String>,
    #[serde(default)]
    pub districts: Vec<String>,
    /// Who lies in one of the districts and is not meant.
    #[serde(default)]
    pub except: Vec<String>,
    #[serde(default)]
    pub types: Vec<AuthorityType>,
    /// A notice that calls authorities by these names and by no others is for them alone.
    #[serde(default)]
    pub only: Vec<String>,
}

impl Audience {
    /// Its name, as a letter says it.
    pub fn name_in(&self, language: Language) -> &str {
        match language {
            Language::He => &self.he_name,
            Language::En => &self.en_name,
            Language::Ar => &self.ar_name,
        }
    }
}

/// How a region is named as that of those who are called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// Stands before it as authorities do: "projects in", "for the".
    pub of: Vec<String>,
    /// Says that no region is meant alone.
    pub everywhere: Vec<String>,
}

/// Surroundings that a title may name. Who has none of them hardly gains.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    pub words: Vec<String>,
    /// The title means others too.
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub members: Vec<String>,
    #[serde(default)]
    pub types: Vec<AuthorityType>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unless {
    pub words: Vec<String>,
    pub unless: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    pub topics: Vec<String>,
}

/// Audiences of one class are alternatives to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Region,
    People,
    Type,
}

/// Calls that a partner elsewhere has to lead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    pub words: Vec<String>,
    #[serde(default)]
    pub programmes: Vec<String>,
    /// Where the lead has to be.
    pub countries: Vec<String>,
    /// It is about twinning itself.
    pub any_topic: bool,
    /// Nobody leads: whoever is twinned there may apply.
    #[serde(default)]
    pub is_open: bool,
}

/// A city's word to its own twins.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTwins {
    /// Phrases that say so by themselves.
    pub words: Vec<String>,
    /// What twins are called.
    pub nouns: Vec<String>,
    /// "Its", "our": before the noun.
    pub possessives: Vec<String>,
    /// "Of", "with": between the noun and a city's name.
    pub of: Vec<String>,
    /// "Each city and its twins": whoever is spoken of so is no city in particular.
    pub any_city: Vec<String>,
}

/// What makes names of municipalities a closed list of those who are called, and what does not.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The sentence calls.
    pub calls: Vec<String>,
    /// It gives examples, tells what was, or leaves those named out.
    pub no_list: Vec<String>,
    /// Right beside one name it makes a list of it.
    pub alone: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub programmes: Vec<String>,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Research {
    pub programmes: Vec<String>,
    pub except: Vec<String>,
}

impl Class {
    pub(super) const ALL: [Self; 3] = [Self::Region, Self::People, Self::Type];
}

impl Rules {
    /// Reads `pick.toml` and `cities.csv` of the configuration folder.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let path = config.join("pick.toml");
        let text = std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
        let rules = Self::parse(&text).with_context(|| path.display().to_string())?;
        Ok(Self { cities: Cities::load(config)?, ..rules })
    }

    /// The same from text.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        Ok(toml::from_str(text)?)
    }

    /// Is this programme the union's money?
    pub(super) fn is_eu_money(&self, programme: &str) -> bool {
        self.eu_money.programmes.iter().any(|prefix| programme.starts_with(prefix.as_str()))
    }

    /// Is this programme's topic a research consortium?
    pub(super) fn is_research(&self, programme: &str) -> bool {
        self.research.programmes.iter().any(|prefix| programme.starts_with(prefix.as_str()))
            && !self.research.except.iter().any(|part| programme.contains(part.as_str()))
    }

    /// A sum in euro, where the currency is on the list.
    pub fn in_euro(&self, sum: f64, currency: &str) -> Option<f64> {
        Some(sum * self.euro.get(currency)?)
    }
}
