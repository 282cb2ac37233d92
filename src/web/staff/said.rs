//! What municipalities said of opportunities, newest first.

use askama::Template;
use axum::Extension;
use axum::Form;
use axum::extract::{RawQuery, State};
use axum::response::{Redirect, Response};
use serde::Deserialize;

use super::page;
use super::titles::Titles;
use crate::act::Purpose;
use crate::address::segment;
use crate::clean;
use crate::store::Act;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Foreign;
use crate::web::pages::wording::{moment, names_of};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// Rows on the page: some weeks of answers.
const ROWS: usize = 200;

#[derive(Template)]
#[template(path = "web/staff/said.html")]
struct Page<'a> {
    frame: Frame<'a>,
    rows: Vec<Row>,
    all: u64,
}

struct Row {
    slug: String,
    municipality: String,
    act: String,
    segment: String,
    title: Foreign,
    note: String,
    when: String,
    /// What it asks of the office and nobody has answered: the code of the act.
    open: Option<&'static str>,
    slug_of: String,
    /// Who said it, by mailbox.
    contact: String,
    number: u32,
    record: String,
}

/// A question as the form names it.
#[derive(Deserialize)]
pub(crate) struct Answered {
    municipality: String,
    record: String,
    act: String,
    /// Which of the questions of its kind.
    #[serde(default)]
    number: u32,
}

/// Notes that a question was answered.
pub(crate) async fn answered(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Form(one): Form<Answered>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let act = Purpose::from_code(&one.act).filter(|act| Purpose::ASKS.contains(act));
    let act = act.ok_or_else(|| Problem::not_found("That is no question to the office."))?;
    if state.store.answer_question(&one.municipality, &one.record, (act, one.number), by, state.clock.now()).await? {
        Ok(Redirect::to("/staff/said"))
    } else {
        Err(Problem::conflict("This question is not open: it was answered, or taken back."))
    }
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, "/staff/said", &[]);
    let texts = frame.texts;
    let acts = state.store.latest_acts(ROWS).await?;
    let names = names_of(&state.store.municipalities().await?, texts.language());
    let titles = Titles::of(&state.store, acts.iter().map(|act| act.record.as_str())).await?;
    let open = state.store.open_questions().await?;
    let is_open =
        |act: &Act| open.iter().any(|one| (&one.municipality, &one.record, one.act) == (&act.municipality, &act.record, act.act));
    let rows = acts.iter().map(|act| Row {
        open: is_open(act).then(|| act.act.code()),
        slug_of: act.municipality.clone(),
        contact: clean::line(&act.contact),
        number: act.number,
        record: act.record.clone(),
        slug: segment(&act.municipality),
        municipality: clean::line(names.get(&act.municipality).unwrap_or(&act.municipality)),
        act: texts.t(&format!("letter.act.{}", act.act.code()), &[]),
        segment: segment(&act.record),
        title: titles.get(&act.record),
        note: clean::inner(&act.note),
        when: moment(act.at),
    });
    page(&Page { rows: rows.collect(), all: state.store.waiting().await?.acts, frame })
}
