//! A mailbox on a server, read over IMAP and left as it is: opened read-only, nothing flagged, moved or deleted.
//! Must never know what a letter says.

use std::fmt::Debug;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::imap_proto::{AttributeValue, Response, Status};
use async_imap::{Client, Session};
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

/// A line that is slower, in bytes a second, brings no letter with attachments: so much longer than an answer a letter may take.
const SLOWEST: u64 = 100_000;

/// Letters in a row that are stepped over on one visit: each may take its time twice, and where more fail it is the server that does.
const MOST_STUCK: usize = 3;

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

/// How far a visit came.
#[derive(Debug)]
pub(super) enum Visit {
    /// To the end, or to where the connection broke behind letters that were read.
    Read(Fetched),
    /// Not past its first letter.
    Stuck(Stuck),
}

/// A letter that could not be had.
#[derive(Debug)]
pub(super) struct Stuck {
    /// Where the next one begins.
    behind: ReadUpTo,
    error: ImapError,
}

/// The letters that came since.
///
/// # Errors
/// Why there are none to be had.
pub async fn fetch(imap: &Imap, since: Option<ReadUpTo>) -> Result<Fetched, ImapError> {
    let password = password(&imap.password)?;
    let (mut from, mut stuck) = (since, Vec::new());
    loop {
        match Box::pin(visit(imap, &password, from)).await {
            Ok(Visit::Stuck(letter)) if stuck.len() < MOST_STUCK => {
                from = Some(letter.behind);
                stuck.push(letter);
            }
            Ok(Visit::Read(fetched)) => return beyond(stuck, fetched),
            Ok(Visit::Stuck(Stuck { error, .. })) | Err(error) => return Err(first_error(stuck).unwrap_or(error)),
        }
    }
}

/// What was fetched behind letters that could not be had. They are left out where one behind them came: then the fault is theirs. Else it may
/// be the server's or the line's, and to leave them out would lose them.
fn beyond(stuck: Vec<Stuck>, mut fetched: Fetched) -> Result<Fetched, ImapError> {
    if fetched.letters.is_empty() && !stuck.is_empty() {
        return first_error(stuck).map_or(Ok(fetched), Err);
    }
    let left_out = stuck.iter().map(|Stuck { behind, error }| {
        format!("letter {} is left out, for it cannot be had and one behind it can: {}", behind.last_uid, error.cause())
    });
    fetched.complaints.splice(0..0, left_out);
    Ok(fetched)
}

fn first_error(stuck: Vec<Stuck>) -> Option<ImapError> {
    stuck.into_iter().next().map(|letter| letter.error)
}

async fn visit(imap: &Imap, password: &str, since: Option<ReadUpTo>) -> Result<Visit, ImapError> {
    let host = imap.host();
    let stream = within(host, connect(imap)).await??;
    let stream = if imap.is_tls() { stream } else { within(host, start_tls(host, stream)).await?? };
    let stream = Bounded::new(within(host, secure(imap, stream)).await??, MAX_LETTER + ROOM);
    let mut client = Client::new(stream);
    if imap.is_tls() {
        within(host, greeting(host, &mut client)).await??;
    }
    let login = client.login(&imap.user, password);
    let mut session = within(host, login).await?.map_err(|(error, _)| match error {
        Error::No(_) | Error::Bad(_) => ImapError::Login { host: host.to_owned() },
        error => broken(host, &error),
    })?;
    let visit = read(host, imap.mailbox(), &mut session, since).await;
    // The letters are here; a server that does not say goodbye changes nothing about that.
    if let Ok(Err(error)) = within(host, session.logout()).await {
        tracing::debug!(host, error = %broken(host, &error), "no goodbye");
    }
    visit
}

