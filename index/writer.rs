//! The one who writes. One per process and folder; readers need none.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::error::LockError;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexWriter, TantivyError, Term};

use crate::document::Document;
use crate::error::Error;
use crate::folder;
use crate::generation::{Generation, Stamp};
use crate::index::Index;
use crate::waiting::{Queue, Waiting};

/// A rebuild is bound by analysis, which two threads share; a commit of a few records makes one segment however many there are.
const THREADS: usize = 2;

/// Of each of them. Some 12 MB are tables of the engine's; what is more decides how many records make a segment, and a small segment is
/// merged more often: with 15 MB a rebuild took twice as long as with 60.
const THREAD_BYTES: usize = 60_000_000;

/// Segments are merged one after the other, beside the writing: each thread more holds the terms of a merge of its own.
const MERGE_THREADS: usize = 1;

/// So many segments of one size become one. Each costs every question its share of looking terms up, and merging is done beside
/// the writing; the engine's own eight are for who writes more than is asked.
const SEGMENTS_TO_MERGE: usize = 4;

/// Replaces and removes documents, and remembers up to which change.
pub struct Writer {
    folder: PathBuf,
    generation: Arc<Generation>,
    engine: IndexWriter<Waiting>,
    queue: Arc<Queue>,
    /// Shows the generation that is written, or an older one as long as that one is not whole.
    index: Index,
    stamp: Stamp,
    /// Up to which change everything was put, where it was not committed.
    staged: Option<u64>,
    /// Text of what was put and not committed.
    staged_bytes: usize,
    /// Ids of everything that was put since an empty one was begun, until it is whole; `None` where it may hold others.
    since_begun: Option<HashSet<String>>,
}

