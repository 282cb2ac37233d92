//! Words of Hebrew and Arabic that are letters of the next word, and the endings of several.

use serde::Deserialize;

use super::WordList;

/// Letters before a word, each a word of its own, and endings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Letters {
    /// "To", "for", in both languages.
    pub(crate) to: Vec<char>,
    pub(crate) to_hebrew: Vec<char>,
    pub(crate) to_arabic: Vec<char>,
    /// Hebrew "in".
    pub(crate) within: Vec<char>,
    /// Hebrew "from".
    pub(crate) from: Vec<char>,
    /// Hebrew "that".
    pub(crate) that: Vec<char>,
    /// "And", in both languages.
    pub(crate) and: Vec<char>,
    pub(crate) and_hebrew: Vec<char>,
    pub(crate) and_arabic: Vec<char>,
    /// The Hebrew article, which is "who" before a verb as well.
    pub(crate) the: Vec<char>,
    pub(crate) that_or_the: Vec<char>,
    /// With one of these a noun is no second part of a construct: Hebrew, Arabic, and both with the Hebrew "from".
    pub(crate) parting: Vec<char>,
    pub(crate) parting_arabic: Vec<char>,
    pub(crate) leading: Vec<char>,
    /// With one of these a noun is no indefinite subject.
    pub(crate) definite: Vec<char>,
    /// How feminine adjectives end.
    pub(crate) feminine: Vec<char>,
    pub(crate) article_arabic: WordList,
    /// The Arabic "it" or "them" behind a verb.
    pub(crate) it_arabic: WordList,
    /// How words for several end: Hebrew, of men and of women, and Arabic.
    pub(crate) several: WordList,
    pub(crate) several_men: WordList,
    pub(crate) several_women: WordList,
    pub(crate) several_arabic: WordList,
}
