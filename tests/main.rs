//! End to end, one binary: the program as its users run it, over the sample web on loopback.

mod advisories;
mod attachments;
mod corpus;
mod crawl;
mod digest;
mod dkim;
mod exim;
mod kill;
mod mailbox;
#[path = "fuzz/properties.rs"]
mod properties;
mod relay;
mod renormalise;
mod servers;
mod sources;
mod support;
mod surface;
mod watch;
#[path = "../sources/fetch/tests/web.rs"]
mod web;
