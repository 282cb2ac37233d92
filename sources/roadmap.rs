//! Reads `config/roadmap/*.toml` into sources, or says where and why not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use crate::source::{
    Bespoke, Defaults, Feed, Json, List, Mail, Manual, Moderation, Names, Shape, Sitemap, Source, Watched, Window,
};

/// Pages of one visit, detail pages included, unless the entry says otherwise: a day's worth of a busy news site,
/// and at the default spacing still done in half an hour.
const PAGE_LIMIT: u32 = 300;

/// Files read with a letter, unless the entry says otherwise: the call, its form, its budget, two to spare.
const ATTACHMENTS_OF_A_LETTER: usize = 5;

/// An item with more files than these is an archive, and its source wants an entry of another shape.
const MOST_ATTACHMENTS: usize = 20;

/// A mistake in a configuration file.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
#[error("{}:{line}: {what}", file.display())]
pub struct ConfigError {
    /// The file.
    pub file: PathBuf,
    /// 1 for the first; 0 when it concerns the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl ConfigError {
    /// `file:line`.
    pub fn place(&self) -> String {
        format!("{}:{}", self.file.display(), self.line)
    }

    /// A mistake of a whole file.
    pub fn whole(file: &Path, what: impl ToString) -> Self {
        Self { file: file.to_owned(), line: 0, what: what.to_string() }
    }

    /// A mistake at a byte offset of a file's text.
    pub fn at(file: &Path, text: &str, offset: usize, what: impl ToString) -> Self {
        let line = text.as_bytes().iter().take(offset).filter(|&&byte| byte == b'\n').count() + 1;
        Self { file: file.to_owned(), line, what: what.to_string() }
    }

    /// A mistake that the TOML reader found.
    pub fn from_toml(file: &Path, text: &str, error: &toml::de::Error) -> Self {
        match error.span() {
            Some(span) => Self::at(file, text, span.start, error.message()),
            None => Self::whole(file, error.message()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    source: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    name: Names,
    network: String,
    #[serde(default)]
    schedule: Option<Spanned<String>>,
    language: Vec<String>,
    #[serde(default)]
    zone: Option<String>,
    #[serde(default)]
    defaults: Defaults,
    #[serde(default)]
    cadence_days: Option<u32>,
    #[serde(default)]
    floor: u32,
    dated: Option<f64>,
    #[serde(default)]
    moderation: Moderation,
    #[serde(default)]
    active: bool,
    #[serde(default)]
    evidence: Option<String>,
    #[serde(default)]
    page_limit: Option<u32>,
    #[serde(default)]
    attachments: Option<usize>,
    #[serde(default)]
    window: Window,
    feed: Option<Feed>,
    list: Option<List>,
    json: Option<Json>,
    sitemap: Option<Sitemap>,
    page: Option<Watched>,
    mail: Option<Mail>,
    bespoke: Option<Bespoke>,
    manual: Option<Manual>,
}

/// All sources of a folder, in order of file and place; every mistake, not only the first.
pub fn load(folder: &Path) -> Result<Vec<Source>, Vec<ConfigError>> {
    let mut files = match std::fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect::<Vec<_>>(),
        Err(error) => {
            return Err(vec![ConfigError::whole(
                folder,
                format!("cannot be read ({error}); give the folder that holds roadmap/ with --config"),
            )]);
        }
    };
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();

    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in &files {
        match std::fs::read_to_string(file) {
            Ok(text) => read_file(file, &text, &mut seen, &mut sources, &mut errors),
            Err(error) => errors.push(ConfigError::whole(file, format!("cannot be read: {error}"))),
        }
    }
    if errors.is_empty() { Ok(sources) } else { Err(errors) }
}

fn read_file(
    file: &Path,
    text: &str,
    seen: &mut BTreeMap<String, PathBuf>,
    sources: &mut Vec<Source>,
    errors: &mut Vec<ConfigError>,
) {
    let parsed: File = match toml::from_str(text) {
        Ok(parsed) => parsed,
        Err(error) => return errors.push(ConfigError::from_toml(file, text, &error)),
    };
    for entry in parsed.source {
        let start = entry.span().start;
        let entry = entry.into_inner();
        let slug = entry.slug.clone();
        if let Some(other) = seen.insert(slug.clone(), file.to_owned()) {
            errors.push(ConfigError::at(
                file,
                text,
                start,
                format!("source \"{slug}\" is already in {}; give one of them another slug", other.display()),
            ));
        }
        let schedule_at = entry.schedule.as_ref().map_or(start, |schedule| schedule.span().start);
        match entry.check(ConfigError::at(file, text, schedule_at, "").place()) {
            Ok(source) => sources.push(source),
            Err(what) => errors.push(ConfigError::at(file, text, start, format!("source \"{slug}\": {what}"))),
        }
    }
}

impl Entry {
    fn check(self, schedule_place: String) -> Result<Source, String> {
        if self.slug.is_empty() || !self.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            return Err("slug: use lower-case letters, digits and hyphens".into());
        }
        let shapes = [
            self.feed.map(Shape::Feed),
            self.list.map(Shape::List),
            self.json.map(Shape::Json),
            self.sitemap.map(Shape::Sitemap),
            self.page.map(Shape::Page),
            self.mail.map(Shape::Mail),
            self.bespoke.map(Shape::Bespoke),
            self.manual.map(Shape::Manual),
        ];
        let mut shapes = shapes.into_iter().flatten();
        let (Some(shape), None) = (shapes.next(), shapes.next()) else {
            return Err(
                "give exactly one of [source.feed], [source.list], [source.json], [source.sitemap], [source.page], [source.mail], \
                 [source.bespoke], [source.manual]"
                    .into(),
            );
        };
        if let Some(address) = shape.address() {
            let url = Url::parse(&address.replace("{page}", "1").replace("{offset}", "0"))
                .map_err(|error| format!("url `{address}`: {error}; write it with https://"))?;
            if !matches!(url.scheme(), "http" | "https") {
                return Err(format!("url `{address}`: only http and https are fetched"));
            }
        }
        if self.language.is_empty() {
            return Err("language: name at least one, e.g. [\"en\"]".into());
        }
        if self.dated.is_some_and(|dated| !(0.0..=1.0).contains(&dated)) {
            return Err("dated: a share from 0 to 1, e.g. 0.8".into());
        }
        let zone = self.zone.as_deref().unwrap_or("Europe/Brussels");
        let zone: Tz = zone.parse().map_err(|_| format!("zone `{zone}` is no IANA zone; write e.g. \"Asia/Jerusalem\""))?;
        let attachments = match (self.attachments, &shape) {
            (Some(most), _) if most > MOST_ATTACHMENTS => {
                return Err(format!("attachments: at most {MOST_ATTACHMENTS} files are read with an item"));
            }
            (Some(most), _) => most,
            // They came along, and asking for them costs nobody anything.
            (None, Shape::Mail(_)) => ATTACHMENTS_OF_A_LETTER,
            (None, _) => 0,
        };
        Ok(Source {
            slug: self.slug,
            name: self.name,
            network: self.network,
            shape,
            schedule: self.schedule.map(Spanned::into_inner),
            schedule_place,
            language: self.language,
            zone,
            defaults: self.defaults,
            cadence_days: self.cadence_days,
            floor: self.floor,
            dated: self.dated,
            moderation: self.moderation,
            active: self.active,
            evidence: self.evidence,
            page_limit: self.page_limit.unwrap_or(PAGE_LIMIT),
            attachments,
            window: self.window,
        })
    }
}
