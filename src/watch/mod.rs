//! Saved searches that are watched: what each finds that its owner was not told of, and the mails that tell it.
//! Knows no pages and no crawler: it asks the index as everybody does, and puts mails into the ledger.

mod letter;
mod look;
mod schedule;
#[cfg(test)]
mod tests;

pub(crate) use letter::complaint_in_words;
pub use look::{Looked, News, begin, look};
pub use schedule::{run_schedule, tell};
