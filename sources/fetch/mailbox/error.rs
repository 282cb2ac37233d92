//! Why a mailbox on a server cannot be read, and what to do.

use std::time::Duration;

use thiserror::Error;

use crate::fetch::guard::Verdict;

/// Why a mailbox cannot be read. None of these holds a user's name, a password or a letter's words.
#[derive(Debug, Error)]
pub enum ImapError {
    /// Where the password is said to be there is none.
    #[error("the mailbox's password: {0}")]
    Password(String),
    /// The address is not one to connect to.
    #[error(
        "{host}: not asked, for the guard refuses it ({}); if it is your own server, say private_host = true in the roadmap",
        verdict.reason()
    )]
    Guard {
        /// The host.
        host: String,
        /// Why.
        verdict: Verdict,
    },
    /// No connection.
    #[error("{host}: no connection ({what}); are name and port right, and may this machine go there?")]
    Unreachable {
        /// The host.
        host: String,
        /// The cause.
        what: String,
    },
    /// A connection that cannot be trusted.
    #[error("{host}: TLS failed ({what}); is the name the one in the server's certificate, or does the roadmap need its `ca`?")]
    Tls {
        /// The host.
        host: String,
        /// The cause.
        what: String,
    },
    /// Name or password are wrong, or the account may not use IMAP.
    #[error(
        "{host}: the login was refused; check user and password, and that the account may use IMAP (some want an app password)"
    )]
    Login {
        /// The host.
        host: String,
    },
    /// No such mailbox.
    #[error("{host}: there is no mailbox `{mailbox}` to read; name another in the roadmap, e.g. INBOX")]
    NoMailbox {
        /// The host.
        host: String,
        /// As the roadmap names it.
        mailbox: String,
    },
    /// What came was no IMAP, or too much of it.
    #[error("{host}: {what}; it is asked again at the next visit")]
    Broken {
        /// The host.
        host: String,
        /// What was wrong.
        what: String,
    },
    /// It takes too long.
    #[error("{host}: no answer within {} s; it is asked again at the next visit", limit.as_secs())]
    Timeout {
        /// The host.
        host: String,
        /// The limit.
        limit: Duration,
    },
}

impl ImapError {
    /// What was wrong, without what becomes of it.
    pub(super) fn cause(&self) -> String {
        match self {
            Self::Broken { what, .. } => what.clone(),
            Self::Timeout { limit, .. } => format!("no answer within {} s", limit.as_secs()),
            other => other.to_string(),
        }
    }

    /// The server refuses us, and staff have to do something about it.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Login { .. })
    }
}
