//! Records as a table.

use std::io::Write;

use sources::Opportunity;
use sources::opportunity::Stage;

use super::answer::Item;
use crate::clean::web_address;
use crate::code::code;
use crate::record::{Record, Sighting};
use crate::table::{begin, write};

/// New ones are added at the end: programs count them.
const COLUMNS: [&str; 28] = [
    "id",
    "title",
    "summary",
    "lang",
    "url",
    "kind",
    "status",
    "deadline",
    "deadline_kind",
    "event_start",
    "event_end",
    "event_place",
    "amount_min",
    "amount_max",
    "amount_total",
    "currency",
    "eligible_country",
    "eligible_body",
    "eligible_place",
    "organiser",
    "programme",
    "topics",
    "countries",
    "sources",
    "published",
    "opens",
    "deadlines",
    "changed",
];

/// The mark and the names of the columns.
pub fn write_header(out: &mut impl Write) -> anyhow::Result<()> {
    begin(out, COLUMNS)
}

/// One record.
pub fn write_row(out: &mut impl Write, record: &Record) -> anyhow::Result<()> {
    write(out, cells(&record.id, &record.opportunity, &record.sources, record.changed))
}

/// One item of an answer.
pub(super) fn write_item(out: &mut impl Write, item: &Item) -> anyhow::Result<()> {
    write(out, cells(&item.id, &item.opportunity, &item.sources, item.changed))
}

fn cells(id: &str, told: &Opportunity, sources: &[Sighting], changed: u64) -> [String; 28] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let sum = |sum: Option<f64>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        id.to_owned(),
        told.title.clone(),
        text(&told.summary),
        text(&told.lang),
        web_address(&told.url).to_owned(),
        code(told.kind),
        code(told.status),
        day(told.deadline.decisive().map(|stage| stage.date)),
        code(told.deadline.kind),
        day(told.event.start),
        day(told.event.end),
        text(&told.event.place),
        sum(told.amount.min),
        sum(told.amount.max),
        sum(told.amount.total),
        text(&told.amount.currency),
        code(told.eligibility.country.verdict),
        code(told.eligibility.body.verdict),
        code(told.eligibility.place.verdict),
        text(&told.organiser),
        text(&told.programme),
        told.topics.join(" "),
        told.countries.join(" "),
        sources.iter().map(|seen| seen.slug.as_str()).collect::<Vec<_>>().join(" "),
        day(told.published),
        day(told.opens),
        told.deadline.stages.iter().map(stage).collect::<Vec<_>>().join(" | "),
        changed.to_string(),
    ]
}

/// `2027-03-15`, `2027-03-15T17:00`, `2027-03-15T17:00 Europe/Brussels`: as much as is known.
fn stage(stage: &Stage) -> String {
    let time = stage.time.map(|time| time.format("T%H:%M").to_string()).unwrap_or_default();
    let zone = stage.zone.as_ref().filter(|_| stage.time.is_some()).map(|zone| format!(" {zone}")).unwrap_or_default();
    format!("{}{time}{zone}", stage.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_begins_with_a_mark_and_lines_end_in_crlf() {
        let mut out = Vec::new();
        write_header(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.starts_with("\u{FEFF}id,title,") && text.ends_with(",sources,published,opens,deadlines,changed\r\n"),
            "{text:?}"
        );
    }
}
