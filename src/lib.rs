//! kolkore: store, crawl, digest, web, daemon, command line. The member crates `sources` and `index` do not know each other; this glues them.

pub mod clock;
pub mod demo;
pub mod digest;
pub mod i18n;
pub mod mail;
pub mod record;
pub mod schedule;
pub mod settings;
pub mod store;
pub mod web;
