//! One own case as written in `sources/normalise/cases/*.toml`.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Deserialize;

/// A text and what is to be found in it; what a case does not name it does not ask for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) id: String,
    #[serde(default)]
    pub(super) lang: String,
    #[serde(default)]
    pub(super) title: String,
    pub(super) text: String,
    pub(super) url: Option<String>,
    /// The day on which it is read; absent: the day of all other tests.
    pub(super) read: Option<NaiveDate>,
    /// The day of publication that the source gave.
    pub(super) published: Option<String>,
    /// The words that make the date what it is, as they stand in the text.
    pub(super) cue: Option<String>,
    /// The date as it stands there.
    pub(super) date: Option<String>,
    /// It is no opportunity; the names of the cues of `verdict.toml` that may say so, or `plain` if nothing calls for anything.
    pub(super) not: Option<String>,
    /// `2027-05-03`, `2027-05-03 17:00 Europe/Brussels`, `rolling`, `unknown`, `two_stage 2027-01-02, 2027-03-04` …
    /// Hour and zone are asked for only where they are written.
    pub(super) deadline: Option<String>,
    /// Days that must not stand among the stages.
    #[serde(default)]
    pub(super) decoys: Vec<String>,
    /// `none`, or `min 5000 max 20000 total 100000 EUR`; the most is always asked for, the others where they are written.
    pub(super) amount: Option<String>,
    /// When it takes place: `2027-05-03`, `2027-05-03 2027-05-05`, or `none`.
    pub(super) event: Option<String>,
    /// Several that are right are parted by `|`; so for the three axes.
    pub(super) kind: Option<String>,
    pub(super) country: Option<String>,
    pub(super) body: Option<String>,
    pub(super) place: Option<String>,
}

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

/// The cases of a file, each in the file's language unless it names its own.
pub(super) fn cases(lang: &str) -> Vec<Case> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("normalise/cases/{lang}.toml"));
    let toml = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut cases = toml::from_str::<File>(&toml).unwrap_or_else(|error| panic!("{lang}: {error}")).case;
    for case in &mut cases {
        if case.lang.is_empty() {
            lang.clone_into(&mut case.lang);
        }
    }
    cases
}
