//! Codes: the words that states, kinds and verdicts have in JSON, in the store and in addresses.

use serde::Serialize;
use serde_json::Value;

/// The word that a code has in JSON.
pub fn code(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => code,
        other => unreachable!("a code is a unit variant and serialises to its name, not to {other:?}"),
    }
}
