use super::*;

const TITLE: &str = "Quiet Harbours grants";
const MARCH: &str = "Municipalities can apply until 4 March 2027 for a grant of up to EUR 20,000.";
const APRIL: &str = "Municipalities can apply until 8 April 2027 for a grant of up to EUR 20,000.";
const MORE: &str = "Municipalities can apply until 4 March 2027 for a grant of up to EUR 90,000.";

async fn approved() -> (Shelf, String) {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::New).await;
    assert!(shelf.store.set_review(&id, Review::Approved, "dana", shelf.now).await.unwrap());
    (shelf, id)
}

#[tokio::test]
async fn a_day_that_moves_is_told_at_once() {
    let (mut shelf, id) = approved().await;
    shelf.told("harbours", "g", TITLE, APRIL, Review::New).await;
    let record = shelf.record(&id).await;
    assert_eq!(record.opportunity.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 4, 8).unwrap());
    assert_eq!(shelf.store.pending(10).await.unwrap(), []);
}

#[tokio::test]
async fn another_sum_waits_for_staff_and_the_record_is_shown_as_it_was() {
    let (mut shelf, id) = approved().await;
    shelf.told("harbours", "g", TITLE, MORE, Review::New).await;
    assert_eq!(shelf.record(&id).await.opportunity.amount.max, Some(20_000.0));
    let waits = shelf.store.pending(10).await.unwrap();
    assert!(waits[0].changes.iter().any(|(field, ..)| field == "amount"), "{waits:?}");

    assert!(shelf.store.accept_pending(&id, &id, "dana", shelf.now).await.unwrap());
    let record = shelf.record(&id).await;
    assert_eq!(record.opportunity.amount.max, Some(90_000.0));
    assert_eq!(record.history.last().unwrap().by, "dana");
    assert!(!shelf.store.accept_pending(&id, &id, "dana", shelf.now).await.unwrap());
}

#[tokio::test]
async fn a_change_that_the_source_takes_back_waits_no_more() {
    let (mut shelf, id) = approved().await;
    shelf.told("harbours", "g", TITLE, MORE, Review::New).await;
    shelf.told("harbours", "g", TITLE, MARCH, Review::New).await;
    assert_eq!(shelf.store.pending(10).await.unwrap(), []);
    assert_eq!(shelf.record(&id).await.opportunity.amount.max, Some(20_000.0));
}

#[tokio::test]
async fn a_source_that_nobody_reviews_changes_its_records_itself() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    shelf.told("harbours", "g", TITLE, MORE, Review::Approved).await;
    assert_eq!(shelf.record(&id).await.opportunity.amount.max, Some(90_000.0));
}

#[tokio::test]
async fn what_staff_corrected_no_crawl_changes() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    let done = shelf.store.edit(&id, "title", json!("Grants for quiet harbours"), "dana", shelf.now).await.unwrap();
    assert_eq!(done, Edited::Done);
    shelf.told("harbours", "g", "Loud harbours", APRIL, Review::Approved).await;
    let record = shelf.record(&id).await;
    assert_eq!(record.opportunity.title, "Grants for quiet harbours");
    assert_eq!(record.opportunity.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 4, 8).unwrap());
    assert!(record.history.iter().any(|line| line.field == "title" && line.by == "dana"));
}

#[tokio::test]
async fn a_value_that_is_none_of_the_field_is_refused_with_a_reason() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    for (field, value) in [("kind", json!("gift")), ("evidence", json!({})), ("colour", json!("red"))] {
        let refused = shelf.store.edit(&id, field, value, "dana", shelf.now).await.unwrap();
        assert!(matches!(&refused, Edited::Refused(why) if why.contains(field)), "{refused:?}");
    }
    assert_eq!(shelf.store.edit("none", "title", json!("x"), "dana", shelf.now).await.unwrap(), Edited::Unknown);
}

