//! Cases of others, read from the folder that `KOLKORE_SUITES` names; without it these tests say so and pass.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fetch::{Robots, judge_address_text, judge_url};

/// Reachable only through a translation or a special range: refusing them is as good.
const EITHER: [&str; 3] = ["192.0.0.9", "::ffff:8.8.8.8", "2002:808:808::"];

#[derive(Debug, Deserialize)]
struct RobotsCase {
    robots: String,
    agent: String,
    url: String,
    allowed: bool,
    google_specific: bool,
}

#[derive(Debug, Deserialize)]
struct UrlCase {
    url: String,
    expect: String,
    host: String,
}

#[derive(Debug, Deserialize)]
struct AddressCase {
    ip: String,
    fetchable: bool,
}

fn cases<T: DeserializeOwned>(file: &str) -> Option<Vec<T>> {
    let Some(folder) = std::env::var_os("KOLKORE_SUITES") else {
        eprintln!("skipped: KOLKORE_SUITES does not name a folder with {file}");
        return None;
    };
    let lines = std::fs::read_to_string(std::path::Path::new(&folder).join(file)).unwrap();
    Some(lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn google_s_robots_cases_pass_all_of_the_rfc_and_nearly_all_of_the_rest() {
    let Some(cases) = cases::<RobotsCase>("robots-google/cases.jsonl") else { return };
    let (total, mut failed) = (cases.len(), Vec::new());
    for case in cases {
        if Robots::parse(&case.robots).allows(&case.agent, &case.url) != case.allowed {
            failed.push(case);
        }
    }
    println!("robots-google {}/{total}; failed: {failed:#?}", total - failed.len());
    assert_eq!(failed.iter().filter(|case| !case.google_specific).count(), 0);
    assert!(total - failed.len() >= 140);
}

#[test]
fn no_address_of_the_ssrf_cases_gets_through_and_no_public_one_is_refused() {
    let (Some(urls), Some(addresses)) = (cases::<UrlCase>("ssrf/urls.jsonl"), cases::<AddressCase>("ssrf/addresses.jsonl"))
    else {
        return;
    };
    let total = urls.len() + addresses.len();
    let mut failed = Vec::new();
    for case in urls {
        let allowed = judge_url(&case.url).allowed();
        let public = ["example.com", "www.googleapis.com", "nicob.net"].contains(&case.host.as_str());
        if (case.expect.starts_with("refuse:") && allowed) || (public && !case.expect.starts_with("refuse:") && !allowed) {
            failed.push(format!("{case:?}"));
        }
    }
    for case in addresses {
        if judge_address_text(&case.ip).allowed() != case.fetchable && !EITHER.contains(&case.ip.as_str()) {
            failed.push(format!("{case:?}"));
        }
    }
    println!("ssrf {}/{total}; failed: {failed:#?}", total - failed.len());
    assert!(failed.is_empty());
}
