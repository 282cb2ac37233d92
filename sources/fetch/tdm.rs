//! What a site declares of text and data mining, in the three ways of the W3C community group's `TDMRep`: a response header, a file
//! of its origin, an element of the page. Pure: bytes in, a declaration out. It stops nobody: it is recorded, and shown to people.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::fetch::pattern::{Pattern, upper_case_escapes};

/// Where an origin keeps its declaration.
pub const FILE: &str = "/.well-known/tdmrep.json";

/// Rules of a file that are looked at: a site declares a handful, and a hostile one must not make us compare for ever.
const MOST_RULES: usize = 1_000;

/// Longest address of a policy that is kept: longer ones are no addresses for people.
const LONGEST_POLICY: usize = 500;

/// What a site says of mining one of its addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Reservation {
    /// Whether the rights are reserved.
    pub reserved: bool,
    /// Address of the terms, where the site names one.
    pub policy: Option<String>,
    /// How it was said.
    pub by: Declared,
}

/// The ways to say it, the more particular later: what a page says of itself goes before what its server says of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Declared {
    /// [`FILE`].
    File,
    /// `tdm-reservation: 1`.
    Header,
    /// `<meta name="tdm-reservation" content="1">`.
    Meta,
}

impl Reservation {
    /// The two values as they are written in headers and elements; none where the first is neither `0` nor `1`.
    pub fn read(reservation: &str, policy: Option<&str>, by: Declared) -> Option<Self> {
        let reserved = match reservation.trim() {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        Some(Self { reserved, policy: policy.and_then(address), by })
    }
}

/// A policy is shown as a link: only what is an address of the web is kept.
fn address(policy: &str) -> Option<String> {
    let url = Url::parse(policy.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    (url.as_str().len() <= LONGEST_POLICY).then(|| url.into())
}

/// One entry of the file.
#[derive(Deserialize)]
struct Rule {
    location: String,
    #[serde(rename = "tdm-reservation")]
    reservation: serde_json::Value,
    #[serde(rename = "tdm-policy", default)]
    policy: Option<String>,
}

/// What the file of an origin says of one of its addresses: the first rule whose `location` matches, with `*` and `$` as in robots.txt.
/// An entry that does not read is passed over; what is no such file says nothing.
pub fn in_file(file: &[u8], url: &Url) -> Option<Reservation> {
    let entries: Vec<serde_json::Value> = serde_json::from_slice(file).ok()?;
    let path = upper_case_escapes(&url[url::Position::BeforePath..url::Position::AfterQuery]);
    entries.into_iter().take(MOST_RULES).filter_map(|entry| serde_json::from_value::<Rule>(entry).ok()).find_map(|rule| {
        if !Pattern::new(rule.location.as_bytes()).matches(&path) {
            return None;
        }
        // A number by the book; as a text it means the same.
        let value = rule.reservation.as_str().map_or_else(|| rule.reservation.to_string(), str::to_owned);
        Reservation::read(&value, rule.policy.as_deref(), Declared::File)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(file: &str, address: &str) -> Option<bool> {
        in_file(file.as_bytes(), &address.parse().unwrap()).map(|reservation| reservation.reserved)
    }

    #[test]
    fn the_first_rule_of_the_file_that_matches_decides() {
        let file = r#"[
            {"location": "/open/", "tdm-reservation": 0},
            {"location": "/*.pdf$", "tdm-reservation": "1"},
            {"location": "/news", "tdm-reservation": 1, "tdm-policy": "https://towns.example/terms"}
        ]"#;
        assert_eq!(asked(file, "https://towns.example/open/a.pdf"), Some(false));
        assert_eq!(asked(file, "https://towns.example/b.pdf"), Some(true));
        assert_eq!(asked(file, "https://towns.example/b.pdf?x"), None);
        let news = in_file(file.as_bytes(), &"https://towns.example/news/2".parse().unwrap()).unwrap();
        assert_eq!(news.policy.as_deref(), Some("https://towns.example/terms"));
    }

    #[test]
    fn what_is_no_such_file_says_nothing_and_a_broken_entry_costs_itself() {
        for file in ["", "<!doctype html>", "{}", "[1, null]", r#"[{"location": 3, "tdm-reservation": 1}]"#] {
            assert_eq!(asked(file, "https://towns.example/"), None, "{file}");
        }
        let half = r#"[{"location": "/"}, {"location": "/", "tdm-reservation": 2}, {"location": "/", "tdm-reservation": 1}]"#;
        assert_eq!(asked(half, "https://towns.example/"), Some(true));
    }

    #[test]
    fn only_an_address_of_the_web_is_a_policy() {
        let read = |policy| Reservation::read(" 1 ", Some(policy), Declared::Header).unwrap().policy;
        assert_eq!(read("https://towns.example/terms").as_deref(), Some("https://towns.example/terms"));
        for policy in ["javascript:alert(1)", "terms.html", ""] {
            assert_eq!(read(policy), None);
        }
        assert_eq!(Reservation::read("yes", None, Declared::Header), None);
    }
}
