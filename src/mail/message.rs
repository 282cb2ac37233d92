//! One message, whole: envelope, headers and the bytes on the wire. Built from content that was frozen earlier, so that the same draft
//! always gives the same headers.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::message::header::{self, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::address_of;
use crate::clean;
use crate::i18n::Language;
use crate::settings::Settings;

/// In whose name letters go out.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Who writes, in any script.
    pub name: String,
    /// The sender's mailbox; its domain is that of Message-IDs and of the List-Id.
    pub from: Address,
    /// Where answers go; none: to `from`.
    pub reply_to: Option<Address>,
    /// Where letters come back to that cannot be delivered; none: to `from`.
    pub returns: Option<Address>,
    /// Name of the list, in ASCII.
    pub list_name: String,
    /// The relay signs (DKIM), or we do: what mail programs ask for before they offer to end a list with one click (RFC 8058).
    pub signed: bool,
}

impl Sender {
    /// The sender that the settings name.
    pub fn of(settings: &Settings) -> anyhow::Result<Self> {
        let mail = &settings.mail;
        let address = |key: &str, text: &str| {
            text.trim()
                .parse::<Address>()
                .with_context(|| format!("{key} = {text:?} is no e-mail address; write desk@office.example"))
        };
        let reply_to = (!mail.reply_to.is_empty()).then(|| address("mail.reply_to", &mail.reply_to)).transpose()?;
        Ok(Self {
            name: settings.organisation.name_he.clone(),
            from: address("mail.from", &mail.from)?,
            reply_to,
            returns: (!mail.bounces.address.is_empty())
                .then(|| address("mail.bounces.address", &mail.bounces.address))
                .transpose()?,
            list_name: settings.organisation.name_en.clone(),
            signed: mail.dkim || !mail.sign.key_file.is_empty(),
        })
    }
}

impl Sender {
    /// The same for a letter in `language`.
    #[must_use]
    pub fn in_language(mut self, language: Language, settings: &Settings) -> Self {
        let names = &settings.organisation;
        language.either(&names.name_he, &names.name_en).clone_into(&mut self.name);
        self
    }

    /// The return path of one letter: with its tag it says which letter comes back (VERP).
    pub fn return_path(&self, tag: Option<&str>) -> Address {
        let Some(returns) = &self.returns else { return self.from.clone() };
        let tagged = tag.and_then(|tag| Address::new(format!("{}+{tag}", returns.user()), returns.domain()).ok());
        tagged.unwrap_or_else(|| returns.clone())
    }
}

/// What is to be sent to whom.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub to_name: &'a str,
    pub to_email: &'a str,
    pub subject: &'a str,
    pub html: &'a str,
    pub text: &'a str,
    /// An iCalendar file to go with it.
    pub calendar: Option<&'a str>,
    /// Where the list ends for this recipient.
    pub unsubscribe: Option<&'a str>,
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
        let domain = token(sender.from.domain());
        let address = address_of(draft.to_email).context("the contact's address")?;
        let id = format!("<{}@{domain}>", token(draft.key));
        let list = format!("{} <digest.{domain}>", phrase(&sender.list_name));

        let mut builder = lettre::Message::builder()
            .from(mailbox(&sender.name, sender.from.clone()))
            .to(mailbox(draft.to_name, address))
            .subject(one_line(draft.subject))
            .date(draft.date.into())
            .message_id(Some(id.clone()))
            .raw_header(raw("List-Id", list))
            .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()))
            .raw_header(raw("Precedence", "bulk".to_owned()))
            .raw_header(raw("X-Auto-Response-Suppress", "All".to_owned()));
        if let Some(reply_to) = &sender.reply_to {
            builder = builder.reply_to(Mailbox::new(None, reply_to.clone()));
        }
        if let Some(address) = draft.unsubscribe.and_then(link) {
            let one_click = sender.signed && address.starts_with("https://");
            builder = builder.raw_header(raw("List-Unsubscribe", format!("<{address}>")));
            if one_click {
                builder = builder.raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
            }
        }
        let body = MultiPart::alternative()
            .singlepart(part(header::ContentType::TEXT_PLAIN, draft.text))
            .singlepart(part(header::ContentType::TEXT_HTML, draft.html));
        let message = match draft.calendar {
            Some(calendar) => builder.multipart(MultiPart::mixed().multipart(body).singlepart(attached(calendar)?))?,
            None => builder.multipart(body)?,
        };
        Ok(Self { envelope: message.envelope().clone(), id, name: file_name(draft.key), bytes: message.formatted() })
    }

    /// A message that was built and kept earlier, byte for byte. `key` and `id` are those it was built with.
    pub fn frozen(key: &str, id: &str, to_email: &str, return_path: Address, bytes: Vec<u8>) -> anyhow::Result<Self> {
        let to = address_of(to_email).context("the contact's address")?;
        let envelope = lettre::address::Envelope::new(Some(return_path), vec![to])?;
        Ok(Self { envelope, id: id.to_owned(), name: file_name(key), bytes })
    }

    /// The return path of the envelope; empty without one.
    pub fn return_path(&self) -> String {
        self.envelope.from().map(ToString::to_string).unwrap_or_default()
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

/// For clients that do not read `method=PUBLISH` off a body part it is a file to open.
fn attached(calendar: &str) -> anyhow::Result<lettre::message::SinglePart> {
    Ok(lettre::message::SinglePart::builder()
        .header(header::ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH")?)
        .header(header::ContentDisposition::attachment("deadlines.ics"))
        .header(header::ContentTransferEncoding::Base64)
        .body(calendar.to_owned()))
}

/// An address that can stand between angle brackets of a header.
fn link(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let text = url.to_string();
    (matches!(url.scheme(), "http" | "https") && text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>')))
        .then_some(text)
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn mailbox(name: &str, address: Address) -> Mailbox {
    let name = clean::line(&one_line(name));
    Mailbox::new((!name.is_empty()).then_some(name), address)
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

/// What a message of this key is called in the outbox.
pub(super) fn file_name(key: &str) -> String {
    format!("{}.eml", token(key).trim_start_matches('.'))
}
