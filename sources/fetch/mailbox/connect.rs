//! The way to a mail server: its name resolved and judged, a connection to the address that was judged, TLS always.
//! Knows nothing of letters.

use std::net::SocketAddr;
use std::sync::Arc;

use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::error::ImapError;
use crate::fetch::guard::{Verdict, judge_address, judge_url};
use crate::fetch::tls::client_config;
use crate::source::Imap;

/// A plain connection to an address that the guard let through, or that the roadmap allows by `private_host`.
#[expect(clippy::disallowed_methods, reason = "this is the door to the outside")]
pub(super) async fn connect(imap: &Imap) -> Result<TcpStream, ImapError> {
    let (host, port) = (imap.host(), imap.port());
    let refused = |verdict: Verdict| ImapError::Guard { host: host.to_owned(), verdict };
    if !imap.private_host {
        match judge_url(&format!("https://{host}/")) {
            Verdict::Ok => {}
            verdict => return Err(refused(verdict)),
        }
    }
    let unreachable = |error: std::io::Error| ImapError::Unreachable { host: host.to_owned(), what: error.to_string() };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let found: Vec<SocketAddr> = tokio::net::lookup_host((bare, port)).await.map_err(unreachable)?.collect();
    let allowed: Vec<SocketAddr> =
        found.into_iter().filter(|address| imap.private_host || judge_address(address.ip()).allowed()).collect();
    if allowed.is_empty() {
        return Err(refused(Verdict::Address));
    }
    TcpStream::connect(allowed.as_slice()).await.map_err(unreachable)
}

/// TLS over a connection, with a certificate that the usual authorities, or the roadmap's own, vouch for.
pub(super) async fn secure(imap: &Imap, stream: TcpStream) -> Result<TlsStream<TcpStream>, ImapError> {
    let fault = |what: String| ImapError::Tls { host: imap.host().to_owned(), what };
    let config = client_config(imap.ca.as_deref()).map_err(|error| fault(error.to_string()))?;
    let bare = imap.host().trim_start_matches('[').trim_end_matches(']').to_owned();
    let name = ServerName::try_from(bare).map_err(|error| fault(error.to_string()))?;
    TlsConnector::from(Arc::new(config)).connect(name, stream).await.map_err(|error| fault(error.to_string()))
}
