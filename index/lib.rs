//! Finding it again: the tantivy index over opportunity records.
//! Has never heard of HTTP, SQL or where records come from.
#![warn(missing_docs)]

pub mod document;
pub mod query;

pub use document::Document;
pub use query::{Answer, Count, Facet, Filters, Hit, Notice, Query, Sort};
