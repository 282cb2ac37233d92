//! Small words by which those are told apart who may apply.

use serde::Deserialize;

/// What stands around those who may apply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Applicant {
    /// An authority with the Hebrew article: the known one, which may be the one who calls.
    pub(crate) known_bodies: Vec<String>,
    /// In the beginning of a clause on some of those named: what follows is something that they have.
    pub(crate) having: Vec<String>,
    /// How words begin by which what they have is not what anybody may have.
    pub(crate) not_anybodys: Vec<String>,
    /// The same as whole words.
    pub(crate) not_anybodys_whole: Vec<String>,
    /// Hebrew verbs that begin with the letter for "that" without meaning it.
    pub(crate) own_that: Vec<String>,
    /// One of the parts of a call.
    pub(crate) lots: Vec<String>,
    /// Leads on to examples; phrases.
    pub(crate) examples: Vec<String>,
    /// Of the highest degree.
    pub(crate) most: Vec<String>,
    /// How such words end.
    pub(crate) most_endings: Vec<String>,
    /// How the German word for a people ends of those to whom something is given.
    pub(crate) given_endings: Vec<String>,
}
