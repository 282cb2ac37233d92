use super::*;

fn completed(page: &str) -> Finding {
    let mut finding = Finding::default();
    finding.fields.insert(field::ORGANISER.to_owned(), vec!["Towns Union".to_owned()]);
    complete(&mut finding, &html::document(page));
    finding
}

#[test]
fn an_events_days_and_place_are_taken_and_what_is_known_stays() {
    let finding = completed(
        r#"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
        {"@type":["EducationEvent"],"startDate":"2027-03-01","endDate":"2027-03-03","organizer":{"name":"Other"},
        "location":{"@type":"Place","name":"Town Hall","address":{"addressLocality":"Lyon"}}}]}</script>"#,
    );
    assert_eq!(finding.field(field::EVENT_START), Some("2027-03-01"));
    assert_eq!(finding.field(field::PLACE), Some("Lyon"));
    assert_eq!(finding.field(field::ORGANISER), Some("Towns Union"));
}

#[test]
fn a_calendar_of_events_says_nothing_of_the_item() {
    let event = r#"<script type="application/ld+json">{"@type":"Event","startDate":"2027-03-01"}</script>"#;
    assert_eq!(completed(&format!("{event}{event}")).field(field::EVENT_START), None);
}

#[test]
fn a_grants_sum_and_open_graph_are_taken() {
    let finding = completed(
        r#"<meta property="og:description" content="For  small towns"><meta property="article:published_time" content="2026-11-20T08:00:00Z">
        <script type="application/ld+json">[{"@type":"MonetaryGrant","amount":{"@type":"MonetaryAmount","currency":"EUR","maxValue":50000}}]</script>"#,
    );
    assert_eq!((finding.field(field::AMOUNT_MAX), finding.field(field::CURRENCY)), (Some("50000"), Some("EUR")));
    assert_eq!(finding.field("description"), Some("For small towns"));
    assert_eq!(finding.field(field::PUBLISHED), Some("2026-11-20T08:00:00Z"));
}

#[test]
fn a_broken_block_is_passed_over() {
    assert_eq!(completed(r#"<script type="application/ld+json">{"@type":"Event","startDate":</script>"#).fields.len(), 1);
}
