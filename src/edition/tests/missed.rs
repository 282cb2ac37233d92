//! The daemon was down when the week's letters were due: they wait for a human, and staff are told, unless somebody sent them.

use super::*;
use crate::clock::Clock;
use crate::edition::schedule::send_if_due;
use crate::store::{Delivery, DeliveryState, NewDelivery};

/// An office whose letters leave on Sundays at eight, on the Thursday before 29 November 2026, with the schedule noted.
async fn office() -> Office {
    let mut office = Office::open(&[call("a", "2027-03-01")]).await;
    let settings = &mut Arc::get_mut(&mut office.app).expect("nothing else holds it").settings;
    settings.digest.schedule = "0 8 * * Sun".to_owned();
    settings.digest.notices = String::new();
    settings.staff.mail_to = "office@kolkore.example".to_owned();
    office.look("2026-11-26T09:00:00").await;
    office
}

impl Office {
    /// The schedule looks at this moment.
    async fn look(&mut self, at: &str) {
        Arc::get_mut(&mut self.app).expect("nothing else holds it").clock = Clock::starting_at(at).unwrap();
        send_if_due(&self.app).await.unwrap();
    }

    /// The ledger's rows to municipalities by week and state, and the subjects of the mails to staff.
    async fn ledger(&self) -> (Vec<(String, DeliveryState)>, Vec<String>) {
        let rows = self.app.store.deliveries(None).await.unwrap();
        let (letters, mails): (Vec<Delivery>, Vec<Delivery>) =
            rows.into_iter().partition(|row| Desk::of(row) == Desk::Municipalities);
        (
            letters.into_iter().map(|row| (row.week, row.state)).collect(),
            mails.into_iter().map(|row| row.subject.replace(['\u{2068}', '\u{2069}'], "")).collect(),
        )
    }
}

fn letter(week: &str, state: DeliveryState) -> Vec<(String, DeliveryState)> {
    vec![(week.to_owned(), state)]
}

const SUBJECT: &str = "מכתבי השבוע 29.11–5.12.2026 לא נשלחו במועדם";

#[tokio::test]
async fn a_week_that_was_missed_is_held_and_staff_are_told_once() {
    let mut office = office().await;
    office.look("2026-12-02T09:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Held), vec![SUBJECT.to_owned()]));
    office.look("2026-12-02T09:01:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Held), vec![SUBJECT.to_owned()]));
    let (letters, now) = (office.app.store.held_deliveries(9).await.unwrap(), office.app.clock.now());
    assert_eq!(letters[0].note, Delivery::MISSED);
    assert!(office.app.store.requeue(&letters[0].id, now + TimeDelta::hours(48), now).await.unwrap());
    office.look("2026-12-06T08:00:00").await;
    let (letters, _) = office.ledger().await;
    assert_eq!(
        letters.iter().filter(|(_, state)| *state == DeliveryState::Sent).count(),
        1,
        "the next week leaves by itself: {letters:?}"
    );
}

#[tokio::test]
async fn a_week_that_a_human_has_sent_meanwhile_is_nobodys_matter() {
    let mut office = office().await;
    Arc::get_mut(&mut office.app).unwrap().clock = Clock::starting_at("2026-12-01T09:00:00").unwrap();
    assert_eq!(office.send(0).await.sent, 1);
    office.look("2026-12-02T09:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Sent), Vec::new()));
}

#[tokio::test]
async fn who_comes_back_on_the_next_day_of_letters_sends_those_of_that_day() {
    let mut office = office().await;
    office.look("2026-12-06T10:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W50", DeliveryState::Sent), Vec::new()));
}

#[tokio::test]
async fn of_a_past_week_no_letter_is_made_and_the_next_one_leaves_on_its_day() {
    let mut office = office().await;
    office.look("2026-12-06T07:00:00").await;
    assert_eq!(office.ledger().await, (Vec::new(), vec![SUBJECT.to_owned()]));
    office.look("2026-12-06T08:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W50", DeliveryState::Sent), vec![SUBJECT.to_owned()]));
}

#[tokio::test]
async fn letters_that_no_relay_took_in_time_are_held_and_staff_are_told() {
    let mut office = office().await;
    // Nobody listens there.
    Arc::get_mut(&mut office.app).unwrap().settings.mail.relay = "smtp://127.0.0.1:1".to_owned();
    office.look("2026-11-29T08:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Queued), Vec::new()));
    office.look("2026-12-01T08:00:00").await;
    office.look("2026-12-01T09:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Held), vec![SUBJECT.to_owned()]));
}

/// A message to Netanya that waits in the ledger, and may leave until `not_after`.
async fn wait(office: &Office, id: &str, week: &str, not_after: &str) {
    let message = NewDelivery {
        id: id.into(),
        municipality: "netanya".into(),
        week: week.into(),
        contact: "youth@example.org".into(),
        message_id: format!("<{id}@example.org>"),
        subject: String::new(),
        message: b"x".to_vec(),
        items: Vec::new(),
        not_after: not_after.parse().unwrap(),
    };
    office.app.store.queue(&[message], office.app.clock.now()).await.unwrap();
}

#[tokio::test]
async fn a_notice_or_another_weeks_letter_that_is_held_is_none_of_the_missed_weeks() {
    let mut office = office().await;
    Arc::get_mut(&mut office.app).unwrap().clock = Clock::starting_at("2026-12-01T09:00:00").unwrap();
    assert_eq!(office.send(0).await.sent, 1);
    wait(&office, "urgent.2026-12-02.x.netanya.1", "2026-W49", "2026-12-01T12:00:00Z").await;
    wait(&office, "digest.2026-W48.netanya.1", "2026-W48", "2026-12-01T12:00:00Z").await;
    office.look("2026-12-02T09:00:00").await;
    let held = office.app.store.held_deliveries(9).await.unwrap().len();
    assert_eq!((held, office.ledger().await.1), (2, Vec::<String>::new()));
}

#[tokio::test]
async fn of_a_past_week_that_has_only_notices_staff_are_told() {
    let mut office = office().await;
    wait(&office, "urgent.2026-11-30.x.netanya.1", "2026-W49", "2026-12-30T00:00:00Z").await;
    office.look("2026-12-06T07:00:00").await;
    assert_eq!(office.ledger().await.1, [SUBJECT]);
}

#[tokio::test]
async fn what_an_earlier_look_held_is_counted_by_the_one_that_tells_staff() {
    let mut office = office().await;
    // The program ended between the two.
    wait(&office, "digest.2026-W49.netanya.1", "2026-W49", "2026-12-01T12:00:00Z").await;
    Arc::get_mut(&mut office.app).unwrap().clock = Clock::starting_at("2026-12-02T09:00:00").unwrap();
    assert_eq!(office.app.store.claim("digest.2026-W49.netanya.1", office.app.clock.now()).await.unwrap(), None);
    office.look("2026-12-06T07:00:00").await;
    assert_eq!(office.ledger().await, (letter("2026-W49", DeliveryState::Held), vec![SUBJECT.to_owned()]));
}
