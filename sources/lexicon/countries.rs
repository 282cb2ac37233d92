//! `config/countries.toml`: names of countries and of their people.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::file::{read, terms};
use super::{Compile, Tag, Tongue};
use crate::roadmap::ConfigError;

/// A country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; `EU` for the union.
    pub code: String,
    /// Its Hebrew name.
    pub he: String,
    /// Its English name.
    pub en: String,
    /// All its names and those of its people, by language, the usual one first.
    pub names: Vec<(Tongue, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
    /// Adjectives and names of its people, by language.
    #[serde(default)]
    people: People,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct People {
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    ar: Vec<String>,
}

pub(super) fn load(path: &Path, compile: &mut Compile, errors: &mut Vec<ConfigError>) -> Vec<Country> {
    let Some(file) = read::<File>(path, errors) else { return Vec::new() };
    let mut countries: Vec<Country> = Vec::new();
    for entry in &file.value.country {
        let (at, entry) = (entry.span().start, entry.get_ref());
        let (Some(he), Some(en)) = (entry.he.first(), entry.en.first()) else {
            errors.push(file.mistake(at, format!("country \"{}\" needs a name in he and en", entry.code)));
            continue;
        };
        if entry.code.len() != 2 || !entry.code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            errors
                .push(file.mistake(at, format!("country code \"{}\": write the two capital letters of ISO 3166-1", entry.code)));
        }
        if countries.iter().any(|country| country.code == entry.code) {
            errors.push(file.mistake(at, format!("country \"{}\" stands here twice; join the two", entry.code)));
        }
        let country = countries.len();
        let names = [
            (Tongue::He, entry.he.as_slice()),
            (Tongue::En, &entry.en),
            (Tongue::Fr, &entry.fr),
            (Tongue::De, &entry.de),
            (Tongue::Es, &entry.es),
            (Tongue::Ar, &entry.ar),
        ];
        let people = [
            (Tongue::He, entry.people.he.as_slice()),
            (Tongue::En, &entry.people.en),
            (Tongue::Fr, &entry.people.fr),
            (Tongue::De, &entry.people.de),
            (Tongue::Es, &entry.people.es),
            (Tongue::Ar, &entry.people.ar),
        ];
        let own = terms(names).chain(terms(people)).map(|(tongue, name)| (tongue, name.to_owned())).collect();
        compile.add_all(terms(names), Tag::Country { country, people: false });
        compile.add_all(terms(people), Tag::Country { country, people: true });
        countries.push(Country { code: entry.code.clone(), he: he.clone(), en: en.clone(), names: own });
    }
    countries
}
