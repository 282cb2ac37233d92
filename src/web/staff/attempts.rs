//! Failed logins of late, so that passwords cannot be tried one after another.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Failures within [`WINDOW`] after which a name or a client has to wait: a person mistypes a few times, a program thousands.
const MOST_PER_NAME: usize = 5;
/// A whole office may sit behind one address.
const MOST_PER_CLIENT: usize = 20;
/// How long a failure counts.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Names and clients remembered; beyond it the oldest go first.
const MOST_KEYS: usize = 10_000;

/// Failed logins by name and by client.
#[derive(Debug, Default)]
pub struct Attempts(Mutex<HashMap<String, Vec<DateTime<Utc>>>>);

impl Attempts {
    /// Seconds to wait before `name` may be tried from `client`; `None`: now.
    pub(super) fn wait(&self, name: &str, client: &str, now: DateTime<Utc>) -> Option<u64> {
        let failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        [(by_name(name), MOST_PER_NAME), (by_client(client), MOST_PER_CLIENT)]
            .into_iter()
            .filter_map(|(key, most)| {
                let recent: Vec<_> = failures.get(&key)?.iter().filter(|at| **at + WINDOW > now).collect();
                let oldest_that_counts = recent.len().checked_sub(most).and_then(|place| recent.get(place))?;
                Some((**oldest_that_counts + WINDOW - now).num_seconds().max(1).unsigned_abs())
            })
            .max()
    }

    /// Counts a failure.
    pub(super) fn failed(&self, name: &str, client: &str, now: DateTime<Utc>) {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in [by_name(name), by_client(client)] {
            let recent = failures.entry(key).or_default();
            recent.retain(|at| *at + WINDOW > now);
            recent.push(now);
        }
        if failures.len() > MOST_KEYS {
            failures.retain(|_, recent| recent.last().is_some_and(|at| *at + WINDOW > now));
        }
        while failures.len() > MOST_KEYS {
            let Some(oldest) = failures.iter().min_by_key(|(_, recent)| recent.last().copied()).map(|(key, _)| key.clone())
            else {
                break;
            };
            failures.remove(&oldest);
        }
    }

    /// Forgets the failures of a name that has logged in, and takes back the one that was counted for its client beforehand:
    /// an office in which everybody knows the password never waits.
    pub(super) fn succeeded(&self, name: &str, client: &str) {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        failures.remove(&by_name(name));
        if let Some(recent) = failures.get_mut(&by_client(client)) {
            recent.pop();
        }
    }
}

fn by_name(name: &str) -> String {
    format!("name {}", name.to_lowercase())
}

fn by_client(client: &str) -> String {
    format!("client {client}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_five_failures_a_name_waits_until_the_first_is_a_quarter_of_an_hour_old() {
        let attempts = Attempts::default();
        let start = DateTime::UNIX_EPOCH;
        for minute in 0..5 {
            assert_eq!(attempts.wait("dana", "a", start + TimeDelta::minutes(minute)), None);
            attempts.failed("Dana", "a", start + TimeDelta::minutes(minute));
        }
        assert_eq!(attempts.wait("dana", "b", start + TimeDelta::minutes(5)), Some(600));
        assert_eq!(attempts.wait("dana", "b", start + TimeDelta::minutes(15)), None);
        assert_eq!(attempts.wait("noa", "a", start + TimeDelta::minutes(5)), None);
    }

    #[test]
    fn one_client_cannot_try_many_names() {
        let attempts = Attempts::default();
        for n in 0..MOST_PER_CLIENT {
            attempts.failed(&format!("name{n}"), "a", DateTime::UNIX_EPOCH);
        }
        assert!(attempts.wait("another", "a", DateTime::UNIX_EPOCH).is_some());
        assert!(attempts.wait("another", "b", DateTime::UNIX_EPOCH).is_none());
    }

    #[test]
    fn an_office_in_which_everybody_gets_in_never_waits() {
        let attempts = Attempts::default();
        for n in 0..=MOST_PER_CLIENT {
            let name = format!("name{n}");
            assert_eq!(attempts.wait(&name, "a", DateTime::UNIX_EPOCH), None);
            attempts.failed(&name, "a", DateTime::UNIX_EPOCH);
            attempts.succeeded(&name, "a");
        }
    }
}
