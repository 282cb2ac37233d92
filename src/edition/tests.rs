//! The week's letters over a store of their own: told once, updated, refused, ended.

mod ended;
mod hostile;
mod imported;
mod missed;
mod own_thread;
mod readers;
mod year;

use std::sync::Arc;

use chrono::TimeDelta;
use serde_json::{Value, json};
use sources::source::Shape;

use super::testing::record;
use super::*;
use crate::act::Purpose;
use crate::app::App;
use crate::config::Config;
use crate::digest::week::Week;
use crate::mail::Mailer;
use crate::record::Record;
use crate::store::{Act, DeliveryState, NewDelivery, Why};

const NOW: &str = "2026-11-22T08:00:00";

struct Office {
    app: Arc<App>,
    mailer: Arc<Mailer>,
    _folder: tempfile::TempDir,
}

impl Office {
    /// With one municipality that has a mailbox and wants youth calls.
    async fn open(records: &[Record]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        config.settings.today = NOW.to_owned();
        let app = Arc::new(App::with_config(config, folder.path()).await.unwrap());
        app.store.import(records, app.clock.now()).await.unwrap();
        let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": "youth@example.org", "name": "מחלקת נוער"}]});
        app.store.set_profile("netanya", &profile, app.clock.now()).await.unwrap();
        Self { app, mailer: Arc::new(Mailer::memory()), _folder: folder }
    }

    /// The letter to Netanya in the week `weeks` from now, as text.
    async fn letter(&self, weeks: i64) -> String {
        let letters = prepare(&self.app, self.week(weeks), Some("netanya"), self.app.clock.now()).await.unwrap();
        letters.into_iter().next().map(|letter| letter.composed.text).unwrap_or_default()
    }

    async fn send(&self, weeks: i64) -> Tally {
        send_week(&self.app, &self.mailer, self.week(weeks), Some("netanya"), |_, _| {}).await.unwrap()
    }

    fn week(&self, weeks: i64) -> Week {
        Week::of(self.app.clock.today() + TimeDelta::days(7 * weeks))
    }
}

fn call(id: &str, deadline: &str) -> Record {
    record(
        id,
        json!({
            "title": format!("Youth exchange of twin towns, round {id}"), "summary": "Local authorities in Israel send youth groups.",
            "kind": "exchange", "topics": ["youth"], "url": format!("https://calls.example.org/{id}"), "deadline": until(deadline),
            "sources": [{"slug": format!("source-{id}"), "url": "https://one.example/", "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-20T06:00:00Z"}]
        }),
    )
}

fn until(date: &str) -> Value {
    json!({"kind": "fixed", "stages": [{"date": date, "time": null, "zone": null, "label": null, "quote": date}]})
}

#[tokio::test]
async fn a_call_of_two_sources_is_told_once_and_neither_is_news_the_week_after() {
    let (one, mut other) = (call("a", "2027-03-01"), call("b", "2027-03-01"));
    other.opportunity.title = one.opportunity.title.clone();
    let office = Office::open(&[one, other]).await;
    assert_eq!(office.letter(0).await.matches("Youth exchange").count(), 1);
    assert_eq!(office.send(0).await.sent, 1);
    assert_eq!(office.letter(1).await.matches("Youth exchange").count(), 0);
}

#[tokio::test]
async fn what_changed_since_it_was_told_is_said_under_updates() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    office.send(0).await;
    let mut moved = office.app.store.record("a").await.unwrap().unwrap();
    moved.opportunity.deadline = serde_json::from_value(until("2027-04-15")).unwrap();
    let change = json!({"change": moved.changed + 1, "at": "2026-11-23T06:00:00Z", "field": "deadline", "old": until("2027-03-01"), "new": until("2027-04-15"), "by": "crawl"});
    moved.history.push(serde_json::from_value(change).unwrap());
    office.app.store.import(&[moved], office.app.clock.now()).await.unwrap();
    let letter = office.letter(1).await;
    let updates = letter.split("== עדכונים").nth(1).unwrap_or_else(|| panic!("{letter}"));
    assert!(
        updates.contains("מה השתנה: המועד האחרון היה \u{2068}1.3.2027\u{2069}, ועכשיו הוא \u{2068}15.4.2027\u{2069}"),
        "{updates}"
    );
    assert!(!letter.contains("== חדש בשבילכם"), "{letter}");
}

