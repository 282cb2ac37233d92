//! A folder of reports over a store of its own: what suspends a mailbox, what does not, and who is told.

use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::act::handle;
use crate::app::App;
use crate::config::Config;
use crate::digest::week::Week;
use crate::edition::{self, Desk, send_waiting, send_week};
use crate::mail::tests::{Behaviour, relay};
use crate::mail::{Mailer, Message};
use crate::store::{DeliveryState, EVERYWHERE, Why};

struct House {
    app: Arc<App>,
    mailer: Arc<Mailer>,
    folder: tempfile::TempDir,
}

impl House {
    /// With one municipality whose mailbox gets a letter a week.
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("returned")).unwrap();
        let mut config = Config::load(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        config.settings.today = "2026-11-22T08:00:00".to_owned();
        config.settings.mail.bounces.address = "bounces@office.example.org".to_owned();
        config.settings.mail.bounces.folder = "returned".to_owned();
        config.settings.staff.mail_to = "desk@office.example.org".to_owned();
        let app = Arc::new(App::with_config(config, folder.path()).await.unwrap());
        let profile = json!({"topics": {"youth": 3}, "contacts": [{"email": "Youth@Netanya.example.org", "name": "מחלקת נוער"}]});
        app.store.set_profile("netanya", &profile, app.clock.now()).await.unwrap();
        Self { app, mailer: Arc::new(Mailer::memory()), folder }
    }

    /// Sends the letter of the week `weeks` from now, and says what return path it left with; none where it did not leave.
    async fn sent(&self, weeks: i64) -> Option<String> {
        let before = self.letters().len();
        self.tally(weeks).await;
        self.letters().get(before).map(Message::return_path)
    }

    async fn tally(&self, weeks: i64) -> edition::Tally {
        let week = Week::of(self.app.clock.today() + chrono::TimeDelta::days(7 * weeks));
        send_week(&self.app, &self.mailer, week, Some("netanya"), |_, _| {}).await.unwrap()
    }

    fn letters(&self) -> Vec<Message> {
        let Mailer::Memory(kept) = self.mailer.as_ref() else { panic!("memory stays memory") };
        kept.lock().unwrap().clone()
    }

    fn returned(&self, name: &str, to: &str, status: &str) {
        let report = format!(
            "To: <{to}>\nSubject: Undelivered\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n\
             --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: {status}\n\
             Diagnostic-Code: smtp; {name}\n\n--b--\n"
        );
        self.put(name, &report);
    }

    fn put(&self, name: &str, letter: &str) {
        std::fs::write(self.folder.path().join("returned").join(format!("{name}.eml")), letter.replace('\n', "\r\n")).unwrap();
    }

    async fn collect(&self) -> Tally {
        collect(&self.app).await.unwrap()
    }
}

#[tokio::test]
async fn two_letters_that_came_back_for_good_end_the_letters_until_staff_resume_them_and_staff_are_told_once() {
    let house = House::open().await;
    let (first, second) = (house.sent(0).await.unwrap(), house.sent(1).await.unwrap());
    assert!(first.starts_with("bounces+") && first != second, "each letter has a return path of its own: {first} {second}");
    house.returned("a", &first, "5.1.1");
    assert_eq!(house.collect().await, Tally { letters: 1, hard: 1, ..Tally::default() });
    house.returned("b", &second.to_uppercase(), "5.1.1");
    assert_eq!(house.collect().await, Tally { letters: 2, hard: 1, suspended: 1, ..Tally::default() });
    assert_eq!(house.collect().await, Tally { letters: 2, ..Tally::default() }, "the same reports count once");
    assert_eq!(house.sent(2).await, None);

    let staff = Mailer::memory();
    assert_eq!(send_waiting(&house.app, &staff, Desk::Staff, None, |_, _| {}).await.unwrap().sent, 1);
    let Mailer::Memory(kept) = staff else { panic!("memory stays memory") };
    let mail = kept.into_inner().unwrap().remove(0);
    assert_eq!(mail.recipients(), ["desk@office.example.org"]);
    let parsed = mail_parser::MessageParser::default().parse(&mail.bytes).unwrap();
    insta::assert_snapshot!(
        "suspension",
        format!("{}\n\n{}", parsed.subject().unwrap(), parsed.body_text(0).unwrap().replace("\r\n", "\n"))
    );

    assert!(house.app.store.unsuppress(EVERYWHERE, "youth@netanya.example.org", house.app.clock.now()).await.unwrap());
    assert!(house.sent(3).await.is_some());
}

