//! `config/topics.toml`: what municipal work is about, in terms of the thesaurus.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::file::{Known, read};
use super::{Compile, Tag};
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
    let mut topics: Vec<Topic> = Vec::new();
    for entry in &file.value.topic {
        let (at, entry) = (entry.span().start, entry.get_ref());
        if topics.iter().any(|topic| topic.slug == entry.slug) {
            errors.push(file.mistake(at, format!("topic \"{}\" stands here twice; join the two", entry.slug)));
        }
        let place = topics.len();
        let concepts = entry.concepts.iter().map(|id| (id, false)).chain(entry.hints.iter().map(|id| (id, true)));
        for (id, hint) in concepts {
            match known(id.get_ref()) {
                Some(concept) => compile.add_all(concept.terms(), Tag::Topic { topic: place, hint }),
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
