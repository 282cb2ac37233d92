//! The bundled sample web: invented sites that stand behind the gateway form `/https/<host>/<path>?<query>`, with dates
//! that are always as near as on the day they were written. Knows nothing of how it is crawled, and asks no clock.

mod answer;
mod body;
mod content;
mod feed;
mod frame;
mod json;
mod list;
mod phrases;
mod placeholder;
mod robots;
mod sedia;
mod sedia_query;
mod serve;
#[cfg(test)]
mod tests;
mod truth;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, ensure};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use content::{Item, Site};
use phrases::Phrases;

pub use content::Manner;
pub use truth::TruthItem;

/// All sites, as of one day.
#[derive(Debug)]
pub struct SampleWeb {
    sites: BTreeMap<String, Site>,
    today: NaiveDate,
}

impl SampleWeb {
    /// Reads `demo/web/*.toml` of the configuration folder, its days counted from `today`.
    pub fn load(config: &Path, today: NaiveDate) -> anyhow::Result<Self> {
        let folder = config.join("demo/web");
        let mut sites = BTreeMap::new();
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("{}: cannot be read; give the folder that holds demo/ with --config", folder.display()))?;
        for entry in entries {
            let file = entry.with_context(|| folder.display().to_string())?.path();
            if file.extension().is_some_and(|extension| extension == "toml") {
                let site = Site::load(&file, today)?;
                ensure!(
                    file.file_stem().is_some_and(|stem| stem == site.host.as_str()),
                    "{}: is of host {}; name the file after it",
                    file.display(),
                    site.host
                );
                sites.insert(site.host.clone(), site);
            }
        }
        ensure!(!sites.is_empty(), "{}: holds no site", folder.display());
        Ok(Self { sites, today })
    }

    /// What a perfect reader would find, host by host.
    pub fn truth(&self) -> Vec<TruthItem> {
        self.sites.values().flat_map(|site| truth::of(site, self.today)).collect()
    }
}

/// The hour of the day at which the sample web publishes: early enough to be past whenever an office asks.
fn published_at(item: &Item, today: NaiveDate) -> DateTime<Utc> {
    let day = placeholder::day(today, item.published).unwrap_or(today);
    day.and_time(NaiveTime::MIN).and_utc()
}

/// The day of publication, for machines and for people.
fn published_on(item: &Item, today: NaiveDate, phrases: &Phrases) -> (String, String) {
    let day = published_at(item, today).date_naive();
    (day.to_string(), placeholder::written(day, phrases.form).unwrap_or_else(|| day.to_string()))
}
