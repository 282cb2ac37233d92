//! The table of everyone who gets letters: taken down as CSV, brought back as CSV or as a workbook.

use askama::Template;
use axum::Extension;
use axum::extract::{Multipart, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::page;
use crate::digest::letter::clean;
use crate::edition::profile;
use crate::readers::{self, Sheet};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

/// A workbook of all authorities with ten contacts each is a quarter of this.
pub(crate) const MAX_FILE: usize = 1 << 20;

const PATH: &str = "/staff/municipalities";

#[derive(Template)]
#[template(path = "web/staff/municipalities.html")]
struct Page<'a> {
    frame: Frame<'a>,
    members: usize,
    others: usize,
    reached: usize,
    /// So many lines were laid over what is known.
    imported: Option<usize>,
    mistakes: Vec<String>,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    shown(&state, &viewer, raw.as_deref(), None, Vec::new()).await
}

pub(crate) async fn table(State(state): State<WebState>) -> Result<Response, Problem> {
    let mut out = Vec::new();
    readers::export(&mut out, &state.store.municipalities().await?)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"municipalities.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, out).into_response())
}

/// Lays a file over what is known: all of it, or nothing and every mistake.
pub(crate) async fn import(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Problem> {
    let wrong = |what: String| async {
        let page = shown(&state, &viewer, raw.as_deref(), None, vec![what]).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let bytes = match file(form).await {
        Ok(bytes) => bytes,
        Err(what) => return wrong(what).await,
    };
    // Off the async workers: a workbook is unpacked.
    let sheet = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await.map_err(anyhow::Error::from)?;
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(error) => return wrong(format!("{error:#}")).await,
    };
    let now = state.clock.now();
    match readers::import(&sheet, &state.store.municipalities().await?, &state.lexicon, now) {
        Ok(changed) => {
            state.store.put_municipalities(&changed, now).await?;
            shown(&state, &viewer, raw.as_deref(), Some(changed.len()), Vec::new()).await
        }
        Err(mistakes) => {
            let mistakes = mistakes.iter().map(ToString::to_string).collect();
            let page = shown(&state, &viewer, raw.as_deref(), None, mistakes).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn file(form: Result<Multipart, axum::extract::multipart::MultipartRejection>) -> Result<Vec<u8>, String> {
    let too_much = |what: String| format!("{what}; a file may have {} kB", MAX_FILE / 1024);
    let mut form = form.map_err(|error| too_much(error.body_text()))?;
    while let Some(field) = form.next_field().await.map_err(|error| too_much(error.body_text()))? {
        if field.name() == Some("file") {
            return field.bytes().await.map(Vec::from).map_err(|error| too_much(error.body_text()));
        }
    }
    Err("no file was sent".to_owned())
}

async fn shown(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    imported: Option<usize>,
    mistakes: Vec<String>,
) -> Result<Response, Problem> {
    let frame = Frame::of(state, Ui::of(raw), viewer, PATH, &[]);
    let all = state.store.municipalities().await?;
    let members = all.iter().filter(|one| one.is_member()).count();
    let reached = all.iter().map(profile).collect::<anyhow::Result<Vec<_>>>()?;
    page(&Page {
        members,
        others: all.len() - members,
        reached: reached.iter().filter(|one| !one.contacts.is_empty()).count(),
        imported,
        mistakes: mistakes.iter().map(|mistake| clean::line(mistake)).collect(),
        frame,
    })
}
