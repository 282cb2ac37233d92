//! What letters are made from; no more than a reader's view of the house, so that a page can show the next one.

use sources::Source;
use sources::lexicon::Lexicon;

use crate::app::App;
use crate::digest::holidays::Calendars;
use crate::digest::pick::Rules;
use crate::i18n::I18n;
use crate::settings::Settings;
use crate::store::Store;

/// What letters are made from.
#[derive(Clone, Copy)]
pub struct Bureau<'a> {
    /// As configured.
    pub settings: &'a Settings,
    /// The roadmap.
    pub sources: &'a [Source],
    /// Words and rules.
    pub lexicon: &'a Lexicon,
    /// Whom a call means beside what it is about.
    pub rules: &'a Rules,
    /// Whose holidays an authority keeps.
    pub calendars: &'a Calendars,
    /// Texts for people.
    pub i18n: &'a I18n,
    /// The truth.
    pub store: &'a Store,
}

impl<'a> Bureau<'a> {
    /// Over an opened app.
    pub fn of(app: &'a App) -> Self {
        Self {
            settings: &app.settings,
            sources: &app.sources,
            lexicon: &app.lexicon,
            rules: &app.rules,
            calendars: &app.calendars,
            i18n: &app.i18n,
            store: &app.store,
        }
    }
}
