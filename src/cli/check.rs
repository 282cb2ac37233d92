//! `kolkore check`: proves the configuration, and tries sources without storing anything.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use sources::Source;
use sources::fetch::Fetcher;
use sources::source::Shape;

use super::Global;
use crate::app;
use crate::clock::Clock;
use crate::code::code;
use crate::config::Config;
use crate::crawl::{Bench, Trial, manners, try_body, try_live};
use crate::i18n::Language;

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
            let fetcher = fetcher(global, &config, &clock).await?;
            try_live(&bench(&global.data(), &config, &fetcher, &clock), source).await
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
    for source in nameless(&config) {
        writeln!(
            out,
            "\n`{}`: the network `{}` has no name for readers; is it spelt as the others are? If so, name it in config/i18n under [web.network_name].",
            source.slug, source.network
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

/// The first source of each network that readers would see by its code: a new one, or a slip.
fn nameless(config: &Config) -> Vec<&Source> {
    let texts = config.i18n.of(Language::He);
    let mut found: Vec<&Source> = Vec::new();
    for source in &config.sources {
        let is_named = texts.find(&format!("web.network_name.{}", source.network)).is_some();
        if !is_named && found.iter().all(|known| known.network != source.network) {
            found.push(source);
        }
    }
    found
}

fn bench<'a>(data: &'a Path, config: &'a Config, fetcher: &'a Fetcher, clock: &Clock) -> Bench<'a> {
    Bench { fetcher, lexicon: &config.lexicon, data, today: clock.today(), now: clock.now() }
}

/// A fetcher that knows what hosts have asked visits for: a trial is no way around it. Where there is no store yet, nobody was asked.
async fn fetcher(global: &Global, config: &Config, clock: &Clock) -> anyhow::Result<Fetcher> {
    let fetcher = app::fetcher(&config.settings)?;
    let data = global.data();
    if app::has_store(&global.config, &data)? {
        let (store, _) = app::open_store_to_read(&global.config, &data).await?;
        manners::recall(&store, &fetcher, clock.now()).await.context("what hosts asked for on earlier visits cannot be read")?;
    }
    Ok(fetcher)
}

/// Tries every active source, one after another, and prints a line of each as soon as it is known.
async fn live(global: &Global, config: &Config, clock: &Clock) -> anyhow::Result<ExitCode> {
    let (fetcher, data) = (fetcher(global, config, clock).await?, global.data());
    let active: Vec<&Source> = config.sources.iter().filter(|source| source.active).collect();
    let width = active.iter().map(|source| source.slug.len()).max().unwrap_or(0).max("source".len());
    let bar = ProgressBar::new(active.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} sources  {msg}") {
        bar.set_style(style);
    }
    let mut out = std::io::stdout().lock();
    if !global.json {
        let [reached, items, calls, deadline, files] = ["reached", "items", "calls", "deadline", "files"];
        let [robots, delay, state] = ["robots", "delay", "state"];
        writeln!(
            out,
            "{:width$}  {reached:8} {items:>6} {calls:>6} {deadline:>8} {files:>5}  {robots:11} {delay:>6}  {state:9} tdm",
            "source"
        )?;
    }
    let (mut asked, mut reached) = (0, 0);
    bar.tick();
    for source in active {
        bar.set_message(source.slug.clone());
        if matches!(source.shape, Shape::Manual(_)) {
            let row = if global.json {
                serde_json::json!({ "source": source.slug, "shape": source.shape.name() }).to_string()
            } else {
                format!("{:width$}  by hand", source.slug)
            };
            bar.suspend(|| writeln!(out, "{row}"))?;
        } else {
            let trial = try_live(&bench(&data, config, &fetcher, clock), source).await;
            asked += 1;
            reached += usize::from(trial.reached);
            let row = row(source, &trial, width, global.json)?;
            bar.suspend(|| writeln!(out, "{row}"))?;
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if !global.json {
        writeln!(out, "\n{reached} of {asked} sources reached.")?;
    }
    Ok(ExitCode::from(u8::from(reached < asked)))
}

fn row(source: &Source, trial: &Trial, width: usize, json: bool) -> anyhow::Result<String> {
    let state = trial.state(source);
    if json {
        let row = serde_json::json!({
            "source": source.slug, "shape": source.shape.name(), "reached": trial.reached, "items": trial.items,
            "opportunities": trial.opportunities, "with_deadline": trial.with_deadline, "files": trial.files, "robots": trial.robots,
            "crawl_delay": trial.crawl_delay, "state": state, "reservation": trial.reservation, "complaints": trial.complaints,
        });
        return Ok(row.to_string());
    }
    let reached = if trial.reached { "yes" } else { "NO" };
    let robots = code(trial.robots);
    let tdm = match &trial.reservation {
        Some(reservation) if reservation.reserved => "reserved",
        Some(_) => "free",
        None => "–",
    };
    let delay = trial.crawl_delay.map_or_else(|| "–".to_owned(), |seconds| format!("{seconds}s"));
    let mut row = format!(
        "{:width$}  {reached:8} {:>6} {:>6} {:>8} {:>5}  {robots:11} {delay:>6}  {:9} {tdm}",
        source.slug,
        trial.items,
        trial.opportunities,
        trial.with_deadline,
        trial.files,
        state.code()
    );
    for complaint in &trial.complaints {
        write!(row, "\n{:width$}    {complaint}", "")?;
    }
    Ok(row)
}
