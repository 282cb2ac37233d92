use sources::opportunity::Kind;

use super::*;
use crate::renormalise::{Rules, apply, show};
use crate::store::Renormalised;

const TEXT: &str = "Municipalities can apply until 4 March 2027 for up to EUR 20,000.";

/// Two sources with a record each; and rules that have come to call everything an exchange.
async fn corrected() -> (Shelf, [String; 2], Rules) {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "g", "Quiet Harbours", TEXT, Review::Approved).await;
    let (second, _) = shelf.told("towns", "h", "Small lanterns", TEXT, Review::Approved).await;
    let corrected = shelf.sources.iter().cloned().map(|mut source| {
        source.defaults.kind = Some(Kind::Exchange);
        Arc::new(source)
    });
    let rules = Rules {
        sources: corrected.collect(),
        lexicon: Arc::clone(&shelf.lexicon),
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
    };
    (shelf, [first, second], rules)
}

fn told(of: &Renormalised) -> Vec<(&str, Vec<&str>)> {
    of.records
        .iter()
        .map(|record| (record.record.as_str(), record.fields.iter().map(|field| field.field.as_str()).collect()))
        .collect()
}

#[tokio::test]
async fn what_would_change_is_shown_and_nothing_is_written() {
    let (shelf, [first, second], rules) = corrected().await;
    let (before, last) = (shelf.record(&first).await, shelf.store.last_change().await.unwrap());
    let shown = show(&shelf.store, &rules).await.unwrap();
    assert_eq!((shown.read, shown.waiting), (2, 0));
    assert_eq!(told(&shown), [(first.as_str(), vec!["kind"]), (second.as_str(), vec!["kind"])]);
    assert_eq!(shown.by_field().into_iter().collect::<Vec<_>>(), [("kind", 2)]);
    assert_eq!((shelf.record(&first).await, shelf.store.last_change().await.unwrap()), (before, last));
}

#[tokio::test]
async fn what_was_shown_is_what_is_written_and_then_there_is_nothing_left_to_change() {
    let (shelf, [first, second], rules) = corrected().await;
    let shown = show(&shelf.store, &rules).await.unwrap();
    let written = apply(&shelf.store, &rules, shelf.now).await.unwrap();
    assert_eq!(written.records, shown.records);
    for id in [first, second] {
        let record = shelf.record(&id).await;
        assert_eq!(record.opportunity.kind, Kind::Exchange);
        assert_eq!(record.history.last().unwrap().by, "renormalise");
    }
    let last = shelf.store.last_change().await.unwrap();
    assert_eq!(apply(&shelf.store, &rules, shelf.now).await.unwrap().records, []);
    assert_eq!(shelf.store.last_change().await.unwrap(), last);
}

#[tokio::test]
async fn should_one_finding_not_read_nothing_at_all_is_changed() {
    let (shelf, [first, second], rules) = corrected().await;
    let (before, last) = (shelf.record(&first).await, shelf.store.last_change().await.unwrap());
    sqlx::query("UPDATE findings SET body = $1 WHERE id = $2")
        .bind(vec![0_u8])
        .bind(second)
        .execute(&shelf.store.pool)
        .await
        .unwrap();
    let error = apply(&shelf.store, &rules, shelf.now).await.unwrap_err();
    assert!(format!("{error:#}").contains("does not unpack"), "{error:#}");
    assert_eq!((shelf.record(&first).await, shelf.store.last_change().await.unwrap()), (before, last));
    // The turn to write is free again.
    assert!(shelf.store.edit(&first, "title", json!("Grants"), "dana", shelf.now).await.is_ok());
}

#[tokio::test]
async fn what_staff_have_set_stays_and_what_waits_for_them_waits_on_in_the_new_wording() {
    let (mut shelf, [first, second], rules) = corrected().await;
    assert_eq!(shelf.store.edit(&first, "kind", json!("training"), "dana", shelf.now).await.unwrap(), Edited::Done);
    shelf.store.set_review(&second, Review::Approved, "dana", shelf.now).await.unwrap();
    shelf.told("towns", "h", "Small lanterns", &TEXT.replace("20,000", "90,000"), Review::New).await;
    let written = apply(&shelf.store, &rules, shelf.now).await.unwrap();
    assert_eq!((written.waiting, told(&written)), (1, vec![]));
    assert_eq!(shelf.record(&first).await.opportunity.kind, Kind::Training);
    assert_eq!(shelf.record(&second).await.opportunity.amount.max, Some(20_000.0));
    let waits = shelf.store.pending(10).await.unwrap();
    let fields: Vec<&str> = waits[0].changes.iter().map(|(field, ..)| field.as_str()).collect();
    assert!(fields.contains(&"kind") && fields.contains(&"amount"), "{fields:?}");
}

#[tokio::test]
async fn only_the_sources_that_were_named_are_read() {
    let (shelf, [_, second], mut rules) = corrected().await;
    rules.sources.retain(|source| source.slug == "towns");
    let shown = show(&shelf.store, &rules).await.unwrap();
    assert_eq!((shown.read, told(&shown)), (1, vec![(second.as_str(), vec!["kind"])]));
}
