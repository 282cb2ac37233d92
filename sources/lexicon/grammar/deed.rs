//! What stands about the deed of those who handed something in.

use serde::Deserialize;

/// Tells "they submitted their bids" from "whoever submitted" and from German "they have their bids to submit".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deed {
    /// Before it: whoever has done so.
    pub(crate) conditional: Vec<String>,
    /// The same as a letter before its verb.
    pub(crate) fused: Vec<String>,
    /// The small word before the verb of an order.
    pub(crate) to: Vec<String>,
    /// What such a verb begins with that holds the small word.
    pub(crate) holds_to: Vec<String>,
    /// How such a verb ends.
    pub(crate) ends: Vec<String>,
    /// Says that one could, once.
    pub(crate) could: Vec<String>,
    /// Says that one can.
    pub(crate) can: Vec<String>,
    /// Of the dead whose name something bears.
    pub(crate) memorial: Vec<String>,
}
