//! What staff are told of the sources' health: one mail for each change of a source's state, and one a week of everything that is not
//! as it should be; of a mailbox that gets no more letters, so that somebody phones; of what a municipality asks of the office; and of a week
//! whose letters did not leave. Knows no pages and no crawler: it looks at how sources stand, and puts mails into the ledger.

mod asked;
pub(crate) mod compose;
mod dispatch;
mod missed;
mod schedule;
mod stock;
mod suspension;
pub(crate) mod wording;

use chrono::{DateTime, Utc};
use sources::Source;

use crate::app::App;
use crate::i18n::{I18n, Language, Texts};
use crate::settings::Settings;
use crate::store::Store;

pub use compose::Composed;
use compose::Wanted;
pub use dispatch::{send_changes, send_questions, send_queued, send_weekly};
pub(crate) use missed::missed;
pub use schedule::run_schedule;
pub use stock::{Changes, pending, take_stock};
pub use suspension::suspension;

/// What a mail to staff is made from; no more than a reader's view of the house, so that a preview needs no lock.
#[derive(Clone, Copy)]
pub struct Office<'a> {
    /// As configured.
    pub settings: &'a Settings,
    /// The roadmap.
    pub sources: &'a [Source],
    /// Texts for people.
    pub i18n: &'a I18n,
    /// The truth.
    pub store: &'a Store,
}

impl<'a> Office<'a> {
    /// Over an opened app.
    pub fn of(app: &'a App) -> Self {
        Self { settings: &app.settings, sources: &app.sources, i18n: &app.i18n, store: &app.store }
    }

    fn texts(&self) -> &'a Texts {
        self.i18n.of(Language::for_staff(&self.settings.staff.language))
    }

    /// The week's mail as it would be now.
    pub async fn weekly(&self, now: DateTime<Utc>) -> anyhow::Result<Composed> {
        let standings = crate::crawl::standing::all(self.store, self.sources, now).await?;
        compose::weekly(&standings, self.texts(), &self.settings.public_url, now)
    }

    /// The mails about changes that staff have not been told of, as they would be now.
    pub fn changes(&self, changes: &Changes) -> anyhow::Result<Vec<Composed>> {
        compose::changes(changes, self.texts(), &self.settings.public_url)
    }
}

#[cfg(test)]
mod tests;
