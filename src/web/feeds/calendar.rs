//! iCalendar (RFC 5545): one event for each deadline stage; what was withdrawn or is no more is CANCELLED. A date without a time is
//! an all-day event; a moment is given in UTC, so that every calendar shows it at its owner's hour.

use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use chrono::Days;
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use sources::Opportunity;
use sources::opportunity::{Stage, Status};

use super::{answer, name, page, records, told, without_controls};
use crate::appointment::{self, Appointment};
use crate::digest::letter::calendar::fold;
use crate::record::{COMMON_ZONE, Record};
use crate::web::WebState;
use crate::web::access::Viewer;
use crate::web::api::opportunities::visible;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, Missing, WrongParameter};
use crate::web::problem::Problem;
use crate::web::query::Format;

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
    let found = records(&state, raw.as_deref(), Format::Calendar).await?;
    let body = calendar(&state, &name(&state, &found.query), &found.records).await?;
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
    Ok((HEADERS, calendar(&state, &record.opportunity.title, std::slice::from_ref(&record)).await?).into_response())
}

const HEADERS: [(header::HeaderName, &str); 2] = [
    (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
    (header::CONTENT_DISPOSITION, "inline; filename=\"opportunities.ics\""),
];

/// The dates of these records as a calendar.
async fn calendar(state: &WebState, name: &str, records: &[Record]) -> anyhow::Result<String> {
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let mut followed = state.store.appointments(&ids).await?;
    let mut calendar = Calendar::new();
    calendar.name(name);
    for record in records {
        let stages = &record.opportunity.deadline.stages;
        let dates = followed.remove(&record.id).unwrap_or_else(|| appointment::first(stages));
        for date in &dates {
            let is_ahead = date.stage.over_at(COMMON_ZONE) > state.clock.now();
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
    Ok(folded(&calendar.done().to_string()))
}

/// The library counts a folded line without the space that begins it, which makes 76 bytes of 75; so its lines are folded anew.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    without_controls(text).replace("\r\n ", "").split_terminator("\r\n").for_each(|line| fold(&mut out, line));
    out
}

/// UID and SEQUENCE make a later copy replace the earlier: a date keeps its number, and the record's change number only grows.
fn event(web: &WebState, record: &Record, date: &Appointment, is_off: bool) -> Event {
    let stage = &date.stage;
    // Of this date alone, whatever others the call has.
    let mut alone = record.opportunity.clone();
    alone.deadline.stages = vec![stage.clone()];
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}@kolkore", record.id, date.number))
        .timestamp(record.changed_at)
        .sequence(u32::try_from(record.changed).unwrap_or(u32::MAX))
        .summary(&title(&record.opportunity, stage))
        .description(&told(&alone, web.clock.today()))
        .url(&page(web, record))
        // A day on which something is due is not a day on which nobody has time.
        .add_property("TRANSP", "TRANSPARENT");
    if stage.time.is_some() {
        // A moment: an event without an end ends as it begins (RFC 5545, 3.6.1).
        event.starts(stage.over_at(COMMON_ZONE));
    } else {
        event.starts(stage.date);
        if let Some(next) = stage.date.checked_add_days(Days::new(1)) {
            event.ends(next);
        }
    }
    if is_off {
        event.status(EventStatus::Cancelled);
    }
    event.done()
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
