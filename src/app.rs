//! Everything a command or a handler needs, opened in order: configuration, lock, store, index.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sources::Source;
use sources::fetch::{FetchSettings, Fetcher};
use sources::lexicon::Lexicon;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::config::Config;
use crate::document::{names, thesaurus};
use crate::lock::DataLock;
use crate::settings::Settings;
use crate::store::Store;

/// A running kolkore that may write: one per data folder.
pub struct App {
    /// As configured.
    pub settings: Settings,
    /// The one clock.
    pub clock: Clock,
    /// The roadmap.
    pub sources: Arc<Vec<Source>>,
    /// Words and rules.
    pub lexicon: Arc<Lexicon>,
    /// Texts for people.
    pub i18n: Arc<crate::i18n::I18n>,
    /// Whom a call means beside what it is about.
    pub rules: Arc<crate::digest::pick::Rules>,
    /// Whose holidays an authority keeps.
    pub calendars: Arc<crate::digest::holidays::Calendars>,
    /// What each member is promised in a year.
    pub targets: Arc<crate::targets::Targets>,
    /// The truth.
    pub store: Store,
    /// The only door to the web.
    pub fetcher: Fetcher,
    /// To search.
    pub index: Arc<index::Index>,
    /// The last change that the store had when it was opened.
    pub stood_at: u64,
    /// The data folder.
    pub data: PathBuf,
    /// The configuration folder.
    pub config_folder: PathBuf,
    writer: Arc<Mutex<index::Writer>>,
    _lock: DataLock,
}

impl App {
    /// Opens everything and seeds the municipalities. The index may lag behind: [`App::index_all`].
    pub async fn open_to_write(config: &Path, data: &Path) -> anyhow::Result<Self> {
        let config = Config::load(config)?;
        Self::with_config(config, data).await
    }

    /// The same with a configuration that is loaded already.
    pub async fn with_config(config: Config, data: &Path) -> anyhow::Result<Self> {
        let Config { folder: config_folder, settings, sources, lexicon, i18n, rules, calendars, targets, municipalities } =
            config;
        let clock = clock(&settings)?;
        let lock = DataLock::take(data)?;
        let fetcher = fetcher(&settings)?;
        let store = Store::open(data, database_url(&settings)).await?;
        store.seed_municipalities(&municipalities, clock.now()).await?;
        let stood_at = store.last_change().await?;
        let folder = data.join("index");
        let writer = tokio::task::spawn_blocking(move || index::Writer::open(&folder)).await??;
        let index = writer.index().with_thesaurus(thesaurus(&lexicon)).with_names(names(&lexicon, &i18n));
        Ok(Self {
            settings,
            clock,
            sources: Arc::new(sources),
            lexicon: Arc::new(lexicon),
            i18n: Arc::new(i18n),
            rules: Arc::new(rules),
            calendars: Arc::new(calendars),
            targets: Arc::new(targets),
            store,
            fetcher,
            index: Arc::new(index),
            stood_at,
            data: data.to_owned(),
            config_folder,
            writer: Arc::new(Mutex::new(writer)),
            _lock: lock,
        })
    }

    /// Brings the index up to the store's last change.
    pub async fn index_all(&self) -> anyhow::Result<()> {
        crate::indexer::catch_up(&self.store, &self.sources, &self.writer, |_| {}).await
    }

    /// Does `work`, and puts what it keeps into the index meanwhile; in the end all of it is searchable.
    pub async fn index_beside<T>(self: &Arc<Self>, work: impl Future<Output = T>) -> anyhow::Result<T> {
        let app = Arc::clone(self);
        let beside = tokio::spawn(async move {
            let mut changes = app.store.changes();
            // What fails here is tried again when the work is done, and told then.
            while crate::indexer::put_changes(&app.store, &app.sources, &app.writer, |_| {}).await.is_ok()
                && changes.changed().await.is_ok()
            {}
        });
        let done = work.await;
        beside.abort();
        self.index_all().await?;
        Ok(done)
    }

