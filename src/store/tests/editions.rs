use super::*;
use crate::act::Purpose;
use crate::store::Act;

const LAST: &str = "Towns can apply from 2 March 2026 until 4 May 2026. The prize is worth EUR 20,000.";
const THIS: &str = "Towns can apply from 1 March 2027 until 3 May 2027. The prize is worth EUR 20,000.";

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

    let refusal = Act {
        municipality: "haifa".into(),
        record: first.clone(),
        act: Purpose::NotForUs,
        note: String::new(),
        delivery: "letter".into(),
        at: shelf.now,
        sum: None,
    };
    shelf.store.act(&refusal, shelf.now).await.unwrap();
    let refused = shelf.store.refused_series("haifa").await.unwrap();
    assert!(refused.contains(&second) && !refused.contains(&other), "{refused:?}");
    assert!(shelf.store.refused_series("acre").await.unwrap().is_empty());
}
