//! Reads `config/roadmap/*.toml` into sources, or says where and why not.

mod mending;
mod soundness;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use serde::Deserialize;
use toml::Spanned;

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

/// What begins an entry.
const ENTRY: &str = "[[source]]";

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
    let (sources, errors) = read(folder);
    if errors.is_empty() { Ok(sources) } else { Err(errors) }
}

/// All sources of a folder that can be made out, and every mistake. With a mistake they are for looking at only.
pub fn read(folder: &Path) -> (Vec<Source>, Vec<ConfigError>) {
    // One that cannot be listed may be any: the roadmap is whole or not taken.
    let listed = std::fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut files: Vec<PathBuf> = match listed {
        Ok(files) => files,
        Err(error) => {
            let what = format!("cannot be read ({error}); give the folder that holds roadmap/ with --config");
            return (Vec::new(), vec![ConfigError::whole(folder, what)]);
        }
    };
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();

    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for file in &files {
        match std::fs::read_to_string(file) {
            Ok(text) => read_file(file, &text, &mut seen, &mut sources, &mut errors),
            Err(error) => errors.push(ConfigError::whole(file, format!("cannot be read: {error}"))),
        }
    }
    if sources.is_empty() && errors.is_empty() {
        errors.push(ConfigError::whole(folder, "there is no source in it; docs/OPERATIONS.md shows an entry"));
    }
    (sources, errors)
}

fn read_file(
    file: &Path,
    text: &str,
    seen: &mut BTreeMap<String, String>,
    sources: &mut Vec<Source>,
    errors: &mut Vec<ConfigError>,
) {
    let begin = errors.len();
    for (offset, part) in entries(text) {
        let first = ConfigError::at(file, text, offset, "").line;
        let (parsed, mended, mistakes) = mending::read_on::<File>(part);
        let at = |line: usize, what: String| ConfigError { file: file.to_owned(), line: first + line, what };
        errors.extend(mistakes.into_iter().map(|(line, said)| at(line, advice(&said))));
        for entry in parsed.into_iter().flat_map(|file| file.source) {
            let start = entry.span().start;
            let entry = entry.into_inner();
            let slug = entry.slug.clone();
            let mut mistake =
                |what: String| errors.push(at(mended.line_of_key(start, &what), format!("source \"{slug}\": {what}")));
            let place = at(mended.line(start), String::new()).place();
            if slug != mending::NO_SLUG
                && let Some(other) = seen.insert(slug.clone(), place)
            {
                mistake(format!("slug: this one is already at {other}; give one of them another"));
            }
            let schedule_at = entry.schedule.as_ref().map_or(start, |schedule| schedule.span().start);
            let (source, mistakes) = entry.check(at(mended.line(schedule_at), String::new()).place());
            mistakes.into_iter().chain(soundness::mistakes(&source)).for_each(&mut mistake);
            sources.push(source);
        }
    }
    errors[begin..].sort_by_key(|error| error.line);
}

/// The file in parts of one entry each, with where they begin, so that a mistake in one does not hide those of the next.
fn entries(text: &str) -> Vec<(usize, &str)> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim() == ENTRY && at > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| (*start, &text[*start..end])).collect()
}

/// What the TOML reader says, with what to do where it does not say so.
fn advice(said: &str) -> String {
    let more = if said.contains("wanted exactly 1 element") {
        "; give [source.mail] `folder = \"letters\"` or a table [source.mail.imap]"
    } else if said.starts_with("missing field") || said.starts_with("unknown field") {
        "; docs/OPERATIONS.md lists the keys of an entry"
    } else {
        ""
    };
    format!("{said}{more}")
}

impl Entry {
    /// The source, and what is wrong with it; then something stands in for what cannot be made out.
    fn check(self, schedule_place: String) -> (Source, Vec<String>) {
        let mut mistakes = Vec::new();
        if self.slug.is_empty() || !self.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            mistakes.push("slug: use lower-case letters, digits and hyphens".to_owned());
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
        let (shape, further) = (shapes.next(), shapes.next());
        if shape.is_none() || further.is_some() {
            let what = "give exactly one of [source.feed], [source.list], [source.json], [source.sitemap], [source.page], \
                        [source.mail], [source.bespoke], [source.manual]";
            mistakes.push(what.to_owned());
        }
        let shape = shape.unwrap_or(Shape::Manual(Manual { contact: None }));
        let zone = self.zone.as_deref().unwrap_or("Europe/Brussels");
        let zone: Tz = zone.parse().unwrap_or_else(|_| {
            mistakes.push(format!("zone: `{zone}` is no IANA zone; write e.g. \"Asia/Jerusalem\""));
            Tz::UTC
        });
        let attachments = match (self.attachments, &shape) {
            (Some(most), _) => most,
            // They came along, and asking for them costs nobody anything.
            (None, Shape::Mail(_)) => ATTACHMENTS_OF_A_LETTER,
            (None, _) => 0,
        };
        if attachments > MOST_ATTACHMENTS {
            mistakes.push(format!("attachments: at most {MOST_ATTACHMENTS} files are read with an item"));
        }
        let source = Source {
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
        };
        (source, mistakes)
    }
}
