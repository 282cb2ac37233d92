//! What comes back of our letters: reports in the mailbox that return paths lead to, read, assigned and counted.
//! A report counts only for the letter whose signed tag it carries; who it says it is from, and whom it says it is about, is not believed.

mod collect;
mod fields;
mod note;
mod report;
mod schedule;
#[cfg(test)]
mod tests;

pub use collect::{Tally, collect};
pub use note::note_refusal;
pub use schedule::run_schedule;
