//! A small index of our own with the interface's manners stands in for the real one.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use url::Url;

use super::*;
use crate::finding::field;
use crate::page::Body;
use crate::read::{first_requests, read, read_detail};
use crate::source::Shape;

const ENTRY: &str = r#"
    slug = "portal"
    name = { he = "פורטל", en = "Portal" }
    network = "eu"
    language = ["en"]
    [source.bespoke]
    engine = "sedia"
    url = "https://search.example/rest/search?apiKey=KEY&text=***"
    types = ["1", "8", "2"]
"#;

fn source() -> Source {
    crate::read::tests::source(ENTRY)
}

fn page(body: String) -> Page {
    crate::read::tests::page("https://search.example/rest/search", "application/json", body)
}

fn record(reference: &str, date: &str, metadata: Value) -> Value {
    let mut whole = json!({
        "es_SortDate": [date], "type": ["1"], "status": ["31094502"], "title": [format!("Call {reference}")], "identifier": [reference],
        "deadlineDate": ["2027-03-02T00:00:00.000+0000"], "descriptionByte": ["<p>For towns.</p>"],
    });
    for (name, value) in metadata.as_object().into_iter().flatten() {
        whole[name] = value.clone();
    }
    json!({"reference": reference, "language": "en", "weight": 4.2, "checksum": "A1", "summary": "s", "metadata": whole,
        "url": format!("https://ec.example/portal/screen/opportunities/topic-details/{reference}")})
}

/// Answers as the interface does; its even pages come from a replica that orders some records differently.
fn answer(index: &[Value], request: &Request) -> String {
    let Some(Body::JsonParts(parts)) = &request.body else { panic!("multipart parts are wanted") };
    let part = |name: &str| serde_json::from_str::<Value>(&parts.iter().find(|(part, _)| part == name).unwrap().1).unwrap();
    let number = |name: &str| request.url.query_pairs().find(|(n, _)| n == name).unwrap().1.parse::<usize>().unwrap();
    let query = part("query");
    let range = query["bool"]["must"].as_array().unwrap().iter().find_map(|clause| clause["range"].get("es_SortDate")).cloned();
    let date = |row: &Value| row["metadata"]["es_SortDate"][0].as_str().unwrap_or_default().to_owned();
    let within = |row: &&Value| {
        range.as_ref().and_then(Value::as_object).into_iter().flatten().all(|(bound, value)| {
            let (have, bound_value) = (date(row), value.as_str().unwrap());
            match bound.as_str() {
                "gte" => have.as_str() >= bound_value,
                "gt" => have.as_str() > bound_value,
                "lte" => have.as_str() <= bound_value,
                other => panic!("{other}"),
            }
        })
    };
    assert_eq!(part("languages"), json!(["en"]));
    assert_eq!(part("sort"), json!({"field": "es_SortDate", "order": "ASC"}));
    let mut found: Vec<&Value> = index.iter().filter(within).collect();
    found.sort_by_key(|row| date(row));
    let total = found.len();
    let (size, page) = (number("pageSize"), number("pageNumber"));
    assert!(size <= 100);
    if page % 2 == 0 {
        for border in (size..total.saturating_sub(3)).step_by(size) {
            for offset in 0..3 {
                found.swap(border - 3 + offset, border + offset);
            }
        }
    }
    let rows: Vec<&Value> = found.into_iter().skip((page - 1) * size).take(size).collect();
    json!({"totalResults": total, "responseTime": 51, "results": rows}).to_string()
}

/// Walks the whole index; how often each reference came, and how many requests it took.
fn walk(index: &[Value]) -> (BTreeMap<String, usize>, usize) {
    let source = source();
    let mut next = first_requests(&source, crate::read::tests::today()).pop();
    let (mut seen, mut requests) = (BTreeMap::new(), 0);
    while let Some(request) = next {
        requests += 1;
        assert!(requests < 200, "no end");
        let reading = read(&source, &request, &page(answer(index, &request)));
        assert!(!reading.failed(), "{:?}", reading.complaints);
        for found in reading.found {
            *seen.entry(found.finding.key).or_insert(0) += 1;
        }
        next = reading.next;
    }
    (seen, requests)
}

