//! `kolkore import FILE`: records as `export` writes them, or in the short form.

use std::fs::File;
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;

use super::Global;
use crate::app::App;
use crate::import::records;
use crate::record::Record;
use crate::store::ImportCounts;

/// Records handed to the store at a time.
const BATCH: usize = 5_000;

#[derive(Args)]
pub(super) struct ImportArgs {
    /// JSON Lines; `-` is standard input.
    file: PathBuf,
}

/// A line that does not read ends the import with its place; what stands before it is in and searchable, and importing the
/// corrected file again doubles nothing, for ids replace.
pub(super) async fn run(global: &Global, args: ImportArgs) -> anyhow::Result<ExitCode> {
    let app = Arc::new(App::open_to_write(&global.config, &global.data()).await?);
    let mut counts = ImportCounts::default();
    let imported = app.index_beside(import(&app, &args.file, &mut counts)).await?;
    app.close().await;
    imported?;
    let mut out = std::io::stdout().lock();
    if global.json {
        writeln!(out, "{}", serde_json::to_string(&counts)?)?;
    } else {
        writeln!(
            out,
            "{} records imported, {} of them in place of one with the same id; all are searchable",
            counts.imported, counts.replaced
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn import(app: &App, file: &Path, counts: &mut ImportCounts) -> anyhow::Result<()> {
    let input: Box<dyn BufRead> = if file.as_os_str() == "-" {
        Box::new(BufReader::new(std::io::stdin()))
    } else {
        Box::new(BufReader::new(File::open(file).with_context(|| format!("{} cannot be read", file.display()))?))
    };
    let now = app.clock.now();
    let mut batch = Vec::with_capacity(BATCH);
    for (n, read) in records(input, now) {
        match read {
            Ok(record) => batch.push(record),
            Err(error) => {
                keep(app, &mut batch, counts).await?;
                return Err(error.context(format!(
                    "{}:{}: the {} records before this line are imported",
                    file.display(),
                    n,
                    counts.imported
                )));
            }
        }
        if batch.len() == BATCH {
            keep(app, &mut batch, counts).await?;
        }
    }
    keep(app, &mut batch, counts).await
}

async fn keep(app: &App, batch: &mut Vec<Record>, counts: &mut ImportCounts) -> anyhow::Result<()> {
    let done = app.store.import(batch, app.clock.now()).await?;
    batch.clear();
    counts.imported += done.imported;
    counts.replaced += done.replaced;
    Ok(())
}
