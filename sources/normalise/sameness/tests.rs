use chrono::NaiveDate;

use super::{By, Likeness, Sameness, sameness};
use crate::finding::Finding;
use crate::normalise::tests::LEXICON;
use crate::normalise::{Context, normalise};

const CERTAIN: bool = true;
const ASK: bool = false;

fn told(url: &str, title: &str, text: &str) -> Likeness {
    let finding = Finding { url: url.to_owned(), title: title.to_owned(), text: Some(text.to_owned()), ..Finding::default() };
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let normalised = normalise(&finding, &Context::neutral(), &LEXICON, today);
    Likeness::of(&normalised.opportunity, &LEXICON)
}

fn found(certain: bool, by: By) -> Sameness {
    Sameness { certain, by }
}

#[test]
fn the_same_page_is_the_same_call_however_its_address_is_written() {
    let text = "Municipalities can apply until 4 March 2027 for a grant of up to EUR 20,000.";
    let one = told("https://www.harbours.example/calls/shade/", "Shade for harbour towns: call for proposals", text);
    let other =
        told("http://harbours.example/calls/shade?utm_source=letter", "Shade for harbour towns: call for proposals", text);
    assert_eq!(sameness(&one, &other), Some(found(CERTAIN, By::Address)));
}

#[test]
fn different_days_are_never_the_same_call() {
    let one = told("https://a.example/prize", "Harbour Cities Prize 2027", "Cities can apply until 4 March 2027.");
    let other = told("https://b.example/prize", "Harbour Cities Prize 2027", "Cities can apply until 5 March 2027.");
    assert_eq!(sameness(&one, &other), None);
}

#[test]
fn one_title_of_two_hosts_joins_where_the_days_agree_and_asks_where_one_says_none() {
    let dated = told("https://a.example/prize", "Quiet Harbours Prize", "Cities can apply until 4 March 2027.");
    let again =
        told("https://b.example/news/7", "Quiet Harbours Prize", "Apply by 4 March 2027. Cities of any size are welcome.");
    let silent = told("https://c.example/news/8", "Quiet Harbours Prize", "Cities of any size are welcome to apply.");
    assert_eq!(sameness(&dated, &again), Some(found(CERTAIN, By::Title)));
    assert_eq!(sameness(&dated, &silent), Some(found(ASK, By::Title)));
}

#[test]
fn telling_words_in_another_order_join_and_words_of_every_call_do_not() {
    let one = told("https://a.example/1", "Apply now for the Quiet Harbours programme", "Towns can apply until 4 March 2027.");
    let other = told("https://b.example/2", "Quiet Harbours: application round 2027 is open", "Apply until 4 March 2027.");
    let stranger = told("https://c.example/3", "Call for proposals: application round 2027 is open", "Apply until 4 March 2027.");
    assert_eq!(sameness(&one, &other).map(|same| same.certain), Some(CERTAIN));
    assert_eq!(sameness(&one, &stranger), None);
}

#[test]
fn a_different_sum_keeps_like_titles_apart() {
    let one = told("https://a.example/1", "Quiet Harbours grants", "Apply until 4 March 2027 for up to EUR 10,000.");
    let other = told("https://b.example/2", "Grants of Quiet Harbours", "Apply until 4 March 2027 for up to EUR 90,000.");
    assert_eq!(sameness(&one, &other), None);
}

#[test]
fn what_one_host_lists_twice_it_tells_apart() {
    let text = "Towns can apply until 4 March 2027 for a grant of up to EUR 20,000.";
    let one = told("https://a.example/north", "Quiet Harbours grants", text);
    let other = told("https://a.example/south", "Quiet Harbours grants", text);
    assert_eq!(sameness(&one, &other), None);
}

#[test]
fn across_languages_a_programme_number_joins() {
    let one = told("https://a.example/1", "Annual programme statement", "Number: PD-TLV-2027-009. Apply until 4 March 2027.");
    let other = told("https://b.example/2", "קול קורא שנתי של השגרירות", "מועד אחרון להגשה: 04.03.2027. מספר: PD-TLV-2027-009.");
    assert_eq!(sameness(&one, &other), Some(found(CERTAIN, By::Programme)));
}

#[test]
fn across_languages_an_hour_that_was_converted_joins() {
    let one =
        told("https://a.example/1", "Young Elected Politicians programme", "Apply for the training by 4 March 2027, 12:00 CET.");
    let text = "קורס הכשרה לנבחרי ציבור. מועד אחרון להגשה: 04.03.2027 בשעה 13:00 (שעון ישראל).";
    let other = told("https://b.example/2", "תוכנית הפוליטיקאים הצעירים: קורס הכשרה", text);
    assert_eq!(sameness(&one, &other), Some(found(CERTAIN, By::Facts)), "{one:?} {other:?}");
}