#[test]
fn every_record_comes_exactly_once_although_pages_disagree() {
    let index: Vec<Value> = (0..730)
        .map(|n| record(&format!("R{n}"), &format!("2026-{:02}-{:02}T00:00:00.000+0000", n % 12 + 1, n % 28 + 1), json!({})))
        .collect();
    let (seen, requests) = walk(&index);
    assert_eq!((seen.len(), seen.values().max()), (730, Some(&1)));
    assert!(requests <= 10, "{requests}");
}

#[test]
fn a_date_with_more_records_than_an_answer_holds_loses_none() {
    for crowd in [99, 100, 101, 150, 250, 431] {
        let mut index: Vec<Value> =
            (0..crowd).map(|n| record(&format!("B{n}"), "2026-04-21T00:00:00.000+0000", json!({}))).collect();
        index.extend((0..40).map(|n| record(&format!("A{n}"), "2026-04-20T00:00:00.000+0000", json!({}))));
        index.extend((0..40).map(|n| record(&format!("C{n}"), "2026-04-22T00:00:00.000+0000", json!({}))));
        let (seen, _) = walk(&index);
        assert_eq!(seen.len(), crowd + 80, "{crowd}");
    }
}

#[test]
fn an_empty_index_says_so_itself() {
    let source = source();
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    let reading = read(&source, &request, &page(answer(&[], &request)));
    assert!(reading.declared_empty && !reading.failed() && reading.next.is_none());
}

fn only(row: Value) -> Finding {
    let source = source();
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    let mut reading = read(&source, &request, &page(json!({"totalResults": 1, "results": [row]}).to_string()));
    assert_eq!(reading.complaints, vec![]);
    reading.found.pop().unwrap().finding
}

#[test]
fn a_topic_becomes_a_finding_with_its_own_part_of_the_calls_budget() {
    let overview = json!({"budgetTopicActionMap": {
        "1": [{"action": "TWIN-2027-01-OTHER - Lump sum", "minContribution": 1, "maxContribution": 9, "budgetYearMap": {"2027": "99"}}],
        "2": [{"action": "TWIN-2027-01 - Lump sum", "minContribution": 20_000, "maxContribution": 50_000, "budgetYearMap": {"2027": "1000000", "2028": 500_000}}],
    }});
    let finding = only(record(
        "TWIN-2027-01",
        "2026-04-21T00:00:00.000+0000",
        json!({
            "title": ["Towns &amp; twins"], "budgetOverview": [overview.to_string()], "keywords": ["[\"TWIN-2027-01\",\"twinning\"]"], "frameworkProgramme": ["43251589"],
            "deadlineDate": ["2027-03-02T17:00:00.000+0000", "2027-09-01T00:00:00.000+0000"], "deadlineModel": ["multiple cut-off"],
            "startDate": ["2026-11-02T00:00:00.000+0000"], "status": ["31094501"], "typesOfAction": ["Operating  Prize"], "callIdentifier": ["TWIN-2027"],
        }),
    ));
    assert_eq!(
        (finding.key.as_str(), finding.title.as_str(), finding.lang.as_deref()),
        ("TWIN-2027-01", "Towns & twins", Some("en"))
    );
    assert_eq!(finding.html.as_deref(), Some("<p>For towns.</p>"));
    for (name, values) in [
        (field::DEADLINE, vec!["2027-03-02T17:00:00.000+0000", "2027-09-01T00:00:00.000+0000"]),
        (field::DEADLINE_MODEL, vec!["multiple cut-off"]),
        (field::OPENS, vec!["2026-11-02T00:00:00.000+0000"]),
        (field::STATUS, vec!["forthcoming"]),
        (field::FRAMEWORK, vec!["CERV"]),
        (field::KIND, vec!["Operating Prize"]),
        (field::PROGRAMME, vec!["TWIN-2027-01"]),
        (field::CATEGORIES, vec!["twinning"]),
        (field::AMOUNT_MIN, vec!["20000"]),
        (field::AMOUNT_MAX, vec!["50000"]),
        (field::AMOUNT_TOTAL, vec!["1500000"]),
        (field::CURRENCY, vec!["EUR"]),
    ] {
        assert_eq!(finding.values(name).collect::<Vec<_>>(), values, "{name}");
    }
}

