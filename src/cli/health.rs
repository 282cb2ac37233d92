//! `kolkore health`: what staff would be told of the sources now, or, with `--send`, tells them.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::Global;
use crate::app::{self, App};
use crate::config::Config;
use crate::crawl::standing;
use crate::mail::Mailer;
use crate::notice::{self, Office};

#[derive(Args)]
pub(super) struct HealthArgs {
    /// Send it: what has changed, and the week's mail unless it has left already.
    #[arg(long)]
    send: bool,
}

pub(super) async fn run(global: &Global, args: HealthArgs) -> anyhow::Result<ExitCode> {
    if args.send {
        return send(global).await;
    }
    let config = Config::load(&global.config)?;
    let (store, clock) = app::open_store_to_read(&global.config, &global.data()).await?;
    let now = clock.now();
    let office = Office { settings: &config.settings, sources: &config.sources, i18n: &config.i18n, store: &store };
    let mut out = std::io::stdout().lock();
    if global.json {
        for standing in standing::all(&store, &config.sources, now).await? {
            let line = serde_json::json!({
                "source": standing.source.slug, "state": standing.judgement.state, "since": standing.since,
                "reasons": standing.judgement.reasons, "last_success": standing.last_success, "moved": standing.moved,
                "reviews": standing.reviews, "call_due": standing.call_due,
            });
            writeln!(out, "{line}")?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    for change in office.changes(&notice::pending(&office, now).await?)? {
        writeln!(out, "{}\n", change.text)?;
    }
    writeln!(out, "{}", office.weekly(now).await?.text)?;
    Ok(ExitCode::SUCCESS)
}

async fn send(global: &Global) -> anyhow::Result<ExitCode> {
    let app = App::open_to_write(&global.config, &global.data()).await?;
    anyhow::ensure!(
        app.settings.staff.mailboxes().next().is_some(),
        "nobody is named to be told; write mailboxes into staff.mail_to of kolkore.toml"
    );
    notice::take_stock(&Office::of(&app), app.clock.now()).await?;
    let mailer = Mailer::for_staff(&app.settings, &app.data)?;
    let (changes, weekly) = (notice::send_changes(&app, &mailer).await?, notice::send_weekly(&app, &mailer).await?);
    app.close().await;
    let mut out = std::io::stdout().lock();
    let (sent, not) =
        (changes.sent + weekly.sent, [changes, weekly].map(|tally| tally.failed + tally.unsure + tally.held + tally.waiting));
    writeln!(out, "{sent} mails sent to staff; {} not", not.iter().sum::<u64>())?;
    Ok(ExitCode::from(u8::from(not.iter().any(|not| *not > 0))))
}
