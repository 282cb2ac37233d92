//! Pages behind a letter's signed links that are no acts: the mayor's page and the form of interests.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::{Answer, Stage, record, records, until};
use crate::act::{Grant, Purpose};
use crate::store::NewDelivery;
use serde_json::json;

const LETTER: &str = "digest.2026-W48.netanya.0011";

async fn stage() -> Stage {
    let mut all = records();
    all.push(record(
        "hostile",
        json!({"title": "<script>alert(1)</script>", "summary": "\u{202E}<img src=x onerror=alert(1)>", "organiser": "<b>x</b>",
            "deadline": until("2027-03-15"), "url": "javascript:alert(1)"}),
    ));
    all.push(record("near", json!({"title": "Prize of the week", "deadline": until("2026-11-27")})));
    let stage = Stage::with(&all).await;
    let now = stage.state.clock.now();
    let letter = NewDelivery {
        id: LETTER.into(),
        municipality: "netanya".into(),
        week: "2026-W48".into(),
        contact: "mayor@example.org".into(),
        message_id: "<x@example.org>".into(),
        subject: "x".into(),
        message: b"x".to_vec(),
        items: Vec::new(),
        not_after: now,
    };
    stage.store.queue(&[letter], now).await.unwrap();
    let profile = json!({"topics": {"climate": 3}, "priorities_he": "פחות חום ברחובות", "countries": ["DE"],
        "contacts": [{"email": "mayor@example.org", "name": "דנה"}]});
    stage.store.set_profile("netanya", &profile, now).await.unwrap();
    stage
}

async fn address(stage: &Stage, purpose: Purpose, record: &str) -> String {
    let keys = stage.store.act_keys_to_sign(stage.state.clock.now()).await.unwrap();
    let token = keys.sign(&Grant { purpose, delivery: LETTER.into(), record: record.into() }).unwrap();
    format!("/{}/{token}", purpose.code())
}

async fn post(stage: &Stage, path: &str, body: &str) -> Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    Answer::of(stage.send(request.body(Body::from(body.to_owned())).unwrap()).await).await
}

