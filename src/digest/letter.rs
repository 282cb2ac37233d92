//! One municipality's letter of one week: sections of records in, subject, HTML and plain text out.
//! Knows no store, no relay and no clock; what came from the web passes through [`clean`] and the template's escaper before it is seen.

mod calendar;
pub(crate) mod changes;
mod ended;
mod plain;
pub(crate) mod planned;
mod subject;
mod title;
mod view;
pub(crate) mod wording;

use std::collections::HashMap;

use askama::Template as _;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use changes::Since;
pub use ended::{End, Ended};

use crate::act::Purpose;
use crate::appointment::Appointment;
use crate::clean;
use crate::digest::planning::{self, Clash, Plan};
use crate::digest::profile::{Contact, Profile};
use crate::digest::week::Week;
use crate::i18n::{I18n, Language};
use crate::mail::mailbox_key;
use crate::record::Record;

/// Every text that a letter may need, for [`I18n::require`].
pub use wording::KEYS;

/// All that a letter is made of.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    /// Whom it speaks to.
    pub addressee: Addressee<'a>,
    /// Why it is written.
    pub occasion: Occasion,
    pub week: Week,
    /// What the office says first, in the letter's language; may be empty.
    pub opening: String,
    /// When it is written.
    pub now: DateTime<Utc>,
    /// The day on which the days left are counted.
    pub today: NaiveDate,
    /// Picks that this municipality was never told of, best first.
    pub fresh: Vec<Item<'a>>,
    /// Picks told earlier of which something that matters has changed.
    pub updates: Vec<Item<'a>>,
    /// Picks told earlier whose deadline is near.
    pub closing: Vec<Item<'a>>,
    /// What would have fitted and is too late to begin with: said, not told as news.
    pub late: Vec<Item<'a>>,
    /// What the office tells everyone.
    pub everyone: Vec<Item<'a>>,
    /// What was told earlier and can no longer be had.
    pub ended: Vec<Ended<'a>>,
    /// What is asked of calls that were wanted, once their date has passed.
    pub asked: Vec<Question<'a>>,
    /// The dates of calls by number, of those whose dates have changed.
    pub dates: &'a HashMap<String, Vec<Appointment>>,
    /// How many sources were visited this week.
    pub sources_checked: u64,
    /// Names of those that did not answer.
    pub sources_missed: Vec<String>,
    /// How many items are shown in full; the rest are titles.
    pub full_items: usize,
    /// Where the search page is.
    pub public_url: &'a str,
    /// The letter's copy on the web; none for a preview.
    pub copy: Option<String>,
    /// The form of the reader's interests; none for a preview.
    pub profile: Option<String>,
    /// Where the letters end for this reader; none for a preview.
    pub unsubscribe: Option<String>,
}

/// Why a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A week has passed.
    Weekly,
    /// Something cannot wait for the week's letter.
    Urgent,
    /// The deadline of something that the reader is interested in is near.
    Reminder,
}

/// Whom a letter speaks to.
#[derive(Debug, Clone)]
pub struct Addressee<'a> {
    /// Slug of the municipality.
    pub slug: &'a str,
    /// Its name in the letter's language.
    pub name: &'a str,
    pub language: Language,
    /// The office promises it its share of the year.
    pub is_member: bool,
    /// Address of the contact; in the letter only as a hash.
    pub email: &'a str,
}

impl<'a> Addressee<'a> {
    /// A contact of a municipality, in its own language.
    pub fn of(profile: &'a Profile, contact: &'a Contact) -> Self {
        let language = profile.language_for(contact);
        let name = profile.name(language);
        Self { slug: &profile.slug, name, language, is_member: profile.member, email: &contact.email }
    }
}

/// One record in a letter, and why it is there.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    pub record: &'a Record,
    /// One sentence in the letter's language; empty where the office chose it for all.
    pub reason: String,
    /// Told earlier: what changed in the record since then.
    pub changes: Option<Since>,
    /// What has to be done by when.
    pub plan: Option<Plan>,
    /// Days of rest within its event.
    pub clashes: Vec<Clash>,
    /// Our own page about it.
    pub page: Option<String>,
    /// What the reader can say of it, with the address that says it.
    pub acts: Vec<(Purpose, String)>,
}

impl Item<'_> {
    /// The day from which on its dates are told.
    fn told_from(&self, today: NaiveDate) -> NaiveDate {
        planning::told_from(self.plan.as_ref(), today)
    }
}

/// What became of a call? With the addresses that answer.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    pub record: &'a Record,
    pub answers: Vec<(Purpose, String)>,
}

/// The letter's content, frozen: what the ledger keeps and the mailer sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composed {
    pub subject: String,
    pub html: String,
    pub text: String,
    /// The deadlines as an iCalendar file; none where nothing has a date.
    pub calendar: Option<String>,
    /// Left of the `@` of the Message-ID: the same letter always has the same one, so that a re-send folds into the first.
    pub message_key: String,
}

/// A run of another language for a sentence of ours: one line, isolated.
pub(crate) fn isolated_line(text: &str) -> String {
    clean::isolate(&clean::line(text))
}

/// The items that a letter shows in full when no setting says otherwise: what fits into two minutes.
pub const FULL_ITEMS: usize = 7;

impl Letter<'_> {
    /// Writes the letter.
    pub fn compose(&self, i18n: &I18n) -> anyhow::Result<Composed> {
        let texts = i18n.of(self.addressee.language);
        let view = view::LetterView::of(self, texts);
        Ok(Composed {
            subject: view.subject.clone(),
            html: view.render()?,
            text: plain::write(&view, texts),
            calendar: calendar::write(self, texts),
            message_key: self.addressee.key(self.week),
        })
    }

    /// All items in the order in which they are read; what is too late is none.
    fn items(&self) -> impl Iterator<Item = &Item<'_>> {
        self.fresh.iter().chain(&self.updates).chain(&self.closing).chain(&self.everyone)
    }
}

/// How the keys of a week's letters begin; those of notices, which are filed under a week as well, begin otherwise.
pub(crate) fn keys_of_week(week: Week) -> String {
    format!("digest.{week}.")
}

impl Addressee<'_> {
    /// Left of the `@` of the Message-ID, and the id of the letter's row in the ledger: one letter a week to one mailbox, and nobody's
    /// address in it.
    pub fn key(&self, week: Week) -> String {
        format!("{}{}", keys_of_week(week), self.mark())
    }

    /// The same for a letter about one call and one of its dates: `what` says why, `call` names the record.
    pub fn key_of_notice(&self, what: &str, call: &str, date: NaiveDate) -> String {
        format!("{what}.{date}.{}.{}", sources::finding::short_hash(&[call]), self.mark())
    }

    /// The slug, and the address as a hash.
    fn mark(&self) -> String {
        let hash = Sha256::digest(mailbox_key(self.email).as_bytes());
        let contact = u64::from_be_bytes(*hash.first_chunk().expect("a SHA-256 is longer than eight bytes"));
        let slug: String = self.slug.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect();
        format!("{slug}.{contact:016x}")
    }
}

#[cfg(test)]
mod tests;
