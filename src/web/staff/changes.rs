//! Changes of approved records that wait: what is shown, and what the source says now.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;

use super::page;
use crate::address::segment;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Foreign;
use crate::web::pages::value::shown;
use crate::web::pages::wording::{moment, named};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/changes";

/// Changes on the page: what is decided on in one sitting.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "web/staff/changes.html")]
struct Page<'a> {
    frame: Frame<'a>,
    changes: Vec<Change>,
    all: u64,
}

struct Change {
    segment: String,
    finding: String,
    title: Foreign,
    since: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    shown: String,
    now: String,
    /// Staff have set it: to accept the change leaves it as it is.
    locked: bool,
}

#[derive(Deserialize)]
pub(crate) struct Said {
    answer: Answer,
    /// Whose change it is: several sources may tell of one record.
    finding: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Accept,
    Dismiss,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, PATH, &[]);
    let (texts, labels) = (frame.texts, state.finder.labels.as_ref());
    let mut changes = Vec::new();
    for pending in state.store.pending(ROWS).await? {
        let Some(record) = state.store.record(&pending.record).await? else { continue };
        let field = |(name, old, new): &(String, serde_json::Value, serde_json::Value)| Field {
            name: named(texts, "field", name),
            shown: shown(name, old, texts, labels),
            now: shown(name, new, texts, labels),
            locked: record.locked.contains(name),
        };
        changes.push(Change {
            segment: segment(&pending.record),
            finding: pending.finding,
            title: Foreign::of(&record.opportunity.title, record.opportunity.lang.as_deref()),
            since: moment(pending.since),
            fields: pending.changes.iter().map(field).collect(),
        });
    }
    let all = state.store.waiting().await?.changes;
    page(&Page { frame, changes, all })
}

/// Lets a change into its record, or leaves the record as it is.
pub(crate) async fn decide(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let now = state.clock.now();
    let waited = match said.answer {
        Answer::Accept => state.store.accept_pending(&id, &said.finding, by, now).await?,
        Answer::Dismiss => state.store.dismiss_pending(&id, &said.finding, by, now).await?,
    };
    if waited {
        Ok(Redirect::to(&format!("{PATH}{}", Ui::of(raw.as_deref()).suffix())))
    } else {
        Err(Problem::conflict("This change does not wait any more: somebody has decided on it, or its source has taken it back."))
    }
}
