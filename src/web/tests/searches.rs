//! Saved searches as their owners see and change them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::{Answer, HASH, PASSWORD, Stage, form, login, records};
use crate::act::{Grant, Purpose};
use crate::settings::Settings;
use crate::store::{HowOften, NewDelivery, Role, SavedSearch, User};

async fn stage() -> Stage {
    let mut settings = Settings::default();
    settings.staff.mail_to = "desk@example.org, second@example.org".into();
    let stage = Stage::with_settings(&records(), settings).await;
    let amir = User { name: "amir".into(), role: Role::Editor, password: HASH.clone() };
    stage.store.put_user(&amir, stage.state.clock.now()).await.unwrap();
    stage
}

async fn saved(stage: &Stage, cookie: &str) -> SavedSearch {
    let body = "name=%D7%90%D7%A7%D7%9C%D7%99%D7%9D&query=page%3D2%26q%3Dclimate%2Bdeadline%253A%253C30d%26facets%3Dkind";
    let answer = stage.post_as(cookie, "/staff/searches", body).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    stage.store.searches_of("dana").await.unwrap().remove(0)
}

async fn of_amir(stage: &Stage) -> String {
    let answer = Answer::of(stage.send(login("amir", PASSWORD)).await).await;
    answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_present_question_is_saved_in_its_one_form_and_listed_with_what_it_finds() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/?q=climate&kind=grant").await.body;
    assert!(page.contains("action=\"/staff/searches\"") && page.contains("value=\"q=climate&#38;kind=grant\""), "{page}");
    assert!(!stage.get("/?q=climate").await.body.contains("/staff/searches"), "staff alone save");

    let search = saved(&stage, &cookie).await;
    assert_eq!(search.query, "q=climate+deadline%3A%3C30d", "relative, on its first page, without facets");
    let list = stage.get_as(&cookie, "/staff/searches").await.body;
    for shown in ["אקלים", "/?q=climate+deadline%3A%3C30d", "עדיין לא נשלחה הודעה", "desk@example.org"] {
        assert!(list.contains(shown), "{shown} in {list}");
    }
    assert!(stage.get_as(&cookie, "/staff/searches?ui=en").await.body.contains("My saved searches"));
}

#[tokio::test]
async fn what_cannot_be_asked_is_not_saved_and_the_parameter_is_named() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    for (query, named) in [("colour%3Dred", "colour"), ("topic%3Dnonsense", "topic"), ("deadline_to%3Dtomorrow", "deadline_to")] {
        let answer = stage.post_as(&cookie, "/staff/searches", format!("name=x&query={query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(answer.body.contains(named), "{}", answer.body);
    }
    let long = "x".repeat(81);
    for (name, said) in [("", "יש לכתוב שם"), ("%0A", "יש לכתוב שם"), (long.as_str(), "השם ארוך מדי")]
    {
        let answer = stage.post_as(&cookie, "/staff/searches", format!("name={name}&query=q%3Dclimate")).await;
        assert!(answer.status == StatusCode::BAD_REQUEST && answer.body.contains(said), "{}", answer.body);
    }
    assert!(stage.store.searches_of("dana").await.unwrap().is_empty());
}

#[tokio::test]
async fn a_search_is_renamed_watched_and_deleted_by_its_owner() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let search = saved(&stage, &cookie).await;
    let path = |what: &str| format!("/staff/searches/{}/{what}", search.id);
    stage.post_as(&cookie, &path("rename"), "name=Heat").await;
    let wrong = stage.post_as(&cookie, &path("watch"), "how_often=daily&contact=elsewhere%40example.org&language=he").await;
    assert!(wrong.status == StatusCode::BAD_REQUEST && wrong.body.contains("אחת מתיבות הצוות"), "{}", wrong.body);
    let set = stage.post_as(&cookie, &path("watch"), "how_often=daily&contact=second%40example.org&language=en").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    let kept = stage.store.search(&search.id).await.unwrap().unwrap();
    assert_eq!((kept.name.as_str(), kept.how_often, kept.language.as_str()), ("Heat", HowOften::Daily, "en"));
    assert_eq!((kept.contact.as_str(), kept.looked_to), ("second@example.org", stage.state.finder.index.last_change()));
    let list = stage.get_as(&cookie, "/staff/searches").await.body;
    assert!(list.contains("<option value=\"daily\" selected>"), "{list}");
    stage.post_as(&cookie, &path("delete"), "").await;
    assert!(stage.store.searches_of("dana").await.unwrap().is_empty());
}

