//! What changed between two forms of one record, field by field.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use sources::Opportunity;

use crate::record::status_kept;

/// Fields whose change is no news to anyone: the reasons beside the facts.
const SILENT: &[&str] = &["evidence"];

/// What may change without staff: days and state, which an officer wants to know today.
const DATES: &[&str] = &["deadline", "status", "opens", "event", "published"];

/// Sentences taken from the text: where a day moved, the sentence that tells it did too.
const RETOLD: &[&str] = &["summary"];

/// Does more change than days and state?
pub(super) fn needs_review(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    let changed = changes(old, new);
    let dated = changed.iter().any(|(field, ..)| DATES.contains(&field.as_str()));
    changed.iter().any(|(field, ..)| !(DATES.contains(&field.as_str()) || dated && RETOLD.contains(&field.as_str())))
}

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

/// That a record is unlisted or withdrawn was learned from visits, not from its finding.
pub(super) fn keep_state(old: &Map<String, Value>, new: &mut Map<String, Value>) {
    if let Some(status) = old.get("status").filter(|status| matches!(status.as_str(), Some("unlisted" | "withdrawn"))) {
        new.insert("status".into(), status.clone());
    }
}

/// `new` open where the record was closed by the day that it had: the day that it has now closes it in its turn.
pub(super) fn keep_open(old: &Map<String, Value>, new: &mut Map<String, Value>, now: DateTime<Utc>) -> anyhow::Result<()> {
    let opportunity: Opportunity = serde_json::from_value(Value::Object(old.clone()))?;
    new.insert("status".into(), serde_json::to_value(status_kept(&opportunity, now))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_day_that_moves_needs_nobody_and_a_new_sum_does() {
        let record = |day: &str, summary: &str, most: u64| {
            json!({ "deadline": { "stages": [{ "date": day }] }, "summary": summary, "amount": { "max": most } })
                .as_object()
                .cloned()
                .unwrap()
        };
        let before = record("2027-05-01", "Apply by 1 May.", 100);
        assert!(!needs_review(&before, &record("2027-05-08", "Apply by 8 May.", 100)));
        assert!(needs_review(&before, &record("2027-05-08", "Apply by 8 May.", 200)));
        assert!(needs_review(&before, &record("2027-05-01", "Something else.", 100)));
    }

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
