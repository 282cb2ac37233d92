//! One roadmap entry: who is read, how, how often, and what we take for granted of it.

mod imap;
mod pattern;
mod shape;

use chrono_tz::Tz;
use serde::Deserialize;

use crate::opportunity::Kind;
pub use imap::{Imap, Secret};
pub use pattern::{Css, Path};
pub use shape::{Bespoke, Detail, Engine, Feed, Json, List, Mail, Manual, Paging, Shape, Sitemap, Watched};

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
    /// `file:line` of the schedule, for whoever can tell whether it makes sense.
    pub schedule_place: String,
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
    /// Most files (PDF, Word) read with one item; 0: none is asked for.
    pub attachments: usize,
    /// Which days its lists are read for.
    pub window: Window,
}

/// Days around today that somebody asks about: a list is left where a whole page of it lies outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Window {
    /// Days back: what was over before is history, and calendars have no beginning.
    pub past_days: u32,
    /// Days ahead: nobody calls for anything later, and calendars have no end.
    pub ahead_days: u32,
}

impl Default for Window {
    /// Two months back, so that what closed since the last letters is still told as closed; two years ahead, as the longest
    /// framework programmes announce.
    fn default() -> Self {
        Self { past_days: 60, ahead_days: 730 }
    }
}

/// A name in the two languages of the house.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize, utoipa::ToSchema)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moderation {
    /// As `approved`.
    #[default]
    Auto,
    /// As `new`, until staff approve them.
    Review,
}
