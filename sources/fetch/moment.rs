//! The moment of a visit: the time that the caller gave, running on by the monotonic clock.
//! A visit may wait minutes for its turn, and what it notes down (fetched at, ask again at) must be true all the same.

use std::time::Instant;

use chrono::{DateTime, Utc};

/// The caller's `now`, and when it was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    given: DateTime<Utc>,
    at: Instant,
}

impl Moment {
    pub(super) fn given(now: DateTime<Utc>) -> Self {
        Self { given: now, at: Instant::now() }
    }

    pub(super) fn now(self) -> DateTime<Utc> {
        self.given + self.at.elapsed()
    }
}
