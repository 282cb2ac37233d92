//! A field's value in few words, as the history and the staff's pages show it.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sources::opportunity::{Amount, Deadline, DeadlineKind, Eligibility};

use super::wording::named;
use crate::clean;
use crate::code::code;
use crate::digest::letter::wording;
use crate::i18n::Texts;
use crate::search::Labels;

/// The value of `field`; what has no few words is said to be updated.
pub(crate) fn shown(field: &str, value: &Value, texts: &Texts, labels: &Labels) -> String {
    let language = texts.language();
    let empty = || texts.t("web.history_empty", &[]);
    let told = match (field, value) {
        (_, Value::Null) => Some(empty()),
        ("status" | "kind", Value::String(code)) => Some(named(texts, field, code)),
        ("review", Value::String(code)) => Some(named(texts, "review", code)),
        ("lang", Value::String(code)) => Some(named(texts, "language_name", code)),
        ("given_back", Value::String(field)) => Some(named(texts, "field", field)),
        ("dismissed", Value::Bool(_)) => Some(texts.t("web.history_dismissed", &[])),
        ("adopted", Value::String(slug)) => Some(labels.source(slug, language)),
        ("opens" | "published", Value::String(text)) => {
            Some(text.parse::<NaiveDate>().map_or_else(|_| clean::line(text), wording::day))
        }
        (_, Value::String(text)) => Some(clean::line(text)),
        ("deadline", value) => read(value).map(|deadline| days(&deadline, texts)),
        ("amount", value) => read::<Amount>(value).map(|amount| wording::amount(&amount, texts).unwrap_or_else(empty)),
        ("eligibility", value) => read::<Eligibility>(value).map(|eligibility| {
            wording::eligibility(&eligibility, texts).into_iter().map(|said| said.verdict).collect::<Vec<_>>().join(" · ")
        }),
        ("sources", value) => value["source"].as_str().map(|slug| labels.source(slug, language)),
        (_, Value::Array(values)) if values.is_empty() => Some(empty()),
        (_, Value::Array(values)) => {
            let name = |slug: &str| match field {
                "topics" => labels.topic(slug, language),
                "countries" => labels.country(slug, language),
                _ => clean::line(slug),
            };
            values.iter().map(|value| value.as_str().map(name)).collect::<Option<Vec<_>>>().map(|names| names.join(", "))
        }
        _ => None,
    };
    told.unwrap_or_else(|| texts.t("web.history_evidence", &[]))
}

/// Read as what it should be; a value of an older version is nothing.
fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

fn days(deadline: &Deadline, texts: &Texts) -> String {
    if deadline.stages.is_empty() {
        return match deadline.kind {
            DeadlineKind::Rolling | DeadlineKind::UntilExhausted => {
                texts.t(&format!("letter.deadline_kind.{}", code(deadline.kind)), &[])
            }
            _ => texts.t("web.history_empty", &[]),
        };
    }
    deadline.stages.iter().map(|stage| wording::deadline_of(stage, texts)).collect::<Vec<_>>().join(", ")
}
