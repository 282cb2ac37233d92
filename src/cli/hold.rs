//! `kolkore hold`, `kolkore release`: whether mail may leave at all.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::Global;
use crate::app::{self, App};
use crate::digest::week::Week;
use crate::edition::note_as_sent;
use crate::store::Hold;

#[derive(Args)]
pub(super) struct ReleaseArgs {
    /// First note this week's letters as sent, without sending them: they left after the backup was made (2026-W48).
    #[arg(long, value_name = "WEEK")]
    left: Option<Week>,
}

/// Who released it, where it was not a member of staff on the page.
const BY: &str = "(command line)";

pub(super) async fn hold(global: &Global) -> anyhow::Result<ExitCode> {
    let (store, clock, _lock) = app::open_store_to_write(&global.config, &global.data()).await?;
    store.hold_all(Hold::BY_HAND, clock.now()).await?;
    store.close().await;
    writeln!(std::io::stdout(), "no mail leaves until it is released on /staff or with `kolkore release`")?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn release(global: &Global, args: ReleaseArgs) -> anyhow::Result<ExitCode> {
    let app = App::open_to_write(&global.config, &global.data()).await?;
    if let Some(week) = args.left {
        let noted = note_as_sent(&app, week).await?;
        writeln!(std::io::stdout(), "{noted} letters of {week} are noted as sent")?;
    }
    let released = app.store.release(BY, app.clock.now()).await?;
    app.close().await;
    anyhow::ensure!(released, "nothing is held; mail leaves as usual");
    writeln!(std::io::stdout(), "released: mail leaves again")?;
    Ok(ExitCode::SUCCESS)
}
