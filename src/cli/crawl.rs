//! `kolkore crawl`.

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use sources::Source;
use sources::source::Shape;

use super::Global;
use crate::app::App;
use crate::crawl::{Visited, visit_all};
use crate::mail::Mailer;
use crate::notice::{self, Office};
use crate::store::Outcome;

#[derive(Args)]
pub(super) struct CrawlArgs {
    /// Sources to visit, inactive ones too; none: the active ones.
    #[arg(value_name = "SLUG")]
    slugs: Vec<String>,
    /// Visit every source of the roadmap.
    #[arg(long, conflicts_with = "slugs")]
    all: bool,
}

pub(super) async fn run(global: &Global, args: CrawlArgs) -> anyhow::Result<ExitCode> {
    let app = Arc::new(App::open_to_write(&global.config, &global.data()).await?);
    let sources = choose(&app.sources, &args)?;
    let visited = app.index_beside(crawl(&app, sources)).await?;
    tell_staff(&app).await?;
    app.close().await;
    print(&visited, global.json)?;
    let failed = visited.iter().any(|(_, run)| !matches!(run, Ok(run) if run.outcome != Outcome::Failed));
    Ok(ExitCode::from(u8::from(failed)))
}

/// Tells staff what this round of visits has changed. Whoever crawls from a timer, without the daemon, is told all the same.
async fn tell_staff(app: &App) -> anyhow::Result<()> {
    let changes = notice::take_stock(&Office::of(app), app.clock.now()).await?;
    if !changes.is_empty() {
        notice::send_changes(app, &Mailer::for_staff(&app.settings, &app.data)?).await?;
    }
    Ok(())
}

/// Visits with a progress bar on standard error.
pub(crate) async fn crawl(app: &Arc<App>, sources: Vec<Source>) -> Vec<Visited> {
    let bar = ProgressBar::new(sources.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} sources  {msg}") {
        bar.set_style(style);
    }
    bar.tick();
    let visited = visit_all(app, sources, |(slug, _)| {
        bar.set_message(slug.clone());
        bar.inc(1);
    })
    .await;
    bar.finish_and_clear();
    visited
}

fn choose(all: &[Source], args: &CrawlArgs) -> anyhow::Result<Vec<Source>> {
    // A manual source has nothing to fetch.
    let fetched = |source: &&Source| !matches!(source.shape, Shape::Manual(_));
    if args.slugs.is_empty() {
        return Ok(all.iter().filter(fetched).filter(|source| args.all || source.active).cloned().collect());
    }
    args.slugs
        .iter()
        .map(|slug| {
            let source = all.iter().find(|source| source.slug == *slug);
            let source = source.with_context(|| format!("there is no source `{slug}`; `kolkore check` lists them"))?;
            anyhow::ensure!(
                fetched(&source),
                "source `{slug}` is manual: there is nothing to fetch, enter what it sends with `kolkore import`"
            );
            Ok(source.clone())
        })
        .collect()
}

/// A table of what each source gave, or one JSON line per visit.
pub(crate) fn print(visited: &[Visited], json: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        for (slug, run) in visited {
            let line = match run {
                Ok(run) => serde_json::to_string(run)?,
                Err(error) => {
                    serde_json::json!({ "source": slug, "outcome": "failed", "complaints": [format!("{error:#}")] }).to_string()
                }
            };
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let width = visited.iter().map(|(slug, _)| slug.len()).max().unwrap_or(0).max("source".len());
    writeln!(
        out,
        "{:width$}  {:8} {:>6} {:>5} {:>6} {:>6} {:>5} {:>8} {:>9}",
        "source", "outcome", "pages", "304", "items", "calls", "new", "changed", "unlisted"
    )?;
    for (slug, run) in visited {
        match run {
            Ok(run) => {
                let (counts, kept) = (run.counts, run.counts.kept);
                let outcome = format!("{:?}", run.outcome).to_lowercase();
                writeln!(
                    out,
                    "{slug:width$}  {outcome:8} {:>6} {:>5} {:>6} {:>6} {:>5} {:>8} {:>9}",
                    counts.pages, counts.not_modified, kept.items, kept.opportunities, kept.new, kept.changed, counts.unlisted
                )?;
                for complaint in &run.complaints {
                    writeln!(out, "{:width$}    {complaint}", "")?;
                }
            }
            Err(error) => writeln!(out, "{slug:width$}  error    {error:#}")?,
        }
    }
    Ok(())
}
