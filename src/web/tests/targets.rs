//! The book of offers as staff and programs see it.

use axum::http::{StatusCode, header};
use sources::opportunity::Kind;

use super::{Stage, at, records};
use crate::act::Purpose;
use crate::store::{Act, Bounce, BounceKind, DeliveryState, How, NewDelivery, Sum, Told, Why};

/// A letter to Netanya that the relay accepted, offering two of the records.
async fn told(stage: &Stage) {
    let now = stage.state.clock.now();
    let offer = |record: &str, kind| Told {
        record: record.into(),
        fingerprint: "f".into(),
        change: 1,
        offer: Some(kind),
        how: How::Offered,
        at: None,
    };
    let letter = NewDelivery {
        id: "digest.2026-W48.netanya.0011".into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "mayor@example.org".into(),
        message_id: "<digest.2026-W48.netanya.0011@example.org>".into(),
        subject: "x".into(),
        message: b"x".to_vec(),
        items: vec![offer("he-youth", Kind::Exchange), offer("en-climate", Kind::Grant)],
        not_after: now,
    };
    stage.store.queue(std::slice::from_ref(&letter), now).await.unwrap();
    stage.store.settle(&letter.id, DeliveryState::Sent, "250", now).await.unwrap();
}

async fn said(stage: &Stage, municipality: &str, record: &str, act: Purpose, sum: Option<Sum>) {
    let act = Act {
        municipality: municipality.into(),
        record: record.into(),
        act,
        note: String::new(),
        delivery: "d".into(),
        contact: String::new(),
        number: 0,
        at: at("2026-11-25T07:30:00Z"),
        sum,
    };
    stage.store.act(&act, stage.state.clock.now()).await.unwrap();
}

#[tokio::test]
async fn the_years_book_counts_what_was_offered_and_what_came_of_it() {
    let stage = Stage::with(&records()).await;
    told(&stage).await;
    said(&stage, "netanya", "en-climate", Purpose::Won, Some(Sum { amount: 40_000.0, currency: "EUR".into() })).await;
    let cookie = stage.log_in().await;
    let book = stage.get_as(&cookie, "/api/v1/targets?year=2026&municipality=netanya").await.json();
    assert_eq!(book["promised"][0]["per_member"], 3);
    assert_eq!((&book["national"]["offered"], &book["national"]["won"]), (&2.into(), &1.into()));
    assert_eq!(book["national"]["sums"]["EUR"], 40_000.0);
    assert_eq!(book["members"][0]["targets"][1], serde_json::json!({"target": "calls", "offered": 1, "promised": 3}));
    let proof = &book["offers"][0];
    assert_eq!((&proof["stage"], &proof["message_id"]), (&"won".into(), &"<digest.2026-W48.netanya.0011@example.org>".into()));
    assert_eq!(stage.get_as(&cookie, "/api/v1/targets?year=2025").await.json()["national"]["offered"], 0);
}

