//! From an address to an opportunity: fetch, read, normalise.
//! Knows the web and its pages; has never heard of SQL, tantivy, municipalities or mail.
#![warn(missing_docs)]

pub mod fetch;
pub mod finding;
pub mod lexicon;
pub mod normalise;
pub mod opportunity;
pub mod page;
pub mod read;
pub mod roadmap;
pub mod source;

pub use finding::{Attachment, Finding};
pub use lexicon::Lexicon;
pub use opportunity::Opportunity;
pub use page::{Page, Request, Validators};
pub use source::Source;