#[test]
fn a_cascade_call_has_its_own_name_and_an_external_one_its_country() {
    let cascade = only(record(
        "77COMPETITIVE_CALLen",
        "2026-04-21T00:00:00.000+0000",
        json!({
            "type": ["8"], "title": ["The parent topic"], "callTitle": ["Internships for towns"], "budget": ["30500"], "projectAcronym": ["TWIN"],
            "descriptionByte": [], "description": ["<p>Apply.</p>"],
        }),
    ));
    assert_eq!((cascade.title.as_str(), cascade.field("parent_title")), ("Internships for towns", Some("The parent topic")));
    assert_eq!((cascade.field(field::AMOUNT_TOTAL), cascade.html.as_deref()), (Some("30500"), Some("<p>Apply.</p>")));

    let mut row = record(
        "173PROSPECTSEN",
        "2026-04-21T00:00:00.000+0000",
        json!({"type": ["2"], "identifier": ["EuropeAid/173/DD/ACT/IL"], "deadlineDate": []}),
    );
    row["url"] = json!("https://ec.example/info/funding-tenders/opportunities/data/topicDetails/173EN");
    let external = only(row);
    assert!(external.url.ends_with("/portal/screen/opportunities/topic-details/173PROSPECTSEN"), "{}", external.url);
    assert_eq!((external.field(field::COUNTRIES), external.field(field::DEADLINE)), (Some("IL"), None));
}

#[test]
fn an_address_for_programs_is_rewritten_for_people() {
    let mut row = record("9", "2026-04-21T00:00:00.000+0000", json!({"identifier": ["TWIN-2027-01"]}));
    row["url"] = json!("https://ec.example/info/funding-tenders/opportunities/data/topicDetails/TWIN-2027-01.json");
    assert!(only(row).url.ends_with("/portal/screen/opportunities/topic-details/TWIN-2027-01"));
}

#[test]
fn what_changes_by_itself_is_no_part_of_the_finding() {
    let row = record("9", "2026-04-21T00:00:00.000+0000", json!({}));
    let mut again = row.clone();
    again["weight"] = json!(1.0);
    again["checksum"] = json!("B2");
    assert_eq!(only(row).content_hash(), only(again).content_hash());
}

#[test]
fn a_stub_yields_to_the_record_of_its_identifier_and_repeated_identifiers_stay() {
    let source = source();
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    let date = "2026-04-21T00:00:00.000+0000";
    let rows = [
        record("1TOPICS", date, json!({"identifier": ["VALUES"]})),
        record("1STUB", date, json!({"identifier": ["VALUES"], "status": [], "descriptionByte": []})),
        record("2TOPICS", date, json!({"identifier": ["VALUES"]})),
    ];
    let reading = read(&source, &request, &page(json!({"totalResults": 3, "results": rows}).to_string()));
    let keys: Vec<&str> = reading.found.iter().map(|found| found.finding.key.as_str()).collect();
    assert_eq!(keys, ["1TOPICS", "2TOPICS"]);
}

#[test]
fn an_answer_that_is_none_fails_and_one_broken_record_costs_only_itself() {
    let source = source();
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    for body in [
        "<!doctype html><title>Portal</title>".to_owned(),
        json!({"type": "throwable", "message": "boom"}).to_string(),
        json!({"totalResults": 4_170_031, "results": [record("1", "2026", json!({}))]}).to_string(),
        json!({"totalResults": 3, "results": []}).to_string(),
        "[]".to_owned(),
    ] {
        assert!(read(&source, &request, &page(body.clone())).failed(), "{body}");
    }
    let rows = json!([{"metadata": 7}, record("ok", "2026-04-21T00:00:00.000+0000", json!({"budgetOverview": ["{"]})), "text"]);
    let reading = read(&source, &request, &page(json!({"totalResults": 3, "results": rows}).to_string()));
    assert_eq!((reading.found.len(), reading.complaints.len(), reading.failed()), (1, 3, false));
}

