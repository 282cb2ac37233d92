//! Connections to the relay: made, secured and logged in to, and used again while they live.

use std::time::Duration;

use deadpool::managed::{self, Metrics, RecycleError, RecycleResult};
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::access::{Access, Security};
use super::encrypted::Encrypted;

/// A connection that was used so lately is used again without asking whether it lives: were it dead, the relay would not have a word of the
/// next letter, and one exchange in five is saved.
const SURELY_ALIVE: Duration = Duration::from_secs(1);

/// Makes the connections of a pool.
pub(super) struct Connector(pub(super) Access);

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreached {
    #[error("no connection: {0}")]
    Network(#[from] std::io::Error),
    #[error("{0}")]
    Dialogue(#[from] lettre::transport::smtp::Error),
}

impl managed::Manager for Connector {
    type Type = AsyncSmtpConnection;
    type Error = Unreached;

    #[expect(clippy::disallowed_methods, reason = "the one door through which mail leaves")]
    async fn create(&self) -> Result<AsyncSmtpConnection, Unreached> {
        let access = &self.0;
        let bare = access.host.trim_start_matches('[').trim_end_matches(']');
        let stream = TcpStream::connect((bare, access.port)).await?;
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
        Ok(connection)
    }

    async fn recycle(&self, connection: &mut AsyncSmtpConnection, metrics: &Metrics) -> RecycleResult<Unreached> {
        if connection.has_broken() {
            return Err(RecycleError::message("broken"));
        }
        if metrics.last_used() < SURELY_ALIVE || connection.test_connected().await {
            return Ok(());
        }
        connection.abort().await;
        Err(RecycleError::message("closed by the relay"))
    }
}
