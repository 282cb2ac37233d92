//! The fetcher as a whole, over a small web on loopback that is reached through the gateway setting.

mod manners;
mod properties;
mod rebinding;
mod requests;
mod stage;
mod suites;
mod web;
