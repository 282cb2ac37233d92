//! What was found in a case beside what was to be found.

use super::super::super::{Context, normalise};
use super::super::{LEXICON, finding, today};
use super::case::Case;
use crate::finding::field;
use crate::normalise::OpportunityVerdict;
use crate::opportunity::{Amount, Deadline, Verdict};

/// Everything that a case can ask for.
pub(super) const FIELDS: [&str; 10] =
    ["verdict", "deadline", "decoys", "amount", "event", "kind", "lang", "country", "body", "place"];

/// One question to a case.
pub(super) struct Answer {
    pub(super) field: &'static str,
    pub(super) expected: String,
    /// The same words as `expected` where it is right.
    pub(super) got: String,
}

/// All answers of a case.
pub(super) fn judge(case: &Case) -> Vec<Answer> {
    let mut finding = finding(&case.title, &case.text);
    if let Some(url) = &case.url {
        finding.url.clone_from(url);
    }
    if let Some(published) = &case.published {
        finding.fields.insert(field::PUBLISHED.into(), vec![published.clone()]);
    }
    let out = normalise(&finding, &Context::neutral(), &LEXICON, case.read.unwrap_or_else(today));
    let record = &out.opportunity;
    let mut answers = vec![of_verdict(case.not.as_deref(), &out.verdict)];
    let mut ask = |field, expected: &str, got: String| {
        let right = expected.split('|').any(|one| one == got);
        answers.push(Answer { field, expected: expected.to_owned(), got: if right { expected.to_owned() } else { got } });
    };
    ask("lang", &case.lang, record.lang.clone().unwrap_or_default());
    if let Some(expected) = &case.deadline {
        ask("deadline", expected, told(&record.deadline, expected));
    }
    if !case.decoys.is_empty() {
        let won = |day: &&String| record.deadline.stages.iter().any(|stage| stage.date.to_string() == **day);
        let winners: Vec<&str> = case.decoys.iter().filter(won).map(String::as_str).collect();
        ask("decoys", "", winners.join(" "));
    }
    if let Some(expected) = &case.amount {
        ask("amount", expected, sums(&record.amount, expected));
    }
    if let Some(expected) = &case.event {
        let days: Vec<String> = [record.event.start, record.event.end].into_iter().flatten().map(|day| day.to_string()).collect();
        let distinct = if days.first() == days.last() { days.get(..1) } else { Some(days.as_slice()) };
        ask("event", expected, distinct.filter(|days| !days.is_empty()).map_or("none".to_owned(), |days| days.join(" ")));
    }
    if let Some(expected) = &case.kind {
        ask("kind", expected, spelled(record.kind));
    }
    let axes = [
        ("country", &case.country, &record.eligibility.country),
        ("body", &case.body, &record.eligibility.body),
        ("place", &case.place, &record.eligibility.place),
    ];
    for (field, expected, answer) in axes {
        let Some(expected) = expected else { continue };
        let right = spelled(answer.verdict);
        let false_yes = answer.verdict == Verdict::Yes && !expected.split('|').any(|one| one == right);
        let rule = answer.rule.as_deref().unwrap_or("no rule");
        let quote = answer.quote.as_deref().unwrap_or("");
        let got = if expected.split('|').any(|one| one == right) { right } else { format!("{right} ({rule}: “{quote}”)") };
        ask(field, expected, if false_yes { format!("FALSE {got}") } else { got });
    }
    answers
}

/// A negative names what it is; the reasons have to name it too.
fn of_verdict(not: Option<&str>, verdict: &OpportunityVerdict) -> Answer {
    let expected = not.map_or_else(|| "opportunity".to_owned(), |not| format!("no ({not})"));
    let named = |not: &str| {
        not == "plain"
            || not
                .split('|')
                .any(|one| verdict.reasons.iter().any(|r| r.starts_with('-') && r.contains(&format!("verdict.{one} "))))
    };
    let right = match not {
        None => verdict.yes,
        Some(not) => !verdict.yes && named(not),
    };
    let said = if verdict.yes { "opportunity" } else { "no" };
    let got = if right { expected.clone() } else { format!("{said} {:?}", verdict.reasons) };
    Answer { field: "verdict", expected, got }
}

/// The deadline as a case writes it, with hour and zone only as far as the case has them.
fn told(deadline: &Deadline, expected: &str) -> String {
    let (kind, wanted) = match expected.split_once(' ') {
        Some((kind, stages)) if !kind.starts_with(|c: char| c.is_ascii_digit()) => (kind, stages),
        _ if expected.starts_with(|c: char| c.is_ascii_digit()) => ("", expected),
        _ => (expected, ""),
    };
    let wanted: Vec<&str> = wanted.split(", ").collect();
    let stages: Vec<String> = deadline
        .stages
        .iter()
        .enumerate()
        .map(|(index, stage)| {
            let parts = wanted.get(index).map_or(1, |one| one.split(' ').count());
            let time = stage.time.map_or_else(|| "-".to_owned(), |time| time.format("%H:%M").to_string());
            let zone = stage.zone.clone().unwrap_or_else(|| "-".to_owned());
            [stage.date.to_string(), time, zone].into_iter().take(parts).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let said = spelled(deadline.kind);
    let said = if said == "fixed" && kind.is_empty() { String::new() } else { said };
    [said, stages.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The amount as a case writes it.
fn sums(amount: &Amount, expected: &str) -> String {
    let asked = |word: &str| expected.split(' ').any(|one| one == word);
    let shown = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let mut parts = Vec::new();
    if asked("min") {
        parts.push(format!("min {}", shown(amount.min)));
    }
    if asked("max") || amount.max.is_some() {
        parts.push(format!("max {}", shown(amount.max)));
    }
    if asked("total") {
        parts.push(format!("total {}", shown(amount.total)));
    }
    if asked("share") {
        parts.push(format!("share {}", shown(amount.cofunding_rate)));
    }
    if parts.is_empty() {
        return "none".to_owned();
    }
    if expected.ends_with(|c: char| c.is_ascii_uppercase()) || expected == "none" {
        parts.extend(amount.currency.clone());
    }
    parts.join(" ")
}

/// A value as its JSON spells it.
fn spelled(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
