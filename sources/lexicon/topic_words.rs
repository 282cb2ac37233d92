//! `config/topic_words.toml`: everyday words of the topics, beside the concepts that `topics.toml` gives them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::Tongue;
use super::file::{read, terms};
use crate::roadmap::ConfigError;

/// The words of one topic.
#[derive(Default, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TopicWords {
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    ar: Vec<String>,
    /// They count half and need company, wherever else they are listed.
    weak: Weak,
}

#[derive(Default, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Weak {
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    ar: Vec<String>,
}

/// The terms of lists, one in each tongue.
fn in_tongues([he, en, fr, de, es, ar]: [&[String]; 6]) -> impl Iterator<Item = (Tongue, &str)> {
    terms([(Tongue::He, he), (Tongue::En, en), (Tongue::Fr, fr), (Tongue::De, de), (Tongue::Es, es), (Tongue::Ar, ar)])
}

impl TopicWords {
    /// All words that say the topic, each with its language; some may be weak.
    pub(super) fn terms(&self) -> impl Iterator<Item = (Tongue, &str)> {
        in_tongues([&self.he, &self.en, &self.fr, &self.de, &self.es, &self.ar])
    }

    /// The words that need company.
    pub(super) fn weak_terms(&self) -> impl Iterator<Item = (Tongue, &str)> {
        in_tongues([&self.weak.he, &self.weak.en, &self.weak.fr, &self.weak.de, &self.weak.es, &self.weak.ar])
    }

    /// Is a word one of the weak ones? With a star it is if they hold what it begins with.
    pub(super) fn is_weak(&self, tongue: Tongue, term: &str) -> bool {
        let term = term.to_lowercase();
        let is_one_word = !term.contains(' ');
        self.weak_terms().filter(|(of, _)| *of == tongue).any(|(_, weak)| {
            let weak = weak.to_lowercase();
            weak == term || (is_one_word && weak.strip_suffix('*').is_some_and(|beginning| term.starts_with(beginning)))
        })
    }
}

/// The words by the topics' slugs. A slug that `is_topic` does not know is a mistake.
pub(super) fn load(path: &Path, is_topic: &dyn Fn(&str) -> bool, errors: &mut Vec<ConfigError>) -> BTreeMap<String, TopicWords> {
    let Some(file) = read::<BTreeMap<Spanned<String>, TopicWords>>(path, errors) else { return BTreeMap::new() };
    for slug in file.value.keys().filter(|slug| !is_topic(slug.get_ref())) {
        let what = format!("words for the topic \"{}\", which topics.toml does not have", slug.get_ref());
        errors.push(file.mistake(slug.span().start, what));
    }
    file.value.into_iter().map(|(slug, words)| (slug.into_inner(), words)).collect()
}
