//! iCalendar (RFC 5545): one event for each deadline stage. A date without a time is an all-day event; a moment is given in UTC,
//! so that every calendar shows it at its owner's hour.

use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::Response;
use chrono::Days;
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus};
use sources::opportunity::{Stage, Status};

use super::{answer, page, records, told};
use crate::digest::letter::calendar::fold;
use crate::record::{COMMON_ZONE, Record};
use crate::web::WebState;
use crate::web::openapi::parameters::Question;
use crate::web::openapi::responses::{Always, WrongParameter};
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
        (status = 200, description = "iCalendar (RFC 5545): an event of each stage of each deadline; what closes soonest first.", content((String = "text/calendar")), headers(
            ("ETag" = String, description = "Weak: a hash of this answer."),
            ("Link" = String, description = "The first, previous, next and last page (RFC 8288)."))),
        Always, WrongParameter
    )
)]
pub(in crate::web) async fn serve(State(state): State<WebState>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let found = records(&state, raw.as_deref(), Format::Calendar).await?;
    let mut calendar = Calendar::new();
    calendar.name(&state.settings.organisation.name_he);
    for record in &found.records {
        for (n, stage) in record.opportunity.deadline.stages.iter().enumerate() {
            calendar.push(event(&state, record, n, stage));
        }
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"opportunities.ics\""),
    ];
    Ok(answer(&found, "/calendar.ics", headers, folded(&calendar.done().to_string())))
}

/// The library counts a folded line without the space that begins it, which makes 76 bytes of 75; so its lines are folded anew.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.replace("\r\n ", "").split_terminator("\r\n").for_each(|line| fold(&mut out, line));
    out
}

/// UID and SEQUENCE make a later copy replace the earlier: the record's change number only grows.
fn event(web: &WebState, record: &Record, n: usize, stage: &Stage) -> Event {
    let opportunity = &record.opportunity;
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}@kolkore", record.id, n + 1))
        .timestamp(record.changed_at)
        .sequence(u32::try_from(record.changed).unwrap_or(u32::MAX))
        .summary(&opportunity.title)
        .description(&told(record, web.clock.today()))
        .url(&page(web, record));
    if stage.time.is_some() {
        let over = stage.over_at(COMMON_ZONE);
        event.starts(over).ends(over);
    } else {
        event.starts(stage.date);
        if let Some(next) = stage.date.checked_add_days(Days::new(1)) {
            event.ends(next);
        }
    }
    if opportunity.status == Status::Withdrawn {
        event.status(EventStatus::Cancelled);
    }
    event.done()
}
