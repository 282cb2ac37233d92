//! Reads what came into the mailbox of bounces, and notes what it tells. Nothing there is flagged, moved or deleted; a report is known by
//! its bytes, so that reading it again counts nothing twice.

use anyhow::Context as _;
use serde::Serialize;
use sources::fetch::mailbox;
use sources::finding::short_hash;

use super::note::note;
use super::report::{self, Mark, Report};
use crate::act::ActKeys;
use crate::app::App;
use crate::edition::Desk;
use crate::settings::Returns;
use crate::store::{BounceKind, Delivery, Noted};

/// The row under which it is kept how far the mailbox was read; no source's slug has brackets.
const ROW: &str = "(bounces)";

/// A report holds at most the letter that it is about; ours have a tenth of this.
const LONGEST: usize = 5_000_000;

/// What a look into the mailbox brought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Letters looked at.
    pub letters: u64,
    /// Letters of ours that came back for good, each report once.
    pub hard: u64,
    /// That may arrive another time.
    pub soft: u64,
    /// That were called unwanted.
    pub complaints: u64,
    /// Mailboxes that get no more letters from now on.
    pub suspended: u64,
    /// Answers that machines wrote.
    pub auto_replies: u64,
    /// Reports that carry no signature of ours: about nothing, or forged.
    pub unassigned: u64,
    /// What is none of these, and is left to who reads the mailbox.
    pub others: u64,
    /// What could not be read, and why.
    pub unread: Vec<String>,
}

/// Reads the mailbox of bounces once. Without one nothing is done.
pub async fn collect(app: &App) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    match app.settings.mail.bounces.returns()? {
        None => {}
        Some(Returns::Folder(folder)) => {
            let folder = app.data.join(folder);
            let files = tokio::task::spawn_blocking(move || mailbox::list(&folder)).await??;
            for file in files {
                let now = app.clock.now();
                match tokio::task::spawn_blocking(move || mailbox::open(&file, now)).await? {
                    Ok((_, page)) => take(app, page.body, &mut tally).await?,
                    Err(error) => tally.unread.push(error.to_string()),
                }
            }
        }
        Some(Returns::Imap(imap)) => {
            let address = imap.address();
            let fetched = mailbox::fetch(&imap, app.store.read_up_to(ROW, &address).await?).await.context("mail.bounces")?;
            tally.unread.extend(fetched.complaints);
            for letter in fetched.letters {
                take(app, letter, &mut tally).await?;
            }
            // Only when all of it is noted does the next look begin behind it.
            app.store.note_read_up_to(ROW, &address, fetched.read_up_to).await?;
        }
    }
    Ok(tally)
}

/// Takes one letter of the mailbox.
async fn take(app: &App, letter: Vec<u8>, tally: &mut Tally) -> anyhow::Result<()> {
    tally.letters += 1;
    if letter.len() > LONGEST {
        tally.unread.push(format!("a letter has {} bytes, more than the {LONGEST} of a report", letter.len()));
        return Ok(());
    }
    let id = short_hash(&[&String::from_utf8_lossy(&letter)]);
    let mailbox = app.settings.mail.bounces.local_part().to_owned();
    let read = tokio::task::spawn_blocking(move || report::read(&letter, &mailbox)).await?;
    let Some((report, marks)) = read else {
        tally.others += 1;
        return Ok(());
    };
    let (kind, status, said) = match report {
        Report::Bounce { hard, status, said } => (if hard { BounceKind::Hard } else { BounceKind::Soft }, status, said),
        Report::Complaint { kind } => (BounceKind::Complaint, kind, String::new()),
        Report::AutoReply => {
            tally.auto_replies += 1;
            return Ok(());
        }
        Report::Delivered | Report::Other => {
            tally.others += 1;
            return Ok(());
        }
    };
    let Some(delivery) = delivery_of(app, &marks).await? else {
        tally.unassigned += 1;
        return Ok(());
    };
    match note(app, id, delivery, kind, status, said).await? {
        Noted::Known => return Ok(()),
        Noted::Counted => {}
        Noted::Suspended => tally.suspended += 1,
    }
    match kind {
        BounceKind::Hard => tally.hard += 1,
        BounceKind::Soft => tally.soft += 1,
        BounceKind::Complaint => tally.complaints += 1,
    }
    Ok(())
}

/// The letter to a municipality that the first good mark names.
async fn delivery_of(app: &App, marks: &[Mark]) -> anyhow::Result<Option<Delivery>> {
    let keys = app.store.act_keys().await?;
    for mark in marks {
        let found = match mark {
            Mark::Tag(tag) => of_tag(app, &keys, tag).await?,
            Mark::Token(token) => match keys.verify(token) {
                Some(grant) => app.store.delivery(&grant.delivery).await?,
                None => None,
            },
        };
        if let Some(delivery) = found.filter(|row| Desk::of(row) == Desk::Municipalities) {
            return Ok(Some(delivery));
        }
    }
    Ok(None)
}

async fn of_tag(app: &App, keys: &ActKeys, tag: &str) -> anyhow::Result<Option<Delivery>> {
    match keys.verify_return_tag(tag) {
        Some(handle) => app.store.delivery_of_handle(&handle).await,
        None => Ok(None),
    }
}
