//! Finding it again: the tantivy index over opportunity records.
//! Has never heard of HTTP, SQL or where records come from.
#![warn(missing_docs)]
