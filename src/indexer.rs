//! The index follows the store: whatever has a higher change number than the index holds is written to it, in order.

use std::ops::RangeInclusive;
use std::sync::Arc;

use anyhow::Context as _;
use sources::Source;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::document::document;
use crate::record::Review;
use crate::store::Store;

/// Text read at once: it is held some five times over, as it is read and as it is handed on.
const BATCH_BYTES: usize = 2 << 20;

/// Records read at once, whatever their size: fewer cost more questions than they save memory, more wait for no reason.
const BATCH: RangeInclusive<usize> = 25..=2_000;

/// Nobody knows yet how long they are.
const FIRST_BATCH: usize = 100;

/// Text of one commit while the index is far behind: some 50,000 records of the usual size, some 1,500 of long pages. Each commit makes
/// segments that have to be merged again, but what was not committed is done again after a crash.
const COMMIT_BYTES: usize = 128 << 20;

/// Writes every change that the index does not hold yet, and shows it. Idempotent: after a crash it begins where the last commit ended.
pub async fn catch_up(
    store: &Store,
    sources: &Arc<Vec<Source>>,
    writer: &Arc<Mutex<index::Writer>>,
    progress: impl Fn(u64),
) -> anyhow::Result<()> {
    let mut writer = put_changes(store, sources, writer, progress).await?;
    tokio::task::spawn_blocking(move || writer.complete())
        .await?
        .context("the index that was built cannot take the place of the one before; is the disk full?")
}

/// The same without showing it, except what is too much to wait for: what a long crawl or import keeps is worked on meanwhile, and makes few
/// and large segments.
pub async fn put_changes(
    store: &Store,
    sources: &Arc<Vec<Source>>,
    writer: &Arc<Mutex<index::Writer>>,
    progress: impl Fn(u64),
) -> anyhow::Result<OwnedMutexGuard<index::Writer>> {
    let mut writer = Arc::clone(writer).lock_owned().await;
    let mut limit = FIRST_BATCH;
    loop {
        let held = writer.last_put();
        let tail = store.tail(held, limit).await?;
        if tail.up_to <= held {
            return Ok(writer);
        }
        let sources = Arc::clone(sources);
        (writer, limit) = tokio::task::spawn_blocking(move || {
            let (removed, kept): (Vec<_>, Vec<_>) = tail.records.iter().partition(|record| record.review == Review::Rejected);
            let removed: Vec<String> = removed.iter().map(|record| record.id.clone()).collect();
            let documents: Vec<_> = kept.iter().map(|record| document(record, &sources)).collect();
            writer.put(&documents, &removed, tail.up_to)?;
            if writer.uncommitted_bytes() >= COMMIT_BYTES {
                writer.commit()?;
            }
            Ok::<_, index::Error>((writer, next_batch(&documents)))
        })
        .await?
        .context("the index cannot be written; is the disk full? It may be deleted at any time and is then built anew")?;
        progress(writer.last_put());
    }
}

/// How many records to read next, if they are as long as these.
fn next_batch(documents: &[index::Document]) -> usize {
    let bytes = documents.iter().map(index::Document::size).sum::<usize>();
    (documents.len().max(1) * BATCH_BYTES / bytes.max(1)).clamp(*BATCH.start(), *BATCH.end())
}

#[cfg(test)]
mod tests {
    use super::{BATCH, next_batch};

    #[test]
    fn long_records_are_read_few_at_a_time_however_few_there_were() {
        let documents =
            |count: usize, bytes: usize| vec![index::Document { text: "x".repeat(bytes), ..Default::default() }; count];
        assert_eq!(next_batch(&documents(3, 1 << 20)), *BATCH.start());
        assert_eq!(next_batch(&documents(3, 40_000)), 52);
        assert_eq!(next_batch(&documents(100, 40_000)), 52);
        assert_eq!((next_batch(&documents(3, 10)), next_batch(&[])), (*BATCH.end(), *BATCH.end()));
    }
}
