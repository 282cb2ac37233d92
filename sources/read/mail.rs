//! A letter as an item: a newsletter that was subscribed to, or one that staff or an embassy forwarded.
//! Knows bytes of a letter, never a mailbox or how the letter came. Attached documents are not read.

mod forwarded;

use mail_parser::{Message, MessageParser};
use scraper::Selector;
use url::Url;

use super::address::web_link;
use super::html;
use super::reading::{Found, Reading};
use super::text::{clean, one_line};
use crate::finding::{Finding, field, short_hash};
use crate::page::Page;
use crate::source::Source;

/// Letters within letters: a forward of a forward of a forward.
const MAX_DEPTH: usize = 3;

/// A digest of a list holds a few dozen letters.
const MAX_LETTERS: usize = 50;

/// A title made from a letter's text is cut here.
const TITLE_LENGTH: usize = 120;

/// What links are called that lead to the sender's list and not to the thing.
const HOUSEKEEPING: [&str; 12] = [
    "unsubscribe",
    "preferences",
    "opt-out",
    "optout",
    "privacy",
    "facebook.com",
    "twitter.com",
    "linkedin.com",
    "instagram.com",
    "youtube.com",
    "להסרה",
    "désabonner",
];

/// What the link to the same letter on the web is called.
const IN_BROWSER: [&str; 5] = ["browser", "דפדפן", "navigateur", "navegador", "online ansehen"];

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
            match finding(source, letter) {
                Ok(finding) => reading.found.push(Found { finding, ..Found::default() }),
                Err(what) => reading.unreadable("letter", what),
            }
        } else {
            open.extend(within.into_iter().rev().map(|letter| (letter, depth + 1)));
        }
        if reading.found.len() == MAX_LETTERS {
            reading.complain("letter", "holds too many letters; the rest was left");
            break;
        }
    }
    reading
}

fn finding(source: &Source, letter: &Message<'_>) -> Result<Finding, String> {
    let written = letter.html_bodies().find_map(|part| part.text_contents().filter(|_| part.is_text_html()));
    let plain = letter.body_text(0).map(|text| clean(&text).replace("\r\n", "\n").trim().to_owned()).unwrap_or_default();
    let text = written.map_or_else(|| plain.clone(), html::html_to_text);
    let forwarded = forwarded::inline(&text);
    let subject = forwarded.as_ref().and_then(|inner| inner.subject).or(letter.subject()).map(without_prefixes);
    let first_line =
        || text.lines().map(|line| line.trim().chars().take(TITLE_LENGTH).collect::<String>()).find(|line| !line.is_empty());
    let title = subject.filter(|subject| !subject.is_empty()).or_else(first_line).ok_or("has neither subject nor text")?;
    let id = letter.message_id().map_or_else(|| short_hash(&[&title, &text]), str::to_owned);
    let mut finding = Finding {
        source: source.slug.clone(),
        // A hash, for the identifier of a letter looks like somebody's address.
        key: short_hash(&[&id]),
        url: address(written, &text).map_or_else(|| format!("mid:{}", encoded(&id)), String::from),
        title,
        ..Finding::default()
    };
    match (&forwarded, written) {
        (Some(inner), _) => finding.text = Some(inner.text.to_owned()),
        (None, Some(written)) => finding.html = Some(written.to_owned()),
        (None, None) => finding.text = Some(plain),
    }
    let sender = forwarded.as_ref().and_then(|inner| inner.from.map(name_of)).or_else(|| sender(letter));
    if let Some(sender) = sender.filter(|name| !name.is_empty() && !name.contains('@')) {
        finding.fields.insert(field::ORGANISER.to_owned(), vec![sender]);
    }
    if let Some(date) = letter.date() {
        finding.fields.insert(field::PUBLISHED.to_owned(), vec![date.to_rfc3339()]);
    }
    Ok(finding)
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
fn address(written: Option<&str>, text: &str) -> Option<Url> {
    let nowhere = Url::parse("https://letter.invalid/").ok()?;
    let mut links: Vec<(String, String)> = Vec::new();
    if let Some(written) = written {
        let document = html::fragment(written);
        let anchors = Selector::parse("a[href]").expect("a constant selector parses");
        links.extend(
            document
                .select(&anchors)
                .map(|link| (link.attr("href").unwrap_or_default().to_owned(), html::text_of(*link).to_lowercase())),
        );
    } else {
        let starts = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
        links.extend(
            text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')'))
                .filter(starts)
                .map(|word| (word.trim_end_matches(['.', ',', ';']).to_owned(), String::new())),
        );
    }
    let is_own = |(href, said): &&(String, String)| {
        !HOUSEKEEPING.iter().any(|word| href.to_lowercase().contains(word) || said.contains(word))
    };
    let in_browser = links.iter().find(|(_, said)| IN_BROWSER.iter().any(|word| said.contains(word)));
    let chosen = in_browser.or_else(|| links.iter().filter(|(href, _)| href.starts_with("http")).find(is_own))?;
    web_link(&nowhere, &chosen.0).filter(|url| url.host_str() != nowhere.host_str())
}

fn encoded(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}

#[cfg(test)]
mod tests;
