//! One letter that did not arrive is noted, however that became known: by a report in the mailbox, or by the relay at once.

use sources::finding::short_hash;

use super::report::SAID;
use crate::app::App;
use crate::notice;
use crate::store::{Bounce, BounceKind, Delivery, Noted};

/// Counts a letter that the relay refused because there is no such mailbox: it came back before it left.
pub async fn note_refusal(app: &App, delivery: Delivery, status: String, said: &str) -> anyhow::Result<Noted> {
    let id = short_hash(&["refused", &delivery.id]);
    note(app, id, delivery, BounceKind::Hard, status, said.chars().take(SAID).collect()).await
}

pub(super) async fn note(
    app: &App,
    id: String,
    of: Delivery,
    kind: BounceKind,
    status: String,
    said: String,
) -> anyhow::Result<Noted> {
    let at = app.clock.now();
    let bounce = Bounce { id, delivery: of.id, municipality: of.municipality, contact: of.contact, kind, status, said, at };
    // Composed in any case: whether the mailbox is suspended by this one is for the ledger to say, in the same transaction.
    let mails = notice::suspension(app, &bounce).await?;
    app.store.note_bounce(&bounce, &mails, at).await
}
