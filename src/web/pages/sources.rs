//! The sources page: what is read, how often, and whether it works.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Html;

use super::wording::{moment, named};
use super::{Frame, Ui};
use crate::digest::letter::clean;
use crate::document::code;
use crate::i18n::{Language, Texts};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::sources::{SourceStatus, all};
use crate::web::problem::Problem;

/// Complaints shown; a source with more has one cause.
const COMPLAINTS: usize = 3;

#[derive(Template)]
#[template(path = "web/sources.html")]
struct SourcesPage<'a> {
    frame: Frame<'a>,
    count: String,
    rows: Vec<Row>,
}

struct Row {
    slug: String,
    name: String,
    network: String,
    shape: String,
    state: String,
    state_code: String,
    last: Option<String>,
    next: Option<String>,
    items: Option<u64>,
    opportunities: String,
    /// Oldest first, as one reads a chart: (code of the outcome, what to say about it).
    runs: Vec<(String, String)>,
    complaints: Vec<String>,
    search_href: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Html<String>, Problem> {
    let ui = Ui::of(raw.as_deref());
    let frame = Frame::of(&state, ui, &viewer, "/sources", &[]);
    let statuses = all(&state).await?;
    let page = SourcesPage {
        count: frame.texts.n("web.source_count", statuses.len() as u64, &[]),
        rows: statuses.into_iter().map(|status| row(status, frame.texts, ui)).collect(),
        frame,
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?))
}

fn row(status: SourceStatus, texts: &Texts, ui: Ui) -> Row {
    let last_run = status.runs.iter().find(|run| run.finished_at.is_some());
    let query = crate::web::query::SearchQuery { source: vec![status.slug.clone()], ..Default::default() };
    Row {
        name: match texts.language() {
            Language::He => status.name.he.clone(),
            Language::En => status.name.en.clone(),
        },
        network: named(texts, "network_name", &status.network),
        shape: named(texts, "shape", status.shape),
        state: named(texts, "state", &code(status.state)),
        state_code: code(status.state),
        last: status.last_success.map(moment),
        next: status.next_due.map(moment),
        items: last_run.map(|run| run.counts.kept.items),
        opportunities: texts.n("web.count", last_run.map_or(0, |run| run.counts.kept.opportunities), &[]),
        complaints: last_run.into_iter().flat_map(|run| &run.complaints).take(COMPLAINTS).map(|text| clean::line(text)).collect(),
        runs: status
            .runs
            .iter()
            .rev()
            .map(|run| {
                let outcome = code(run.outcome);
                let said =
                    format!("{}: {}, {}", moment(run.started_at), named(texts, "outcome", &outcome), run.counts.kept.items);
                (outcome, said)
            })
            .collect(),
        search_href: format!("/{}", query.href(ui.pairs())),
        slug: status.slug,
    }
}
