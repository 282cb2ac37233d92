//! The manner `sedia`: a search interface with the manners of the EU Funding & Tenders portal.
//! Every value of a record's metadata is a list of strings; some of them are JSON once more.

use axum::http::StatusCode;
use chrono::NaiveDate;
use serde_json::{Value, json};
use sources::finding::short_hash;

use super::answer::Answer;
use super::body::{Body, teaser};
use super::content::{Item, Sedia, Site};
use super::placeholder;
use super::sedia_query::{self, Parts};

/// The portal gives no longer pages, whatever is asked.
const PAGE_CAP: usize = 100;
/// The portal refuses to page further than this.
const WINDOW: usize = 10_000;
/// What a search without a query reports: the whole portal.
const WHOLE_PORTAL: usize = 4_170_031;
/// The translations in which a record comes where no language is named.
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];
const FORTHCOMING: &str = "31094501";
const OPEN: &str = "31094502";

/// Comes when the topics and calls that are open or soon will be are asked for.
pub(super) fn is_live(sedia: &Sedia) -> bool {
    matches!(sedia.type_.as_str(), "1" | "2" | "8") && matches!(sedia.status.as_str(), FORTHCOMING | OPEN)
}

/// Answers one search for page `number` of pages of `length`, as asked for in the address.
pub(super) fn search(site: &Site, parts: &Parts, length: usize, number: usize, today: NaiveDate) -> Answer {
    let (length, number) = (length.clamp(1, PAGE_CAP), number.max(1));
    if number.saturating_mul(length) > WINDOW {
        return business_error("Result window is too large");
    }
    let languages = parts.languages.clone().unwrap_or_else(|| LANGUAGES.map(str::to_owned).to_vec());
    let mut found = Vec::new();
    for (item, sedia) in site.items.iter().filter_map(|item| Some((item, item.sedia.as_ref()?))) {
        for language in languages.iter().filter(|language| LANGUAGES.contains(&language.as_str())) {
            let record = match record(site, item, sedia, language, today) {
                Ok(record) => record,
                Err(error) => return Answer::broken(&error),
            };
            match parts.query.as_ref().map_or(Ok(true), |query| sedia_query::matches(query, &record["metadata"])) {
                Ok(true) => found.push(record),
                Ok(false) => {}
                Err(what) => return business_error(&what),
            }
        }
    }
    match &parts.sort {
        Some(sort) => sort.apply(&mut found),
        None => found.sort_by_cached_key(|record| record["checksum"].to_string()),
    }
    let total = if parts.query.is_some() { found.len() } else { WHOLE_PORTAL };
    let rows: Vec<Value> = found.into_iter().skip((number - 1) * length).take(length).collect();
    Answer::json(
        StatusCode::OK,
        &json!({
            "apiVersion": "2.151", "terms": "***", "responseTime": 40, "totalResults": total, "pageNumber": number, "pageSize": length,
            "queryLanguage": { "language": "en", "probability": 0.0 }, "bestBets": [], "warnings": [], "results": rows,
        }),
    )
}

/// How the interface refuses a query that it does not understand.
pub(super) fn business_error(what: &str) -> Answer {
    Answer::json(StatusCode::BAD_REQUEST, &json!({ "type": "businessError", "message": what }))
}

/// How the interface refuses a request that is none.
pub(super) fn throwable(status: StatusCode, what: &str) -> Answer {
    Answer::json(status, &json!({ "type": "throwable", "message": what }))
}

fn record(site: &Site, item: &Item, sedia: &Sedia, language: &str, today: NaiveDate) -> askama::Result<Value> {
    let reference = match language {
        "en" => sedia.reference.clone(),
        _ => format!("{}{language}", sedia.reference.trim_end_matches("en")),
    };
    let deadlines: Vec<String> = sedia.deadlines.iter().filter_map(|&days| midnight(today, days)).collect();
    let opens: Vec<String> = midnight(today, sedia.opens).into_iter().collect();
    let html = askama::Template::render(&Body::parse(&item.body))?;
    let mut metadata = json!({
        "es_SortDate": opens, "startDate": opens, "deadlineDate": deadlines, "deadlineModel": [sedia.model],
        "type": [sedia.type_], "status": [sedia.status], "frameworkProgramme": [sedia.programme], "programmePeriod": ["2021 - 2027"],
        "identifier": [sedia.identifier], "language": [language], "typesOfAction": [sedia.action], "keywords": sedia.keywords,
        "tags": [], "crossCuttingPriorities": [], "REFERENCE": [reference], "url": [site.item_url(item)], "DATASOURCE": ["SEDIA"],
    });
    if sedia.type_ == "8" {
        // A cascade call goes by `callTitle`; `title` is its parent's.
        metadata["callTitle"] = json!([item.title]);
        metadata["title"] = json!([sedia.action]);
        metadata["description"] = json!([html]);
        metadata["budget"] = json!(sedia.budget.map(|euro| euro.to_string()).into_iter().collect::<Vec<_>>());
    } else {
        metadata["title"] = json!([item.title]);
        metadata["descriptionByte"] = json!([html]);
        metadata["budgetOverview"] = json!([budget(sedia, today).to_string()]);
    }
    Ok(json!({
        "apiVersion": "2.151", "reference": reference, "url": site.item_url(item), "contentType": "text/plain", "language": language,
        "databaseLabel": "SEDIA", "database": "SEDIA", "summary": teaser(&item.title), "weight": 4.0, "checksum": short_hash(&[&reference]).to_uppercase(),
        "metadata": metadata,
    }))
}

/// The overview covers the whole call: another topic's line stands beside the record's own.
fn budget(sedia: &Sedia, today: NaiveDate) -> Value {
    let days: Vec<String> = sedia.deadlines.iter().filter_map(|&days| iso(today, days)).collect();
    let line = |topic: &str, total: u64, most: u64| {
        json!([{
            "action": format!("{topic} - {}", sedia.action), "expectedGrants": 0, "minContribution": 0, "maxContribution": most,
            "budgetYearMap": { (today.format("%Y").to_string()): total.to_string() }, "deadlineModel": sedia.model, "deadlineDates": days,
        }])
    };
    json!({ "budgetTopicActionMap": {
        "1": line(&format!("{}-SIBLING", sedia.identifier), 999_000_000, 0),
        "2": line(&sedia.identifier, sedia.budget.unwrap_or(0), sedia.most.unwrap_or(0)),
    } })
}

fn midnight(today: NaiveDate, days: i64) -> Option<String> {
    Some(format!("{}T00:00:00.000+0000", iso(today, days)?))
}

fn iso(today: NaiveDate, days: i64) -> Option<String> {
    placeholder::written(placeholder::day(today, days)?, "iso")
}
