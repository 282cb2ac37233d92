//! Tables for spreadsheets: RFC 4180 with a byte-order mark (Excel reads Hebrew as Windows-1255 without one), no cell that a
//! spreadsheet would run as a formula.

use std::io::Write;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The mark and the names of the columns.
pub(crate) fn begin<const COLUMNS: usize>(out: &mut impl Write, names: [&str; COLUMNS]) -> anyhow::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    write(out, names.map(str::to_owned))
}

/// Cells as one line.
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
}
