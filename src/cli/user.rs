//! `kolkore user add NAME --role admin|editor`, `user list`, `user remove NAME`.

use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Subcommand;

use super::Global;
use crate::app;
use crate::code::code;
use crate::store::{Role, User};

/// Shorter ones are guessed; longer ones are the user's choice (NIST SP 800-63B asks for at least 8 with a second factor, 15 without).
const SHORTEST_PASSWORD: usize = 12;

#[derive(Subcommand)]
pub(super) enum UserCommand {
    /// Add a member of staff, or set a new password and role. The password is read from standard input, one line.
    Add {
        /// Login name.
        name: String,
        /// What they may do.
        #[arg(long, value_enum)]
        role: Role,
    },
    /// Name the members of staff with their roles, one a line.
    List,
    /// Remove a member of staff and end their sessions. What they did stays in the histories under their name.
    Remove {
        /// Login name.
        name: String,
    },
}

pub(super) async fn run(global: &Global, command: UserCommand) -> anyhow::Result<ExitCode> {
    match command {
        UserCommand::Add { name, role } => add(global, name, role).await,
        UserCommand::List => list(global).await,
        UserCommand::Remove { name } => remove(global, &name).await,
    }
}

async fn list(global: &Global) -> anyhow::Result<ExitCode> {
    let (store, _) = app::open_store_to_read(&global.config, &global.data()).await?;
    let mut out = std::io::stdout().lock();
    for user in store.users().await? {
        writeln!(out, "{}\t{}", user.name, code(user.role))?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn remove(global: &Global, name: &str) -> anyhow::Result<ExitCode> {
    let (store, clock, _lock) = app::open_store_to_write(&global.config, &global.data()).await?;
    let was_there = store.remove_user(name, clock.now()).await?;
    store.close().await;
    anyhow::ensure!(was_there, "there is no member of staff `{name}`; `kolkore user list` names them");
    writeln!(std::io::stderr(), "{name} may no longer log in")?;
    Ok(ExitCode::SUCCESS)
}

async fn add(global: &Global, name: String, role: Role) -> anyhow::Result<ExitCode> {
    let (store, clock, _lock) = app::open_store_to_write(&global.config, &global.data()).await?;
    write!(std::io::stderr(), "Password for {name} (at least {SHORTEST_PASSWORD} characters): ")?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("no password came on standard input")?;
    let password = line.trim_end_matches(['\r', '\n']);
    anyhow::ensure!(
        password.chars().count() >= SHORTEST_PASSWORD,
        "the password is too short; use at least {SHORTEST_PASSWORD} characters"
    );
    let password = crate::web::hash_password(password)?;
    store.put_user(&User { name: name.clone(), role, password }, clock.now()).await?;
    store.close().await;
    writeln!(std::io::stderr(), "{name} may log in")?;
    Ok(ExitCode::SUCCESS)
}
