//! What the tests of all shapes share, and what holds for the whole roadmap.

mod answers;

use chrono::{NaiveDate, NaiveTime};
use url::Url;

use super::*;
use crate::page::Validators;
use crate::roadmap;

/// A source from its roadmap entry, without the `[[source]]` line.
pub(super) fn source(entry: &str) -> Source {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("test.toml"), format!("[[source]]\n{entry}")).unwrap();
    roadmap::load(folder.path()).unwrap_or_else(|errors| panic!("{errors:?}")).pop().unwrap()
}

pub(super) fn page(url: &str, content_type: &str, body: impl Into<Vec<u8>>) -> Page {
    Page {
        url: Url::parse(url).unwrap(),
        status: 200,
        content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
        body: body.into(),
        validators: Validators::default(),
        moved_to: None,
        reservation: None,
        fetched_at: today().and_time(NaiveTime::MIN).and_utc(),
    }
}

pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub(super) fn real_roadmap() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../config/roadmap");
    roadmap::load(folder.as_ref()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

#[test]
fn every_source_of_the_roadmap_can_be_asked_or_is_entered_by_hand() {
    let sources = real_roadmap();
    assert!(sources.len() >= 60, "{}", sources.len());
    for source in &sources {
        let requests = first_requests(source, today());
        assert_eq!(requests.is_empty(), matches!(source.shape, Shape::Mail(_) | Shape::Manual(_)), "{}", source.slug);
        assert!(requests.iter().all(|request| request.url.scheme() == "https"), "{}", source.slug);
        assert!(source.evidence.is_some(), "{} does not say where its interface is documented", source.slug);
    }
}

#[test]
fn no_source_of_the_roadmap_panics_on_or_believes_another_kind_of_page() {
    for source in &real_roadmap() {
        for request in first_requests(source, today()) {
            for (kind, body) in [
                ("text/html", "<html><body><div id=app></div><script>boot()</script>"),
                ("application/pdf", "%PDF-1.7"),
                ("", ""),
            ] {
                let reading = read(source, &request, &page(request.url.as_str(), kind, body));
                assert!(reading.found.is_empty(), "{}", source.slug);
                assert!(reading.failed() || !reading.complaints.is_empty(), "{} took {kind} for a good answer", source.slug);
            }
        }
    }
}
