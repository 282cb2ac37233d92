use serde_json::json;

use super::{Stage, record, records, until};

#[tokio::test]
async fn the_page_is_hebrew_from_right_to_left_unless_english_is_asked_for() {
    let stage = Stage::with(&records()).await;
    assert!(stage.get("/").await.body.starts_with("<!doctype html>\n<html lang=\"he\" dir=\"rtl\">"));
    assert!(stage.get("/?ui=en").await.body.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
}

#[tokio::test]
async fn a_hebrew_search_reads_like_this() {
    let stage = Stage::with(&records()).await;
    let page = stage.get("/?q=%D7%A0%D7%95%D7%A2%D7%A8").await;
    assert_eq!(page.status.as_u16(), 200);
    insta::assert_snapshot!("hebrew_search", without_hash(&page.body));
}

#[tokio::test]
async fn a_record_reads_like_this() {
    let stage = Stage::with(&records()).await;
    insta::assert_snapshot!("record", without_hash(&stage.get("/o/he-youth").await.body));
}

#[tokio::test]
async fn every_page_renders_in_both_languages_with_every_text_there() {
    let stage = Stage::with(&records()).await;
    let cookie = stage.log_in().await;
    for path in [
        "/",
        "/?q=nothing-has-this-word",
        "/?kind=grant&deadline_to=2026-12-25&status=any",
        "/o/en-climate",
        "/sources",
        "/login",
        "/staff",
        "/staff/targets",
        "/staff/gaps",
        "/staff/edition",
        "/staff/municipalities",
        "/lost",
        "/?x=1",
    ] {
        for ui in ["he", "en"] {
            let joint = if path.contains('?') { '&' } else { '?' };
            let page = stage.get_as(&cookie, &format!("{path}{joint}ui={ui}")).await;
            assert!(page.kind().starts_with("text/html") && page.body.trim_end().ends_with("</html>"), "{path} {ui}");
            assert!(!page.body.contains("web."), "{path} {ui}: a text is missing: {}", around(&page.body, "web."));
            assert!(
                !page.body.contains(" style=") && !foreign_script(&page.body) && !page.body.contains(" onclick"),
                "{path} {ui}"
            );
        }
    }
}

#[tokio::test]
async fn what_others_hang_on_to_a_link_asks_nothing() {
    let stage = Stage::with(&[]).await;
    assert_eq!(stage.get("/?q=water&fbclid=abc&utm_source=mail").await.status.as_u16(), 200);
    assert_eq!(stage.get("/api/v1/opportunities?fbclid=abc").await.status.as_u16(), 400);
}

#[tokio::test]
async fn a_wrong_parameter_gives_a_page_with_a_way_out() {
    let stage = Stage::with(&[]).await;
    let page = stage.get("/?colour=red").await;
    assert_eq!((page.status.as_u16(), page.kind()), (400, "text/html; charset=utf-8"));
    assert!(page.body.contains("colour: there is no such parameter") && page.body.contains("href=\"/\""), "{}", page.body);
}

#[tokio::test]
async fn nothing_from_the_web_runs_or_leads_astray() {
    let evil = "\"><img src=x onerror=alert(1)><script>alert(2)</script>\u{202E}";
    let stage = Stage::with(&[record("evil", json!({
        "title": evil, "summary": evil, "organiser": evil, "programme": evil, "lang": "\"onmouseover=alert(3) x", "url": "javascript:alert(4)",
        "topics": [evil], "countries": [evil], "event": {"start": null, "end": null, "place": evil, "online": null}, "text": evil,
        "evidence": {"kind": {"quote": evil, "rule": evil}},
        "sources": [{"slug": evil, "url": "javascript:alert(5)", "first_seen": "2026-11-20T06:00:00Z", "last_seen": "2026-11-25T06:00:00Z"}]
    }))]).await;
    for path in ["/", "/?q=alert", "/o/evil", "/?ui=en&q=%22%3E%3Cscript%3E"] {
        let body = stage.get(path).await.body;
        assert!(!body.contains("<img src=x") && !foreign_script(&body) && !body.contains("\"onmouseover"), "{path}: {body}");
        assert!(!body.contains("href=\"javascript:") && !body.contains('\u{202E}'), "{path}");
    }
}

#[tokio::test]
async fn an_eligibility_that_nobody_knows_never_reads_as_a_yes() {
    let stage = Stage::with(&[record("r", json!({"deadline": until("2027-01-01")}))]).await;
    let page = stage.get("/").await.body;
    assert!(page.contains("הזכאות לא צוינה – יש לבדוק") && !page.contains("class=\"fact verdict yes\""), "{page}");
}

#[tokio::test]
async fn the_style_sheet_may_be_kept_for_ever_because_its_name_changes_with_it() {
    let stage = Stage::with(&[]).await;
    let page = stage.get("/").await.body;
    let name = page.split("/assets/style.").nth(1).unwrap().split('"').next().unwrap();
    let sheet = stage.get(&format!("/assets/style.{name}")).await;
    assert_eq!(sheet.kind(), "text/css; charset=utf-8");
    assert!(sheet.headers["cache-control"].to_str().unwrap().contains("immutable"));
    for wrong in ["/assets/style.css", "/assets/..%2FCargo.toml", "/assets/%2e%2e/%2e%2e/etc/passwd"] {
        assert_eq!(stage.get(wrong).await.status.as_u16(), 404, "{wrong}");
    }
}

/// Any script but the one file of ours.
fn foreign_script(body: &str) -> bool {
    body.replace("<script src=\"/assets/suggest.", "").contains("<script")
}

fn around<'a>(body: &'a str, what: &str) -> &'a str {
    let at = body.find(what).unwrap_or_default();
    body.get(at..at + 80).unwrap_or_default()
}

