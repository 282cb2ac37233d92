//! Staff: logging in, and what they decide.

pub(super) mod actions;
pub(super) mod aside;
mod attempts;
pub(super) mod changes;
pub(super) mod contact;
pub(super) mod correct;
mod correction;
pub(super) mod desk;
pub(super) mod edition;
pub(super) mod enter;
pub(super) mod gaps;
pub(super) mod login;
pub(super) mod mailboxes;
pub(super) mod municipalities;
pub(super) mod municipality;
pub(super) mod next_letter;
mod password;
pub(super) mod questions;
pub(super) mod said;
pub(super) mod searches;
pub(super) mod session;
pub(super) mod targets;
mod titles;

use askama::Template;
use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};

pub use attempts::Attempts;
pub use password::hash_password;

use super::problem::Problem;

/// A page for staff alone: no cache keeps it.
fn page(page: &impl Template) -> Result<Response, Problem> {
    let html = page.render().map_err(anyhow::Error::from)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Html(html)).into_response())
}
