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
    /// Before one of a kind that stands for all.
    pub(crate) any: Vec<String>,
    pub(crate) local_levels: Vec<String>,
    /// Words for other levels, which may stand beside the local one.
    pub(crate) levels: Vec<String>,
    pub(crate) level_nouns: Vec<String>,
    pub(crate) at_level: Vec<String>,
    /// Before those of whom all are where somebody comes from; beside numbers.
    pub(crate) wholes: Vec<String>,
    /// Hebrew words for bodies that begin with the letter for "in" without meaning it.
    pub(crate) in_is_their_own: Vec<String>,
    /// Before the French article of several: behind these it is no "of".
    pub(crate) before_some: Vec<String>,
    /// Before what is excluded, where it stands behind the word for that.
    pub(crate) being_several: Vec<String>,
    /// Small words between a comparison, or a bracket, and the number of those who live in a town.
    pub(crate) comparing: Vec<String>,
    /// Between the two ends of a range.
    pub(crate) to_number: Vec<String>,
    /// "As", which is written like "how" but for an accent.
    pub(crate) as_well: Vec<String>,
    /// Before a colon: what comes behind it is all that is meant.
    pub(crate) following: Vec<String>,
    /// At the head of a list that goes on with those named before.
    pub(crate) these: Vec<String>,
}
