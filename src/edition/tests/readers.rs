//! Two readers of one municipality: each its own language and its own topics.

use serde_json::json;

use super::*;
use crate::store::Municipality;

/// The letters of the week, in the order of the readers: for each what its text says.
async fn letters(office: &Office, profile: Value) -> Vec<String> {
    office.app.store.set_profile("netanya", &profile, office.app.clock.now()).await.unwrap();
    let letters = prepare(&office.app, office.week(0), Some("netanya"), office.app.clock.now()).await.unwrap();
    letters.into_iter().map(|letter| letter.composed.text.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

#[tokio::test]
async fn each_reader_of_one_profile_gets_the_reason_in_its_own_language() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let profile = json!({"topics": {"youth": 3}, "contacts": [
        {"email": "he@example.org"}, {"email": "en@example.org", "language": "en"}]});
    let letters = letters(&office, profile).await;
    assert!(letters[0].contains("למה זה מתאים לכם: עוסק בתחום שסימנתם"), "{}", letters[0]);
    let why = letters[1].lines().find(|line| line.contains("Why you:")).unwrap_or_else(|| panic!("{}", letters[1]));
    assert!(!why.chars().any(|c| ('\u{5d0}'..='\u{5ea}').contains(&c)), "{why}");
}

#[tokio::test]
async fn a_reader_marked_arabic_gets_an_arabic_letter_whose_links_lead_to_arabic_pages() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let letters =
        letters(&office, json!({"topics": {"youth": 3}, "contacts": [{"email": "ar@example.org", "language": "ar"}]})).await;
    let letter = &letters[0];
    for said in ["جديد لكم", "الموعد الأخير: 1.3.2027", "في مجال اخترتموه: الشبيبة والشباب", "?ui=ar\n"]
    {
        assert!(letter.contains(said), "{said} in {letter}");
    }
    let page = letter.lines().find(|line| line.contains("/o/a")).unwrap_or_else(|| panic!("{letter}"));
    assert!(!page.contains("ui="), "our page speaks no Arabic: {page}");
}

#[tokio::test]
async fn a_desk_gets_no_twin_of_the_authority_outside_its_own_topics() {
    let mut twins = call("a", "2027-03-01");
    twins.opportunity.title = "Dortmund invites its twin towns in Israel to a youth week".to_owned();
    let office = Office::open(&[twins]).await;
    let of = |topics: Value| {
        json!({"topics": {"youth": 3}, "twin_cities": [{"name": "Dortmund", "country": "DE"}], "contacts": [
            {"email": "all@example.org"}, {"email": "desk@example.org", "topics": topics}]})
    };
    let told = |letters: Vec<String>| letters.iter().map(|letter| letter.contains("Dortmund invites")).collect::<Vec<_>>();
    assert_eq!(told(letters(&office, of(json!(["welfare"]))).await), [true, false]);
    assert_eq!(told(letters(&office, of(json!(["youth"]))).await), [true, true]);
}

#[tokio::test]
async fn an_address_that_no_relay_takes_keeps_no_letter_from_the_others() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": "מזכירות@example.org"}, {"email": "all@עיר.example"}]});
    office.app.store.set_profile("netanya", &profile, office.app.clock.now()).await.unwrap();
    assert_eq!(office.send(0).await, Tally { queued: 1, sent: 1, ..Tally::default() });
    let Mailer::Memory(sent) = &*office.mailer else { panic!("another mailer") };
    assert_eq!(sent.lock().unwrap()[0].recipients(), ["all@xn--eebrt.example"]);
}

#[test]
fn who_is_a_member_is_said_by_the_store_alone() {
    let member = |kind: &str, filled: Value| {
        let one = Municipality {
            slug: "town".into(),
            code: String::new(),
            name_he: String::new(),
            name_en: String::new(),
            name_ar: String::new(),
            kind: kind.into(),
            district: String::new(),
            population: 0,
            profile: filled,
        };
        (crate::readers::profile(&one).unwrap().member, one.is_member())
    };
    assert_eq!(member("local_council", Value::Null), (true, true));
    assert_eq!(member("regional_council", json!({"member": true})), (true, true));
    assert_eq!(member("city", json!({"member": false})), (false, false));
    assert_eq!(member("regional_council", json!({"member": null})), (false, false));
}

#[tokio::test]
async fn what_one_contact_refuses_and_another_has_taken_up_is_left_out_of_the_letter_of_the_one_alone() {
    let office = Office::open(&[call("a", "2026-12-24"), call("b", "2027-03-01")]).await;
    let now = office.app.clock.now();
    let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": "a@example.org"}, {"email": "b@example.org"}]});
    office.app.store.set_profile("netanya", &profile, now).await.unwrap();
    let said = |contact: &str, act| Act {
        municipality: "netanya".into(),
        record: "a".into(),
        act,
        note: String::new(),
        delivery: "d".into(),
        contact: contact.into(),
        number: 0,
        at: now,
        sum: None,
    };
    let letters = async || {
        let letters = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap();
        letters.into_iter().map(|letter| letter.composed.text).collect::<Vec<_>>()
    };
    office.app.store.act(&said("a@example.org", Purpose::Interested), now).await.unwrap();
    office.app.store.act(&said("b@example.org", Purpose::NotForUs), now).await.unwrap();
    let told: Vec<_> = letters().await.iter().map(|text| (text.contains("round a"), text.contains("round b"))).collect();
    assert_eq!(told, [(true, true), (false, true)]);
    // Once nobody there wants it, it is the municipality's word.
    office.app.store.act(&said("a@example.org", Purpose::NotForUs), now).await.unwrap();
    assert!(letters().await.iter().all(|text| !text.contains("round a")));
}
