//! The labels of a course.

use serde::Deserialize;

use super::WordList;

/// Under which a course names its first day and its price, as phrases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Course {
    /// The first day.
    pub(crate) opens: WordList,
    /// The price.
    pub(crate) costs: WordList,
}
