//! Work that computes long between its questions to the store: on a thread of its own, for the async workers, few as they are, answer pages,
//! send letters and visit sources, and no timeout reaches who does not wait.

use std::panic::resume_unwind;

use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

/// Does it there, and waits. A panic goes on here; to drop this leaves the work to its end, so it may read and write nothing that has to be undone.
pub async fn on_own_thread<T: Send + 'static>(
    work: impl Future<Output = anyhow::Result<T>> + Send + 'static,
) -> anyhow::Result<T> {
    let runtime = Handle::current();
    match spawn_blocking(move || runtime.block_on(work)).await {
        Ok(done) => done,
        Err(broken) => match broken.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(stopped) => Err(stopped.into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_thread_that_waits_is_another_and_a_panic_reaches_it() {
        let here = std::thread::current().id();
        let there = on_own_thread(async {
            tokio::task::yield_now().await;
            Ok(std::thread::current().id())
        });
        assert_ne!(there.await.unwrap(), here);
        let broken = tokio::spawn(on_own_thread::<()>(async { panic!("a slice within a letter") })).await.unwrap_err();
        assert!(broken.to_string().contains("a slice within a letter"), "{broken}");
    }
}
