//! A municipality's next letter as it would be now: the letter itself, which may do nothing.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Response};
use url::form_urlencoded;

use super::municipalities::unknown;
use crate::clock::HOME;
use crate::digest::week::Week;
use crate::edition::{Bureau, next_week, preview};
use crate::web::WebState;
use crate::web::problem::Problem;

/// As for a letter's copy, and in a sandbox: its links lead nowhere that acts before it has left.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// Shows the letter to one of the readers: `?to=` counts them as the municipality's page does, from 0.
pub(crate) async fn show(
    State(state): State<WebState>,
    Path(slug): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let now = state.clock.now();
    let municipality = state.store.municipality(&slug).await?.ok_or_else(|| unknown(&slug))?;
    let due = next_week(&state.store, &state.settings, now).await?.unwrap_or(now);
    let week = Week::of(due.with_timezone(&HOME).date_naive());
    let bureau = Bureau {
        settings: Arc::clone(&state.settings),
        sources: Arc::clone(&state.sources),
        lexicon: Arc::clone(&state.lexicon),
        rules: Arc::clone(&state.rules),
        calendars: Arc::clone(&state.calendars),
        i18n: Arc::clone(&state.i18n),
        store: state.store.clone(),
    };
    let letters = preview(bureau, week, &slug, now).await?;
    let mut pairs = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
    let to = pairs.find(|(name, _)| name == "to").and_then(|(_, to)| to.parse::<usize>().ok()).unwrap_or_default();
    let mailbox = crate::readers::profile(&municipality)?.contacts.into_iter().nth(to).map(|contact| contact.email);
    let is_theirs = |contact: Option<&str>| mailbox.is_none() || contact == mailbox.as_deref();
    let letter = letters
        .into_iter()
        .find(|letter| is_theirs(letter.delivery.as_ref().map(|delivery| delivery.contact.as_str())))
        .ok_or_else(|| Problem::not_found("No letter goes to this reader: the mailbox gets none."))?;
    let mut response = Html(letter.composed.html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
