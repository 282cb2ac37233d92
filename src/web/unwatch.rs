//! The end of the mails about one saved search, by the signed link of one of them: a GET asks, a POST ends. Mail programs post here too
//! (RFC 8058). Whoever wants them again chooses so on the page of saved searches.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Html, IntoResponse as _, Response};

use super::WebState;
use super::access::Viewer;
use super::act::{private, unknown};
use super::pages::{Frame, Ui};
use super::problem::Problem;
use crate::act::Purpose;
use crate::clean;
use crate::store::{HowOften, SavedSearch};

#[derive(Template)]
#[template(path = "web/unwatch.html")]
struct Page<'a> {
    frame: Frame<'a>,
    name: String,
    ended: bool,
}

/// Asks. Changes nothing, however often it is opened.
pub(crate) async fn ask(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let search = search(&state, &token).await?;
    let ended = search.how_often == HowOften::None;
    page(&state, &token, raw.as_deref(), &search, ended)
}

/// Ends the mails; once more changes nothing.
pub(crate) async fn end(
    State(state): State<WebState>,
    Path(token): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let search = search(&state, &token).await?;
    state.store.end_watch(&search.id, state.clock.now()).await?;
    page(&state, &token, raw.as_deref(), &search, true)
}

/// The search of the mail that carried the link.
async fn search(state: &WebState, token: &str) -> Result<SavedSearch, Problem> {
    let grant = state.store.act_keys().await?.verify(token).filter(|grant| grant.purpose == Purpose::Unwatch);
    let delivery = state.store.delivery(&grant.ok_or_else(unknown)?.delivery).await?.ok_or_else(unknown)?;
    let id = SavedSearch::id_of(&delivery.municipality).ok_or_else(unknown)?;
    state.store.search(id).await?.ok_or_else(unknown)
}

fn page(state: &WebState, token: &str, raw: Option<&str>, search: &SavedSearch, ended: bool) -> Result<Response, Problem> {
    let path = format!("/unwatch/{token}");
    let frame = Frame::of(state, Ui::of(raw), &Viewer::default(), &path, &[]);
    let html = Page { name: clean::line(&search.name), ended, frame }.render().map_err(anyhow::Error::from)?;
    Ok(private(Html(html).into_response()))
}
