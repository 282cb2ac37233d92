//! One corrected field, as it was typed: what the record gets, or which input is wrong. Pure.

use std::collections::BTreeMap;

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde::Deserialize;
use serde_json::{Value, json};
use sources::Opportunity;
use sources::normalise::clean;
use sources::opportunity::{Amount, Deadline, DeadlineKind, Kind, Stage};
use sources::read::text;

use crate::code::code;
use crate::entry::{LONGEST_LINE, LONGEST_TITLE};
use crate::sum::{is_currency, written};

/// Longest summary: a few sentences.
const LONGEST_SUMMARY: usize = 2_000;

/// The largest sum that is believed: a budget of the Union, not a slip of the key.
const LARGEST_SUM: f64 = 1e12;

/// Fields that the page offers, in its order.
pub(super) const FIELDS: [&str; 6] = ["title", "deadline", "amount", "kind", "url", "summary"];

/// The kinds of what is called for, as records and texts name them.
pub(super) const KINDS: [&str; 9] =
    ["call_for_proposals", "grant", "competition", "conference", "exhibition", "exchange", "training", "partnership", "other"];

/// The kinds of deadline that one day, or none, can tell.
pub(super) const DEADLINE_KINDS: [&str; 4] = ["fixed", "rolling", "until_exhausted", "unknown"];

/// What was typed. Inputs that a field has no use for stay empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Correction {
    pub(super) field: String,
    /// Of a field that is one text or choice.
    pub(super) value: String,
    pub(super) deadline_kind: String,
    pub(super) day: String,
    pub(super) time: String,
    pub(super) zone: String,
    pub(super) max: String,
    pub(super) currency: String,
}

/// Mistakes (keys of `web.mistake`) by the input that they stand beside.
pub(super) type Mistakes = BTreeMap<&'static str, &'static str>;

impl Correction {
    /// What a record has now, as it would be typed.
    pub(super) fn of(field: &str, told: &Opportunity) -> Self {
        let mut typed = Self { field: field.to_owned(), ..Self::default() };
        match field {
            "title" => typed.value.clone_from(&told.title),
            "summary" => typed.value = told.summary.clone().unwrap_or_default(),
            "url" => typed.value.clone_from(&told.url),
            "kind" => typed.value = code(told.kind),
            "deadline" => {
                let stage = told.deadline.decisive();
                // Several days are offered as one: the page says so.
                typed.deadline_kind = if stage.is_some() { "fixed".to_owned() } else { code(told.deadline.kind) };
                if let Some(stage) = stage {
                    typed.day = stage.date.to_string();
                    typed.time = stage.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
                    typed.zone = stage.zone.clone().unwrap_or_default();
                }
            }
            "amount" => {
                typed.max = told.amount.max.map(|max| max.to_string()).unwrap_or_default();
                typed.currency = told.amount.currency.clone().unwrap_or_default();
            }
            _ => {}
        }
        typed
    }

    /// The value that the record gets; `told` is what it has now.
    pub(super) fn value(&self, told: &Opportunity) -> Result<Value, Mistakes> {
        let one = |mistake| BTreeMap::from([("value", mistake)]);
        // What is pasted carries along what cannot be seen.
        let value = match self.field.as_str() {
            "title" => clean::line(&self.value),
            _ => text::clean(&self.value).into_owned(),
        };
        let value = value.trim();
        let longer_than = |most: usize| value.chars().count() > most;
        match self.field.as_str() {
            "title" if value.is_empty() => Err(one("empty")),
            "title" if longer_than(LONGEST_TITLE) => Err(one("too_long")),
            "summary" if longer_than(LONGEST_SUMMARY) => Err(one("too_long")),
            "summary" if value.is_empty() => Ok(Value::Null),
            "title" | "summary" => Ok(Value::from(value.replace("\r\n", "\n"))),
            "url" => {
                let address = url::Url::parse(value).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
                let address = address.filter(|url| url.as_str().len() <= LONGEST_LINE);
                address.map(|url| Value::from(String::from(url))).ok_or_else(|| one("no_address"))
            }
            "kind" => {
                let kind = serde_json::from_value::<Kind>(Value::from(value)).map_err(|_| one("no_choice"))?;
                Ok(json!(kind))
            }
            "deadline" => self.deadline().map(|deadline| json!(deadline)),
            "amount" => self.amount(&told.amount).map(|amount| json!(amount)),
            _ => Err(one("no_choice")),
        }
    }

    fn deadline(&self) -> Result<Deadline, Mistakes> {
        let kind = serde_json::from_value::<DeadlineKind>(Value::from(self.deadline_kind.as_str()));
        let kind = kind.ok().filter(|_| DEADLINE_KINDS.contains(&self.deadline_kind.as_str()));
        let kind = kind.ok_or_else(|| BTreeMap::from([("deadline_kind", "no_choice")]))?;
        if kind != DeadlineKind::Fixed {
            return Ok(Deadline { kind, stages: Vec::new() });
        }
        let mut mistakes = Mistakes::new();
        let date = self.day.trim().parse::<NaiveDate>().map_err(|_| mistakes.insert("day", "no_date")).ok();
        let (time, zone) = (self.time.trim(), self.zone.trim());
        let at = NaiveTime::parse_from_str(time, "%H:%M").ok();
        if !time.is_empty() && at.is_none() {
            mistakes.insert("time", "no_time");
        }
        let is_zone = zone.parse::<chrono_tz::Tz>().is_ok() || zone.parse::<FixedOffset>().is_ok();
        if !zone.is_empty() && !is_zone {
            mistakes.insert("zone", "no_zone");
        }
        let zone = Some(zone.to_owned()).filter(|zone| !zone.is_empty());
        match date {
            Some(date) if mistakes.is_empty() => {
                Ok(Deadline { kind, stages: vec![Stage { date, time: at, zone, label: None, quote: None }] })
            }
            _ => Err(mistakes),
        }
    }

