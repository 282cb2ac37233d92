//! The one who writes. One per process and folder; readers need none.

use std::path::{Path, PathBuf};

use tantivy::directory::error::LockError;
use tantivy::indexer::LogMergePolicy;
use tantivy::{IndexWriter, TantivyError, Term};

use crate::document::Document;
use crate::error::Error;
use crate::fields::Fields;
use crate::folder::{self, Stamp};
use crate::index::Index;

/// A rebuild is bound by analysis, which two threads share; a commit of a few records makes one segment however many there are.
const THREADS: usize = 2;

/// For all threads together. Less means more and smaller segments during a rebuild.
const MEMORY_BYTES: usize = 100_000_000;

/// So many segments of one size become one. Each costs every question its share of looking terms up, and merging is done beside
/// the writing; the engine's own eight are for who writes more than is asked.
const SEGMENTS_TO_MERGE: usize = 4;

/// Replaces and removes documents, and remembers up to which change.
pub struct Writer {
    folder: PathBuf,
    fields: Fields,
    engine: IndexWriter,
    index: Index,
    last_change: u64,
}

impl Writer {
    /// Opens the index in `folder` for writing. Where there is none, or a broken one, or one of another version, an empty one is
    /// begun: [`Writer::last_change`] is 0 then, and everything has to be applied again.
    ///
    /// Nobody else may have the folder open for writing; the caller's lock on its data folder sees to that.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let found = folder::open(folder).and_then(|engine| Self::over(folder, engine));
        match found {
            Err(Error::NotBuilt { reason, .. }) => {
                tracing::info!(folder = %folder.display(), reason, "beginning an empty search index");
                Self::begin(folder)
            }
            // Its meta file was in order but a segment cannot be read: files were lost or damaged.
            Err(Error::Engine { doing, source }) => {
                tracing::warn!(folder = %folder.display(), doing, %source, "the search index is damaged; beginning an empty one");
                Self::begin(folder)
            }
            usable => usable,
        }
    }

    fn begin(folder: &Path) -> Result<Self, Error> {
        let mut writer = Self::over(folder, folder::begin(folder)?)?;
        writer.commit(0)?;
        Ok(writer)
    }

    fn over(folder: &Path, engine: tantivy::Index) -> Result<Self, Error> {
        let index = Index::over(folder, engine.clone())?;
        let last_change = folder::stamp(&engine).map_or(0, |stamp| stamp.change);
        let engine = engine.writer_with_num_threads(THREADS, MEMORY_BYTES).map_err(|error| match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Error::Busy { folder: folder.to_owned() },
            source => Error::Engine { doing: "opening it for writing", source },
        })?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(SEGMENTS_TO_MERGE);
        engine.set_merge_policy(Box::new(merging));
        Ok(Self { folder: folder.to_owned(), fields: Fields::schema().1, engine, index, last_change })
    }

    /// The change number up to which everything is in the index; 0 where it is empty.
    pub fn last_change(&self) -> u64 {
        self.last_change
    }

    /// For searching what is written: sees each [`Writer::apply`] as soon as it has returned.
    pub fn index(&self) -> Index {
        self.index.clone()
    }

    /// Puts `documents` in place of those with the same ids, removes `removed_ids`, and remembers that the index holds everything
    /// up to `up_to_change`; all in one commit, or not at all. Doing it again changes nothing.
    pub fn apply(&mut self, documents: &[Document], removed_ids: &[String], up_to_change: u64) -> Result<(), Error> {
        let done = self.stage(documents, removed_ids).and_then(|()| self.commit(self.last_change.max(up_to_change)));
        if done.is_err() {
            // What is half staged must not slip into the next commit.
            self.engine.rollback().map_err(Error::engine("taking back a batch that failed"))?;
        }
        done
    }

    /// Removes everything, so that [`Writer::last_change`] is 0. Readers see the old documents until then.
    pub fn clear(&mut self) -> Result<(), Error> {
        self.engine.delete_all_documents().map_err(Error::engine("emptying it"))?;
        self.commit(0)
    }

    /// Waits until the segments of many commits are merged into few, then closes. For a process that ends after writing; merely
    /// dropping the writer loses nothing, but leaves more segments to be searched.
    pub fn finish(self) -> Result<(), Error> {
        self.engine.wait_merging_threads().map_err(Error::engine("merging segments"))
    }

    fn stage(&mut self, documents: &[Document], removed_ids: &[String]) -> Result<(), Error> {
        for id in removed_ids {
            self.engine.delete_term(Term::from_field_text(self.fields.id, id));
        }
        for document in documents {
            self.engine.delete_term(Term::from_field_text(self.fields.id, &document.id));
            self.engine.add_document(self.fields.row(document)).map_err(Error::engine("adding a record"))?;
        }
        Ok(())
    }

    fn commit(&mut self, change: u64) -> Result<(), Error> {
        let mut commit = self.engine.prepare_commit().map_err(Error::engine("finishing a batch"))?;
        commit.set_payload(&Stamp::at(change).to_payload());
        commit.commit().map_err(Error::engine("committing a batch"))?;
        self.last_change = change;
        self.index.reload()
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("folder", &self.folder).field("last_change", &self.last_change).finish_non_exhaustive()
    }
}
