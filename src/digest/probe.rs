//! `kolkore probe pick`: one case in, the picks out, by the very functions that the weekly run uses.
//! Knows no standard input and no configuration folder: it is handed what they hold.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::{Value, json};
use sources::Opportunity;
use sources::lexicon::Lexicon;
use sources::opportunity::{Deadline, DeadlineKind, Kind, Stage, Status};

use crate::digest::pick::{Desk, Rules};
use crate::digest::profile::Profile;
use crate::i18n::{I18n, Language};

/// What a case is answered with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    pub lexicon: &'a Lexicon,
    pub rules: &'a Rules,
    pub i18n: &'a I18n,
    /// Hebrew and English names of all municipalities.
    pub municipalities: &'a [[String; 2]],
}

/// A case that cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct BadCase {
    pub code: &'static str,
    pub detail: String,
}

/// A record in the short form of `import`.
#[derive(Debug, Clone, Deserialize)]
pub struct Short {
    #[serde(default)]
    pub url: String,
    pub title: String,
    #[serde(default)]
    pub text: String,
    pub lang: Option<String>,
    pub kind: Option<Kind>,
    #[serde(default)]
    pub deadline: ShortDeadline,
    pub status: Option<Status>,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub countries: Vec<String>,
}

/// A day, the whole object, or none.
#[derive(Debug, Clone, Default)]
pub enum ShortDeadline {
    Day(NaiveDate),
    Whole(Deadline),
    #[default]
    None,
}

impl<'de> Deserialize<'de> for ShortDeadline {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match Value::deserialize(from)? {
            Value::Null => Ok(Self::None),
            Value::String(text) => day(&text).map(Self::Day).map_err(D::Error::custom),
            whole => serde_json::from_value(whole).map(Self::Whole).map_err(D::Error::custom),
        }
    }
}

/// A day as JSON has it.
fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("`{text}` is no day; write it as 2027-03-01"))
}

fn today<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    day(&String::deserialize(from)?).map_err(D::Error::custom)
}

#[derive(Deserialize)]
struct Case {
    profile: Profile,
    opportunities: Vec<Short>,
    #[serde(deserialize_with = "today")]
    today: NaiveDate,
}

/// Answers one case without its `id`. `normalise` makes a record of what a source would say: url, title, text and language of the short
/// form; what the short form itself states stands above what was derived.
pub fn probe_case(
    case: &Value,
    tools: Tools<'_>,
    normalise: impl Fn(&Short, NaiveDate) -> Opportunity,
) -> Result<Value, BadCase> {
    let bad = |detail: String| BadCase { code: "bad_input", detail };
    // With the field's place: "profile.min_amount: …".
    let case: Case = serde_path_to_error::deserialize(case).map_err(|error| bad(error.to_string()))?;
    if case.profile.min_amount < 0.0 {
        return Err(bad(format!(
            "profile.min_amount: {} is less than nothing; write a sum in euro, or 0",
            case.profile.min_amount
        )));
    }
    // What is posted as a record is one: whether it is an opportunity was decided before.
    let records: Vec<(&Short, Opportunity)> =
        case.opportunities.iter().map(|short| (short, stated(short, normalise(short, case.today)))).collect();
    let language = Language::for_reader(&case.profile.language);
    let profiles = [case.profile];
    let desk = Desk::new(tools.lexicon, tools.rules, tools.i18n, &profiles, tools.municipalities);
    let candidates: Vec<_> = records.iter().map(|(short, record)| desk.candidate(&short.url, record, &short.text)).collect();
    let picks = desk.pick(0, &candidates, case.today, |_| true);
    let picks: Vec<Value> = picks
        .iter()
        .map(|pick| json!({"url": records[pick.candidate].0.url, "reason": pick.reason.in_language(language)}))
        .collect();
    Ok(json!({"picks": picks}))
}

fn stated(short: &Short, derived: Opportunity) -> Opportunity {
    let or = |said: &[String], derived: Vec<String>| if said.is_empty() { derived } else { said.to_vec() };
    Opportunity {
        title: short.title.clone(),
        lang: short.lang.clone().or(derived.lang),
        url: short.url.clone(),
        kind: short.kind.unwrap_or(derived.kind),
        status: short.status.unwrap_or(derived.status),
        deadline: match &short.deadline {
            ShortDeadline::Day(date) => Deadline {
                kind: DeadlineKind::Fixed,
                stages: vec![Stage { date: *date, time: None, zone: None, label: None, quote: None }],
            },
            ShortDeadline::Whole(deadline) => deadline.clone(),
            ShortDeadline::None => derived.deadline,
        },
        topics: or(&short.topics, derived.topics),
        countries: or(&short.countries, derived.countries),
        ..derived
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_case_is_said_with_its_place() {
        let case = |over: Value| {
            let mut case = json!({"profile": {"slug": "netanya"}, "opportunities": [{"title": "A"}], "today": "2026-11-22"});
            case.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
            serde_path_to_error::deserialize::<_, Case>(&case).err().map(|error| error.to_string()).unwrap_or_default()
        };
        assert_eq!(case(json!({})), "");
        assert_eq!(case(json!({"today": "22.11.2026"})), "today: `22.11.2026` is no day; write it as 2027-03-01");
        let deadline = json!({"opportunities": [{"title": "A"}, {"title": "B", "deadline": "2026-13-45"}]});
        assert_eq!(case(deadline), "opportunities[1].deadline: `2026-13-45` is no day; write it as 2027-03-01");
        assert!(case(json!({"profile": {"slug": "x", "min_amount": "much"}})).starts_with("profile.min_amount: invalid type"));
    }
}
