//! A record in the words of CommonGrants' `OpportunityBase`; the only file that knows both. What the protocol has no field for goes
//! into `customFields`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use sources::opportunity::{self as ours, Stage, Status};
use utoipa::ToSchema;

use crate::clean::web_address;
use crate::record::Record;
use crate::web::feeds::published;

/// `OpportunityBase`.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsOpportunity)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opportunity {
    id: String,
    title: String,
    status: OppStatus,
    description: String,
    funding: Funding,
    key_dates: KeyDates,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    custom_fields: BTreeMap<&'static str, CustomField>,
    created_at: String,
    last_modified_at: String,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsStatus)]
#[serde(rename_all = "camelCase")]
struct OppStatus {
    value: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_value: Option<&'static str>,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsFunding)]
#[serde(rename_all = "camelCase")]
struct Funding {
    #[serde(skip_serializing_if = "Option::is_none")]
    total_amount_available: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_award_amount: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_award_amount: Option<Money>,
}

/// The amount is a text of digits, so that nobody's binary fractions alter it.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsMoney)]
struct Money {
    amount: String,
    currency: String,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsKeyDates)]
#[serde(rename_all = "camelCase")]
struct KeyDates {
    #[serde(skip_serializing_if = "Option::is_none")]
    post_date: Option<Event>,
    #[serde(skip_serializing_if = "Option::is_none")]
    close_date: Option<Event>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    other_dates: BTreeMap<String, Event>,
}

/// The protocol's kinds of event, as far as we have them.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsEvent)]
#[serde(tag = "eventType", rename_all = "camelCase")]
enum Event {
    #[serde(rename_all = "camelCase")]
    SingleDate {
        name: String,
        date: NaiveDate,
        #[serde(skip_serializing_if = "Option::is_none")]
        time: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<String>,
    },
    #[serde(rename_all = "camelCase")]
    DateRange { name: String, start_date: NaiveDate, end_date: NaiveDate },
    #[serde(rename_all = "camelCase")]
    Other { name: String, details: String },
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = CommonGrantsCustomField)]
#[serde(rename_all = "camelCase")]
struct CustomField {
    name: &'static str,
    field_type: &'static str,
    value: Value,
    description: &'static str,
}

impl Opportunity {
    /// Of a record whose page is at `page`.
    pub(super) fn of(record: &Record, page: &str) -> Self {
        let told = &record.opportunity;
        let original = web_address(&told.url);
        Self {
            id: uuid(&record.id),
            title: told.title.clone(),
            status: status(told.status),
            description: told.summary.clone().unwrap_or_default(),
            funding: funding(&told.amount),
            key_dates: key_dates(told),
            source: (!original.is_empty()).then(|| original.to_owned()),
            custom_fields: custom_fields(told, page),
            created_at: stamp(published(record)),
            last_modified_at: stamp(record.changed_at),
        }
    }
}

