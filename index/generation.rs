//! One generation of the index: a folder of the engine's own, and a reader over it. The commit payload tells which analysis made it, up
//! to which change it goes and whether it is whole, so these are written in the same instant as the documents.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde::{Deserialize, Serialize};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{IndexReader, ReloadPolicy};

use crate::analyser::{ANALYSER, Analyser};
use crate::analysis::ANALYSIS_VERSION;
use crate::columns::Opened;
use crate::error::Error;
use crate::fields::Fields;
use crate::memory::Memory;
use crate::present::Presence;

/// What each commit says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    analysis: u32,
    pub(crate) change: u64,
    /// Whether it has ever held everything up to some change; until then an older generation answers. Older versions did not say so.
    #[serde(default = "yes")]
    pub(crate) whole: bool,
}

fn yes() -> bool {
    true
}

impl Stamp {
    pub(crate) fn at(change: u64, whole: bool) -> Self {
        Self { analysis: ANALYSIS_VERSION, change, whole }
    }

    pub(crate) fn to_payload(self) -> String {
        serde_json::json!({ "analysis": self.analysis, "change": self.change, "whole": self.whole }).to_string()
    }
}

/// A generation that can be read.
pub(crate) struct Generation {
    path: PathBuf,
    pub(crate) engine: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    pub(crate) memory: Arc<Memory>,
    pub(crate) columns: Opened,
    pub(crate) presence: Presence,
    /// The change up to which what the reader shows goes.
    reached: AtomicU64,
    /// Whether that is all that there was at some time.
    whole: AtomicBool,
}

impl Generation {
    /// Opens what is there; the error says why it is not usable.
    pub(crate) fn open(path: PathBuf) -> Result<Self, String> {
        if !path.join("meta.json").is_file() {
            return Err("nothing is there yet".to_owned());
        }
        let engine = tantivy::Index::open_in_dir(&path).map_err(|error| error.to_string())?;
        if engine.schema() != Fields::schema().0 {
            return Err("it was built by another version".to_owned());
        }
        let generation = Self::over(path, engine).map_err(|error| error.to_string())?;
        generation.stamp()?;
        Ok(generation)
    }

    /// Begins an empty one.
    pub(crate) fn begin(path: PathBuf) -> Result<Self, Error> {
        std::fs::create_dir_all(&path).map_err(|source| Error::Folder { folder: path.clone(), source })?;
        let begun = tantivy::Index::create_in_dir(&path, Fields::schema().0).and_then(|engine| Self::over(path, engine));
        begun.map_err(Error::engine("beginning an empty index"))
    }

    fn over(path: PathBuf, engine: tantivy::Index) -> tantivy::Result<Self> {
        engine.tokenizers().register(ANALYSER, TextAnalyzer::from(Analyser::default()));
        let reader = engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let generation = Self {
            path,
            engine,
            reader,
            fields: Fields::schema().1,
            memory: Arc::default(),
            columns: Opened::default(),
            presence: Presence::default(),
            reached: AtomicU64::default(),
            whole: AtomicBool::default(),
        };
        generation.look_again()?;
        Ok(generation)
    }

    /// The commit's number is read before the reader looks: what it shows may be newer than the number, never older.
    fn look_again(&self) -> tantivy::Result<()> {
        let stamp = self.stamp();
        self.reader.reload()?;
        if let Ok(stamp) = stamp {
            self.reached.store(stamp.change, Ordering::Release);
            self.whole.store(stamp.whole, Ordering::Release);
        }
        Ok(())
    }

    /// The change up to which it answers.
    pub(crate) fn reached(&self) -> u64 {
        self.reached.load(Ordering::Acquire)
    }

    /// What the last commit says of itself.
    pub(crate) fn stamp(&self) -> Result<Stamp, String> {
        let metas = self.engine.load_metas().map_err(|error| error.to_string())?;
        let payload = metas.payload.ok_or("its first batch was never finished")?;
        serde_json::from_str(&payload).map_err(|error| format!("its stamp is broken: {error}"))
    }

    /// Whether this version's rules made it, so that it can be written on.
    pub(crate) fn is_of_this_version(&self) -> bool {
        self.stamp().is_ok_and(|stamp| stamp.analysis == ANALYSIS_VERSION)
    }

    /// Whether it can answer for all that there was at some time.
    pub(crate) fn is_whole(&self) -> bool {
        self.whole.load(Ordering::Acquire)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Shows what has been committed since.
    pub(crate) fn reload(&self) -> Result<(), Error> {
        self.look_again().map_err(Error::engine("opening what was committed"))
    }
}

/// Lets an older generation be read whose fields this version has and goes on from: the new ones are then empty in it. True if it did.
///
/// To be called by the one writer, since it replaces the engine's meta file.
pub(crate) fn widen_schema(path: &Path) -> Result<bool, Error> {
    let at = path.join("meta.json");
    let failed = |source| Error::Folder { folder: path.to_owned(), source };
    let Ok(meta) = std::fs::read(&at) else { return Ok(false) };
    let (Ok(mut meta), Ok(ours)) = (serde_json::from_slice::<serde_json::Value>(&meta), serde_json::to_value(Fields::schema().0))
    else {
        return Ok(false);
    };
    let (Some(theirs), Some(entries)) = (meta["schema"].as_array(), ours.as_array()) else { return Ok(false) };
    if theirs.len() >= entries.len() || !entries.starts_with(theirs) {
        return Ok(false);
    }
    meta["schema"] = ours;
    let beside = path.join("meta.json.new");
    std::fs::write(&beside, meta.to_string()).and_then(|()| std::fs::rename(&beside, &at)).map_err(failed)?;
    Ok(true)
}
