//! The bundled sample web, and the tour through it: everything that kolkore does, in one command, on invented sites.

pub mod profiles;
pub mod sample_web;
mod tour;

use std::path::Path;

use chrono::{DateTime, Utc};

pub use sample_web::{SampleWeb, TruthItem};
pub use tour::{DemoArgs, run};

use crate::store::Store;

/// Gives the sample municipalities their profiles; returns how many.
pub async fn give_profiles(store: &Store, config: &Path, now: DateTime<Utc>) -> anyhow::Result<usize> {
    let profiles = profiles::load(config, &store.municipalities().await?)?;
    for profile in &profiles {
        store.set_profile(&profile.slug, &serde_json::to_value(profile)?, now).await?;
    }
    Ok(profiles.len())
}
