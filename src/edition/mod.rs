//! One week's letters, and what cannot wait for them: made out of the store by `digest`, frozen in the ledger, sent through `mail`.

mod asked;
mod bureau;
mod calls;
mod dispatch;
mod ended;
mod forward;
mod freeze;
mod histories;
pub(crate) mod known;
mod links;
mod notices;
mod picks;
mod prepare;
mod same;
mod schedule;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod word;

pub use bureau::Bureau;
pub use dispatch::{Desk, Tally, note_as_sent, send_waiting, send_week};
pub use prepare::{Prepared, prepare, preview};
pub use schedule::{next_week, run_schedule};
