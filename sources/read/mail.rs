//! A letter as an item: a newsletter that was subscribed to, or one that staff or an embassy forwarded.
//! A newsletter that holds several calls is as many items. Attached documents are handed on, to be read apart.
//! Knows bytes of a letter, never a mailbox or how the letter came.

mod calls;
mod day;
mod forwarded;
mod lines;
mod links;

use calls::{Apart, Call, Way};
use lines::Line;
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use url::Url;

use super::attachment::{FileKind, shown_name};
use super::plain;
use super::reading::{File, FileAt, Found, Reading};
use super::text::{clean, one_line};
use crate::finding::{Finding, field, short_hash};
use crate::page::Page;
use crate::source::Source;

/// Letters within letters: a forward of a forward of a forward.
const MAX_DEPTH: usize = 3;

/// A digest of a list holds a few dozen letters or calls.
const MAX_ITEMS: usize = 50;

/// A file of another kind (a picture, a calendar entry) is passed over; one larger than this is no call.
const MAX_FILE: usize = 16 * 1024 * 1024;

/// A title made from a letter's text is cut here.
const TITLE_LENGTH: usize = 120;

pub(super) fn read(source: &Source, page: &Page) -> Reading {
    let Some(letter) = MessageParser::default().parse(&page.body) else {
        return Reading::failure("letter", "is none: it has no headers");
    };
    let mut reading = Reading::default();
    let mut open = vec![(&letter, 0)];
    while let Some((letter, depth)) = open.pop() {
        let within: Vec<&Message<'_>> = letter.attachments().filter_map(|part| part.message()).collect();
        // A cover note around forwarded letters says nothing of its own.
        if within.is_empty() || depth == MAX_DEPTH {
            read_one(source, letter, &mut reading);
        } else {
            open.extend(within.into_iter().rev().map(|letter| (letter, depth + 1)));
        }
        if reading.found.len() >= MAX_ITEMS {
            reading.complain("letter", "holds too many items; the rest was left");
            break;
        }
    }
    reading
}

/// A letter, as people read it.
struct Written<'a> {
    html: Option<&'a str>,
    plain: String,
    text: String,
    subject: Option<String>,
    sender: Option<String>,
    id: String,
}

fn read_one(source: &Source, letter: &Message<'_>, reading: &mut Reading) {
    let html = letter.html_bodies().find_map(|part| part.text_contents().filter(|_| part.is_text_html()));
    let plain = letter.body_text(0).map(|text| clean(&text).replace("\r\n", "\n").trim().to_owned()).unwrap_or_default();
    let text = html.map_or_else(|| plain.clone(), plain::html_to_text);
    let id = letter.message_id().map_or_else(|| short_hash(&[letter.subject().unwrap_or_default(), &text]), str::to_owned);
    let subject = letter.subject().map(without_prefixes).filter(|subject| !subject.is_empty());
    let written = Written { html, plain, text, subject, sender: sender(letter), id };
    let all_lines = html.map_or_else(|| lines::of_text(&written.plain), lines::of_html);
    let Apart { calls, doubtful } = calls::calls(within_forward(&all_lines));
    if !doubtful.is_empty() {
        let titles = doubtful.iter().map(|title| format!("`{title}`")).collect::<Vec<_>>().join(", ");
        let what = format!(
            "may tell of several calls that were not taken apart, for they have neither a link nor a mailbox of their own ({titles}): \
             see whether its record has the days of more than one, and enter the others by hand; a letter that is taken out of its \
             folder is not told of again"
        );
        reading.complain("letter", what);
    }
    let files = files(letter);
    if calls.is_empty() {
        match finding(source, letter, &written, &all_lines) {
            Ok(finding) => reading.found.push(Found { finding, files, ..Found::default() }),
            Err(what) => reading.unreadable("letter", what),
        }
        return;
    }
    let mut left: Vec<File> = files;
    for call in calls {
        // Which of several calls a file belongs to is certain only where the call names it.
        let (own, others) = left.into_iter().partition(|file| call.text.contains(&file.name));
        left = others;
        reading.found.push(Found { finding: item(source, letter, &written, call), files: own, ..Found::default() });
    }
    for file in left {
        reading.complain(
            "letter",
            format!("tells of several calls, none of which names the attached file `{}`: it was not read", file.name),
        );
    }
}

/// The lines of a letter, without the note and the header lines of one that was forwarded in its text.
fn within_forward(lines: &[Line]) -> &[Line] {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let start = forwarded::inline(&text).and_then(|inner| text.find(inner.text)).unwrap_or_default();
    &lines[text[..start].matches('\n').count()..]
}

