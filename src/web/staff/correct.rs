//! A record as staff correct it: its fields one by one, each locked once it is set, and the sources that were joined to it.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;

use super::correction::{Correction, DEADLINE_KINDS, FIELDS, KINDS, Mistakes};
use super::page;
use crate::address::segment;
use crate::clean;
use crate::decisions::{self, Rules};
use crate::record::Record;
use crate::store::{Decided, Edited};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::opportunities::visible;
use crate::web::pages::card::Foreign;
use crate::web::pages::wording::named;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

#[derive(Template)]
#[template(path = "web/staff/correct.html")]
struct Page<'a> {
    frame: Frame<'a>,
    segment: String,
    title: Foreign,
    fields: Vec<Field>,
    /// (code, name)
    kinds: Vec<(&'static str, String)>,
    deadline_kinds: Vec<(&'static str, String)>,
    /// It has several days, which a correction replaces by one.
    has_stages: bool,
    joined: Vec<Joined>,
    failed: bool,
}

struct Field {
    code: &'static str,
    name: String,
    locked: bool,
    typed: Correction,
    /// (input, what is wrong with it)
    mistakes: Vec<(&'static str, String)>,
}

impl Field {
    fn mistake(&self, input: &str) -> Option<&String> {
        self.mistakes.iter().find(|(name, _)| *name == input).map(|(_, said)| said)
    }
}

/// A source that was joined to the record.
struct Joined {
    finding: String,
    source: String,
    link: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Which {
    field: String,
}

#[derive(Deserialize)]
pub(crate) struct Whose {
    finding: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let record = visible(&state, &viewer, &id).await?;
    form(&state, &viewer, raw.as_deref(), &record, None).await
}

/// Sets one field, and locks it. What cannot be set comes back as it was typed, with the reason beside it.
pub(crate) async fn edit(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    Form(typed): Form<Correction>,
) -> Result<Response, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let record = visible(&state, &viewer, &id).await?;
    if !FIELDS.contains(&typed.field.as_str()) {
        return Err(Problem::not_found("There is no such field to correct."));
    }
    let value = match typed.value(&record.opportunity) {
        Ok(value) => value,
        Err(mistakes) => {
            let page = form(&state, &viewer, raw.as_deref(), &record, Some((typed, mistakes))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    match state.store.edit(&id, &typed.field, value, by, state.clock.now()).await? {
        Edited::Done => Ok(back(&id, raw.as_deref()).into_response()),
        Edited::Unknown => Err(Problem::not_found("There is no such opportunity.")),
        Edited::Refused(why) => Err(Problem::conflict(&why)),
    }
}

/// Gives a field back to the rules.
pub(crate) async fn unlock(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    Form(which): Form<Which>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if state.store.unlock(&id, &which.field, by, state.clock.now()).await? {
        Ok(back(&id, raw.as_deref()))
    } else {
        Err(Problem::conflict("This field is not locked."))
    }
}

/// Splits a source off: it gets a record of its own, for good.
pub(crate) async fn split(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    Form(whose): Form<Whose>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if !state.store.joined(&id).await?.iter().any(|member| member.finding == whose.finding) {
        return Err(Problem::not_found("This source is not joined to this record."));
    }
    let rules = Rules { sources: &state.sources, lexicon: &state.lexicon, now: state.clock.now() };
    match decisions::split(&state.store, &rules, &whose.finding, by).await? {
        Decided::Done => Ok(back(&id, raw.as_deref())),
        Decided::Unknown => Err(Problem::not_found("This source is not joined to this record.")),
        Decided::Lead => Err(Problem::conflict("The record began with this source; split the others from it.")),
    }
}

fn back(id: &str, raw: Option<&str>) -> Redirect {
    Redirect::to(&format!("/staff/records/{}{}", segment(id), Ui::of(raw).suffix()))
}

async fn form(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    record: &Record,
    mut refused: Option<(Correction, Mistakes)>,
) -> Result<Response, Problem> {
    let segment = segment(&record.id);
    let path = format!("/staff/records/{segment}");
    let frame = Frame::of(state, Ui::of(raw), viewer, &path, &[]);
    let texts = frame.texts;
    let told = &record.opportunity;
    let failed = refused.is_some();
    let fields = FIELDS.map(|code| {
        let (typed, mistakes) =
            refused.take_if(|(typed, _)| typed.field == code).unwrap_or_else(|| (Correction::of(code, told), Mistakes::new()));
        let mistake = |(input, said)| (input, texts.t(&format!("web.mistake.{said}"), &[]));
        Field {
            code,
            name: named(texts, "field", code),
            locked: record.locked.iter().any(|name| name == code),
            typed,
            mistakes: mistakes.into_iter().map(mistake).collect(),
        }
    });
    let joined = state.store.joined(&record.id).await?.into_iter().map(|member| Joined {
        source: state.finder.labels.source(&member.source, texts.language()),
        link: clean::link(&member.url),
        finding: member.finding,
    });
    page(&Page {
        title: Foreign::of(&told.title, told.lang.as_deref()),
        fields: fields.into(),
        kinds: KINDS.map(|code| (code, named(texts, "kind", code))).into(),
        deadline_kinds: DEADLINE_KINDS.map(|code| (code, named(texts, "deadline_kind", code))).into(),
        has_stages: told.deadline.stages.len() > 1,
        joined: joined.collect(),
        failed,
        segment,
        frame,
    })
}