#[test]
fn identifiers_can_be_narrowed_to_those_with_certain_ends() {
    let mut source = source();
    let Shape::Bespoke(bespoke) = &mut source.shape else { panic!() };
    bespoke.identifier_ends = vec!["/IL".to_owned()];
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    let date = "2026-04-21T00:00:00.000+0000";
    let rows = [record("a", date, json!({"identifier": ["X/IL"]})), record("b", date, json!({"identifier": ["X/MK"]}))];
    let reading = read(&source, &request, &page(json!({"totalResults": 2, "results": rows}).to_string()));
    assert_eq!(reading.found.len(), 1);
}

#[test]
fn the_first_request_is_a_post_of_json_parts() {
    let request = first_requests(&source(), crate::read::tests::today()).pop().unwrap();
    assert_eq!(
        request.url,
        Url::parse("https://search.example/rest/search?apiKey=KEY&text=***&pageSize=100&pageNumber=1").unwrap()
    );
    let Some(Body::JsonParts(parts)) = request.body else { panic!() };
    assert_eq!(
        parts[0],
        (
            "query".to_owned(),
            json!({"bool": {"must": [{"terms": {"type": ["1", "8", "2"]}}, {"terms": {"status": ["31094501", "31094502"]}}]}})
                .to_string()
        )
    );
}

#[test]
fn a_topic_without_text_is_asked_for_by_its_identifier_in_lower_case() {
    let mut source = source();
    let Shape::Bespoke(bespoke) = &mut source.shape else { panic!() };
    bespoke.topic_details = "https://ec.example/data/topicDetails/".to_owned();
    let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
    let date = "2026-04-21T00:00:00.000+0000";
    let rows = [
        record("bare", date, json!({"type": ["1"], "identifier": ["TWIN-2027-01"], "descriptionByte": []})),
        record("told", date, json!({"type": ["1"], "identifier": ["TWIN-2027-02"], "descriptionByte": ["<p>For towns.</p>"]})),
        record("cascade", date, json!({"type": ["8"], "identifier": ["TWIN-2027-03"], "descriptionByte": []})),
    ];
    let reading = read(&source, &request, &page(json!({"totalResults": 3, "results": rows}).to_string()));
    let asked: Vec<Option<&str>> =
        reading.found.iter().map(|found| found.detail.as_ref().map(|detail| detail.url.as_str())).collect();
    assert_eq!(asked, [Some("https://ec.example/data/topicDetails/twin-2027-01.json"), None, None]);
    assert!(reading.found[0].complete);
}

#[test]
fn a_topics_details_give_its_text_its_conditions_and_its_days() {
    let source = source();
    let finding = only(record("9", "2026-04-21T00:00:00.000+0000", json!({"deadlineDate": [], "descriptionByte": []})));
    let details = json!({"TopicDetails": {
        "description": "<p>Towns meet <a href='/help'>their twins</a>.</p>", "conditions": "<p>Local authorities may apply.</p>",
        "supportInfo": "", "destinationDetails": "<b>Citizens</b>", "actions": [{"deadlineDates": ["2027-03-17"]}]
    }});
    let (told, complaints) = read_detail(&source, finding.clone(), &page(details.to_string()));
    assert_eq!(complaints, []);
    let html = told.html.as_deref().unwrap();
    assert!(html.contains("Local authorities may apply.") && html.contains("href=\"https://"), "{html}");
    assert_eq!(told.values("deadline").collect::<Vec<_>>(), ["2027-03-17"]);
    for broken in ["<html>", "{}", "[]"] {
        let (same, complaints) = read_detail(&source, finding.clone(), &page(broken.to_owned()));
        assert_eq!((&same, complaints.len()), (&finding, 1), "{broken}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_body_makes_it_panic(body: Vec<u8>) {
        let source = source();
        let request = first_requests(&source, crate::read::tests::today()).pop().unwrap();
        let mut answer = page(String::new());
        answer.body = body;
        proptest::prop_assert!(read(&source, &request, &answer).failed());
    }
}
