//! The sources page: what is read, how often, and whether it works.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Html;

use super::wording::{moment, named};
use super::{Frame, Ui};
use crate::crawl::health::Reason;
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
    /// Why it is in that state.
    reasons: Vec<String>,
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
        reasons: status.reasons.iter().map(|reason| because(texts, reason)).collect(),
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

/// A reason in the reader's words: its members are the text's arguments.
fn because(texts: &Texts, reason: &Reason) -> String {
    let members = match serde_json::to_value(reason) {
        Ok(serde_json::Value::Object(members)) => members,
        _ => serde_json::Map::new(),
    };
    let plain: Vec<(String, String)> = members
        .into_iter()
        .map(|(name, value)| (name, value.as_str().map_or_else(|| value.to_string(), |text| clean::line(text).clone())))
        .collect();
    let code = plain.iter().find(|(name, _)| name == "reason").map_or("", |(_, code)| code);
    let args: Vec<(&str, &str)> = plain.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    texts.t(&format!("web.reason.{code}"), &args)
}
