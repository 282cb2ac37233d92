//! The JSON interfaces by GET and POST.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::asking::{behind_gateway, get, router, send};

const COLLECTOR: &str = "https://reshut-yozmot.example/api/DynamicCollector";

async fn collect(router: &axum::Router, body: &'static str) -> super::asking::Got {
    let request = Request::post(behind_gateway(COLLECTOR)).header(header::CONTENT_TYPE, "application/json");
    send(router, request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_get_interface_pages_by_offset_and_writes_titles_with_character_references() {
    let router = router();
    let address = "https://embassy-desk.example/api/search.json";
    let first = get(&router, address).await.json();
    let total = first["total"].as_u64().unwrap();
    assert_eq!(first["results"][0]["title"], "Small grants scheme for local authorities &amp; civil society");
    assert_eq!(first["results"][2]["title"], "Study visit &ndash; ageing well in small towns");

    let mut seen = Vec::new();
    for start in (0..total).step_by(5) {
        let page = get(&router, &format!("{address}?start={start}")).await.json();
        seen.extend(page["results"].as_array().unwrap().iter().map(|result| result["id"].to_string()));
    }
    assert_eq!(seen.len() as u64, total);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len() as u64, total);
    assert_eq!(get(&router, &format!("{address}?start={total}")).await.json()["results"], serde_json::json!([]));
}

#[tokio::test]
async fn a_post_interface_pages_by_the_offset_in_its_body() {
    let router = router();
    let page = collect(&router, r#"{"From":6}"#).await.json();
    assert_eq!(page["TotalResults"], 13);
    assert_eq!(page["Results"].as_array().unwrap().len(), 6);
    assert_eq!(page["Results"][0]["UrlName"], "emergency-centres");
    assert_eq!(page["Results"][0]["Data"]["LastDate"], "22.12.2026");
    assert!(page["Results"][0]["Data"]["Content"].as_str().unwrap().starts_with("<p>"));
    assert!(page["Results"][2]["Data"].get("LastDate").is_none());
}

#[tokio::test]
async fn a_post_interface_refuses_what_is_no_question() {
    let router = router();
    assert_eq!(collect(&router, "From=6").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(get(&router, COLLECTOR).await.status, StatusCode::METHOD_NOT_ALLOWED);
}
