//! End to end, one binary: the program as its users run it, over the sample web on loopback.

mod corpus;
mod crawl;
mod digest;
mod kill;
#[path = "fuzz/properties.rs"]
mod properties;
mod support;
mod surface;