/// The page with its hashes taken out of the names of our files.
fn without_hash(body: &str) -> String {
    let mut body = body.to_owned();
    for (stem, ending) in [("/assets/style.", ".css"), ("/assets/suggest.", ".js")] {
        if let Some(from) = body.find(stem)
            && let Some(length) = body[from..].find(ending)
        {
            body.replace_range(from..from + length, &format!("{stem}HASH"));
        }
    }
    body
}

#[tokio::test]
async fn a_slip_of_the_pen_leads_to_the_question_that_was_meant() {
    let stage = Stage::with(&records()).await;
    let page = stage.get("/?q=resiliense&ui=en&kind=grant").await.body;
    assert!(
        page.contains("showing results for:  <a href=\"/?q=resilience&#38;kind=grant&#38;ui=en\"><bdi>resilience</bdi></a>"),
        "{page}"
    );
}

#[tokio::test]
async fn the_field_suggests_topics_without_a_script_and_its_script_is_ours() {
    let stage = Stage::with(&records()).await;
    let page = stage.get("/").await.body;
    assert!(page.contains("list=\"suggestions\"") && page.contains("<option value=\"אקלים\">"), "{page}");
    let name = page.split("<script src=\"").nth(1).unwrap().split('"').next().unwrap();
    let script = stage.get(name).await;
    assert_eq!((script.status.as_u16(), script.kind()), (200, "text/javascript; charset=utf-8"));
}

#[tokio::test]
async fn a_search_can_be_followed_and_a_calls_dates_go_into_a_calendar() {
    let stage = Stage::with(&records()).await;
    let page = stage.get("/?q=climate&status=any&page_size=1&page=2").await.body;
    for path in ["/feed.atom", "/feed.json", "/calendar.ics"] {
        let href = format!("href=\"{path}?q=climate&#38;status=any\"");
        assert_eq!(page.matches(&href).count(), 2, "{href} {page}");
    }
    assert!(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\""), "{page}");
    let page = stage.get("/o/en-climate").await.body;
    assert!(page.contains("href=\"/o/en-climate/calendar.ics\"") && page.contains("href=\"/feed.atom\""), "{page}");
    let dates = stage.get("/o/en-climate/calendar.ics").await;
    assert_eq!((dates.status.as_u16(), dates.kind()), (200, "text/calendar; charset=utf-8"));
    assert!(dates.body.contains("UID:en-climate-1@kolkore"), "{}", dates.body);
    let hidden = stage.get("/o/waiting/calendar.ics").await;
    assert_eq!((hidden.status.as_u16(), hidden.kind()), (404, "application/problem+json"));
    assert!(!stage.get("/o/en-climate?ui=en").await.body.contains("web.follow"));
}

#[tokio::test]
async fn the_page_explains_what_can_be_typed_in_both_languages() {
    let stage = Stage::with(&[]).await;
    for (path, heading) in [("/", "איך מחפשים"), ("/?ui=en", "How to search")] {
        let page = stage.get(path).await.body;
        assert!(page.contains(&format!("<summary>{heading}</summary>")) && page.contains("deadline:&#60;30d"), "{page}");
        assert!(!page.contains("web.help") && !page.contains("help."), "{page}");
    }
}