#[tokio::test]
async fn a_wrong_year_is_named_and_nobody_else_reads_the_book() {
    let stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    for (query, parameter) in
        [("year=soon", "year"), ("year=99", "year"), ("colour=red", "colour"), ("municipality=atlantis", "municipality")]
    {
        let answer = stage.get_as(&cookie, &format!("/api/v1/targets?{query}")).await;
        assert_eq!((answer.status, answer.kind()), (StatusCode::BAD_REQUEST, "application/problem+json"), "{query}");
        assert_eq!(answer.json()["parameter"], parameter);
    }
    assert_eq!(stage.get("/api/v1/targets").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_report_is_a_page_and_a_table_with_a_proof_in_each_line() {
    let stage = Stage::with(&records()).await;
    told(&stage).await;
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/targets?year=2026").await.body;
    assert!(page.contains("נתניה") && page.contains("class=\"short-of\">1/3"), "{page}");
    let table = stage.get_as(&cookie, "/staff/targets.csv?year=2026").await;
    assert!(table.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("targets-2026.csv"));
    let lines: Vec<&str> = table.body.lines().collect();
    assert_eq!(lines.len(), 3, "{}", table.body);
    assert!(lines[0].contains("שם הרשות") && lines[0].contains("אסמכתה"), "{}", lines[0]);
    let english = stage.get_as(&cookie, "/staff/targets.csv?year=2026&ui=en").await.body;
    assert!(english.lines().next().unwrap().contains("name_he"), "{english}");
    assert!(
        lines[1].contains("Urban climate resilience fund")
            && lines[1].contains(",grant,מענק,calls,קולות קוראים,digest,מכתב שבועי,"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with("<digest.2026-W48.netanya.0011@example.org>"), "{}", lines[1]);
}

#[tokio::test]
async fn gaps_are_told_with_their_reason_and_two_who_want_the_same_are_brought_together() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/gaps").await.body;
    assert!(page.contains("אין תיבת דואר") && page.contains("עדיין לא הוצע לה דבר") && page.contains("אקלים"), "{page}");
    said(&stage, "netanya", "en-climate", Purpose::Interested, None).await;
    assert!(!stage.get_as(&cookie, "/staff/gaps").await.body.contains("Urban climate"));
    said(&stage, "arad", "en-climate", Purpose::NeedPartner, None).await;
    said(&stage, "arad", "old", Purpose::Interested, None).await;
    said(&stage, "netanya", "old", Purpose::Interested, None).await;
    let page = stage.get_as(&cookie, "/staff/gaps").await.body;
    assert!(page.contains("Urban climate") && page.contains("מחפשים שותף") && !page.contains("prize of last year"), "{page}");
}

#[tokio::test]
async fn staff_write_the_weeks_opening_and_pin_only_what_can_be_shown() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let bad = stage.post_as(&cookie, "/staff/edition", "week=2026-W48&he=%D7%A9%D7%9C%D7%95%D7%9D&record=old").await;
    assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.body.contains("אין הזדמנות כזאת"), "{}", bad.body);
    assert_eq!(stage.store.opening("2026-W48").await.unwrap(), crate::store::Opening::default());
    let body = "week=2026-W48&he=%D7%A9%D7%9C%D7%95%D7%9D%0D%0A%E2%80%AE%3Cb%3E&record=http%3A%2F%2F127.0.0.1%2Fo%2Fen-climate%3Fui%3Den";
    assert_eq!(stage.post_as(&cookie, "/staff/edition", body).await.status, StatusCode::SEE_OTHER);
    let kept = stage.store.opening("2026-W48").await.unwrap();
    assert_eq!((kept.he.as_str(), kept.record.as_str()), ("שלום <b>", "en-climate"));
    let page = stage.get_as(&cookie, "/staff/edition?week=2026-W48").await.body;
    assert!(page.contains("Urban climate resilience fund") && page.contains("שלום &#60;b&#62;"), "{page}");
}

#[tokio::test]
async fn a_table_of_readers_is_laid_over_what_is_known_or_refused_whole() {
    let stage = Stage::with(&[]).await;
    let cookie = stage.log_in().await;
    let send = async |table: &str| {
        let body =
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{table}\r\n--x--\r\n");
        let request = super::form("/staff/municipalities", "")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        // `form` has said another type already; the last one would be a second header.
        let mut request = request.body(axum::body::Body::from(body)).unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, "multipart/form-data; boundary=x".parse().unwrap());
        super::Answer::of(stage.send(request).await).await
    };
    let bad = send("סמל,דוא\"ל\n7400,a@example.org\n7400,nobody\n").await;
    assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.body.contains("שורה 3, עמודה"), "{}", bad.body);
    assert!(stage.store.municipality("netanya").await.unwrap().unwrap().profile.get("contacts").is_none());
    let good = send("סמל,דוא\"ל\n7400,a@example.org\n").await;
    assert!(good.status == StatusCode::OK && good.body.contains("הקובץ נקלט: 1"), "{}", good.body);
    let profile = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    assert_eq!((&profile["contacts"][0]["email"], &profile["topics"]["youth"]), (&"a@example.org".into(), &3.into()));
    let table = stage.get_as(&cookie, "/staff/municipalities.csv").await.body;
    assert!(table.contains("netanya,7400,נתניה,Netanya,,city,המרכז,224066,,a@example.org"), "{table}");
}

