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
            (facts(&before) != facts(value)).then(|| (name.clone(), before, value.clone()))
        })
        .collect()
}

/// A value without the quotes inside it: the same fact in other words is no change.
fn facts(value: &Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members.iter().filter(|(name, _)| *name != "quote").map(|(name, value)| (name.clone(), facts(value))).collect(),
        ),
        Value::Array(values) => Value::Array(values.iter().map(facts).collect()),
        plain => plain.clone(),
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_date_in_other_words_is_no_change() {
        let record = |quote: &str, date: &str| {
            let Value::Object(members) =
                json!({ "deadline": { "stages": [{ "date": date, "quote": quote }] }, "evidence": { "kind": quote } })
            else {
                unreachable!("an object was written")
            };
            members
        };
        assert!(changes(&record("by 1 May", "2027-05-01"), &record("until 1 May", "2027-05-01")).is_empty());
        let moved = changes(&record("by 1 May", "2027-05-01"), &record("by 8 May", "2027-05-08"));
        assert_eq!(moved.iter().map(|(field, ..)| field.as_str()).collect::<Vec<_>>(), ["deadline"]);
    }
}
