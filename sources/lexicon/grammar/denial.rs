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
    /// Before the word for more: what costs so much.
    pub(crate) works: Vec<String>,
}
