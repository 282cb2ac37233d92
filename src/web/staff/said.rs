//! What municipalities said of opportunities, newest first.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::page;
use super::titles::Titles;
use crate::digest::letter::clean;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Foreign;
use crate::web::pages::wording::{moment, names_of};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;
use crate::web::query::segment;

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
    let rows = acts.iter().map(|act| Row {
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
