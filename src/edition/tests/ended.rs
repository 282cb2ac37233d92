//! What was told and can no longer be had: said once, to whoever was told of it.

use serde_json::json;

use super::*;
use crate::record::Review;

/// A change of the record's field since it was told, by the crawl.
async fn change(office: &Office, id: &str, field: &str, alter: impl Fn(&mut Record)) {
    change_by(office, "crawl", id, field, alter).await;
}

async fn change_by(office: &Office, by: &str, id: &str, field: &str, alter: impl Fn(&mut Record)) {
    let mut record = office.app.store.record(id).await.unwrap().unwrap();
    let old = serde_json::to_value(&record.opportunity).unwrap()[field].clone();
    alter(&mut record);
    let new = serde_json::to_value(&record.opportunity).unwrap()[field].clone();
    let change =
        json!({"change": record.changed + 1, "at": "2026-11-23T06:00:00Z", "field": field, "old": old, "new": new, "by": by});
    record.history.push(serde_json::from_value(change).unwrap());
    office.app.store.import(&[record], office.app.clock.now()).await.unwrap();
}

fn status(code: &str) -> impl Fn(&mut Record) {
    let status = serde_json::from_value(json!(code)).unwrap();
    move |record| record.opportunity.status = status
}

fn shut_out(axis: &str) -> impl Fn(&mut Record) {
    let axis = axis.to_owned();
    move |record| {
        let mut may = serde_json::to_value(&record.opportunity.eligibility).unwrap();
        may[&axis] = json!({"verdict": "no", "quote": "towns of the member states alone may apply", "rule": "x"});
        record.opportunity.eligibility = serde_json::from_value(may).unwrap();
    }
}

/// The section of updates, without its isolates.
fn updates(letter: &str) -> String {
    letter.split("== ").find(|section| section.starts_with("עדכונים")).unwrap_or_default().replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn a_call_that_was_called_off_closed_early_or_shuts_us_out_is_said_once_under_updates() {
    let calls = ["a", "b", "c", "d"].map(|id| call(id, "2027-03-01"));
    let mut office = Office::open(&calls).await;
    office.send(0).await;
    change(&office, "a", "status", status("withdrawn")).await;
    change(&office, "b", "status", status("closed")).await;
    change(&office, "c", "eligibility", shut_out("country")).await;
    change(&office, "d", "eligibility", shut_out("body")).await;
    office.later(7);
    let letter = office.letter(0).await;
    let updates = updates(&letter);
    for (call, said) in [
        ("a", "המפרסם הודיע על ביטול"),
        ("b", "ההגשה נסגרה לפני המועד שפורסם (1.3.2027)"),
        ("c", "ההגשה אינה פתוחה עוד לגופים מישראל"),
        ("d", "ההגשה אינה פתוחה עוד לרשויות מקומיות"),
    ] {
        let told = format!("round {call} (באנגלית)\n  מה השתנה: {said}\n");
        assert!(updates.contains(&told), "{told} in {letter}");
    }
    assert!(letter.contains("/o/a"), "its own page is linked");
    let offers = office.app.store.offers_of("netanya").await.unwrap().len();
    assert_eq!(office.send(0).await.sent, 1);
    assert_eq!(office.app.store.offers_of("netanya").await.unwrap().len(), offers, "an end is no offer");
    office.later(7);
    assert!(!office.letter(0).await.contains("round"), "it is said once");
}

#[tokio::test]
async fn what_closes_by_its_own_day_was_refused_or_was_never_told_is_not_news() {
    let mut office = Office::open(&[call("a", "2026-12-01"), call("b", "2027-03-01"), call("c", "2027-03-01")]).await;
    let now = office.app.clock.now();
    change(&office, "c", "status", status("withdrawn")).await;
    office.send(0).await;
    let refused = Act {
        municipality: "netanya".into(),
        record: "b".into(),
        act: Purpose::NotForUs,
        note: String::new(),
        delivery: "d".into(),
        contact: String::new(),
        number: 0,
        at: now,
        sum: None,
    };
    office.app.store.act(&refused, now).await.unwrap();
    change(&office, "b", "status", status("withdrawn")).await;
    office.later(14);
    change(&office, "a", "status", status("closed")).await;
    assert!(!office.letter(0).await.contains("round"));
}

#[tokio::test]
async fn a_call_that_opens_again_after_its_end_was_told_is_told_as_open() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    change(&office, "a", "status", status("closed")).await;
    office.later(7);
    office.send(0).await;
    change(&office, "a", "status", status("open")).await;
    office.later(7);
    let letter = office.letter(0).await;
    assert!(updates(&letter).contains("מה השתנה: ההגשה נפתחה"), "{letter}");
}

