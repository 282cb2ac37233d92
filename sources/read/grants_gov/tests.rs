use super::*;
use crate::read::tests::{page, source};
use crate::read::{first_requests, read as read_shape, read_detail as read_shape_detail};

const ENTRY: &str = r#"
slug = "grants"
name = { he = "מענקים", en = "Grants" }
network = "embassy"
language = ["en"]
evidence = "test"
[source.bespoke]
engine = "grants_gov"
url = "https://api.grants.example/v1/api/search2"
agencies = ["DOS"]
"#;

const HITS: &str = r#"{"errorcode":0,"data":{"hitCount":3,"oppHits":[
 {"id":"7001","number":"PD-TLV-2027-001","title":"Youth &amp; towns","agencyCode":"DOS-ISR","agency":"U.S. Mission to Israel","openDate":"11/02/2026","closeDate":"01/15/2027","oppStatus":"posted"},
 {"id":"7002","number":"PD-TLV-2027-002","title":"Alumni fund","agencyName":"U.S. Mission to Israel","openDate":"11/02/2026","closeDate":"","oppStatus":"forecasted"}]}}"#;

fn first() -> Request {
    first_requests(&source(ENTRY), crate::read::tests::today()).remove(0)
}

fn reading(body: &str) -> Reading {
    read_shape(&source(ENTRY), &first(), &page("https://api.grants.example/v1/api/search2", "application/json", body))
}

fn detail(body: &str) -> (Finding, Vec<Complaint>) {
    let found = reading(HITS).found.remove(0);
    read_shape_detail(&source(ENTRY), found.finding, &page(found.detail.unwrap().url.as_str(), "application/json", body))
}

#[test]
fn hits_have_iso_dates_our_words_for_their_state_and_a_notice_to_ask_for() {
    let reading = reading(HITS);
    let found = &reading.found[0];
    assert_eq!(found.finding.title, "Youth & towns");
    assert_eq!(found.finding.field(field::DEADLINE), Some("2027-01-15"));
    assert_eq!(found.finding.field(field::STATUS), Some("open"));
    let detail = found.detail.as_ref().unwrap();
    assert_eq!(detail.url.as_str(), "https://api.grants.example/v1/api/fetchOpportunity");
    assert_eq!(detail.body, Some(Body::Json(r#"{"opportunityId":7001}"#.into())));
    assert_eq!(reading.found[1].finding.field(field::DEADLINE), None);
    assert_eq!(reading.found[1].finding.field(field::ORGANISER), Some("U.S. Mission to Israel"));
}

#[test]
fn the_next_page_begins_after_the_hits_received() {
    let next = reading(HITS).next.unwrap();
    assert_eq!(start_of(&next), 2);
    let Some(Body::Json(body)) = &first().body else { panic!() };
    assert!(body.contains(r#""agencies":"DOS""#), "{body}");
}

#[test]
fn a_notice_adds_text_sums_and_who_may_apply() {
    let (finding, complaints) = detail(
        r#"{"errorcode":0,"data":{"synopsis":{"synopsisDesc":"<p>Towns and schools.</p>","responseDate":"Jan 22, 2027 12:00:00 AM EST",
        "responseDateStr":"2027-01-22-00-00-00","awardCeiling":"25,000","awardFloor":"none","estimatedFunding":"0",
        "applicantTypes":[{"id":"25","description":"Others"}],"applicantEligibilityDesc":"<p>Israeli municipalities.</p>"}}}"#,
    );
    assert!(complaints.is_empty(), "{complaints:?}");
    assert_eq!(finding.html.as_deref(), Some("<p>Towns and schools.</p>"));
    assert_eq!(finding.field(field::DEADLINE), Some("2027-01-22"), "the notice is newer than the list");
    assert_eq!(finding.field(field::AMOUNT_MAX), Some("25000"));
    assert_eq!((finding.field(field::AMOUNT_MIN), finding.field(field::AMOUNT_TOTAL)), (None, None));
    assert_eq!(finding.values(field::ELIGIBLE).collect::<Vec<_>>(), ["Others", "Israeli municipalities."]);
}

#[test]
fn a_forecast_is_read_like_a_synopsis() {
    let (finding, _) = detail(
        r#"{"errorcode":0,"data":{"forecast":{"forecastDesc":"Soon.","estApplicationResponseDateStr":"2027-05-01-00-00-00"}}}"#,
    );
    assert_eq!((finding.html.as_deref(), finding.field(field::DEADLINE)), (Some("Soon."), Some("2027-05-01")));
}

#[test]
fn an_error_with_status_200_is_an_error() {
    assert!(reading(r#"{"errorcode":400,"msg":"Bad Request"}"#).failed());
    assert!(reading("<!doctype html><div id=app></div>").failed());
    assert_eq!(detail(r#"{"errorcode":0,"data":{"errorMessages":["No opportunity found"]}}"#).1.len(), 1);
}
