//! The stages of `kolkore probe`, one function each: a case in, its answer out. No network, no store, no clock.

mod case;
mod reading;
mod rules;
mod text;

use std::path::Path;

use sources::lexicon::Lexicon;

use crate::config::Config;
use crate::digest::pick::Rules;
use crate::i18n::I18n;

pub use case::CaseError;
pub use reading::{feed, page};
pub use rules::{guard, robots, url};
pub use text::{dates, lang, money, normalise, pick, sanitize};

/// What the stages need of the configuration.
pub struct Tools {
    lexicon: Lexicon,
    i18n: I18n,
    rules: Rules,
    municipalities: Vec<[String; 2]>,
}

impl Tools {
    /// Reads the configuration folder.
    pub fn load(config: &Path) -> anyhow::Result<Self> {
        let rules = Rules::load(config)?;
        let config = Config::load(config)?;
        let municipalities = config.municipalities.into_iter().map(|one| [one.name_he, one.name_en]).collect();
        Ok(Self { lexicon: config.lexicon, i18n: config.i18n, rules, municipalities })
    }
}
