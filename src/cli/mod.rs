//! The command line: one file per command.

mod backup;
mod bounces;
mod check;
mod crawl;
mod digest;
mod export;
mod health;
mod hold;
mod import;
mod municipalities;
mod probe;
mod rebuild;
mod renormalise;
mod search;
mod serve;
mod user;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::search::SearchError;
use crate::search::query::BadParameter;

pub(crate) use crawl::{crawl, print as print_visits};

/// Finds international opportunities for municipalities, and tells each what fits it.
#[derive(Parser)]
#[command(name = "kolkore", version, about, max_term_width = 110)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// Flags that stand before or after the sub-command.
#[derive(Args, Clone, Debug)]
pub(crate) struct Global {
    /// The configuration folder.
    #[arg(long, value_name = "DIR", global = true, env = "KOLKORE_CONFIG", default_value = "config")]
    pub config: PathBuf,
    /// The data folder (`data`; for `demo`: `data-demo`).
    #[arg(long, value_name = "DIR", global = true, env = "KOLKORE_DATA")]
    data: Option<PathBuf>,
    /// Print results as JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

impl Global {
    /// The data folder, or what the command takes when none is named.
    pub(crate) fn data_or(&self, default: &str) -> PathBuf {
        self.data.clone().unwrap_or_else(|| PathBuf::from(default))
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.data_or("data")
    }
}

#[derive(Subcommand)]
enum Command {
    /// The whole loop on the bundled sample web: crawl, index, search, digests.
    Demo(crate::demo::DemoArgs),
    /// The daemon: scheduler, crawler, pages, API, digests.
    Serve(serve::ServeArgs),
    /// Visit sources now.
    Crawl(crawl::CrawlArgs),
    /// Check the configuration.
    Check(check::CheckArgs),
    /// One stage alone, JSON Lines in, JSON Lines out.
    Probe(probe::ProbeArgs),
    /// Records in, from JSON Lines (`-`: standard input).
    Import(import::ImportArgs),
    /// Records out, to standard output.
    Export(export::ExportArgs),
    /// Search as the page and the API do.
    Search(Box<search::SearchArgs>),
    /// The week's letters: shows them, or sends them with --send.
    Digest(digest::DigestArgs),
    /// What staff would be told of the sources now: shows it, or sends it with --send.
    Health(health::HealthArgs),
    /// Reads the mailbox of bounces now: what came back is counted, dead mailboxes are suspended.
    Bounces,
    /// What the present rules would change in everything ever found: shows it, or writes it with --apply.
    Renormalise(renormalise::RenormaliseArgs),
    /// Build the search index anew from the store.
    Rebuild,
    /// Copy the store into one file.
    Backup(backup::BackupArgs),
    /// Bring a backup back into an empty data folder.
    Restore(backup::RestoreArgs),
    /// Let no mail leave: after a database was brought back by its own tools.
    Hold,
    /// Let mail leave again after a restore, or after `hold`.
    Release(hold::ReleaseArgs),
    /// The text of the file on standard input: how the service reads attachments apart from itself.
    #[command(name = crate::crawl::extract::COMMAND, hide = true)]
    ExtractText,
    /// Who gets letters, and what they want to hear of: as a table, in and out.
    #[command(subcommand)]
    Municipalities(municipalities::MunicipalitiesCommand),
    /// Staff who may log in.
    #[command(subcommand)]
    User(user::UserCommand),
}

/// Parses, runs, and says what went wrong in one sentence: 0 done, 1 failed, 2 usage.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    start_logging();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&anyhow::anyhow!("the runtime does not start: {error}")),
    };
    let done = runtime.block_on(run(cli));
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    match done {
        Ok(code) => code,
        Err(error) => fail(&error),
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let global = cli.global;
    match cli.command {
        Command::Demo(args) => crate::demo::run(&global.config, &global.data_or("data-demo"), args).await,
        Command::Serve(args) => serve::run(&global, args).await,
        Command::Crawl(args) => crawl::run(&global, args).await,
        Command::Check(args) => check::run(&global, args).await,
        Command::Probe(args) => probe::run(&global, args),
        Command::Import(args) => import::run(&global, args).await,
        Command::Export(args) => export::run(&global, args).await,
        Command::Search(args) => search::run(&global, *args).await,
        Command::Digest(args) => digest::run(&global, args).await,
        Command::Health(args) => health::run(&global, args).await,
        Command::Bounces => bounces::run(&global).await,
        Command::Renormalise(args) => renormalise::run(&global, args).await,
        Command::Rebuild => rebuild::run(&global).await,
        Command::Backup(args) => backup::backup(&global, args).await,
        Command::Restore(args) => backup::restore(&global, args).await,
        Command::Hold => hold::hold(&global).await,
        Command::Release(args) => hold::release(&global, args).await,
        Command::ExtractText => crate::crawl::extract::answer().map(|()| ExitCode::SUCCESS),
        Command::Municipalities(command) => municipalities::run(&global, command).await,
        Command::User(command) => user::run(&global, command).await,
    }
}

/// Logs go to standard error, so that results can be piped; `KOLKORE_LOG` names the level (`info`, `kolkore=debug`).
fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("KOLKORE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("error"))
        // It would log what is said to a mail server, the password too.
        .add_directive("async_imap=off".parse().expect("a constant directive parses"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
}

/// The exit status of what the caller has to write otherwise, as of the arguments themselves.
const USAGE: u8 = 2;

fn is_usage(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.is::<BadParameter>() || matches!(cause.downcast_ref(), Some(SearchError::Bad(_))))
}

fn fail(error: &anyhow::Error) -> ExitCode {
    // A closed pipe is how `kolkore export | head` ends: nothing went wrong.
    if error
        .chain()
        .any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe))
    {
        return ExitCode::SUCCESS;
    }
    // A configuration can have several mistakes; each stands on a line of its own.
    writeln!(std::io::stderr(), "kolkore: {error:#}").unwrap_or_default();
    ExitCode::from(if is_usage(error) { USAGE } else { 1 })
}
