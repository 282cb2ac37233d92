//! kolkore: store, crawl, digest, web, daemon, command line. The member crates `sources` and `index` do not know each other; this glues them.

pub mod act;
pub mod app;
pub mod candidate;
pub mod cli;
pub mod clock;
pub mod config;
pub mod crawl;
pub mod daemon;
pub mod decisions;
pub mod demo;
pub mod digest;
pub mod document;
pub mod edition;
pub mod i18n;
pub mod import;
pub mod indexer;
pub mod lock;
pub mod mail;
pub mod probe;
pub mod record;
pub mod renormalise;
pub mod schedule;
pub mod settings;
pub mod store;
pub mod web;
