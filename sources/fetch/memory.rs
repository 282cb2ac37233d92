//! What hosts have told one process, for the next: until when to leave them alone, and what their robots.txt says.
//! Values only; who keeps them, and where, is none of the fetcher's business.

use chrono::{DateTime, Utc};

use crate::fetch::error::Wait;

/// What there is to remember.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// Hosts to leave alone.
    pub holds: Vec<Hold>,
    /// What robots.txt of each origin says.
    pub rules: Vec<KeptRules>,
}

impl Memory {
    /// Nothing to remember.
    pub fn is_empty(&self) -> bool {
        self.holds.is_empty() && self.rules.is_empty()
    }
}

/// A host that is not to be asked for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its name.
    pub host: String,
    /// From then on it may be asked.
    pub until: DateTime<Utc>,
    /// What is waited for.
    pub because: Wait,
    /// How often in a row it has asked for patience: without a time of its own the wait doubles with each.
    pub refusals: u32,
}

/// What robots.txt of an origin says to this crawler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRules {
    /// Scheme, host and port.
    pub origin: String,
    /// Then it is to be asked for again: a day after it was had.
    pub until: DateTime<Utc>,
    /// The rules, in a form of our own.
    pub written: String,
}
