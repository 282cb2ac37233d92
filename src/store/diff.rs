//! What changed between two forms of one record, field by field.

use serde_json::{Map, Value};
use sources::Opportunity;

/// Fields whose change is no news to anyone: the reasons beside the facts.
const SILENT: &[&str] = &["evidence"];

/// The fields that differ, `(name, old, new)`, silent ones left out.
pub(super) fn changes(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<(String, Value, Value)> {
    new.iter()
        .filter(|(name, _)| !SILENT.contains(&name.as_str()))
        .filter_map(|(name, value)| {
            let before = old.get(name).cloned().unwrap_or(Value::Null);
            (before != *value).then(|| (name.clone(), before, value.clone()))
        })
        .collect()
}

/// The record's members, in order.
pub(super) fn members(opportunity: &Opportunity) -> anyhow::Result<Map<String, Value>> {
    match serde_json::to_value(opportunity)? {
        Value::Object(members) => Ok(members),
        other => anyhow::bail!("a record serialises to {other}, not to an object"),
    }
}

/// `new` with the members that staff have set kept as they are.
pub(super) fn keep_locked(old: &Map<String, Value>, new: &mut Map<String, Value>, locked: &[String]) {
    for name in locked {
        if let Some(value) = old.get(name) {
            new.insert(name.clone(), value.clone());
        }
    }
}
