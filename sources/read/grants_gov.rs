//! grants.gov: hits of `search2`, each completed by `fetchOpportunity`. Both are POSTs with a JSON body.
//! Knows that interface only. Dates are taken from the twins that end in `Str`: the others are for people.

use serde_json::{Value, json};
use url::Url;

use super::plain;
use super::reading::{Complaint, Found, Reading, beginning};
use super::text::{clean, one_line};
use crate::finding::{Finding, field};
use crate::page::{Body, Page, Request};
use crate::source::{Bespoke, Source};

/// Hits asked for at once; the interface allows more, and answers slower.
const ROWS: u64 = 100;

/// Applicant types and categories kept of one notice; there are some twenty in all.
const MAX_TYPES: usize = 20;

pub(super) fn first_request(bespoke: &Bespoke) -> Option<Request> {
    search(bespoke, 0)
}

fn search(bespoke: &Bespoke, start: u64) -> Option<Request> {
    let asked = json!({
        "rows": ROWS, "startRecordNum": start, "keyword": "", "oppNum": "", "eligibilities": "",
        "agencies": bespoke.agencies.join("|"), "oppStatuses": "forecasted|posted", "aln": "", "fundingCategories": "",
    });
    post(&bespoke.url, &asked)
}

fn post(url: &str, body: &Value) -> Option<Request> {
    let url = Url::parse(url).ok()?;
    Some(Request { url, body: Some(Body::Json(body.to_string())), headers: Vec::new() })
}

pub(super) fn read(source: &Source, bespoke: &Bespoke, request: &Request, page: &Page) -> Reading {
    let data = match data(page) {
        Ok(data) => data,
        Err(what) => return Reading::failure("page", what),
    };
    let (Some(total), Some(hits)) = (data["hitCount"].as_u64(), data["oppHits"].as_array()) else {
        return Reading::failure("hitCount, oppHits", "are missing");
    };
    let start = start_of(request);
    let mut reading = Reading { declared_empty: total == 0, ..Reading::default() };
    for (number, hit) in hits.iter().enumerate() {
        match found(source, bespoke, hit) {
            Ok(found) => reading.found.push(found),
            Err(what) => reading.unreadable(format!("hit {}", number + 1), what),
        }
    }
    let had = start + hits.len() as u64;
    if !hits.is_empty() && had < total {
        reading.next = search(bespoke, had);
    } else if had < total {
        reading.complain("oppHits", format!("end after {had} of {total}"));
    }
    reading
}

/// What the search's own request was sent with.
fn start_of(request: &Request) -> u64 {
    let Some(Body::Json(body)) = &request.body else { return 0 };
    serde_json::from_str::<Value>(body).ok().and_then(|body| body["startRecordNum"].as_u64()).unwrap_or(0)
}

fn found(source: &Source, bespoke: &Bespoke, hit: &Value) -> Result<Found, String> {
    let id = text(&hit["id"]).ok_or("has no id")?;
    let title = text(&hit["title"]).map(|title| one_line(&html_escape::decode_html_entities(&title))).ok_or("has no title")?;
    let mut finding = Finding {
        source: source.slug.clone(),
        url: format!("https://www.grants.gov/search-results-detail/{}", encoded(&id)),
        key: id.clone(),
        title,
        ..Finding::default()
    };
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            finding.fields.insert(name.to_owned(), vec![value]);
        }
    };
    put(field::DEADLINE, text(&hit["closeDate"]).and_then(|date| american(&date)));
    put(field::OPENS, text(&hit["openDate"]).and_then(|date| american(&date)));
    put(field::STATUS, text(&hit["oppStatus"]).map(|status| status_of(&status).to_owned()));
    put(field::ORGANISER, text(&hit["agency"]).or_else(|| text(&hit["agencyName"])));
    put(field::PROGRAMME, text(&hit["number"]));
    let number: Option<u64> = id.parse().ok();
    let asked = number.map_or_else(|| json!({ "opportunityId": id }), |id| json!({ "opportunityId": id }));
    let detail =
        Url::parse(&bespoke.url).and_then(|url| url.join("fetchOpportunity")).ok().and_then(|url| post(url.as_str(), &asked));
    Ok(Found { finding, detail, ..Found::default() })
}

