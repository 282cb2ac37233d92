//! The first sheet of a workbook (`.xlsx`), which is a ZIP file of XML: unpacked within bounds before anything parses it, and read cell by
//! cell, for a single cell far out would otherwise make a table of millions of empty ones.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use zip::ZipArchive;

use super::{MOST_ROWS, What, too_many_rows};

/// All parts unpacked: a list of all authorities with ten contacts each has a quarter of this.
const MOST_UNPACKED: u64 = 16 << 20;

/// Workbooks have a dozen parts, with pictures some hundred.
const MOST_PARTS: usize = 1_000;

/// Beyond four times our columns the table is another one.
const MOST_COLUMNS: usize = 100;

/// The rows that hold something, with their numbers.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, What> {
    check_size(bytes)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| What::of("no_workbook"))?;
    let first = book.sheet_names().into_iter().next().ok_or_else(|| What::of("no_sheet"))?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(|_| What::of("no_sheet"))?;
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(|_| What::of("no_workbook"))? {
        let text = text(&Data::from(cell.get_value().clone()));
        // Spreadsheets note the style of cells that hold nothing, out to the last column.
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        if row >= MOST_ROWS {
            return Err(too_many_rows(row + 1));
        }
        if column >= MOST_COLUMNS {
            return Err(What::of("columns").with("columns", &(column + 1).to_string()).with("most", &MOST_COLUMNS.to_string()));
        }
        let row = rows.entry(row + 1).or_default();
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = text;
    }
    Ok(rows.into_iter().collect())
}

/// Unpacks all of it into nothing, and stops where it is too much. What the directory says of sizes is only a claim.
fn check_size(bytes: &[u8]) -> Result<(), What> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| What::of("no_workbook"))?;
    if archive.len() > MOST_PARTS {
        return Err(What::of("parts").with("parts", &archive.len().to_string()));
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| What::of("no_workbook"))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| What::of("no_workbook"))?;
        left = left.checked_sub(read).ok_or_else(|| What::of("bomb").with("most", &format!("{} MB", MOST_UNPACKED >> 20)))?;
    }
    Ok(())
}

/// A number without the `.0` that a spreadsheet does not show either, a date as a day.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(at) => at.as_datetime().map_or_else(|| at.to_string(), |at| at.date().to_string()),
        other => other.to_string(),
    }
}
