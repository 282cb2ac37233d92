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
async fn a_table_has_what_a_harvester_goes_on_with_and_every_stage_with_its_hour() {
    let stages = json!({"kind": "two_stage", "stages": [
        {"date": "2027-01-25", "time": "17:00:00", "zone": "Europe/Brussels", "label": null, "quote": null},
        {"date": "2027-03-15", "time": null, "zone": null, "label": null, "quote": null}]});
    let call = json!({"deadline": stages, "published": "2026-11-01", "opens": "2026-12-01"});
    let stage = Stage::with(&[record("two", call)]).await;
    let told = stage.get("/api/v1/opportunities?status=any&changed_after=0").await;
    let changed = changes(&told)[0].1;
    let table = stage.get("/api/v1/opportunities?status=any&changed_after=0&format=csv").await.body;
    let end = format!(",2026-11-01,2026-12-01,2027-01-25T17:00 Europe/Brussels | 2027-03-15,{changed}\r\n");
    assert!(table.ends_with(&end), "{table}");
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

#[tokio::test]
async fn what_is_taken_back_is_told_once_and_is_gone_by_its_id() {
    let stage = Stage::with(&calls()).await;
    let now = stage.state.clock.now();
    stage
        .store
        .import(&[record("call-2", json!({ "review": "rejected" })), record("never", json!({ "review": "rejected" }))], now)
        .await
        .unwrap();
    stage.store.set_review("call-3", crate::record::Review::Rejected, "dana", now).await.unwrap();
    stage.catch_up().await;
    let answer = stage.get("/api/v1/opportunities?status=any&changed_after=9").await;
    assert_eq!(answer.json()["items"], json!([]));
    assert_eq!(answer.json()["gone"], json!([{ "id": "call-2", "changed": 10 }, { "id": "call-3", "changed": 12 }]));
    let later = stage.get("/api/v1/opportunities?status=any&changed_after=12").await.json();
    assert_eq!((&later["gone"], later["total"].as_u64()), (&json!([]), Some(0)));
    assert!(stage.get("/api/v1/opportunities").await.json().get("gone").is_none());
    for path in ["/api/v1/opportunities/call-2", "/common-grants/opportunities/call-3", "/o/call-2/calendar.ics", "/o/call-3"] {
        assert_eq!(stage.get(path).await.status.as_u16(), 410, "{path}");
    }
    assert_eq!(stage.get("/api/v1/opportunities/never").await.status.as_u16(), 404);
    stage.store.set_review("call-3", crate::record::Review::Approved, "dana", now).await.unwrap();
    stage.catch_up().await;
    let back = stage.get("/api/v1/opportunities?status=any&changed_after=12").await;
    assert_eq!((changes(&back)[0].0.as_str(), &back.json()["gone"]), ("call-3", &json!([])));
}

#[tokio::test]
async fn a_page_of_changes_tells_no_later_ones_as_gone() {
    let stage = Stage::with(&calls()).await;
    stage.store.set_review("call-1", crate::record::Review::Rejected, "dana", stage.state.clock.now()).await.unwrap();
    stage.catch_up().await;
    let first = stage.get("/api/v1/opportunities?status=any&changed_after=0&page_size=3").await;
    assert_eq!((changes(&first).len(), &first.json()["gone"]), (3, &json!([])));
    let rest = stage.get("/api/v1/opportunities?status=any&changed_after=4").await.json();
    assert_eq!(rest["gone"], json!([{ "id": "call-1", "changed": 10 }]));
}

#[tokio::test]
async fn a_call_that_became_part_of_another_says_which_and_its_page_leads_there() {
    let stage = Stage::with(&[]).await;
    let one = stage
        .told("embassy-canada", "a", "Grants for twin towns 2027", "Grants for municipalities. Apply by 15 March 2027.")
        .await;
    let other =
        stage.told("city-network", "b", "Bridges between cities", "Grants for municipalities. Apply by 20 May 2027.").await;
    let now = stage.state.clock.now();
    for id in [&one, &other] {
        stage.store.set_review(id, crate::record::Review::Approved, "dana", now).await.unwrap();
    }
    stage.store.join(&other, &one, "dana", now).await.unwrap();
    stage.catch_up().await;
    let gone = stage.get("/api/v1/opportunities?status=any&changed_after=0").await.json()["gone"].clone();
    assert_eq!((gone[0]["id"].as_str(), gone[0]["joined"].as_str()), (Some(other.as_str()), Some(one.as_str())));
    let by_id = stage.get(&format!("/api/v1/opportunities/{other}")).await;
    assert!(by_id.status.as_u16() == 410 && by_id.json()["detail"].as_str().unwrap().contains(&one), "{}", by_id.body);
    let page = stage.get(&format!("/o/{other}")).await;
    assert_eq!((page.status.as_u16(), page.headers[header::LOCATION].to_str().unwrap()), (307, format!("/o/{one}").as_str()));
}
