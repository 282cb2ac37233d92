//! The mail that asks staff to phone a municipality, for its mailbox gets no more letters.

use sources::finding::short_hash;

use super::compose::{Composed, Entry, Section, View};
use super::dispatch::freeze;
use super::{Office, Wanted};
use crate::app::App;
use crate::clean;
use crate::clock::HOME;
use crate::store::{Bounce, BounceKind, NewDelivery, Why};

/// The page on which letters to a mailbox are resumed.
const PAGE: &str = "/staff/mailboxes";

/// One mail for each of the staff's mailboxes, to be sent if this bounce suspends the mailbox that it came from.
pub async fn suspension(app: &App, bounce: &Bounce) -> anyhow::Result<Vec<NewDelivery>> {
    let office = Office::of(app);
    let municipality = app.store.municipality(&bounce.municipality).await?;
    let language = office.texts().language();
    let name = municipality.map_or(bounce.municipality.clone(), |one| language.either(one.name_he, one.name_en));
    freeze(&office, &compose(&office, bounce, &clean::line(&name))?, bounce.at)
}

fn compose(office: &Office<'_>, bounce: &Bounce, name: &str) -> anyhow::Result<Composed> {
    let view = View::of(office.texts(), &office.settings.public_url, PAGE, Wanted::Mailbox);
    let kind = match bounce.kind {
        BounceKind::Complaint => Why::Complained,
        BounceKind::Hard => Why::Bounced,
        BounceKind::Soft => Why::KeptBouncing,
    }
    .code();
    let at = bounce.at.with_timezone(&HOME).format("%-d.%-m.%Y, %H:%M").to_string();
    let mut lines = vec![
        view.line("contact", clean::isolate(&clean::line(&bounce.contact))),
        view.line("since", at),
        view.line("reason", view.t(&format!("suspended_{kind}"), &[])),
    ];
    let said = clean::line(&format!("{} {}", bounce.status, bounce.said));
    if !said.is_empty() {
        lines.push(view.line("server_said", clean::isolate(&said)));
    }
    lines.push(view.line("remedy", view.t(&format!("remedy.{kind}"), &[])));
    let entry = Entry { name: name.to_owned(), state: view.t("state_suspended", &[]), lines, link: view.page().to_owned() };
    let subject = view.t("subject_suspended", &[("name", name)]);
    let key = format!("suspended-{}", short_hash(&[&bounce.id]));
    view.compose(key, subject, None, vec![Section { heading: String::new(), entries: vec![entry] }])
}
