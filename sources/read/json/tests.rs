use super::*;
use crate::finding::field;
use crate::page::Body;
use crate::read::tests::{page, source, today};
use crate::read::{first_requests, read};

const ENTRY: &str = r#"
    slug = "ministry"
    name = { he = "משרד", en = "Ministry" }
    network = "il"
    language = ["he"]
    floor = 1
    [source.json]
    url = "https://api.example/list?page={page}&size=2"
    items = "$.results[*]"
    title = "$.title"
    link = "$.path"
    link_base = "https://www.example.org/he/"
    text = "$.body"
    total = "$.total"
    fields = { deadline = "$.tags['תאריך אחרון'][0].title", topics = "$.topics", id = "$.number" }
    paging = { first = 1, size = 2 }
    [source.json.headers]
    x-client = "kolkore"
"#;

const POST: &str = r#"
    slug = "grants"
    name = { he = "מענקים", en = "Grants" }
    network = "us"
    language = ["en"]
    [source.json]
    url = "https://api.example/search2"
    body = '{"rows":2,"start":{offset}}'
    items = "$.hits[*]"
    key = "$.id"
    title = "$.title"
    link_template = "https://www.example.org/detail/{key}"
    paging = { size = 2 }
"#;

fn answer(entry: &str, body: &str) -> Reading {
    let source = source(entry);
    let request = first_requests(&source, today()).pop().unwrap();
    read(&source, &request, &page(request.url.as_str(), "application/json", body))
}

#[test]
fn items_are_read_by_paths_and_a_broken_one_costs_only_itself() {
    let reading = answer(
        ENTRY,
        r#"{"total": 9, "results": [
            {"title": "קול קורא &ndash; <b>נוער</b>", "path": "calls/7?utm_medium=x", "body": "<p onclick=x>ראו <a href='/f'>כאן</a></p>",
             "tags": {"תאריך אחרון": [{"title": "15.04.2027"}]}, "topics": ["a", "", "b"], "number": 4007},
            {"title": null, "path": "calls/8"}, {"title": "x", "path": "javascript:alert(1)"}, {"title": "x"}, 5]}"#,
    );
    let [found] = reading.found.as_slice() else { panic!("{:?}", reading.found) };
    let finding = &found.finding;
    assert_eq!(
        (finding.title.as_str(), finding.url.as_str()),
        ("קול קורא – נוער", "https://www.example.org/he/calls/7?utm_medium=x")
    );
    assert_eq!(finding.key, "https://example.org/he/calls/7");
    assert_eq!(finding.html.as_deref(), Some("<p onclick=\"x\">ראו <a href=\"https://www.example.org/f\">כאן</a></p>"));
    assert_eq!(finding.field(field::DEADLINE), Some("15.04.2027"));
    assert_eq!((finding.values("topics").collect::<Vec<_>>(), finding.field("id")), (vec!["a", "b"], Some("4007")));
    let places: Vec<&str> = reading.complaints.iter().map(|complaint| complaint.place.as_str()).collect();
    assert_eq!(places, ["item 2, title", "item 3, link", "item 4, link", "item 5, title"]);
}

#[test]
fn pages_are_counted_until_the_total_or_a_short_page() {
    let two = r#"{"title": "a", "path": "1"}, {"title": "b", "path": "2"}"#;
    let next = answer(ENTRY, &format!(r#"{{"total": 5, "results": [{two}]}}"#)).next.unwrap();
    assert_eq!(next.url.as_str(), "https://api.example/list?page=2&size=2");
    assert_eq!(next.headers, [("x-client".to_owned(), "kolkore".to_owned())]);
    assert_eq!(answer(ENTRY, &format!(r#"{{"total": 2, "results": [{two}]}}"#)).next, None);
    assert_eq!(answer(ENTRY, r#"{"total": 1, "results": [{"title": "a", "path": "1"}]}"#).next, None);
    assert_eq!(answer(ENTRY, r#"{"results": [{"title": "a", "path": "1"}]}"#).next, None);
}

#[test]
fn a_server_that_gives_fewer_at_a_time_than_it_was_asked_for_is_asked_until_its_total() {
    let next = answer(ENTRY, r#"{"total": 5, "results": [{"title": "a", "path": "1"}]}"#).next.unwrap();
    assert_eq!(next.url.as_str(), "https://api.example/list?page=2&size=2");
    let entry = POST.replace("paging =", "total = \"$.total\"\n    paging =");
    let next = answer(&entry, r#"{"total": 5, "hits": [{"id": 7, "title": "a"}]}"#).next.unwrap();
    assert_eq!(next.body, Some(Body::Json(r#"{"rows":2,"start":1}"#.to_owned())));
}

#[test]
fn an_offset_in_a_posted_body_steps_by_what_came() {
    let source = source(POST);
    let mut request = first_requests(&source, today()).pop().unwrap();
    let hits = r#"{"hits": [{"id": 7, "title": "a"}, {"id": "x y", "title": "b"}]}"#;
    for start in [0, 2, 4] {
        assert_eq!(request.body, Some(Body::Json(format!(r#"{{"rows":2,"start":{start}}}"#))));
        let reading = read(&source, &request, &page(request.url.as_str(), "", hits));
        let urls: Vec<&str> = reading.found.iter().map(|found| found.finding.url.as_str()).collect();
        assert_eq!(urls, ["https://www.example.org/detail/7", "https://www.example.org/detail/x+y"]);
        request = reading.next.unwrap();
    }
}

#[test]
fn a_shell_page_or_a_changed_answer_is_a_failure_and_a_declared_zero_is_not() {
    for body in ["<!doctype html><title>Just a moment...</title>", r#"{"error": "no"}"#, "", "[1"] {
        assert!(answer(ENTRY, body).failed(), "{body}");
    }
    let entry = ENTRY.replace("floor = 1", "floor = 0");
    for (body, is_unmatched) in [(r#"{"error": "no"}"#, true), (r#"{"results": []}"#, false), (r#"{"results": null}"#, true)] {
        let reading = answer(&entry, body);
        assert_eq!(
            (reading.unmatched, reading.complaints.is_empty(), reading.failed()),
            (is_unmatched, !is_unmatched, false),
            "{body}"
        );
    }
    let zero = answer(ENTRY, r#"{"total": 0, "results": []}"#);
    assert!(zero.declared_empty && !zero.failed());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_body_makes_it_panic(body: String) {
        answer(ENTRY, &body);
        answer(ENTRY, &format!("{{\"results\": [{body}]}}"));
    }
}
