//! The mail that tells staff what a municipality asks of the office: a question, or a partner that it looks for.

use chrono::{DateTime, Utc};
use sources::finding::short_hash;

use super::Office;
use super::compose::{Entry, Section, View, Wanted};
use super::dispatch::freeze;
use crate::clean;
use crate::clock::HOME;
use crate::store::{Act, NewDelivery};

/// The page on which a question is noted as answered.
const PAGE: &str = "/staff/said";

/// One mail to each of the staff's mailboxes for each question that is open. Its key is made of what was asked and in which words, so that
/// it leaves once however often it is looked for, and again where something was added.
pub(super) async fn questions(office: &Office<'_>, now: DateTime<Utc>) -> anyhow::Result<Vec<NewDelivery>> {
    let mut mails = Vec::new();
    for act in office.store.open_questions().await? {
        let municipality = office.store.municipality(&act.municipality).await?;
        let name = municipality
            .map_or_else(|| act.municipality.clone(), |one| office.texts().language().either(one.name_he, one.name_en));
        let record = office.store.record(&act.record).await?;
        let title = record.map_or_else(|| act.record.clone(), |record| record.opportunity.title);
        let contact = office.store.delivery(&act.delivery).await?.map(|row| row.contact);
        let view = View::of(office.texts(), &office.settings.public_url, PAGE, Wanted::Answer);
        let asked = Asked { act: &act, name: &clean::line(&name), title: &title, contact: contact.as_deref() };
        mails.extend(freeze(office, &asked.compose(&view)?, now)?);
    }
    Ok(mails)
}

struct Asked<'a> {
    act: &'a Act,
    name: &'a str,
    title: &'a str,
    /// Whose letter it was said through.
    contact: Option<&'a str>,
}

impl Asked<'_> {
    fn compose(&self, view: &View<'_>) -> anyhow::Result<super::Composed> {
        let act = self.act;
        let what = view.t(&format!("asked_{}", act.act.code()), &[]);
        let mut lines = vec![view.line("opportunity", clean::isolate(&clean::line(self.title)))];
        if !act.note.is_empty() {
            lines.push(view.line("note", clean::isolate(&clean::inner(&act.note))));
        }
        lines.extend(self.contact.map(|contact| view.line("contact", clean::isolate(&clean::line(contact)))));
        lines.push(view.line("since", act.at.with_timezone(&HOME).format("%-d.%-m.%Y, %H:%M").to_string()));
        let entry = Entry { name: self.name.to_owned(), state: what.clone(), lines, link: view.page().to_owned() };
        let subject = view.t("subject_asked", &[("name", self.name), ("what", &what)]);
        // The first has the key of before questions were numbered, so that none is mailed anew.
        let number = if act.number == 0 { String::new() } else { format!("-{}", act.number) };
        let key = format!("asked-{}{number}", short_hash(&[&act.municipality, &act.record, act.act.code(), &act.note]));
        view.compose(key, subject, None, vec![Section { heading: String::new(), entries: vec![entry] }])
    }
}
