//! The form with which staff enter an opportunity that no program found.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;
use sources::source::Shape;

use crate::address::segment;
use crate::entry::{self, Entry, Mistake};
use crate::store::KeepCounts;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// Languages offered: those that the house has names for.
const LANGUAGES: &[&str] = &["he", "en", "fr", "de", "es", "it", "pt", "pl", "nl", "ar", "ru"];

#[derive(Template)]
#[template(path = "web/enter.html")]
struct Page<'a> {
    frame: Frame<'a>,
    entry: Entry,
    mistakes: BTreeMap<&'static str, String>,
    /// (slug, name), those that people ask first.
    sources: Vec<(String, String)>,
    /// (code, name)
    languages: Vec<(&'static str, String)>,
}

impl Page<'_> {
    fn mistake(&self, field: &str) -> Option<&String> {
        self.mistakes.get(field)
    }
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    source: String,
}

pub(crate) async fn form(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Problem> {
    let entry = Entry { source: chosen.source, ..Entry::default() };
    page(&state, &viewer, raw.as_deref(), entry, &BTreeMap::new())
}

pub(crate) async fn enter(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Form(entry): Form<Entry>,
) -> Result<Response, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let finding = match entry::finding(&entry, &state.sources) {
        Ok(finding) => finding,
        Err(mistakes) => {
            let page = page(&state, &viewer, raw.as_deref(), entry, &mistakes)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let source = state.sources.iter().find(|source| source.slug == finding.source);
    let source = source.ok_or_else(|| Problem::not_found("There is no such source."))?;
    let record = entry::keep(&state.store, &state.lexicon, source, finding, by, state.clock.now()).await?;
    Ok(Redirect::to(&format!("/o/{}{}", segment(&record), Ui::of(raw.as_deref()).suffix())).into_response())
}

/// Notes that somebody has asked a source, and that there was nothing new.
pub(crate) async fn asked(
    State(state): State<WebState>,
    RawQuery(raw): RawQuery,
    axum::extract::Path(slug): axum::extract::Path<String>,
) -> Result<Redirect, Problem> {
    let is_manual = |source: &&sources::Source| source.slug == slug && matches!(source.shape, Shape::Manual(_) | Shape::Mail(_));
    if !state.sources.iter().any(|source| is_manual(&source)) {
        return Err(Problem::not_found("There is no such source that people ask."));
    }
    entry::note_asked(&state.store, &slug, KeepCounts::default(), state.clock.now()).await?;
    Ok(Redirect::to(&format!("/sources{}#{slug}", Ui::of(raw.as_deref()).suffix())))
}

fn page(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    entry: Entry,
    mistakes: &BTreeMap<&'static str, Mistake>,
) -> Result<Response, Problem> {
    let frame = Frame::of(state, Ui::of(raw), viewer, "/staff/enter", &[]);
    let texts = frame.texts;
    let mut sources: Vec<_> = state.sources.iter().collect();
    sources.sort_by_key(|source| !matches!(source.shape, Shape::Manual(_) | Shape::Mail(_)));
    let name = |source: &sources::Source| texts.language().name_of(&source.name).to_owned();
    let page = Page {
        entry,
        mistakes: mistakes
            .iter()
            .map(|(field, mistake)| (*field, texts.t(&format!("web.mistake.{}", mistake.code()), &[])))
            .collect(),
        sources: sources.into_iter().map(|source| (source.slug.clone(), name(source))).collect(),
        languages: LANGUAGES.iter().map(|code| (*code, texts.t(&format!("web.language_name.{code}"), &[]))).collect(),
        frame,
    };
    super::page(&page)
}
