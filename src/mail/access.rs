//! How the relay is reached: what its address in the settings says.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use percent_encoding::percent_decode_str;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

/// One relay's host and port, how its connection is secured, and as whom we log in.
pub(super) struct Access {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) hello: ClientId,
    pub(super) security: Security,
    pub(super) credentials: Option<Credentials>,
}

/// How a connection is secured.
pub(super) enum Security {
    /// It is not.
    Plain,
    /// By STARTTLS (RFC 3207), where the relay offers it.
    Offered(TlsParameters),
    /// By STARTTLS, or not used.
    Required(TlsParameters),
    /// From the first byte (RFC 8314).
    Immediate(Arc<ClientConfig>, ServerName<'static>),
}

impl Access {
    /// What `url` says: `smtp://host:port`, `smtps://user:password@host:465`, `smtp://host?tls=required`; its path is the name that we greet by.
    /// `ca` is a PEM file of further certificates to trust. A password is sent in the clear only where the address says `tls=opportunistic`.
    pub(super) fn of(url: &str, ca: Option<&Path>) -> anyhow::Result<Self> {
        let url = url::Url::parse(url).ok().filter(|url| matches!(url.scheme(), "smtp" | "smtps"));
        let url = url.context("mail.relay is no relay's address; write smtp://host:port or smtps://user:password@host:port")?;
        let host = url.host_str().context("mail.relay names no host; write smtp://host:port")?.to_owned();
        let tls = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value);
        let tls = tls.or_else(|| url.password().map(|_| Cow::Borrowed("required")));
        let (security, usual_port) = match (url.scheme(), tls.as_deref()) {
            ("smtps", _) => (immediate(&host, ca)?, SUBMISSIONS_PORT),
            (_, None) => (Security::Plain, SMTP_PORT),
            (_, Some("required")) => (Security::Required(later(&host, ca)?), SUBMISSION_PORT),
            (_, Some("opportunistic")) => (Security::Offered(later(&host, ca)?), SUBMISSION_PORT),
            (_, Some(_)) => anyhow::bail!("mail.relay at {host} cannot be used; tls may be required or opportunistic"),
        };
        let hello = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        let decoded = |part: &str| percent_decode_str(part).decode_utf8().map(Cow::into_owned);
        let credentials = match url.password() {
            Some(password) => {
                let unreadable = "user or password in mail.relay are not UTF-8; write other letters as %XX of their UTF-8";
                Some(Credentials::new(decoded(url.username()).context(unreadable)?, decoded(password).context(unreadable)?))
            }
            None => None,
        };
        Ok(Self { port: url.port().unwrap_or(usual_port), host, hello, security, credentials })
    }
}

/// TLS for STARTTLS, which the mail library sets up by itself.
fn later(host: &str, ca: Option<&Path>) -> anyhow::Result<TlsParameters> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(file) = ca {
        let pem = std::fs::read(file).with_context(|| format!("mail.ca_file: {} cannot be read", file.display()))?;
        let certificates = Certificate::from_pem(&pem).with_context(|| no_certificates(file))?;
        parameters = parameters.add_root_certificate(certificates);
    }
    Ok(parameters.build()?)
}

fn immediate(host: &str, ca: Option<&Path>) -> anyhow::Result<Security> {
    let config = sources::fetch::client_config(ca)
        .with_context(|| ca.map_or_else(|| "TLS to mail.relay cannot be set up".to_owned(), no_certificates))?;
    let bare = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let name = ServerName::try_from(bare).with_context(|| format!("mail.relay: no certificate can name the host {host}"))?;
    Ok(Security::Immediate(Arc::new(config), name))
}

fn no_certificates(file: &Path) -> String {
    format!("mail.ca_file: {} holds no certificates; write a PEM file", file.display())
}
