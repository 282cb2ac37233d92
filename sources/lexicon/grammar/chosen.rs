//! What tells of projects as chosen.

use serde::Deserialize;

/// Projects that were chosen, and boards that met to award.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chosen {
    /// What is counted.
    pub(crate) projects: Vec<String>,
    /// Beside them, in the place of a number.
    pub(crate) newly: Vec<String>,
    /// Behind them: what was done with them.
    pub(crate) done: Vec<String>,
    /// The same before them.
    pub(crate) decided: Vec<String>,
    /// It is not done yet, or done as a rule.
    pub(crate) not_yet: Vec<String>,
    /// Before a number that is a bound.
    pub(crate) bounding: Vec<String>,
    /// Who decides.
    pub(crate) boards: Vec<String>,
    /// That they came together.
    pub(crate) met: Vec<String>,
    /// What for.
    pub(crate) awarding: Vec<String>,
    /// That one can apply anew, in phrases.
    pub(crate) reopens: Vec<String>,
}
