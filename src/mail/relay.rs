//! A relay over SMTP, through a pool of connections.

use std::error::Error as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use deadpool::Runtime;
use deadpool::managed::{Object, Pool, WeakPool};
use lettre::address::Envelope;
use lettre::transport::smtp;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailParameter};
use tokio::time::timeout;

use super::access::Access;
use super::connection::Connector;
use super::{Accepted, Message, Outcome, SendError, Signer, signed};

/// Connections kept to the relay: as many as a relay commonly takes from one client at once (Exim's `smtp_accept_max_per_host` is set near ten).
const CONNECTIONS: usize = 8;

/// Longest wait for a connection, and until the relay waits for the letter: what comes to nothing there is tried again.
const PATIENCE: Duration = Duration::from_mins(1);

/// Longest wait for the letter to be taken, RFC 5321 4.5.3.2.6: after that nobody knows whether it was, and a human has to look.
const PATIENCE_WITH_LETTER: Duration = Duration::from_mins(10);

/// A connection that nobody used for so long is closed, for relays hang up on those who say nothing (RFC 5321 4.5.3.2.7: five minutes).
const IDLE: Duration = Duration::from_mins(1);

/// Refusals that are about the mailbox: unavailable, not here, no such name.
const OF_MAILBOXES: [u16; 3] = [550, 551, 553];

/// What a relay says of us and not of a letter (RFC 4954): log in, the login is wrong, or wants another way. A letter that nobody was ready to
/// take waits until somebody has corrected the settings.
const OF_LOGIN: [u16; 4] = [530, 534, 535, 538];

/// One relay.
pub struct Relay {
    connections: Pool<Connector>,
    /// Host and port, without credentials.
    name: String,
    signer: Option<Arc<Signer>>,
}

/// Why a letter was not accepted, by how far it had come.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// Nothing of the letter was handed over.
    #[error("{0}")]
    Unreached(String),
    /// The connection broke before the letter began.
    #[error("{0}")]
    Dead(String),
    /// The relay does not take addresses such as this one.
    #[error("the relay takes no addresses with other letters than those of ASCII")]
    ForeignAddress,
    /// The relay has answered.
    #[error("{0}")]
    Refused(smtp::Error),
    /// The connection broke while the letter was under way, or no answer came: perhaps it was taken.
    #[error("{0}")]
    Broken(String),
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Relay({})", self.name)
    }
}

impl Relay {
    /// The relay at `url`, whose certificate the usual authorities vouch for, or those of the PEM file `ca`; nothing is connected yet.
    pub(super) fn at(url: &str, ca: Option<&Path>) -> anyhow::Result<Self> {
        let access = Access::of(url, ca)?;
        let name = format!("{}:{}", access.host, access.port);
        let connections = Pool::builder(Connector(access))
            .max_size(CONNECTIONS)
            .create_timeout(Some(PATIENCE))
            .recycle_timeout(Some(PATIENCE))
            .runtime(Runtime::Tokio1)
            .build()
            .context("the pool of connections to the relay")?;
        tokio::spawn(close_idle(connections.weak()));
        Ok(Self { connections, name, signer: None })
    }

    /// The same, with messages signed.
    #[must_use]
    pub(super) fn signing(self, signer: Option<Arc<Signer>>) -> Self {
        Self { signer, ..self }
    }

    pub(super) async fn send(&self, message: &Message) -> Result<Accepted, SendError> {
        let bytes = signed(message, self.signer.as_deref())?;
        match self.hand_over(&message.envelope, &bytes).await {
            Ok(answer) => Ok(Accepted { answer }),
            Err(failure) => Err(SendError {
                outcome: failure.outcome(),
                no_mailbox: failure.no_mailbox(),
                detail: format!("relay {}: {failure}", self.name),
            }),
        }
    }

