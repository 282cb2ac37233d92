//! The office's own part of a week's letter: opening words, and one opportunity that everyone is shown.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Form};
use chrono::Days;
use serde::Deserialize;

use super::page;
use crate::address::in_language;
use crate::clean;
use crate::digest::week::Week;
use crate::record::{Review, is_live};
use crate::store::Opening;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::pages::card::Foreign;
use crate::web::pages::{Frame, Ui};
use crate::web::problem::Problem;

const PATH: &str = "/staff/edition";

/// A letter is two minutes: more than a paragraph of ours and nobody comes to the calls.
const LONGEST: usize = 600;

/// Weeks that can be written ahead, the present one included.
const AHEAD: u64 = 4;

#[derive(Template)]
#[template(path = "web/staff/edition.html")]
struct Page<'a> {
    frame: Frame<'a>,
    week: String,
    /// (label, days, chosen)
    weeks: Vec<(String, String, bool)>,
    opening: Opening,
    /// Title of the record that is shown to everyone.
    title: Option<Foreign>,
    /// The record is none that can be shown.
    mistake: bool,
}

/// The form as it comes in.
#[derive(Deserialize)]
pub(crate) struct Said {
    week: String,
    #[serde(default)]
    he: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    ar: String,
    /// Id of a record, or the address of its page.
    #[serde(default)]
    record: String,
}

pub(crate) async fn show(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let wanted = url::form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "week")
        .and_then(|(_, label)| label.parse::<Week>().ok());
    let week = wanted.unwrap_or_else(|| Week::of(state.clock.today()));
    let opening = state.store.opening(&week.label()).await?;
    shown(&state, &viewer, raw.as_deref(), week, opening, false).await
}

pub(crate) async fn say(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    RawQuery(raw): RawQuery,
    Form(said): Form<Said>,
) -> Result<Response, Problem> {
    let by = viewer.name().ok_or_else(Problem::unauthorized)?;
    let week: Week = said.week.parse().map_err(|_| Problem::not_found("There is no such week; write 2026-W48."))?;
    let opening = Opening { he: words(&said.he), en: words(&said.en), ar: words(&said.ar), record: record_of(&said.record) };
    if !opening.record.is_empty() {
        let record = state.store.record(&opening.record).await?;
        let may_be_shown =
            record.is_some_and(|record| record.review == Review::Approved && is_live(&record.opportunity, state.clock.now()));
        if !may_be_shown {
            let page = shown(&state, &viewer, raw.as_deref(), week, opening, true).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    }
    state.store.set_opening(&week.label(), &opening, by, state.clock.now()).await?;
    let back = in_language(&format!("{PATH}?week={}", week.label()), Ui::of(raw.as_deref()).0);
    Ok(Redirect::to(&back).into_response())
}

/// One paragraph, bounded.
fn words(text: &str) -> String {
    let text: String = clean::inner(text).chars().take(LONGEST).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An id, or what follows `/o/` in the address of a record's page.
fn record_of(written: &str) -> String {
    let written = written.trim();
    let Some((_, rest)) = written.split_once("/o/") else { return written.to_owned() };
    let segment = rest.split(['?', '#']).next().unwrap_or_default();
    percent_decoded(segment)
}

fn percent_decoded(segment: &str) -> String {
    // A segment has no `+` for a space, so that one is kept before it is decoded as a form's value.
    let pair = format!("x={}", segment.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, id)| id.into_owned()).unwrap_or_default()
}

async fn shown(
    state: &WebState,
    viewer: &Viewer,
    raw: Option<&str>,
    week: Week,
    opening: Opening,
    mistake: bool,
) -> Result<Response, Problem> {
    let frame = Frame::of(state, Ui::of(raw), viewer, PATH, &[("week", week.label())]);
    let today = state.clock.today();
    let ahead = (0..AHEAD).map(|weeks| Week::of(today.checked_add_days(Days::new(7 * weeks)).unwrap_or(today)));
    let record = if opening.record.is_empty() { None } else { state.store.record(&opening.record).await? };
    page(&Page {
        weeks: ahead.map(|one| (one.label(), one.days(), one == week)).collect(),
        week: week.label(),
        title: record.map(|record| Foreign::of(&record.opportunity.title, record.opportunity.lang.as_deref())),
        opening,
        mistake,
        frame,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_named_by_its_id_or_by_the_address_of_its_page() {
        for (written, id) in [
            (" a1b2 ", "a1b2"),
            ("https://calls.example.org/o/a1b2?ui=en", "a1b2"),
            ("/o/EU%2F2027-1+2#why", "EU/2027-1+2"),
            ("", ""),
        ] {
            assert_eq!(record_of(written), id);
        }
    }
}
