//! Logging in and out. Every failure reads the same: neither the answer nor its time tells whether the name exists.

use axum::extract::{RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;

use super::{password, session};
use crate::web::access::Viewer;
use crate::web::pages::login::LoginPage;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;
use crate::web::{WebState, client};

/// Longest name that is looked at.
const MAX_NAME: usize = 64;

#[derive(Deserialize)]
pub(crate) struct Login {
    name: String,
    password: String,
}

pub(crate) async fn form(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/login", &[]);
    Ok(Html(LoginPage::render(frame)?).into_response())
}

pub(crate) async fn enter(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    request: Parts,
    Form(login): Form<Login>,
) -> Result<Response, Problem> {
    let name: String = login.name.trim().chars().take(MAX_NAME).collect();
    let client = client::of(&request.headers, &request.extensions, &state.settings.web.trusted_proxies);
    let client = client.map_or_else(String::new, |client| client::line(client).to_string());
    let now = state.clock.now();
    if let Some(seconds) = state.attempts.wait(&name, &client, now) {
        return Err(Problem::too_many(seconds));
    }
    // Counted before it is checked, so that many at once do not slip through together.
    state.attempts.failed(&name, &client, now);
    let user = state.store.user(&name).await?;
    if password::is_right(login.password, user.map(|user| user.password)).await? {
        state.attempts.succeeded(&name, &client);
        let cookie = session::open(&state, &name).await?;
        return Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/staff")).into_response());
    }
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/login", &[]);
    Ok((axum::http::StatusCode::UNAUTHORIZED, Html(LoginPage::render_again(frame)?)).into_response())
}

pub(crate) async fn leave(State(state): State<WebState>, headers: HeaderMap) -> Result<Response, Problem> {
    let cookie = session::close(&state, &headers).await?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
}