#[tokio::test]
async fn two_letters_whose_mailbox_the_relay_refuses_end_the_letters_as_if_they_had_come_back() {
    let mut house = House::open().await;
    for week in 0..2 {
        house.mailer = Arc::new(relay(Behaviour::RefuseRecipient("550 5.1.1 no such user")).await);
        assert!(!house.app.store.is_suppressed("netanya", "youth@netanya.example.org").await.unwrap(), "after {week} letters");
        assert_eq!(house.tally(week).await.failed, 1);
    }
    assert!(house.app.store.is_suppressed("netanya", "youth@netanya.example.org").await.unwrap());
    assert_eq!(house.app.store.latest_bounces(9).await.unwrap().len(), 2);
    let staff = Mailer::memory();
    assert_eq!(send_waiting(&house.app, &staff, Desk::Staff, None, |_, _| {}).await.unwrap().sent, 1);

    // What is about the letter or about us says nothing of the mailbox.
    let mut house = House::open().await;
    for week in 0..3 {
        house.mailer = Arc::new(relay(Behaviour::Answer("554 5.7.1 looks like spam")).await);
        assert_eq!(house.tally(week).await.failed, 1);
    }
    assert!(house.app.store.latest_bounces(9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_refused_letter_is_in_no_doubt_where_the_refusal_cannot_be_counted() {
    let mut house = House::open().await;
    Arc::get_mut(&mut house.app).expect("nothing else holds it").settings.staff.mail_to = "no mailbox at all".to_owned();
    let refuses = Arc::new(relay(Behaviour::RefuseRecipient("550 5.1.1 no such user")).await);
    let week = Week::of(house.app.clock.today());
    let error = send_week(&house.app, &refuses, week, Some("netanya"), |_, _| {}).await.unwrap_err().to_string();
    assert!(error.contains("staff.mail_to"), "{error}");
    let states: Vec<_> = house.app.store.deliveries(None).await.unwrap().iter().map(|row| row.state).collect();
    assert_eq!(states, [DeliveryState::Failed]);
}

#[tokio::test]
async fn what_may_pass_and_what_machines_answer_ends_nothing() {
    let house = House::open().await;
    for week in 0..4 {
        let path = house.sent(week).await.unwrap();
        house.returned(&format!("soft-{week}"), &path, "4.2.2");
        house.put(
            &format!("holiday-{week}"),
            &format!("To: <{path}>\nAuto-Submitted: auto-replied\nSubject: back on Sunday {week}\n\n5.1.1\n"),
        );
    }
    assert_eq!(house.collect().await, Tally { letters: 8, soft: 4, auto_replies: 4, ..Tally::default() });
    assert!(house.sent(4).await.is_some());
}

#[tokio::test]
async fn a_fault_that_passes_for_weeks_is_told_and_after_six_weeks_running_the_letters_end() {
    let house = House::open().await;
    let store = &house.app.store;
    let mailbox = "youth@netanya.example.org".to_owned();
    for week in 0..6 {
        let path = house.sent(week).await.unwrap();
        house.returned(&format!("soft-{week}"), &path, "4.2.2");
        house.collect().await;
        let failing = store.failing_mailboxes().await.unwrap();
        let expected = if week < 2 { Vec::new() } else { vec![(mailbox.clone(), week as usize + 1)] };
        assert_eq!(failing, expected, "after week {week}");
        assert_eq!(store.is_suppressed("netanya", &mailbox).await.unwrap(), week == 5, "after week {week}");
    }
    assert_eq!(store.suppressions().await.unwrap()[0].why, Why::KeptBouncing);
    assert_eq!(house.sent(6).await, None);
    let staff = Mailer::memory();
    assert_eq!(send_waiting(&house.app, &staff, Desk::Staff, None, |_, _| {}).await.unwrap().sent, 1);
    let Mailer::Memory(kept) = staff else { panic!("memory stays memory") };
    let mail = kept.into_inner().unwrap().remove(0);
    let parsed = mail_parser::MessageParser::default().parse(&mail.bytes).unwrap();
    assert!(parsed.body_text(0).unwrap().contains("שישה שבועות ברצף"), "{}", parsed.body_text(0).unwrap());

    assert!(store.unsuppress(EVERYWHERE, &mailbox, house.app.clock.now()).await.unwrap());
    assert!(store.failing_mailboxes().await.unwrap().is_empty(), "what came back before counts no more");
}

#[tokio::test]
async fn two_letters_that_arrived_between_break_the_row() {
    let house = House::open().await;
    for week in 0..8 {
        let path = house.sent(week).await.unwrap();
        if !matches!(week, 3 | 4) {
            house.returned(&format!("soft-{week}"), &path, "4.2.2");
        }
        house.collect().await;
    }
    assert_eq!(house.app.store.failing_mailboxes().await.unwrap(), [("youth@netanya.example.org".to_owned(), 3)]);
    assert!(house.sent(8).await.is_some());
}

#[tokio::test]
async fn whoever_was_sent_no_letter_can_suspend_nobody() {
    let house = House::open().await;
    let (first, second) = (house.sent(0).await.unwrap(), house.sent(1).await.unwrap());
    let forged = format!("bounces+{}.1.{}@office.example.org", handle("digest.2026-W47.netanya.00"), "0".repeat(20));
    // The head of one signed path with the tail of another.
    let mixed = format!("{}{}", &first[..28], &second[28..]);
    for (name, to) in [("forged", forged.as_str()), ("mixed", &mixed), ("none", "bounces@office.example.org")] {
        house.returned(name, to, "5.1.1");
    }
    assert_eq!(house.collect().await, Tally { letters: 3, unassigned: 3, ..Tally::default() });
}

#[tokio::test]
async fn one_complaint_ends_the_letters_everywhere() {
    let house = House::open().await;
    let path = house.sent(0).await.unwrap();
    house.put(
        "complaint",
        &format!(
            "To: <abuse@office.example.org>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n\
             --b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Mail-From: <{path}>\n\n--b--\n"
        ),
    );
    assert_eq!(house.collect().await, Tally { letters: 1, complaints: 1, suspended: 1, ..Tally::default() });
    assert!(house.app.store.is_suppressed("arad", "youth@netanya.example.org").await.unwrap());
    assert_eq!(house.app.store.suppressions().await.unwrap()[0].why, Why::Complained);
}
