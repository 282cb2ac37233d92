use chrono::{TimeZone as _, Utc};
use index::{Facet, Sort};
use proptest::prelude::*;

use super::{Reader, SearchQuery, StatusFilter};

fn parse(raw: &str) -> SearchQuery {
    SearchQuery::from_query_string(raw).unwrap()
}

fn refused(raw: &str) -> (String, String) {
    let bad = SearchQuery::from_query_string(raw).unwrap_err();
    (bad.parameter, bad.detail)
}

#[test]
fn commas_and_repeats_both_mean_or() {
    let query = parse("kind=grant,competition&kind=grant&topic=youth&topic=education");
    assert_eq!((query.kind, query.topic), (vec!["grant".into(), "competition".into()], vec!["youth".into(), "education".into()]));
}

#[test]
fn an_empty_field_of_a_form_is_as_good_as_absent() {
    assert_eq!(parse("q=&kind=&deadline_to=&amount_min=&sort=&page="), SearchQuery::default());
}

#[test]
fn what_is_asked_without_a_status_is_open_or_forthcoming() {
    let now = Utc.with_ymd_and_hms(2026, 11, 25, 9, 0, 0).unwrap();
    let statuses = |raw: &str| parse(raw).question(now, Reader::Public).filters.status;
    assert_eq!(statuses(""), Some(vec!["open".into(), "forthcoming".into()]));
    assert_eq!(statuses("status=closed"), Some(vec!["closed".into()]));
    assert_eq!(statuses("status=any"), None);
    assert_eq!(statuses("status=open,any"), None);
}

#[test]
fn each_wrong_parameter_is_named_with_what_would_be_right() {
    for (raw, parameter, hint) in [
        ("colour=red", "colour", "deadline_from"),
        ("colour=", "colour", "deadline_from"),
        ("kind=grants", "kind", "call_for_proposals"),
        ("status=opened", "status", "forthcoming"),
        ("eligible=maybe", "eligible", "partner"),
        ("sort=best", "sort", "newest"),
        ("facets=kind,colour", "facets", "network"),
        ("page=0", "page", "from 1"),
        ("page=-1", "page", "from 1"),
        ("page_size=101", "page_size", "to 100"),
        ("page=5000&page_size=100", "page", "changed_after"),
        ("deadline_from=2027-02-30", "deadline_from", "YYYY-MM-DD"),
        ("deadline_from=tomorrow", "deadline_from", "YYYY-MM-DD"),
        ("deadline_from=2027-02-02&deadline_to=2027-02-01", "deadline_to", "before"),
        ("amount_min=NaN", "amount_min", "digits"),
        ("amount_min=-5", "amount_min", "digits"),
        ("country=Israel", "country", "ISO 3166"),
        ("lang=hebrew", "lang", "ISO 639"),
        ("topic=two%00words", "topic", "plain text"),
        ("municipality=../etc", "municipality", "slug"),
        ("changed_after=x", "changed_after", "number"),
        ("format=xml", "format", "csv"),
        ("q=a&q=b", "q", "once"),
    ] {
        let (name, detail) = refused(raw);
        assert_eq!(name, parameter, "{raw}");
        assert!(detail.contains(hint) && detail.contains(parameter), "{raw}: {detail}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let bad = SearchQuery::from_query_string("kind=foo&page=0&q=a&q=b&topic=youth").unwrap_err();
    let all: Vec<&str> = std::iter::once(&bad).chain(&bad.others).map(|bad| bad.parameter.as_str()).collect();
    assert_eq!(all, ["kind", "page", "q"]);
    assert!(bad.to_string().contains("; page: "), "{bad}");
    let many = SearchQuery::from_query_string(&"x=1&".repeat(500)).unwrap_err();
    assert_eq!(many.others.len(), 19);
}

#[test]
fn a_day_is_a_number_and_today_is_that_of_jerusalem() {
    let late = Utc.with_ymd_and_hms(2026, 11, 25, 23, 0, 0).unwrap();
    let question = parse("deadline_from=1970-01-02&deadline_to=2027-03-01").question(late, Reader::Public);
    assert_eq!((question.filters.deadline_from, question.filters.deadline_to), (Some(1), Some(20_878)));
    assert_eq!(question.today, 20_783);
}

#[test]
fn a_question_survives_the_way_through_its_own_link() {
    let raw = "q=%D7%AA%D7%97%D7%91%D7%95%D7%A8%D7%94&kind=grant&status=any&topic=youth&country=fr&deadline_to=2027-01-31\
               &amount_min=50000&sort=deadline&page=3&page_size=50&facets=kind,topic&changed_after=7&format=csv";
    let query = parse(raw);
    assert_eq!(query.sort, Sort::Deadline);
    assert_eq!(query.facets, vec![Facet::Kind, Facet::Topic]);
    assert_eq!(query.status, StatusFilter::Any);
    assert_eq!(parse(query.href(&[]).trim_start_matches('?')), query);
}

#[test]
fn staff_see_new_records_and_nobody_sees_rejected_ones() {
    let now = Utc.with_ymd_and_hms(2026, 11, 25, 9, 0, 0).unwrap();
    let review = |reader| parse("").question(now, reader).filters.review;
    assert_eq!(review(Reader::Public), ["approved"]);
    assert_eq!(review(Reader::Staff), ["approved", "new"]);
}

proptest! {
    #[test]
    fn no_query_string_is_a_panic_and_each_error_names_its_parameter(raw in ".{0,200}") {
        if let Err(bad) = SearchQuery::from_query_string(&raw) {
            prop_assert!(bad.detail.starts_with(&bad.parameter));
        }
    }
}
