//! One roadmap entry: who is read, how, how often, and what we take for granted of it.

use chrono_tz::Tz;
use scraper::Selector;
use serde::{Deserialize, Deserializer};
use serde_json_path::JsonPath;

use crate::opportunity::Kind;

/// One roadmap entry, checked.
#[derive(Debug, Clone)]
pub struct Source {
    /// Short name, unique in the roadmap: lower-case letters, digits, hyphens.
    pub slug: String,
    /// For people.
    pub name: Names,
    /// The network it belongs to, e.g. `eu`, `embassy`.
    pub network: String,
    /// How it is read.
    pub shape: Shape,
    /// Five-field cron in Asia/Jerusalem with weekday names; absent: only visited by hand.
    pub schedule: Option<String>,
    /// Languages of its texts, ISO 639-1, the usual one first.
    pub language: Vec<String>,
    /// Zone of its dates.
    pub zone: Tz,
    /// What holds for each of its items unless the item says otherwise.
    pub defaults: Defaults,
    /// After how many days without anything new it is called quiet.
    pub cadence_days: Option<u32>,
    /// Fewer items than this on a visit is a failure.
    pub floor: u32,
    /// The share of its calls that have a dated deadline (0 to 1), where the source is known to state it; absent: as on earlier visits.
    pub dated: Option<f64>,
    /// How its records start.
    pub moderation: Moderation,
    /// Visited by schedule and by `crawl` without names.
    pub active: bool,
    /// Where its interface is documented, or why it is off.
    pub evidence: Option<String>,
    /// Most pages asked for in one visit, detail pages included.
    pub page_limit: u32,
}

/// A name in the two languages of the house.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Hebrew.
    pub he: String,
    /// English.
    pub en: String,
}

/// What holds for each item of a source unless the item says otherwise.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Defaults {
    /// Kind of its items.
    pub kind: Option<Kind>,
    /// Who calls.
    pub organiser: Option<String>,
    /// Framework programme, for eligibility rules.
    pub framework: Option<String>,
    /// Topic slugs that every item gets.
    pub topics: Vec<String>,
    /// ISO 3166-1 alpha-2 codes that every item gets.
    pub countries: Vec<String>,
    /// Everything it lists is a call (a funding API, not a news page): the verdict needs no further cue.
    pub only_opportunities: bool,
}

/// How records of a source start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moderation {
    /// As `approved`.
    #[default]
    Auto,
    /// As `new`, until staff approve them.
    Review,
}

/// How a source is read.
#[derive(Debug, Clone)]
pub enum Shape {
    /// RSS, RDF, Atom or JSON Feed.
    Feed(Feed),
    /// A page that lists items, read with CSS selectors.
    List(List),
    /// A JSON interface, read with RFC 9535 paths.
    Json(Json),
    /// An interface with an engine of its own.
    Bespoke(Bespoke),
    /// Nothing to fetch: staff enter what they are told.
    Manual(Manual),
}

/// `[source.feed]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// Address of the feed.
    pub url: String,
    /// Also fetch each item's page and take its main text.
    #[serde(default)]
    pub follow: bool,
    /// The main text on an item's page; without it the text is found by likeness.
    pub body: Option<Css>,
}

/// `[source.list]`: selectors are CSS; `selector@attribute` takes an attribute instead of the text,
/// `@attribute` one of the item itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Address of the list.
    pub url: String,
    /// One item.
    pub item: Css,
    /// Title within the item.
    pub title: Css,
    /// Address of the item's own page within the item.
    pub link: Css,
    /// Further fields within the item, by their names in `finding::field` (or any other name).
    #[serde(default)]
    pub fields: std::collections::BTreeMap<String, Css>,
    /// Address of the next page of the list within the page.
    pub next: Option<Css>,
    /// How each item's own page is read; absent: it is not fetched.
    pub detail: Option<Detail>,
    /// Text on the page that says there is nothing at present: then an empty list is fine.
    pub empty: Option<String>,
}

/// `[source.list.detail]`, `[source.json.detail]`: how an item's own page is read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// The main text; without it the text is found by likeness.
    pub body: Option<Css>,
    /// Title, where the list cuts it short.
    pub title: Option<Css>,
    /// Further fields, by name.
    #[serde(default)]
    pub fields: std::collections::BTreeMap<String, Css>,
}

/// `[source.json]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Json {
    /// Address; `{page}` and `{offset}` stand for the paging's number.
    pub url: String,
    /// JSON text sent as a POST; `{page}` and `{offset}` as above. Absent: a GET.
    pub body: Option<String>,
    /// Further request headers.
    #[serde(default)]
    pub headers: std::collections::BTreeMap<String, String>,
    /// All items of a page.
    pub items: Path,
    /// The source's own key, within an item; absent: the link.
    pub key: Option<Path>,
    /// Title, within an item.
    pub title: Path,
    /// Address for people, within an item. Relative ones are resolved against `link_base` or `url`.
    pub link: Option<Path>,
    /// A pattern for the address with `{key}`, where items carry none.
    pub link_template: Option<String>,
    /// What relative links are resolved against.
    pub link_base: Option<String>,
    /// HTML or text of the body, within an item.
    pub text: Option<Path>,
    /// Further fields, by name.
    #[serde(default)]
    pub fields: std::collections::BTreeMap<String, Path>,
    /// How there is more than one page.
    pub paging: Option<Paging>,
    /// Also fetch each item's page.
    pub detail: Option<Detail>,
    /// How many items there are in all, within the page (to know when to stop).
    pub total: Option<Path>,
}

/// `[source.json.paging]`
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paging {
    /// Number of the first page, or first offset.
    #[serde(default)]
    pub first: u32,
    /// Items on a full page; a shorter page is the last.
    pub size: u32,
}

/// `[source.bespoke]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bespoke {
    /// Which engine.
    pub engine: Engine,
    /// Address of the interface.
    pub url: String,
    /// SEDIA: values of `type` (1 grant topic, 2 external-action call, 8 cascade call).
    #[serde(default)]
    pub types: Vec<String>,
    /// SEDIA: values of `frameworkProgramme`; empty: all.
    #[serde(default)]
    pub programmes: Vec<String>,
    /// SEDIA: keep only records whose identifier ends with one of these; empty: all.
    #[serde(default)]
    pub identifier_ends: Vec<String>,
}

/// The engines for interfaces that no general shape can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// The search API of the EU Funding & Tenders Portal.
    Sedia,
}

/// `[source.manual]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manual {
    /// Whom to ask, and how.
    pub contact: Option<String>,
}

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
