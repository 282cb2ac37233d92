//! `kolkore rebuild`.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::bail;
use indicatif::{ProgressBar, ProgressStyle};

use super::Global;
use crate::app::App;
use crate::lock::InUse;

/// Lines of progress where nobody watches a bar.
const LINES: u64 = 10;

/// Builds the index anew from the store, beside which everything in the index is secondary.
pub(super) async fn run(global: &Global) -> anyhow::Result<ExitCode> {
    let app = match App::open_to_write(&global.config, &global.data()).await {
        Ok(app) => app,
        Err(error) => match error.downcast_ref::<InUse>() {
            Some(InUse { holder, .. }) => bail!(
                "the data folder is in use by kolkore process {holder}: `kill -USR1 {holder}` makes a running daemon build its index \
                 anew, while the one that there is answers"
            ),
            None => return Err(error),
        },
    };
    let last = app.store.last_change().await?;
    if std::io::stderr().is_terminal() {
        let bar = ProgressBar::new(last);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} change {pos} of {len}") {
            bar.set_style(style);
        }
        app.rebuild_index(|held| bar.set_position(held)).await?;
        bar.finish_and_clear();
    } else {
        let told = AtomicU64::new(0);
        app.rebuild_index(|held| {
            let reached = held.saturating_mul(LINES) / last.max(1);
            if told.fetch_max(reached, Ordering::Relaxed) < reached {
                // A line that nobody reads is no reason to stop.
                writeln!(std::io::stderr(), "change {held} of {last}").unwrap_or_default();
            }
        })
        .await?;
    }
    let records = app.store.count_records().await?;
    app.close().await;
    writeln!(std::io::stdout(), "the index is built anew: {records} records")?;
    Ok(ExitCode::SUCCESS)
}
