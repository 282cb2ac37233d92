use super::*;
use crate::read::tests::{page, source, today};
use crate::read::{first_requests, read as read_shape, read_detail as read_shape_detail};

const ENTRY: &str = r#"
slug = "uk"
name = { he = "בריטניה", en = "UK" }
network = "embassy"
language = ["en"]
evidence = "test"
[source.bespoke]
engine = "govuk"
url = "https://www.gov.example/api/search.json?filter_world_locations=israel&order=-public_timestamp"
"#;

const HITS: &str = r#"{"total":150,"start":0,"results":[{"title":"Call for bids: science","link":"/government/news/science-bids",
 "description":"Bids are invited.","public_timestamp":"2026-11-20T09:30:03Z","content_store_document_type":"world_news_story"}]}"#;

fn found() -> (Found, Option<Request>) {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).remove(0);
    assert!(request.url.as_str().ends_with("&count=100&start=0"), "{}", request.url);
    let mut reading = read_shape(&source, &request, &page(request.url.as_str(), "application/json", HITS));
    (reading.found.remove(0), reading.next)
}

fn detail(body: &str) -> Finding {
    let (finding, complaints) = read_shape_detail(
        &source(ENTRY),
        found().0.finding,
        &page("https://www.gov.example/api/content/x", "application/json", body),
    );
    assert!(complaints.is_empty(), "{complaints:?}");
    finding
}

#[test]
fn a_hit_leads_to_its_content_item_and_the_list_goes_on_until_its_total() {
    let (found, next) = found();
    assert_eq!(found.finding.url, "https://www.gov.example/government/news/science-bids");
    assert_eq!(found.detail.unwrap().url.as_str(), "https://www.gov.example/api/content/government/news/science-bids");
    assert!(next.unwrap().url.as_str().ends_with("&count=100&start=1"));
}

#[test]
fn a_closing_date_of_the_content_item_is_the_deadline() {
    let finding = detail(
        r#"{"document_type":"open_call_for_evidence","locale":"en","details":{"body":"<p>See <a href=\"/x\">here</a>.</p>",
        "closing_date":"2027-01-31T23:59:00.000+00:00","opening_date":"2026-11-20T09:30:00.000+00:00"},
        "links":{"worldwide_organisations":[{"title":"British Embassy Tel Aviv"}]}}"#,
    );
    assert_eq!(finding.field(field::DEADLINE), Some("2027-01-31T23:59:00.000+00:00"));
    assert_eq!(finding.field(field::ORGANISER), Some("British Embassy Tel Aviv"));
    assert!(finding.html.unwrap().contains("https://www.gov.example/x"));
    assert_eq!(finding.fields.get(field::STATUS), None);
}

#[test]
fn a_withdrawn_item_says_so() {
    let finding = detail(
        r#"{"details":{"body":"<p>Old.</p>"},"withdrawn_notice":{"explanation":"","withdrawn_at":"2026-11-01T10:00:00Z"}}"#,
    );
    assert_eq!(finding.field(field::STATUS), Some("withdrawn"));
}

#[test]
fn an_answer_without_results_is_a_failure() {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).remove(0);
    assert!(read_shape(&source, &request, &page(request.url.as_str(), "application/json", r#"{"error":"x"}"#)).failed());
}
