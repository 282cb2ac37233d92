//! Codes in the reader's words. Dates, sums and verdicts in full sentences are the letter's wording, used here too.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::clean;
use crate::clock::HOME;
use crate::i18n::{Language, Texts};
use crate::store::Municipality;

/// The name of a code (a kind, a state, a verdict …), or the code where nobody has named it.
pub(crate) fn named(texts: &Texts, list: &str, code: &str) -> String {
    // `other` would be taken for a plural form.
    let key = match (list, code) {
        ("kind", "other") => "other_kind",
        _ => code,
    };
    texts.find(&format!("web.{list}.{key}")).unwrap_or(code).to_owned()
}

/// What a municipality is called.
pub(crate) fn name_of(municipality: &Municipality, language: Language) -> String {
    let name = match language {
        Language::Ar if !municipality.name_ar.is_empty() => &municipality.name_ar,
        _ => language.either(&municipality.name_he, &municipality.name_en),
    };
    clean::line(name)
}

/// [`name_of`] each municipality, by slug.
pub(crate) fn names_of(municipalities: &[Municipality], language: Language) -> BTreeMap<String, String> {
    municipalities.iter().map(|one| (one.slug.clone(), name_of(one, language))).collect()
}

/// `25.11.2026, 09:30` at home.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&HOME).format("%-d.%-m.%Y, %H:%M").to_string()
}

/// `25.11.2026` at home.
pub(crate) fn day_of(at: DateTime<Utc>) -> String {
    at.with_timezone(&HOME).format("%-d.%-m.%Y").to_string()
}

/// `פסולת ← waste, déchets`: what each word of a question was widened by, a line each, in the reader's direction.
pub(crate) fn widenings(texts: &Texts, detail: &str) -> Vec<String> {
    let arrow = if texts.language().dir() == "rtl" { '←' } else { '→' };
    let isolated = |names: &str| names.split(", ").map(clean::isolate).collect::<Vec<_>>().join(", ");
    detail
        .split("; ")
        .map(|line| match line.split_once(" → ") {
            Some((typed, names)) => format!("{} {arrow} {}", clean::isolate(typed), isolated(names)),
            None => clean::isolate(line),
        })
        .collect()
}

/// How values of this field are written: those that are like what was typed first.
fn examples(field: &str, typed: &str, mut values: Vec<String>) -> Vec<String> {
    let typed = words::normal_text(typed);
    let beginning: String = typed.chars().take(2).collect();
    values.sort_by_key(|value| {
        let value = words::normal_text(value);
        (!value.contains(&typed), !value.starts_with(&beginning))
    });
    let written = |value: String| {
        let has_spaces = value.contains(char::is_whitespace);
        clean::isolate(&if has_spaces { format!("{field}:\"{value}\"") } else { format!("{field}:{value}") })
    };
    values.into_iter().take(MOST_VALUES).map(written).collect()
}

/// So many values show how those of a field are written.
const MOST_VALUES: usize = 5;

/// What may be told about a search, in words. `name` is what people call a topic or kind, `values` what may stand behind a field's colon.
pub(crate) fn notice(
    texts: &Texts,
    notice: &index::Notice,
    name: impl Fn(&str) -> String,
    values: impl Fn(&str) -> Vec<String>,
) -> String {
    let (mut detail, mut instead) = (notice.detail.clone(), String::new());
    match notice.code.as_str() {
        "municipality_topics" | "municipality_kinds" => {
            detail = notice.detail.split(", ").map(name).collect::<Vec<_>>().join(", ");
        }
        "unknown_value" => {
            let (field, typed) = notice.detail.split_once(':').unwrap_or((&notice.detail, ""));
            instead = examples(field, typed, values(field)).join(", ");
        }
        _ => {}
    }
    let code = match notice.code.as_str() {
        "unknown_value" if instead.is_empty() => "unknown_value_alone",
        code => code,
    };
    let key = format!("web.notice.{code}");
    match texts.find(&key) {
        Some(_) => texts.t(&key, &[("detail", &detail), ("values", &instead)]),
        None => texts.t("web.notice.unknown_notice", &[("detail", &format!("{} {detail}", notice.code))]),
    }
}
