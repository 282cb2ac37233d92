//! The budget table of a call: JSON inside a string, covering every topic of the call.

use serde_json::Value;

/// What the table says of one topic, in euro.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Budget {
    /// Least contribution to one project.
    pub(super) min: Option<f64>,
    /// Largest contribution to one project.
    pub(super) max: Option<f64>,
    /// Whole budget of the topic, all years.
    pub(super) total: Option<f64>,
}

impl Budget {
    /// The lines whose action is `<identifier>` or `<identifier> - <type of action>`.
    pub(super) fn of_topic(overview: &str, identifier: &str) -> Result<Self, String> {
        let overview: Value = serde_json::from_str(overview).map_err(|error| format!("is no JSON ({error})"))?;
        let mut budget = Self::default();
        let lines = overview["budgetTopicActionMap"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(_, lines)| lines.as_array())
            .flatten();
        for line in lines.filter(|line| is_of(line["action"].as_str().unwrap_or_default(), identifier)) {
            budget.min = smaller(budget.min, number(&line["minContribution"]));
            budget.max = larger(budget.max, number(&line["maxContribution"]));
            for (_, sum) in line["budgetYearMap"].as_object().into_iter().flatten() {
                if let Some(sum) = number(sum) {
                    budget.total = Some(budget.total.unwrap_or_default() + sum);
                }
            }
        }
        Ok(budget)
    }
}

fn is_of(action: &str, identifier: &str) -> bool {
    let head = action.get(..identifier.len()).unwrap_or_default();
    let tail = action.get(identifier.len()..).unwrap_or_default();
    head.eq_ignore_ascii_case(identifier) && (tail.is_empty() || tail.starts_with(" - "))
}

/// A positive number, as JSON has it or in a string; 0 stands for "not said".
pub(super) fn number(value: &Value) -> Option<f64> {
    let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    (number.is_finite() && number > 0.0).then_some(number)
}

fn smaller(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn larger(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}
