//! `kolkore backup FILE`, `kolkore restore FILE`.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Global;
use crate::app;

#[derive(Args)]
pub(super) struct BackupArgs {
    /// The file to write; it must not exist yet.
    file: PathBuf,
}

#[derive(Args)]
pub(super) struct RestoreArgs {
    /// A file that `backup` wrote.
    file: PathBuf,
}

pub(super) async fn backup(global: &Global, args: BackupArgs) -> anyhow::Result<ExitCode> {
    let (store, _) = app::open_store_to_read(&global.config, &global.data()).await?;
    store.backup(&args.file).await?;
    writeln!(
        std::io::stdout(),
        "{} holds the whole store; the index is not in it, for it is built from the store",
        args.file.display()
    )?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn restore(global: &Global, args: RestoreArgs) -> anyhow::Result<ExitCode> {
    let held = app::restore_store(&global.config, &global.data(), &args.file).await?;
    writeln!(
        std::io::stdout(),
        "restored; {held} queued letters are held for a human, and no mail of any kind leaves: what left after the backup was made is not known \
         here and would leave again. See what has left meanwhile, then release it on /staff or with `kolkore release`"
    )?;
    Ok(ExitCode::SUCCESS)
}
