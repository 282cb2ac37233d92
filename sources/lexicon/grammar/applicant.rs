//! Small words by which those are told apart who may apply.

use serde::Deserialize;

use super::WordList;

/// What stands around those who may apply.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Applicant {
    /// An authority with the Hebrew article: the known one, which may be the one who calls.
    pub(crate) known_bodies: WordList,
    /// In the beginning of a clause on some of those named: what follows is something that they have.
    pub(crate) having: WordList,
    /// How words begin by which what they have is not what anybody may have.
    pub(crate) not_anybodys: WordList,
    /// The same as whole words.
    pub(crate) not_anybodys_whole: WordList,
    /// Hebrew verbs that begin with the letter for "that" without meaning it.
    pub(crate) own_that: WordList,
    /// One of the parts of a call.
    pub(crate) lots: WordList,
    /// Leads on to examples; phrases.
    pub(crate) examples: WordList,
    /// Of the highest degree.
    pub(crate) most: WordList,
    /// How such words end.
    pub(crate) most_endings: WordList,
    /// How the German word for a people ends of those to whom something is given.
    pub(crate) given_endings: WordList,
    /// Before one of a kind that stands for all.
    pub(crate) any: WordList,
    /// One authority, whose name stands behind it.
    pub(crate) named_behind: WordList,
    /// Labels over what a project is for.
    pub(crate) objectives: WordList,
    /// What is done there for those whom it helps.
    pub(crate) supporting: WordList,
    pub(crate) local_levels: WordList,
    /// Words for other levels, which may stand beside the local one.
    pub(crate) levels: WordList,
    pub(crate) level_nouns: WordList,
    pub(crate) at_level: WordList,
    /// Before those of whom all are where somebody comes from; beside numbers.
    pub(crate) wholes: WordList,
    /// Hebrew words for bodies that begin with the letter for "in" without meaning it.
    pub(crate) in_is_their_own: WordList,
    /// Before the French article of several: behind these it is no "of".
    pub(crate) before_some: WordList,
    /// Before what is excluded, where it stands behind the word for that.
    pub(crate) being_several: WordList,
    /// Small words between a comparison, or a bracket, and the number of those who live in a town.
    pub(crate) comparing: WordList,
    /// Between the two ends of a range.
    pub(crate) to_number: WordList,
    /// "As", which is written like "how" but for an accent.
    pub(crate) as_well: WordList,
    /// Before a colon: what comes behind it is all that is meant.
    pub(crate) following: WordList,
    /// At the head of a list that goes on with those named before.
    pub(crate) these: WordList,
    /// An article before the one who hands in.
    pub(crate) known_by: WordList,
    /// What that one does.
    pub(crate) hands_in: WordList,
    /// Small words between the one and the verb.
    pub(crate) has_to: WordList,
    /// What is handed in.
    pub(crate) handed: WordList,
    /// Before the one by whom it is handed in, where the verb stands last.
    pub(crate) handed_by: WordList,
    /// What is given to nobody of those named behind a "not".
    pub(crate) given: WordList,
    /// The same in German, at the end.
    pub(crate) given_last: WordList,
    /// What a project does with those who take part in it.
    pub(crate) involves: WordList,
    /// Bodies of those named right before them.
    pub(crate) own_bodies: WordList,
    /// Beside a noun that heads a list.
    pub(crate) heads: WordList,
    /// One body of any kind.
    pub(crate) any_kind: WordList,
    /// Several of them.
    pub(crate) any_kinds: WordList,
    /// Before one of those each of whom may hand in so many.
    pub(crate) per: WordList,
    /// Before several of them: of whatever kind.
    pub(crate) kinds_of: WordList,
    /// What those write who propose somebody else.
    pub(crate) proposed: WordList,
    /// The two sectors to which any body belongs; side by side they shut nobody out.
    pub(crate) public_sector: WordList,
    pub(crate) private_sector: WordList,
    /// Bodies of the state whose names list what they are for.
    pub(crate) ministries: WordList,
}