    fn amount(&self, known: &Amount) -> Result<Amount, Mistakes> {
        let mut mistakes = Mistakes::new();
        let (typed, currency) = (self.max.trim(), self.currency.trim().to_uppercase());
        let is_code = is_currency(&currency);
        let is_empty = typed.is_empty() && currency.is_empty();
        if !is_code && !is_empty {
            mistakes.insert("currency", "no_currency");
        }
        // What is wrong with the sum is told beside a wrong currency too.
        let read_in = if is_code { &currency } else { "EUR" };
        let max = written(typed, read_in).filter(|sum| *sum <= LARGEST_SUM);
        if !typed.is_empty() && max.is_none() {
            mistakes.insert("max", "no_amount");
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let currency = Some(currency).filter(|code| !code.is_empty());
        // What was read in another currency, or contradicts the correction, goes.
        let same = known.currency == currency;
        Ok(Amount {
            min: known.min.filter(|min| same && max.is_none_or(|max| *min <= max)),
            max,
            total: known.total.filter(|total| same && max.is_none_or(|max| *total >= max)),
            currency,
            cofunding_rate: known.cofunding_rate,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::tests::record;

    fn told() -> Opportunity {
        let amount = json!({"min": 500.0, "max": 1000.0, "total": 9000.0, "currency": "EUR", "cofunding_rate": 80.0});
        record("r", json!({ "amount": amount })).opportunity
    }

    fn typed(field: &str) -> Correction {
        Correction { field: field.into(), ..Correction::default() }
    }

    #[test]
    fn what_is_not_touched_comes_back_as_it_was() {
        let told = told();
        for field in FIELDS {
            let value = Correction::of(field, &told).value(&told).unwrap();
            assert_eq!(value, json!(told)[field], "{field}");
        }
    }

    #[test]
    fn a_day_with_its_time_and_zone_is_one_stage() {
        let (day, time, zone) = ("2027-03-15".into(), "17:00".into(), "Europe/Brussels".into());
        let correction = Correction { deadline_kind: "fixed".into(), day, time, zone, ..typed("deadline") };
        let value = correction.value(&told()).unwrap();
        assert_eq!(value["stages"][0]["date"], "2027-03-15");
        assert_eq!((&value["stages"][0]["time"], &value["stages"][0]["zone"]), (&json!("17:00"), &json!("Europe/Brussels")));
    }

    #[test]
    fn every_mistake_stands_beside_its_input() {
        let (day, time, zone) = ("15.3.2027".into(), "5pm".into(), "Mars/Olympus".into());
        let wrong = Correction { deadline_kind: "fixed".into(), day, time, zone, ..typed("deadline") };
        assert_eq!(wrong.value(&told()), Err([("day", "no_date"), ("time", "no_time"), ("zone", "no_zone")].into()));
        let wrong = Correction { max: "a lot".into(), currency: "€".into(), ..typed("amount") };
        assert_eq!(wrong.value(&told()), Err([("currency", "no_currency"), ("max", "no_amount")].into()));
        let wrong = Correction { value: "javascript:alert(1)".into(), ..typed("url") };
        assert_eq!(wrong.value(&told()), Err([("value", "no_address")].into()));
        assert_eq!(typed("title").value(&told()), Err([("value", "empty")].into()));
        let unseen = Correction { value: "\u{202e}\u{7}".into(), ..typed("title") };
        assert_eq!(unseen.value(&told()), Err([("value", "empty")].into()));
        assert_eq!(typed("evidence").value(&told()), Err([("value", "no_choice")].into()));
    }

    #[test]
    fn a_title_is_one_line_and_nothing_that_reorders_is_written() {
        let title = Correction { value: "Call \u{202e}for\u{202c}\r\ntowns".into(), ..typed("title") };
        assert_eq!(title.value(&told()).unwrap(), "Call for towns");
        let summary = Correction { value: "one\u{2067}\r\ntwo".into(), ..typed("summary") };
        assert_eq!(summary.value(&told()).unwrap(), "one\ntwo");
    }

    #[test]
    fn a_sum_in_another_currency_takes_the_others_with_it() {
        let shekels = Correction { max: "50,000".into(), currency: "ils".into(), ..typed("amount") };
        let value = shekels.value(&told()).unwrap();
        assert_eq!((&value["max"], &value["currency"], &value["min"]), (&json!(50_000.0), &json!("ILS"), &Value::Null));
        for (typed_sum, sum) in [("12.345,67", 12_345.67), ("2.500", 2_500.0), ("1,5", 1.5)] {
            let euros = Correction { max: typed_sum.into(), currency: "EUR".into(), ..typed("amount") };
            assert_eq!(euros.value(&told()).unwrap()["max"], json!(sum), "{typed_sum}");
        }
        let nobodys = Correction { max: "15".into(), currency: "XQZ".into(), ..typed("amount") };
        assert_eq!(nobodys.value(&told()), Err([("currency", "no_currency")].into()));
        let euros = Correction { max: "2000".into(), currency: "EUR".into(), ..typed("amount") };
        assert_eq!(euros.value(&told()).unwrap()["min"], json!(500.0));
    }
}
