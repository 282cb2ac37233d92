//! Who is looked for to do something together.

use serde::Deserialize;

/// A town or a school that is sought, and what for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counterpart {
    /// Who.
    pub(crate) who: Vec<String>,
    /// What for, in phrases.
    pub(crate) purposes: Vec<String>,
    /// Between the verb and who is sought: something else is.
    pub(crate) parting: Vec<String>,
    /// That somebody is to take others in or pays for a trial, in phrases.
    pub(crate) hosting: Vec<String>,
}
