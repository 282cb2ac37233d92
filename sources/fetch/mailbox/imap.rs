//! A mailbox on a server, read over IMAP and left as it is: opened read-only, nothing flagged, moved or deleted.
//! Must never know what a letter says.

use std::fmt::Debug;
use std::time::Duration;

use async_imap::{Client, Session};
use futures_util::{Stream, StreamExt as _};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;

use super::MAX_LETTER;
use super::bounded::{Bounded, TooMuch};
use super::connect::{connect, secure};
use super::error::ImapError;
use crate::source::{Imap, Secret};

/// Letters fetched on one visit; what is left comes with the next.
const MOST_LETTERS: usize = 200;

/// All letters of one visit together: they wait in memory until they are read.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Of a mailbox that was never read only so many of the newest letters matter: calls of last year are over.
const MOST_AT_FIRST: usize = 500;

/// An answer that takes longer will not come.
const MAX_WAIT: Duration = Duration::from_mins(1);

/// A letter's beginning, answers and all, beside the letter itself.
const ROOM: u64 = 64 * 1024;

/// Up to where a mailbox has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadUpTo {
    /// Uids of another validity are those of another mailbox.
    pub validity: u32,
    /// The last letter that was read.
    pub last_uid: u32,
}

/// What a visit to a mailbox brought.
#[derive(Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Whole letters, oldest first.
    pub letters: Vec<Vec<u8>>,
    /// What was left out, and why.
    pub complaints: Vec<String>,
    /// To be kept once the letters are.
    pub read_up_to: ReadUpTo,
}

/// The letters that came since.
///
/// # Errors
/// Why there are none to be had.
pub async fn fetch(imap: &Imap, since: Option<ReadUpTo>) -> Result<Fetched, ImapError> {
    let password = password(&imap.password)?;
    let host = imap.host();
    let stream = within(host, connect(imap)).await??;
    let stream = if imap.is_tls() { stream } else { within(host, start_tls(host, stream)).await?? };
    let stream = Bounded::new(within(host, secure(imap, stream)).await??, MAX_LETTER + ROOM);
    let mut client = Client::new(stream);
    if imap.is_tls() {
        within(host, greeting(host, &mut client)).await??;
    }
    let login = client.login(&imap.user, &password);
    let mut session = within(host, login).await?.map_err(|(error, _)| match error {
        async_imap::error::Error::No(_) | async_imap::error::Error::Bad(_) => ImapError::Login { host: host.to_owned() },
        error => broken(host, &error),
    })?;
    let fetched = read(host, imap.mailbox(), &mut session, since).await;
    // The letters are here; a server that does not say goodbye changes nothing about that.
    if let Ok(Err(error)) = within(host, session.logout()).await {
        tracing::debug!(host, error = %broken(host, &error), "no goodbye");
    }
    fetched
}

/// Asks for TLS in the open, before anything else is said. What a server sends ahead of TLS is thrown away.
async fn start_tls<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(host: &str, stream: S) -> Result<S, ImapError> {
    let mut client = Client::new(Bounded::new(stream, ROOM));
    greeting(host, &mut client).await?;
    client.run_command_and_check_ok("STARTTLS", None).await.map_err(|error| match error {
        async_imap::error::Error::No(_) | async_imap::error::Error::Bad(_) => ImapError::Tls {
            host: host.to_owned(),
            what: "the server has no STARTTLS; write imaps:// if it has TLS from the start".to_owned(),
        },
        error => broken(host, &error),
    })?;
    Ok(client.into_inner().into_inner())
}

async fn greeting<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(host: &str, client: &mut Client<S>) -> Result<(), ImapError> {
    match client.read_response().await {
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(ImapError::Broken { host: host.to_owned(), what: "the server hung up".to_owned() }),
        Err(error) => Err(broken(host, &error.into())),
    }
}

