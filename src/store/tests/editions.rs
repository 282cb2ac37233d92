use super::*;
use crate::act::Purpose;
use crate::store::Act;

const LAST: &str = "Towns can apply from 2 March 2026 until 4 May 2026. The prize is worth EUR 20,000.";
const THIS: &str = "Towns can apply from 1 March 2027 until 3 May 2027. The prize is worth EUR 20,000.";

async fn refuse(shelf: &Shelf, record: &str) {
    let refusal = Act {
        municipality: "haifa".into(),
        record: record.to_owned(),
        act: Purpose::NotForUs,
        note: String::new(),
        delivery: "letter".into(),
        contact: String::new(),
        number: 0,
        at: shelf.now,
        sum: None,
    };
    shelf.store.act(&refusal, shelf.now).await.unwrap();
}

#[tokio::test]
async fn a_prize_of_two_years_is_one_series_and_a_refusal_holds_for_its_next_edition() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "2026", "Quiet Harbours Prize 2026", LAST, Review::Approved).await;
    shelf.now += Duration::days(364);
    let (second, _) = shelf.told("harbours", "2027", "Quiet Harbours Prize 2027", THIS, Review::Approved).await;
    let (other, _) = shelf.told("harbours", "walls", "Old Walls Prize 2027", THIS, Review::Approved).await;

    let mut editions: Vec<String> = shelf.store.editions(&second).await.unwrap().into_iter().map(|edition| edition.id).collect();
    editions.sort_unstable();
    let mut both = vec![first.clone(), second.clone()];
    both.sort_unstable();
    assert_eq!(editions, both);

    refuse(&shelf, &first).await;
    let refused = shelf.store.refused_series("haifa").await.unwrap().remove(&first).unwrap();
    assert!(refused.contains(&second) && !refused.contains(&other), "{refused:?}");
    assert!(shelf.store.refused_series("acre").await.unwrap().is_empty());
}

#[tokio::test]
async fn a_refusal_holds_for_every_later_edition_by_the_same_title() {
    for (number, (first, next)) in [
        ("Climate award for cities 2026", "Climate award for cities 2027"),
        ("Green Capital Competition 2026", "Green Capital Competition 2028"),
        ("קול קורא: פרס האקלים לרשויות מקומיות 2026", "קול קורא: פרס האקלים לרשויות מקומיות 2027"),
        ("קול קורא: פרס האקלים לרשויות מקומיות תשפ\"ו", "קול קורא: פרס האקלים לרשויות מקומיות תשפ״ז"),
        ("Third climate award for cities", "Fourth climate award for cities"),
        ("Quiet Harbours Prize XIII", "Quiet Harbours Prize XIV"),
    ]
    .into_iter()
    .enumerate()
    {
        let mut shelf = Shelf::new().await;
        let (refused, _) = shelf.told("harbours", "1", first, LAST, Review::Approved).await;
        // Half a year, a year, two: however often it comes.
        shelf.now += Duration::days(180 * (number as i64 + 1));
        let (again, _) = shelf.told("harbours", "2", next, THIS, Review::Approved).await;
        let (other, _) = shelf.told("harbours", "3", "Climate grants for cities 2027", THIS, Review::Approved).await;
        assert!(shelf.store.has_series(&refused).await.unwrap(), "{first}");
        refuse(&shelf, &refused).await;
        let held = shelf.store.refused_series("haifa").await.unwrap().remove(&refused).unwrap();
        assert!(held.contains(&again) && !held.contains(&other), "{first}: {held:?}");
    }
}

#[tokio::test]
async fn a_title_of_words_that_every_call_has_is_no_series() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "1", "Call for proposals 2026", LAST, Review::Approved).await;
    assert!(!shelf.store.has_series(&id).await.unwrap());
}
