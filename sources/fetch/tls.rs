//! Whom we trust to be who they say: the usual authorities, and those of a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use thiserror::Error;

/// Why TLS cannot be set up.
#[derive(Debug, Error)]
pub enum TlsError {
    /// A file of certificates that holds none, or cannot be read.
    #[error("the certificates of {} cannot be read: {what}", file.display())]
    Authorities {
        /// The file.
        file: PathBuf,
        /// The cause.
        what: String,
    },
    /// The library refuses what it is asked for.
    #[error("{0}")]
    Library(#[from] rustls::Error),
}

/// TLS as a client speaks it, with a certificate that the usual authorities, or those of the PEM file `ca`, vouch for.
pub fn client_config(ca: Option<&Path>) -> Result<ClientConfig, TlsError> {
    let mut roots = RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    if let Some(file) = ca {
        let unreadable = |what: String| TlsError::Authorities { file: file.to_owned(), what };
        let before = roots.len();
        for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unreadable(error.to_string()))? {
            let certificate = certificate.map_err(|error| unreadable(error.to_string()))?;
            roots.add(certificate).map_err(|error| unreadable(error.to_string()))?;
        }
        if roots.len() == before {
            return Err(unreadable("there is none in it".to_owned()));
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
