//! The sample web held against what is promised of it. Asked without a socket.

mod asking;
mod crawl;
mod interfaces;
mod pages;
mod sedia;

use std::collections::{BTreeMap, BTreeSet};

use sources::opportunity::DeadlineKind;

use super::SampleWeb;
use asking::{config, today, web_on};

#[test]
fn fifteen_hosts_tell_eighty_opportunities_among_as_many_news_items() {
    let truth = web_on(today()).truth();
    let readable: Vec<_> = truth.iter().filter(|item| !item.forbidden).collect();
    let hosts: BTreeSet<_> = readable.iter().map(|item| &item.host).collect();
    let manners: BTreeSet<_> = readable.iter().map(|item| item.manner).collect();
    let opportunities = readable.iter().filter(|item| item.opportunity).count();
    let news = readable.len() - opportunities;

    assert!(hosts.len() >= 14, "{} hosts", hosts.len());
    assert_eq!(manners.len(), 6, "{manners:?}");
    assert!(opportunities >= 96, "{opportunities} opportunities");
    assert!(news >= opportunities, "{news} news items beside {opportunities} opportunities");
}

#[test]
fn every_kind_of_opportunity_and_of_deadline_occurs() {
    let truth = web_on(today()).truth();
    let kinds: BTreeSet<_> = truth.iter().filter_map(|item| item.kind).collect();
    assert_eq!(kinds.len(), 8, "{kinds:?}");
    let of = |kind| truth.iter().filter(|item| item.opportunity && item.deadline == kind).count();
    assert!(of(DeadlineKind::Rolling) >= 4 && of(DeadlineKind::UntilExhausted) >= 3 && of(DeadlineKind::Unknown) >= 1);
    assert!(of(DeadlineKind::TwoStage) >= 4 && of(DeadlineKind::MultipleCutoffs) >= 4);
    let closed = truth.iter().filter(|item| item.dates.last().is_some_and(|&last| last < today())).count();
    assert!((2..10).contains(&closed), "{closed} closed");
}

#[test]
fn one_call_is_told_by_two_hosts() {
    let mut groups: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for item in web_on(today()).truth() {
        if let Some(group) = &item.same {
            groups.entry(group.clone()).or_default().push((item.host, item.dates));
        }
    }
    let group = &groups["shared-towns"];
    assert_eq!(group.len(), 2);
    assert_ne!(group[0].0, group[1].0);
    assert_eq!(group[0].1, group[1].1);
}

#[test]
fn the_web_loads_on_any_day() {
    for day in ["2028-02-29", "2026-12-31", "2030-01-01", "2027-03-26"] {
        assert!(!web_on(day.parse().unwrap()).truth().is_empty());
    }
}

#[test]
fn a_mistake_in_a_content_file_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("demo/web")).unwrap();
    let load = |text: &str| {
        std::fs::write(folder.path().join("demo/web/a.example.toml"), text).unwrap();
        format!("{:#}", SampleWeb::load(folder.path(), today()).unwrap_err())
    };
    assert!(load("host = \"a.example\"\nfooter = \"{{+4 xx}}\"\n").contains("a.example.toml:2: form `xx` is unknown"));
    assert!(load("host = \"a.example\"\ncolour = 1\n").contains("a.example.toml:2: unknown field `colour`"));
}

#[test]
fn every_host_has_its_entry_in_the_roadmap_of_the_demo() {
    let roadmap = sources::roadmap::load(&config().join("demo/roadmap")).unwrap();
    let of_roadmap: BTreeSet<String> = roadmap
        .iter()
        .map(|source| {
            assert!(source.active && source.moderation == sources::source::Moderation::Auto, "{}", source.slug);
            let address = source.shape.address().unwrap().replace("{offset}", "0");
            url::Url::parse(&address).unwrap().host_str().unwrap().to_owned()
        })
        .collect();
    let of_web: BTreeSet<String> = web_on(today()).truth().into_iter().map(|item| item.host).collect();
    assert_eq!(of_roadmap, of_web);
}
