//! Finding it again: the tantivy index over opportunity records.
//! Has never heard of HTTP, SQL or where records come from.
#![warn(missing_docs)]

mod analyser;
mod analysis;
mod answered;
mod any_of;
mod apart;
mod beginning;
mod collect;
mod columns;
mod compile;
mod digest;
pub mod document;
mod elision;
mod elsewhere;
mod enough;
mod error;
mod excluded;
mod facets;
mod fields;
mod folder;
mod generation;
mod index;
mod keyboard;
mod languages;
mod memory;
mod moment;
mod names;
mod own_letter;
mod period;
mod pieces;
mod present;
pub mod query;
mod ranking;
mod rarity;
mod snippet;
mod spelling;
mod states;
mod stopwords;
mod thesaurus;
mod typed;
mod unit;
mod vocabulary;
mod waiting;
mod widen;
mod writer;

pub use document::{Deadline, Document};
pub use error::Error;
pub use index::Index;
pub use languages::of_texts as languages;
pub use names::Names;
pub use pieces::is_field;
pub use query::{Answer, Count, Facet, Filters, Hit, Notice, Query, Sort};
pub use spelling::begins_nearly;
pub use thesaurus::Thesaurus;
pub use writer::Writer;
