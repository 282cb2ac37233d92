use serde_json::json;

use super::{Stage, record, records, until};

#[tokio::test]
async fn a_record_reads_in_the_protocols_words() {
    let id = "0123456789abcdef0123456789abcdef";
    let told = json!({
        "title": "Twin town grants", "summary": "For exchanges.", "topics": ["youth"], "published": "2026-11-01", "opens": "2026-12-01",
        "status": "forthcoming", "deadline": until("2027-03-15"),
        "amount": {"min": 1000.0, "max": 50000.5, "total": null, "currency": "EUR", "cofunding_rate": 80.0}
    });
    let stage = Stage::with(&[record(id, told)]).await;
    let list = stage.get("/common-grants/opportunities?pageSize=1").await;
    assert_eq!((list.status.as_u16(), list.kind()), (200, "application/json"));
    insta::assert_json_snapshot!("common_grants", list.json());
    let one = stage.get("/common-grants/opportunities/01234567-89ab-cdef-0123-456789abcdef").await.json();
    assert_eq!((&one["status"], &one["data"]), (&json!(200), &list.json()["items"][0]));
}

#[tokio::test]
async fn pages_are_counted_and_linked_in_the_protocols_words() {
    let stage = Stage::with(&records()).await;
    let first = stage.get("/common-grants/opportunities?status=any&pageSize=2").await;
    let info = &first.json()["paginationInfo"];
    assert_eq!(*info, json!({"page": 1, "pageSize": 2, "totalItems": 3, "totalPages": 2}));
    let link = first.headers["link"].to_str().unwrap();
    assert!(link.contains("page=2&pageSize=2>; rel=\"next\""), "{link}");
    let closed = stage.get("/common-grants/opportunities?status=closed").await.json();
    assert_eq!(closed["items"][0]["status"], json!({"value": "closed"}));
}

#[tokio::test]
async fn a_mistake_is_told_under_the_name_that_was_sent() {
    let stage = Stage::with(&records()).await;
    for (sent, other) in [("pageSize", "page_size"), ("page_size", "pageSize")] {
        let answer = stage.get(&format!("/common-grants/opportunities?colour=red&{sent}=0")).await.json();
        let fault = &answer["errors"][1];
        assert!(fault["parameter"] == sent && fault["detail"].as_str().unwrap().starts_with(&format!("{sent}: ")), "{answer}");
        assert!(!fault.to_string().contains(other), "{answer}");
    }
}

#[tokio::test]
async fn only_approved_records_are_told_and_refusals_are_problems() {
    let stage = Stage::with(&records()).await;
    for (path, status) in [("/waiting", 404), ("/nothing", 404), ("?pageSize=0", 400), ("?colour=red", 400), ("/en-climate", 200)]
    {
        let answer = stage.get(&format!("/common-grants/opportunities{path}")).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(answer.kind(), if status == 200 { "application/json" } else { "application/problem+json" }, "{path}");
    }
}
