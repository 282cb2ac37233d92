//! A letter's permanent copy on the web: the very HTML that was sent, out of the frozen message.

use anyhow::Context as _;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _, Response};
use mail_parser::MessageParser;

use super::{private, unknown};
use crate::act::Purpose;
use crate::web::WebState;
use crate::web::problem::Problem;

/// A letter carries its styles inline, as mail programs want them; it has nothing else, and may do nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// Shows the letter.
pub(crate) async fn show(State(state): State<WebState>, Path(token): Path<String>) -> Result<Response, Problem> {
    let grant =
        state.store.act_keys().await?.verify(&token).filter(|grant| grant.purpose == Purpose::Read).ok_or_else(unknown)?;
    let message = state.store.delivered_message(&grant.delivery).await?.ok_or_else(unknown)?;
    let parsed = MessageParser::default().parse(&message).context("a frozen letter does not parse")?;
    let html = parsed.body_html(0).context("a frozen letter has no HTML part")?.into_owned();
    let mut response = private(Html(html).into_response());
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    Ok(response)
}