    /// Hands a letter over. Where a connection that was used before turns out to be dead before the letter begins, over another.
    async fn hand_over(&self, envelope: &Envelope, bytes: &[u8]) -> Result<String, Failure> {
        loop {
            let mut line = self.connections.get().await.map_err(|error| Failure::Unreached(error.to_string()))?;
            let was_used = Object::metrics(&line).recycle_count > 0;
            line.is_busy = true;
            let done = say(&mut line.connection, envelope, bytes).await;
            line.is_busy = done.is_err();
            if done.is_err() {
                // Says good-bye where the connection still can, which must not hold up whoever waits for the verdict.
                tokio::spawn(async move { timeout(PATIENCE, Object::take(line).connection.abort()).await });
            }
            match done {
                Err(Failure::Dead(_)) if was_used => {}
                done => return done,
            }
        }
    }
}

/// The whole dialogue on one letter.
async fn say(connection: &mut AsyncSmtpConnection, envelope: &Envelope, bytes: &[u8]) -> Result<String, Failure> {
    match timeout(PATIENCE, announce(connection, envelope)).await {
        Ok(announced) => announced?,
        Err(_) => return Err(Failure::Unreached(format!("no answer within {} s", PATIENCE.as_secs()))),
    }
    match timeout(PATIENCE_WITH_LETTER, connection.message(bytes)).await {
        Ok(Ok(response)) => Ok(response.message().collect::<Vec<_>>().join(" ")),
        Ok(Err(error)) if error.status().is_some() => Err(Failure::Refused(error)),
        Ok(Err(error)) => Err(Failure::Broken(error.to_string())),
        Err(_) => Err(Failure::Broken(format!("no answer to the letter within {} s", PATIENCE_WITH_LETTER.as_secs()))),
    }
}

/// Says from whom the letter comes and for whom it is, up to where the relay waits for it.
async fn announce(connection: &mut AsyncSmtpConnection, envelope: &Envelope) -> Result<(), Failure> {
    let mut parameters = Vec::new();
    if envelope.from().into_iter().chain(envelope.to()).any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Failure::ForeignAddress);
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    let refused = |error: smtp::Error| match error.status() {
        Some(_) => Failure::Refused(error),
        None => Failure::Dead(error.to_string()),
    };
    connection.command(Mail::new(envelope.from().cloned(), parameters)).await.map_err(refused)?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).await.map_err(refused)?;
    }
    connection.command(Data).await.map_err(refused)?;
    Ok(())
}

/// Closes connections that nobody used for a while, as long as there is a pool.
async fn close_idle(connections: WeakPool<Connector>) {
    loop {
        tokio::time::sleep(IDLE).await;
        let Some(connections) = connections.upgrade() else { return };
        let idle = connections.retain(|_, metrics| metrics.last_used() < IDLE).removed;
        drop(connections);
        for mut line in idle {
            // One that never answers is dropped unheard.
            drop(timeout(PATIENCE, line.connection.abort()).await);
        }
    }
}

impl Failure {
    fn outcome(&self) -> Outcome {
        match self {
            Self::Unreached(_) | Self::Dead(_) => Outcome::Temporary,
            Self::ForeignAddress => Outcome::Permanent,
            Self::Broken(_) => Outcome::Unsure,
            Self::Refused(error) => {
                let is_of_us = error.status().is_some_and(|code| OF_LOGIN.contains(&u16::from(code)));
                if error.is_permanent() && !is_of_us { Outcome::Permanent } else { Outcome::Temporary }
            }
        }
    }

    /// What the relay says of the mailbox itself, RFC 3463: its address (5.1.x), or that it is closed (5.2.1). Where it gives no such code, the
    /// answers that RFC 5321, part 4.2.3 has for mailboxes; the others are about the letter, or about us.
    fn no_mailbox(&self) -> Option<String> {
        let Self::Refused(error) = self else { return None };
        let answer = error.status().filter(|_| error.is_permanent())?;
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        let code = said.split_whitespace().next().unwrap_or_default();
        match code.strip_prefix("5.") {
            Some(detail) if detail.starts_with("1.") || detail == "2.1" => Some(code.to_owned()),
            Some(_) => None,
            None => OF_MAILBOXES.contains(&u16::from(answer)).then(|| answer.to_string()),
        }
    }
}
