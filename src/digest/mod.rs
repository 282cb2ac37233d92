//! The weekly digest: who wants what, what fits, and the letter that says so. Pure: records, profiles and `today` in, picks and letters out.
//! Knows no store and no mail server.

pub mod brief;
pub mod filled;
pub mod holidays;
pub mod letter;
pub mod pick;
pub mod planning;
pub mod probe;
pub mod profile;
pub mod week;
