//! What is denied of a sum.

use serde::Deserialize;

use super::WordList;

/// "No grant over €5,000".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Denial {
    /// Words for more than a sum.
    pub(crate) above: WordList,
    /// Behind a "no": that it denies something else, or nothing.
    pub(crate) of_else: WordList,
    /// Behind a "not": what is not done with so large an application.
    pub(crate) refused: WordList,
    /// Before the word for more: an application, and giving and getting.
    pub(crate) given: WordList,
    /// Small words between these and the word for more, and verbs of being.
    pub(crate) linking: WordList,
    pub(crate) being: WordList,
}
