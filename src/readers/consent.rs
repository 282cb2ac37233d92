//! What a line of a table says of its contact's consent: nothing, that it was refused, or that somebody gave it.
//! An office writes a name under that heading, or ticks it: a tick names nobody, and a "no" is nobody's name.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::BY_IMPORT;
use crate::clean;

/// What an office writes for yes, the first as it is exported.
const YES: [&str; 14] = ["yes", "כן", "y", "true", "1", "v", "✓", "✔", "+", "הסכים", "הסכימה", "מסכים", "מסכימה", "نعم"];

/// What it writes for no.
const NO: [&str; 15] =
    ["no", "לא", "אין", "n", "false", "0", "✗", "✘", "-", "–", "לא הסכים", "לא הסכימה", "אין הסכמה", "סירב", "لا"];

/// What is said.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Refused,
    /// By whom, where somebody is named, when and how.
    Agreed {
        who: Option<String>,
        at: Option<DateTime<Utc>>,
        how: Option<String>,
    },
}

/// What stands in the cell of who agreed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    No,
    Yes,
    /// Nobody else is left to be named.
    Name(&'a str),
}

impl<'a> Cell<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let plain = text.trim().trim_end_matches(['.', '!']).to_lowercase();
        if NO.contains(&plain.as_str()) {
            Self::No
        } else if YES.contains(&plain.as_str()) {
            Self::Yes
        } else {
            Self::Name(text)
        }
    }
}

/// How the cell of who agreed is written, so that it says the same when it is read.
pub(super) fn written(who: &str) -> String {
    if who.is_empty() { YES[0].to_owned() } else { who.to_owned() }
}

impl Said {
    /// Lays it over a contact. A bare tick says no more than a consent that is on record, which keeps its day.
    pub(super) fn lay_over(self, contact: &mut Map<String, Value>, name: Option<&str>, now: DateTime<Utc>) {
        match self {
            Self::Nothing => {}
            Self::Refused => drop(contact.remove("consent")),
            Self::Agreed { who: None, at: None, how: None } if contact.get("consent").is_some_and(Value::is_object) => {}
            Self::Agreed { who, at, how } => {
                let who = who.unwrap_or_else(|| name.map(clean::line).unwrap_or_default());
                let consent = json!({"who": who, "at": at.unwrap_or(now), "how": how.as_deref().unwrap_or(BY_IMPORT)});
                contact.insert("consent".into(), consent);
            }
        }
    }
}
