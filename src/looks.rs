//! What the daemon looks at again and again, until it is told to stop.

use std::future::Future;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

/// Looks at once, then whenever `every` has passed since the last look began, or later where that one took longer.
///
/// To stop drops a look under way: whoever looks keeps in the store what has to outlive that.
pub async fn until_stopped<F: Future<Output = ()>>(every: Duration, mut stop: watch::Receiver<bool>, look: impl Fn() -> F) {
    let mut ticks = tokio::time::interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let looking = async {
        loop {
            ticks.tick().await;
            look().await;
        }
    };
    // The sender being gone is a stop too.
    tokio::select! {
        _ = stop.wait_for(|stop| *stop) => {}
        () = looking => {}
    }
}