#[tokio::test]
async fn what_another_source_still_has_has_not_ended() {
    let (one, mut other) = (call("a", "2027-03-01"), call("b", "2027-03-01"));
    other.opportunity.title = one.opportunity.title.clone();
    let mut office = Office::open(&[one, other]).await;
    office.send(0).await;
    change(&office, "a", "status", status("withdrawn")).await;
    office.later(7);
    assert!(!office.letter(0).await.contains("ביטול"));
}

#[tokio::test]
async fn an_end_is_told_to_the_mailbox_that_was_told_of_the_call_and_takes_it_out_of_its_calendar() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    let profile = json!({"topics": {"youth": 3}, "contacts": [
        {"email": "youth@example.org", "name": "מחלקת נוער"},
        {"email": "culture@example.org", "name": "מחלקת תרבות", "topics": ["culture"]}]});
    let now = office.app.clock.now();
    office.app.store.set_profile("netanya", &profile, now).await.unwrap();
    // Culture has had one letter, without the call.
    send_week(&office.app, &office.mailer, office.week(0), Some("netanya"), |_, _| {}).await.unwrap();
    change(&office, "a", "status", status("withdrawn")).await;
    office.later(7);
    let letters = prepare(&office.app, office.week(0), Some("netanya"), office.app.clock.now()).await.unwrap();
    let told: Vec<bool> = letters.iter().map(|letter| letter.composed.text.contains("ביטול")).collect();
    assert_eq!(told, [true, false]);
    let calendar = letters[0].composed.calendar.as_deref().unwrap_or_default();
    assert!(calendar.contains("UID:a-1@kolkore") && calendar.contains("STATUS:CANCELLED"), "{calendar}");
}

#[tokio::test]
async fn a_rule_that_reads_the_same_page_anew_ends_nothing() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    change_by(&office, crate::store::BY_RULES, "a", "eligibility", shut_out("country")).await;
    office.later(7);
    assert!(!office.letter(0).await.contains("round"));
}

#[tokio::test]
async fn what_is_pinned_for_everyone_is_not_told_as_ended_as_well() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    change(&office, "a", "eligibility", shut_out("country")).await;
    office.later(7);
    let opening = crate::store::Opening { record: "a".into(), ..crate::store::Opening::default() };
    let now = office.app.clock.now();
    office.app.store.set_opening(&office.week(0).label(), &opening, "dana", now).await.unwrap();
    let letter = office.letter(0).await;
    assert!(letter.contains("round a") && !letter.contains("אינה פתוחה עוד"), "{letter}");
}

/// The texts of this week's letters to readers of Hebrew, English and Arabic.
async fn letters(office: &Office) -> Vec<String> {
    let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": "youth@example.org"},
        {"email": "en@example.org", "language": "en"}, {"email": "ar@example.org", "language": "ar"}]});
    let now = office.app.clock.now();
    office.app.store.set_profile("netanya", &profile, now).await.unwrap();
    let letters = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap();
    letters.into_iter().map(|letter| letter.composed.text.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

#[tokio::test]
async fn what_its_source_no_longer_lists_is_said_once_and_when_it_is_listed_again() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    letters(&office).await;
    office.send(0).await;
    change(&office, "a", "status", status("unlisted")).await;
    office.later(7);
    let said = [
        "המודעה אינה מופיעה עוד אצל המפרסם; כדאי לברר איתו לפני שמגישים",
        "its publisher no longer lists it; ask there before you apply",
        "لم يعد الإعلان يظهر لدى الناشر؛ يُستحسن الاستفسار منه قبل التقديم",
    ];
    for (letter, said) in letters(&office).await.iter().zip(said) {
        assert!(letter.contains(said) && letter.contains("/o/a"), "{letter}");
    }
    office.send(0).await;
    office.later(7);
    assert!(letters(&office).await.iter().all(|letter| !letter.contains("round a")), "it is said once");
    change(&office, "a", "status", status("open")).await;
    for (letter, said) in letters(&office).await.iter().zip(["המודעה חזרה לרשימה", "it is listed again", "عاد الإعلان إلى القائمة"])
    {
        assert!(letter.contains(said), "{letter}");
    }
}

