//! The index follows the store: whatever has a higher change number than the index holds is written to it, in order.

use std::sync::Arc;

use anyhow::Context as _;
use sources::Source;
use tokio::sync::Mutex;

use crate::document::document;
use crate::record::Review;
use crate::store::Store;

/// Records read at once: with pages of 40 kB some 20 MB, as they are read and as they are handed on.
const BATCH: usize = 250;

/// Text of one commit while the index is far behind: some 17,000 records of the usual size, some 500 of long pages. Each commit makes
/// segments that have to be merged again, but what was not committed waits in the engine's memory, and is done again after a crash.
const COMMIT_BYTES: usize = 48 << 20;

/// Writes every change that the index does not hold yet. Idempotent: after a crash it begins where the last commit ended.
pub async fn catch_up(
    store: &Store,
    sources: &Arc<Vec<Source>>,
    writer: &Arc<Mutex<index::Writer>>,
    progress: impl Fn(u64),
) -> anyhow::Result<()> {
    let mut writer = Arc::clone(writer).lock_owned().await;
    let mut uncommitted = 0;
    loop {
        let held = writer.last_put();
        let tail = store.tail(held, BATCH).await?;
        if tail.up_to <= held {
            let complete = tokio::task::spawn_blocking(move || writer.complete());
            return complete
                .await?
                .context("the index that was built cannot take the place of the one before; is the disk full?");
        }
        let sources = Arc::clone(sources);
        (writer, uncommitted) = tokio::task::spawn_blocking(move || {
            let removed: Vec<String> =
                tail.records.iter().filter(|record| record.review == Review::Rejected).map(|record| record.id.clone()).collect();
            let documents: Vec<_> = tail
                .records
                .iter()
                .filter(|record| record.review != Review::Rejected)
                .map(|record| document(record, &sources))
                .collect();
            writer.put(&documents, &removed, tail.up_to)?;
            let waiting = uncommitted + documents.iter().map(index::Document::size).sum::<usize>();
            let commits = tail.records.len() < BATCH || waiting >= COMMIT_BYTES;
            if commits {
                writer.commit()?;
            }
            Ok::<_, index::Error>((writer, if commits { 0 } else { waiting }))
        })
        .await?
        .context("the index cannot be written; is the disk full? It may be deleted at any time and is then built anew")?;
        progress(writer.last_put());
    }
}
