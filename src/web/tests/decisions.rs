use axum::http::{StatusCode, header};
use serde_json::json;

use super::{Stage, record, records};
use crate::act::Purpose;
use crate::record::Review;
use crate::store::Act;

const PRIZE: &str = "Quiet Harbours Prize";
const UNTIL_MARCH: &str = "Towns can apply until 4 March 2027. The prize is worth EUR 20,000.";
const HOSTILE: &str = "<script>alert(1)</script>";

/// Two sources that tell of something alike: the finding that is asked about, and the record.
async fn question(stage: &Stage) -> (String, String) {
    let first = stage.told("embassy-canada", "prize", PRIZE, UNTIL_MARCH).await;
    let second = stage.told("city-network", "n7", PRIZE, "Towns of any size can apply.").await;
    assert_eq!(stage.store.proposals(10).await.unwrap().len(), 1);
    (second, first)
}

#[tokio::test]
async fn a_question_shows_both_records_and_joins_them_for_good() {
    let stage = Stage::with(&[]).await;
    let (finding, first) = question(&stage).await;
    let cookie = stage.log_in().await;
    let desk = stage.get_as(&cookie, "/staff").await.body;
    assert!(desk.contains("<a href=\"/staff/questions\"><strong>1</strong>"), "{desk}");
    let page = stage.get_as(&cookie, "/staff/questions").await.body;
    for shown in
        ["שגרירות קנדה", "רשת הערים", "4.3.2027", "https://city-network.example/n7", "אותה כותרת", "שני קולות קוראים שונים"]
    {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    let answer = stage.post_as(&cookie, "/staff/questions", format!("finding={finding}&record={first}&answer=same")).await;
    assert_eq!((answer.status, answer.headers[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/staff/questions"));
    let joined = stage.store.record(&first).await.unwrap().unwrap();
    assert_eq!(joined.sources.len(), 2);
    let page = stage.get_as(&cookie, &format!("/o/{first}")).await.body;
    assert!(page.contains("dana") && page.contains("<ins><bdi>רשת הערים</bdi></ins>"), "{page}");
    let again = stage.post_as(&cookie, "/staff/questions", format!("finding={finding}&record={first}&answer=apart")).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn two_calls_that_staff_keep_apart_are_asked_about_no_more() {
    let stage = Stage::with(&[]).await;
    let (finding, first) = question(&stage).await;
    let cookie = stage.log_in().await;
    stage.post_as(&cookie, "/staff/questions", format!("finding={finding}&record={first}&answer=apart")).await;
    assert_eq!(stage.store.proposals(10).await.unwrap(), []);
    let record = stage.store.record(&first).await.unwrap().unwrap();
    let last = record.history.last().unwrap();
    assert_eq!(
        (record.sources.len(), last.field.as_str(), &last.new, last.by.as_str()),
        (1, "apart", &finding.clone().into(), "dana")
    );
    assert_eq!(stage.store.record(&finding).await.unwrap().unwrap().history.last().unwrap().new, first);
}

#[tokio::test]
async fn nothing_is_joined_that_nobody_asked_about() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let answer = stage.post_as(&cookie, "/staff/questions", "finding=he-youth&record=en-climate&answer=same").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_source_that_was_joined_is_split_off_again() {
    let stage = Stage::with(&[]).await;
    let (finding, first) = question(&stage).await;
    let cookie = stage.log_in().await;
    stage.post_as(&cookie, "/staff/questions", format!("finding={finding}&record={first}&answer=same")).await;
    let path = format!("/staff/records/{first}");
    assert!(stage.get_as(&cookie, &path).await.body.contains("רשת הערים"));
    let lead = stage.post_as(&cookie, &format!("{path}/split"), format!("finding={first}")).await;
    assert_eq!(lead.status, StatusCode::NOT_FOUND, "a record keeps the source that it began with");
    let answer = stage.post_as(&cookie, &format!("{path}/split"), format!("finding={finding}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let own = stage.store.record(&finding).await.unwrap().unwrap();
    assert_eq!((own.review, own.sources.len()), (Review::Approved, 1));
    let history = stage.store.record(&first).await.unwrap().unwrap().history;
    assert_eq!(history.last().map(|change| (change.field.as_str(), change.by.as_str())), Some(("sources", "dana")));
}

#[tokio::test]
async fn a_change_that_waits_is_shown_beside_what_stands_and_let_in_or_left() {
    let stage = Stage::with(&[]).await;
    let id = stage.told("embassy-canada", "prize", PRIZE, UNTIL_MARCH).await;
    stage.store.set_review(&id, Review::Approved, "dana", stage.state.clock.now()).await.unwrap();
    let cookie = stage.log_in().await;
    let path = format!("/staff/changes/{id}");
    for (title, answer, kept) in
        [("Loud Harbours Prize", "dismiss", PRIZE), ("Silent Harbours Prize", "accept", "Silent Harbours Prize")]
    {
        stage.told("embassy-canada", "prize", title, UNTIL_MARCH).await;
        let page = stage.get_as(&cookie, "/staff/changes").await.body;
        assert!(
            page.contains(&format!("<bdi dir=\"auto\">{PRIZE}</bdi>"))
                && page.contains(&format!("<bdi dir=\"auto\">{title}</bdi>")),
            "{page}"
        );
        assert_eq!(stage.post_as(&cookie, &path, format!("answer={answer}&finding={id}")).await.status, StatusCode::SEE_OTHER);
        let record = stage.store.record(&id).await.unwrap().unwrap();
        assert_eq!(record.opportunity.title, kept);
    }
    let record = stage.store.record(&id).await.unwrap().unwrap();
    for field in ["dismissed", "title"] {
        assert!(record.history.iter().any(|change| change.field == field && change.by == "dana"), "{field}");
    }
    assert_eq!(stage.post_as(&cookie, &path, format!("answer=accept&finding={id}")).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_was_judged_no_call_is_listed_with_its_reasons_and_can_be_adopted() {
    let stage = Stage::with(&[]).await;
    let title = format!("Winners announced: obituary of the mayor {HOSTILE}");
    let id = stage.told("city-network", "news", &title, "The winners were announced yesterday.").await;
    assert_eq!(stage.store.record(&id).await.unwrap(), None);
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/aside").await.body;
    assert!(page.contains("Winners announced") && page.contains("הודעה על זוכים") && page.contains("זה כן קול קורא"), "{page}");
    assert!(!page.contains(HOSTILE), "{page}");
    let answer = stage.post_as(&cookie, &format!("/staff/aside/{id}/adopt"), "").await;
    assert_eq!(answer.headers[header::LOCATION].to_str().unwrap(), format!("/o/{id}"));
    let record = stage.store.record(&id).await.unwrap().unwrap();
    assert_eq!(record.history.last().map(|change| (change.field.as_str(), change.by.as_str())), Some(("adopted", "dana")));
    assert_eq!(stage.post_as(&cookie, &format!("/staff/aside/{id}/adopt"), "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_corrected_field_is_locked_stands_in_the_history_and_can_be_given_back() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let path = "/staff/records/en-climate";
    let day = "field=deadline&deadline_kind=fixed&day=2027-04-01&time=17%3A00&zone=Europe%2FBrussels";
    assert_eq!(stage.post_as(&cookie, &format!("{path}/edit"), day).await.status, StatusCode::SEE_OTHER);
    let record = stage.store.record("en-climate").await.unwrap().unwrap();
    assert_eq!(record.opportunity.deadline.stages[0].date.to_string(), "2027-04-01");
    assert_eq!(stage.store.record("en-climate").await.unwrap().unwrap().locked, ["deadline"]);
    let page = stage.get_as(&cookie, "/o/en-climate").await.body;
    assert!(page.contains("dana") && page.contains("15.3.2027") && page.contains("1.4.2027"), "{page}");
    assert!(stage.get_as(&cookie, path).await.body.contains("נעול בידי הצוות"));
    assert_eq!(stage.post_as(&cookie, &format!("{path}/unlock"), "field=deadline").await.status, StatusCode::SEE_OTHER);
    assert!(stage.store.record("en-climate").await.unwrap().unwrap().locked.is_empty());
    assert_eq!(stage.post_as(&cookie, &format!("{path}/unlock"), "field=deadline").await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_mistake_stands_beside_its_field_and_what_was_typed_is_kept() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    let before = stage.store.last_change().await.unwrap();
    let typed = "field=amount&max=%3Cscript%3Elots&currency=EUR";
    let answer = stage.post_as(&cookie, "/staff/records/en-climate/edit", typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("aria-describedby=\"mistake-amount-max\"") && answer.body.contains("id=\"mistake-amount-max\""));
    assert!(answer.body.contains("lots\"") && !answer.body.contains("<script>"), "{}", answer.body);
    assert_eq!(stage.store.last_change().await.unwrap(), before);
    let evidence = stage.post_as(&cookie, "/staff/records/en-climate/edit", "field=evidence&value=x").await;
    assert_eq!(evidence.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_municipalities_said_is_listed_and_escaped() {
    let hostile = record("hostile", json!({ "title": HOSTILE }));
    let stage = Stage::with(&[hostile]).await;
    let said = Act {
        municipality: "netanya".into(),
        record: "hostile".into(),
        act: Purpose::AskOffice,
        note: format!("Who signs? {HOSTILE}"),
        delivery: "d1".into(),
        contact: String::new(),
        number: 0,
        at: stage.state.clock.now(),
        sum: None,
    };
    stage.store.act(&said, said.at).await.unwrap();
    let cookie = stage.log_in().await;
    let page = stage.get_as(&cookie, "/staff/said").await.body;
    assert!(page.contains("נתניה") && page.contains("שאלה למינהל") && page.contains("Who signs?"), "{page}");
    for path in ["/staff/said", "/staff/records/hostile"] {
        assert!(!stage.get_as(&cookie, path).await.body.contains("<script>"), "{path}");
    }
}

#[tokio::test]
async fn looking_at_what_waits_decides_nothing() {
    let stage = Stage::with(&records()).await;
    let (_, first) = question(&stage).await;
    stage.told("embassy-canada", "prize", "Another title", UNTIL_MARCH).await;
    let cookie = stage.log_in().await;
    let (before, waits) = (stage.store.last_change().await.unwrap(), stage.store.waiting().await.unwrap());
    for path in
        ["/staff", "/staff/questions", "/staff/changes", "/staff/aside", "/staff/said", &format!("/staff/records/{first}")]
    {
        assert_eq!(stage.get_as(&cookie, path).await.status, StatusCode::OK, "{path}");
        let english = stage.get_as(&cookie, &format!("{path}?ui=en")).await.body;
        assert!(!english.contains(">web."), "{path}: {english}");
    }
    assert_eq!((stage.store.last_change().await.unwrap(), stage.store.waiting().await.unwrap()), (before, waits));
}
