//! What somebody got.

use serde::Deserialize;

/// What somebody got, and no applicant can get.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Received {
    /// One work of the caller's.
    pub(crate) one_work: Vec<String>,
    pub(crate) got_by_one: Vec<String>,
    /// Behind such a work: who pays for it, and before how much.
    pub(crate) paid_by: Vec<String>,
    pub(crate) amounting: Vec<String>,
    pub(crate) got_before: Vec<String>,
    pub(crate) funded_before: Vec<String>,
    pub(crate) opened: Vec<String>,
    pub(crate) had: Vec<String>,
    pub(crate) closes: Vec<String>,
    pub(crate) closes_had: Vec<String>,
    pub(crate) becomes: Vec<String>,
    pub(crate) promised: Vec<String>,
    pub(crate) gives: Vec<String>,
    /// Verbs of those who got something then.
    pub(crate) got: Vec<String>,
    /// The same of several who are counted, in phrases, and of the years before.
    pub(crate) got_by_several: Vec<String>,
    pub(crate) formerly: Vec<String>,
    /// So much for each of them.
    pub(crate) apiece: Vec<String>,
    /// It is for each who wins.
    pub(crate) each: Vec<String>,
}
