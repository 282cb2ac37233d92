//! `kolkore digest`: shows the week's letters, or sends them.

use std::collections::BTreeMap;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::TimeDelta;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use mail_parser::MessageParser;

use super::Global;
use crate::app::App;
use crate::digest::week::Week;
use crate::edition::{Desk, Prepared, Tally, prepare, send_week};
use crate::mail::Mailer;
use crate::store::DeliveryState;

#[derive(Args)]
pub(super) struct DigestArgs {
    /// ISO label such as 2026-W48; none: this week. A past week is shown as its letters were frozen, and not sent.
    #[arg(long, value_name = "WEEK")]
    week: Option<String>,
    /// Only this municipality.
    #[arg(long, value_name = "SLUG")]
    municipality: Option<String>,
    /// Send instead of showing.
    #[arg(long)]
    send: bool,
    /// Do not ask before sending.
    #[arg(long, requires = "send")]
    yes: bool,
}

pub(super) async fn run(global: &Global, args: DigestArgs) -> anyhow::Result<ExitCode> {
    let week = args.week.as_deref().map(str::parse::<Week>).transpose();
    let week = match week {
        Ok(week) => week,
        Err(error) => {
            writeln!(std::io::stderr(), "kolkore: --week {}: {error}", args.week.unwrap_or_default())?;
            return Ok(ExitCode::from(2));
        }
    };
    let data = global.data();
    let app = Arc::new(App::open_to_write(&global.config, &data).await?);
    let week = week.unwrap_or_else(|| Week::of(app.clock.today()));
    let only = args.municipality.as_deref();
    let done = if args.send {
        send(&app, week, only, args.yes, global.json).await
    } else if week < Week::of(app.clock.today()) {
        show_past(&app, week, only, global.json).await
    } else {
        show(&app, week, only, global.json).await
    };
    app.close().await;
    done
}

/// Writes every letter into DATA/preview, an HTML and a text file each, and lists them.
async fn show(app: &App, week: Week, only: Option<&str>, json: bool) -> anyhow::Result<ExitCode> {
    let letters = prepare(app, week, only, app.clock.now()).await?;
    let folder = app.data.join("preview").join(week.label());
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    let mut out = std::io::stdout().lock();
    for letter in &letters {
        let name = &letter.composed.message_key;
        for (extension, content) in [("html", &letter.composed.html), ("txt", &letter.composed.text)] {
            let file = folder.join(format!("{name}.{extension}"));
            std::fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))?;
        }
        print_letter(&mut out, letter, json)?;
    }
    if !json {
        writeln!(
            out,
            "\n{} letters of {} are in {}; nothing was sent. --send sends them.",
            letters.len(),
            week.label(),
            folder.display()
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the letters of a past week as they were frozen: what was known then is known no more, so that none is made anew.
async fn show_past(app: &App, week: Week, only: Option<&str>, json: bool) -> anyhow::Result<ExitCode> {
    let rows = app.store.deliveries(Some(&week.label())).await?.into_iter();
    let rows: Vec<_> =
        rows.filter(|row| Desk::of(row) == Desk::Municipalities && only.is_none_or(|only| row.municipality == only)).collect();
    anyhow::ensure!(!rows.is_empty(), "no letter of {week} is in the ledger; letters of a past week are not made afterwards");
    let folder = app.data.join("preview").join(week.label());
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    let mut out = std::io::stdout().lock();
    for row in &rows {
        let message = app.store.delivered_message(&row.id).await?.with_context(|| format!("the ledger lost `{}`", row.id))?;
        let parsed =
            MessageParser::default().parse(&message).with_context(|| format!("the letter `{}` does not parse", row.id))?;
        for (extension, content) in [("html", parsed.body_html(0)), ("txt", parsed.body_text(0))] {
            let file = folder.join(format!("{}.{extension}", row.id));
            std::fs::write(&file, content.unwrap_or_default().as_bytes())
                .with_context(|| format!("{} cannot be written", file.display()))?;
        }
        if json {
            writeln!(out, "{}", serde_json::to_string(row)?)?;
        } else {
            writeln!(out, "{:24} {:8} {}", row.municipality, crate::code::code(row.state), row.subject)?;
        }
    }
    if !json {
        writeln!(out, "\n{} letters of {week} as they were frozen are in {}", rows.len(), folder.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print_letter(out: &mut impl std::io::Write, letter: &Prepared, json: bool) -> anyhow::Result<()> {
    if json {
        let line = serde_json::json!({
            "municipality": letter.municipality, "subject": letter.composed.subject, "picks": letter.picks, "contact": letter.delivery.is_some(),
        });
        writeln!(out, "{line}")?;
    } else {
        let mark = if letter.delivery.is_some() { " " } else { "(no contact)" };
        writeln!(out, "{:24} {:>2} picks {mark} {}", letter.municipality, letter.picks, letter.composed.subject)?;
    }
    Ok(())
}

/// Letters may leave early, before a feast or a summer's closing; those of a week farther ahead are a slip of the keyboard.
const MOST_AHEAD: TimeDelta = TimeDelta::weeks(4);

async fn send(app: &Arc<App>, week: Week, only: Option<&str>, yes: bool, json: bool) -> anyhow::Result<ExitCode> {
    let (this_week, furthest) = (Week::of(app.clock.today()), Week::of(app.clock.today() + MOST_AHEAD));
    anyhow::ensure!(
        week <= furthest,
        "{week} is far ahead: its letters would tell what is known today, and nothing would leave in that week. This week is {this_week}; leave out --week"
    );
    if !yes && !confirmed(app, week)? {
        writeln!(std::io::stderr(), "nothing was sent")?;
        return Ok(ExitCode::SUCCESS);
    }
    let mailer = Arc::new(Mailer::of(&app.settings, &app.data)?);
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} letters") {
        bar.set_style(style);
    }
    let tally = send_week(app, &mailer, week, only, |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    })
    .await?;
    bar.finish_and_clear();
    print_tally(app, &tally, json).await?;
    Ok(ExitCode::from(u8::from(tally.failed + tally.unsure + tally.held + tally.waiting > 0)))
}

async fn print_tally(app: &App, tally: &Tally, json: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string(tally)?)?;
        return Ok(());
    }
    writeln!(
        out,
        "{} sent, {} failed, {} unsure, {} held as too late, {} waiting for the next try ({} were new)",
        tally.sent, tally.failed, tally.unsure, tally.held, tally.waiting, tally.queued
    )?;
    // One cause is one sentence, however many letters it holds up.
    let mut causes: BTreeMap<(DeliveryState, String), u64> = BTreeMap::new();
    for row in app.store.deliveries(None).await? {
        if !matches!(row.state, DeliveryState::Sent | DeliveryState::Dropped) && !row.note.is_empty() {
            *causes.entry((row.state, row.note)).or_default() += 1;
        }
    }
    for ((state, cause), letters) in causes {
        writeln!(std::io::stderr(), "kolkore: {letters} letters are {}: {cause}", crate::code::code(state))?;
    }
    Ok(())
}

fn confirmed(app: &App, week: Week) -> anyhow::Result<bool> {
    anyhow::ensure!(std::io::stdin().is_terminal(), "--send asks before it sends, and there is nobody to ask; add --yes");
    let way = if app.settings.mail.relay.is_empty() { "to the outbox folder" } else { "through the relay" };
    write!(std::io::stderr(), "Send the letters of {} {way}? [y/N] ", week.label())?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "כן"))
}
