//! `config/topics.toml`: what municipal work is about, in terms of the thesaurus, with the everyday words of `topic_words.toml`.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::file::{Known, read};
use super::hebrew_forms::forms;
use super::topic_words::{self, TopicWords};
use super::{Compile, Tag, Tongue};
use crate::roadmap::ConfigError;
use crate::source::Names;

/// One topic of municipal work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name in records, queries and profiles.
    pub slug: String,
    /// For people.
    pub name: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    name: Names,
    /// Concepts that say the topic by themselves.
    concepts: Vec<Spanned<String>>,
    /// Concepts that say it only beside others.
    #[serde(default)]
    hints: Vec<Spanned<String>>,
}

pub(super) fn load(path: &Path, known: Known<'_>, compile: &mut Compile, errors: &mut Vec<ConfigError>) -> Vec<Topic> {
    let Some(file) = read::<File>(path, errors) else { return Vec::new() };
    let is_topic = |slug: &str| file.value.topic.iter().any(|entry| entry.get_ref().slug == slug);
    let words = topic_words::load(&path.with_file_name("topic_words.toml"), &is_topic, errors);
    let none = TopicWords::default();
    let mut topics: Vec<Topic> = Vec::new();
    for entry in &file.value.topic {
        let (at, entry) = (entry.span().start, entry.get_ref());
        if topics.iter().any(|topic| topic.slug == entry.slug) {
            errors.push(file.mistake(at, format!("topic \"{}\" stands here twice; join the two", entry.slug)));
        }
        let own = words.get(&entry.slug).unwrap_or(&none);
        let mut add = Words { topic: topics.len(), own, compile };
        add.all(own.terms(), false);
        add.all(own.weak_terms(), true);
        let concepts = entry.concepts.iter().map(|id| (id, false)).chain(entry.hints.iter().map(|id| (id, true)));
        for (id, hint) in concepts {
            match known(id.get_ref()) {
                Some(concept) => add.all(concept.terms(), hint),
                None => errors.push(file.mistake(
                    id.span().start,
                    format!(
                        "topic \"{}\" names the concept \"{}\", which thesaurus.toml does not have",
                        entry.slug,
                        id.get_ref()
                    ),
                )),
            }
        }
        topics.push(Topic { slug: entry.slug.clone(), name: entry.name.clone() });
    }
    topics
}

/// Adds the words of one topic, with their forms.
struct Words<'a> {
    topic: usize,
    own: &'a TopicWords,
    compile: &'a mut Compile,
}

impl Words<'_> {
    fn all<'t>(&mut self, terms: impl Iterator<Item = (Tongue, &'t str)>, hint: bool) {
        for (tongue, term) in terms {
            let tag = Tag::Topic { topic: self.topic, hint: hint || self.own.is_weak(tongue, term) };
            self.compile.add(term, tongue, tag);
            // A form that is itself a weak word stays one.
            for form in forms(term).into_iter().filter(|form| !self.own.is_weak(tongue, form)) {
                self.compile.add(&form, tongue, tag);
            }
        }
    }
}
