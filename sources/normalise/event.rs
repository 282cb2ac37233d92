//! When and where something takes place: fields first, else the dates that the prose gives to an event.

use chrono::NaiveDate;

use super::deadline::Dated;
use super::evidence::{Found, found};
use super::reading::Reading;
use crate::finding::{Finding, field};
use crate::lexicon::{Lexicon, Tag};
use crate::opportunity::{Event, Kind};

/// The event, and the words for its days.
pub(super) fn event(
    finding: &Finding,
    reading: &Reading,
    lang: Option<&str>,
    dated: &Dated<'_>,
    kind: Kind,
    today: NaiveDate,
    lexicon: &Lexicon,
) -> (Event, Option<Found>) {
    let mut event = Event {
        place: finding.field(field::PLACE).map(super::clean::line),
        online: finding.field(field::ONLINE).map(|_| true).or_else(|| online(reading, lexicon)),
        ..Event::default()
    };
    let of_field = |name: &str| super::fields::date(finding, name, lang, today);
    if let Some((start, words)) = of_field(field::EVENT_START) {
        event.start = Some(start);
        event.end = Some(of_field(field::EVENT_END).map_or(start, |(end, _)| end).max(start));
        return (event, Some(words));
    }
    let gathers = matches!(kind, Kind::Conference | Kind::Exhibition | Kind::Exchange | Kind::Training);
    let Some(days) = dated.event(gathers) else { return (event, None) };
    (event.start, event.end) = (Some(days.start), Some(days.end));
    (event, Some(found(&days.quote, "event.dates")))
}

/// A title that speaks of a webinar says that one need not travel; a text that says nothing leaves it open.
fn online(reading: &Reading, lexicon: &Lexicon) -> Option<bool> {
    reading
        .hits
        .iter()
        .take_while(|hit| reading.in_title(hit))
        .any(|hit| matches!(hit.tag, Tag::Kind(cue) if lexicon.kinds[cue].id == "kind.online"))
        .then_some(true)
}
