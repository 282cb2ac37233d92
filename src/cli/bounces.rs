//! `kolkore bounces`: reads the mailbox of bounces now, and tells staff of the mailboxes that are suspended by it.

use std::io::Write as _;
use std::process::ExitCode;

use super::Global;
use crate::app::App;
use crate::bounces;
use crate::edition::{Desk, send_waiting};
use crate::mail::Mailer;

pub(super) async fn run(global: &Global) -> anyhow::Result<ExitCode> {
    let app = App::open_to_write(&global.config, &global.data()).await?;
    anyhow::ensure!(
        app.settings.mail.bounces.returns()?.is_some(),
        "no mailbox of bounces is named; write mail.bounces.address, and mailbox or folder, into kolkore.toml"
    );
    let tally = bounces::collect(&app).await?;
    let mailer = Mailer::for_staff(&app.settings, &app.data)?;
    send_waiting(&app, &mailer, Desk::Staff, None, |_, _| {}).await?;
    app.close().await;
    let mut out = std::io::stdout().lock();
    if global.json {
        writeln!(out, "{}", serde_json::to_string(&tally)?)?;
    } else {
        writeln!(
            out,
            "{} letters: {} for good, {} for now, {} complaints; {} mailboxes suspended ({} written by machines, {} not of ours, {} others)",
            tally.letters,
            tally.hard,
            tally.soft,
            tally.complaints,
            tally.suspended,
            tally.auto_replies,
            tally.unassigned,
            tally.others
        )?;
        for unread in &tally.unread {
            writeln!(std::io::stderr(), "kolkore: {unread}")?;
        }
    }
    Ok(ExitCode::from(u8::from(!tally.unread.is_empty())))
}
