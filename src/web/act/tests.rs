//! The links of letters over the router, without a socket: what a GET leaves alone, what a POST does once, what a token is good for.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

use crate::act::{Grant, Purpose};
use crate::store::{How, NewDelivery, Told};
use crate::web::tests::{Answer, Stage, records};

const LETTER: &str = "digest.2026-W48.netanya.0011";
const CONTACT: &str = "mayor@example.org";

/// A stage with one letter in the ledger.
async fn stage() -> Stage {
    let stage = Stage::with(&records()).await;
    let now = stage.state.clock.now();
    let message = lettre::Message::builder()
        .from("digest@example.org".parse().unwrap())
        .to(CONTACT.parse().unwrap())
        .subject("x")
        .multipart(lettre::message::MultiPart::alternative_plain_html(
            "שלום".to_owned(),
            "<html><p>שלום לנתניה</p></html>".to_owned(),
        ))
        .unwrap();
    let delivery = NewDelivery {
        id: LETTER.into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: CONTACT.into(),
        message_id: "<x@example.org>".into(),
        subject: "x".into(),
        message: message.formatted(),
        items: vec![Told {
            record: "he-youth".into(),
            fingerprint: "f".into(),
            change: 1,
            offer: None,
            how: How::Offered,
            at: None,
        }],
        not_after: now,
    };
    stage.store.queue(&[delivery], now).await.unwrap();
    stage
}

async fn token(stage: &Stage, purpose: Purpose, record: &str) -> String {
    let keys = stage.store.act_keys_to_sign(stage.state.clock.now()).await.unwrap();
    keys.sign(&Grant { purpose, delivery: LETTER.into(), record: record.into() }).unwrap()
}

async fn ask(stage: &Stage, method: Method, path: &str, body: &'static str) -> Answer {
    // As a mail program sends it: no cookie, no Origin.
    let request = Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    Answer::of(stage.send(request.body(Body::from(body)).unwrap()).await).await
}

async fn said(stage: &Stage) -> Vec<(String, Purpose, String)> {
    let acts = stage.store.acts_of("netanya").await.unwrap();
    acts.into_iter().map(|act| (act.record, act.act, act.note)).collect()
}

#[tokio::test]
async fn three_gets_and_a_head_on_every_link_change_nothing() {
    let stage = stage().await;
    for purpose in Purpose::OF_ITEM.into_iter().chain(Purpose::OUTCOMES).chain([Purpose::Unsubscribe]) {
        let record = if purpose == Purpose::Unsubscribe { "" } else { "he-youth" };
        let path = format!("/act/{}", token(&stage, purpose, record).await);
        for method in [Method::GET, Method::GET, Method::GET, Method::HEAD] {
            assert_eq!(ask(&stage, method, &path, "").await.status, StatusCode::OK, "{purpose:?}");
        }
    }
    assert!(said(&stage).await.is_empty());
    assert!(!stage.store.is_suppressed("netanya", CONTACT).await.unwrap());
}

#[tokio::test]
async fn a_post_acts_once_and_its_undo_takes_it_back() {
    let stage = stage().await;
    let path = format!("/act/{}", token(&stage, Purpose::AskOffice, "he-youth").await);
    for _ in 0..2 {
        let answer = ask(&stage, Method::POST, &path, "note=%D7%9E%D7%99%0D%0A%E2%80%AE%3F").await;
        assert!(answer.status == StatusCode::OK && answer.body.contains("השאלה נרשמה"), "{}", answer.body);
    }
    assert_eq!(said(&stage).await, [("he-youth".to_owned(), Purpose::AskOffice, "מי ?".to_owned())]);
    assert_eq!(stage.store.acts_of("netanya").await.unwrap()[0].contact, CONTACT);
    let again = ask(&stage, Method::POST, &path, "note=when").await.body;
    assert_eq!((said(&stage).await.len(), again.matches("name=\"note\"").count()), (2, 1), "one more can be asked");
    ask(&stage, Method::POST, &path, "undo=1").await;
    assert!(ask(&stage, Method::POST, &path, "undo=1").await.body.contains("הסימון בוטל"));
    assert!(said(&stage).await.is_empty());
}

#[tokio::test]
async fn one_click_ends_the_letters_of_this_mailbox_and_can_be_undone() {
    let stage = stage().await;
    let path = format!("/act/{}", token(&stage, Purpose::Unsubscribe, "").await);
    for _ in 0..2 {
        assert_eq!(ask(&stage, Method::POST, &path, "List-Unsubscribe=One-Click").await.status, StatusCode::OK);
    }
    assert!(stage.store.is_suppressed("netanya", CONTACT).await.unwrap());
    assert!(stage.store.is_suppressed("haifa", CONTACT).await.unwrap(), "the mailbox gets none, whomever they are for");
    let page = ask(&stage, Method::GET, &path, "").await.body;
    assert!(page.contains("name=\"undo\"") && !page.contains("בשם נתניה"), "{page}");
    ask(&stage, Method::POST, &path, "undo=1").await;
    assert!(!stage.store.is_suppressed("netanya", CONTACT).await.unwrap());
    assert!(!stage.store.is_suppressed("haifa", CONTACT).await.unwrap());
}

