//! What staff decide: each a POST that goes back to where it is seen.

use axum::extract::{Path, RawQuery, State};
use axum::response::Redirect;
use axum::{Extension, Form};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use crate::record::Review;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::Ui;
use crate::web::problem::Problem;

const DESK: &str = "/staff";

#[derive(Deserialize)]
pub(crate) struct Verdict {
    review: Review,
}

/// Approves or rejects a record.
pub(crate) async fn review(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    Form(verdict): Form<Verdict>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if state.store.set_review(&id, verdict.review, by, state.clock.now()).await? {
        Ok(Redirect::to(DESK))
    } else {
        Err(Problem::not_found("There is no such opportunity."))
    }
}

/// Until when what is sent by hand may leave.
fn until(state: &WebState) -> DateTime<Utc> {
    state.clock.now() + TimeDelta::hours(i64::from(state.settings.digest.hold_after_hours))
}

/// Sends a message after all that failed, that was held, or of which nobody knows whether it was accepted.
pub(crate) async fn requeue(State(state): State<WebState>, Path(id): Path<String>) -> Result<Redirect, Problem> {
    if state.store.requeue(&id, until(&state), state.clock.now()).await? {
        Ok(Redirect::to(DESK))
    } else {
        Err(Problem::conflict("There is no such message, or it waits for nobody's decision."))
    }
}

/// Keeps a message from leaving for good.
pub(crate) async fn drop_one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if state.store.drop_delivery(Some(&id), by, state.clock.now()).await? > 0 {
        Ok(Redirect::to(DESK))
    } else {
        Err(Problem::conflict("There is no such message, or it waits for nobody's decision."))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum WhatOfHeld {
    Send,
    Drop,
}

#[derive(Deserialize)]
pub(crate) struct OfHeld {
    what: WhatOfHeld,
}

/// Sends or drops all messages at once that were held because they were late.
pub(crate) async fn decide_held(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Form(decided): Form<OfHeld>,
) -> Result<Redirect, Problem> {
    let (by, now) = (viewer.name().ok_or_else(Problem::unauthorized)?, state.clock.now());
    let done = match decided.what {
        WhatOfHeld::Send => state.store.requeue_held(until(&state), now).await?,
        WhatOfHeld::Drop => state.store.drop_delivery(None, by, now).await?,
    };
    if done > 0 { Ok(Redirect::to(DESK)) } else { Err(Problem::conflict("No message is held.")) }
}

/// Lets mail leave again after a restore.
pub(crate) async fn release(State(state): State<WebState>, Extension(viewer): Extension<Viewer>) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if state.store.release(by, state.clock.now()).await? {
        Ok(Redirect::to(DESK))
    } else {
        Err(Problem::conflict("Nothing is held; mail leaves as usual."))
    }
}

/// Asks for a visit to a source now.
pub(crate) async fn crawl(
    State(state): State<WebState>,
    RawQuery(raw): RawQuery,
    Path(slug): Path<String>,
) -> Result<Redirect, Problem> {
    let Some(source) = state.sources.iter().find(|source| source.slug == slug) else {
        return Err(Problem::not_found("There is no such source."));
    };
    if matches!(source.shape, sources::source::Shape::Manual(_)) {
        return Err(Problem::conflict("People ask this source: enter what they are told with the form on the staff page."));
    }
    let back = format!("/sources{}#{slug}", Ui::of(raw.as_deref()).suffix());
    match state.crawl_now.try_send(slug) {
        Ok(()) => Ok(Redirect::to(&back)),
        Err(tokio::sync::mpsc::error::TrySendError::Full(_)) => {
            Err(Problem::unavailable("Many visits are waiting already; try again soon."))
        }
        Err(tokio::sync::mpsc::error::TrySendError::Closed(_)) => {
            Err(Problem::conflict("This process serves pages only; nobody visits sources."))
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Shown {
    /// The visit whose result was looked at.
    run: i64,
}

/// Says that what the last visit to a source showed is right, though it is far less than before.
pub(crate) async fn right(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Path(slug): Path<String>,
    Form(shown): Form<Shown>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    match state.store.accept_run(&slug, shown.run, by, state.clock.now()).await? {
        Some(_) => Ok(Redirect::to(&format!("/sources{}#{slug}", Ui::of(raw.as_deref()).suffix()))),
        None => Err(Problem::conflict("There has been another visit since, or this one did not read everything; look again.")),
    }
}
