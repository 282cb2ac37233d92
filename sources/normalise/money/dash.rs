//! A dash beside a sum: "2027 - €5,000" is a year and a sum, "10,000 - $30,000" two ends of a range.

use super::sums::Sum;

/// The lower end of a range is no less than this and a multiple of `STEP`, where nothing else says that it is a sum.
const LEAST: f64 = 100.0;

/// Sums without a sign of their own are round; years, days and numbers of lots are not.
const STEP: f64 = 50.0;

/// Numbers between these, written without a mark for thousands, are years.
pub(super) const YEARS: std::ops::Range<f64> = 1900.0..2100.0;

/// Is the currency behind a number that of the next one ("July 31 -- $55", "Grant 2027 €5,000")? `gap` stands before the
/// currency, `rest` behind it.
pub(super) fn is_of_next(gap: &str, currency: &str, rest: &str) -> bool {
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let dashed = gap.contains(['-', '־']);
    let signed = !gap.is_empty() && !currency.starts_with(char::is_alphabetic);
    dashed && digit(rest.trim_start_matches([' ', '\u{a0}', '\u{202f}'])) || signed && digit(rest)
}

/// May a number without a currency be the lower end of a range whose upper end stands behind a dash?
pub(super) fn is_lower_end(text: &str, left: &Sum, right: &Sum) -> bool {
    let dashed = text.get(left.end..right.start).is_some_and(|gap| matches!(gap.trim(), "-" | "–" | "—"));
    if !dashed || !is_bare(text, left) {
        return true;
    }
    // "COVID-19 - €30,000".
    let named = text[..left.start].strip_suffix('-').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_alphabetic()));
    let signed = !text[right.start..].starts_with(|c: char| c.is_numeric());
    let round = left.value >= LEAST && left.value % STEP == 0.0;
    !named && (round || !signed && !YEARS.contains(&left.value))
}

/// Is this a number without a mark for thousands that is a year, unless it is round?
pub(super) fn may_be_year(text: &str, sum: &Sum) -> bool {
    is_bare(text, sum) && YEARS.contains(&sum.value) && sum.value % STEP != 0.0
}

/// A number of digits and nothing else: no mark for thousands, no "thousand" behind it.
fn is_bare(text: &str, sum: &Sum) -> bool {
    text.get(sum.start..sum.end).is_some_and(|written| written.chars().all(char::is_numeric))
}
