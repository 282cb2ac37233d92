//! The index on disk: opening what is usable, beginning anew where it is not. The commit payload tells which analysis made the
//! index and up to which change it goes, so both are written in the same instant as the documents.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::tokenizer::TextAnalyzer;

use crate::analyser::{ANALYSER, Analyser};
use crate::analysis::ANALYSIS_VERSION;
use crate::error::Error;
use crate::fields::Fields;

/// The folder inside the index folder that belongs to the engine alone: it is deleted whole, so nothing else may stand in it.
const ENGINE_FOLDER: &str = "segments";

/// What each commit says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    analysis: u32,
    pub(crate) change: u64,
}

impl Stamp {
    pub(crate) fn at(change: u64) -> Self {
        Self { analysis: ANALYSIS_VERSION, change }
    }

    pub(crate) fn to_payload(self) -> String {
        serde_json::json!({ "analysis": self.analysis, "change": self.change }).to_string()
    }
}

/// Opens what is there; the error says why it is not usable.
pub(crate) fn open(folder: &Path) -> Result<tantivy::Index, Error> {
    let unusable = |reason: String| Error::NotBuilt { folder: folder.to_owned(), reason };
    let engine_folder = engine_folder(folder);
    if !engine_folder.join("meta.json").is_file() {
        return Err(unusable("nothing is there yet".to_owned()));
    }
    let index = tantivy::Index::open_in_dir(&engine_folder).map_err(|error| unusable(error.to_string()))?;
    if index.schema() != Fields::schema().0 {
        return Err(unusable("it was built by another version".to_owned()));
    }
    stamp(&index).map_err(unusable)?;
    register(&index);
    Ok(index)
}

/// Deletes what is there and begins an empty index.
pub(crate) fn begin(folder: &Path) -> Result<tantivy::Index, Error> {
    let engine_folder = engine_folder(folder);
    let at_folder = |source| Error::Folder { folder: folder.to_owned(), source };
    match std::fs::remove_dir_all(&engine_folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(at_folder(error)),
        _ => {}
    }
    std::fs::create_dir_all(&engine_folder).map_err(at_folder)?;
    let index =
        tantivy::Index::create_in_dir(&engine_folder, Fields::schema().0).map_err(Error::engine("beginning an empty index"))?;
    register(&index);
    Ok(index)
}

/// What the last commit says of itself.
pub(crate) fn stamp(index: &tantivy::Index) -> Result<Stamp, String> {
    let metas = index.load_metas().map_err(|error| error.to_string())?;
    let payload = metas.payload.ok_or("its first batch was never finished")?;
    let stamp: Stamp = serde_json::from_str(&payload).map_err(|error| format!("its stamp is broken: {error}"))?;
    if stamp.analysis == ANALYSIS_VERSION { Ok(stamp) } else { Err("it was built by another version".to_owned()) }
}

fn engine_folder(folder: &Path) -> PathBuf {
    folder.join(ENGINE_FOLDER)
}

fn register(index: &tantivy::Index) {
    index.tokenizers().register(ANALYSER, TextAnalyzer::from(Analyser::default()));
}
