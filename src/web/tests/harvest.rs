//! Somebody keeps a copy of all records: what has changed is told once, in order, whatever changes while it is being read.

use axum::http::header;
use serde_json::json;

use super::{Answer, Stage, record, until};

/// Nine calls whose deadlines run against the order of their changes, so that an order by deadline would show.
fn calls() -> Vec<crate::record::Record> {
    (1..=9).map(|n| record(&format!("call-{n}"), json!({ "deadline": until(&format!("2027-03-{:02}", 30 - n)) }))).collect()
}

fn changes(answer: &Answer) -> Vec<(String, u64)> {
    let items = answer.json()["items"].as_array().unwrap().clone();
    items.iter().map(|item| (item["id"].as_str().unwrap().to_owned(), item["changed"].as_u64().unwrap())).collect()
}

fn next(answer: &Answer) -> Option<String> {
    let links = answer.headers.get(header::LINK)?.to_str().unwrap().to_owned();
    links.split(", ").find_map(|link| Some(link.strip_suffix(">; rel=\"next\"")?.strip_prefix('<')?.to_owned()))
}

#[tokio::test]
async fn what_changes_while_it_is_read_is_neither_lost_nor_does_it_push_others_out() {
    let stage = Stage::with(&calls()).await;
    let first = stage.get("/api/v1/opportunities?status=any&changed_after=0&page_size=3").await;
    let mut seen = changes(&first);
    // One that was read, one that was not, and a new one.
    let deadline = json!({ "deadline": until("2026-12-24") });
    let meanwhile = ["call-1", "call-8", "call-10"].map(|id| record(id, deadline.clone()));
    stage.store.import(&meanwhile, stage.state.clock.now()).await.unwrap();
    stage.catch_up().await;
    let mut path = next(&first);
    while let Some(next_page) = path {
        let answer = stage.get(&next_page).await;
        seen.extend(changes(&answer));
        path = next(&answer);
    }
    assert!(seen.is_sorted_by_key(|(_, change)| *change), "{seen:?}");
    let ids: Vec<&str> = seen.iter().map(|(id, _)| id.as_str()).collect();
    let in_order = "call-1 call-2 call-3 call-4 call-5 call-6 call-7 call-9 call-1 call-8 call-10";
    assert_eq!(ids.join(" "), in_order);
    let last = seen.last().map(|(_, change)| *change).unwrap();
    let again = stage.get(&format!("/api/v1/opportunities?status=any&changed_after={last}")).await;
    assert_eq!((changes(&again), next(&again)), (Vec::new(), None));
}

#[tokio::test]
async fn words_and_the_other_forms_of_a_list_follow_the_changes_too() {
    let stage = Stage::with(&calls()).await;
    let words = changes(&stage.get("/api/v1/opportunities?q=title&changed_after=2").await);
    assert!(words.len() == 7 && words.is_sorted_by_key(|(_, change)| *change), "{words:?}");
    for path in ["/feed.json?page_size=3", "/common-grants/opportunities?pageSize=3"] {
        let answer = stage.get(&format!("{path}&changed_after=2")).await;
        assert_eq!(answer.json()["items"].as_array().unwrap().len(), 3, "{path}");
        assert!(next(&answer).is_some_and(|next| next.contains("changed_after=5")), "{path}");
    }
}

#[tokio::test]
async fn who_asks_for_another_order_gets_it() {
    let stage = Stage::with(&calls()).await;
    let answer = stage.get("/api/v1/opportunities?changed_after=2&sort=deadline&page_size=3").await;
    assert_eq!(changes(&answer)[0].0, "call-9");
    assert!(next(&answer).is_some_and(|next| next.contains("page=2")));
}