/// Reads what came since, over a session that is logged in.
pub(super) async fn read<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(
    host: &str,
    mailbox: &str,
    session: &mut Session<S>,
    since: Option<ReadUpTo>,
) -> Result<Fetched, ImapError> {
    let failed = |error| broken(host, &error);
    let opened = within(host, session.examine(mailbox)).await?.map_err(|error| match error {
        async_imap::error::Error::No(_) => ImapError::NoMailbox { host: host.to_owned(), mailbox: mailbox.to_owned() },
        error => broken(host, &error),
    })?;
    let validity = opened.uid_validity.unwrap_or_default();
    let last_uid = since.filter(|since| since.validity == validity).map_or(0, |since| since.last_uid);
    let mut fetched = Fetched { letters: Vec::new(), complaints: Vec::new(), read_up_to: ReadUpTo { validity, last_uid } };
    let asked = session.uid_search(format!("UID {}:*", last_uid.saturating_add(1)));
    // `n:*` names the last letter even where its number is smaller.
    let mut uids: Vec<u32> = within(host, asked).await?.map_err(failed)?.into_iter().filter(|uid| *uid > last_uid).collect();
    uids.sort_unstable();
    if last_uid == 0 {
        uids.drain(..uids.len().saturating_sub(MOST_AT_FIRST));
    }
    uids.truncate(MOST_LETTERS);
    let mut bytes = 0;
    for uid in uids {
        let Some(size) = size(host, session, uid).await? else {
            // Deleted by somebody in the meantime.
            fetched.read_up_to.last_uid = uid;
            continue;
        };
        if size > MAX_LETTER {
            fetched.complaints.push(format!("letter {uid} has {size} bytes, more than the {MAX_LETTER} that are read"));
        } else {
            bytes += size;
            if bytes > MOST_BYTES && !fetched.letters.is_empty() {
                break;
            }
            fetched.letters.extend(letter(host, session, uid).await?);
        }
        fetched.read_up_to.last_uid = uid;
    }
    Ok(fetched)
}

async fn size<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(
    host: &str,
    session: &mut Session<S>,
    uid: u32,
) -> Result<Option<u64>, ImapError> {
    let asked = within(host, session.uid_fetch(uid.to_string(), "(UID RFC822.SIZE)")).await?;
    let sizes = all(host, asked.map_err(|error| broken(host, &error))?).await?;
    Ok(sizes.iter().find(|fetch| fetch.uid == Some(uid)).and_then(|fetch| fetch.size).map(u64::from))
}

async fn letter<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(
    host: &str,
    session: &mut Session<S>,
    uid: u32,
) -> Result<Option<Vec<u8>>, ImapError> {
    // `PEEK` leaves the letter unread.
    let asked = within(host, session.uid_fetch(uid.to_string(), "(UID BODY.PEEK[])")).await?;
    let letters = all(host, asked.map_err(|error| broken(host, &error))?).await?;
    Ok(letters.iter().find(|fetch| fetch.uid == Some(uid)).and_then(|fetch| fetch.body()).map(<[u8]>::to_vec))
}

/// All that a command answers. A server that goes on and on is cut off: one letter was asked for.
async fn all<T>(host: &str, answers: impl Stream<Item = async_imap::error::Result<T>>) -> Result<Vec<T>, ImapError> {
    const MOST_ANSWERS: usize = 100;
    let mut answers = std::pin::pin!(answers);
    let mut all = Vec::new();
    while let Some(answer) = within(host, answers.next()).await? {
        all.push(answer.map_err(|error| broken(host, &error))?);
        if all.len() > MOST_ANSWERS {
            return Err(ImapError::Broken { host: host.to_owned(), what: "answered with more than was asked for".to_owned() });
        }
    }
    Ok(all)
}

async fn within<T>(host: &str, step: impl Future<Output = T>) -> Result<T, ImapError> {
    timeout(MAX_WAIT, step).await.map_err(|_| ImapError::Timeout { host: host.to_owned(), limit: MAX_WAIT })
}

/// In our own words: the library's hold what the server said, letters included.
fn broken(host: &str, error: &async_imap::error::Error) -> ImapError {
    use async_imap::error::Error;
    let what = match error {
        Error::Io(error) => match error.get_ref().and_then(|cause| cause.downcast_ref::<TooMuch>()) {
            Some(too_much) => format!("the server sent {too_much}"),
            None => format!("the connection broke, or what came is no IMAP ({:?})", error.kind()),
        },
        Error::ConnectionLost => "the server hung up".to_owned(),
        Error::No(_) => "the server refused a command".to_owned(),
        Error::Bad(_) => "the server did not understand a command".to_owned(),
        _ => "what came is no IMAP that can be read".to_owned(),
    };
    ImapError::Broken { host: host.to_owned(), what }
}

/// The password, from where the roadmap says it is.
fn password(secret: &Secret) -> Result<String, ImapError> {
    let password = match secret {
        Secret::Env(name) => std::env::var(name)
            .map_err(|_| ImapError::Password(format!("the environment variable {name} is not set, or is no text")))?,
        Secret::File(file) => std::fs::read_to_string(file)
            .map_err(|error| ImapError::Password(format!("{} cannot be read: {error}", file.display())))?,
    };
    let password = password.trim_end_matches(['\r', '\n']);
    if password.is_empty() { Err(ImapError::Password("it is empty".to_owned())) } else { Ok(password.to_owned()) }
}

#[cfg(test)]
mod tests;
