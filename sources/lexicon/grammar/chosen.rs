//! What tells of projects as chosen.

use serde::Deserialize;

use super::WordList;

/// Projects that were chosen, and boards that met to award.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chosen {
    /// What is counted.
    pub(crate) projects: WordList,
    /// Beside them, in the place of a number.
    pub(crate) newly: WordList,
    /// Behind them: what was done with them.
    pub(crate) done: WordList,
    /// The same before them.
    pub(crate) decided: WordList,
    /// It is not done yet, or done as a rule.
    pub(crate) not_yet: WordList,
    /// Before a number that is a bound.
    pub(crate) bounding: WordList,
    /// Who decides.
    pub(crate) boards: WordList,
    /// That they came together.
    pub(crate) met: WordList,
    /// What for.
    pub(crate) awarding: WordList,
    /// That one can apply anew, in phrases.
    pub(crate) reopens: WordList,
}