#[tokio::test]
async fn what_is_not_for_us_is_never_told_again_and_what_was_applied_for_is_not_reminded_of() {
    let office = Office::open(&[call("a", "2027-03-01"), call("b", "2026-12-04")]).await;
    assert!(office.letter(0).await.contains("round a"));
    let now = office.app.clock.now();
    let said = |record: &str, act| Act {
        municipality: "netanya".into(),
        record: record.into(),
        act,
        note: String::new(),
        delivery: "d".into(),
        contact: String::new(),
        number: 0,
        at: now,
        sum: None,
    };
    office.app.store.act(&said("a", Purpose::NotForUs), now).await.unwrap();
    let letter = office.letter(0).await;
    assert!(!letter.contains("round a") && letter.contains("round b"), "{letter}");
    office.send(0).await;
    assert!(office.letter(1).await.split("== נסגר בקרוב").nth(1).is_some_and(|closing| closing.contains("round b")));
    office.app.store.act(&said("b", Purpose::Applied), now).await.unwrap();
    assert!(!office.letter(1).await.contains("round b"));
}

#[tokio::test]
async fn too_late_is_said_once_and_not_sent_as_news() {
    let office = Office::open(&[call("a", "2026-11-24")]).await;
    let letter = office.letter(0).await;
    let (before, late) = letter.split_once("לא נותר זמן").unwrap_or_else(|| panic!("{letter}"));
    assert!(late.contains("round a") && !before.contains("round a"), "{letter}");
    office.send(0).await;
    assert!(!office.letter(1).await.contains("לא נותר זמן"));
}

#[tokio::test]
async fn a_mailbox_that_ended_the_letters_gets_none_not_even_one_that_was_waiting() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let now = office.app.clock.now();
    let waiting = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap().remove(0).delivery.unwrap();
    office.app.store.queue(&[waiting], now).await.unwrap();
    office.app.store.suppress("netanya", "youth@example.org", Why::Unsubscribed, now).await.unwrap();
    let tally = office.send(0).await;
    assert_eq!((tally.sent, tally.failed), (0, 1));
    assert!(prepare(&office.app, office.week(1), Some("netanya"), now).await.unwrap().is_empty());
}

#[tokio::test]
async fn after_a_restore_nothing_leaves_until_a_human_releases_it() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.sqlite");
    office.app.store.backup(&backup).await.unwrap();
    assert_eq!(office.send(0).await.sent, 1, "after the backup was made");

    let again = folder.path().join("again");
    std::fs::create_dir(&again).unwrap();
    let now = office.app.clock.now();
    crate::store::Store::restore(&again, &backup, now).await.unwrap();
    let mut config = Config::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
    config.settings.today = NOW.to_owned();
    let restored = Office {
        app: Arc::new(App::with_config(config, &again).await.unwrap()),
        mailer: Arc::new(Mailer::memory()),
        _folder: folder,
    };
    let refused = send_week(&restored.app, &restored.mailer, restored.week(0), None, |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.contains("the store was restored") && refused.contains("kolkore release"), "{refused}");
    let letter = prepare(&restored.app, restored.week(0), Some("netanya"), now).await.unwrap().remove(0).delivery.unwrap();
    restored.app.store.queue(&[letter], now).await.unwrap();
    for desk in [Desk::Municipalities, Desk::Staff, Desk::Searches] {
        assert_eq!(send_waiting(&restored.app, &restored.mailer, desk, None, |_, _| {}).await.unwrap().sent, 0);
    }
    // What left after the backup is noted as sent, and so does not leave again.
    assert_eq!(note_as_sent(&restored.app, restored.week(0)).await.unwrap(), 1);
    assert!(restored.app.store.release("dana", now).await.unwrap());
    assert_eq!(restored.send(0).await, Tally::default());
    assert!(!restored.letter(1).await.contains("== חדש בשבילכם"));
    assert!(!restored.app.store.release("dana", now).await.unwrap(), "it is released");
}

#[tokio::test]
async fn one_letter_that_cannot_be_sent_holds_up_no_other() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let now = office.app.clock.now();
    let letter = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap().remove(0).delivery.unwrap();
    let of = |id: &str, contact: &str| NewDelivery { id: id.into(), contact: contact.into(), ..letter.clone() };
    let letters = [of("a", "no mailbox at all"), of("b", "youth@example.org"), of("c", "youth@example.org")];
    office.app.store.queue(&letters, now).await.unwrap();
    let mut seen = Vec::new();
    let sent = {
        let seen = std::cell::RefCell::new(&mut seen);
        send_waiting(&office.app, &office.mailer, Desk::Municipalities, None, |done, _| seen.borrow_mut().push(done)).await
    };
    assert!(sent.is_err(), "{sent:?}");
    assert_eq!(seen, [1, 2, 3]);
    let states: Vec<_> = office.app.store.deliveries(None).await.unwrap().iter().map(|row| row.state).collect();
    assert_eq!(states, [DeliveryState::Sending, DeliveryState::Sent, DeliveryState::Sent]);
}

