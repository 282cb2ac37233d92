use super::*;
use crate::store::{DeliveryState, How, HowOften, NewDelivery, Saved, SavedSearch, Seen, Told, Watch};

fn told(record: &str, fingerprint: &str) -> Told {
    Told { record: record.into(), fingerprint: fingerprint.into(), change: 3, offer: None, how: How::Offered, at: None }
}

fn mail(search: &SavedSearch, items: Vec<Told>) -> NewDelivery {
    NewDelivery {
        id: "search.1".into(),
        municipality: search.reader(),
        week: "2026-W48".into(),
        contact: "desk@example.org".into(),
        message_id: "<search.1@example.org>".into(),
        subject: "x".into(),
        message: b"x".to_vec(),
        items,
        not_after: "2026-12-22T06:00:00Z".parse().unwrap(),
    }
}

#[tokio::test]
async fn a_name_is_unique_among_the_searches_of_one_owner_alone() {
    let Shelf { store, now, _folder, .. } = Shelf::new().await;
    let of = |owner: &str, name: &str| SavedSearch::new(owner, name, "q=water", now);
    assert_eq!(store.save_search(&of("dana", "water"), now).await.unwrap(), Saved::Done);
    assert_eq!(store.save_search(&of("dana", "water"), now).await.unwrap(), Saved::NameTaken);
    assert_eq!(store.save_search(&of("amir", "water"), now).await.unwrap(), Saved::Done);
    assert_eq!(store.save_search(&of("dana", "heat"), now).await.unwrap(), Saved::Done);
    let names: Vec<String> = store.searches_of("dana").await.unwrap().into_iter().map(|search| search.name).collect();
    assert_eq!(names, ["heat", "water"]);
    let heat = &store.searches_of("dana").await.unwrap()[0];
    assert_eq!(store.rename_search("dana", &heat.id, "water", now).await.unwrap(), Saved::NameTaken);
    assert_eq!(store.rename_search("dana", &heat.id, "heat", now).await.unwrap(), Saved::Done);
}

#[tokio::test]
async fn nobody_has_more_searches_than_can_be_told_apart() {
    let Shelf { store, now, _folder, .. } = Shelf::new().await;
    for number in 0..100 {
        let search = SavedSearch::new("dana", &format!("search {number}"), "", now);
        assert_eq!(store.save_search(&search, now).await.unwrap(), Saved::Done);
    }
    assert_eq!(store.save_search(&SavedSearch::new("dana", "one more", "", now), now).await.unwrap(), Saved::TooMany);
}

#[tokio::test]
async fn another_owners_search_is_neither_renamed_nor_watched_nor_deleted() {
    let Shelf { store, now, _folder, .. } = Shelf::new().await;
    let search = SavedSearch::new("dana", "water", "q=water", now);
    store.save_search(&search, now).await.unwrap();
    let watch = Watch { how_often: HowOften::Daily, contact: "x@example.org".into(), language: "he".into(), begins: None };
    assert_eq!(store.rename_search("amir", &search.id, "mine", now).await.unwrap(), Saved::Gone);
    assert_eq!(store.watch_search("amir", &search.id, &watch, now).await.unwrap(), Saved::Gone);
    assert_eq!(store.delete_search("amir", &search.id, now).await.unwrap(), Saved::Gone);
    assert_eq!(store.searches_of("dana").await.unwrap(), [search]);
}

#[tokio::test]
async fn a_look_its_mark_and_its_mail_are_one_and_what_waits_counts_as_told_until_it_fails() {
    let Shelf { store, now, _folder, .. } = Shelf::new().await;
    let search = SavedSearch::new("dana", "water", "q=water", now);
    store.save_search(&search, now).await.unwrap();
    let begins = Seen { up_to: 3, known: vec![told("old", "a")], complaint: String::new() };
    let watch =
        Watch { how_often: HowOften::AtOnce, contact: "desk@example.org".into(), language: "he".into(), begins: Some(begins) };
    store.watch_search("dana", &search.id, &watch, now).await.unwrap();
    let later = now + Duration::hours(1);
    let seen = Seen { up_to: 7, ..Seen::default() };
    store.note_look(&search.id, &seen, Some(&mail(&search, vec![told("new", "b")])), later).await.unwrap();

    let kept = store.search(&search.id).await.unwrap().unwrap();
    assert_eq!((kept.looked_to, kept.looked_at, kept.notified_at), (7, later, Some(later)));
    assert_eq!(store.told_of_search(&search).await.unwrap(), [Told { at: Some(now), ..told("old", "a") }, told("new", "b")]);
    store.settle("search.1", DeliveryState::Failed, "refused", later).await.unwrap();
    assert_eq!(store.told_of_search(&search).await.unwrap(), [Told { at: Some(now), ..told("old", "a") }]);
    store.settle("search.1", DeliveryState::Sent, "250", later).await.unwrap();
    assert_eq!(store.told(&search.reader()).await.unwrap().len(), 2);

    assert!(store.end_watch(&search.id, later).await.unwrap());
    assert!(!store.end_watch(&search.id, later).await.unwrap());
    assert!(store.watched_searches().await.unwrap().is_empty());
    store.delete_search("dana", &search.id, later).await.unwrap();
    assert!(store.told(&search.reader()).await.unwrap().is_empty());
}