#[tokio::test]
async fn staff_find_what_was_set_aside_and_make_a_record_of_it() {
    let mut shelf = Shelf::new().await;
    let (title, text) = ("The harbours met in May", "Mayors visited the lighthouse and signed a declaration.");
    let (id, counts) = shelf.told("harbours", "news", title, text, Review::New).await;
    assert_eq!(counts.opportunities, 0);
    let aside = shelf.store.set_aside(10).await.unwrap();
    assert_eq!(aside.iter().map(|one| (one.id.as_str(), one.title.as_str())).collect::<Vec<_>>(), [(id.as_str(), title)]);

    let candidate = shelf.candidate("harbours", "news", title, text);
    assert!(shelf.store.adopt(&candidate, "dana", shelf.now).await.unwrap());
    assert!(!shelf.store.adopt(&candidate, "dana", shelf.now).await.unwrap());
    let record = shelf.record(&id).await;
    assert_eq!((record.review, record.automatic, slugs(&record)), (Review::Approved, false, vec!["harbours"]));
    assert_eq!(shelf.store.set_aside(10).await.unwrap(), []);
}

/// What the history of a record ends with, and who did it.
async fn last_line(shelf: &Shelf, id: &str) -> (String, String) {
    let last = shelf.record(id).await.history.pop().unwrap();
    (last.field, last.by)
}

#[tokio::test]
async fn a_field_given_back_follows_its_source_again() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    shelf.store.edit(&id, "title", json!("Grants for quiet harbours"), "dana", shelf.now).await.unwrap();
    assert_eq!(shelf.record(&id).await.locked, ["title"]);
    assert!(shelf.store.unlock(&id, "title", "dana", shelf.now).await.unwrap());
    assert!(!shelf.store.unlock(&id, "title", "dana", shelf.now).await.unwrap());
    assert_eq!(last_line(&shelf, &id).await, ("given_back".to_owned(), "dana".to_owned()));
    shelf.told("harbours", "g", "Grants for loud harbours", MARCH, Review::Approved).await;
    assert_eq!(shelf.record(&id).await.opportunity.title, "Grants for loud harbours");
}

#[tokio::test]
async fn two_sources_that_tell_different_days_are_a_question_to_staff() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    shelf.told("towns", "n7", TITLE, MARCH, Review::Approved).await;
    assert_eq!(shelf.store.pending(10).await.unwrap(), []);
    shelf.told("towns", "n7", TITLE, APRIL, Review::Approved).await;

    let record = shelf.record(&id).await;
    assert_eq!(slugs(&record), ["harbours", "towns"]);
    assert_eq!(record.opportunity.deadline.stages[0].date, NaiveDate::from_ymd_opt(2027, 3, 4).unwrap());
    let waits = shelf.store.pending(10).await.unwrap();
    let fields: Vec<&str> = waits[0].changes.iter().map(|(field, ..)| field.as_str()).collect();
    assert_eq!(fields, ["deadline"]);
    assert!(shelf.store.accept_pending(&id, &waits[0].finding, "dana", shelf.now).await.unwrap());
    let april = NaiveDate::from_ymd_opt(2027, 4, 8).unwrap();
    assert_eq!(shelf.record(&id).await.opportunity.deadline.stages[0].date, april);
    shelf.told("harbours", "g", TITLE, &MARCH.replace("March", "May"), Review::Approved).await;
    assert_eq!(shelf.record(&id).await.opportunity.deadline.stages[0].date, april, "what staff took for right no visit undoes");
}

#[tokio::test]
async fn questions_of_two_sources_about_one_record_stand_side_by_side() {
    let (mut shelf, _) = approved().await;
    shelf.told("towns", "n7", TITLE, MARCH, Review::Approved).await;
    shelf.told("harbours", "g", TITLE, MORE, Review::New).await;
    shelf.told("towns", "n7", TITLE, APRIL, Review::Approved).await;
    let fields = |waits: &[Pending]| -> Vec<String> {
        let mut all: Vec<String> = waits.iter().flat_map(|one| one.changes.iter().map(|(field, ..)| field.clone())).collect();
        all.sort();
        all
    };
    let waits = shelf.store.pending(10).await.unwrap();
    assert_eq!(
        (waits.len(), fields(&waits).contains(&"amount".to_owned()), fields(&waits).contains(&"deadline".to_owned())),
        (2, true, true)
    );

    shelf.told("harbours", "g", TITLE, MARCH, Review::New).await;
    assert_eq!(fields(&shelf.store.pending(10).await.unwrap()), ["deadline"], "one source took its change back");
    shelf.told("harbours", "g", TITLE, APRIL, Review::New).await;
    assert_eq!(shelf.store.pending(10).await.unwrap(), [], "both tell the same day now");
}

