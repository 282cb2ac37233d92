//! Where a call stands by its words: an explicit one on its own page closes, a status field is a hint. That it is over because its day is
//! over is told when somebody asks: days move, and staff correct them.

use chrono::NaiveDate;

use super::evidence::{Found, found};
use super::reading::Reading;
use crate::lexicon::{Lexicon, Says, Tag};
use crate::opportunity::{Deadline, Status};

/// "The call is closed" closes where it stands at the head of the page; further down it may be about last year's.
const HEAD_SENTENCES: usize = 2;

/// The status on a day, and the words for it.
pub(super) fn status(
    reading: &Reading,
    deadline: &Deadline,
    opens: Option<NaiveDate>,
    field: Option<&str>,
    lexicon: &Lexicon,
    today: NaiveDate,
) -> (Status, Option<Found>) {
    let said = field.and_then(|field| of_field(field, lexicon)).map(|status| (status, field));
    let page = of_page(reading, lexicon);
    if let Some((status @ (Status::Withdrawn | Status::Closed), field)) = said {
        return (status, field.map(|field| found(field, "status.field")));
    }
    if let Some((status @ (Status::Withdrawn | Status::Closed), found)) = page {
        return (status, Some(found));
    }
    if let Some(opens) = opens {
        let status = if opens > today { Status::Forthcoming } else { Status::Open };
        return (status, None);
    }
    if let Some((Status::Forthcoming, field)) = said {
        return (Status::Forthcoming, field.map(|field| found(field, "status.field")));
    }
    match page {
        // A dated call that speaks of something to come ("the portal will open on …") is open to read and to prepare.
        Some((Status::Forthcoming, found)) if deadline.stages.is_empty() => (Status::Forthcoming, Some(found)),
        _ => (Status::Open, None),
    }
}

/// A source's own word, or one of ours.
fn of_field(field: &str, lexicon: &Lexicon) -> Option<Status> {
    match field.to_lowercase().as_str() {
        "open" | "posted" | "ongoing" | "published" | "active" => return Some(Status::Open),
        "closed" | "archived" | "expired" | "ended" => return Some(Status::Closed),
        "forthcoming" | "forecasted" | "forecast" | "upcoming" | "planned" => return Some(Status::Forthcoming),
        "withdrawn" | "cancelled" | "canceled" => return Some(Status::Withdrawn),
        _ => {}
    }
    let hits = lexicon.hits(&words::tokens(field), None);
    hits.iter().find_map(|hit| state_of(hit.tag, lexicon))
}

fn of_page(reading: &Reading, lexicon: &Lexicon) -> Option<(Status, Found)> {
    reading
        .tagged(|tag| state_of(tag, lexicon))
        .find(|(hit, _)| reading.sentence_at(hit.start) <= HEAD_SENTENCES)
        .map(|(hit, status)| (status, found(reading.quote(hit), "status.said")))
}

fn state_of(tag: Tag, lexicon: &Lexicon) -> Option<Status> {
    let Tag::Verdict(cue) = tag else { return None };
    match lexicon.verdicts[cue].says {
        Says::Over => Some(Status::Closed),
        Says::Withdrawn => Some(Status::Withdrawn),
        Says::Forthcoming => Some(Status::Forthcoming),
        _ => None,
    }
}