#[tokio::test]
async fn the_form_of_a_mailbox_that_gets_no_letters_says_so_and_how_they_come_again() {
    let stage = stage().await;
    let form = format!("/profile/{}", token(&stage, Purpose::Profile, "").await);
    let end = format!("/act/{}", token(&stage, Purpose::Unsubscribe, "").await);
    let kept = "topic=youth&language=he&frequency=weekly&consent=1";
    let said = "לתיבה הזו לא נשלחים מכתבים";
    assert!(!ask(&stage, Method::GET, &form, "").await.body.contains(said));
    ask(&stage, Method::POST, &end, "").await;
    for (method, body) in [(Method::GET, ""), (Method::POST, kept)] {
        let page = ask(&stage, method, &form, body).await.body;
        assert!(page.contains(said) && page.contains(&format!("href=\"{end}")), "{page}");
        assert!(!page.contains("המכתב הבא"), "{page}");
    }
    ask(&stage, Method::POST, &end, "undo=1").await;
    assert!(ask(&stage, Method::POST, &form, kept).await.body.contains("המכתב הבא"));
    // What came back is for the office to mend.
    stage.store.suppress("netanya", CONTACT, crate::store::Why::Bounced, stage.state.clock.now()).await.unwrap();
    let page = ask(&stage, Method::GET, &form, "").await.body;
    assert!(page.contains(said) && !page.contains("href=\"/act/"), "{page}");
}

#[tokio::test]
async fn a_token_with_a_bit_flipped_or_of_another_purpose_or_letter_is_not_found() {
    let stage = stage().await;
    let good = token(&stage, Purpose::Interested, "he-youth").await;
    for place in (0..good.len()).step_by(7).chain([good.len() - 1]) {
        let mut bytes = good.clone().into_bytes();
        bytes[place] ^= 1;
        let Ok(flipped) = String::from_utf8(bytes) else { continue };
        if !flipped.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
            continue;
        }
        assert_eq!(ask(&stage, Method::POST, &format!("/act/{flipped}"), "").await.status, StatusCode::NOT_FOUND, "{flipped}");
    }
    let read = token(&stage, Purpose::Read, "").await;
    assert_eq!(ask(&stage, Method::POST, &format!("/act/{read}"), "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(ask(&stage, Method::GET, &format!("/letter/{good}"), "").await.status, StatusCode::NOT_FOUND);
    let keys = stage.store.act_keys().await.unwrap();
    let of_another = keys.sign(&Grant {
        purpose: Purpose::Interested,
        delivery: "digest.2026-W48.arad.0022".into(),
        record: "he-youth".into(),
    });
    assert_eq!(ask(&stage, Method::POST, &format!("/act/{}", of_another.unwrap()), "").await.status, StatusCode::NOT_FOUND);
    assert!(said(&stage).await.is_empty());
}

#[tokio::test]
async fn the_web_copy_is_the_letter_that_was_sent_and_may_do_nothing() {
    let stage = stage().await;
    let answer = ask(&stage, Method::GET, &format!("/letter/{}", token(&stage, Purpose::Read, "").await), "").await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "<html><p>שלום לנתניה</p></html>"));
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{policy}");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn the_page_asks_in_the_language_of_the_link_and_offers_the_other_answers() {
    let stage = stage().await;
    let path = format!("/act/{}", token(&stage, Purpose::Interested, "he-youth").await);
    let hebrew = ask(&stage, Method::GET, &path, "").await.body;
    assert!(
        hebrew.contains("ההזדמנות הזו מעניינת אתכם?") && hebrew.contains("קול קורא לחילופי נוער") && hebrew.contains("בשם נתניה"),
        "{hebrew}"
    );
    assert_eq!(hebrew.matches("href=\"/act/").count(), 8, "seven other answers and the other language");
    let english = ask(&stage, Method::GET, &format!("{path}?ui=en"), "").await.body;
    assert!(english.contains("Does this opportunity interest you?") && english.contains("For Netanya"));
}

#[tokio::test]
async fn what_was_won_is_noted_with_its_sum_and_a_sum_that_is_none_notes_nothing() {
    let stage = stage().await;
    let path = format!("/act/{}", token(&stage, Purpose::Won, "he-youth").await);
    for wrong in
        ["sum=much&currency=EUR", "sum=-5&currency=EUR", "sum=5&currency=shells", "sum=1e99&currency=EUR", "sum=NaN&currency=EUR"]
    {
        assert!(ask(&stage, Method::POST, &path, wrong).await.body.contains("הסכום לא נרשם"), "{wrong}");
        assert!(said(&stage).await.is_empty(), "{wrong}");
    }
    ask(&stage, Method::POST, &path, "sum=40,000&currency=EUR&note=thanks").await;
    let acts = stage.store.acts_of("netanya").await.unwrap();
    let sum = acts[0].sum.as_ref().map(|sum| (sum.amount, sum.currency.as_str()));
    assert_eq!((acts[0].act, acts[0].note.as_str(), sum), (Purpose::Won, "thanks", Some((40_000.0, "EUR"))));
    let lost = format!("/act/{}", token(&stage, Purpose::NotWon, "he-youth").await);
    ask(&stage, Method::POST, &lost, "").await;
    assert_eq!(said(&stage).await.len(), 1, "they take each other's place");
}