/// The protocol's ids are UUIDs, ours 32 hexadecimal digits: the same number. What was imported under another id keeps it.
fn uuid(id: &str) -> String {
    match id.as_bytes() {
        bytes if bytes.len() == 32 && bytes.iter().all(u8::is_ascii_hexdigit) => {
            [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-")
        }
        _ => id.to_owned(),
    }
}

/// Our id behind one that [`Opportunity::of`] gave.
pub(super) fn id_of(given: &str) -> String {
    let plain = given.replace('-', "").to_ascii_lowercase();
    if uuid(&plain).eq_ignore_ascii_case(given) { plain } else { given.to_owned() }
}

fn status(status: Status) -> OppStatus {
    let (value, custom_value) = match status {
        Status::Forthcoming => ("forecasted", None),
        Status::Open => ("open", None),
        Status::Closed => ("closed", None),
        Status::Unlisted => ("custom", Some("unlisted")),
        Status::Withdrawn => ("custom", Some("withdrawn")),
    };
    OppStatus { value, custom_value }
}

fn funding(amount: &ours::Amount) -> Funding {
    let money = |sum: Option<f64>| {
        let currency = amount.currency.clone()?;
        Some(Money { amount: sum?.to_string(), currency })
    };
    Funding {
        total_amount_available: money(amount.total),
        min_award_amount: money(amount.min),
        max_award_amount: money(amount.max),
    }
}

/// The last stage that counts closes; the others, the opening and the event itself are other dates.
fn key_dates(told: &ours::Opportunity) -> KeyDates {
    let decisive = told.deadline.decisive();
    let mut other_dates: BTreeMap<String, Event> = BTreeMap::new();
    let stages = told.deadline.stages.iter().enumerate().filter(|(_, stage)| Some(*stage) != decisive);
    other_dates.extend(stages.map(|(n, stage)| (format!("deadline{}", n + 1), deadline(stage))));
    if let Some(day) = told.opens {
        other_dates.insert("applicationsOpen".into(), day_of("Applications open", day));
    }
    if let Some(start) = told.event.start {
        let name = "The event itself".to_owned();
        let event = Event::DateRange { name, start_date: start, end_date: told.event.end.unwrap_or(start) };
        other_dates.insert("event".into(), event);
    }
    let undated = match told.deadline.kind {
        ours::DeadlineKind::Rolling => Some("Applications at any time"),
        ours::DeadlineKind::UntilExhausted => Some("Until the money is used up"),
        _ => None,
    };
    let close_date = decisive.map(deadline);
    let undated = undated.map(|details| Event::Other { name: "Application deadline".into(), details: details.into() });
    KeyDates { post_date: told.published.map(|day| day_of("Published", day)), close_date: close_date.or(undated), other_dates }
}

fn deadline(stage: &Stage) -> Event {
    Event::SingleDate {
        name: stage.label.clone().unwrap_or_else(|| "Application deadline".into()),
        date: stage.date,
        time: stage.time.map(|time| time.format("%H:%M:%S").to_string()),
        description: stage.zone.as_ref().map(|zone| format!("Time zone: {zone}")),
    }
}

fn day_of(name: &str, date: NaiveDate) -> Event {
    Event::SingleDate { name: name.into(), date, time: None, description: None }
}

fn custom_fields(told: &ours::Opportunity, page: &str) -> BTreeMap<&'static str, CustomField> {
    let fields = [
        ("kind", "string", json!(told.kind), "What is offered."),
        ("language", "string", json!(told.lang), "ISO 639-1 code of title and description."),
        ("organiser", "string", json!(told.organiser), "Who calls."),
        ("programme", "string", json!(told.programme), "The programme's own identifier."),
        ("topics", "array", json!(told.topics), "Topics, as the API filters by them."),
        ("countries", "array", json!(told.countries), "ISO 3166-1 alpha-2 codes of the countries it is about."),
        ("deadlineKind", "string", json!(told.deadline.kind), "How the dates of the deadline are meant."),
        ("cofundingRate", "number", json!(told.amount.cofunding_rate), "Share paid by the funder, in percent."),
        (
            "eligibility",
            "object",
            json!(told.eligibility),
            "May an Israeli local authority apply, by country, body and place, with the words that say so.",
        ),
        ("page", "string", json!(page), "The page about it."),
    ];
    let known = fields.into_iter().filter(|(_, _, value, _)| !value.is_null());
    known.map(|(name, field_type, value, description)| (name, CustomField { name, field_type, value, description })).collect()
}

fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::{id_of, uuid};

    #[test]
    fn an_id_is_a_uuid_and_comes_back() {
        let ours = "0123456789abcdef0123456789abcdef";
        assert_eq!(uuid(ours), "01234567-89ab-cdef-0123-456789abcdef");
        assert_eq!(id_of(&uuid(ours)), ours);
        assert_eq!(id_of(&uuid(ours).to_uppercase()), ours);
    }

    #[test]
    fn an_imported_id_stays_as_it_is() {
        for id in ["he-youth", "a/b", "01234567", "é", "0123-4567-89abcdef-0123-456789abcdef"] {
            assert_eq!(id_of(&uuid(id)), id);
        }
    }
}