pub(super) fn read_detail(mut finding: Finding, page: &Page) -> (Finding, Vec<Complaint>) {
    let complaint = |finding: &Finding, what: String| vec![Complaint::fatal(format!("opportunity {}", finding.key), what)];
    let data = match data(page) {
        Ok(data) => data,
        Err(what) => return (finding.clone(), complaint(&finding, what)),
    };
    let notice = if data["synopsis"].is_object() { &data["synopsis"] } else { &data["forecast"] };
    if !notice.is_object() {
        let what = "has neither synopsis nor forecast".to_owned();
        return (finding.clone(), complaint(&finding, what));
    }
    finding.html = text(&notice["synopsisDesc"]).or_else(|| text(&notice["forecastDesc"])).map(|body| clean(&body).into_owned());
    let mut put = |name: &str, values: Vec<String>| {
        if !values.is_empty() {
            finding.fields.insert(name.to_owned(), values);
        }
    };
    let day = |twins: [&str; 2]| twins.iter().find_map(|twin| text(&notice[*twin])).as_deref().and_then(twin_day);
    put(field::DEADLINE, day(["responseDateStr", "estApplicationResponseDateStr"]).into_iter().collect());
    put(field::OPENS, day(["postingDateStr", "estSynopsisPostingDateStr"]).into_iter().collect());
    put("deadline_note", text(&notice["responseDateDesc"]).into_iter().collect());
    put(field::AMOUNT_MAX, sum(&notice["awardCeiling"]).into_iter().collect());
    put(field::AMOUNT_MIN, sum(&notice["awardFloor"]).into_iter().collect());
    put(field::AMOUNT_TOTAL, sum(&notice["estimatedFunding"]).into_iter().collect());
    put(field::CURRENCY, vec!["USD".to_owned()]);
    put(field::ORGANISER, text(&notice["agencyName"]).into_iter().collect());
    put(field::CATEGORIES, described(&notice["fundingActivityCategories"]));
    let eligible = text(&notice["applicantEligibilityDesc"]).map(|prose| one_line(&plain::html_to_text(&prose)));
    put(field::ELIGIBLE, described(&notice["applicantTypes"]).into_iter().chain(eligible).collect());
    (finding, Vec::new())
}

fn data(page: &Page) -> Result<Value, String> {
    let mut answer: Value = serde_json::from_slice(&page.body)
        .map_err(|error| format!("is no JSON ({error}); it begins `{}`", beginning(&String::from_utf8_lossy(&page.body))))?;
    match answer["errorcode"].as_i64() {
        Some(0) | None => Ok(answer["data"].take()),
        Some(code) => Err(format!("says error {code}: {}", beginning(answer["msg"].as_str().unwrap_or_default()))),
    }
}

fn described(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().take(MAX_TYPES).filter_map(|entry| text(&entry["description"])).collect()
}

/// A text or number that says something.
fn text(value: &Value) -> Option<String> {
    let text = value.as_str().map_or_else(|| value.as_number().map(ToString::to_string), |text| Some(text.trim().to_owned()))?;
    (!text.is_empty()).then_some(text)
}

/// A sum of dollars; `none` and zero are none.
fn sum(value: &Value) -> Option<String> {
    let written = text(value)?.replace([',', '$'], "");
    written.parse::<f64>().ok().filter(|sum| sum.is_finite() && *sum > 0.0).map(|_| written)
}

/// `10/19/2026` → `2026-10-19`
fn american(written: &str) -> Option<String> {
    chrono::NaiveDate::parse_from_str(written, "%m/%d/%Y").ok().map(|day| day.to_string())
}

/// `2026-10-19-00-00-00` → `2026-10-19`: the hour is always midnight and means nothing.
fn twin_day(written: &str) -> Option<String> {
    written.get(..10)?.parse::<chrono::NaiveDate>().ok().map(|day| day.to_string())
}

fn status_of(written: &str) -> &str {
    match written {
        "posted" => "open",
        "forecasted" => "forthcoming",
        other => other,
    }
}

fn encoded(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}

#[cfg(test)]
mod tests;