#[tokio::test]
async fn the_letters_of_a_past_week_are_not_sent_afterwards() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let refused = send_week(&office.app, &office.mailer, office.week(-7), None, |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.starts_with("2026-W41 is past") && refused.contains("this week is 2026-W48"), "{refused}");
    assert!(office.app.store.deliveries(None).await.unwrap().is_empty());
}

impl Office {
    /// The same office so many days later.
    fn later(&mut self, days: i64) {
        let clock = &mut Arc::get_mut(&mut self.app).expect("nothing else holds it").clock;
        let day = clock.today() + TimeDelta::days(days);
        *clock = crate::clock::Clock::starting_at(&format!("{day}T08:00:00")).unwrap();
    }
}

/// Whether the section whose heading begins so tells the call.
fn tells(letter: &str, heading: &str, call: &str) -> bool {
    letter.split("== ").filter(|section| section.starts_with(heading)).any(|section| section.contains(&format!("round {call}")))
}

#[tokio::test]
async fn what_was_too_late_never_comes_back_as_an_offer_and_closing_soon_is_said_once() {
    // Netanya is large: four days. `a` is too late now, `b` closes in 24 days, `c` was taken up by somebody.
    let mut office = Office::open(&[call("a", "2026-11-25"), call("b", "2026-12-16"), call("c", "2026-12-16")]).await;
    let now = office.app.clock.now();
    office.send(0).await;
    let said = Act {
        municipality: "netanya".into(),
        record: "c".into(),
        act: Purpose::Interested,
        note: String::new(),
        delivery: "d".into(),
        contact: String::new(),
        number: 0,
        at: now,
        sum: None,
    };
    office.app.store.act(&said, now).await.unwrap();
    office.later(1);
    let again = office.letter(1).await;
    assert!(!again.contains("round a"), "{again}");
    office.later(6);
    let closing = office.letter(0).await;
    assert!(tells(&closing, "נסגר בקרוב", "b") && tells(&closing, "נסגר בקרוב", "c"), "{closing}");
    assert_eq!(office.send(0).await.sent, 1);
    office.later(7);
    let third = office.letter(0).await;
    assert!(!third.contains("round"), "{third}");
}

#[tokio::test]
async fn a_letter_that_is_held_is_not_told_again_by_the_next_one() {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    let now = office.app.clock.now();
    let held = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap().remove(0).delivery.unwrap();
    office.app.store.queue(std::slice::from_ref(&held), now).await.unwrap();
    office.app.store.settle(&held.id, DeliveryState::Unsure, "", now).await.unwrap();
    office.later(7);
    assert!(!office.letter(0).await.contains("round a"), "it is told by whoever releases the first");
    office.app.store.settle(&held.id, DeliveryState::Failed, "", now).await.unwrap();
    assert!(tells(&office.letter(0).await, "חדש בשבילכם", "a"), "it was dropped");
}

#[tokio::test]
async fn its_own_working_days_decide_what_is_too_late_and_no_plan_asks_for_a_council_that_cannot_sit() {
    let office = Office::open(&[call("a", "2026-12-17")]).await;
    assert!(tells(&office.letter(0).await, "חדש בשבילכם", "a"));
    let profile = json!({"topics": {"youth": 3}, "lead_times": {"council": 14, "legal": 5, "treasurer": 5},
        "contacts": [{"email": "youth@example.org", "name": "מחלקת נוער"}]});
    office.app.store.set_profile("netanya", &profile, office.app.clock.now()).await.unwrap();
    let letter = office.letter(0).await;
    assert!(tells(&letter, "מתאים לכם, אך לא נותר זמן", "a") && !tells(&letter, "חדש בשבילכם", "a"), "{letter}");
}

