//! iCalendar (RFC 5545): one event for each deadline stage; what was withdrawn or is no more is CANCELLED.

use std::collections::HashMap;

use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use icalendar::Event;
use sources::Opportunity;
use sources::opportunity::{Stage, Status};

use super::{answer, name, page, records, told};
use crate::appointment::{self, Appointment};
use crate::calendar::{self, Told};
use crate::record::Record;
use crate::search::query::Format;
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::opportunities::visible;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, Missing, WrongParameter};
use crate::web::problem::Problem;

/// Any question, to follow or to subscribe to.
#[utoipa::path(
    get,
    path = "/calendar.ics",
    operation_id = "feed_calendar",
    tag = "feeds",
    params(Question),
    responses(
        (status = 200, description = "iCalendar (RFC 5545): an event of each stage of each deadline, those first that close soonest. Unless `status` says otherwise, what was withdrawn or closed before its day is told as CANCELLED; so is a date that a call no longer has.", content((String = "text/calendar")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Link" = String, description = "The first, previous, next and last page (RFC 8288)."))),
        Always, WrongParameter
    )
)]
pub(in crate::web) async fn serve(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let mut found = records(&state, raw.as_deref(), Format::Calendar).await?;
    let name = name(&state, &found.query);
    let body = dates_of(state, name, std::mem::take(&mut found.records)).await?;
    Ok(answer(&found, "/calendar.ics", HEADERS, body))
}

/// One call's dates, to be put into a calendar.
#[utoipa::path(
    get,
    path = "/o/{id}/calendar.ics",
    operation_id = "one_calendar",
    tag = "feeds",
    params(("id" = String, Path, description = "As in a list's items.")),
    responses(
        (status = 200, description = "iCalendar (RFC 5545): an event of each date; none where the call has none.", content((String = "text/calendar")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."))),
        Always, Missing
    )
)]
pub(in crate::web) async fn one(
    State(state): State<WebState>,
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let record = visible(&state, &viewer, &id).await?;
    let name = record.opportunity.title.clone();
    Ok((HEADERS, dates_of(state, name, vec![record]).await?).into_response())
}

const HEADERS: [(header::HeaderName, &str); 2] = [
    (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
    (header::CONTENT_DISPOSITION, "inline; filename=\"opportunities.ics\""),
];

/// The dates of these records as a calendar.
async fn dates_of(state: WebState, name: String, records: Vec<Record>) -> anyhow::Result<String> {
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let followed = state.store.appointments(&ids).await?;
    // Off the async workers: there may be thousands.
    Ok(tokio::task::spawn_blocking(move || written(&state, &name, &records, followed)).await?)
}

/// The same, of calls some of whose dates were followed as they moved.
fn written(state: &WebState, name: &str, records: &[Record], mut followed: HashMap<String, Vec<Appointment>>) -> String {
    let now = state.clock.now();
    let mut calendar = calendar::called(name);
    for record in records {
        let stages = &record.opportunity.deadline.stages;
        let dates = followed.remove(&record.id).unwrap_or_else(|| appointment::first(stages));
        for date in &dates {
            let is_ahead = date.stage.over_at() > now;
            // A call is closed with a day still ahead only where somebody said so.
            let is_off = match record.opportunity.status {
                Status::Withdrawn => true,
                Status::Closed => date.dropped || is_ahead,
                _ => date.dropped,
            };
            // What is off and was over anyhow is nobody's business any more.
            if !is_off || is_ahead {
                calendar.push(event(state, record, date, is_off));
            }
        }
    }
    calendar::file(&calendar.done())
}

fn event(web: &WebState, record: &Record, date: &Appointment, is_off: bool) -> Event {
    // Of this date alone, whatever others the call has.
    let mut alone = record.opportunity.clone();
    alone.deadline.stages = vec![date.stage.clone()];
    calendar::event(&Told {
        record,
        date,
        summary: &title(&record.opportunity, &date.stage),
        description: &told(&alone, web.clock.today()),
        url: Some(&page(web, record)),
        at: record.changed_at,
        is_off,
    })
}

/// The call's title, and which of its dates this is, in the source's words or else by its place.
fn title(opportunity: &Opportunity, stage: &Stage) -> String {
    let stages = &opportunity.deadline.stages;
    let place = stages.iter().position(|one| one.date == stage.date && one.time == stage.time);
    match (&stage.label, place) {
        (Some(label), _) if !label.trim().is_empty() => format!("{} – {}", opportunity.title, label.trim()),
        (_, Some(n)) if stages.len() > 1 => format!("{} ({}/{})", opportunity.title, n + 1, stages.len()),
        _ => opportunity.title.clone(),
    }
}
