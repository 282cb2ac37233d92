use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use tower::ServiceExt as _;

use super::{Answer, Stage, at};
use crate::complaint::{Complaint, Kind};
use crate::web::{WebState, router};

/// Beside each other a source of letters, one of the web and one of people.
const ROADMAP: &str = r#"
[[source]]
slug = "letters"
name = { he = "מכתבים", en = "Letters" }
network = "embassy"
schedule = "0 6 * * sun"
active = true
language = ["en"]
zone = "Asia/Jerusalem"
[source.mail]
folder = "letters"

[[source]]
slug = "towns"
name = { he = "ערים", en = "Towns" }
network = "world"
schedule = "0 6 * * sun"
active = true
language = ["en"]
zone = "Asia/Jerusalem"
[source.feed]
url = "https://towns.example/feed"

[[source]]
slug = "attache"
name = { he = "נספח", en = "Attaché" }
network = "embassy"
language = ["en"]
zone = "Asia/Jerusalem"
[source.manual]
contact = "Ms Contact, 03-000"
"#;

#[tokio::test]
async fn what_is_wrong_with_the_offices_own_letters_and_settings_is_told_to_staff_only() {
    let stage = Stage::with(&[]).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("all.toml"), ROADMAP).unwrap();
    let sources = Arc::new(sources::roadmap::load(folder.path()).unwrap());
    let router = router(WebState { sources, ..stage.state.clone() });
    let cookie = stage.log_in().await;

    for (slug, complaints) in [
        (
            "letters",
            vec![
                (Kind::Letter, "bul.eml: letter: several calls (`SECRET music`)"),
                (Kind::File, "intake@x.example@imaps://mail.example/INBOX: mid:SECRET: the file `call.pdf` is broken"),
                (Kind::Unread, "item 1: SECRET"),
            ],
        ),
        ("towns", vec![(Kind::Setup, "the environment variable SECRET is empty"), (Kind::Unread, "item 1: has no title")]),
        ("attache", vec![]),
    ] {
        let mut run = stage.store.open_run(slug, at("2026-11-25T06:00:00Z")).await.unwrap();
        run.complaints = complaints.into_iter().map(|(kind, detail)| Complaint::new(kind, detail)).collect();
        stage.store.close_run(run, at("2026-11-25T06:01:00Z")).await.unwrap();
    }

    for path in ["/api/v1/sources", "/api/v1/sources/letters", "/api/v1/sources/towns", "/sources", "/sources?ui=en"] {
        let get = |cookie: &str| Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        let anyone = Answer::of(router.clone().oneshot(get("")).await.unwrap()).await.body;
        for hidden in ["SECRET", "bul.eml", "call.pdf", "intake@", "Ms Contact"] {
            assert!(!anyone.contains(hidden), "{path} tells {hidden}: {anyone}");
        }
        let staff = Answer::of(router.clone().oneshot(get(&cookie)).await.unwrap()).await.body;
        assert!(staff.contains("SECRET"), "{path}: {staff}");
        if !path.ends_with("letters") {
            assert!(anyone.contains("item 1: has no title"), "{path} tells what everyone can see: {anyone}");
        }
    }
}
