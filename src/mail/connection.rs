//! Connections to the relay: made, secured and logged in to, and used again while they live.

use std::io;
use std::time::Duration;

use deadpool::managed::{self, Metrics, RecycleError, RecycleResult};
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::access::{Access, Security};
use super::encrypted::Encrypted;

/// A connection that was used so lately is used again without asking whether it lives, which saves one exchange in five: were it dead, the
/// relay would not have a word of the next letter, and that is begun again over another.
const SURELY_ALIVE: Duration = Duration::from_secs(1);

/// Longest wait for one of the relay's addresses: one that swallows every packet must leave time for the next.
const PATIENCE_WITH_ADDRESS: Duration = Duration::from_secs(10);

/// Makes the connections of a pool.
pub(super) struct Connector(pub(super) Access);

/// A connection, and whether it is in the middle of a letter: one that somebody let go of there would answer the next letter with what the relay
/// says of this one.
pub(super) struct Line {
    pub(super) connection: AsyncSmtpConnection,
    pub(super) is_busy: bool,
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreached {
    #[error("no connection: {0}")]
    Network(#[from] io::Error),
    #[error("{0}")]
    Dialogue(#[from] lettre::transport::smtp::Error),
}

impl managed::Manager for Connector {
    type Type = Line;
    type Error = Unreached;

    #[expect(clippy::disallowed_methods, reason = "the one door through which mail leaves")]
    async fn create(&self) -> Result<Line, Unreached> {
        let access = &self.0;
        let stream = connect(access).await?;
        // The library sends the final dot by itself: with the usual delay it would wait 40 ms for the relay's acknowledgement of the letter.
        stream.set_nodelay(true)?;
        let stream: Box<dyn AsyncTokioStream> = match &access.security {
            Security::Immediate(config, name) => {
                Box::new(Encrypted(TlsConnector::from(config.clone()).connect(name.clone(), stream).await?))
            }
            Security::Plain | Security::Offered(_) | Security::Required(_) => Box::new(stream),
        };
        let mut connection = AsyncSmtpConnection::connect_with_transport(stream, &access.hello).await?;
        match &access.security {
            Security::Required(tls) => connection.starttls(tls.clone(), &access.hello).await?,
            Security::Offered(tls) if connection.can_starttls() => connection.starttls(tls.clone(), &access.hello).await?,
            Security::Offered(_) | Security::Plain | Security::Immediate(..) => {}
        }
        if let Some(credentials) = &access.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(Line { connection, is_busy: false })
    }

    async fn recycle(&self, line: &mut Line, metrics: &Metrics) -> RecycleResult<Unreached> {
        if line.is_busy || line.connection.has_broken() {
            return Err(RecycleError::message("broken"));
        }
        if metrics.last_used() < SURELY_ALIVE || line.connection.test_connected().await {
            return Ok(());
        }
        line.connection.abort().await;
        Err(RecycleError::message("closed by the relay"))
    }
}

/// A connection to the first of the relay's addresses that takes one.
#[expect(clippy::disallowed_methods, reason = "the one door through which mail leaves")]
async fn connect(access: &Access) -> io::Result<TcpStream> {
    let bare = access.host.trim_start_matches('[').trim_end_matches(']');
    let mut refusal = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
    for address in tokio::net::lookup_host((bare, access.port)).await? {
        match timeout(PATIENCE_WITH_ADDRESS, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => refusal = error,
            Err(_) => refusal = io::Error::new(io::ErrorKind::TimedOut, format!("{address} does not answer")),
        }
    }
    Err(refusal)
}