#[tokio::test]
async fn what_waited_is_let_in_without_what_visits_have_told_since() {
    let (mut shelf, id) = approved().await;
    shelf.told("harbours", "g", TITLE, MORE, Review::New).await;
    shelf.store.edit(&id, "status", json!("unlisted"), "sweep", shelf.now).await.unwrap();
    assert!(shelf.store.accept_pending(&id, &id, "dana", shelf.now).await.unwrap());
    let opportunity = shelf.record(&id).await.opportunity;
    assert_eq!((opportunity.status, opportunity.amount.max), (Status::Unlisted, Some(90_000.0)));
}

#[tokio::test]
async fn a_day_that_staff_correct_opens_the_call_again() {
    let mut shelf = Shelf::new().await;
    let past = MARCH.replace("2027", "2025");
    let (id, _) = shelf.told("harbours", "g", TITLE, &past, Review::Approved).await;
    let stands = |opportunity: &Opportunity| status_at(opportunity, shelf.now);
    assert_eq!(stands(&shelf.record(&id).await.opportunity), Status::Closed);
    let ahead =
        json!({"kind": "fixed", "stages": [{"date": "2027-03-04", "time": null, "zone": null, "label": null, "quote": null}]});
    shelf.store.edit(&id, "deadline", ahead, "dana", shelf.now).await.unwrap();
    assert_eq!(stands(&shelf.record(&id).await.opportunity), Status::Open);
    let now = shelf.now;
    shelf.told("harbours", "g", TITLE, &past.replace("20,000", "30,000"), Review::Approved).await;
    assert_eq!(status_at(&shelf.record(&id).await.opportunity, now), Status::Open);
}

#[tokio::test]
async fn what_staff_have_set_stays_set_where_a_record_is_exported_to() {
    let mut shelf = Shelf::new().await;
    let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
    shelf.store.edit(&id, "title", json!("Grants for quiet harbours"), "dana", shelf.now).await.unwrap();
    let line = serde_json::to_string(&shelf.record(&id).await).unwrap();

    let mut other = Shelf::new().await;
    other.store.import(&[read_line(&line, other.now).unwrap()], other.now).await.unwrap();
    assert_eq!(other.record(&id).await.locked, ["title"]);
    other.told("harbours", "g", "Grants for loud harbours", MARCH, Review::Approved).await;
    assert_eq!(other.record(&id).await.opportunity.title, "Grants for quiet harbours");
}

#[tokio::test]
async fn what_staff_have_decided_answers_every_source_that_says_so() {
    for by_hand in [false, true] {
        let mut shelf = Shelf::new().await;
        let (id, _) = shelf.told("harbours", "g", TITLE, MARCH, Review::Approved).await;
        for key in ["n7", "n8"] {
            let (other, _) = shelf.told("towns", key, TITLE, MARCH, Review::Approved).await;
            shelf.store.join(&other, &id, "dana", shelf.now).await.unwrap();
            shelf.told("towns", key, TITLE, APRIL, Review::Approved).await;
        }
        let waits = shelf.store.pending(10).await.unwrap();
        assert_eq!(waits.len(), 2);
        if by_hand {
            let april = json!({"kind": "fixed", "stages": [{"date": "2027-04-08", "time": null, "zone": null, "label": null, "quote": null}]});
            shelf.store.edit(&id, "deadline", april, "dana", shelf.now).await.unwrap();
        } else {
            assert!(shelf.store.accept_pending(&id, &waits[0].finding, "dana", shelf.now).await.unwrap());
        }
        assert_eq!(shelf.store.pending(10).await.unwrap(), [], "by hand: {by_hand}");
    }
}
