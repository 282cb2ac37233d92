//! What a roadmap entry points with: CSS selectors and JSON paths, parsed when the roadmap is read.

use scraper::Selector;
use serde::{Deserialize, Deserializer};
use serde_json_path::JsonPath;

/// A CSS selector, optionally ended by `@attribute`.
#[derive(Debug, Clone)]
pub struct Css {
    /// As written in the roadmap.
    pub written: String,
    /// Absent for a bare `@attribute`: the item itself.
    pub selector: Option<Selector>,
    /// Take this attribute instead of the text.
    pub attribute: Option<String>,
}

impl Css {
    /// Parses `selector`, `selector@attribute` or `@attribute`.
    pub fn parse(written: &str) -> Result<Self, String> {
        let (selector, attribute) = match written.rsplit_once('@') {
            Some((selector, attribute))
                if !attribute.is_empty() && attribute.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ':') =>
            {
                (selector.trim(), Some(attribute.to_owned()))
            }
            _ => (written.trim(), None),
        };
        let selector = match (selector, &attribute) {
            ("", Some(_)) => None,
            ("", None) => return Err("the selector is empty; write e.g. `h2 a` or `a@href`".to_owned()),
            _ => Some(
                Selector::parse(selector)
                    .map_err(|error| format!("selector `{selector}` does not parse ({error}); see docs/ARCHITECTURE.md#list"))?,
            ),
        };
        Ok(Self { written: written.to_owned(), selector, attribute })
    }
}

impl<'de> Deserialize<'de> for Css {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(input)?).map_err(serde::de::Error::custom)
    }
}

/// An RFC 9535 JSON path.
#[derive(Debug, Clone)]
pub struct Path(pub JsonPath);

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let written = String::deserialize(input)?;
        JsonPath::parse(&written).map(Self).map_err(|error| {
            serde::de::Error::custom(format!(
                "JSON path `{written}` does not parse ({error}); see RFC 9535 and docs/ARCHITECTURE.md#json"
            ))
        })
    }
}