#[tokio::test]
async fn one_municipality_has_a_page_with_its_readers_its_offers_and_their_answers_and_its_letters() {
    let mut settings = crate::settings::Settings::default();
    settings.digest.schedule = "0 8 * * Sun".into();
    let stage = Stage::with_settings(&records(), settings).await;
    let now = stage.state.clock.now();
    let profile = serde_json::json!({"topics": {"youth": 3}, "contacts": [
        {"email": "mayor@example.org", "name": "דנה", "consent": {"who": "דנה", "at": "2026-11-01T00:00:00Z", "how": "profile_form"}},
        {"email": "welfare@example.org", "topics": ["welfare"], "frequency": "urgent"},
        {"email": "gone@example.org"}]});
    stage.store.set_profile("netanya", &profile, now).await.unwrap();
    stage.store.act_keys_to_sign(now).await.unwrap();
    told(&stage).await;
    said(&stage, "netanya", "en-climate", Purpose::Won, Some(Sum { amount: 40_000.0, currency: "EUR".into() })).await;
    said(&stage, "netanya", "old", Purpose::NotForUs, None).await;
    stage.store.suppress("netanya", "gone@example.org", Why::Complained, now).await.unwrap();
    let bounce = Bounce {
        id: "b".into(),
        delivery: "digest.2026-W48.netanya.0011".into(),
        municipality: "netanya".into(),
        contact: "welfare@example.org".into(),
        kind: BounceKind::Soft,
        status: "4.2.2".into(),
        said: "<b>full".into(),
        at: now,
    };
    stage.store.note_bounce(&bounce, &[], now).await.unwrap();
    assert_eq!(stage.get("/staff/municipalities/netanya").await.status, StatusCode::UNAUTHORIZED);
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/municipalities/netanya").await.body;
    for part in [
        "<h1><bdi>נתניה</bdi></h1>",
        "עירייה · המרכז · 224,066 תושבים",
        "הסכמה: \u{2068}דנה\u{2069} · 1.11.2026 · בטופס תחומי העניין",
        "לא נרשמה הסכמה",
        "לא נשלחים מכתבים</span> סומן כדואר לא רצוי",
        "מכתב אחד חזר: 25.11.2026, 09:00 · תקלה זמנית · \u{2068}4.2.2 &#60;b&#62;full\u{2069}",
        "<dd class=\"short-of\">1/3</dd>",
        "25.11.2026<br><span class=\"soft\">מכתב שבועי</span>",
        "<strong>זכו</strong></td><td>זכינו · 25.11.2026 · ",
        "לא מתאים לנו · 25.11.2026",
        "29.11.2026, 08:00",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let copy = page.split("href=\"/letter/").nth(1).unwrap().split('"').next().unwrap();
    let grant = stage.store.act_keys().await.unwrap().verify(copy).unwrap();
    assert_eq!((grant.purpose, grant.delivery.as_str()), (Purpose::Read, "digest.2026-W48.netanya.0011"));
    assert_eq!(stage.get_as(&cookie, "/staff/municipalities/atlantis").await.status, StatusCode::NOT_FOUND);
    let table = stage.get_as(&cookie, "/staff/municipalities.csv?municipality=netanya").await;
    assert!(table.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("municipality-7400.csv"));
    assert_eq!(table.body.lines().count(), 4);
    for list in ["/staff/municipalities", "/staff/gaps", "/staff/targets", "/staff/said"] {
        let page = stage.get_as(&cookie, list).await.body;
        assert!(page.contains("href=\"/staff/municipalities/netanya\""), "{list}: {page}");
    }
}

#[tokio::test]
async fn staff_see_the_next_letter_while_the_daemon_runs_and_nothing_is_changed_by_it() {
    let stage = Stage::with(&records()).await;
    let path = "/staff/municipalities/netanya/letter";
    assert_eq!(stage.get(path).await.status, StatusCode::UNAUTHORIZED);
    let cookie = stage.log_in().await;
    let letter = stage.get_as(&cookie, path).await;
    assert!(letter.status == StatusCode::OK && letter.body.contains("נתניה"), "{}", letter.body);
    assert!(letter.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().ends_with("sandbox"));
    assert!(stage.store.deliveries(None).await.unwrap().is_empty());
    assert_eq!(stage.get_as(&cookie, "/staff/municipalities/atlantis/letter").await.status, StatusCode::NOT_FOUND);
}
