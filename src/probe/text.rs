//! Stages that understand text: `dates`, `money`, `lang`, `sanitize`, `normalise`, `pick`.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use serde_json::{Value, json};
use sources::finding::{Finding, field, short_hash};
use sources::normalise::{self, dates as found_dates, money as sums};
use sources::opportunity::COMMON_ZONE;

use super::Tools;
use super::case::{CaseError, day, optional_day, optional_text, text};
use crate::clock::start_of;
use crate::digest::probe::{Tools as PickTools, probe_case};
use crate::record::status_at;

/// Every calendar date in the text.
pub fn dates(case: &Value) -> Result<Value, CaseError> {
    let written = text(case, "text")?;
    let found = found_dates::dates(written, optional_text(case, "lang")?, day(case, "today")?);
    let dates: Vec<Value> = found
        .iter()
        .map(|date| {
            let time = date.time.map(|time| {
                let form = if chrono::Timelike::second(&time) == 0 { "%H:%M" } else { "%H:%M:%S" };
                time.format(form).to_string()
            });
            json!({ "date": date.date, "time": time, "zone": date.zone, "quote": &written[date.start..date.end] })
        })
        .collect();
    Ok(json!({ "dates": dates }))
}

/// The sum that the text speaks of.
pub fn money(case: &Value) -> Result<Value, CaseError> {
    let found = sums::money(text(case, "text")?, optional_text(case, "currency_hint")?);
    Ok(json!({ "min": found.min.map(number), "max": found.max.map(number), "currency": found.currency }))
}

/// Whole sums are printed as whole numbers.
fn number(sum: f64) -> Value {
    if sum.fract() == 0.0 && sum.abs() < 1e15 { Value::from(sum as i64) } else { Value::from(sum) }
}

/// The language of a text.
pub fn lang(case: &Value) -> Result<Value, CaseError> {
    let (lang, reliable) = normalise::language(text(case, "text")?);
    Ok(json!({ "lang": lang, "reliable": reliable }))
}

/// The HTML that may be shown.
pub fn sanitize(case: &Value) -> Result<Value, CaseError> {
    Ok(json!({ "html": normalise::sanitize(text(case, "html")?) }))
}

/// A finding, made a record.
pub fn normalise(tools: &Tools, case: &Value) -> Result<Value, CaseError> {
    let url = text(case, "url")?;
    let mut fields = BTreeMap::new();
    if let Some(published) = optional_day(case, "published")? {
        fields.insert(field::PUBLISHED.to_owned(), vec![published.to_string()]);
    }
    let finding = Finding {
        source: "probe".into(),
        key: short_hash(&[url]),
        url: url.to_owned(),
        title: optional_text(case, "title")?.unwrap_or_default().to_owned(),
        html: optional_text(case, "html")?.map(str::to_owned),
        text: optional_text(case, "text")?.map(str::to_owned),
        lang: optional_text(case, "lang")?.map(str::to_owned),
        fields,
        attachments: Vec::new(),
    };
    let today = day(case, "today")?;
    let mut done = normalise::normalise(&finding, &normalise::Context::neutral(), &tools.lexicon, today);
    let begun = today.and_time(NaiveTime::MIN).and_local_timezone(COMMON_ZONE).latest();
    done.opportunity.status = status_at(&done.opportunity, begun.map_or_else(|| start_of(today), |at| at.to_utc()));
    let record = serde_json::to_value(&done.opportunity).map_err(|error| CaseError::new("internal", error))?;
    Ok(json!({ "is_opportunity": done.verdict.yes, "record": record, "reasons": done.verdict.reasons }))
}

/// What one municipality's letter would hold.
pub fn pick(tools: &Tools, case: &Value) -> Result<Value, CaseError> {
    let desk =
        PickTools { lexicon: &tools.lexicon, rules: &tools.rules, i18n: &tools.i18n, municipalities: &tools.municipalities };
    probe_case(case, desk, |short, today| {
        let finding = Finding {
            source: "probe".into(),
            key: short_hash(&[&short.url]),
            url: short.url.clone(),
            title: short.title.clone(),
            text: Some(short.text.clone()),
            lang: short.lang.clone(),
            ..Finding::default()
        };
        normalise::normalise(&finding, &normalise::Context::neutral(), &tools.lexicon, today).opportunity
    })
    .map_err(|bad| CaseError::new(bad.code, bad.detail))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_state_is_that_of_the_day_that_the_case_names() {
        let tools = Tools::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        let status = |today: &str| {
            let case = json!({"url": "https://towns.example/1", "title": "Call for towns", "text": "Apply by 3 May 2027.", "today": today});
            normalise(&tools, &case).unwrap()["record"]["status"].clone()
        };
        assert_eq!((status("2027-05-03"), status("2027-05-04")), (json!("open"), json!("closed")));
    }
}
