//! A member of staff's own saved searches: what each finds now, how often its owner is told, another name, its end.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;

use super::page;
use crate::address::in_language;
use crate::clean;
use crate::i18n::Language;
use crate::search::SearchError;
use crate::search::query::{Reader, SearchQuery};
use crate::store::{HowOften, Saved, SavedSearch, Watch};
use crate::watch::{begin, complaint_in_words};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::moment;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/searches";

/// A name is read in a list, and stands in the subject of a mail.
const LONGEST_NAME: usize = 80;

#[derive(Template)]
#[template(path = "web/staff/searches.html")]
struct Page<'a> {
    frame: Frame<'a>,
    /// What could not be done, and why.
    mistake: Option<String>,
    rows: Vec<Row>,
    /// The staff's mailboxes; with none nobody can be told.
    mailboxes: Vec<String>,
    /// (code, name)
    how_often: Vec<(&'static str, String)>,
    languages: Vec<(&'static str, String)>,
}

struct Row {
    id: String,
    name: String,
    href: String,
    /// How many it finds, or why it finds nothing.
    found: Result<String, String>,
    how_often: &'static str,
    language: String,
    contact: String,
    /// Its mailbox is no longer one of the staff's: nobody is told.
    is_mute: bool,
    notified: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct New {
    name: String,
    #[serde(default)]
    query: String,
}

#[derive(Deserialize)]
pub(crate) struct Name {
    name: String,
}

#[derive(Deserialize)]
pub(crate) struct Wanted {
    how_often: HowOften,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    language: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    listed(&state, &viewer, Ui::of(raw.as_deref()), None).await
}

/// Saves the question of a search page under a name.
pub(crate) async fn save(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Form(new): Form<New>,
) -> Result<Response, Problem> {
    let (ui, now) = (Ui::of(raw.as_deref()), state.clock.now());
    let query = SearchQuery::from_query_string(&new.query)?;
    // What names a topic or a source that nobody knows is said now, not by a mail.
    state.finder.find(&SearchQuery { page_size: Some(1), page: 1, ..query.clone() }, now, Reader::Staff).await?;
    let name = match named(&new.name) {
        Ok(name) => name,
        Err(mistake) => return listed(&state, &viewer, ui, Some(mistake)).await,
    };
    let search =
        SavedSearch { language: ui.0.code().to_owned(), ..SavedSearch::new(owner(&viewer)?, &name, &query.saved(), now) };
    done(&state, &viewer, ui, state.store.save_search(&search, now).await?).await
}

/// Calls one's own search by another name.
pub(crate) async fn rename(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    Form(new): Form<Name>,
) -> Result<Response, Problem> {
    let ui = Ui::of(raw.as_deref());
    match named(&new.name) {
        Ok(name) => {
            let saved = state.store.rename_search(owner(&viewer)?, &id, &name, state.clock.now()).await?;
            done(&state, &viewer, ui, saved).await
        }
        Err(mistake) => listed(&state, &viewer, ui, Some(mistake)).await,
    }
}

/// Says how often one is told of one's own search, and where.
pub(crate) async fn watch(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Problem> {
    let (ui, now, owner) = (Ui::of(raw.as_deref()), state.clock.now(), owner(&viewer)?);
    let known = state.store.search(&id).await?.filter(|search| search.owner == owner);
    let Some(search) = known else { return done(&state, &viewer, ui, Saved::Gone).await };
    let mut contact = search.contact;
    let mut begins = None;
    if wanted.how_often != HowOften::None {
        let chosen = state.settings.staff.mailboxes().find(|mailbox| *mailbox == wanted.contact);
        let Some(mailbox) = chosen else { return listed(&state, &viewer, ui, Some("no_mailbox")).await };
        mailbox.clone_into(&mut contact);
        if search.how_often == HowOften::None {
            match begin(&state.finder, &search.query, now).await? {
                Ok(seen) => begins = Some(seen),
                Err(_) => return listed(&state, &viewer, ui, Some("unwatchable")).await,
            }
        }
    }
    let language = Language::for_staff(&wanted.language).code().to_owned();
    let watch = Watch { how_often: wanted.how_often, contact, language, begins };
    done(&state, &viewer, ui, state.store.watch_search(owner, &id, &watch, now).await?).await
}

/// Takes one's own search away.
pub(crate) async fn delete(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let saved = state.store.delete_search(owner(&viewer)?, &id, state.clock.now()).await?;
    done(&state, &viewer, Ui::of(raw.as_deref()), saved).await
}

fn owner(viewer: &Viewer) -> Result<&str, Problem> {
    viewer.name().ok_or_else(Problem::unauthorized)
}

/// A name on one line, or what is wrong with it.
fn named(typed: &str) -> Result<String, &'static str> {
    let name = clean::line(typed);
    match name.chars().count() {
        0 => Err("no_name"),
        length if length > LONGEST_NAME => Err("long_name"),
        _ => Ok(name),
    }
}

async fn done(state: &WebState, viewer: &Viewer, ui: Ui, saved: Saved) -> Result<Response, Problem> {
    match saved {
        Saved::Done => Ok(Redirect::to(&format!("{PATH}{}", ui.suffix())).into_response()),
        Saved::NameTaken => listed(state, viewer, ui, Some("name_taken")).await,
        Saved::TooMany => listed(state, viewer, ui, Some("too_many")).await,
        Saved::Gone => Err(Problem::not_found("You have no saved search of this id; it may have been deleted.")),
    }
}

/// The page, with what went wrong where something did.
async fn listed(state: &WebState, viewer: &Viewer, ui: Ui, mistake: Option<&str>) -> Result<Response, Problem> {
    let frame = Frame::of(state, ui, viewer, PATH, &[]);
    let mut rows = Vec::new();
    for search in state.store.searches_of(owner(viewer)?).await? {
        rows.push(row(state, &frame, search).await?);
    }
    let name = |list: &str, code: &str| frame.t(&format!("{list}.{code}"));
    let page = page(&Page {
        mistake: mistake.map(|mistake| name("search_mistake", mistake)),
        rows,
        mailboxes: state.settings.staff.mailboxes().map(str::to_owned).collect(),
        how_often: HowOften::ALL.iter().map(|one| (one.code(), name("how_often", one.code()))).collect(),
        languages: [Language::He, Language::En].map(|one| (one.code(), name("language_name", one.code()))).to_vec(),
        frame,
    })?;
    Ok(if mistake.is_some() { (StatusCode::BAD_REQUEST, page).into_response() } else { page })
}

async fn row(state: &WebState, frame: &Frame<'_>, search: SavedSearch) -> Result<Row, Problem> {
    let texts = frame.texts;
    let complaint = |detail: &str| complaint_in_words(texts, detail);
    let found = match SearchQuery::from_query_string(&search.query) {
        Err(bad) => Err(complaint(&bad.detail)),
        Ok(query) => {
            // As the watch counts: who is never written to should not see three that merely resemble the question.
            match state.finder.find_whole(&query, state.clock.now(), Reader::Staff, 1).await {
                // One that was found too wide for a watch is read all the same.
                Ok(_) if !search.complaint.is_empty() && search.how_often != HowOften::None => Err(complaint(&search.complaint)),
                Ok(answer) => Ok(texts.n("web.count", answer.total as u64, &[])),
                Err(SearchError::Bad(bad)) => Err(complaint(&bad.detail)),
                Err(SearchError::Failed(error)) => return Err(error.into()),
            }
        }
    };
    let is_ours = state.settings.staff.mailboxes().any(|mailbox| mailbox == search.contact);
    Ok(Row {
        href: in_language(&format!("/?{}", search.query), texts.language()),
        found,
        how_often: search.how_often.code(),
        is_mute: search.how_often != HowOften::None && !is_ours,
        notified: search.notified_at.map(moment),
        id: search.id,
        name: search.name,
        language: search.language,
        contact: search.contact,
    })
}
