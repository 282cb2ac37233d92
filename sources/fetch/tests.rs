//! The fetcher as a whole, over a small web on loopback that is reached through the gateway setting.

mod advisories;
mod bombs;
mod manners;
mod properties;
mod requests;
mod stage;
mod suites;
