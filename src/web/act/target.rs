//! What a token is about, looked up: the letter that carried it, its municipality, the record.

use chrono::{DateTime, Utc};

use super::unknown;
use crate::act::{Grant, Purpose};
use crate::mail::mailbox_key;
use crate::readers::contact::is_former;
use crate::record::Record;
use crate::store::{Act, Delivery, Municipality, Sum};
use crate::web::WebState;
use crate::web::problem::Problem;

/// All that a page or an act needs.
pub(in crate::web) struct Target {
    pub(super) grant: Grant,
    pub(in crate::web) municipality: Municipality,
    /// What it is about; none for the whole letter.
    pub(in crate::web) record: Option<Record>,
    pub(in crate::web) delivery: Delivery,
}

impl Target {
    /// What `token` is about, if it was signed by us for an act of a letter that is in the ledger.
    pub(super) async fn of_act(state: &WebState, token: &str) -> Result<Self, Problem> {
        Self::of(state, token, Purpose::is_act).await
    }

    /// The same for links of the purposes that `wanted` lets through.
    pub(in crate::web) async fn of(state: &WebState, token: &str, wanted: fn(Purpose) -> bool) -> Result<Self, Problem> {
        let grant = state.store.act_keys().await?.verify(token).filter(|grant| wanted(grant.purpose)).ok_or_else(unknown)?;
        let delivery = state.store.delivery(&grant.delivery).await?.ok_or_else(unknown)?;
        let municipality = state.store.municipality(&delivery.municipality).await?.ok_or_else(unknown)?;
        // An address that was wrong is perhaps a stranger's: all that is left to it is to end the letters, and to read what it got.
        let is_left = matches!(grant.purpose, Purpose::Unsubscribe | Purpose::Read);
        if !is_left && is_former(&municipality.profile, &delivery.contact) {
            return Err(unknown());
        }
        let record = match grant.purpose {
            Purpose::Unsubscribe | Purpose::Read | Purpose::Profile => None,
            _ => Some(state.store.record(&grant.record).await?.ok_or_else(unknown)?),
        };
        Ok(Self { grant, municipality, record, delivery })
    }

    /// Whether it has been said already.
    pub(super) async fn stands(&self, state: &WebState) -> Result<bool, Problem> {
        if self.grant.purpose == Purpose::Unsubscribe {
            return Ok(state.store.is_suppressed(&self.delivery.municipality, &self.delivery.contact).await?);
        }
        let contact = mailbox_key(&self.delivery.contact);
        let acts = state.store.acts_of(&self.delivery.municipality).await?;
        let is_it = |act: &Act| act.act == self.grant.purpose && act.record == self.grant.record && act.contact == contact;
        Ok(acts.iter().any(is_it))
    }

    /// Does it; once more changes nothing.
    pub(super) async fn act(&self, state: &WebState, note: String, sum: Option<Sum>) -> Result<(), Problem> {
        let now = state.clock.now();
        if self.grant.purpose == Purpose::Unsubscribe {
            state.store.end_letters(&self.delivery.municipality, &self.delivery.contact, now).await?;
            return Ok(());
        }
        state.store.act(&self.as_act(note, sum, now), now).await?;
        Ok(())
    }

    fn as_act(&self, note: String, sum: Option<Sum>, at: DateTime<Utc>) -> Act {
        Act {
            municipality: self.delivery.municipality.clone(),
            record: self.grant.record.clone(),
            act: self.grant.purpose,
            note,
            delivery: self.delivery.id.clone(),
            contact: mailbox_key(&self.delivery.contact),
            number: 0,
            at,
            sum,
        }
    }

    /// Takes it back.
    pub(super) async fn undo(&self, state: &WebState) -> Result<(), Problem> {
        let now = state.clock.now();
        if self.grant.purpose == Purpose::Unsubscribe {
            state.store.resume_letters(&self.delivery.municipality, &self.delivery.contact, now).await?;
        } else {
            state.store.undo_act(&self.as_act(String::new(), None, now), now).await?;
        }
        Ok(())
    }
}
