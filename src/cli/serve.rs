//! `kolkore serve`: the daemon.

use std::process::ExitCode;

use clap::Args;

use super::Global;
use crate::config::Config;
use crate::daemon;

#[derive(Args)]
pub(super) struct ServeArgs {
    /// Address and port, instead of the settings' own.
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

pub(super) async fn run(global: &Global, args: ServeArgs) -> anyhow::Result<ExitCode> {
    let mut config = Config::load(&global.config)?;
    if let Some(listen) = args.listen {
        config.settings.listen = listen;
    }
    daemon::run(config, &global.data()).await?;
    Ok(ExitCode::SUCCESS)
}
