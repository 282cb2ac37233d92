use super::*;
use crate::edition::known::{Known, Standing};
use crate::record::fingerprint;
use crate::store::{DeliveryState, How, NewDelivery, Told};

const PRIZE: &str = "Quiet Harbours Prize";
const UNTIL_MARCH: &str = "Towns can apply until 4 March 2027. The prize is worth EUR 20,000.";

#[tokio::test]
async fn one_call_of_two_sources_is_one_record_that_names_both() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (second, counts) = shelf.told("towns", "n7", PRIZE, "Apply by 4 March 2027: EUR 20,000 to win.", Review::Approved).await;
    let record = shelf.record(&first).await;
    assert_eq!(slugs(&record), ["harbours", "towns"]);
    assert_eq!((counts.new, counts.opportunities, counts.written), (1, 1, 1));
    assert_eq!(shelf.store.record(&second).await.unwrap(), None);
    assert_eq!(record.history.last().unwrap().field, "sources");
    assert_eq!(record.opportunity.url, "https://harbours.example/prize");
}

#[tokio::test]
async fn the_first_source_tells_the_record_and_the_second_does_not_talk_over_it() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    shelf.told("towns", "n7", PRIZE, "Apply by 4 March 2027: EUR 20,000 to win.", Review::Approved).await;
    shelf.told("towns", "n7", "A prize for harbours!", "Apply by 4 March 2027, dear towns.", Review::Approved).await;
    assert_eq!(shelf.record(&first).await.opportunity.title, PRIZE);
}

#[tokio::test]
async fn inside_one_source_its_own_key_decides() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "north", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (second, _) = shelf.told("harbours", "south", PRIZE, UNTIL_MARCH, Review::Approved).await;
    assert_eq!(slugs(&shelf.record(&first).await), ["harbours"]);
    assert_eq!(slugs(&shelf.record(&second).await), ["harbours"]);
}

#[tokio::test]
async fn what_is_not_certain_is_asked_and_the_answer_holds() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (second, _) = shelf.told("towns", "n7", PRIZE, "Towns of any size can apply.", Review::Approved).await;
    let asked = shelf.store.proposals(10).await.unwrap();
    assert_eq!(
        asked.iter().map(|p| (p.finding.as_str(), p.record.as_str(), p.reason.as_str())).collect::<Vec<_>>(),
        [(second.as_str(), first.as_str(), "title")]
    );

    assert_eq!(shelf.store.join(&second, &first, "dana", shelf.now).await.unwrap(), Decided::Done);
    assert_eq!(shelf.store.proposals(10).await.unwrap(), []);
    assert_eq!(slugs(&shelf.record(&first).await), ["harbours", "towns"]);
    assert_eq!(shelf.record(&second).await.review, Review::Rejected);

    shelf.told("towns", "n7", PRIZE, "Towns of any size can apply. Bring friends.", Review::Approved).await;
    assert_eq!(slugs(&shelf.record(&first).await), ["harbours", "towns"]);
}

#[tokio::test]
async fn what_staff_split_stays_apart() {
    let mut shelf = Shelf::new().await;
    let again = "Apply by 4 March 2027: EUR 20,000 to win.";
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (second, _) = shelf.told("towns", "n7", PRIZE, again, Review::Approved).await;
    let lead = shelf.candidate("harbours", "prize", PRIZE, UNTIL_MARCH);
    assert_eq!(shelf.store.split(&lead, "dana", shelf.now).await.unwrap(), Decided::Lead);
    let other = shelf.candidate("towns", "n7", PRIZE, again);
    assert_eq!(shelf.store.split(&other, "dana", shelf.now).await.unwrap(), Decided::Done);

    shelf.told("towns", "n7", PRIZE, "Apply by 4 March 2027 and bring EUR 20,000 home.", Review::Approved).await;
    assert_eq!(slugs(&shelf.record(&first).await), ["harbours"]);
    let own = shelf.record(&second).await;
    assert_eq!((slugs(&own), own.review, own.automatic), (vec!["towns"], Review::Approved, false));
    assert_eq!(shelf.store.proposals(10).await.unwrap(), []);
}