#[tokio::test]
async fn the_count_of_the_coming_days_is_what_its_link_finds() {
    let on = |id: &str, day: &str| record(id, json!({ "deadline": until(day) }));
    let stage =
        Stage::with(&[on("soon", "2026-11-28"), on("later", "2026-12-20"), on("over", "2026-01-15"), on("old", "2025-06-01")])
            .await;
    let today = stage.state.clock.today();
    let week = today.checked_add_days(chrono::Days::new(7)).unwrap();
    let page = stage.get("/?status=any").await.body;
    let question = format!("status=any&deadline_from={today}&deadline_to={week}");
    assert!(page.contains(&question.replace('&', "&#38;")), "{page}");
    let chosen = stage.get(&format!("/?{question}")).await.body;
    assert!(!chosen.contains("name=\"deadline_from\""), "the form that shows the days has their beginning: {chosen}");
    let answer = stage.get(&format!("/api/v1/opportunities?{question}&facets=deadline")).await.json();
    assert_eq!(answer["total"], 1);
    assert!(answer["facets"]["deadline"].as_array().unwrap().contains(&json!({ "value": "7", "count": 1 })), "{answer}");
}

#[tokio::test]
async fn a_page_beyond_the_last_leads_back_to_the_last() {
    let stage = Stage::with(&records()).await;
    let page = stage.get("/?status=any&page=999").await.body;
    assert!(page.contains("page=1\"") || page.contains("href=\"/?status=any\""), "{page}");
    assert!(!page.contains("page=998"), "{page}");
}

#[tokio::test]
async fn what_is_off_has_no_days_left_on_its_page_and_in_a_list() {
    let off = |id: &str, status: &str| record(id, json!({"status": status, "deadline": until("2026-12-02")}));
    let stage = Stage::with(&[off("live", "open"), off("withdrawn", "withdrawn"), off("closed", "closed")]).await;
    for (id, state) in [("withdrawn", "Withdrawn"), ("closed", "Closed")] {
        for path in [format!("/o/{id}?ui=en"), format!("/?ui=en&status={id}")] {
            let page = stage.get(&path).await.body;
            assert!(page.contains(state) && !page.contains("days left") && !page.contains("deadline urgent"), "{path} {page}");
        }
    }
    let page = stage.get("/o/live?ui=en").await.body;
    assert!(page.contains("days left") && page.contains("deadline urgent"), "{page}");
}

#[tokio::test]
async fn values_of_fields_are_written_as_people_call_them_and_an_unknown_one_is_told_what_its_field_takes() {
    let stage = Stage::with(&records()).await;
    for typed in ["country%3AFrance", "country%3A%D7%A6%D7%A8%D7%A4%D7%AA", "country%3Afr"] {
        let page = stage.get(&format!("/?ui=en&q={typed}")).await.body;
        assert!(page.contains("No opportunity has country:FR"), "{typed} {page}");
    }
    for (typed, instead) in
        [("kind%3Anosuch", "kind:מענק"), ("eligible%3Amaybe", "eligible:"), ("lang%3Aklingon", "lang:English")]
    {
        let page = stage.get(&format!("/?ui=en&q={typed}")).await.body;
        assert!(page.contains("What can be written") && page.contains(instead), "{typed} {page}");
    }
    let page = stage.get("/?ui=en&q=source%3Anobody").await.body;
    assert!(page.contains("No opportunity has source:nobody") && !page.contains("kind:מענק"), "{page}");
    assert!(stage.get("/?ui=en&q=foo%3Abar").await.body.contains("There is no field foo:"));
}

#[tokio::test]
async fn a_wrong_parameter_is_told_in_the_readers_language() {
    let stage = Stage::with(&records()).await;
    for (wrong, he, en) in [
        ("lang=zzz", "שפה (lang)", "A language (lang)"),
        ("sort=odd", "הסדר (sort)", "The order (sort)"),
        ("bogus=1", "הפרט bogus", "bogus is not known here"),
    ] {
        for (ui, told) in [("he", he), ("en", en)] {
            let page = stage.get(&format!("/?{wrong}&ui={ui}")).await;
            assert_eq!(page.status.as_u16(), 400, "{wrong}");
            assert!(page.body.contains(told), "{wrong} {}", page.body);
        }
    }
    assert_eq!(stage.get("/?lang=nl").await.status.as_u16(), 200);
}
