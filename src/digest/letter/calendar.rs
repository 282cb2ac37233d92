//! The letter's deadlines as a calendar file, written from records and the numbers of their dates.

use icalendar::Event;

use super::{End, Letter, wording};
use crate::appointment::{self, Appointment};
use crate::calendar::{self, Told};
use crate::clean;
use crate::i18n::Texts;
use crate::record::Record;

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
    let events: Vec<Event> = told.chain(ended).collect();
    if events.is_empty() {
        return None;
    }
    let mut calendar = calendar::empty();
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.extend(events);
    Some(calendar::file(&calendar))
}

/// The dates of a call that are still ahead, or the last where none is.
fn dates(record: &Record, letter: &Letter<'_>) -> Vec<Appointment> {
    let opportunity = &record.opportunity;
    let mut dates = letter.dates.get(&record.id).cloned().unwrap_or_else(|| appointment::first(&opportunity.deadline.stages));
    let first = wording::stage(opportunity, letter.today).map_or(letter.today, |stage| stage.date);
    dates.retain(|date| date.stage.date >= if date.dropped { letter.today } else { first });
    dates
}

fn event(record: &Record, date: &Appointment, is_off: bool, letter: &Letter<'_>, texts: &Texts) -> Event {
    let opportunity = &record.opportunity;
    let title = clean::line(&opportunity.title);
    let summary = match wording::step(&date.stage, opportunity, texts) {
        Some(step) => texts.t("letter.calendar_step", &[("step", &step), ("title", &title)]),
        None => texts.t("letter.calendar_deadline", &[("title", &title)]),
    };
    calendar::event(&Told {
        record,
        date,
        summary: &summary,
        description: &wording::deadline_of(&date.stage, texts),
        url: clean::link(&opportunity.url).as_deref(),
        at: letter.now,
        is_off,
    })
}
