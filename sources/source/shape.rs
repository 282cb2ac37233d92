//! How a source is read: one type per `[source.<shape>]` table of the roadmap.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::imap::Imap;
use super::pattern::{Css, Path};

/// How a source is read.
#[derive(Debug, Clone)]
pub enum Shape {
    /// RSS, RDF, Atom or JSON Feed.
    Feed(Feed),
    /// A page that lists items, read with CSS selectors.
    List(List),
    /// A JSON interface, read with RFC 9535 paths.
    Json(Json),
    /// A site map, whose pages are the items.
    Sitemap(Sitemap),
    /// One page that changes.
    Page(Watched),
    /// Letters in a folder or a mailbox.
    Mail(Mail),
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
    /// Most pages of the feed read in one visit, where it has more than one: by its own link to the next, or by `{page}` in
    /// `url`, which counts from 1. Older pages are read only as long as they bring something new.
    pub pages: Option<u32>,
}

/// `[source.sitemap]`: every address of a site map (or of the files of a site map index) that fits is an item.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitemap {
    /// Address of the site map or its index; a `.gz` is fine.
    pub url: String,
    /// Only addresses that contain one of these; empty: all.
    #[serde(default)]
    pub include: Vec<String>,
    /// None that contains one of these.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Only pages changed within so many days; those that do not say when are taken.
    pub max_age_days: Option<u32>,
    /// How each page is read.
    #[serde(default)]
    pub detail: Detail,
}

/// `[source.page]`: one page, which is one item; each change of its text is a new version of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watched {
    /// Address of the page.
    pub url: String,
    /// How it is read.
    #[serde(default)]
    pub detail: Detail,
}

/// `[source.mail]`: each letter is an item, and so is each letter forwarded within one as an attachment, and each call of a
/// newsletter.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mail {
    /// A folder of `.eml` files; a relative one is inside the data folder.
    Folder(std::path::PathBuf),
    /// A mailbox on a server.
    Imap(Imap),
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
    pub fields: BTreeMap<String, Css>,
    /// Address of the next page of the list within the page.
    pub next: Option<Css>,
    /// How each item's own page is read; absent: it is not fetched.
    pub detail: Option<Detail>,
    /// Text on the page that says there is nothing at present: then an empty list is fine.
    pub empty: Option<String>,
}

/// `[source.list.detail]` and the like: how an item's own page is read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    /// The main text; without it the text is found by likeness.
    pub body: Option<Css>,
    /// Title, where the list cuts it short.
    pub title: Option<Css>,
    /// Further fields, by name.
    #[serde(default)]
    pub fields: BTreeMap<String, Css>,
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
    pub headers: BTreeMap<String, String>,
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
    pub fields: BTreeMap<String, Path>,
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
    /// SEDIA: folder of the topics' details, asked for a topic that the search gives without text; empty: they are not asked for.
    #[serde(default)]
    pub topic_details: String,
    /// grants.gov: agency codes, e.g. `DOS`; empty: all.
    #[serde(default)]
    pub agencies: Vec<String>,
    /// gov.il: what is asked of the collector, e.g. `CollectorType=rfp&officeId=…&culture=he`.
    #[serde(default)]
    pub query: String,
    /// gov.il: how each item's own page is read.
    pub detail: Option<Detail>,
}

/// The engines for interfaces that no general shape can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// The search API of the EU Funding & Tenders Portal.
    Sedia,
    /// grants.gov: `search2`, and `fetchOpportunity` for each hit.
    GrantsGov,
    /// GOV.UK: its search, and the content item of each hit.
    Govuk,
    /// The collectors of gov.il, whose address and client id stand in `client-config.js`.
    Govil,
}

/// `[source.manual]`
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manual {
    /// Whom to ask, and how.
    pub contact: Option<String>,
}

/// Pages of a feed in one visit, unless its entry says otherwise: some thirty items, which is a month of a busy site.
const FEED_PAGES: u32 = 3;

impl Shape {
    /// The address that a visit starts from; none for `mail` and `manual`.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Feed(feed) => Some(&feed.url),
            Self::List(list) => Some(&list.url),
            Self::Json(json) => Some(&json.url),
            Self::Sitemap(sitemap) => Some(&sitemap.url),
            Self::Page(page) => Some(&page.url),
            Self::Bespoke(bespoke) => Some(&bespoke.url),
            Self::Mail(_) | Self::Manual(_) => None,
        }
    }

    /// It is read on the open web, where everyone can see what a complaint tells of it. Letters are the office's own, and what people
    /// were told too.
    pub fn is_public(&self) -> bool {
        !matches!(self, Self::Mail(_) | Self::Manual(_))
    }

    /// A visit sees everything that the source has at present, so that what it does not list is gone. A feed shows its newest,
    /// a mailbox what came: there, absence says nothing.
    pub fn lists_everything(&self) -> bool {
        !matches!(self, Self::Feed(_) | Self::Mail(_) | Self::Manual(_))
    }

    /// Most pages of the list itself in one visit, where the source has more than anybody wants.
    pub fn most_pages(&self) -> Option<u32> {
        match self {
            Self::Feed(feed) => Some(feed.pages.unwrap_or(FEED_PAGES)),
            _ => None,
        }
    }

    /// Whether its pages follow each other without an end that we know of, as those of a calendar do. An engine of its own asks
    /// only for what is open, and a site map has no further page.
    pub fn may_go_on_for_ever(&self) -> bool {
        matches!(self, Self::Feed(_) | Self::List(_) | Self::Json(_))
    }

    /// The names of the fields that a selector or path of the roadmap gives: what every visit should find again.
    /// `body` is the main text of an item's own page.
    pub fn declared_fields(&self) -> Vec<&str> {
        let (fields, detail, body): (Vec<&str>, _, _) = match self {
            Self::Feed(feed) => (Vec::new(), None, feed.body.is_some()),
            Self::List(list) => (list.fields.keys().map(String::as_str).collect(), list.detail.as_ref(), false),
            Self::Json(json) => (json.fields.keys().map(String::as_str).collect(), json.detail.as_ref(), false),
            Self::Sitemap(Sitemap { detail, .. }) | Self::Page(Watched { detail, .. }) => (Vec::new(), Some(detail), false),
            Self::Bespoke(bespoke) => (Vec::new(), bespoke.detail.as_ref(), false),
            Self::Mail(_) | Self::Manual(_) => (Vec::new(), None, false),
        };
        let of_detail = detail.into_iter().flat_map(|detail| detail.fields.keys().map(String::as_str));
        let has_body = body || detail.is_some_and(|detail| detail.body.is_some());
        fields.into_iter().chain(of_detail).chain(has_body.then_some("body")).collect()
    }

    /// The name of the shape, as in the roadmap.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Feed(_) => "feed",
            Self::List(_) => "list",
            Self::Json(_) => "json",
            Self::Sitemap(_) => "sitemap",
            Self::Page(_) => "page",
            Self::Mail(_) => "mail",
            Self::Bespoke(_) => "bespoke",
            Self::Manual(_) => "manual",
        }
    }
}