impl Writer {
    /// Opens the index in `folder` for writing. Where there is none, or a broken one, or one of another version, an empty one is
    /// begun: [`Writer::last_change`] is 0 then, and everything has to be applied again. Until [`Writer::complete`] an older one
    /// that can be read answers in its place.
    ///
    /// Nobody else may have the folder open for writing; the caller's lock on its data folder sees to that.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let Some(generation) = folder::writable(folder)? else { return Self::begin(folder) };
        let writer = Self::over(folder, generation)?;
        if writer.stamp.whole {
            folder::keep_only(folder, &writer.generation)?;
        }
        Ok(writer)
    }

    fn begin(folder: &Path) -> Result<Self, Error> {
        let mut writer = Self { since_begun: Some(HashSet::new()), ..Self::over(folder, folder::begin(folder)?)? };
        writer.stamp_with(Stamp::at(0, false))?;
        Ok(writer)
    }

    fn over(folder: &Path, generation: Generation) -> Result<Self, Error> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(THREADS)
            .memory_budget_per_thread(THREAD_BYTES)
            .num_merge_threads(MERGE_THREADS)
            .build();
        let engine = generation.engine.writer_with_options(options).map_err(|error| match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Error::Busy { folder: folder.to_owned() },
            source => Error::Engine { doing: "opening it for writing", source },
        })?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(SEGMENTS_TO_MERGE);
        engine.set_merge_policy(Box::new(merging));
        let stamp = generation.stamp().unwrap_or(Stamp::at(0, false));
        let older = if stamp.whole { None } else { folder::older(folder, &generation)? };
        let generation = Arc::new(generation);
        let index = Index::over(folder, older.map_or_else(|| Arc::clone(&generation), Arc::new));
        let queue = Arc::default();
        Ok(Self {
            folder: folder.to_owned(),
            generation,
            engine,
            queue,
            index,
            staged: None,
            staged_bytes: 0,
            stamp,
            since_begun: None,
        })
    }

    /// The change number up to which everything is in the index; 0 where it is empty.
    pub fn last_change(&self) -> u64 {
        self.stamp.change
    }

    /// For searching what is written: sees each [`Writer::apply`] as soon as it has returned, once this index is the one that answers.
    pub fn index(&self) -> Index {
        self.index.clone()
    }

    /// Puts `documents` in place of those with the same ids, removes `removed_ids`, and remembers that the index holds everything
    /// up to `up_to_change`; all in one commit, or not at all. Doing it again changes nothing.
    pub fn apply(&mut self, documents: &[Document], removed_ids: &[String], up_to_change: u64) -> Result<(), Error> {
        self.put(documents, removed_ids, up_to_change)?;
        self.commit()
    }

    /// The same without the commit: nobody sees it before [`Writer::commit`], and if the process ends it is to be put again. Where it
    /// fails, everything since the last commit is taken back.
    pub fn put(&mut self, documents: &[Document], removed_ids: &[String], up_to_change: u64) -> Result<(), Error> {
        let put = self.stage(documents, removed_ids);
        self.all_or_nothing(put)?;
        self.staged = Some(self.last_put().max(up_to_change));
        self.staged_bytes += documents.iter().map(Document::size).sum::<usize>();
        Ok(())
    }

    /// The change number up to which everything was put, committed or not.
    pub fn last_put(&self) -> u64 {
        self.staged.unwrap_or(self.stamp.change)
    }

    /// Text of what was put and is not committed yet.
    pub fn uncommitted_bytes(&self) -> usize {
        self.staged_bytes
    }

    /// Shows all that was put.
    pub fn commit(&mut self) -> Result<(), Error> {
        let Some(change) = self.staged else { return Ok(()) };
        let committed = self.stamp_with(Stamp::at(change, self.stamp.whole));
        self.all_or_nothing(committed)?;
        (self.staged, self.staged_bytes) = (None, 0);
        Ok(())
    }

    /// What is half staged must not slip into the next commit.
    fn all_or_nothing(&mut self, done: Result<(), Error>) -> Result<(), Error> {
        if done.is_err() {
            self.engine.rollback().map_err(Error::engine("taking back a batch that failed"))?;
            (self.staged, self.staged_bytes) = (None, 0);
        }
        done
    }

    /// To be called when everything that there is has been applied: from now on it answers, and older ones are deleted.
    pub fn complete(&mut self) -> Result<(), Error> {
        self.commit()?;
        if !self.stamp.whole {
            self.stamp_with(Stamp::at(self.stamp.change, true))?;
            self.since_begun = None;
            self.index.show(Arc::clone(&self.generation));
            folder::keep_only(&self.folder, &self.generation)?;
        }
        Ok(())
    }

    /// Begins an empty one, so that [`Writer::last_change`] is 0. What there was answers until [`Writer::complete`].
    pub fn begin_anew(&mut self) -> Result<(), Error> {
        let anew = Self::begin(&self.folder)?;
        self.index.show(anew.index.shown());
        *self = Self { index: self.index.clone(), ..anew };
        Ok(())
    }

    /// Waits until the segments of many commits are merged into few, then closes. For a process that ends after writing; merely
    /// dropping the writer loses nothing, but leaves more segments to be searched.
    pub fn finish(self) -> Result<(), Error> {
        self.engine.wait_merging_threads().map_err(Error::engine("merging segments"))
    }

    fn stage(&mut self, documents: &[Document], removed_ids: &[String]) -> Result<(), Error> {
        for id in removed_ids {
            self.engine.delete_term(Term::from_field_text(self.generation.fields.id, id));
        }
        for document in documents {
            // Each deletion is looked for in every segment.
            if !self.since_begun.as_mut().is_some_and(|ids| ids.insert(document.id.clone())) {
                self.engine.delete_term(Term::from_field_text(self.generation.fields.id, &document.id));
            }
            let row = self.queue.enter(self.generation.fields.row(document), document.size());
            self.engine.add_document(row).map_err(Error::engine("adding a record"))?;
        }
        Ok(())
    }

    fn stamp_with(&mut self, stamp: Stamp) -> Result<(), Error> {
        let mut commit = self.engine.prepare_commit().map_err(Error::engine("finishing a batch"))?;
        commit.set_payload(&stamp.to_payload());
        commit.commit().map_err(Error::engine("committing a batch"))?;
        self.stamp = stamp;
        self.generation.reload()
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("folder", &self.folder).field("stamp", &self.stamp).finish_non_exhaustive()
    }
}
