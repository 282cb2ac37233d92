//! `kolkore check`: proves the configuration, and tries sources without storing anything.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use sources::source::Shape;

use super::Global;
use crate::app;
use crate::config::Config;
use crate::crawl::{Trial, try_body, try_live};

#[derive(Args)]
pub(super) struct CheckArgs {
    /// Try every active source politely.
    #[arg(long, conflicts_with = "try_slug")]
    live: bool,
    /// Try one source and print what it would yield.
    #[arg(long = "try", value_name = "SLUG")]
    try_slug: Option<String>,
    /// With --try: read this saved body instead of asking the source.
    #[arg(long, value_name = "FILE", requires = "try_slug")]
    body: Option<PathBuf>,
}

pub(super) async fn run(global: &Global, args: CheckArgs) -> anyhow::Result<ExitCode> {
    let config = Config::load(&global.config)?;
    let clock = app::clock(&config.settings)?;
    let mut out = std::io::stdout().lock();
    if let Some(slug) = args.try_slug {
        let source = config.sources.iter().find(|source| source.slug == slug);
        let source = source.with_context(|| format!("there is no source `{slug}` in {}/roadmap", global.config.display()))?;
        let trial = if let Some(file) = args.body {
            let body = std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            try_body(&config.lexicon, source, body, clock.today(), clock.now())
        } else {
            let fetcher = app::fetcher(&config.settings)?;
            try_live(&fetcher, &config.lexicon, source, clock.today(), clock.now()).await
        };
        writeln!(out, "{}", serde_json::to_string_pretty(&trial)?)?;
        return Ok(ExitCode::from(u8::from(!trial.reached)));
    }
    if args.live {
        return live(global, &config, &clock).await;
    }
    let active = config.sources.iter().filter(|source| source.active).count();
    if global.json {
        let rows: Vec<_> = config
            .sources
            .iter()
            .map(|source| serde_json::json!({ "slug": source.slug, "network": source.network, "shape": source.shape.name(), "active": source.active, "schedule": source.schedule }))
            .collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&rows)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    for source in &config.sources {
        let mark = if source.active { "●" } else { "○" };
        writeln!(
            out,
            "{mark} {:24} {:8} {:8} {:18} {}",
            source.slug,
            source.network,
            source.shape.name(),
            source.schedule.as_deref().unwrap_or("–"),
            source.name.en
        )?;
    }
    writeln!(
        out,
        "\nThe configuration is sound: {} sources, {active} of them active; {} municipalities. `kolkore check --live` tries the active ones.",
        config.sources.len(),
        config.municipalities.len()
    )?;
    Ok(ExitCode::SUCCESS)
}

async fn live(global: &Global, config: &Config, clock: &crate::clock::Clock) -> anyhow::Result<ExitCode> {
    let fetcher = app::fetcher(&config.settings)?;
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    if !global.json {
        writeln!(out, "{:24} {:7} {:>6} {:>6} {:>8}", "source", "reached", "items", "calls", "deadline")?;
    }
    for source in config.sources.iter().filter(|source| source.active && !matches!(source.shape, Shape::Manual(_))) {
        let trial = try_live(&fetcher, &config.lexicon, source, clock.today(), clock.now()).await;
        failed |= !trial.reached;
        print_row(&mut out, &source.slug, &trial, global.json)?;
    }
    Ok(ExitCode::from(u8::from(failed)))
}

fn print_row(out: &mut impl std::io::Write, slug: &str, trial: &Trial, json: bool) -> anyhow::Result<()> {
    if json {
        let row = serde_json::json!({
            "source": slug, "reached": trial.reached, "items": trial.items, "opportunities": trial.opportunities,
            "with_deadline": trial.with_deadline, "complaints": trial.complaints,
        });
        writeln!(out, "{row}")?;
        return Ok(());
    }
    let reached = if trial.reached { "yes" } else { "NO" };
    writeln!(out, "{slug:24} {reached:7} {:>6} {:>6} {:>8}", trial.items, trial.opportunities, trial.with_deadline)?;
    for complaint in &trial.complaints {
        writeln!(out, "    {complaint}")?;
    }
    Ok(())
}
