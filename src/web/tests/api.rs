use serde_json::json;

use super::{Stage, record, records, until};

fn ids(answer: &super::Answer) -> Vec<String> {
    answer.json()["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_answer_has_the_documented_members_and_items_without_text_and_history() {
    let stage = Stage::with(&records()).await;
    let answer = stage.get("/api/v1/opportunities?q=%D7%A0%D7%95%D7%A2%D7%A8&facets=kind,topic").await;
    assert_eq!((answer.status.as_u16(), answer.kind()), (200, "application/json"));
    insta::assert_json_snapshot!("hebrew_question", answer.json());
}

#[tokio::test]
async fn the_public_sees_approved_records_only_and_staff_all_but_rejected_ones() {
    let stage = Stage::with(&records()).await;
    let all = "/api/v1/opportunities?q=climate&status=any&sort=newest";
    let mut public = ids(&stage.get(all).await);
    public.sort();
    assert_eq!(public, ["en-climate", "old"]);
    let cookie = stage.log_in().await;
    let mut staff = ids(&stage.get_as(&cookie, all).await);
    staff.sort();
    assert_eq!(staff, ["en-climate", "old", "waiting"]);
    for (id, public, staff) in [("en-climate", 200, 200), ("waiting", 404, 200), ("rejected", 404, 404), ("nothing", 404, 404)] {
        let path = format!("/api/v1/opportunities/{id}");
        let seen = (stage.get(&path).await.status.as_u16(), stage.get_as(&cookie, &path).await.status.as_u16());
        assert_eq!(seen, (public, staff), "{id}");
    }
}

#[tokio::test]
async fn what_is_over_reads_as_closed_although_it_was_stored_as_open() {
    let stage = Stage::with(&records()).await;
    assert!(!ids(&stage.get("/api/v1/opportunities").await).contains(&"old".to_owned()));
    let closed = stage.get("/api/v1/opportunities?status=closed").await.json();
    assert_eq!((closed["total"].as_u64(), closed["items"][0]["status"].as_str()), (Some(1), Some("closed")));
    assert_eq!(stage.get("/api/v1/opportunities/old").await.json()["status"], "closed");
}

#[tokio::test]
async fn an_unknown_parameter_is_a_problem_that_names_it() {
    let stage = Stage::with(&[]).await;
    let answer = stage.get("/api/v1/opportunities?q=a&colour=red").await;
    assert_eq!((answer.status.as_u16(), answer.kind()), (400, "application/problem+json"));
    insta::assert_json_snapshot!("unknown_parameter", answer.json());
}

#[tokio::test]
async fn sources_are_asked_for_by_their_state_and_by_nothing_else() {
    let stage = Stage::with(&[]).await;
    let slugs = |answer: serde_json::Value| answer["sources"].as_array().unwrap().len();
    let all = stage.get("/api/v1/sources").await.json();
    let states: Vec<_> = all["sources"].as_array().unwrap().iter().map(|source| source["state"].clone()).collect();
    for state in ["waiting", "paused", "broken"] {
        let number = states.iter().filter(|known| **known == state).count();
        assert_eq!(slugs(stage.get(&format!("/api/v1/sources?state={state}")).await.json()), number, "{state}");
    }
    for wrong in ["state=ill", "network=eu"] {
        let answer = stage.get(&format!("/api/v1/sources?{wrong}")).await;
        assert_eq!((answer.status.as_u16(), answer.kind()), (400, "application/problem+json"), "{wrong}");
    }
}

#[tokio::test]
async fn one_source_is_as_the_list_tells_it_and_an_unknown_one_is_a_problem() {
    let stage = Stage::with(&[]).await;
    let all = stage.get("/api/v1/sources").await.json();
    for source in all["sources"].as_array().unwrap() {
        let slug = source["slug"].as_str().unwrap();
        assert_eq!(stage.get(&format!("/api/v1/sources/{slug}")).await.json(), *source);
    }
    let answer = stage.get("/api/v1/sources/nobody").await;
    assert_eq!((answer.status.as_u16(), answer.kind()), (404, "application/problem+json"));
}

#[tokio::test]
async fn a_topic_that_neither_the_configuration_nor_a_record_knows_is_refused() {
    let stage = Stage::with(&[record("r", json!({"topics": ["brought-by-import"]}))]).await;
    assert_eq!(stage.get("/api/v1/opportunities?topic=brought-by-import").await.json()["total"], 1);
    assert_eq!(stage.get("/api/v1/opportunities?topic=youth").await.json()["total"], 0);
    for (parameter, value) in
        [("topic", "yuoth"), ("source", "nobody"), ("network", "moon"), ("country", "zz"), ("municipality", "atlantis")]
    {
        let answer = stage.get(&format!("/api/v1/opportunities?{parameter}={value}")).await;
        assert_eq!((answer.status.as_u16(), answer.json()["parameter"].as_str()), (400, Some(parameter)), "{}", answer.body);
    }
}

#[tokio::test]
async fn a_value_that_an_import_brought_is_filtered_by_as_it_is_told() {
    let sighting = json!({"slug": "@src", "url": "https://a.example", "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-20T06:00:00Z"});
    let stage =
        Stage::with(&[record("r", json!({"topics": ["smart cities"], "countries": ["fr", "FR"], "sources": [sighting]}))]).await;
    for question in ["source=%40src", "topic=smart+cities", "country=fr", "q=topic%3A%22Smart+cities%22"] {
        assert_eq!(stage.get(&format!("/api/v1/opportunities?{question}")).await.json()["total"], 1, "{question}");
    }
    let countries = &stage.get("/api/v1/opportunities?facets=country").await.json()["facets"]["country"];
    assert_eq!(countries, &json!([{"value": "FR", "count": 1}]));
}

#[tokio::test]
async fn a_municipality_narrows_to_its_interests_and_says_so() {
    let stage = Stage::with(&records()).await;
    let answer = stage.get("/api/v1/opportunities?municipality=netanya").await;
    assert_eq!(ids(&answer), ["he-youth"]);
    assert_eq!(answer.json()["notices"], json!([{"code": "municipality_topics", "detail": "youth"}]));
}

#[tokio::test]
async fn each_filter_narrows() {
    let stage = Stage::with(&records()).await;
    for (filter, expected) in [
        ("kind=exchange", &["he-youth"][..]),
        ("kind=exchange,grant&sort=deadline", &["he-youth", "en-climate"]),
        ("topic=climate", &["en-climate"]),
        ("eligible=yes", &["he-youth"]),
        ("lang=en", &["en-climate"]),
        ("country=de", &["he-youth"]),
        ("network=embassy&deadline_to=2026-12-01", &["he-youth"]),
        ("deadline_from=2026-12-02", &["en-climate"]),
        ("amount_min=200000", &["en-climate"]),
        ("source=city-network", &[]),
        ("sort=deadline&page_size=1&page=2", &["en-climate"]),
    ] {
        assert_eq!(ids(&stage.get(&format!("/api/v1/opportunities?{filter}")).await), expected, "{filter}");
    }
}

#[tokio::test]
async fn a_sheet_opens_in_excel_with_hebrew_and_without_formulas() {
    let evil = record("evil", json!({"title": "=HYPERLINK(\"https://evil.example\")", "deadline": until("2027-01-01")}));
    let stage = Stage::with(&[evil]).await;
    let answer = stage.get("/api/v1/opportunities?format=csv").await;
    assert_eq!(answer.kind(), "text/csv; charset=utf-8");
    assert!(answer.body.starts_with("\u{FEFF}id,title,"));
    assert!(answer.body.contains("\r\nevil,\"'=HYPERLINK(\"\"https://evil.example\"\")\","), "{}", answer.body);
}

#[tokio::test]
async fn every_mistake_under_the_api_is_a_problem() {
    let stage = Stage::with(&[]).await;
    let lost = stage.get("/api/v2/nothing").await;
    assert_eq!((lost.status.as_u16(), lost.kind()), (404, "application/problem+json"));
    let request = axum::http::Request::delete("/api/v1/opportunities").body(axum::body::Body::empty()).unwrap();
    let refused = super::Answer::of(stage.send(request).await).await;
    assert_eq!((refused.status.as_u16(), refused.kind()), (405, "application/problem+json"));
}

#[tokio::test]
async fn a_source_shows_how_its_visits_went() {
    let stage = Stage::with(&[]).await;
    let now = super::at("2026-11-25T06:00:00Z");
    let mut run = stage.store.open_run("embassy-canada", now).await.unwrap();
    run.outcome = crate::store::Outcome::Partial;
    run.complaints.push(crate::complaint::Complaint::new(crate::complaint::Kind::Unread, "item 3: no title"));
    stage.store.close_run(run, now).await.unwrap();
    insta::assert_json_snapshot!("sources", stage.get("/api/v1/sources").await.json());
}

#[tokio::test]
async fn it_says_whether_it_is_ready_and_gives_its_figures() {
    let stage = Stage::with(&records()).await;
    assert_eq!(stage.get("/healthz").await.body, "ok\n");
    assert_eq!(stage.get("/readyz").await.body, "ready\n");
    let metrics = stage.get("/metrics").await;
    assert!(metrics.kind().starts_with("text/plain; version=0.0.4"));
    assert!(
        metrics.body.contains("kolkore_records 4\n") && metrics.body.contains("kolkore_source_up{source=\"embassy-canada\"} 0\n"),
        "{}",
        metrics.body
    );
}

#[tokio::test]
async fn an_index_that_is_being_built_from_nothing_says_so_and_is_not_ready() {
    let mut stage = Stage::with(&records()).await;
    let folder = tempfile::tempdir().unwrap();
    let writer = index::Writer::open(folder.path()).unwrap();
    let mut built = stage.state.clone();
    built.finder.index = std::sync::Arc::new(writer.index());
    stage.router = super::router(built.clone());
    let ready = stage.get("/readyz").await;
    assert_eq!((ready.status.as_u16(), ready.kind()), (503, "application/problem+json"));
    assert!(ready.body.contains("change 0 of 5 "), "{}", ready.body);
    let notices = stage.get("/api/v1/opportunities").await.json()["notices"].clone();
    assert_eq!(notices[0], json!({"code": "index_incomplete", "detail": "change 0 of 0 can be searched"}));
    assert!(stage.get("/?ui=en").await.body.contains("being built anew"));

    let writer = std::sync::Arc::new(tokio::sync::Mutex::new(writer));
    crate::indexer::catch_up(&built.store, &built.sources, &writer, |_| ()).await.unwrap();
    assert_eq!(stage.get("/readyz").await.body, "ready\n");
    assert_eq!(stage.get("/api/v1/opportunities").await.json()["notices"], json!([]));
    // What a killed process had kept and not indexed is told until the index has it.
    for (stood_at, told) in
        [(5, json!([])), (9, json!([{"code": "index_incomplete", "detail": "change 5 of 9 can be searched"}]))]
    {
        built.finder.stood_at = stood_at;
        stage.router = super::router(built.clone());
        assert_eq!(stage.get("/api/v1/opportunities").await.json()["notices"], told, "{stood_at}");
    }
}

#[tokio::test]
async fn a_kind_can_be_asked_for_in_hebrew_and_one_that_there_is_not_is_told() {
    let stage = Stage::with(&records()).await;
    let ask = |q: &str| {
        format!("/api/v1/opportunities?status=any&q={}", url::form_urlencoded::byte_serialize(q.as_bytes()).collect::<String>())
    };
    assert_eq!(ids(&stage.get(&ask("kind:מענק")).await), ["en-climate"]);
    assert_eq!(ids(&stage.get(&ask("topic:אקלים kind:תחרות")).await), ["old"]);
    let nothing = stage.get(&ask("kind:nosuch")).await.json();
    assert_eq!((nothing["total"].as_u64(), nothing["notices"][0]["code"].as_str()), (Some(0), Some("unknown_value")));
    assert!(stage.get("/?q=kind:nosuch&ui=en").await.body.contains("No opportunity has kind:nosuch"));
}

#[tokio::test]
async fn a_pasted_page_is_searched_by_its_beginning_and_told_so() {
    let stage = Stage::with(&records()).await;
    for pasted in ["climate+".repeat(2_000), format!("climate+{}", "x".repeat(3_000))] {
        let answer = stage.get(&format!("/api/v1/opportunities?q={pasted}")).await;
        let codes: Vec<String> = answer.json()["notices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|notice| notice["code"].as_str().unwrap().to_owned())
            .collect();
        assert!(codes.contains(&"too_long".to_owned()), "{codes:?}");
        assert_eq!(stage.get(&format!("/?q={pasted}")).await.status.as_u16(), 200);
    }
}