/// One call out of a newsletter. Its key does not depend on who forwarded the newsletter, or how often.
fn item(source: &Source, letter: &Message<'_>, written: &Written<'_>, call: Call) -> Finding {
    // A mailbox may be that of an office with many calls.
    let identity = match &call.way {
        Way::Link(url) => links::identity(url),
        Way::Mailbox(_) => None,
    };
    let identity = identity.unwrap_or_else(|| call.title.to_lowercase());
    let url = match call.way {
        Way::Link(url) => url.into(),
        Way::Mailbox(_) => format!("mid:{}", encoded(&written.id)),
    };
    let mut finding = Finding {
        source: source.slug.clone(),
        key: short_hash(&["call", &identity]),
        url,
        title: call.title,
        text: Some(call.text),
        ..Finding::default()
    };
    finding.fields.insert(field::LETTER.to_owned(), vec![format!("mid:{}", encoded(&written.id))]);
    let forwarded = forwarded::inline(&written.text);
    put_sender(&mut finding, forwarded.as_ref().and_then(|inner| inner.from.map(name_of)).or_else(|| written.sender.clone()));
    // The day on which somebody forwarded it is not the day on which it was published.
    if forwarded.is_none() {
        put_date(&mut finding, letter);
    }
    finding
}

fn finding(source: &Source, letter: &Message<'_>, written: &Written<'_>, lines: &[Line]) -> Result<Finding, String> {
    let text = &written.text;
    let forwarded = forwarded::inline(text);
    let subject = forwarded.as_ref().and_then(|inner| inner.subject.map(without_prefixes)).or_else(|| written.subject.clone());
    let first_line =
        || text.lines().map(|line| line.trim().chars().take(TITLE_LENGTH).collect::<String>()).find(|line| !line.is_empty());
    let title = subject.filter(|subject| !subject.is_empty()).or_else(first_line).ok_or("has neither subject nor text")?;
    let mut finding = Finding {
        source: source.slug.clone(),
        // A hash, for the identifier of a letter looks like somebody's address.
        key: short_hash(&[&written.id]),
        url: address(lines).map_or_else(|| format!("mid:{}", encoded(&written.id)), String::from),
        title,
        ..Finding::default()
    };
    match (&forwarded, written.html) {
        (Some(inner), _) => finding.text = Some(inner.text.to_owned()),
        (None, Some(html)) => finding.html = Some(html.to_owned()),
        (None, None) => finding.text = Some(written.plain.clone()),
    }
    put_sender(&mut finding, forwarded.as_ref().and_then(|inner| inner.from.map(name_of)).or_else(|| written.sender.clone()));
    put_date(&mut finding, letter);
    Ok(finding)
}

fn put_sender(finding: &mut Finding, sender: Option<String>) {
    if let Some(sender) = sender.filter(|name| !name.is_empty() && !name.contains('@')) {
        finding.fields.insert(field::ORGANISER.to_owned(), vec![sender]);
    }
}

fn put_date(finding: &mut Finding, letter: &Message<'_>) {
    if let Some(date) = letter.date() {
        finding.fields.insert(field::PUBLISHED.to_owned(), vec![date.to_rfc3339()]);
    }
}

/// The PDF and Word documents attached to a letter.
fn files(letter: &Message<'_>) -> Vec<File> {
    letter
        .attachments()
        .filter(|part| part.message().is_none() && part.contents().len() <= MAX_FILE)
        .filter_map(|part| {
            let media = part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
            let name = shown_name(part.attachment_name().unwrap_or_default());
            let is_read = FileKind::promised(&name, media.as_deref()).or_else(|| FileKind::of(part.contents())).is_some();
            let name = if name.is_empty() { "attachment".to_owned() } else { name };
            is_read.then(|| File { name, at: FileAt::Here(part.contents().into()) })
        })
        .collect()
}

/// The name of who wrote it; an address is nobody's name, and is not kept.
fn sender(letter: &Message<'_>) -> Option<String> {
    letter.from().and_then(|from| from.first()).and_then(|from| from.name()).map(one_line)
}

/// `"Embassy" <desk@embassy.example.org>` → `Embassy`
fn name_of(written: &str) -> String {
    one_line(written.split(['<', '[', '(']).next().unwrap_or_default().trim_matches(['"', '\'', ' ']))
}

/// The subject without the marks that answering and forwarding leave.
fn without_prefixes(subject: &str) -> String {
    let subject = one_line(subject);
    let mut rest = subject.as_str();
    while let Some((mark, after)) = rest.split_once(':') {
        let known = ["re", "fw", "fwd", "tr", "wg", "aw", "rv", "i", "השב", "הועבר", "העברה", "תגובה"];
        if !known.contains(&mark.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    rest.to_owned()
}

/// The letter on the web, else the first address in it that is about the thing.
fn address(lines: &[Line]) -> Option<Url> {
    let all = || lines.iter().flat_map(|line| &line.links);
    all().find(|link| links::is_in_browser(link)).or_else(|| all().find(|link| links::is_own(link))).map(|link| link.url.clone())
}

fn encoded(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}

#[cfg(test)]
mod tests;