#[tokio::test]
async fn two_that_are_as_like_as_each_other_are_asked_about() {
    let mut shelf = Shelf::new().await;
    shelf.told("harbours", "north", PRIZE, UNTIL_MARCH, Review::Approved).await;
    shelf.told("harbours", "south", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (third, _) = shelf.told("towns", "n7", PRIZE, UNTIL_MARCH, Review::Approved).await;
    assert_eq!(slugs(&shelf.record(&third).await), ["towns"]);
    assert_eq!(shelf.store.proposals(10).await.unwrap().len(), 2);
}

#[tokio::test]
async fn two_records_that_a_third_finding_proves_to_be_one_call_become_one() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let french = "Appel à candidatures : les communes peuvent candidater jusqu’au 4 mars 2027. Le prix, doté de 20 000 euros, couvre 80 % des coûts.";
    let (second, _) = shelf.told("ports", "p1", "Prix des ports tranquilles", french, Review::Approved).await;
    assert_eq!(slugs(&shelf.record(&second).await), ["ports"]);
    let both = "Towns can apply until 4 March 2027. The prize is worth up to EUR 20,000 and covers 80 % of the costs.";
    shelf.told("towns", "n7", PRIZE, both, Review::Approved).await;

    let (first, second) = (shelf.record(&first).await, shelf.record(&second).await);
    assert_eq!(slugs(&first), ["harbours", "ports", "towns"]);
    assert_eq!((second.review, slugs(&second)), (Review::Rejected, vec![]));
    assert_eq!(second.history.last().unwrap().field, "joined");
}

