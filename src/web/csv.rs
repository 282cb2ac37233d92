//! Records for spreadsheets: RFC 4180 with a byte-order mark (Excel reads Hebrew as Windows-1255 without one), no cell that a
//! spreadsheet would run as a formula.

use std::io::Write;

use sources::Opportunity;

use super::answer::Item;
use crate::code::code;
use crate::record::{Record, Sighting};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

const COLUMNS: [&str; 24] = [
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
];

/// The mark and the names of the columns.
pub fn write_header(out: &mut impl Write) -> anyhow::Result<()> {
    begin(out, COLUMNS)
}

/// The mark and the names of any table's columns.
pub(crate) fn begin<const COLUMNS: usize>(out: &mut impl Write, names: [&str; COLUMNS]) -> anyhow::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    write(out, names.map(str::to_owned))
}

/// One record.
pub fn write_row(out: &mut impl Write, record: &Record) -> anyhow::Result<()> {
    write(out, cells(&record.id, &record.opportunity, &record.sources))
}

/// One item of an answer.
pub(super) fn write_item(out: &mut impl Write, item: &Item) -> anyhow::Result<()> {
    write(out, cells(&item.id, &item.opportunity, &item.sources))
}

fn cells(id: &str, told: &Opportunity, sources: &[Sighting]) -> [String; 24] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let sum = |sum: Option<f64>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        id.to_owned(),
        told.title.clone(),
        text(&told.summary),
        text(&told.lang),
        told.url.clone(),
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
    ]
}

/// Cells as one line; a table of another kind begins with [`begin`].
pub(crate) fn write<const COLUMNS: usize>(out: &mut impl Write, cells: [String; COLUMNS]) -> anyhow::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    for cell in &cells {
        writer.write_field(harmless(cell).as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)?;
    writer.flush()?;
    Ok(())
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, as the spreadsheets themselves write it. One whose list
/// separator is a semicolon or a tab cuts the cell there, so that what begins behind it is looked at too.
fn harmless(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.parse::<f64>().is_ok() {
        return cell.into();
    }
    let mut out = String::new();
    let mut begins = true;
    for c in cell.chars() {
        if begins && is_of_formula(c) {
            out.push('\'');
        }
        out.push(c);
        begins = matches!(c, ';' | '\t') || (begins && matches!(c, ' ' | '"'));
    }
    if out.len() == cell.len() { cell.into() } else { out.into() }
}

fn is_of_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        assert_eq!(harmless("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("+972"), "+972");
        assert_eq!(harmless("-2+3"), "'-2+3");
        assert_eq!(harmless("קול קורא"), "קול קורא");
        assert_eq!(harmless("ok;=1+1"), "ok;'=1+1");
        assert_eq!(harmless("ok; \"@SUM(A1)"), "ok; \"'@SUM(A1)");
        assert_eq!(harmless("one; two - three"), "one; two - three");
    }

    #[test]
    fn the_file_begins_with_a_mark_and_lines_end_in_crlf() {
        let mut out = Vec::new();
        write_header(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("\u{FEFF}id,title,") && text.ends_with("sources\r\n"), "{text:?}");
    }
}
