//! What letters are made from; no more than a reader's view of the house, so that a page can show the next one.

use std::sync::Arc;

use sources::Source;
use sources::lexicon::Lexicon;

use crate::app::App;
use crate::digest::holidays::Calendars;
use crate::digest::pick::Rules;
use crate::i18n::I18n;
use crate::settings::Settings;
use crate::store::Store;

/// What letters are made from, wherever they are made.
#[derive(Clone)]
pub struct Bureau {
    /// As configured.
    pub settings: Arc<Settings>,
    /// The roadmap.
    pub sources: Arc<Vec<Source>>,
    /// Words and rules.
    pub lexicon: Arc<Lexicon>,
    /// Whom a call means beside what it is about.
    pub rules: Arc<Rules>,
    /// Whose holidays an authority keeps.
    pub calendars: Arc<Calendars>,
    /// Texts for people.
    pub i18n: Arc<I18n>,
    /// The truth.
    pub store: Store,
}

impl Bureau {
    /// Over an opened app.
    pub fn of(app: &App) -> Self {
        Self {
            settings: Arc::new(app.settings.clone()),
            sources: Arc::clone(&app.sources),
            lexicon: Arc::clone(&app.lexicon),
            rules: Arc::clone(&app.rules),
            calendars: Arc::clone(&app.calendars),
            i18n: Arc::clone(&app.i18n),
            store: app.store.clone(),
        }
    }
}
