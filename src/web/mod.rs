//! Pages and API over HTTP. Reads through the index and the store; changes something only on a POST by staff (invariant 8).
//! Knows no crawler and no mail server: what staff ask for goes through a channel or the ledger.

mod access;
pub(crate) mod act;
pub mod answer;
mod api;
mod assets;
mod client;
mod common_grants;
pub mod csv;
mod feeds;
mod health;
mod layers;
mod limit;
pub(crate) mod mayor;
mod openapi;
pub(crate) mod pages;
mod paging;
mod problem;
pub(crate) mod profile;
mod routes;
mod staff;
mod suggest;
mod unwatch;
mod versions;

use std::sync::Arc;

use axum::Router;
use sources::Source;
use sources::lexicon::Lexicon;
use tokio::sync::mpsc;

pub(crate) use staff::contact::KEYS as CONTACT_KEYS;
pub use staff::{Attempts, hash_password};
pub use suggest::Names;

use crate::app::App;
use crate::clock::Clock;
use crate::digest::holidays::Calendars;
use crate::digest::pick::Rules;
use crate::i18n::I18n;
use crate::search::{Finder, Labels};
use crate::settings::Settings;
use crate::store::Store;
use crate::targets::Targets;

/// What handlers need; cheap to clone.
#[derive(Clone)]
pub struct WebState {
    /// As configured.
    pub settings: Arc<Settings>,
    /// The one clock.
    pub clock: Clock,
    /// The truth.
    pub store: Store,
    /// To search, with the names of topics, sources and countries.
    pub finder: Finder,
    /// The roadmap.
    pub sources: Arc<Vec<Source>>,
    /// Words and rules, for what staff enter.
    pub lexicon: Arc<Lexicon>,
    /// What the lists call things, for suggestions.
    pub names: Arc<Names>,
    /// Texts for people.
    pub i18n: Arc<I18n>,
    /// Whom a call means, for the reason that a page gives.
    pub rules: Arc<Rules>,
    /// Whose holidays an authority keeps.
    pub calendars: Arc<Calendars>,
    /// What each member is promised in a year.
    pub targets: Arc<Targets>,
    /// Slugs of sources that staff want visited now.
    pub crawl_now: mpsc::Sender<String>,
    /// Failed logins.
    pub attempts: Arc<Attempts>,
}

impl WebState {
    /// Over an opened app; staff's wishes for visits go into `crawl_now`.
    pub fn of(app: &App, crawl_now: mpsc::Sender<String>) -> Self {
        let labels = Arc::new(Labels::new(&app.sources, &app.lexicon));
        Self {
            settings: Arc::new(app.settings.clone()),
            clock: app.clock.clone(),
            store: app.store.clone(),
            finder: Finder { store: app.store.clone(), index: Arc::clone(&app.index), labels, stood_at: app.stood_at },
            sources: Arc::clone(&app.sources),
            lexicon: Arc::clone(&app.lexicon),
            names: Arc::new(Names::of(&app.lexicon, &app.sources, &app.i18n)),
            i18n: Arc::clone(&app.i18n),
            rules: Arc::clone(&app.rules),
            calendars: Arc::clone(&app.calendars),
            targets: Arc::clone(&app.targets),
            crawl_now,
            attempts: Arc::default(),
        }
    }
}

/// Everything that is served.
pub fn router(state: WebState) -> Router {
    layers::around(routes::reads(), routes::rest(), state)
}

#[cfg(test)]
pub(crate) mod tests;
