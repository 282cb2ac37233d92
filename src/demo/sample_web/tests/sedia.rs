//! The EU-like interface: it filters and pages, and refuses as the real one does.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use super::asking::{Got, behind_gateway, get, router, send, today, web_on};
use crate::demo::sample_web::Manner;

const SEARCH: &str = "https://api.funding.example/search-api/prod/rest/search?apiKey=SEDIA&text=***";
const LIVE: [&str; 2] = ["31094501", "31094502"];

async fn search(router: &Router, paging: &str, parts: &[(&str, Value)], content_type: &str) -> Got {
    let mut body = String::new();
    for (name, value) in parts {
        write!(body, "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{content_type}\r\n{value}\r\n").unwrap();
    }
    body.push_str("--x--\r\n");
    let request = Request::post(behind_gateway(&format!("{SEARCH}{paging}")));
    send(router, request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=x").body(Body::from(body)).unwrap()).await
}

async fn ask(router: &Router, paging: &str, parts: &[(&str, Value)]) -> Value {
    search(router, paging, parts, "Content-Type: application/json\r\n").await.json()
}

fn query(clauses: &[Value]) -> (&'static str, Value) {
    let live = json!([{ "terms": { "type": ["1", "2", "8"] } }, { "terms": { "status": LIVE } }]);
    let must: Vec<&Value> = live.as_array().unwrap().iter().chain(clauses).collect();
    ("query", json!({ "bool": { "must": must } }))
}

fn english() -> (&'static str, Value) {
    ("languages", json!(["en"]))
}

fn by_date() -> (&'static str, Value) {
    ("sort", json!({ "field": "es_SortDate", "order": "ASC" }))
}

#[tokio::test]
async fn a_search_for_what_is_live_gives_the_truth_once_each() {
    let answer = ask(&router(), "&pageSize=100", &[query(&[]), english(), by_date()]).await;
    let found: BTreeSet<_> =
        answer["results"].as_array().unwrap().iter().map(|row| row["url"].as_str().unwrap().to_owned()).collect();
    let truth = web_on(today()).truth();
    let wanted: BTreeSet<_> = truth.into_iter().filter(|item| item.manner == Manner::Sedia).map(|item| item.url).collect();
    assert_eq!(answer["totalResults"], wanted.len());
    assert_eq!(found, wanted);
}

#[tokio::test]
async fn a_cursor_over_the_date_finds_what_pages_find() {
    let router = router();
    let first = ask(&router, "&pageSize=5&pageNumber=1", &[query(&[]), english(), by_date()]).await;
    let last = first["results"][4]["metadata"]["es_SortDate"][0].clone();
    let border = last.to_string();
    let after =
        ask(&router, "&pageSize=100", &[query(&[json!({ "range": { "es_SortDate": { "gt": last } } })]), english(), by_date()])
            .await;
    let dates = |answer: &Value| -> Vec<String> {
        answer["results"].as_array().unwrap().iter().map(|row| row["metadata"]["es_SortDate"][0].to_string()).collect()
    };
    assert_eq!(first["results"].as_array().unwrap().len(), 5);
    assert!(dates(&first).is_sorted() && dates(&after).is_sorted());
    assert!(dates(&after).iter().all(|date| *date > border));
    assert!(!dates(&after).is_empty());
}

#[tokio::test]
async fn every_value_of_the_metadata_is_a_list_of_strings() {
    let answer = ask(&router(), "&pageSize=100", &[query(&[]), english()]).await;
    for row in answer["results"].as_array().unwrap() {
        for (name, value) in row["metadata"].as_object().unwrap() {
            assert!(value.as_array().is_some_and(|values| values.iter().all(Value::is_string)), "{name}: {value}");
        }
    }
}

#[tokio::test]
async fn without_languages_each_record_comes_once_per_translation() {
    let router = router();
    let one = ask(&router, "", &[query(&[]), english()]).await["totalResults"].as_u64().unwrap();
    let all = ask(&router, "", &[query(&[])]).await["totalResults"].as_u64().unwrap();
    assert_eq!(all, 3 * one);
}

#[tokio::test]
async fn a_search_without_a_query_part_reports_the_whole_portal() {
    let unfiltered = Request::post(behind_gateway(SEARCH)).body(Body::empty()).unwrap();
    assert_eq!(send(&router(), unfiltered).await.json()["totalResults"], 4_170_031);
}

#[tokio::test]
async fn the_interface_refuses_as_the_real_one_does() {
    let router = router();
    assert_eq!(get(&router, SEARCH).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let plain = search(&router, "", &[query(&[])], "").await;
    assert_eq!((plain.status, plain.json()["type"].as_str()), (StatusCode::INTERNAL_SERVER_ERROR, Some("throwable")));
    let wildcard = ("query", json!({ "wildcard": { "title": "*" } }));
    let refused = search(&router, "", &[wildcard], "Content-Type: application/json\r\n").await;
    assert_eq!((refused.status, refused.json()["type"].as_str()), (StatusCode::BAD_REQUEST, Some("businessError")));
    let far = search(&router, "&pageSize=100&pageNumber=101", &[query(&[])], "Content-Type: application/json\r\n").await;
    assert_eq!(far.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn no_page_is_longer_than_the_cap() {
    let answer = ask(&router(), "&pageSize=5000", &[query(&[]), english()]).await;
    assert_eq!(answer["pageSize"], 100);
}
