//! What can go wrong with an index, and what to do about it.

use std::path::PathBuf;

/// An error of the index.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none, or none that this version can read.
    #[error("there is no search index in {} ({reason}): run `kolkore rebuild`, or start `kolkore serve`, which builds it", folder.display())]
    NotBuilt {
        /// The index folder.
        folder: PathBuf,
        /// What was found instead.
        reason: String,
    },
    /// Another writer has it.
    #[error("the search index in {} is being written by another process: stop that one first", folder.display())]
    Busy {
        /// The index folder.
        folder: PathBuf,
    },
    /// The folder cannot be made, emptied or written.
    #[error("the search index folder {} cannot be used: {source}", folder.display())]
    Folder {
        /// The index folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The engine failed.
    #[error("the search index failed while {doing}: {source}")]
    Engine {
        /// What was being done.
        doing: &'static str,
        /// Why.
        source: tantivy::TantivyError,
    },
}

impl Error {
    pub(crate) fn engine(doing: &'static str) -> impl FnOnce(tantivy::TantivyError) -> Self {
        move |source| Self::Engine { doing, source }
    }
}
