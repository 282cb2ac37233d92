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

/// What may be told about a search, in words.
pub(crate) fn notice(texts: &Texts, notice: &index::Notice, name: impl Fn(&str) -> String) -> String {
    let detail = match notice.code.as_str() {
        "municipality_topics" | "municipality_kinds" => notice.detail.split(", ").map(name).collect::<Vec<_>>().join(", "),
        _ => notice.detail.clone(),
    };
    // The hint is for the field that was typed.
    let code = match notice.code.as_str() {
        "unknown_value" if notice.detail.starts_with("country:") => "unknown_country",
        code => code,
    };
    let key = format!("web.notice.{code}");
    match texts.find(&key) {
        Some(_) => texts.t(&key, &[("detail", &detail)]),
        None => texts.t("web.notice.unknown_notice", &[("detail", &format!("{} {detail}", notice.code))]),
    }
}