#[tokio::test]
async fn the_mayors_page_says_what_is_asked_by_when_and_what_it_costs() {
    let stage = stage().await;
    let page = stage.get(&address(&stage, Purpose::Mayor, "en-climate").await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    for said in [
        "לראש הרשות – נתניה",
        "לאשר הגשת בקשה",
        "Urban climate resilience fund",
        "€250,000",
        "\u{2068}20%\u{2069} מהעלות – עד \u{2068}€62,500\u{2069}",
        "עוסק בתחום שסימנתם: אקלים",
        "פחות חום ברחובות",
        "החלטת ראש הרשות",
        "https://wa.me/?text=",
    ] {
        assert!(page.body.contains(said), "{said} in {}", page.body);
    }
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert!(!page.body.contains("mayor."), "a text is missing: {}", page.body);
}

#[tokio::test]
async fn the_mayors_page_asks_for_nothing_that_lies_in_the_past() {
    let stage = stage().await;
    let page = stage.get(&address(&stage, Purpose::Mayor, "near").await).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    for said in [">מיד<", "לא נותר זמן למליאה רגילה"] {
        assert!(page.body.contains(said), "{said} in {}", page.body);
    }
}

#[tokio::test]
async fn the_mayors_page_shows_what_came_from_the_web_as_text() {
    let stage = stage().await;
    let page = stage.get(&address(&stage, Purpose::Mayor, "hostile").await).await.body;
    assert!(page.contains("&#60;script&#62;alert(1)") && !page.contains("<script") && !page.contains("<img src=x"), "{page}");
    assert!(!page.contains("javascript:") && !page.contains('\u{202E}'), "{page}");
}

#[tokio::test]
async fn staff_get_the_mayors_page_for_any_municipality_by_its_name() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let asked = |who: &str| {
        format!(
            "/staff/mayor?{}",
            url::form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("municipality", who), ("record", "en-climate")])
                .finish()
        )
    };
    for who in ["netanya", "נתניה", "NETANYA"] {
        let page = stage.get_as(&cookie, &asked(who)).await;
        assert!(page.status == StatusCode::OK && page.body.contains("לראש הרשות – נתניה"), "{who}: {}", page.body);
    }
    assert_eq!(stage.get_as(&cookie, &asked("atlantis")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_link_of_another_purpose_opens_neither() {
    let stage = stage().await;
    for (purpose, way) in [
        (Purpose::Mayor, "profile"),
        (Purpose::Interested, "mayor"),
        (Purpose::Mayor, "act"),
        (Purpose::Profile, "act"),
        (Purpose::Unsubscribe, "profile"),
    ] {
        let own = address(&stage, purpose, "en-climate").await;
        let token = own.rsplit('/').next().unwrap();
        assert_eq!(stage.get(&format!("/{way}/{token}")).await.status, StatusCode::NOT_FOUND, "{purpose:?} as {way}");
    }
}

#[tokio::test]
async fn the_form_keeps_what_was_typed_with_the_consent_and_a_get_keeps_nothing() {
    let stage = stage().await;
    let path = address(&stage, Purpose::Profile, "").await;
    let before = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    for _ in 0..3 {
        let page = stage.get(&path).await.body;
        assert!(page.contains("value=\"climate\" checked") && page.contains("דנה") && !page.contains("profile."), "{page}");
    }
    assert_eq!(stage.store.municipality("netanya").await.unwrap().unwrap().profile, before);
    let body = "topic=youth&priority=youth&council=5&legal=1&treasurer=1&language=en&frequency=urgent&consent=1&name=Dana&twins=Bochum,DE";
    let page = post(&stage, &path, body).await;
    assert!(page.status == StatusCode::OK && page.body.contains("העדכון נשמר"), "{}", page.body);
    let after = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    assert_eq!((&after["topics"], &after["priorities_he"]), (&json!({"youth": 3}), &json!("")));
    let contact = &after["contacts"][0];
    assert_eq!(
        (&contact["language"], &contact["frequency"], &contact["consent"]["who"]),
        (&json!("en"), &json!("urgent"), &json!("Dana"))
    );
}

#[tokio::test]
async fn a_form_with_a_mistake_is_shown_again_and_nothing_is_kept() {
    let stage = stage().await;
    let path = address(&stage, Purpose::Profile, "").await;
    let before = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    let page =
        post(&stage, &path, "topic=youth&countries=Atlantis&council=5&legal=1&treasurer=1&language=en&frequency=weekly").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.body.contains("איננו מכירים את המדינה \u{2068}Atlantis\u{2069}") && page.body.contains("בלי הסכמה"),
        "{}",
        page.body
    );
    assert_eq!(stage.store.municipality("netanya").await.unwrap().unwrap().profile, before);
}

#[tokio::test]
async fn the_form_of_a_head_of_department_is_about_her_own_topics() {
    let stage = stage().await;
    let path = address(&stage, Purpose::Profile, "").await;
    let mut profile = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    profile["contacts"][0]["topics"] = json!(["climate"]);
    stage.store.set_profile("netanya", &profile, stage.state.clock.now()).await.unwrap();
    let page = stage.get(&path).await.body;
    assert!(page.contains("value=\"climate\" checked") && page.contains("נוגע לתיבה שלכם בלבד"), "{page}");
    assert!(!page.contains("name=\"countries\"") && !page.contains("name=\"council\""), "{page}");
    let page = post(&stage, &path, "topic=climate&topic=transport&language=he&frequency=weekly&consent=1&name=Dana").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let after = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    assert_eq!((&after["topics"], &after["contacts"][0]["topics"]), (&profile["topics"], &json!(["climate", "transport"])));
}

#[tokio::test]
async fn the_pages_behind_the_links_of_an_arabic_letter_speak_arabic_and_the_others_hebrew() {
    let stage = stage().await;
    let keys = stage.store.act_keys_to_sign(stage.state.clock.now()).await.unwrap();
    let token = |purpose, record: &str| keys.sign(&Grant { purpose, delivery: LETTER.into(), record: record.into() }).unwrap();
    for (path, said) in [
        (format!("/act/{}?ui=ar", token(Purpose::Interested, "he-youth")), "هل تهمّكم هذه الفرصة؟"),
        (format!("/mayor/{}?ui=ar", token(Purpose::Mayor, "he-youth")), "القرار المطلوب"),
        (format!("/profile/{}?ui=ar", token(Purpose::Profile, "")), "<option value=\"ar\">العربية</option>"),
    ] {
        let page = stage.get(&path).await;
        assert!(page.body.contains("lang=\"ar\" dir=\"rtl\"") && page.body.contains(said), "{said} in {}", page.body);
    }
    assert!(stage.get("/?ui=ar").await.body.contains("<html lang=\"he\""));
    let form = format!("/profile/{}", token(Purpose::Profile, ""));
    let body = "topic=climate&language=ar&frequency=weekly&consent=1&countries=DE%D8%8CFR";
    assert!(stage.send(Request::post(&form).body(Body::from(body)).unwrap()).await.status().is_success());
    let stored = stage.store.municipality("netanya").await.unwrap().unwrap().profile;
    assert_eq!((&stored["contacts"][0]["language"], &stored["countries"]), (&json!("ar"), &json!(["DE", "FR"])));
}

#[tokio::test]
async fn links_to_an_address_that_was_corrected_do_nothing_but_end_the_letters() {
    let stage = stage().await;
    let keys = stage.store.act_keys_to_sign(stage.state.clock.now()).await.unwrap();
    let token = |purpose, record: &str| keys.sign(&Grant { purpose, delivery: LETTER.into(), record: record.into() }).unwrap();
    let (form, mayor) =
        (format!("/profile/{}", token(Purpose::Profile, "")), format!("/mayor/{}", token(Purpose::Mayor, "he-youth")));
    assert_eq!(stage.get(&form).await.status, StatusCode::OK);

    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/municipalities/netanya").await;
    let edit = "/staff/municipalities/netanya/contact?mailbox=mayor%40example.org";
    assert!(page.body.contains(edit), "{}", page.body);
    let shown = stage.get_as(&cookie, edit).await;
    assert!(shown.body.contains("value=\"mayor@example.org\""), "{}", shown.body);
    let wrong = stage.post_as(&cookie, edit, "email=%D7%93%D7%A0%D7%94%40example.org&frequency=weekly").await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("אותיות שאינן לטיניות"), "{}", wrong.body);
    let saved =
        stage.post_as(&cookie, edit, "email=dana%40example.org&name=%D7%93%D7%A0%D7%94&frequency=urgent&topic=climate").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);

    assert_eq!(stage.get(&form).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(&mayor).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(&format!("/act/{}", token(Purpose::Interested, "he-youth"))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.get(&format!("/act/{}", token(Purpose::Unsubscribe, ""))).await.status, StatusCode::OK);
    let contact = &stage.store.municipality("netanya").await.unwrap().unwrap().profile["contacts"][0];
    assert_eq!((&contact["email"], &contact["topics"]), (&json!("dana@example.org"), &json!(["climate"])));
}
