//! The document of the interface against the interface itself.

use axum::http::Method;
use serde_json::Value;

use super::{Stage, records};
use crate::search::query::{MAX_DEPTH, SearchQuery};
use crate::web::access::{Access, TABLE};

fn parameters(document: &Value) -> Vec<&Value> {
    document["paths"]["/api/v1/opportunities"]["get"]["parameters"].as_array().unwrap().iter().collect()
}

/// What one value of a parameter may be, beside nothing.
fn one_value(parameter: &Value) -> &Value {
    let schema = &parameter["schema"];
    let one = if schema["items"].is_object() { &schema["items"] } else { schema };
    &one["anyOf"][0]
}

#[tokio::test]
async fn every_route_of_the_api_is_in_the_document_with_its_refusals() {
    let stage = Stage::with(&[]).await;
    let document = stage.get("/api/v1/openapi.json").await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{document}");
    let for_programs = ["/api/", "/feed.", "/calendar.ics", "/common-grants/"];
    let mut names = Vec::new();
    for (method, pattern, access) in
        TABLE.iter().filter(|(_, pattern, _)| for_programs.iter().any(|begin| pattern.starts_with(begin)))
    {
        let operation = &document["paths"][pattern][method.as_str().to_lowercase()];
        assert!(operation["responses"]["200"].is_object(), "{method} {pattern}");
        let refusal = if *access == Access::Public { "429" } else { "401" };
        let problem = &operation["responses"][refusal]["content"]["application/problem+json"]["schema"]["$ref"];
        assert_eq!(problem, "#/components/schemas/Problem", "{method} {pattern}");
        names.push(operation["operationId"].as_str().unwrap());
    }
    assert_eq!(names.iter().collect::<std::collections::HashSet<_>>().len(), names.len(), "{names:?}");
    let known = TABLE.iter().filter(|(method, ..)| *method == Method::GET);
    let known: Vec<&str> = known.map(|(_, pattern, _)| *pattern).collect();
    for pattern in document["paths"].as_object().unwrap().keys() {
        assert!(known.contains(&pattern.as_str()), "{pattern}");
    }
}

#[tokio::test]
async fn the_document_names_just_the_parameters_that_are_read() {
    let stage = Stage::with(&[]).await;
    let document = stage.get("/api/v1/openapi.json").await.json();
    let mut documented: Vec<&str> = parameters(&document).iter().map(|parameter| parameter["name"].as_str().unwrap()).collect();
    let refused = SearchQuery::from_query_string("colour=red").unwrap_err().detail;
    let mut read: Vec<&str> = refused.split("there are ").nth(1).unwrap().split(", ").collect();
    documented.sort_unstable();
    read.sort_unstable();
    assert_eq!(documented, read);
}

#[tokio::test]
async fn each_value_that_the_document_allows_is_followed() {
    let stage = Stage::with(&records()).await;
    let document = stage.get("/api/v1/openapi.json").await.json();
    let mut tried = 0;
    for parameter in parameters(&document) {
        let one = one_value(parameter);
        let one = match one["$ref"].as_str() {
            Some(name) => &document["components"]["schemas"][name.rsplit('/').next().unwrap()],
            None => one,
        };
        for value in one["enum"].as_array().into_iter().flatten() {
            let path = format!("/api/v1/opportunities?{}={}", parameter["name"].as_str().unwrap(), value.as_str().unwrap());
            assert_eq!(stage.get(&path).await.status.as_u16(), 200, "{path}");
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[tokio::test]
async fn what_the_configuration_knows_is_in_the_document() {
    let stage = Stage::with(&[]).await;
    let document = stage.get("/api/v1/openapi.json").await.json();
    let values = |name: &str| {
        let parameter = parameters(&document).into_iter().find(|parameter| parameter["name"] == name).unwrap();
        one_value(parameter)["enum"].clone()
    };
    assert_eq!(values("topic"), serde_json::json!(["climate", "transport", "youth"]));
    assert_eq!(values("municipality"), serde_json::json!(["netanya"]));
}

#[tokio::test]
async fn each_parameter_says_what_it_means_and_the_question_how_it_is_written() {
    let stage = Stage::with(&[]).await;
    let document = stage.get("/api/v1/openapi.json").await.json();
    for (path, item) in document["paths"].as_object().unwrap() {
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].as_str().is_some_and(|told| told.len() > 10), "{path} {parameter}");
        }
    }
    let page = parameters(&document).into_iter().find(|parameter| parameter["name"] == "page").unwrap();
    let told = page["description"].as_str().unwrap();
    assert!(told.contains("`page` × `page_size` may not pass 100,000") && MAX_DEPTH == 100_000, "{told}");
    let q = parameters(&document).into_iter().find(|parameter| parameter["name"] == "q").unwrap();
    let told = q["description"].as_str().unwrap();
    for part in ["-without", "OR", "begin*", "title:", "kind:", "deadline:<30d"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}
