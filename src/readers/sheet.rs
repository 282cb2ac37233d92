//! A file as rows of texts: CSV, or the first sheet of a workbook. What it is called does not matter, only what it holds.

use std::io::Cursor;

use anyhow::Context as _;
use calamine::{Data, Reader as _, Xlsx};

/// Rows beyond the readers there could be: the file is another one.
const MOST_ROWS: usize = 20_000;

/// Headings, and rows with their numbers as a spreadsheet shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub headings: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Sheet {
    /// From a file's bytes: a workbook is a ZIP file, everything else is taken for CSV.
    pub fn read(bytes: &[u8]) -> anyhow::Result<Self> {
        if bytes.starts_with(b"PK") { read_workbook(bytes) } else { read_csv(bytes) }
    }
}

/// Reads CSV in UTF-8, with or without the mark that spreadsheets write, parted by commas, semicolons or tabs.
fn read_csv(bytes: &[u8]) -> anyhow::Result<Sheet> {
    let text =
        std::str::from_utf8(bytes).context("the file is neither a workbook (.xlsx) nor CSV in UTF-8; save it as one of them")?;
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let count = |between: char| first.matches(between).count();
    let between = [',', ';', '\t'].into_iter().max_by_key(|between| count(*between)).unwrap_or(',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between as u8).from_reader(text.as_bytes());
    let rows = reader.records().enumerate().map(|(at, row)| {
        let row = row.with_context(|| format!("row {}: this is no CSV", at + 1))?;
        Ok((at + 1, row.iter().map(unquoted).collect()))
    });
    sheet(rows.collect::<anyhow::Result<Vec<_>>>()?)
}

/// Reads the first sheet of a workbook.
fn read_workbook(bytes: &[u8]) -> anyhow::Result<Sheet> {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).context("the workbook does not read; save it as .xlsx")?;
    let range = book.worksheet_range_at(0).context("the workbook has no sheet")?.context("the first sheet does not read")?;
    let first = range.start().map_or(0, |(row, _)| row as usize);
    let rows = range.rows().enumerate().map(|(at, row)| (first + at + 1, row.iter().map(text).collect()));
    sheet(rows.collect())
}

fn sheet(rows: Vec<(usize, Vec<String>)>) -> anyhow::Result<Sheet> {
    anyhow::ensure!(rows.len() <= MOST_ROWS, "the table has {} rows, at most {MOST_ROWS} are read", rows.len());
    let mut rows = rows.into_iter().skip_while(|(_, cells)| cells.iter().all(|cell| cell.trim().is_empty()));
    let headings = rows.next().context("the table is empty")?.1;
    Ok(Sheet { headings, rows: rows.collect() })
}

/// A number without the `.0` that a spreadsheet does not show either, a date as a day.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(at) => at.as_datetime().map_or_else(|| at.to_string(), |at| at.date().to_string()),
        other => other.to_string(),
    }
}

/// The apostrophe that keeps a text from being a formula is none of it.
fn unquoted(cell: &str) -> String {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell).to_owned()
}
