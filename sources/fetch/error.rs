//! Why nothing came back: the kinds that a crawl tells apart, each with the address and what to do.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::fetch::guard::Verdict;

/// A fetch that gave no page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FetchError {
    /// The guard refused the address, before or after resolving its name.
    #[error("{url}: not asked, for the guard refuses it ({}); a source has to be a public http(s) address on port 80 or 443", verdict.reason())]
    Guard {
        /// The address refused; text, since it may not even parse.
        url: String,
        /// Why.
        verdict: Verdict,
    },
    /// robots.txt forbids it, or could not be had.
    #[error("{url}: not asked, for {refusal}; ask the site's owner, or take the source by mail or by hand")]
    Robots {
        /// The address not asked.
        url: String,
        /// What robots.txt said.
        refusal: RobotsRefusal,
        /// When robots.txt will be asked for again, where that may change it.
        retry_at: Option<DateTime<Utc>>,
    },
    /// The site refuses us: 401, 403, or a page that wants proof of a human.
    #[error("{url}: the site refuses this crawler ({sign}); ask its owner for leave, or take the source by mail or by hand")]
    Blocked {
        /// The address asked.
        url: String,
        /// How the refusal showed.
        sign: String,
    },
    /// 404.
    #[error("{url}: there is nothing there (404); look for the page's new address")]
    NotFound {
        /// The address asked.
        url: String,
    },
    /// 410.
    #[error("{url}: gone for good (410); look for the page's successor, or switch the source off")]
    Gone {
        /// The address asked.
        url: String,
    },
    /// Any other status that is neither success nor a redirect.
    #[error("{url}: answered with status {status}; it is asked again at the next visit")]
    Status {
        /// The address asked.
        url: String,
        /// The status.
        status: u16,
    },
    /// More bytes, after decompression, than the settings allow.
    #[error("{url}: more than {limit} bytes; point the source at a smaller page")]
    TooLarge {
        /// The address asked.
        url: String,
        /// The limit.
        limit: usize,
    },
    /// The time for headers and body together is over.
    #[error("{url}: no whole answer within {} s; it is asked again at the next visit", limit.as_secs_f64())]
    Timeout {
        /// The address asked.
        url: String,
        /// The limit.
        limit: Duration,
    },
    /// A redirect that is not followed.
    #[error("{url}: redirects to `{to}`, which is not followed: {problem}; correct the source's address")]
    Redirects {
        /// The address that redirected.
        url: String,
        /// Where to.
        to: String,
        /// Why not.
        problem: RedirectProblem,
    },
    /// No answer, or one that broke off.
    #[error("{url}: {fault} ({detail}); it is asked again at the next visit")]
    Network {
        /// The address asked.
        url: String,
        /// What failed.
        fault: NetworkFault,
        /// The cause, for the log.
        detail: String,
    },
    /// Not now: the host asked for patience.
    #[error("{url}: {}not before {}, for {because}", said(*answered), at.format("%Y-%m-%d %H:%M:%S UTC"))]
    Later {
        /// The address not asked, or not asked again.
        url: String,
        /// The status with which the host has just answered; none where it was not asked.
        answered: Option<u16>,
        /// The moment from which on it may be asked.
        at: DateTime<Utc>,
        /// Why.
        because: Wait,
    },
    /// The settings, or a header of the source, cannot be.
    #[error("fetching is not set up right: {0}")]
    Settings(String),
}

/// How robots.txt refuses.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RobotsRefusal {
    /// A rule forbids this address.
    #[error("robots.txt forbids it")]
    Rule,
    /// The file could not be had, which counts as forbidding everything (RFC 9309, 2.3.1.4).
    #[error("robots.txt could not be had, which forbids the whole site for now ({cause})")]
    Unreachable {
        /// What went wrong with the file.
        cause: String,
    },
}

/// Why a redirect is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RedirectProblem {
    /// It does not parse.
    #[error("it is no address")]
    NoAddress,
    /// What was asked for in secret would be answered in the open.
    #[error("it leads from https to http")]
    Downgrade,
    /// The way does not end.
    #[error("it is the sixth in a row")]
    TooMany,
}

/// Which part of the network failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NetworkFault {
    /// The name has no address.
    #[error("the host's name could not be resolved")]
    Name,
    /// No connection could be made, or none that can be trusted.
    #[error("no connection could be made")]
    Connect,
    /// The connection broke, or carried no HTTP.
    #[error("the answer broke off or was no HTTP")]
    Broken,
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wait {
    /// It has just answered 429 or 503, and named no time.
    #[error("the site named no time")]
    Busy,
    /// It has just answered 429 or 503, and named the time with Retry-After.
    #[error("the site asked for patience until then")]
    Asked,
    /// It did so before, and the time that it named, or that we gave it, is not over.
    #[error("the site was busy, or asked for patience, before")]
    Held,
    /// A pause too long to sit through: Crawl-delay, or a very slow host.
    #[error("the pause between two requests to this host is that long")]
    Pause,
    /// Outside of Visit-time.
    #[error("robots.txt gives visiting hours")]
    VisitTime,
}

fn said(answered: Option<u16>) -> String {
    answered.map_or_else(String::new, |status| format!("the site answered {status}; "))
}

impl FetchError {
    /// When asking again makes sense, where the site or its rules say so.
    pub fn retry_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Later { at, .. } => Some(*at),
            Self::Robots { retry_at, .. } => *retry_at,
            _ => None,
        }
    }

    /// It is not its time, as the host or its rules say; nothing is wrong with it. One that is busy and names no time may as well be
    /// broken.
    pub fn is_only_early(&self) -> bool {
        matches!(self, Self::Later { because: Wait::Asked | Wait::Held | Wait::Pause | Wait::VisitTime, .. })
    }

    /// A rule of robots.txt forbids this address.
    pub fn is_forbidden(&self) -> bool {
        matches!(self, Self::Robots { refusal: RobotsRefusal::Rule, .. })
    }

    /// The site refuses us, and staff have to ask its owner.
    pub fn is_blocked(&self) -> bool {
        matches!(self, Self::Blocked { .. })
    }
}
