//! Reading one word list: text, TOML, and where a mistake stands.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::{Concept, Tongue};
use crate::roadmap::ConfigError;

/// A file as read, with its text for line numbers.
pub(super) struct Read<'a, T> {
    pub(super) path: &'a Path,
    pub(super) text: String,
    pub(super) value: T,
}

/// Reads and parses a list; a mistake goes to `errors`, and there is no value.
pub(super) fn read<'a, T: DeserializeOwned>(path: &'a Path, errors: &mut Vec<ConfigError>) -> Option<Read<'a, T>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            errors.push(ConfigError::whole(
                path,
                format!("cannot be read ({error}); the word lists stand in the folder given with --config"),
            ));
            return None;
        }
    };
    match toml::from_str(&text) {
        Ok(value) => Some(Read { path, text, value }),
        Err(error) => {
            errors.push(ConfigError::from_toml(path, &text, &error));
            None
        }
    }
}

impl<T> Read<'_, T> {
    /// A mistake at a place of this file.
    pub(super) fn mistake(&self, offset: usize, what: impl ToString) -> ConfigError {
        ConfigError::at(self.path, &self.text, offset, what)
    }
}

/// Looks a concept up by its id.
pub(super) type Known<'a> = &'a dyn Fn(&str) -> Option<&'a Concept>;

/// The terms of an entry, each with its language.
pub(super) fn terms(lists: [(Tongue, &[String]); 6]) -> impl Iterator<Item = (Tongue, &str)> {
    lists.into_iter().flat_map(|(tongue, list)| list.iter().map(move |term| (tongue, term.as_str())))
}
