//! What is denied of a sum.

use serde::Deserialize;

/// "No grant over €5,000".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Denial {
    /// Words for more than a sum.
    pub(crate) above: Vec<String>,
    /// Behind a "no": that it denies something else, or nothing.
    pub(crate) of_else: Vec<String>,
    /// Behind a "not": what is not done with so large an application.
    pub(crate) refused: Vec<String>,
    /// Before the word for more: an application, and giving and getting.
    pub(crate) given: Vec<String>,
    /// Small words between these and the word for more, and verbs of being.
    pub(crate) linking: Vec<String>,
    pub(crate) being: Vec<String>,
}
