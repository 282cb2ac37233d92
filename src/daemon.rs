//! The daemon: pages first, then whatever runs by itself; and a clean stop.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{mpsc, watch};

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
    serve(app, listener, true).await
}

/// Takes the port, or says who should give way.
pub async fn bind(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on; another program may hold the port: choose one with --listen"))
}

/// Serves pages over an opened app; with `by_itself` it also crawls and sends by schedule.
pub async fn serve(app: Arc<App>, listener: TcpListener, by_itself: bool) -> anyhow::Result<()> {
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
    let mut by_schedule = Vec::new();
    if by_itself {
        by_schedule.push(tokio::spawn(crawl::run_schedule(Arc::clone(&app), asked, stopped.clone())));
        by_schedule.push(tokio::spawn(edition::run_schedule(Arc::clone(&app), stopped.clone())));
        by_schedule.push(tokio::spawn(bounces::run_schedule(Arc::clone(&app), stopped.clone())));
        by_schedule.push(tokio::spawn(searches::run_schedule(Arc::clone(&app), stopped.clone())));
        by_schedule.push(tokio::spawn(notice::run_schedule(Arc::clone(&app), stopped)));
    }

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
    };
    tracing::info!("stopping");
    stop.send_replace(true);
    rebuild.abort();
    for task in by_schedule {
        task.await.ok();
    }
    tokio::time::timeout(GRACE, http).await.ok();
    if end.is_ok() {
        // What was kept is searchable when the daemon starts again; what can be indexed in time is indexed now.
        tokio::time::timeout(GRACE, app.index_all()).await.ok();
    }
    app.close().await;
    end
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
