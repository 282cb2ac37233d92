use serde_json::json;

use super::{Stage, record, records};

async fn texts(stage: &Stage, typed: &str) -> Vec<String> {
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    let answer = stage.get(&format!("/api/v1/suggest?{query}")).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.body);
    answer.json()["suggestions"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn names_of_the_lists_and_titles_of_records_complete_what_is_typed() {
    let stage = Stage::with(&records()).await;
    assert!(texts(&stage, "urban clim").await.contains(&"Urban climate resilience fund".to_owned()));
    assert!(texts(&stage, "לתחבו").await.iter().any(|text| text.starts_with("לתחבור")));
    assert!(texts(&stage, "צרפ").await.contains(&"צרפת".to_owned()));
    assert_eq!(texts(&stage, "").await, Vec::<String>::new());
}

#[tokio::test]
async fn an_organiser_is_suggested_and_what_waits_for_review_is_not() {
    let stage = Stage::with(&[
        record("a", json!({"title": "A call", "organiser": "Zephyr Foundation"})),
        record("b", json!({"title": "Zephyrus that waits", "review": "new"})),
    ])
    .await;
    assert_eq!(texts(&stage, "zeph").await, ["Zephyr Foundation"]);
}

#[tokio::test]
async fn a_country_is_known_by_all_its_names_and_what_leads_nowhere_is_not_proposed() {
    let stage = Stage::with(&[record("a", json!({"title": "Grants of the water fund", "kind": "grant"}))]).await;
    for typed in ["ארה", "ארה\"", "ארה״ב", "ארהב", "לארה"] {
        assert!(texts(&stage, typed).await.iter().any(|text| text.ends_with("ארה\"ב")), "{typed}");
    }
    assert_eq!(texts(&stage, "kind:gr").await, ["kind:grant"]);
    assert_eq!(texts(&stage, "kind:tra").await, [""; 0]);
    assert!(texts(&stage, "fund wate").await.iter().any(|text| text.eq_ignore_ascii_case("fund water")));
    assert!(texts(&stage, "fund was").await.is_empty());
}

#[tokio::test]
async fn a_title_has_all_words_typed_and_fields_complete() {
    let stage = Stage::with(&[
        record("a", json!({"title": "Green transport for towns", "networks": ["eu"]})),
        record("b", json!({"title": "Training of trainers"})),
    ])
    .await;
    assert_eq!(texts(&stage, "green tr").await.last().map(String::as_str), Some("Green transport for towns"));
    assert!(!texts(&stage, "green tr").await.iter().any(|text| text.contains("Train")));
    assert_eq!(texts(&stage, "title:tra").await, ["title:transport", "title:Training", "title:trainers"]);
    assert!(texts(&stage, "grene").await.iter().all(|text| text.to_lowercase().starts_with("green")));
    assert!(!texts(&stage, "trannsp").await.is_empty());
}

#[tokio::test]
async fn there_are_never_more_than_ten() {
    let many: Vec<_> = (0..30)
        .map(|n| record(&format!("r{n}"), json!({"title": format!("City call {n}"), "organiser": format!("City {n}")})))
        .collect();
    let stage = Stage::with(&many).await;
    let found = texts(&stage, "ci").await.len();
    assert!(found <= 10, "{found}");
}

#[tokio::test]
async fn a_wrong_parameter_is_named() {
    let stage = Stage::with(&[]).await;
    for (query, parameter) in [("", "q"), ("?q=a&q=b", "q"), ("?q=a&x=1", "x")] {
        let answer = stage.get(&format!("/api/v1/suggest{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.json()["parameter"].as_str()), (400, Some(parameter)), "{query}");
    }
    assert_eq!(stage.get(&format!("/api/v1/suggest?q={}", "a".repeat(101))).await.status.as_u16(), 400);
}
