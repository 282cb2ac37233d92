//! One message, whole: envelope, headers and the bytes on the wire. Built from content that was frozen earlier, so that the same draft
//! always gives the same headers.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::message::header::{self, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

/// In whose name letters go out.
#[derive(Debug, Clone)]
pub struct Sender {
    /// `Name <address>`.
    pub from: String,
    /// Where answers go; none: to `from`.
    pub reply_to: Option<String>,
    /// Human name of the list, for `List-Id`.
    pub list_name: String,
    /// Right of the `@` of Message-IDs and end of the List-Id: a domain of the office.
    pub domain: String,
}

/// What is to be sent to whom.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub to_name: &'a str,
    pub to_email: &'a str,
    pub subject: &'a str,
    pub html: &'a str,
    pub text: &'a str,
    /// Left of the `@` of the Message-ID.
    pub key: &'a str,
    pub date: DateTime<Utc>,
}

/// A message that can be handed over as it is.
#[derive(Debug, Clone)]
pub struct Message {
    pub(super) envelope: lettre::address::Envelope,
    /// The whole Message-ID, with its angle brackets.
    pub id: String,
    /// Safe as a file's name: from the key alone.
    pub name: String,
    /// RFC 5322, 7-bit clean.
    pub bytes: Vec<u8>,
}

impl Message {
    /// Builds `draft` in the name of `sender`. An address that is none is an error, never a header.
    pub fn build(draft: &Draft<'_>, sender: &Sender) -> anyhow::Result<Self> {
        let from: Mailbox =
            sender.from.parse().with_context(|| format!("mail.from = {:?} is no address; write Name <address>", sender.from))?;
        let to = draft.to_email.trim().parse::<Address>().context("the contact's address is no e-mail address")?;
        let name = one_line(draft.to_name);
        let to = Mailbox::new((!name.is_empty()).then_some(name), to);
        let id = format!("<{}@{}>", token(draft.key), token(&sender.domain));
        let list = format!("{} <digest.{}>", phrase(&sender.list_name), token(&sender.domain));

        let mut builder = lettre::Message::builder()
            .from(from)
            .to(to)
            .subject(one_line(draft.subject))
            .date(draft.date.into())
            .message_id(Some(id.clone()))
            .raw_header(raw("List-Id", list))
            .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()))
            .raw_header(raw("Precedence", "bulk".to_owned()))
            .raw_header(raw("X-Auto-Response-Suppress", "All".to_owned()));
        if let Some(reply_to) = &sender.reply_to {
            builder = builder.reply_to(
                reply_to.parse().with_context(|| format!("mail.reply_to = {reply_to:?} is no address; write Name <address>"))?,
            );
        }
        let body = MultiPart::alternative()
            .singlepart(part(header::ContentType::TEXT_PLAIN, draft.text))
            .singlepart(part(header::ContentType::TEXT_HTML, draft.html));
        let message = builder.multipart(body)?;
        Ok(Self { envelope: message.envelope().clone(), id, name: file_name(draft.key), bytes: message.formatted() })
    }

    /// The recipients of the envelope.
    pub fn recipients(&self) -> Vec<String> {
        self.envelope.to().iter().map(ToString::to_string).collect()
    }
}

/// Base64 for both parts: Hebrew in quoted-printable is six characters a letter, and 7-bit content needs nothing of the relay.
fn part(kind: header::ContentType, text: &str) -> lettre::message::SinglePart {
    lettre::message::SinglePart::builder().header(kind).header(header::ContentTransferEncoding::Base64).body(text.to_owned())
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// No control character reaches the mail library: CR and LF would begin a header of the text's own choice.
fn one_line(text: &str) -> String {
    text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Characters of a dot-atom only.
fn token(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
}

/// An ASCII phrase for the List-Id, quoted.
fn phrase(text: &str) -> String {
    let safe: String =
        text.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '<' | '>') || *c == ' ').collect();
    format!("\"{}\"", safe.trim())
}

fn file_name(key: &str) -> String {
    format!("{}.eml", token(key).trim_start_matches('.'))
}
