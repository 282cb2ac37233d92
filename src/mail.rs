//! The one door through which mail leaves: to a relay, into a folder, or (in tests) into memory.
//! Knows no municipalities and no ledger: it sends one message and says exactly what is known of it afterwards.

mod access;
mod address;
mod connection;
mod dkim;
mod encrypted;
mod folder;
pub mod message;
mod relay;

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::settings::Settings;

pub use address::{BadAddress, address_of, is_same_mailbox, mailbox_key};
pub use dkim::Signer;
pub use folder::Folder;
pub use message::{Draft, Message, Sender};
pub use relay::Relay;

/// Where messages go.
#[derive(Debug)]
pub enum Mailer {
    /// A relay that accepts or refuses.
    Relay(Relay),
    /// `DATA/outbox/*.eml`.
    Folder(Folder),
    /// Kept, for tests.
    Memory(Mutex<Vec<Message>>),
}

/// Somebody else has taken the responsibility for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What the relay answered, or where the file is.
    pub answer: String,
}

/// A message that was not accepted, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct SendError {
    pub outcome: Outcome,
    pub detail: String,
    /// The status code by which the relay says that there is no such mailbox, or none any more.
    pub no_mailbox: Option<String>,
}

/// What is known of a message that was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Not taken; trying again later may help.
    Temporary,
    /// Not taken; trying again will not help.
    Permanent,
    /// Perhaps taken: the connection broke before the answer. Never to be re-sent without a human.
    Unsure,
}

impl Mailer {
    /// The mailer that the settings ask for: the relay, or without one the outbox folder of the data folder.
    pub fn of(settings: &Settings, data: &Path) -> anyhow::Result<Self> {
        Self::signing(settings, &data.join("outbox"))
    }

    /// The same for mails to staff: in the outbox they have a folder of their own, so that the week's letters can be counted there.
    pub fn for_staff(settings: &Settings, data: &Path) -> anyhow::Result<Self> {
        Self::signing(settings, &data.join("outbox").join("staff"))
    }

    fn signing(settings: &Settings, outbox: &Path) -> anyhow::Result<Self> {
        let mail = &settings.mail;
        let signer = Signer::of(&mail.sign, Sender::of(settings)?.from.domain())?.map(Arc::new);
        match mail.relay.as_str() {
            "" => Ok(Self::Folder(Folder::open(outbox)?.signing(signer))),
            relay => Ok(Self::Relay(Relay::at(relay, mail.ca())?.signing(signer))),
        }
    }

    /// A mailer into the relay at `url` (`smtp://host:port`, `smtps://user:password@host:465`, `smtp://host?tls=required` for STARTTLS).
    /// `ca` is a PEM file of further certificates to trust. Has to be called inside the runtime: the pool tends its connections from there.
    pub fn relay(url: &str, ca: Option<&Path>) -> anyhow::Result<Self> {
        Ok(Self::Relay(Relay::at(url, ca)?))
    }

    /// A mailer into `folder`, which is made if it is not there.
    pub fn folder(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self::Folder(Folder::open(folder)?))
    }

    /// A mailer that keeps what it is given.
    pub fn memory() -> Self {
        Self::Memory(Mutex::default())
    }

    /// Whether the message of this key was taken, where the place that it went to can still tell: a folder knows, a relay does not.
    pub fn took(&self, key: &str) -> Option<bool> {
        match self {
            Self::Relay(_) => None,
            Self::Folder(folder) => Some(folder.holds(key)),
            Self::Memory(kept) => {
                let name = message::file_name(key);
                Some(kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter().any(|message| message.name == name))
            }
        }
    }

    /// Sends one message. `Ok` means that somebody else answers for it from now on.
    pub async fn send(&self, message: &Message) -> Result<Accepted, SendError> {
        match self {
            Self::Relay(relay) => relay.send(message).await,
            Self::Folder(folder) => {
                let (folder, message) = (folder.clone(), message.clone());
                tokio::task::spawn_blocking(move || folder.write(&message)).await.map_err(|error| SendError {
                    outcome: Outcome::Unsure,
                    detail: format!("the outbox writer stopped: {error}"),
                    no_mailbox: None,
                })?
            }
            Self::Memory(kept) => {
                kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(message.clone());
                Ok(Accepted { answer: "kept".to_owned() })
            }
        }
    }
}

/// A message's bytes as they leave: signed, where there is somebody to sign. A letter that cannot be signed waits.
fn signed<'m>(message: &'m Message, signer: Option<&Signer>) -> Result<Cow<'m, [u8]>, SendError> {
    let Some(signer) = signer else { return Ok(Cow::Borrowed(&message.bytes)) };
    match signer.sign(&message.bytes) {
        Ok(bytes) => Ok(Cow::Owned(bytes)),
        Err(error) => Err(SendError { outcome: Outcome::Temporary, detail: format!("not signed: {error:#}"), no_mailbox: None }),
    }
}

#[cfg(test)]
pub(crate) mod tests;
