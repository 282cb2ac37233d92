use axum::http::{StatusCode, header};

use super::{Answer, Stage, at, login, records};
use crate::record::Review;
use crate::store::{Bounce, BounceKind, DeliveryState, NewDelivery};

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_read_the_same() {
    let stage = Stage::with(&[]).await;
    let wrong = Answer::of(stage.send(login("dana", "not it")).await).await;
    let unknown = Answer::of(stage.send(login("nobody", "not it")).await).await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED));
    assert_eq!(wrong.body, unknown.body);
    assert!(!wrong.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn after_five_wrong_passwords_even_the_right_one_has_to_wait() {
    let stage = Stage::with(&[]).await;
    for _ in 0..5 {
        stage.send(login("dana", "not it")).await;
    }
    let answer = Answer::of(stage.send(login("dana", super::PASSWORD)).await).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers[header::RETRY_AFTER].to_str().unwrap().parse::<u64>().unwrap() > 800);
}

#[tokio::test]
async fn a_session_ends_with_logging_out_and_its_token_is_kept_nowhere() {
    let stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    assert_eq!(stage.get_as(&cookie, "/staff").await.status, StatusCode::OK);
    let token = cookie.split('=').nth(1).unwrap();
    assert!(
        stage.store.session(token, at("2026-11-25T09:00:00Z")).await.unwrap().is_none(),
        "the token itself opens nothing in the store"
    );
    stage.post_as(&cookie, "/logout", "").await;
    assert_eq!(stage.get_as(&cookie, "/staff").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_approved_record_is_public_and_the_history_names_who_did_it() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let desk = stage.get_as(&cookie, "/staff").await;
    assert!(desk.body.contains("Climate training nobody has looked at"));
    let answer = stage.post_as(&cookie, "/staff/records/waiting/review", "review=approved").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let record = stage.store.record("waiting").await.unwrap().unwrap();
    assert_eq!((record.review, record.history.last().map(|change| change.by.as_str())), (Review::Approved, Some("dana")));
    assert_eq!(record.changed, stage.store.last_change().await.unwrap());
    stage.catch_up().await;
    assert_eq!(stage.get("/api/v1/opportunities?q=training").await.json()["total"], 1);
    stage.post_as(&cookie, "/staff/records/waiting/review", "review=rejected").await;
    stage.catch_up().await;
    assert_eq!(stage.get_as(&cookie, "/api/v1/opportunities?q=training").await.json()["total"], 0);
}

#[tokio::test]
async fn a_message_of_unknown_fate_is_sent_again_only_by_hand_and_under_its_own_id() {
    let stage = Stage::with(&[]).await;
    let now = stage.state.clock.now();
    let letter = NewDelivery {
        id: "netanya/2026-W48/1".into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "office@netanya.example.org".into(),
        message_id: "<digest.2026-W48.netanya@calls.example.org>".into(),
        subject: "3 הזדמנויות עבור נתניה".into(),
        message: b"Subject: x\r\n\r\n".to_vec(),
        items: Vec::new(),
        not_after: now,
    };
    stage.store.queue(std::slice::from_ref(&letter), now).await.unwrap();
    let cookie = stage.log_in().await;
    let again = "/staff/deliveries/netanya%2F2026-W48%2F1/requeue";
    assert_eq!(stage.post_as(&cookie, again, "").await.status, StatusCode::CONFLICT, "it is queued, not held");
    stage.store.settle(&letter.id, DeliveryState::Unsure, "the process ended", now).await.unwrap();
    let desk = stage.get_as(&cookie, "/staff").await;
    assert!(
        desk.body.contains("3 הזדמנויות עבור נתניה") && desk.body.contains(again) && !desk.body.contains("office@"),
        "{}",
        desk.body
    );
    assert_eq!(stage.post_as(&cookie, again, "").await.status, StatusCode::SEE_OTHER);
    let claim = stage.store.claim(&letter.id, now).await.unwrap().expect("queued again");
    assert_eq!(claim.delivery.message_id, letter.message_id);
}

#[tokio::test]
async fn staff_can_say_that_a_list_which_became_shorter_is_right() {
    let stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    let (now, mut last) = (at("2026-11-25T06:00:00Z"), 0);
    for items in [10, 3] {
        let mut run = stage.store.open_run("embassy-canada", now).await.unwrap();
        run.outcome = crate::store::Outcome::Done;
        run.counts.kept.items = items;
        last = stage.store.close_run(run, now).await.unwrap().id;
    }
    let right = "/staff/sources/embassy-canada/right";
    assert!(!stage.get("/sources").await.body.contains(right), "for staff only");
    let page = stage.get_as(&cookie, "/sources").await.body;
    assert!(page.contains(right) && page.contains(&format!("name=\"run\" value=\"{last}\"")), "{page}");
    assert_eq!(stage.post_as(&cookie, right, &format!("run={}", last - 1)).await.status, StatusCode::CONFLICT);
    assert_eq!(stage.post_as(&cookie, right, &format!("run={last}")).await.status, StatusCode::SEE_OTHER);
    assert!(!stage.get_as(&cookie, "/sources").await.body.contains(right));
}

#[tokio::test]
async fn letters_that_would_have_come_late_are_shown_as_not_sent_and_decided_on_all_at_once() {
    let stage = Stage::with(&[]).await;
    let now = stage.state.clock.now();
    let letter = |id: &str| NewDelivery {
        id: id.into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "office@netanya.example.org".into(),
        message_id: format!("<{id}@calls.example.org>"),
        subject: "3 הזדמנויות עבור נתניה".into(),
        message: b"Subject: x\r\n\r\n".to_vec(),
        items: Vec::new(),
        not_after: now - chrono::TimeDelta::hours(1),
    };
    let ids = ["one", "two", "three"];
    stage.store.queue(&ids.map(letter), now).await.unwrap();
    for id in ids {
        assert!(stage.store.claim(id, now).await.unwrap().is_none());
    }
    let cookie = stage.log_in().await;
    let desk = stage.get_as(&cookie, "/staff").await.body;
    assert!(desk.contains("מוחזק, לא נשלח") && desk.contains("שליחת כל המוחזקים") && !desk.contains("too late"), "{desk}");
    assert_eq!(stage.post_as(&cookie, "/staff/deliveries/one/drop", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.post_as(&cookie, "/staff/held", "what=send").await.status, StatusCode::SEE_OTHER);
    let states: Vec<_> = stage.store.deliveries(None).await.unwrap().into_iter().map(|row| (row.id, row.state)).collect();
    let expected = [("one", DeliveryState::Dropped), ("three", DeliveryState::Queued), ("two", DeliveryState::Queued)];
    assert_eq!(states, expected.map(|(id, state)| (id.to_owned(), state)));
    assert_eq!(stage.post_as(&cookie, "/staff/held", "what=drop").await.status, StatusCode::CONFLICT, "none is held any more");
    assert_eq!(stage.post_as(&cookie, "/staff/deliveries/one/requeue", "").await.status, StatusCode::CONFLICT, "it was dropped");
}

#[tokio::test]
async fn that_all_mail_is_held_is_shown_to_staff_and_ended_by_a_post() {
    let stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    assert_eq!(stage.post_as(&cookie, "/staff/release", "").await.status, StatusCode::CONFLICT);
    stage.store.hold_all(crate::store::Hold::RESTORED, stage.state.clock.now()).await.unwrap();
    assert!(stage.get_as(&cookie, "/staff").await.body.contains("כל המשלוחים מוחזקים"));
    assert_eq!(stage.get_as(&cookie, "/staff/release").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(stage.store.hold().await.unwrap().is_some(), "a GET releases nothing");
    assert_eq!(stage.post_as(&cookie, "/staff/release", "").await.status, StatusCode::SEE_OTHER);
    assert!(stage.store.hold().await.unwrap().is_none());
}

#[tokio::test]
async fn staff_can_ask_for_a_visit_to_a_source_that_exists() {
    let mut stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    assert_eq!(stage.post_as(&cookie, "/staff/sources/city-network/crawl", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.asked.try_recv().unwrap(), "city-network");
    assert_eq!(stage.post_as(&cookie, "/staff/sources/nobody/crawl", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn suspended_mailboxes_are_shown_to_staff_alone_and_letters_to_them_resumed_by_a_post() {
    let stage = Stage::with(&[]).await;
    let now = stage.state.clock.now();
    let contact = "\"<script>\"@netanya.example.org";
    let bounce = |report: &str| Bounce {
        id: report.into(),
        delivery: report.into(),
        municipality: "netanya".into(),
        contact: contact.into(),
        kind: BounceKind::Hard,
        status: "5.1.1".into(),
        said: "no such <b>user</b>\u{202e}".into(),
        at: now,
    };
    for report in ["one", "two"] {
        stage.store.note_bounce(&bounce(report), &[], now).await.unwrap();
    }
    let cookie = stage.log_in().await;
    assert_eq!(stage.get("/staff/mailboxes").await.status, StatusCode::UNAUTHORIZED);
    assert!(stage.get_as(&cookie, "/staff").await.body.contains("href=\"/staff/mailboxes\"><strong>1</strong>"));
    for _ in 0..3 {
        let page = stage.get_as(&cookie, "/staff/mailboxes").await.body;
        assert!(page.contains("המכתבים חזרו") && page.contains("5.1.1 no such"), "{page}");
        assert!(!page.contains("<b>user") && !page.contains("\"<script>\"@") && !page.contains('\u{202e}'), "{page}");
    }
    assert!(stage.store.is_suppressed("netanya", contact).await.unwrap(), "a GET resumes nothing");
    let lift = "municipality=%28all%29&contact=%22%3Cscript%3E%22%40netanya.example.org";
    assert_eq!(stage.post_as(&cookie, "/staff/mailboxes", lift).await.status, StatusCode::SEE_OTHER);
    assert!(!stage.store.is_suppressed("netanya", contact).await.unwrap());
    assert_eq!(stage.post_as(&cookie, "/staff/mailboxes", lift).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_the_relay_did_not_take_yet_is_shown_with_its_words() {
    let stage = Stage::with(&[]).await;
    let now = stage.state.clock.now();
    let letter = NewDelivery {
        id: "digest.2026-W48.netanya.1".into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "mayor@example.org".into(),
        message_id: "<x@example.org>".into(),
        subject: "הזדמנות אחת עבור נתניה".into(),
        message: b"x".to_vec(),
        items: Vec::new(),
        not_after: now,
    };
    stage.store.queue(std::slice::from_ref(&letter), now).await.unwrap();
    stage.store.settle(&letter.id, DeliveryState::Queued, "connection refused <b>", now).await.unwrap();
    let cookie = stage.log_in().await;
    let desk = stage.get_as(&cookie, "/staff").await.body;
    assert!(desk.contains("מכתב אחד עדיין לא יצא.") && desk.contains("connection refused &#60;b&#62;"), "{desk}");
}
