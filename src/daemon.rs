//! The daemon: pages first, then whatever runs by itself; and a clean stop.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinError, JoinSet};

use crate::app::App;
use crate::config::Config;
use crate::{bounces, crawl, edition, notice, watch as searches, web};

/// Requests under way may end within this; whoever wants the process gone waits 5 s.
const GRACE: Duration = Duration::from_secs(2);

/// Sources that staff may ask for before the scheduler takes them up.
const ASKED: usize = 64;

/// Serves until SIGTERM or SIGINT.
pub async fn run(config: Config, data: &Path) -> anyhow::Result<()> {
    // The port first: if it is taken, nothing else was touched.
    let listener = bind(&config.settings.listen).await?;
    let app = Arc::new(App::with_config(config, data).await?);
    serve(app, listener, by_schedule).await
}

/// Takes the port, or says who should give way.
pub async fn bind(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on; another program may hold the port: choose one with --listen"))
}

/// Serves pages over an opened app, and does nothing by itself.
pub async fn serve_pages(app: Arc<App>, listener: TcpListener) -> anyhow::Result<()> {
    serve(app, listener, |_, _, _| JoinSet::new()).await
}

/// What runs by schedule until it is told to stop; the sources in `asked` are visited at once.
fn by_schedule(app: &Arc<App>, asked: mpsc::Receiver<String>, stopped: watch::Receiver<bool>) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    tasks.spawn(crawl::run_schedule(Arc::clone(app), asked, stopped.clone()));
    tasks.spawn(edition::run_schedule(Arc::clone(app), stopped.clone()));
    tasks.spawn(bounces::run_schedule(Arc::clone(app), stopped.clone()));
    tasks.spawn(searches::run_schedule(Arc::clone(app), stopped.clone()));
    tasks.spawn(notice::run_schedule(Arc::clone(app), stopped));
    tasks
}

async fn serve(
    app: Arc<App>,
    listener: TcpListener,
    beside: impl FnOnce(&Arc<App>, mpsc::Receiver<String>, watch::Receiver<bool>) -> JoinSet<()>,
) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    let (stop, stopped) = watch::channel(false);
    let (ask, asked) = mpsc::channel(ASKED);
    // Before anybody can know our number: the system's own answer to the signal is to end the process.
    let mut rebuild = tokio::spawn(rebuild_when_asked(Arc::clone(&app), signal(SignalKind::user_defined1())?));
    let router = web::router(web::WebState::of(&app, ask));
    let mut http = {
        let mut stopped = stopped.clone();
        tokio::spawn(async move {
            axum::serve(listener, router.into_make_service_with_connect_info::<std::net::SocketAddr>())
                .with_graceful_shutdown(async move {
                    stopped.wait_for(|stop| *stop).await.ok();
                })
                .await
        })
    };
    tracing::info!(%address, "serving");

    let mut follow = {
        let app = Arc::clone(&app);
        tokio::spawn(async move { app.follow_changes().await })
    };
    let mut by_schedule = beside(&app, asked, stopped);

    let (mut term, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let end = tokio::select! {
        _ = term.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
        ended = &mut http => Err(anyhow::anyhow!("the pages can no longer be served: {ended:?}")),
        ended = &mut follow => Err(match ended {
            Ok(Err(error)) => error,
            other => anyhow::anyhow!("the index no longer follows: {other:?}"),
        }),
        ended = &mut rebuild => Err(anyhow::anyhow!("SIGUSR1 can no longer be listened for: {ended:?}")),
        broken = first_broken(&mut by_schedule) => Err(anyhow::anyhow!("what runs by schedule broke off: {broken}")),
    };
    tracing::info!("stopping");
    stop.send_replace(true);
    rebuild.abort();
    while by_schedule.join_next().await.is_some() {}
    tokio::time::timeout(GRACE, http).await.ok();
    if end.is_ok() {
        // What was kept is searchable when the daemon starts again; what can be indexed in time is indexed now.
        tokio::time::timeout(GRACE, app.index_all()).await.ok();
    }
    app.close().await;
    end
}

/// Waits until one of the tasks breaks off. One that has nothing to do ends by itself, and nothing is wrong.
async fn first_broken(tasks: &mut JoinSet<()>) -> JoinError {
    while let Some(ended) = tasks.join_next().await {
        if let Err(broken) = ended {
            return broken;
        }
    }
    std::future::pending().await
}

/// Builds the index anew whenever SIGUSR1 comes; the one that there is answers meanwhile.
async fn rebuild_when_asked(app: Arc<App>, mut asked: Signal) {
    while asked.recv().await.is_some() {
        tracing::info!("SIGUSR1: the index is being built anew, and the one that there is answers meanwhile");
        match app.rebuild_index(|held| tracing::info!(change = held, "the index is being built anew")).await {
            Ok(()) => tracing::info!("the index is built anew"),
            Err(error) => tracing::error!("the index could not be built anew, and the one that there was answers: {error:#}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_task_that_panics_is_told_and_one_that_ends_is_not() {
        let mut tasks = JoinSet::new();
        tasks.spawn(async {});
        let waited = tokio::time::timeout(Duration::from_millis(50), first_broken(&mut tasks)).await;
        assert!(waited.is_err(), "{waited:?}");
        tasks.spawn(async { panic!("a slice within a letter") });
        let broken = first_broken(&mut tasks).await;
        assert!(broken.to_string().contains("a slice within a letter"), "{broken}");
    }
}
