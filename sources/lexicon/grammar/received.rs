//! What somebody got.

use serde::Deserialize;

use super::WordList;

/// What somebody got, and no applicant can get.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Received {
    /// One work of the caller's.
    pub(crate) one_work: WordList,
    pub(crate) got_by_one: WordList,
    /// Behind such a work: who pays for it, and before how much.
    pub(crate) paid_by: WordList,
    pub(crate) amounting: WordList,
    pub(crate) got_before: WordList,
    pub(crate) funded_before: WordList,
    pub(crate) opened: WordList,
    pub(crate) had: WordList,
    pub(crate) closes: WordList,
    pub(crate) closes_had: WordList,
    pub(crate) becomes: WordList,
    pub(crate) promised: WordList,
    pub(crate) gives: WordList,
    /// Verbs of those who got something then.
    pub(crate) got: WordList,
    /// The same of several who are counted, in phrases, and of the years before.
    pub(crate) got_by_several: WordList,
    pub(crate) formerly: WordList,
    /// So much for each of them.
    pub(crate) apiece: WordList,
    /// It is for each who wins.
    pub(crate) each: WordList,
}