/// Tells Netanya a record as it is now.
async fn tell(shelf: &Shelf, letter: &str, id: &str) {
    let record = shelf.record(id).await;
    let told = Told {
        record: id.to_owned(),
        fingerprint: fingerprint(&record.opportunity, shelf.now),
        change: record.changed,
        offer: None,
        how: How::Offered,
        at: None,
    };
    let letter = NewDelivery {
        id: letter.to_owned(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "mayor@example.org".into(),
        message_id: format!("<{letter}@example.org>"),
        subject: String::new(),
        message: b"x".to_vec(),
        items: vec![told],
        not_after: shelf.now,
    };
    shelf.store.queue(std::slice::from_ref(&letter), shelf.now).await.unwrap();
    shelf.store.settle(&letter.id, DeliveryState::Sent, "250", shelf.now).await.unwrap();
}

/// How a record stands to Netanya.
async fn standing(shelf: &Shelf, id: &str) -> Standing {
    let known = Known::from_told(shelf.store.told("netanya").await.unwrap());
    known.standing_of([(id, &shelf.record(id).await.opportunity)], shelf.now)
}

const UNDATED: &str = "Towns of any size can apply. The prize is worth EUR 5,000.";

#[tokio::test]
async fn a_call_that_was_told_and_is_joined_with_another_is_told_neither_as_changed_nor_twice() {
    for both in [false, true] {
        let mut shelf = Shelf::new().await;
        let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
        let (second, _) = shelf.told("towns", "n7", PRIZE, UNDATED, Review::Approved).await;
        tell(&shelf, "digest.1", &first).await;
        if both {
            tell(&shelf, "digest.2", &second).await;
        }
        assert_eq!(shelf.store.join(&second, &first, "dana", shelf.now).await.unwrap(), Decided::Done);
        assert_eq!(standing(&shelf, &first).await, Standing::Same, "both: {both}");
        let moved = UNTIL_MARCH.replace("March", "April");
        shelf.told("harbours", "prize", PRIZE, &moved, Review::Approved).await;
        assert!(matches!(standing(&shelf, &first).await, Standing::Changed(_)), "what changes after that is news");
    }
}

#[tokio::test]
async fn what_changed_before_two_told_records_were_joined_is_still_news() {
    let mut shelf = Shelf::new().await;
    let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
    let (second, _) = shelf.told("towns", "n7", PRIZE, UNDATED, Review::Approved).await;
    tell(&shelf, "digest.1", &first).await;
    tell(&shelf, "digest.2", &second).await;
    shelf.told("harbours", "prize", PRIZE, &UNTIL_MARCH.replace("March", "April"), Review::Approved).await;
    assert_eq!(shelf.store.join(&second, &first, "dana", shelf.now).await.unwrap(), Decided::Done);
    assert!(matches!(standing(&shelf, &first).await, Standing::Changed(_)));
}

#[tokio::test]
async fn who_was_told_the_other_record_alone_knows_the_call_unless_it_has_another_day() {
    let dated = |day: &str| UNTIL_MARCH.replace("4 March", day).replace("20,000", "5,000");
    for (other, is_known) in [(dated("4 March"), true), (dated("9 March"), false)] {
        let mut shelf = Shelf::new().await;
        let (first, _) = shelf.told("harbours", "prize", PRIZE, UNTIL_MARCH, Review::Approved).await;
        let (second, _) = shelf.told("towns", "n7", "Loud towns, an award", &other, Review::Approved).await;
        tell(&shelf, "digest.1", &second).await;
        assert_eq!(shelf.store.join(&second, &first, "dana", shelf.now).await.unwrap(), Decided::Done);
        assert_eq!(standing(&shelf, &first).await == Standing::Same, is_known, "{other}");
    }
}

#[tokio::test]
async fn a_letter_that_puts_off_a_known_call_is_a_question() {
    let shelf = Shelf::new().await;
    let first = shelf.candidate("harbours", "letter-1", "Grants for quiet harbours: call open", UNTIL_MARCH);
    let put_off = "Towns can apply until 4 April 2027. The prize is worth EUR 30,000.";
    let same_page = |mut candidate: Candidate| {
        candidate.likeness.host.clone_from(&first.likeness.host);
        candidate.likeness.address.clone_from(&first.likeness.address);
        candidate
    };
    let own = same_page(shelf.candidate("harbours", "letter-2", "Grants for quiet harbours: deadline extended", put_off));
    let others = same_page(shelf.candidate("towns", "n7", "Deadline extended: grants for quiet harbours", put_off));
    let stranger = same_page(shelf.candidate("towns", "n8", "Deadline extended: green roofs", put_off));
    for candidate in [&first, &own, &others, &stranger] {
        shelf.store.keep(std::slice::from_ref(candidate), Review::Approved, shelf.now).await.unwrap();
    }
    let asked: Vec<_> = shelf.store.proposals(10).await.unwrap();
    let asked: Vec<_> = asked.iter().map(|p| (p.finding.clone(), p.record.clone(), p.reason.as_str())).collect();
    let (known, own) = (first.finding.id(), own.finding.id());
    assert!(asked.contains(&(own.clone(), known.clone(), "extended")), "{asked:?}");
    assert!(asked.contains(&(others.finding.id(), known.clone(), "extended")), "{asked:?}");
    assert!(!asked.iter().any(|(finding, ..)| *finding == stranger.finding.id()), "{asked:?}");

    tell(&shelf, "w48", &known).await;
    shelf.store.join(&own, &known, "dana", shelf.now).await.unwrap();
    // The later notice says that the day was moved: the call has its day and its sum, whoever was told the old one hears of it.
    assert_eq!(shelf.record(&own).await.review, Review::Rejected);
    assert!(shelf.store.pending(10).await.unwrap().is_empty());
    let record = shelf.record(&known).await;
    assert_eq!((last_day(&record), record.opportunity.amount.max), ("2027-04-04".into(), Some(30_000.0)));
    assert!(matches!(standing(&shelf, &known).await, Standing::Changed(_)));
    let before = record.history.iter().rev().find(|change| change.field == "deadline").unwrap();
    assert_eq!(before.old["stages"][0]["date"], "2027-03-04");
    // A visit to the earlier letter does not bring its day back.
    let again = same_page(shelf.candidate("harbours", "letter-1", "Grants for quiet harbours: call open now", UNTIL_MARCH));
    shelf.store.keep(&[again], Review::Approved, shelf.now).await.unwrap();
    assert_eq!(last_day(&shelf.record(&known).await), "2027-04-04");
}

fn last_day(record: &Record) -> String {
    record.opportunity.deadline.stages.iter().map(|stage| stage.date.to_string()).max().unwrap_or_default()
}

#[tokio::test]
async fn whoever_was_told_the_moved_day_hears_nothing_and_whichever_is_joined_to_the_other_the_moved_day_stays() {
    for (is_joined_to_the_earlier, told_earlier) in [(true, true), (true, false), (false, true), (false, false)] {
        let shelf = Shelf::new().await;
        let first = shelf.candidate("harbours", "letter-1", "Grants for quiet harbours: call open", UNTIL_MARCH);
        let moved = "Towns can apply until 4 April 2027. The prize is worth EUR 20,000.";
        let mut later = shelf.candidate("towns", "n7", "Deadline extended: grants for quiet harbours", moved);
        later.likeness.host.clone_from(&first.likeness.host);
        later.likeness.address.clone_from(&first.likeness.address);
        // The one that is kept first is what the other is proposed for.
        let kept = if is_joined_to_the_earlier { [&first, &later] } else { [&later, &first] };
        for candidate in kept {
            shelf.store.keep(std::slice::from_ref(candidate), Review::Approved, shelf.now).await.unwrap();
        }
        let [record, finding] = kept.map(|candidate| candidate.finding.id());
        tell(&shelf, "w48", &if told_earlier { &first } else { &later }.finding.id()).await;
        assert_eq!(shelf.store.join(&finding, &record, "dana", shelf.now).await.unwrap(), Decided::Done);
        let case = format!("joined to the earlier: {is_joined_to_the_earlier}, told the earlier: {told_earlier}");
        assert_eq!(last_day(&shelf.record(&record).await), "2027-04-04", "{case}");
        assert!(shelf.store.pending(10).await.unwrap().is_empty(), "{case}");
        assert_eq!(matches!(standing(&shelf, &record).await, Standing::Changed(_)), told_earlier, "{case}");
        let history = shelf.record(&record).await.history;
        assert!(history.iter().any(|change| change.field == "deadline"), "{case}");
    }
}
