//! What a site of the sample web says: one `config/demo/web/<host>.toml`, with its days filled in.
//! Knows nothing of addresses asked for or of how pages look.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, ensure};
use chrono::NaiveDate;
use serde::Deserialize;
use sources::opportunity::{DeadlineKind, Kind};
use sources::roadmap::ConfigError;

use super::placeholder;

/// Items on one page of a list or of an interface, unless the file says otherwise: small, so that there is paging to do.
const PAGE_SIZE: usize = 8;

/// One host.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Site {
    pub(super) host: String,
    pub(super) name: String,
    /// Who they say they are, on every page.
    pub(super) about: String,
    pub(super) lang: Lang,
    pub(super) manner: Manner,
    /// Where the feed, the list or the interface stands.
    pub(super) path: String,
    /// Where an item's own page stands; `{slug}` is its slug.
    pub(super) item_path: String,
    #[serde(default = "page_size")]
    pub(super) page_size: usize,
    /// How a list is marked up.
    #[serde(default)]
    pub(super) markup: Markup,
    /// The feed tells whole bodies, not only their beginnings.
    #[serde(default)]
    pub(super) full_text: bool,
    /// In seconds, for robots.txt.
    pub(super) crawl_delay: Option<f32>,
    /// Paths that robots.txt forbids.
    #[serde(default)]
    pub(super) disallow: Vec<String>,
    /// A day that is no deadline, in the footer of every page.
    pub(super) footer: String,
    #[serde(rename = "item")]
    pub(super) items: Vec<Item>,
}

/// One page of a site, or one record of an interface.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) slug: String,
    pub(super) title: String,
    /// Days from today; never later than today.
    pub(super) published: i64,
    /// Paragraphs parted by blank lines; see `body`.
    pub(super) body: String,
    /// Stands here instead of where the site's items stand.
    pub(super) at: Option<String>,
    /// Members or columns that its source tells apart from the text.
    #[serde(default)]
    pub(super) fields: BTreeMap<String, String>,
    /// What a perfect reader makes of it; absent for what is no opportunity. Never shown on a page.
    pub(super) truth: Option<Truth>,
    /// Only in an interface of the manner `sedia`.
    pub(super) sedia: Option<Sedia>,
}

/// What a perfect reader makes of an opportunity.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Truth {
    pub(super) kind: Kind,
    pub(super) deadline: DeadlineKind,
    /// Days from today, one for each stage.
    #[serde(default)]
    pub(super) days: Vec<i64>,
    /// Shared by the items of several sources that tell the same call.
    pub(super) same: Option<String>,
}

/// The metadata of a record of the EU-like interface.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sedia {
    pub(super) reference: String,
    pub(super) identifier: String,
    /// `1` grant topic, `2` external action, `8` cascade call, `0` tender.
    #[serde(rename = "type")]
    pub(super) type_: String,
    /// A status code.
    pub(super) status: String,
    /// Code of the framework programme.
    pub(super) programme: String,
    /// Days from today.
    pub(super) opens: i64,
    /// Days from today.
    #[serde(default)]
    pub(super) deadlines: Vec<i64>,
    #[serde(default = "single_stage")]
    pub(super) model: String,
    /// Type of action; of a cascade call its parent's title.
    #[serde(default)]
    pub(super) action: String,
    /// Euro, for the whole topic.
    pub(super) budget: Option<u64>,
    /// Euro, for one project.
    pub(super) most: Option<u64>,
    #[serde(default)]
    pub(super) keywords: Vec<String>,
}

/// How a site tells what it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// RSS 2.0 and pages.
    Rss,
    /// Atom and pages.
    Atom,
    /// HTML lists with paging, and pages.
    List,
    /// JSON by GET with an offset, and pages.
    Json,
    /// JSON by POST with an offset, and pages.
    JsonPost,
    /// The EU portal's search interface, and pages.
    Sedia,
}

/// How a list is marked up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Markup {
    #[default]
    Cards,
    Table,
    /// Relative links under a `<base href>`.
    Based,
}

/// The languages of the sample web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Lang {
    He,
    En,
    Us,
    Fr,
    De,
    Es,
}

fn page_size() -> usize {
    PAGE_SIZE
}

fn single_stage() -> String {
    "single-stage".to_owned()
}

impl Site {
    /// Reads one file as of `today`.
    pub(super) fn load(file: &Path, today: NaiveDate) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("{}: cannot be read", file.display()))?;
        let filled = placeholder::fill(&text, today).map_err(|(offset, what)| ConfigError::at(file, &text, offset, what))?;
        let site: Self = toml::from_str(&filled).map_err(|error| ConfigError::from_toml(file, &filled, &error))?;
        site.check(today).with_context(|| file.display().to_string())?;
        Ok(site)
    }

    /// Where people find all items: the list, or the front page where there is none.
    pub(super) fn list_path(&self) -> &str {
        if self.manner == Manner::List { &self.path } else { "/" }
    }

    /// Where an item's own page stands.
    pub(super) fn item_path(&self, item: &Item) -> String {
        item.at.clone().unwrap_or_else(|| self.item_path.replace("{slug}", &item.slug))
    }

    /// The same with scheme and host.
    pub(super) fn item_url(&self, item: &Item) -> String {
        format!("https://{}{}", self.host, self.item_path(item))
    }

    /// May not be read: robots.txt says so.
    pub(super) fn forbids(&self, item: &Item) -> bool {
        let path = self.item_path(item);
        self.disallow.iter().any(|prefix| path.starts_with(prefix))
    }

    fn check(&self, today: NaiveDate) -> anyhow::Result<()> {
        ensure!(self.host.ends_with(".example"), "host `{}`: the sample web is invented; end it with .example", self.host);
        ensure!(self.page_size > 0, "page_size: at least 1");
        ensure!(self.path.starts_with('/') && self.item_path.starts_with('/'), "path and item_path begin with `/`");
        ensure!(self.item_path.contains("{slug}"), "item_path: say with {{slug}} where the slug goes");
        let mut seen = BTreeSet::new();
        for item in &self.items {
            let slug = &item.slug;
            ensure!(seen.insert(slug), "item `{slug}` is there twice; give one of them another slug");
            ensure!(item.published <= 0, "item `{slug}`: published is later than today; write 0 or less");
            ensure!(placeholder::day(today, item.published).is_some(), "item `{slug}`: published is out of the calendar");
            ensure!(
                item.sedia.is_some() == (self.manner == Manner::Sedia),
                "item `{slug}`: [item.sedia] goes with manner = \"sedia\", and only with it"
            );
            if let Some(truth) = &item.truth {
                truth.check(today).with_context(|| format!("item `{slug}`: truth"))?;
            }
        }
        Ok(())
    }
}

impl Truth {
    fn check(&self, today: NaiveDate) -> anyhow::Result<()> {
        let fits = match self.deadline {
            DeadlineKind::Fixed => self.days.len() == 1,
            DeadlineKind::MultipleCutoffs | DeadlineKind::TwoStage => self.days.len() >= 2 && self.days.is_sorted(),
            DeadlineKind::Rolling | DeadlineKind::UntilExhausted | DeadlineKind::Unknown => self.days.is_empty(),
        };
        ensure!(
            fits,
            "{:?} does not go with {} days; fixed has one, several stages two or more in order, the others none",
            self.deadline,
            self.days.len()
        );
        ensure!(self.days.iter().all(|&days| placeholder::day(today, days).is_some()), "a day is out of the calendar");
        Ok(())
    }
}
