//! The table of everyone who gets letters: taken down as CSV, brought back as CSV or as a workbook.

use askama::Template;
use axum::Extension;
use axum::extract::{Multipart, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use url::form_urlencoded;

use super::page;
use crate::address::segment;
use crate::clean;
use crate::readers::profile;
use crate::readers::{self, Sheet, What};
use crate::store::Municipality;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::name_of;
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
    /// Those with a mailbox, and those that no letter can reach: (slug, name), by name.
    lists: [(String, Vec<(String, String)>); 2],
    /// So many lines were laid over what is known.
    imported: Option<usize>,
    /// Which columns were not read.
    skipped: Option<String>,
    mistakes: Vec<String>,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    shown(&state, &viewer, raw.as_deref(), None, Vec::new()).await
}

/// `?municipality=`: the lines of one alone.
pub(crate) async fn table(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let mut pairs = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
    let one = pairs.find(|(name, _)| name == "municipality").map(|(_, slug)| slug.into_owned());
    let all = match &one {
        None => state.store.municipalities().await?,
        Some(slug) => vec![state.store.municipality(slug).await?.ok_or_else(|| unknown(slug))?],
    };
    let mut out = Vec::new();
    readers::export(&mut out, &all)?;
    let name = one.map_or_else(|| "municipalities".to_owned(), |_| format!("municipality-{}", all[0].code));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.csv\"", file_name(&name))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, out).into_response())
}

/// Nobody with this slug.
pub(super) fn unknown(slug: &str) -> Problem {
    Problem::not_found(&format!("There is no municipality `{}`.", clean::line(slug)))
}

/// Codes come with imports: a header takes plain letters alone.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

/// Lays a file over what is known: all of it, or nothing and every mistake.
pub(crate) async fn import(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Problem> {
    let texts = state.i18n.of(Ui::of(raw.as_deref()).0);
    let wrong = |mistakes: Vec<String>| async {
        let page = shown(&state, &viewer, raw.as_deref(), None, mistakes).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let bytes = match file(form).await {
        Ok(bytes) => bytes,
        Err(what) => return wrong(vec![what.in_words(texts)]).await,
    };
    // Off the async workers: a workbook is unpacked.
    let sheet = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await.map_err(anyhow::Error::from)?;
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(what) => return wrong(vec![what.in_words(texts)]).await,
    };
    let now = state.clock.now();
    let import = |known: &[Municipality]| {
        let imported = readers::import(&sheet, known, &state.lexicon, now);
        (imported.as_ref().map(|imported| imported.municipalities.clone()).unwrap_or_default(), imported)
    };
    match state.store.update_municipalities(import, now).await? {
        Ok(imported) => {
            let said = (imported.municipalities.len(), imported.in_words(texts));
            shown(&state, &viewer, raw.as_deref(), Some(said), Vec::new()).await
        }
        Err(mistakes) => wrong(mistakes.iter().map(|mistake| mistake.in_words(texts)).collect()).await,
    }
}

async fn file(form: Result<Multipart, axum::extract::multipart::MultipartRejection>) -> Result<Vec<u8>, What> {
    let too_much = || What::of("too_large").with("most", &format!("{} kB", MAX_FILE / 1024));
    let mut form = form.map_err(|_| too_much())?;
    while let Some(field) = form.next_field().await.map_err(|_| too_much())? {
        if field.name() == Some("file") {
            return field.bytes().await.map(Vec::from).map_err(|_| too_much());
        }
    }
    Err(What::of("no_file"))
}

async fn shown(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    imported: Option<(usize, Option<String>)>,
    mistakes: Vec<String>,
) -> Result<Response, Problem> {
    let frame = Frame::of(state, Ui::of(raw), viewer, PATH, &[]);
    let all = state.store.municipalities().await?;
    let members = all.iter().filter(|one| one.is_member()).count();
    let (mut with_mailbox, mut without) = (Vec::new(), Vec::new());
    for one in &all {
        let list = if profile(one)?.contacts.is_empty() { &mut without } else { &mut with_mailbox };
        list.push((segment(&one.slug), name_of(one, frame.texts.language())));
    }
    for list in [&mut with_mailbox, &mut without] {
        list.sort_by(|a, b| a.1.cmp(&b.1));
    }
    page(&Page {
        members,
        others: all.len() - members,
        reached: with_mailbox.len(),
        lists: [(frame.t("municipalities_reached"), with_mailbox), (frame.t("gap.no_mailbox"), without)],
        imported: imported.as_ref().map(|(count, _)| *count),
        skipped: imported.and_then(|(_, skipped)| skipped),
        mistakes: mistakes.iter().map(|mistake| clean::line(mistake)).collect(),
        frame,
    })
}
