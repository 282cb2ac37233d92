//! One case of a probe: its members, and what is wrong with them.

use chrono::NaiveDate;
use serde_json::Value;

/// Why a case cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseError {
    /// A short stable word.
    pub code: &'static str,
    /// A sentence for people.
    pub detail: String,
}

impl CaseError {
    /// An error with a sentence.
    pub fn new(code: &'static str, detail: impl ToString) -> Self {
        Self { code, detail: detail.to_string() }
    }

    fn bad_input(detail: impl ToString) -> Self {
        Self::new("bad_input", detail)
    }
}

/// A text that has to be there.
pub(super) fn text<'c>(case: &'c Value, name: &str) -> Result<&'c str, CaseError> {
    optional_text(case, name)?.ok_or_else(|| CaseError::bad_input(format!("`{name}` is missing")))
}

/// A text that may be missing or null.
pub(super) fn optional_text<'c>(case: &'c Value, name: &str) -> Result<Option<&'c str>, CaseError> {
    match case.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(CaseError::bad_input(format!("`{name}` is no text"))),
    }
}

/// A day that has to be there.
pub(super) fn day(case: &Value, name: &str) -> Result<NaiveDate, CaseError> {
    let written = text(case, name)?;
    written.parse().map_err(|_| CaseError::bad_input(format!("`{name}` is `{written}`, no day; write 2026-11-22")))
}

/// A day that may be missing.
pub(super) fn optional_day(case: &Value, name: &str) -> Result<Option<NaiveDate>, CaseError> {
    match optional_text(case, name)? {
        None => Ok(None),
        // A source's date may carry a time; its day is what counts.
        Some(written) => match written.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Ok(Some(day)),
            None => Err(CaseError::bad_input(format!("`{name}` is `{written}`, no day; write 2026-11-22"))),
        },
    }
}

/// A header by its name in lower case.
pub(super) fn header<'c>(case: &'c Value, name: &str) -> Option<&'c str> {
    case.get("headers")?.as_object()?.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?.1.as_str()
}

/// The bytes of the file that `path` names.
pub(super) fn bytes(path: &str) -> Result<Vec<u8>, CaseError> {
    std::fs::read(path).map_err(|error| CaseError::bad_input(format!("`{path}` cannot be read: {error}")))
}
