//! What people call things that records only know by slug or code: topics, sources, countries.

use std::collections::BTreeMap;

use sources::Source;
use sources::lexicon::Lexicon;
use sources::source::Names;

use crate::clean;
use crate::i18n::{Language, Texts};

/// Names by slug or code.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    topics: BTreeMap<String, Names>,
    sources: BTreeMap<String, Names>,
    networks: Vec<String>,
    countries: BTreeMap<String, Names>,
}

impl Labels {
    /// The names that roadmap and word lists give.
    pub fn new(sources: &[Source], lexicon: &Lexicon) -> Self {
        let topics = lexicon.topics.iter().map(|topic| (topic.slug.clone(), topic.name.clone()));
        let countries = lexicon
            .countries
            .iter()
            .map(|country| (country.code.clone(), Names { he: country.he.clone(), en: country.en.clone() }));
        Self::of(sources, topics.collect(), countries.collect())
    }

    /// The same from names at hand.
    pub fn of(sources: &[Source], topics: BTreeMap<String, Names>, countries: BTreeMap<String, Names>) -> Self {
        let mut networks: Vec<String> = sources.iter().map(|source| source.network.clone()).collect();
        networks.sort();
        networks.dedup();
        let sources = sources.iter().map(|source| (source.slug.clone(), source.name.clone())).collect();
        Self { topics, sources, networks, countries }
    }

    /// A topic's name, or its slug.
    pub fn topic(&self, slug: &str, language: Language) -> String {
        pick(self.topics.get(slug), slug, language)
    }

    /// A topic's name as these texts call it, or as [`Self::topic`]: readers of letters are spoken to in more languages than the lists have.
    pub fn topic_in(&self, slug: &str, texts: &Texts) -> String {
        texts.topic(slug, self.topics.get(slug)).unwrap_or(slug).to_owned()
    }

    /// A source's name, or its slug.
    pub fn source(&self, slug: &str, language: Language) -> String {
        pick(self.sources.get(slug), slug, language)
    }

    /// A country's name, or its code.
    pub fn country(&self, code: &str, language: Language) -> String {
        pick(self.countries.get(code), code, language)
    }

    /// All topics, in order of slug.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.keys().map(String::as_str)
    }

    /// Every value of a parameter that the configuration knows.
    pub(crate) fn values(&self, parameter: &str) -> Vec<String> {
        match parameter {
            "topic" => self.topics.keys().cloned().collect(),
            "source" => self.sources.keys().cloned().collect(),
            "network" => self.networks.clone(),
            "country" => self.countries.keys().cloned().collect(),
            "lang" => index::languages().map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the configuration knows this value of a parameter; what it does not know, an import may have brought.
    pub(crate) fn knows(&self, parameter: &str, value: &str) -> bool {
        match parameter {
            "topic" => self.topics.contains_key(value),
            "source" => self.sources.contains_key(value),
            "network" => self.networks.iter().any(|network| network == value),
            "country" => self.countries.contains_key(value),
            "lang" => index::languages().any(|lang| lang == value),
            _ => false,
        }
    }
}

/// Slugs come with imports: they are as foreign as titles.
fn pick(names: Option<&Names>, otherwise: &str, language: Language) -> String {
    let name = names.map(|names| language.name_of(names)).filter(|name| !name.is_empty()).unwrap_or(otherwise);
    clean::line(name)
}
