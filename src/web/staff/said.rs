//! What municipalities said of opportunities, newest first.

use std::collections::BTreeMap;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::page;
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
    let mut titles = BTreeMap::new();
    for act in &acts {
        if !titles.contains_key(&act.record)
            && let Some(record) = state.store.record(&act.record).await?
        {
            titles.insert(act.record.clone(), (record.opportunity.title, record.opportunity.lang));
        }
    }
    let rows = acts.iter().map(|act| Row {
        municipality: clean::line(names.get(&act.municipality).unwrap_or(&act.municipality)),
        act: texts.t(&format!("letter.act.{}", act.act.code()), &[]),
        segment: segment(&act.record),
        title: match titles.get(&act.record) {
            Some((title, lang)) => Foreign::of(title, lang.as_deref()),
            None => Foreign::of(&act.record, None),
        },
        note: clean::inner(&act.note),
        when: moment(act.at),
    });
    page(&Page { rows: rows.collect(), all: state.store.waiting().await?.acts, frame })
}
