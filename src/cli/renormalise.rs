//! `kolkore renormalise`: what the present rules would change in what is kept, or, with `--apply`, changes it.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use serde_json::{Value, json};
use sources::Source;

use super::Global;
use crate::app::{self, App};
use crate::config::Config;
use crate::renormalise::{Rules, apply, show};
use crate::store::Renormalised;

/// Most characters of a value in the listing: what a change is about shows in its beginning. `--json` has all of it.
const SHOWN: usize = 120;

#[derive(Args)]
pub(super) struct RenormaliseArgs {
    /// Sources whose findings are read again; none: all.
    #[arg(value_name = "SLUG")]
    slugs: Vec<String>,
    /// Write it, as one change set: all of it or nothing.
    #[arg(long)]
    apply: bool,
}

pub(super) async fn run(global: &Global, args: RenormaliseArgs) -> anyhow::Result<ExitCode> {
    let told = if args.apply { write(global, &args.slugs).await? } else { look(global, &args.slugs).await? };
    let mut out = std::io::stdout().lock();
    if global.json {
        print_json(&mut out, &told, args.apply)?;
    } else {
        print(&mut out, &told, args.apply)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes no lock: the daemon may run.
async fn look(global: &Global, slugs: &[String]) -> anyhow::Result<Renormalised> {
    let config = Config::load(&global.config)?;
    let sources = choose(&config.sources, slugs)?;
    let (store, clock) = app::open_store_to_read(&global.config, &global.data()).await?;
    let rules = Rules { sources, lexicon: Arc::new(config.lexicon), today: clock.today() };
    let told = show(&store, &rules).await?;
    store.close().await;
    Ok(told)
}

async fn write(global: &Global, slugs: &[String]) -> anyhow::Result<Renormalised> {
    let app = App::open_to_write(&global.config, &global.data()).await?;
    let rules = Rules { sources: choose(&app.sources, slugs)?, lexicon: Arc::clone(&app.lexicon), today: app.clock.today() };
    let told = apply(&app.store, &rules, app.clock.now()).await.context("nothing was changed")?;
    app.index_all().await?;
    app.close().await;
    Ok(told)
}

fn choose(all: &[Source], slugs: &[String]) -> anyhow::Result<Vec<Arc<Source>>> {
    for slug in slugs {
        let known = all.iter().any(|source| source.slug == *slug);
        anyhow::ensure!(known, "there is no source `{slug}`; `kolkore check` lists them");
    }
    Ok(all.iter().filter(|source| slugs.is_empty() || slugs.contains(&source.slug)).cloned().map(Arc::new).collect())
}

fn print(out: &mut impl Write, told: &Renormalised, applied: bool) -> std::io::Result<()> {
    for change in &told.records {
        writeln!(out, "{}  {}  {}", change.record, change.source, change.title)?;
        for field in &change.fields {
            writeln!(out, "    {}: {} → {}", field.field, shown(&field.old), shown(&field.new))?;
        }
    }
    if !told.records.is_empty() {
        let fields: Vec<String> = told.by_field().iter().map(|(field, count)| format!("{field} {count}")).collect();
        writeln!(out, "\nrecords by field: {}", fields.join(", "))?;
    }
    let verb = if applied { "changed" } else { "would change" };
    writeln!(out, "{} findings read again; {} records {verb}", told.read, told.records.len())?;
    if told.waiting > 0 {
        writeln!(out, "{} more wait for staff to accept what their source says now, and stay as they are", told.waiting)?;
    }
    if !applied {
        writeln!(out, "Nothing was written; `kolkore renormalise --apply` writes it.")?;
    }
    Ok(())
}

/// One line per record, then one with the counts.
fn print_json(out: &mut impl Write, told: &Renormalised, applied: bool) -> anyhow::Result<()> {
    for change in &told.records {
        writeln!(out, "{}", serde_json::to_string(change)?)?;
    }
    let counts = json!({
        "read": told.read, "records": told.records.len(), "fields": told.by_field(), "waiting": told.waiting, "applied": applied,
    });
    writeln!(out, "{counts}")?;
    Ok(())
}

fn shown(value: &Value) -> String {
    let written = value.to_string();
    match written.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written,
    }
}