#[tokio::test]
async fn every_link_of_a_letter_was_signed_for_it() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let letter = prepare(&office.app, office.week(0), Some("netanya"), office.app.clock.now()).await.unwrap().remove(0);
    let keys = office.app.store.act_keys().await.unwrap();
    let html = &letter.composed.html;
    let tokens: Vec<_> = ["/act/", "/mayor/", "/profile/", "/letter/"]
        .iter()
        .flat_map(|way| html.split(way).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let purposes: Vec<_> = tokens
        .iter()
        .map(|token| {
            let grant = keys.verify(token).unwrap_or_else(|| panic!("{token}"));
            assert_eq!(grant.delivery, letter.composed.message_key);
            grant.purpose
        })
        .collect();
    let ways = [Purpose::Unsubscribe, Purpose::Mayor, Purpose::Profile, Purpose::Read];
    let expected: Vec<_> = Purpose::OF_ITEM.into_iter().chain(ways).collect();
    assert_eq!(purposes, expected);
}

#[tokio::test]
async fn sources_that_were_not_reached_are_named_in_the_readers_language() {
    let office = Office::open(&[call("a", "2027-03-01")]).await;
    let polled: Vec<_> =
        office.app.sources.iter().filter(|source| source.active && !matches!(source.shape, Shape::Manual(_))).collect();
    let (all, first) = (polled.len(), &polled[0].name);
    let letter = office.letter(0).await;
    assert!(letter.contains(&format!("השבוע נבדקו 0 מתוך {all} מקורות; ללא מענה: \u{2068}{}\u{2069}", first.he)), "{letter}");
    let profile =
        json!({"topics": {"youth": 3}, "language": "en", "contacts": [{"email": "youth@example.org", "name": "Youth office"}]});
    office.app.store.set_profile("netanya", &profile, office.app.clock.now()).await.unwrap();
    let letter = office.letter(0).await;
    let said = format!("0 of {all} sources were checked this week; not reached: \u{2068}{}\u{2069}", first.en);
    assert!(letter.contains(&said), "{letter}");
}

#[tokio::test]
async fn what_became_of_an_application_is_asked_once_after_its_date_and_not_when_it_was_said() {
    let office = Office::open(&[call("a", "2026-11-29"), call("b", "2026-11-29")]).await;
    let now = office.app.clock.now();
    let say = async |record: &str, act| {
        let said = Act {
            municipality: "netanya".into(),
            record: record.into(),
            act,
            note: String::new(),
            delivery: "d".into(),
            contact: String::new(),
            number: 0,
            at: now,
            sum: None,
        };
        office.app.store.act(&said, now).await.unwrap();
    };
    say("a", Purpose::Applied).await;
    say("b", Purpose::Applied).await;
    say("b", Purpose::Won).await;
    let due = async |days: i64| {
        let today = office.app.clock.today() + TimeDelta::days(days);
        let due = asked::due(&office.app.store, "netanya", today).await.unwrap();
        due.iter().map(asked::Asked::told).collect::<Vec<_>>()
    };
    assert!(due(7).await.is_empty());
    let first = due(70).await;
    assert_eq!(first.iter().map(|told| told.record.as_str()).collect::<Vec<_>>(), ["a"]);
    let letter = prepare(&office.app, office.week(0), Some("netanya"), now).await.unwrap().remove(0);
    let put = NewDelivery { items: first, ..letter.delivery.unwrap() };
    office.app.store.queue(std::slice::from_ref(&put), now).await.unwrap();
    office.app.store.settle(&put.id, DeliveryState::Sent, "", now).await.unwrap();
    assert!(due(77).await.is_empty(), "it was put");
    assert_eq!(due(200).await.len(), 1, "and once more");
    say("a", Purpose::NotWon).await;
    assert!(due(200).await.is_empty());
}

#[tokio::test]
async fn what_the_office_says_opens_the_letter_and_what_it_pins_is_shown_once_to_everyone() {
    let office = Office::open(&[call("a", "2027-03-01"), call("b", "2027-03-01")]).await;
    let now = office.app.clock.now();
    let opening = crate::store::Opening {
        he: "שבוע טוב לכולם.".into(), record: "b".into(), ..crate::store::Opening::default()
    };
    office.app.store.set_opening(&office.week(0).label(), &opening, "dana", now).await.unwrap();
    let letter = office.letter(0).await;
    let (before, everyone) = letter.split_once("== לכל הרשויות ==").unwrap_or_else(|| panic!("{letter}"));
    assert!(before.contains("שבוע טוב לכולם.") && before.contains("round a") && !before.contains("round b"), "{letter}");
    assert!(everyone.contains("round b"), "{letter}");
    assert!(!office.letter(1).await.contains("שבוע טוב"), "it is that week's");
    office.send(0).await;
    let offers = office.app.store.offers(now - TimeDelta::days(1), now + TimeDelta::days(1)).await.unwrap();
    assert_eq!(offers.iter().map(|offer| offer.record.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}
