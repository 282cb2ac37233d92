//! A relay over SMTP, through a pool of connections.

#[expect(clippy::disallowed_types, reason = "the one door through which mail leaves")]
type Transport = lettre::AsyncSmtpTransport<lettre::Tokio1Executor>;

use std::error::Error as _;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use lettre::AsyncTransport as _;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::{self, PoolConfig};

use super::{Accepted, Message, Outcome, SendError, Signer, signed};

/// Connections kept to the relay. Each message waits for a delayed ACK of the relay (42 ms), since lettre sends its final dot by itself:
/// one connection gives 29 messages a second, eight give 182.
const CONNECTIONS: u32 = 8;

/// Longest wait for one answer. RFC 5321 4.5.3.2 allows ten minutes after the final dot; a relay that needs longer than this is down.
const PATIENCE: Duration = Duration::from_mins(1);

/// Refusals that are about the mailbox: unavailable, not here, no such name.
const OF_MAILBOXES: [u16; 3] = [550, 551, 553];

/// What a relay says of us and not of a letter (RFC 4954): log in, the login is wrong, or wants another way. A letter that nobody was ready to
/// take waits until somebody has corrected the settings.
const OF_LOGIN: [u16; 4] = [530, 534, 535, 538];

/// One relay.
pub struct Relay {
    transport: Transport,
    /// Host and port, without credentials.
    name: String,
    signer: Option<Arc<Signer>>,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Relay({})", self.name)
    }
}

impl Relay {
    /// The relay at `url`, whose certificate the usual authorities vouch for, or those of the PEM file `ca`; nothing is connected yet.
    pub(super) fn at(url: &str, ca: Option<&Path>) -> anyhow::Result<Self> {
        let parsed = url::Url::parse(url).ok().filter(|url| matches!(url.scheme(), "smtp" | "smtps"));
        let parsed =
            parsed.context("mail.relay is no relay's address; write smtp://host:port or smtps://user:password@host:port")?;
        let host = parsed.host_str().context("mail.relay names no host; write smtp://host:port")?;
        let name = parsed.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let address = with_tls(&parsed);
        let mut transport = Transport::from_url(address.as_str())
            .with_context(|| format!("mail.relay at {name} cannot be used; tls may be required or opportunistic"))?;
        if let Some(tls) = ca.map(|ca| trusting(ca, host, &address)).transpose()?.flatten() {
            transport = transport.tls(tls);
        }
        let transport = transport.timeout(Some(PATIENCE)).pool_config(PoolConfig::new().max_size(CONNECTIONS)).build();
        Ok(Self { transport, name, signer: None })
    }

    /// The same, with messages signed.
    #[must_use]
    pub(super) fn signing(self, signer: Option<Arc<Signer>>) -> Self {
        Self { signer, ..self }
    }

    pub(super) async fn send(&self, message: &Message) -> Result<Accepted, SendError> {
        let bytes = signed(message, self.signer.as_deref())?;
        match self.transport.send_raw(&message.envelope, &bytes).await {
            Ok(response) => Ok(Accepted { answer: response.message().collect::<Vec<_>>().join(" ") }),
            Err(error) => Err(SendError {
                outcome: outcome(&error),
                no_mailbox: no_mailbox(&error),
                detail: format!("relay {}: {error}", self.name),
            }),
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

/// TLS as the address asks for it, with further authorities; none where it asks for no TLS.
fn trusting(ca: &Path, host: &str, address: &url::Url) -> anyhow::Result<Option<Tls>> {
    let pem = std::fs::read(ca).with_context(|| format!("mail.ca_file: {} cannot be read", ca.display()))?;
    let certificates = Certificate::from_pem(&pem)
        .with_context(|| format!("mail.ca_file: {} holds no certificates; write a PEM file", ca.display()))?;
    let parameters = TlsParameters::builder(host.to_owned()).add_root_certificate(certificates).build()?;
    let asked = address.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value.into_owned());
    Ok(match (address.scheme(), asked.as_deref()) {
        ("smtps", _) => Some(Tls::Wrapper(parameters)),
        (_, Some("required")) => Some(Tls::Required(parameters)),
        (_, Some("opportunistic")) => Some(Tls::Opportunistic(parameters)),
        _ => None,
    })
}

/// An answer is an answer. Where the connection broke, only an error of connecting says for certain that nothing was handed over;
/// any other may have come after the final dot.
fn outcome(error: &smtp::Error) -> Outcome {
    if error.status().is_some_and(|code| OF_LOGIN.contains(&u16::from(code))) {
        Outcome::Temporary
    } else if error.is_permanent() || error.is_client() {
        Outcome::Permanent
    } else if error.is_transient() || error.is_tls() || error.is_transport_shutdown() || never_connected(error) {
        Outcome::Temporary
    } else {
        Outcome::Unsure
    }
}

/// What the relay says of the mailbox itself, RFC 3463: its address (5.1.x), or that it is closed (5.2.1). Where it gives no such code, the
/// answers that RFC 5321, part 4.2.3 has for mailboxes; the others are about the letter, or about us.
fn no_mailbox(error: &smtp::Error) -> Option<String> {
    let answer = error.status().filter(|_| error.is_permanent())?;
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let code = said.split_whitespace().next().unwrap_or_default();
    match code.strip_prefix("5.") {
        Some(detail) if detail.starts_with("1.") || detail == "2.1" => Some(code.to_owned()),
        Some(_) => None,
        None => OF_MAILBOXES.contains(&u16::from(answer)).then(|| answer.to_string()),
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
