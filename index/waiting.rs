//! Documents on their way into the engine. It takes up to ten thousand in advance, however long they are; here no more wait than a
//! bounded number of bytes.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tantivy::TantivyDocument;
use tantivy::schema::document::{CompactDocValue, Document};

/// Enough that no thread of the engine waits for the next document, and few beside what the engine itself holds.
const MAX_WAITING_BYTES: usize = 8 << 20;

/// For room. A thread that writes a segment takes no row for a second or two; one that never takes any is told by the engine, to whom the row
/// is handed after that.
const PATIENCE: Duration = Duration::from_secs(5);

/// The bytes of all rows that wait.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    bytes: Mutex<usize>,
    fewer: Condvar,
}

impl Queue {
    /// A row of `size` bytes that counts among those that wait until it is dropped. Returns when there is room for it, or when [`PATIENCE`] is
    /// at its end.
    pub(crate) fn enter(self: &Arc<Self>, row: TantivyDocument, size: usize) -> Waiting {
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let room = self.fewer.wait_timeout_while(bytes, PATIENCE, |bytes| *bytes > MAX_WAITING_BYTES);
        let (mut bytes, _) = room.unwrap_or_else(PoisonError::into_inner);
        *bytes += size;
        Waiting { row, size, queue: Arc::clone(self) }
    }
}

/// A row that has its place in the queue.
pub(crate) struct Waiting {
    row: TantivyDocument,
    size: usize,
    queue: Arc<Queue>,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        *self.queue.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= self.size;
        self.queue.fewer.notify_one();
    }
}

impl Document for Waiting {
    type Value<'a> = CompactDocValue<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as Document>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.row.iter_fields_and_values()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    use tantivy::TantivyDocument;

    use super::{MAX_WAITING_BYTES, Queue};

    #[test]
    fn who_comes_when_it_is_full_waits_until_one_has_left() {
        let queue: Arc<Queue> = Arc::default();
        let first = queue.enter(TantivyDocument::new(), MAX_WAITING_BYTES);
        let second = queue.enter(TantivyDocument::new(), 1);
        let (tell, told) = channel();
        let waiting = Arc::clone(&queue);
        let third = std::thread::spawn(move || {
            let row = waiting.enter(TantivyDocument::new(), 1);
            tell.send(()).unwrap();
            row
        });
        assert_eq!(told.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
        drop(second);
        assert_eq!(told.recv_timeout(Duration::from_secs(2)), Ok(()));
        assert_eq!(*queue.bytes.lock().unwrap(), MAX_WAITING_BYTES + 1);
        drop((first, third.join().unwrap()));
        assert_eq!(*queue.bytes.lock().unwrap(), 0);
    }
}
