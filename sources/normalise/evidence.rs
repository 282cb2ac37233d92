//! A quote and the rule that took it.

use std::collections::BTreeMap;

use crate::opportunity::Evidence;

/// The words that something was derived from.
pub(super) type Found = Evidence;

/// A quote longer than this is no quote; what matters stands at its beginning.
const LONGEST_QUOTE: usize = 400;

pub(super) fn found(quote: &str, rule: &str) -> Found {
    let quote = quote.trim();
    Evidence { quote: quote[..quote.floor_char_boundary(LONGEST_QUOTE)].to_owned(), rule: rule.to_owned(), file: None }
}

/// Notes a field's evidence, if there is any.
pub(super) fn note(evidence: &mut BTreeMap<String, Evidence>, field: &str, found: Option<Found>) {
    if let Some(found) = found.filter(|found| !found.quote.is_empty()) {
        evidence.insert(field.to_owned(), found);
    }
}
