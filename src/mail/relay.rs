//! A relay over SMTP, through a pool of connections.

#[expect(clippy::disallowed_types, reason = "the one door through which mail leaves")]
type Transport = lettre::AsyncSmtpTransport<lettre::Tokio1Executor>;

use std::error::Error as _;
use std::io;
use std::time::Duration;

use anyhow::Context as _;
use lettre::AsyncTransport as _;
use lettre::transport::smtp::{self, PoolConfig};

use super::{Accepted, Message, Outcome, SendError};

/// Connections kept to the relay. Each message waits for a delayed ACK of the relay (42 ms), since lettre sends its final dot by itself:
/// one connection gives 29 messages a second, eight give 182.
const CONNECTIONS: u32 = 8;

/// Longest wait for one answer. RFC 5321 4.5.3.2 allows ten minutes after the final dot; a relay that needs longer than this is down.
const PATIENCE: Duration = Duration::from_mins(1);

/// One relay.
pub struct Relay {
    transport: Transport,
    /// Host and port, without credentials.
    name: String,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Relay({})", self.name)
    }
}

impl Relay {
    /// The relay at `url`; nothing is connected yet.
    pub(super) fn at(url: &str) -> anyhow::Result<Self> {
        let parsed = url::Url::parse(url).ok().filter(|url| matches!(url.scheme(), "smtp" | "smtps"));
        let parsed =
            parsed.context("mail.relay is no relay's address; write smtp://host:port or smtps://user:password@host:port")?;
        let host = parsed.host_str().context("mail.relay names no host; write smtp://host:port")?;
        let name = parsed.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let transport = Transport::from_url(with_tls(&parsed).as_str())
            .with_context(|| format!("mail.relay at {name} cannot be used; tls may be required or opportunistic"))?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        Ok(Self { transport, name })
    }

    pub(super) async fn send(&self, message: &Message) -> Result<Accepted, SendError> {
        match self.transport.send_raw(&message.envelope, &message.bytes).await {
            Ok(response) => Ok(Accepted { answer: response.message().collect::<Vec<_>>().join(" ") }),
            Err(error) => Err(SendError { outcome: outcome(&error), detail: format!("relay {}: {error}", self.name) }),
        }
    }
}

/// The address with STARTTLS required where a password would go over a plain connection and the address does not say otherwise.
pub(super) fn with_tls(address: &url::Url) -> url::Url {
    let mut address = address.clone();
    if address.scheme() == "smtp" && address.password().is_some() && !address.query_pairs().any(|(name, _)| name == "tls") {
        address.query_pairs_mut().append_pair("tls", "required");
    }
    address
}

/// An answer is an answer. Where the connection broke, only an error of connecting says for certain that nothing was handed over;
/// any other may have come after the final dot.
fn outcome(error: &smtp::Error) -> Outcome {
    if error.is_permanent() || error.is_client() {
        Outcome::Permanent
    } else if error.is_transient() || error.is_tls() || error.is_transport_shutdown() || never_connected(error) {
        Outcome::Temporary
    } else {
        Outcome::Unsure
    }
}

fn never_connected(error: &smtp::Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<io::Error>() {
            use io::ErrorKind::{AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkUnreachable};
            return matches!(io.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable | AddrNotAvailable);
        }
        source = cause.source();
    }
    false
}
