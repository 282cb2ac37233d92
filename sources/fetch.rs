//! The one door to the outside web: polite, guarded, bounded.
//! Knows addresses, hosts and bytes; must never know sources, shapes or what a page means.
//!
//! One [`Fetcher`] per process, cheap to clone. Its story is `Fetcher::get`: the [guard] judges the address, robots.txt is
//! asked, the host's politeness is waited for, one bounded answer is read, and a redirect starts all of it again.

mod address;
mod answer;
mod body;
mod challenge;
mod client;
mod error;
mod fetcher;
mod gate;
pub mod guard;
mod line;
pub mod mailbox;
mod memory;
mod moment;
mod pace;
mod pattern;
mod resolver;
mod retry;
pub mod robots;
mod rulebook;
mod settings;
mod shown;
pub mod tdm;
mod tls;
mod trail;
mod visiting;

pub(crate) use client::is_our_own_header;
pub use error::{FetchError, NetworkFault, RedirectProblem, RobotsRefusal, Wait};
pub use fetcher::{Fetched, Fetcher};
pub use guard::{Verdict, judge_address, judge_address_text, judge_url};
pub use memory::{Hold, KeptRules, Memory};
pub use retry::LONGEST_BACK_OFF;
pub use robots::Robots;
pub use rulebook::RobotsWord;
pub use settings::{DEFAULT_MIN_DELAY, FetchSettings};
pub use shown::without_passwords;
pub use tls::{TlsError, client_config};
pub use visiting::VisitTime;

#[cfg(test)]
mod tests;
