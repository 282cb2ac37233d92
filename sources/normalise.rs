//! From a finding to an opportunity: pure functions, every answer with the words that prove it.
//! Knows no network, no store and no clock: `today` is handed in.

pub mod dates;
pub mod hebrew_calendar;
pub mod zones;
