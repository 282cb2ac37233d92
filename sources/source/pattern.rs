//! What a roadmap entry points with: CSS selectors and JSON paths, parsed when the roadmap is read.

use scraper::Selector;
use scraper::error::SelectorErrorKind;
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
            _ => Some(Selector::parse(selector).map_err(|error| {
                format!("selector `{selector}` does not parse ({}); see docs/ARCHITECTURE.md#list", in_words(&error))
            })?),
        };
        Ok(Self { written: written.to_owned(), selector, attribute })
    }
}

/// Why a selector does not parse, for whoever wrote it.
fn in_words(error: &SelectorErrorKind) -> &'static str {
    // The parser's own kinds are not ours to name but by their names.
    let kind = match error {
        SelectorErrorKind::UnexpectedSelectorParseError(kind) => format!("{kind:?}"),
        other => format!("{other:?}"),
    };
    match kind.as_str() {
        kind if kind.contains("Attr") => "between [ and ] belongs an attribute's name, alone or with = and a value in quotes",
        kind if kind.starts_with("DanglingCombinator") => "nothing stands before or behind a >, + or ~",
        kind if kind.starts_with("EmptySelector") => "it begins with >, + or ~, or nothing stands before or behind a comma",
        kind if kind.starts_with("ClassNeedsIdent") => "behind a dot belongs the name of a class, which begins with a letter",
        kind if kind.contains("Pseudo") => {
            "there is no such :name; :has, :is, :not, :first-child, :nth-child and their like are known"
        }
        kind if kind.contains("Namespace") => "a | for namespaces is not known",
        "EndOfLine" => "it ends too early",
        _ => "something stands where a name, .class, #id, [attribute] or :name belongs",
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
