use super::*;
use crate::read::tests::{page, source, today};
use crate::read::{first_requests, read as read_shape};

const ENTRY: &str = r#"
slug = "negev"
name = { he = "נגב", en = "Negev" }
network = "il"
language = ["he"]
evidence = "test"
[source.bespoke]
engine = "govil"
url = "https://www.gov.il/CollectorsWebApi/client-config.js"
query = "CollectorType=rfp&culture=he"
"#;

const CONFIG: &str =
    r#"window['govilRunConfig'] = {clientId: "abc-1", "dataCollectorWebApi":"https://api.gov.il/pub/collectors"};"#;

fn after(script: &str) -> Reading {
    let source = source(ENTRY);
    let request = first_requests(&source, today()).remove(0);
    read_shape(&source, &request, &page(request.url.as_str(), "application/javascript", script))
}

#[test]
fn the_script_says_where_to_ask_and_as_whom() {
    let next = after(CONFIG).next.unwrap();
    assert_eq!(
        next.url.as_str(),
        "https://api.gov.il/pub/collectors/api/DataCollector/GetResults?CollectorType=rfp&culture=he&limit=30&skip=0"
    );
    assert_eq!(next.headers, [("x-client-id".to_owned(), "abc-1".to_owned())]);
}

#[test]
fn a_script_that_leads_out_of_the_government_is_not_followed() {
    let reading = after(&CONFIG.replace("api.gov.il", "api-gov.il.example.net"));
    assert!(reading.failed() && reading.next.is_none());
    assert!(after("<title>Just a moment...</title>").failed());
}

#[test]
fn results_have_the_days_of_their_hebrew_tags_and_go_on_until_the_total() {
    let asked = after(CONFIG).next.unwrap();
    let body = r#"{"total":2,"results":[{"title":"קול קורא לרשויות","url":"/he/pages/kk-1","description":"תמיכה",
        "tags":{"metaData":{"תאריך פרסום":[{"title":"01.11.2026"}]},"promotedMetaData":{"תאריך אחרון להגשה":[{"title":"15.12.2026"}],"מספר":[{"title":"4001"}]}}}]}"#;
    let reading = read_shape(&source(ENTRY), &asked, &page(asked.url.as_str(), "application/json", body));
    let finding = &reading.found[0].finding;
    assert_eq!(finding.url, "https://www.gov.il/he/pages/kk-1");
    assert_eq!(finding.field(field::DEADLINE), Some("15.12.2026"));
    let next = reading.next.unwrap();
    assert!(next.url.as_str().ends_with("&limit=30&skip=1"), "{}", next.url);
    assert_eq!(next.headers, asked.headers);
}
