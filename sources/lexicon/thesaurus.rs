//! `config/thesaurus.toml`: concepts, each with its words in every language of the house.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Tongue;
use super::file::{read, terms};
use crate::roadmap::ConfigError;

/// One idea and its words. `word*` stands for every word that begins so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its name in the other lists.
    pub id: String,
    /// Nearly every call has words of it, so that a question is not about it.
    #[serde(default)]
    pub common: bool,
    /// Hebrew words.
    #[serde(default)]
    pub he: Vec<String>,
    /// English words.
    #[serde(default)]
    pub en: Vec<String>,
    /// French words.
    #[serde(default)]
    pub fr: Vec<String>,
    /// German words.
    #[serde(default)]
    pub de: Vec<String>,
    /// Spanish words.
    #[serde(default)]
    pub es: Vec<String>,
    /// Arabic words, where we are sure.
    #[serde(default)]
    pub ar: Vec<String>,
}

impl Concept {
    /// All words with their language.
    pub fn terms(&self) -> impl Iterator<Item = (Tongue, &str)> {
        terms([
            (Tongue::He, &self.he),
            (Tongue::En, &self.en),
            (Tongue::Fr, &self.fr),
            (Tongue::De, &self.de),
            (Tongue::Es, &self.es),
            (Tongue::Ar, &self.ar),
        ])
    }

    /// Has words in Hebrew, English, French, German and Spanish.
    pub fn complete(&self) -> bool {
        [&self.he, &self.en, &self.fr, &self.de, &self.es].iter().all(|list| !list.is_empty())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    ordinary: Vec<String>,
    concept: Vec<Spanned<Concept>>,
}

/// The concepts in the order of the file, and where each id stands.
#[derive(Default)]
pub(super) struct Thesaurus {
    pub(super) concepts: Vec<Concept>,
    pub(super) places: HashMap<String, usize>,
    /// Words that mean themselves alone.
    pub(super) ordinary: Vec<String>,
}

pub(super) fn load(path: &Path, errors: &mut Vec<ConfigError>) -> Thesaurus {
    let Some(file) = read::<File>(path, errors) else { return Thesaurus::default() };
    let mut thesaurus = Thesaurus { ordinary: file.value.ordinary.clone(), ..Thesaurus::default() };
    for entry in &file.value.concept {
        let concept = entry.get_ref();
        if concept.terms().any(|(_, term)| term.trim().is_empty()) {
            errors.push(file.mistake(entry.span().start, format!("concept \"{}\" has an empty word; take it out", concept.id)));
        }
        if !concept.complete() {
            errors.push(file.mistake(
                entry.span().start,
                format!("concept \"{}\" needs at least one word in each of he, en, fr, de and es", concept.id),
            ));
        }
        if thesaurus.places.insert(concept.id.clone(), thesaurus.concepts.len()).is_some() {
            errors.push(file.mistake(entry.span().start, format!("concept \"{}\" stands here twice; join the two", concept.id)));
        }
        thesaurus.concepts.push(concept.clone());
    }
    thesaurus
}
