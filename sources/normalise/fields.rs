//! Values that a source gives in fields of their own: they beat prose.

use chrono::NaiveDate;

use super::dates::dates;
use super::evidence::{Found, found};
use crate::finding::Finding;

/// The first date of a field's values, with the words.
pub(super) fn date(finding: &Finding, name: &str, lang: Option<&str>, today: NaiveDate) -> Option<(NaiveDate, Found)> {
    finding.values(name).find_map(|written| {
        let day = dates(written, lang, today).first().map(|day| day.date)?;
        Some((day, found(written, &format!("{name}.field"))))
    })
}
