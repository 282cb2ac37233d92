//! What stands about the deed of those who handed something in.

use serde::Deserialize;

use super::WordList;

/// Tells "they submitted their bids" from "whoever submitted" and from German "they have their bids to submit".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deed {
    /// Before it: whoever has done so.
    pub(crate) conditional: WordList,
    /// The same as a letter before its verb.
    pub(crate) fused: WordList,
    /// The small word before the verb of an order.
    pub(crate) to: WordList,
    /// What such a verb begins with that holds the small word.
    pub(crate) holds_to: WordList,
    /// How such a verb ends.
    pub(crate) ends: WordList,
    /// Says that one could, once.
    pub(crate) could: WordList,
    /// Says that one can.
    pub(crate) can: WordList,
    /// Of the dead whose name something bears.
    pub(crate) memorial: WordList,
    /// Over a list of questions and answers.
    pub(crate) questions: WordList,
    /// Behind a call: this one.
    pub(crate) own: WordList,
}
