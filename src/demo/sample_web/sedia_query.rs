//! The query language of the EU-like interface: the parts of a request, and which records they select.

use serde::Deserialize;
use serde_json::Value;

/// Range bounds in any other form silently let everything pass, as the portal does.
const FULL_STAMP: usize = "2026-09-21T00:00:00.000+0000".len();
/// Clauses within clauses; our own engine needs two.
const MAX_DEPTH: usize = 8;

/// The parts of a multipart request that the interface reads.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) query: Option<Value>,
    pub(super) languages: Option<Vec<String>>,
    pub(super) sort: Option<Sort>,
}

/// `{"field": …, "order": "ASC"|"DESC"}`
#[derive(Debug, Deserialize)]
pub(super) struct Sort {
    field: String,
    #[serde(default)]
    order: Order,
}

#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Order {
    #[default]
    Asc,
    Desc,
}

impl Parts {
    /// Takes one part by its name; what it does not know it leaves.
    pub(super) fn take(&mut self, name: &str, json: &str) -> Result<(), serde_json::Error> {
        match name {
            "query" => self.query = Some(serde_json::from_str(json)?),
            "languages" => self.languages = Some(serde_json::from_str(json)?),
            "sort" => self.sort = Some(serde_json::from_str(json)?),
            _ => {}
        }
        Ok(())
    }
}

impl Sort {
    /// Sorts by the field's first value, then by reference; records without it disappear, as on the portal.
    pub(super) fn apply(&self, records: &mut Vec<Value>) {
        records.retain(|record| record["metadata"][&self.field][0].is_string());
        records.sort_by_cached_key(|record| (record["metadata"][&self.field][0].to_string(), record["reference"].to_string()));
        if self.order == Order::Desc {
            records.reverse();
        }
    }
}

/// Does a record with this metadata match? An error is a clause that the interface does not know.
pub(super) fn matches(clause: &Value, metadata: &Value) -> Result<bool, String> {
    matches_at(clause, metadata, 0)
}

fn matches_at(clause: &Value, metadata: &Value, depth: usize) -> Result<bool, String> {
    if depth > MAX_DEPTH {
        return Err("Query is nested too deeply".to_owned());
    }
    let Some((name, inner)) = only_member(clause) else { return Err("Invalid Query format".to_owned()) };
    if name == "bool" {
        for (occurrence, clauses) in inner.as_object().into_iter().flatten() {
            if occurrence != "must" {
                return Err(format!("bool.{occurrence} is not supported"));
            }
            for clause in clauses.as_array().into_iter().flatten() {
                if !matches_at(clause, metadata, depth + 1)? {
                    return Ok(false);
                }
            }
        }
        return Ok(true);
    }
    let Some((field, wanted)) = only_member(inner) else { return Err("Invalid Query format".to_owned()) };
    let mut values = metadata[field].as_array().into_iter().flatten().filter_map(Value::as_str);
    match name {
        "terms" => {
            let wanted: Vec<&str> = wanted.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            Ok(values.any(|value| wanted.contains(&value)))
        }
        "range" => Ok(values.any(|value| in_range(value, wanted))),
        _ => Err(format!("Invalid Query format: {name}")),
    }
}

fn in_range(value: &str, bounds: &Value) -> bool {
    bounds.as_object().into_iter().flatten().all(|(name, bound)| match bound.as_str() {
        Some(bound) if bound.len() == FULL_STAMP => match name.as_str() {
            "gt" => value > bound,
            "gte" => value >= bound,
            "lt" => value < bound,
            "lte" => value <= bound,
            _ => true,
        },
        _ => true,
    })
}

fn only_member(object: &Value) -> Option<(&str, &Value)> {
    let mut members = object.as_object()?.iter();
    let (name, value) = members.next()?;
    members.next().is_none().then_some((name.as_str(), value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn record() -> Value {
        json!({ "type": ["1"], "status": ["31094502"], "es_SortDate": ["2026-09-21T00:00:00.000+0000"] })
    }

    #[test]
    fn terms_and_ranges_combine_with_and() {
        let query = |status: &str, after: &str| json!({ "bool": { "must": [{ "terms": { "status": [status] } }, { "range": { "es_SortDate": { "gt": after } } }] } });
        assert_eq!(matches(&query("31094502", "2026-09-20T00:00:00.000+0000"), &record()), Ok(true));
        assert_eq!(matches(&query("31094503", "2026-09-20T00:00:00.000+0000"), &record()), Ok(false));
        assert_eq!(matches(&query("31094502", "2026-09-21T00:00:00.000+0000"), &record()), Ok(false));
    }

    #[test]
    fn a_range_with_a_plain_date_silently_matches_all() {
        assert_eq!(matches(&json!({ "range": { "es_SortDate": { "gt": "2030-01-01" } } }), &record()), Ok(true));
    }

    #[test]
    fn a_clause_that_the_interface_does_not_know_is_an_error() {
        assert!(matches(&json!({ "wildcard": { "title": "*" } }), &record()).is_err());
    }
}