#[tokio::test]
async fn another_users_searches_are_neither_shown_nor_changed() {
    let stage = stage().await;
    let dana = stage.log_in().await;
    let search = saved(&stage, &dana).await;
    let amir = of_amir(&stage).await;
    assert!(!stage.get_as(&amir, "/staff/searches").await.body.contains("אקלים"));
    for (what, body) in [("rename", "name=mine"), ("watch", "how_often=daily&contact=desk%40example.org"), ("delete", "")] {
        let answer = stage.post_as(&amir, &format!("/staff/searches/{}/{what}", search.id), body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
    }
    assert_eq!(stage.store.search(&search.id).await.unwrap(), Some(search));
}

#[tokio::test]
async fn a_form_of_another_site_and_a_get_change_nothing() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let search = saved(&stage, &cookie).await;
    let path = format!("/staff/searches/{}/delete", search.id);
    assert_eq!(stage.get_as(&cookie, &path).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let foreign = Request::post(&path).header(header::HOST, "127.0.0.1:8080").header(header::ORIGIN, "https://evil.example");
    let foreign = foreign.header(header::COOKIE, &cookie).body(Body::empty()).unwrap();
    assert_eq!(stage.send(foreign).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(stage.store.search(&search.id).await.unwrap(), Some(search));
}

#[tokio::test]
async fn a_search_that_no_longer_reads_is_shown_as_such() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let now = stage.state.clock.now();
    stage.store.save_search(&SavedSearch::new("dana", "gone", "source=removed-source", now), now).await.unwrap();
    let list = stage.get_as(&cookie, "/staff/searches").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains("אי אפשר עוד לקרוא את החיפוש") && list.body.contains("removed-source"), "{}", list.body);
}

#[tokio::test]
async fn the_link_of_a_mail_asks_on_a_get_and_ends_the_watch_on_a_post_and_is_good_for_nothing_else() {
    let stage = stage().await;
    let cookie = stage.log_in().await;
    let search = saved(&stage, &cookie).await;
    let now = stage.state.clock.now();
    let set = "how_often=at_once&contact=desk%40example.org&language=he";
    stage.post_as(&cookie, &format!("/staff/searches/{}/watch", search.id), set).await;
    let mail = NewDelivery {
        id: "search.news.1".into(),
        municipality: search.reader(),
        week: "2026-W48".into(),
        contact: "desk@example.org".into(),
        message_id: "<search.news.1@example.org>".into(),
        subject: "x".into(),
        message: b"x".to_vec(),
        items: Vec::new(),
        not_after: now,
    };
    stage.store.queue(std::slice::from_ref(&mail), now).await.unwrap();
    let keys = stage.store.act_keys_to_sign(now).await.unwrap();
    let token = |purpose| keys.sign(&Grant { purpose, delivery: mail.id.clone(), record: String::new() }).unwrap();
    let how_often = async || stage.store.search(&search.id).await.unwrap().unwrap().how_often;

    let path = format!("/unwatch/{}", token(Purpose::Unwatch));
    assert!(stage.get(&path).await.body.contains("להפסיק את ההודעות"));
    for wrong in [format!("/unwatch/{}", token(Purpose::Unsubscribe)), format!("/act/{}", token(Purpose::Unwatch))] {
        let answer = Answer::of(stage.send(form(&wrong, "").body(Body::empty()).unwrap()).await).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(how_often().await, HowOften::AtOnce);
    let one_click = Request::post(&path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let one_click = one_click.body(Body::from("List-Unsubscribe=One-Click")).unwrap();
    let answer = Answer::of(stage.send(one_click).await).await;
    assert!(answer.status == StatusCode::OK && answer.body.contains("לא יישלחו עוד הודעות"), "{}", answer.body);
    assert_eq!(how_often().await, HowOften::None);
}
