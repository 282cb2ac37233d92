//! The dates of calls as a calendar has them (RFC 5545). A date without a time, or whose zone nobody told, is an all-day event; a moment is
//! given in UTC, so that every calendar shows it at its owner's hour. The same date has the same UID in every letter, feed and file, so that
//! a later copy takes the place of an earlier one.
//! Pure: records and texts in, a file out.

use chrono::{DateTime, Days, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};

use crate::appointment::Appointment;
use crate::clean::without_controls;
use crate::record::Record;

/// Who made the file.
const PRODUCT: &str = "-//kolkore//kolkore//HE";

/// Octets of a line before it is folded (RFC 5545 3.1).
const LINE: usize = 75;

/// What is told of one date.
pub(crate) struct Told<'a> {
    pub(crate) record: &'a Record,
    pub(crate) date: &'a Appointment,
    pub(crate) summary: &'a str,
    pub(crate) description: &'a str,
    pub(crate) url: Option<&'a str>,
    /// When this was written.
    pub(crate) at: DateTime<Utc>,
    /// It is taken back.
    pub(crate) is_off: bool,
}

/// A date keeps its number when an earlier one has passed and when its day moves, and the record's change number only grows.
pub(crate) fn event(told: &Told<'_>) -> Event {
    let stage = &told.date.stage;
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}@kolkore", uid(&told.record.id), told.date.number))
        .timestamp(told.at)
        .sequence(u32::try_from(told.record.changed).unwrap_or(u32::MAX))
        .summary(told.summary)
        .description(told.description)
        // A day on which something is due is not a day on which nobody has time.
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(url) = told.url {
        event.url(url);
    }
    if let Some(at) = stage.moment() {
        // An event without an end ends as it begins (RFC 5545, 3.6.1).
        event.starts(at);
    } else {
        event.starts(stage.date);
        if let Some(next) = stage.date.checked_add_days(Days::new(1)) {
            event.ends(next);
        }
    }
    if told.is_off {
        event.status(EventStatus::Cancelled);
    }
    event.done()
}

/// A calendar without events. The library calls itself the product, which is for the program that made the file (RFC 5545 3.7.3).
pub(crate) fn empty() -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", PRODUCT)).append_property(("CALSCALE", "GREGORIAN"));
    calendar
}

/// An [`empty`] calendar of this name. The library does not know that NAME (RFC 7986 5.1) is a text, whose commas are escaped.
pub(crate) fn called(name: &str) -> Calendar {
    let mut calendar = empty();
    calendar.append_property(Property::new("NAME", escaped(name)));
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    calendar
}

/// As RFC 5545 3.3.11 has it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace('\n', "\\n")
}

/// The file. The library counts a folded line without the space that begins it, which makes 76 bytes of 75; so its lines are folded anew.
pub(crate) fn file(calendar: &Calendar) -> String {
    let text = without_controls(&calendar.to_string());
    let mut out = String::with_capacity(text.len());
    text.replace("\r\n ", "").split_terminator("\r\n").for_each(|line| fold(&mut out, line));
    out
}

/// Of an id, what may stand in a UID everywhere.
fn uid(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' }).collect()
}

/// One content line, folded between characters.
fn fold(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}
