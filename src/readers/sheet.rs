//! A file as rows of texts: CSV, or the first sheet of a workbook. What it is called does not matter, only what it holds.
//! The file is whatever somebody sent: it is bounded before it is taken for anything.

mod workbook;

use std::borrow::Cow;

use encoding_rs::WINDOWS_1255;

use super::What;
use super::columns::{MOST_ABOVE, is_heading};

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
    ///
    /// # Errors
    /// Why it is no table that can be read.
    pub fn read(bytes: &[u8]) -> Result<Self, What> {
        if bytes.starts_with(b"PK") { sheet(workbook::rows(bytes)?) } else { read_csv(bytes) }
    }
}

/// Reads CSV in UTF-8, with or without the mark that spreadsheets write, or in the code page that a Hebrew Excel saves it in, parted by commas, semicolons or tabs.
fn read_csv(bytes: &[u8]) -> Result<Sheet, What> {
    let text = decoded(bytes).ok_or_else(|| What::of("no_table"))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let count = |between: char| first.matches(between).count();
    let between = [',', ';', '\t'].into_iter().max_by_key(|between| count(*between)).unwrap_or(',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(between as u8).from_reader(text.as_bytes());
    let rows = reader.records().enumerate().map(|(at, row)| {
        let row = row.map_err(|_| What::of("no_csv").with("row", &(at + 1).to_string()))?;
        Ok((at + 1, row.iter().map(unquoted).collect()))
    });
    sheet(rows.collect::<Result<Vec<_>, _>>()?)
}

/// Bytes in another code page are letters in this one too: only a table whose headings we know in Hebrew is certainly in it.
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.into());
    }
    let text = WINDOWS_1255.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_hebrew = |cell: &str| cell.contains(|c| ('א'..='ת').contains(&c)) && is_heading(cell);
    text.lines().take(MOST_ABOVE).flat_map(|line| line.split([',', ';', '\t'])).any(is_hebrew).then_some(text)
}

fn sheet(rows: Vec<(usize, Vec<String>)>) -> Result<Sheet, What> {
    if rows.len() > MOST_ROWS {
        return Err(too_many_rows(rows.len()));
    }
    let mut rows = rows.into_iter().skip_while(|(_, cells)| cells.iter().all(|cell| cell.trim().is_empty()));
    let headings = rows.next().ok_or_else(|| What::of("empty"))?.1;
    Ok(Sheet { headings, rows: rows.collect() })
}

fn too_many_rows(rows: usize) -> What {
    What::of("rows").with("rows", &rows.to_string()).with("most", &MOST_ROWS.to_string())
}

/// The apostrophe that keeps a text from being a formula is none of it.
fn unquoted(cell: &str) -> String {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell).to_owned()
}