/// Asks for TLS in the open, before anything else is said. What a server sends ahead of TLS is thrown away.
async fn start_tls<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(host: &str, stream: S) -> Result<S, ImapError> {
    let mut client = Client::new(Bounded::new(stream, ROOM));
    greeting(host, &mut client).await?;
    client.run_command_and_check_ok("STARTTLS", None).await.map_err(|error| match error {
        Error::No(_) | Error::Bad(_) => ImapError::Tls {
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
        Ok(None) => Err(broken(host, &Error::ConnectionLost)),
        Err(error) => Err(broken(host, &error.into())),
    }
}

/// Reads what came since, over a session that is logged in.
pub(super) async fn read<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(
    host: &str,
    mailbox: &str,
    session: &mut Session<S>,
    since: Option<ReadUpTo>,
) -> Result<Visit, ImapError> {
    let failed = |error| broken(host, &error);
    let opened = within(host, session.examine(mailbox)).await?.map_err(|error| match error {
        Error::No(_) => ImapError::NoMailbox { host: host.to_owned(), mailbox: mailbox.to_owned() },
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
        match take(host, session, uid, &mut bytes, &mut fetched).await {
            Ok(true) => fetched.read_up_to.last_uid = uid,
            Ok(false) => break,
            Err(error) if fetched.read_up_to.last_uid == last_uid => {
                return Ok(Visit::Stuck(Stuck { behind: ReadUpTo { validity, last_uid: uid }, error }));
            }
            // What was read is read; the next visit begins with this one.
            Err(error) => {
                fetched.complaints.push(error.to_string());
                break;
            }
        }
    }
    Ok(Visit::Read(fetched))
}

/// Takes one letter, or says why it is left out; false where it would be too much for this visit.
async fn take<S: AsyncRead + AsyncWrite + Unpin + Debug + Send>(
    host: &str,
    session: &mut Session<S>,
    uid: u32,
    bytes: &mut u64,
    fetched: &mut Fetched,
) -> Result<bool, ImapError> {
    let size = ask(host, session, uid, "RFC822.SIZE", MAX_WAIT, |of| match of {
        AttributeValue::Rfc822Size(size) => Some(u64::from(*size)),
        _ => None,
    });
    // Without one it was deleted by somebody in the meantime.
    let Some(size) = size.await? else { return Ok(true) };
    if size > MAX_LETTER {
        fetched.complaints.push(format!("letter {uid} has {size} bytes, more than the {MAX_LETTER} that are read"));
        return Ok(true);
    }
    *bytes += size;
    if *bytes > MOST_BYTES && !fetched.letters.is_empty() {
        return Ok(false);
    }
    let limit = MAX_WAIT + Duration::from_secs(size / SLOWEST);
    // `PEEK` leaves the letter unread.
    let letter = ask(host, session, uid, "BODY.PEEK[]", limit, |of| match of {
        AttributeValue::BodySection { section: None, data: Some(data), .. } | AttributeValue::Rfc822(Some(data)) => {
            Some(data.to_vec())
        }
        _ => None,
    });
    fetched.letters.extend(letter.await?);
    Ok(true)
}

/// What a server says of one letter; none where it has no such letter. The library takes a refusal and a server that hangs up for "no such
/// letter", and what was not read would count as read. A server that goes on and on is cut off: one letter was asked for.
async fn ask<S: AsyncRead + AsyncWrite + Unpin + Debug + Send, T>(
    host: &str,
    session: &mut Session<S>,
    uid: u32,
    what: &str,
    limit: Duration,
    said: impl Fn(&AttributeValue<'_>) -> Option<T>,
) -> Result<Option<T>, ImapError> {
    const MOST_ANSWERS: usize = 100;
    let failed = |error| broken(host, &error);
    let asked = session.run_command(format!("UID FETCH {uid} (UID {what})"));
    let tag = within(host, asked).await?.map_err(failed)?;
    let mut found = None;
    for _ in 0..MOST_ANSWERS {
        let answer = within_time(host, limit, session.read_response()).await?.map_err(|error| failed(error.into()))?;
        match answer.ok_or_else(|| failed(Error::ConnectionLost))?.parsed() {
            Response::Done { tag: of, status, .. } if *of == tag => {
                return match status {
                    Status::Ok => Ok(found),
                    Status::No => Err(failed(Error::No(String::new()))),
                    _ => Err(failed(Error::Bad(String::new()))),
                };
            }
            Response::Fetch(_, of) if of.contains(&AttributeValue::Uid(uid)) => found = of.iter().find_map(&said).or(found),
            _ => {}
        }
    }
    Err(ImapError::Broken { host: host.to_owned(), what: "answered with more than was asked for".to_owned() })
}

async fn within<T>(host: &str, step: impl Future<Output = T>) -> Result<T, ImapError> {
    within_time(host, MAX_WAIT, step).await
}

async fn within_time<T>(host: &str, limit: Duration, step: impl Future<Output = T>) -> Result<T, ImapError> {
    timeout(limit, step).await.map_err(|_| ImapError::Timeout { host: host.to_owned(), limit })
}

/// In our own words: the library's hold what the server said, letters included.
fn broken(host: &str, error: &Error) -> ImapError {
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
