//! `kolkore municipalities import FILE`, `kolkore municipalities export`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Subcommand;
use sources::lexicon::Lexicon;

use super::Global;
use crate::app;
use crate::config;
use crate::i18n::{I18n, Language};
use crate::readers::{self, Sheet};
use crate::store::{Municipality, Store};

#[derive(Subcommand)]
pub(super) enum MunicipalitiesCommand {
    /// Lay a table over what is known: CSV, or a workbook (.xlsx) with Hebrew or English headings. One mistake, and nothing is written.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Everyone as CSV, a line for each contact, to standard output.
    Export,
}

pub(super) async fn run(global: &Global, command: MunicipalitiesCommand) -> anyhow::Result<ExitCode> {
    match command {
        MunicipalitiesCommand::Import { file } => import(global, &file).await,
        MunicipalitiesCommand::Export => export(global).await,
    }
}

async fn import(global: &Global, file: &Path) -> anyhow::Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let i18n = I18n::load(&global.config)?;
    let texts = i18n.of(Language::En);
    let sheet = Sheet::read(&bytes).map_err(|what| anyhow::anyhow!("{}: {}", file.display(), what.in_words(texts)))?;
    let lexicon = Lexicon::load(&global.config)
        .map_err(|errors| anyhow::anyhow!(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
    let (store, clock, _lock) = app::open_store_to_write(&global.config, &global.data()).await?;
    // It may be the first command of a new data folder.
    store.seed_municipalities(&config::municipalities(&global.config.join("municipalities.csv"))?, clock.now()).await?;
    let import = |known: &[Municipality]| {
        let imported = readers::import(&sheet, known, &lexicon, clock.now());
        (imported.as_ref().map(|imported| imported.municipalities.clone()).unwrap_or_default(), imported)
    };
    let imported = store.update_municipalities(import, clock.now()).await?.map_err(|mistakes| {
        let lines: Vec<String> =
            mistakes.iter().map(|mistake| format!("{}: {}", file.display(), mistake.in_words(texts))).collect();
        anyhow::anyhow!("nothing was imported:\n{}", lines.join("\n"))
    })?;
    let skipped = imported.in_words(texts);
    let changed = imported.municipalities;
    store.close().await;
    let mut out = std::io::stdout().lock();
    if global.json {
        writeln!(out, "{}", serde_json::json!({"imported": changed.len(), "skipped": imported.skipped}))?;
    } else {
        writeln!(out, "{} municipalities and other readers imported", changed.len())?;
        if let Some(skipped) = skipped {
            writeln!(out, "{skipped}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn export(global: &Global) -> anyhow::Result<ExitCode> {
    let (store, _) = app::open_store_to_read(&global.config, &global.data()).await?;
    readers::export(&mut std::io::stdout().lock(), &everyone(&store, &global.config).await?)?;
    Ok(ExitCode::SUCCESS)
}

/// Who is known; in a data folder that nothing has seeded yet, whom the first command that writes would put there.
async fn everyone(store: &Store, config_folder: &Path) -> anyhow::Result<Vec<Municipality>> {
    let known = store.municipalities().await?;
    if known.is_empty() { config::municipalities(&config_folder.join("municipalities.csv")) } else { Ok(known) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_new_folder_has_the_seeded_authorities() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), None).await.unwrap();
        let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
        let seeded = everyone(&store, &config).await.unwrap();
        assert_eq!(seeded.len(), 257);
        store.seed_municipalities(&seeded[..1], "2026-11-25T06:00:00Z".parse().unwrap()).await.unwrap();
        assert_eq!(everyone(&store, &config).await.unwrap().len(), 1, "from then on the store says who there is");
    }
}
