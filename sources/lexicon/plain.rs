//! Words of titles that tell no call from another (`sameness.toml`).

use std::collections::HashSet;
use std::path::Path;

use serde::Deserialize;

use super::file::read;
use crate::roadmap::ConfigError;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    he: Vec<String>,
    en: Vec<String>,
    fr: Vec<String>,
    de: Vec<String>,
    es: Vec<String>,
    ar: Vec<String>,
}

/// Their normal forms, of all languages: a word that is plain in one is seldom telling in another.
pub(super) fn load(path: &Path, errors: &mut Vec<ConfigError>) -> HashSet<String> {
    let Some(file) = read::<File>(path, errors) else { return HashSet::new() };
    let File { he, en, fr, de, es, ar } = file.value;
    [he, en, fr, de, es, ar].iter().flatten().map(|word| words::normal(word).into_owned()).collect()
}
