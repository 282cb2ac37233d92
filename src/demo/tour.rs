//! `kolkore demo`: the sample web served on loopback, crawled through the real fetcher, searched, told to its municipalities.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use tokio::net::TcpListener;

use super::{SampleWeb, give_profiles};
use crate::app::{self, App};
use crate::cli;
use crate::config::Config;
use crate::daemon;
use crate::digest::week::Week;
use crate::edition::{Tally, send_week};
use crate::mail::Mailer;
use crate::search::query::{Reader, SearchQuery};
use crate::store::Outcome;
use crate::web::answer::items;

/// One search in Hebrew, one across scripts, one in another language: what staff would type.
const SEARCHES: [&str; 3] = ["ערים תאומות", "youth exchange", "Klimaschutz"];

/// Hits shown of each.
const SHOWN: &str = "3";

#[derive(Args)]
pub struct DemoArgs {
    /// Stop after the digests instead of serving the page.
    #[arg(long)]
    once: bool,
    /// Where the page is served.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

/// The tour. Exit status 0 only if every step did its work.
pub async fn run(config_folder: &Path, data: &Path, args: DemoArgs) -> anyhow::Result<ExitCode> {
    let mut config = Config::load_with_roadmap(config_folder, &config_folder.join("demo/roadmap"))?;
    let listen = args.listen.clone().unwrap_or_else(|| config.settings.listen.clone());
    let listener = if args.once { None } else { Some(daemon::bind(&listen).await?) };
    if let Some(listener) = &listener {
        config.settings.public_url = format!("http://{}", listener.local_addr()?);
    }
    let today = app::clock(&config.settings)?.today();
    let sample = SampleWeb::load(config_folder, today)?;
    let web = TcpListener::bind("127.0.0.1:0").await.context("the sample web finds no free port")?;
    config.settings.fetch.gateway = format!("http://{}", web.local_addr()?);
    config.settings.fetch.min_delay_ms = 0;
    // The demo's letters never leave the machine, whatever the environment says.
    config.settings.mail.relay.clear();
    let router = sample.router();
    let serving = tokio::spawn(async move { axum::serve(web, router).await });

    let app = Arc::new(App::with_config(config, data).await?);
    let mut out = std::io::stdout();
    writeln!(out, "kolkore demo: {} invented sites on this machine, crawled as the real ones would be.\n", app.sources.len())?;

    let visited = cli::crawl(&app, app.sources.iter().cloned().collect()).await;
    cli::print_visits(&visited, false)?;
    for (slug, run) in &visited {
        let done = matches!(run, Ok(run) if run.outcome == Outcome::Done);
        anyhow::ensure!(done, "the visit to {slug} did not go well: see its row above");
    }
    app.index_all().await?;
    writeln!(out, "\n{} records kept and indexed in {}.", app.store.count_records().await?, data.display())?;
    search(&app)?;

    let letters = give_profiles(&app.store, config_folder, app.clock.now()).await?;
    let tally = send(&app).await?;
    let outbox = data.join("outbox");
    let written = std::fs::read_dir(&outbox).map(Iterator::count).unwrap_or_default();
    // A second tour sends nothing twice: what the first one wrote lies there.
    writeln!(
        out,
        "\n{letters} municipalities have a profile; {} letters were written now, {written} are in {}.",
        tally.sent,
        outbox.display()
    )?;
    anyhow::ensure!(tally.failed + tally.unsure + tally.waiting == 0, "not every letter was written: {tally:?}");
    anyhow::ensure!(written > 0, "the outbox is empty");

    if let Some(listener) = listener {
        let address = listener.local_addr()?;
        writeln!(out, "\nOpen http://{address}/ and search; http://{address}/sources shows the sources. Ctrl-C ends it.")?;
        daemon::serve_pages(Arc::clone(&app), listener).await?;
    } else {
        app.close().await;
    }
    serving.abort();
    Ok(ExitCode::SUCCESS)
}

fn search(app: &App) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for words in SEARCHES {
        let now = app.clock.now();
        let query = SearchQuery::parse([("q", words), ("page_size", SHOWN)])?;
        let answer = app.index.search(&query.question(now, Reader::Staff))?;
        writeln!(out, "\nkolkore search \"{words}\": {} found", answer.total)?;
        anyhow::ensure!(answer.total > 0, "the search for \"{words}\" found nothing");
        for item in items(&answer)? {
            writeln!(out, "  · {}", item.opportunity.title)?;
        }
    }
    Ok(())
}

async fn send(app: &Arc<App>) -> anyhow::Result<Tally> {
    let mailer = Arc::new(Mailer::of(&app.settings, &app.data)?);
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} letters") {
        bar.set_style(style);
    }
    let tally = send_week(app, &mailer, Week::of(app.clock.today()), None, |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    })
    .await?;
    bar.finish_and_clear();
    Ok(tally)
}
