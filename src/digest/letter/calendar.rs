//! The letter's deadlines as an iCalendar file (RFC 5545). A day without a time is an all-day date; a moment is told in UTC.
//! Written from records and the numbers of their dates: the same date has the same UID in every letter, so that a later one replaces it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{End, Letter, clean, wording};
use crate::appointment::{self, Appointment};
use crate::i18n::Texts;
use crate::record::Record;

/// Octets of a line before it is folded (RFC 5545 3.1).
const LINE: usize = 75;

/// The file, or `None` where no item has a date.
pub(super) fn write(letter: &Letter<'_>, texts: &Texts) -> Option<String> {
    let told = letter.items().flat_map(|item| {
        // A date that the call no longer has stands in the calendars of those who were told of it.
        let dates = dates(item.record, letter).into_iter().filter(|date| item.changes.is_some() || !date.dropped);
        dates.map(|date| event(item.record, &date, date.dropped, letter, texts)).collect::<Vec<_>>()
    });
    // What can no longer be had is taken out again; what is merely not listed may still have its dates.
    let ended = letter.ended.iter().filter(|ended| ended.end != End::Unlisted).flat_map(|ended| {
        dates(ended.record, letter).iter().map(|date| event(ended.record, date, true, letter, texts)).collect::<Vec<_>>()
    });
    let events: Vec<String> = told.chain(ended).collect();
    if events.is_empty() {
        return None;
    }
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kolkore//digest//EN", "METHOD:PUBLISH"] {
        fold(&mut out, line);
    }
    out.extend(events);
    fold(&mut out, "END:VCALENDAR");
    Some(out)
}

/// The dates of a call that are still ahead, or the last where none is.
fn dates(record: &Record, letter: &Letter<'_>) -> Vec<Appointment> {
    let opportunity = &record.opportunity;
    let mut dates = letter.dates.get(&record.id).cloned().unwrap_or_else(|| appointment::first(&opportunity.deadline.stages));
    let first = wording::stage(opportunity, letter.today).map_or(letter.today, |stage| stage.date);
    dates.retain(|date| date.stage.date >= if date.dropped { letter.today } else { first });
    dates
}

/// A date keeps its number, and so its UID, when an earlier one has passed and when its day moves.
fn event(record: &Record, date: &Appointment, is_off: bool, letter: &Letter<'_>, texts: &Texts) -> String {
    let stage = &date.stage;
    let opportunity = &record.opportunity;
    let title = clean::line(&opportunity.title);
    let mut out = String::new();
    let mut line = |text: String| fold(&mut out, &text);
    line("BEGIN:VEVENT".to_owned());
    let number = if date.number == 1 { String::new() } else { format!("-{}", date.number) };
    line(format!("UID:{}-deadline{number}@{}", uid(&record.id), host(letter.public_url)));
    line(format!("DTSTAMP:{}", letter.now.format("%Y%m%dT%H%M%SZ")));
    line(format!("SEQUENCE:{}", record.changed));
    if let Some(at) = stage.moment() {
        line(format!("DTSTART:{}", at.format("%Y%m%dT%H%M%SZ")));
    } else {
        line(format!("DTSTART;VALUE=DATE:{}", stage.date.format("%Y%m%d")));
        line(format!("DTEND;VALUE=DATE:{}", next_day(stage.date).format("%Y%m%d")));
    }
    let summary = match wording::step(stage, opportunity, texts) {
        Some(step) => texts.t("letter.calendar_step", &[("step", &step), ("title", &title)]),
        None => texts.t("letter.calendar_deadline", &[("title", &title)]),
    };
    line(format!("SUMMARY:{}", escaped(&summary)));
    line(format!("DESCRIPTION:{}", escaped(&wording::deadline_of(stage, texts))));
    if let Some(address) = clean::link(&opportunity.url) {
        line(format!("URL:{address}"));
    }
    if is_off {
        line("STATUS:CANCELLED".to_owned());
    }
    line("TRANSP:TRANSPARENT".to_owned());
    line("END:VEVENT".to_owned());
    out
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Of an id, what may stand in a UID everywhere.
fn uid(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' }).collect()
}

fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| "kolkore".to_owned())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// One content line, folded between characters.
pub(crate) fn fold(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    write!(out, "\r\n").expect("a String takes everything");
}
