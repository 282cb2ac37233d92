//! One week's letters: made out of the store by `digest`, frozen in the ledger, sent through `mail`.

mod dispatch;
mod prepare;
mod schedule;

pub use dispatch::{Tally, send_week};
pub use prepare::{Prepared, prepare, profile};
pub use schedule::run_schedule;
