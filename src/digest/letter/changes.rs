//! What changed in a record since it was told, in words: dates, state, sums and who may apply, from its history.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use sources::Opportunity;
use sources::opportunity::{Amount, Deadline, Status};

use super::{clean, wording};
use crate::i18n::Texts;
use crate::record::Change;

/// One sentence for each thing that matters and is among the changes `since` then.
pub(crate) fn sentences(opportunity: &Opportunity, since: &[Change], today: NaiveDate, texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(old) = before::<Deadline>(since, "deadline") {
        let dates = |deadline: &Deadline| deadline.decisive().map(|stage| wording::day(stage.date));
        said.extend(moved("deadline", dates(&old), dates(&opportunity.deadline), texts));
    }
    if let Some(old) = before::<Amount>(since, "amount") {
        said.extend(moved("amount", wording::amount(&old, texts), wording::amount(&opportunity.amount, texts), texts));
    }
    let opened = opportunity.opens.is_some_and(|day| day <= today);
    if let Some(old) = before::<Status>(since, "status")
        && old != opportunity.status
        && opportunity.status == Status::Open
    {
        said.push(texts.t("letter.changed.open", &[]));
    } else if opened && said.is_empty() {
        // By its date, not by anybody's word: that leaves no trace in the history.
        said.push(texts.t("letter.changed.open", &[]));
    }
    if since.iter().any(|change| change.field == "eligibility") {
        said.push(texts.t("letter.changed.eligibility", &[]));
    }
    if said.is_empty() {
        said.push(texts.t("letter.changed.revised", &[]));
    }
    said
}

/// A field as it was told: what the first change since then replaced. What no longer reads is left out: it was of another version.
fn before<T: DeserializeOwned>(since: &[Change], field: &str) -> Option<T> {
    let change = since.iter().find(|change| change.field == field)?;
    serde_json::from_value(change.old.clone()).ok()
}

fn moved(what: &str, old: Option<String>, new: Option<String>, texts: &Texts) -> Option<String> {
    let key = |how: &str| format!("letter.changed.{what}_{how}");
    match (old, new) {
        (old, new) if old == new => None,
        (Some(old), Some(new)) => Some(texts.t(&key("moved"), &[("old", &clean::isolate(&old)), ("new", &clean::isolate(&new))])),
        (None, Some(new)) => Some(texts.t(&key("set"), &[("new", &clean::isolate(&new))])),
        (Some(old), None) => Some(texts.t(&key("gone"), &[("old", &clean::isolate(&old))])),
        (None, None) => None,
    }
}
