//! Questions of sameness: two records side by side, and whether they are one call.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{Redirect, Response};
use axum::{Extension, Form};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::page;
use crate::i18n::Texts;
use crate::record::Record;
use crate::search::Labels;
use crate::store::Decided;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Card;
use crate::web::pages::wording::named;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/questions";

/// Questions on the page: each shows two whole records.
const ROWS: usize = 25;

#[derive(Template)]
#[template(path = "web/staff/questions.html")]
struct Page<'a> {
    frame: Frame<'a>,
    questions: Vec<Question>,
    all: u64,
}

struct Question {
    finding: String,
    record: String,
    /// Why they look alike.
    why: String,
    sides: [Side; 2],
}

struct Side {
    card: Card,
    sources: Vec<String>,
}

impl Side {
    fn of(record: &Record, texts: &Texts, labels: &Labels, now: DateTime<Utc>) -> Self {
        let sources = record.sources.iter().map(|seen| labels.source(&seen.slug, texts.language()));
        Self {
            sources: sources.collect(),
            card: Card::new(&record.id, &record.opportunity, &record.sources, record.review, &[], texts, labels, now),
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Said {
    finding: String,
    record: String,
    answer: Answer,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Same,
    Apart,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, PATH, &[]);
    let (texts, labels, now) = (frame.texts, state.finder.labels.as_ref(), state.clock.now());
    let mut questions = Vec::new();
    for asked in state.store.proposals(ROWS).await? {
        // One that another member of staff has just answered is no question any more.
        let (Some(own), Some(other)) = (state.store.record(&asked.own).await?, state.store.record(&asked.record).await?) else {
            continue;
        };
        questions.push(Question {
            why: named(texts, "alike", &asked.reason),
            sides: [Side::of(&other, texts, labels, now), Side::of(&own, texts, labels, now)],
            finding: asked.finding,
            record: asked.record,
        });
    }
    let all = state.store.waiting().await?.questions;
    page(&Page { frame, questions, all })
}

/// Joins the two, or keeps them apart; either holds.
pub(crate) async fn answer(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Form(said): Form<Said>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let now = state.clock.now();
    // An answer belongs to a question: nothing is joined, or kept apart, that nobody asked about.
    if !state.store.is_asked(&said.finding, &said.record).await? {
        return Err(Problem::conflict("This question has been answered already, or it was never asked."));
    }
    match said.answer {
        Answer::Same => {
            if state.store.join(&said.finding, &said.record, by, now).await? != Decided::Done {
                return Err(Problem::not_found("There is no such record."));
            }
        }
        Answer::Apart => state.store.keep_apart(&said.finding, &said.record, by, now).await?,
    }
    Ok(Redirect::to(&format!("{PATH}{}", Ui::of(raw.as_deref()).suffix())))
}
