//! Mailboxes that get no more letters, what came back, and the way to resume.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::{Redirect, Response};
use axum::{Extension, Form};
use serde::Deserialize;

use super::page;
use crate::clean;
use crate::store::EVERYWHERE;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::wording::{moment, named, names_of};
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/mailboxes";

/// Letters that came back last: of some weeks.
const ROWS: usize = 100;

#[derive(Template)]
#[template(path = "web/staff/mailboxes.html")]
struct Page<'a> {
    frame: Frame<'a>,
    suspended: Vec<Suspended>,
    returned: Vec<Returned>,
}

struct Suspended {
    /// As stored, for the form.
    municipality: String,
    name: String,
    contact: String,
    why: String,
    since: String,
}

struct Returned {
    name: String,
    contact: String,
    how: String,
    said: String,
    when: String,
}

#[derive(Deserialize)]
pub(crate) struct Lift {
    municipality: String,
    contact: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let frame = Frame::of(&state, Ui::of(raw.as_deref()), &viewer, PATH, &[]);
    let texts = frame.texts;
    let names = names_of(&state.store.municipalities().await?, texts.language());
    let name = |slug: &str| {
        if slug == EVERYWHERE {
            frame.t("mailboxes_everywhere")
        } else {
            names.get(slug).cloned().unwrap_or_else(|| clean::line(slug))
        }
    };
    let suspended = state.store.suppressions().await?.into_iter().map(|one| Suspended {
        name: name(&one.municipality),
        municipality: one.municipality,
        contact: clean::line(&one.contact),
        why: named(texts, "suppressed", one.why.code()),
        since: moment(one.at),
    });
    let returned = state.store.latest_bounces(ROWS).await?.into_iter().map(|one| Returned {
        name: name(&one.municipality),
        contact: clean::line(&one.contact),
        how: named(texts, "bounce", one.kind.code()),
        said: clean::line(&format!("{} {}", one.status, one.said)),
        when: moment(one.at),
    });
    page(&Page { suspended: suspended.collect(), returned: returned.collect(), frame })
}

/// Sends letters to a mailbox again.
pub(crate) async fn lift(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Form(lift): Form<Lift>,
) -> Result<Redirect, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    if state.store.unsuppress(&lift.municipality, &lift.contact, state.clock.now()).await? {
        tracing::info!(municipality = lift.municipality, by, "letters to a mailbox are resumed");
        Ok(Redirect::to(&format!("{PATH}{}", Ui::of(raw.as_deref()).suffix())))
    } else {
        Err(Problem::conflict("This mailbox is not suspended, or somebody has just resumed it."))
    }
}
