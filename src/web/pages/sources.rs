//! The sources page: what is read, how often, and whether it works; for staff also whom to call, and what to correct.

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Html;
use sources::source::Shape;

use super::chart::Chart;
use super::wording::{day_of, moment, named};
use super::{Frame, Ui};
use crate::clean;
use crate::code::code;
use crate::crawl::standing::{self, Standing};
use crate::i18n::Texts;
use crate::notice::wording;
use crate::store::{CrawlRun, SeenReservation};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::problem::Problem;

/// Complaints shown; a source with more has one cause.
const COMPLAINTS: usize = 3;

/// Visits shown: enough to see a habit, few enough for a page of a hundred sources.
const RUNS: usize = 12;

#[derive(Template)]
#[template(path = "web/sources.html")]
struct SourcesPage<'a> {
    frame: Frame<'a>,
    count: String,
    /// Whom to call this week; for staff only.
    calls: Vec<Call>,
    rows: Vec<Row>,
}

/// One source that a person should ask this week.
struct Call {
    slug: String,
    name: String,
    contact: Option<String>,
    last_new: Option<String>,
}

struct Row {
    slug: String,
    name: String,
    network: String,
    shape: String,
    state: String,
    state_code: &'static str,
    since: Option<String>,
    last: Option<String>,
    next: Option<String>,
    items: Option<u64>,
    opportunities: String,
    /// Kept against rejected, and the share.
    precision: Option<String>,
    /// Where it is read, where that is an address as it stands.
    address: Option<String>,
    evidence: Option<String>,
    /// Why it is in that state.
    reasons: Vec<String>,
    /// The address that it has moved to, with since when.
    moved: Option<(String, String)>,
    tdm: Option<Tdm>,
    chart: Option<Chart>,
    complaints: Vec<Told>,
    /// The last visit, where staff can say that what it showed is right.
    may_be_right: Option<i64>,
    search_href: String,
    /// Of a source that people ask.
    manual: bool,
    contact: Option<String>,
    cadence: Option<String>,
}

struct Tdm {
    said: String,
    seen: String,
    policy: Option<String>,
}

/// A complaint in the reader's words, and the log's.
struct Told {
    said: String,
    detail: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Html<String>, Problem> {
    let ui = Ui::of(raw.as_deref());
    let frame = Frame::of(&state, ui, &viewer, "/sources", &[]);
    let texts = frame.texts;
    let mut standings = standing::all(&state.store, &state.sources, state.clock.now()).await?;
    let calls = if frame.viewer.is_some() {
        standings.iter().filter(|standing| standing.call_due).map(|standing| call(standing, texts)).collect()
    } else {
        standings = standings.into_iter().map(Standing::for_anyone).collect();
        Vec::new()
    };
    // Those that want a look first; beyond that in the roadmap's order.
    standings.sort_by_key(|standing| standing.judgement.state.urgency());
    let page = SourcesPage {
        count: texts.n("web.source_count", standings.len() as u64, &[]),
        calls,
        rows: standings.iter().map(|standing| row(standing, texts, ui)).collect(),
        frame,
    };
    Ok(Html(page.render().map_err(anyhow::Error::from)?))
}

fn call(standing: &Standing, texts: &Texts) -> Call {
    Call {
        slug: standing.source.slug.clone(),
        name: name(standing, texts),
        contact: contact(standing),
        last_new: standing.last_new.map(day_of),
    }
}

fn name(standing: &Standing, texts: &Texts) -> String {
    texts.language().name_of(&standing.source.name).to_owned()
}

fn contact(standing: &Standing) -> Option<String> {
    match &standing.source.shape {
        Shape::Manual(manual) => manual.contact.as_deref().map(clean::line),
        _ => None,
    }
}

fn row(standing: &Standing, texts: &Texts, ui: Ui) -> Row {
    let (source, last_run) = (&standing.source, standing.last_run());
    let query = crate::search::query::SearchQuery { source: vec![source.slug.clone()], ..Default::default() };
    let reviews = standing.reviews;
    Row {
        name: name(standing, texts),
        network: named(texts, "network_name", &source.network),
        shape: named(texts, "shape", source.shape.name()),
        state: wording::state(texts, standing.judgement.state),
        state_code: standing.judgement.state.code(),
        since: standing.since.map(day_of),
        reasons: standing.judgement.reasons.iter().map(|reason| wording::reason(texts, reason)).collect(),
        last: standing.last_success.map(moment),
        next: standing.next_due.map(moment),
        items: last_run.map(|run| run.counts.kept.items),
        opportunities: texts.n("web.count", last_run.map_or(0, |run| run.counts.kept.opportunities), &[]),
        precision: reviews.precision().map(|precision| {
            let share = format!("{:.0}", precision * 100.0);
            let (kept, all) = (reviews.kept.to_string(), (reviews.kept + reviews.rejected).to_string());
            texts.t("web.source_precision_value", &[("kept", &kept), ("all", &all), ("share", &share)])
        }),
        address: source.shape.address().filter(|address| !address.contains('{')).map(str::to_owned),
        evidence: source.evidence.as_deref().map(clean::line),
        moved: standing.moved.as_ref().map(|moved| (clean::line(&moved.to), day_of(moved.since))),
        tdm: standing.reservation.as_ref().map(|seen| tdm(seen, texts)),
        complaints: standing
            .complaints()
            .iter()
            .take(COMPLAINTS)
            .map(|complaint| Told { said: wording::complaint(texts, complaint), detail: clean::line(&complaint.detail) })
            .collect(),
        may_be_right: last_run.filter(|_| standing.judgement.may_be_right()).map(|run| run.id),
        chart: chart(&standing.runs, texts),
        search_href: format!("/{}", query.href(ui.pairs())),
        manual: matches!(source.shape, Shape::Manual(_)),
        contact: contact(standing),
        cadence: source.cadence_days.map(|days| texts.n("web.source_cadence_value", days.into(), &[])),
        slug: source.slug.clone(),
    }
}

fn tdm(seen: &SeenReservation, texts: &Texts) -> Tdm {
    Tdm {
        said: texts.t(if seen.said.reserved { "web.tdm.reserved" } else { "web.tdm.free" }, &[]),
        seen: texts.t("web.tdm.seen", &[("date", &day_of(seen.seen_at))]),
        policy: seen.said.policy.as_deref().and_then(clean::link),
    }
}

fn chart(runs: &[CrawlRun], texts: &Texts) -> Option<Chart> {
    let shown = &runs[..runs.len().min(RUNS)];
    let bars = shown.iter().rev().map(|run| {
        let outcome = code(run.outcome);
        let said = format!("{}: {}, {}", moment(run.started_at), named(texts, "outcome", &outcome), run.counts.kept.items);
        (outcome, run.counts.kept.items, said)
    });
    Chart::of(bars, texts)
}