    /// Builds the index anew from the store, while the one that there is answers; `progress` is told the change number reached.
    pub async fn rebuild_index(&self, progress: impl Fn(u64)) -> anyhow::Result<()> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        tokio::task::spawn_blocking(move || writer.begin_anew()).await??;
        crate::indexer::catch_up(&self.store, &self.sources, &self.writer, progress).await
    }

    /// Keeps the index up to date until the store is closed or the task is dropped.
    pub async fn follow_changes(&self) -> anyhow::Result<()> {
        let mut changes = self.store.changes();
        loop {
            self.index_all().await?;
            if changes.changed().await.is_err() {
                return Ok(());
            }
        }
    }

    /// Waits for what is under way and closes the store.
    pub async fn close(&self) {
        self.store.close().await;
    }
}

/// The store alone, for commands that write it without crawling or searching; the index catches up when it is next opened.
pub async fn open_store_to_write(config: &Path, data: &Path) -> anyhow::Result<(Store, Clock, DataLock)> {
    let settings = Settings::load(config, std::env::vars())?;
    let lock = DataLock::take(data)?;
    Ok((Store::open(data, database_url(&settings)).await?, clock(&settings)?, lock))
}

/// The store alone, to read: no lock, nothing created or migrated.
pub async fn open_store_to_read(config: &Path, data: &Path) -> anyhow::Result<(Store, Clock)> {
    let settings = Settings::load(config, std::env::vars())?;
    Ok((Store::open_to_read(data, database_url(&settings)).await?, clock(&settings)?))
}

/// Whether there is a store already. A database is taken to be there: it was named.
pub fn has_store(config: &Path, data: &Path) -> anyhow::Result<bool> {
    let settings = Settings::load(config, std::env::vars())?;
    Ok(database_url(&settings).is_some() || Store::is_in(data)?)
}

/// The clock that the settings ask for.
pub fn clock(settings: &Settings) -> anyhow::Result<Clock> {
    if settings.today.is_empty() { Ok(Clock::System) } else { Clock::starting_at(&settings.today) }
}

fn database_url(settings: &Settings) -> Option<&str> {
    Some(settings.database_url.as_str()).filter(|url| !url.is_empty())
}

/// The only door to the web, as the settings want it.
pub fn fetcher(settings: &Settings) -> anyhow::Result<Fetcher> {
    let fetch = &settings.fetch;
    let gateway = Some(fetch.gateway.as_str()).filter(|gateway| !gateway.is_empty());
    let gateway = gateway
        .map(|gateway| {
            url::Url::parse(gateway)
                .map_err(|error| anyhow::anyhow!("fetch.gateway: `{gateway}`: {error}; write e.g. http://127.0.0.1:9000"))
        })
        .transpose()?;
    let about = url::Url::parse(&fetch.about).map_err(|error| {
        anyhow::anyhow!("fetch.about: `{}`: {error}; write the address of a page that says what this crawler is", fetch.about)
    })?;
    let mut asked = FetchSettings::new(env!("CARGO_PKG_VERSION"), about, fetch.contact.clone());
    asked.gateway = gateway;
    asked.min_delay = std::time::Duration::from_millis(fetch.min_delay_ms);
    Ok(Fetcher::new(asked)?)
}

/// Brings a backup into an empty data folder; returns how many letters are held.
pub async fn restore_store(config: &Path, data: &Path, file: &Path) -> anyhow::Result<u64> {
    let settings = Settings::load(config, std::env::vars())?;
    anyhow::ensure!(database_url(&settings).is_none(), "database_url is set: restore a PostgreSQL database with its own tools");
    let _lock = DataLock::take(data)?;
    Store::restore(data, file, clock(&settings)?.now()).await
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::edition::testing::record;

    #[tokio::test(flavor = "multi_thread")]
    async fn what_long_work_keeps_is_indexed_meanwhile_and_searchable_in_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("config")).unwrap();
        let app = Arc::new(App::with_config(config, folder.path()).await.unwrap());
        let work = async {
            app.store.import(&[record("a", json!({}))], app.clock.now()).await.unwrap();
            let put = async {
                while app.writer.lock().await.last_put() == 0 {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            };
            tokio::time::timeout(Duration::from_secs(10), put).await.unwrap();
            let seen = app.index.len();
            app.store.import(&[record("b", json!({}))], app.clock.now()).await.unwrap();
            seen
        };
        // Seen it is when the work is done, and what was kept at its very end as well.
        assert_eq!(app.index_beside(work).await.unwrap(), 0);
        assert_eq!(app.index.len(), 2);
    }
}
