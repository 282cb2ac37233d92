//! Who is looked for to do something together.

use serde::Deserialize;

use super::WordList;

/// A town or a school that is sought, and what for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counterpart {
    /// Who.
    pub(crate) who: WordList,
    /// What for, in phrases.
    pub(crate) purposes: WordList,
    /// Between the verb and who is sought: something else is.
    pub(crate) parting: WordList,
    /// That somebody is to take others in or pays for a trial, in phrases.
    pub(crate) hosting: WordList,
}
