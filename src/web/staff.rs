//! Staff: logging in, and what they decide.

pub(super) mod actions;
mod attempts;
pub(super) mod desk;
pub(super) mod enter;
pub(super) mod login;
mod password;
pub(super) mod session;

pub use attempts::Attempts;
pub use password::hash_password;