#[tokio::test]
async fn what_staff_reject_after_it_was_told_is_taken_back_once_and_told_again_when_they_think_better_of_it() {
    let mut office = Office::open(&[call("a", "2027-03-01"), call("b", "2027-03-01")]).await;
    office.app.store.set_review("b", Review::Rejected, "dana", office.app.clock.now()).await.unwrap();
    letters(&office).await;
    office.send(0).await;
    office.later(7);
    office.app.store.set_review("a", Review::Rejected, "dana", office.app.clock.now()).await.unwrap();
    let said = [
        "הסרנו את המודעה לאחר בדיקה; אין לפעול לפיה",
        "we have taken it back after a check; please do not act on it",
        "سحبنا الإعلان بعد فحصه؛ يُرجى عدم الاعتماد عليه",
    ];
    for (letter, said) in letters(&office).await.iter().zip(said) {
        assert!(letter.contains(said) && !letter.contains("/o/a") && !letter.contains("round b"), "{letter}");
    }
    office.send(0).await;
    office.later(7);
    assert!(letters(&office).await.iter().all(|letter| !letter.contains("round")), "it is said once");
    office.app.store.set_review("a", Review::Approved, "dana", office.app.clock.now()).await.unwrap();
    assert!(updates(&office.letter(0).await).contains("round a (באנגלית)"), "{}", office.letter(0).await);
    assert!(office.letter(0).await.contains("המודעה חזרה לרשימה"));
}

#[tokio::test]
async fn what_one_source_lists_under_another_key_has_not_gone() {
    let (one, mut other) = (call("a", "2027-03-01"), call("b", "2027-03-01"));
    other.opportunity.title = one.opportunity.title.clone();
    other.sources.clone_from(&one.sources);
    let mut office = Office::open(std::slice::from_ref(&one)).await;
    office.send(0).await;
    office.app.store.import(&[other], office.app.clock.now()).await.unwrap();
    change(&office, "a", "status", status("unlisted")).await;
    office.later(7);
    assert!(!office.letter(0).await.contains("אינה מופיעה עוד"));
}

#[tokio::test]
async fn of_what_was_told_as_ended_it_is_not_said_that_it_is_off_the_list_as_well() {
    let mut office = Office::open(&[call("a", "2027-03-01"), call("b", "2027-03-01")]).await;
    office.send(0).await;
    for id in ["a", "b"] {
        change(&office, id, "status", status("closed")).await;
    }
    office.later(7);
    assert_eq!(office.letter(0).await.matches("ההגשה נסגרה לפני המועד").count(), 2);
    office.send(0).await;
    change(&office, "a", "status", status("unlisted")).await;
    office.app.store.set_review("b", Review::Rejected, "dana", office.app.clock.now()).await.unwrap();
    office.later(7);
    assert!(!office.letter(0).await.contains("round"));
    change(&office, "a", "status", status("withdrawn")).await;
    assert!(office.letter(0).await.contains("המפרסם הודיע על ביטול"), "its publisher has more to say");
}

#[tokio::test]
async fn a_told_day_that_is_brought_forward_to_one_that_has_passed_is_said_once_to_everybody_who_was_told() {
    let mut office = Office::open(&[call("a", "2027-03-01"), call("b", "2026-11-27")]).await;
    letters(&office).await;
    office.send(0).await;
    let day = |date: &str| {
        let deadline: sources::opportunity::Deadline = serde_json::from_value(until(date)).unwrap();
        move |record: &mut Record| record.opportunity.deadline = deadline.clone()
    };
    change(&office, "a", "deadline", day("2026-11-26")).await;
    // The day that was told has passed as well: nobody works towards it.
    change(&office, "b", "deadline", day("2026-11-25")).await;
    office.later(7);
    let said = [
        "המועד האחרון הוקדם ל-26.11.2026 וכבר חלף; קודם לכן הוא היה 1.3.2027",
        "its deadline was brought forward to 26.11.2026 and has passed; until then it was 1.3.2027",
        "قُدّم الموعد الأخير إلى 26.11.2026 وقد انقضى؛ وكان قبل ذلك 1.3.2027",
    ];
    for (letter, said) in letters(&office).await.iter().zip(said) {
        assert!(letter.contains(said) && !letter.contains("round b"), "{letter}");
    }
    let made = prepare(&office.app, office.week(0), Some("netanya"), office.app.clock.now()).await.unwrap();
    let calendar = made[0].composed.calendar.clone().unwrap_or_default();
    assert!(calendar.contains("UID:a-1@kolkore") && calendar.contains("STATUS:CANCELLED"), "{calendar}");
    office.send(0).await;
    office.later(7);
    assert!(letters(&office).await.iter().all(|letter| !letter.contains("round")), "it is said once");
}
