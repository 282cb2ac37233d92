//! A letter in the mailbox of bounces: what it reports, and by which marks of ours it can be assigned. Pure; knows no key and no ledger.
//!
//! Only what says that it is a report is one (RFC 6522): an answer of the holiday kind, a question, or a forwarded letter is none, whatever
//! words it uses.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _};

use super::fields::Fields;

/// Longest of our tags and tokens; see `act`.
const LONGEST_MARK: usize = 1024;

/// Marks looked at in one letter: ours carries one or two.
const MOST_MARKS: usize = 10;

/// Characters of a relay's words that are kept for staff.
pub(super) const SAID: usize = 300;

/// What a letter in the mailbox of bounces is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Report {
    /// Not delivered, for good (`hard`) or for now.
    Bounce {
        hard: bool,
        /// Enhanced status code (RFC 3463).
        status: String,
        /// In the relay's words.
        said: String,
    },
    /// Delivered, and called unwanted: `abuse`, `fraud`, …
    Complaint { kind: String },
    /// A report that tells nothing of the mailbox: it was delivered, or is still on its way without a fault.
    Delivered,
    /// An answer that a machine wrote: out of office, received with thanks.
    AutoReply,
    /// Anything else.
    Other,
}

/// By what a report can be assigned; all of it is signed, so that nothing unsigned has to be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// The tag of a return path.
    Tag(String),
    /// The token of a link in the letter's own headers.
    Token(String),
}

/// Reads one letter. `mailbox` is the part left of the `@` of the mailbox that return paths lead to.
pub(super) fn read(letter: &[u8], mailbox: &str) -> Option<(Report, Vec<Mark>)> {
    let letter = MessageParser::default().parse(letter)?;
    let mut marks = Vec::new();
    // In the order of who wrote them: our own server's first.
    for name in ["delivered-to", "x-original-to", "envelope-to", "to"] {
        let of_name = letter.headers_raw().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        of_name.for_each(|(_, value)| put_tags(value, mailbox, &mut marks));
    }
    let report = match report_type(&letter).as_deref() {
        Some("delivery-status") => delivery_status(&letter),
        Some("feedback-report") => {
            put_marks_within(&letter, mailbox, &mut marks);
            complaint(&letter)
        }
        _ if is_automatic(&letter) => Report::AutoReply,
        _ => Report::Other,
    };
    Some((report, marks))
}

/// `multipart/report; report-type=…`
fn report_type(letter: &Message<'_>) -> Option<String> {
    let kind = letter.content_type()?;
    let is_report = kind.ctype().eq_ignore_ascii_case("multipart")
        && kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"));
    is_report.then(|| kind.attribute("report-type").unwrap_or_default().to_ascii_lowercase())
}

/// RFC 3464: a group for the letter, then one for each mailbox that it went on to. Where any of those got it, the mailbox that we wrote to
/// is alive.
fn delivery_status(letter: &Message<'_>) -> Report {
    let Some(part) = part_of(letter, "message", &["delivery-status", "global-delivery-status"]) else { return Report::Other };
    let groups = Fields::groups(part.contents());
    let of_mailboxes: Vec<_> = groups.iter().filter(|group| group.get("action").is_some()).collect();
    let action = |group: &Fields, wanted: &str| {
        group.get("action").is_some_and(|action| action.split(' ').next().is_some_and(|word| word.eq_ignore_ascii_case(wanted)))
    };
    let failed: Vec<_> = of_mailboxes.iter().filter(|group| action(group, "failed")).collect();
    let told = failed.first().copied().or_else(|| of_mailboxes.iter().find(|group| action(group, "delayed")));
    let Some(told) = told else {
        return if of_mailboxes.is_empty() { Report::Other } else { Report::Delivered };
    };
    let status = told.get("status").map(status_code).unwrap_or_default();
    let all_failed = failed.len() == of_mailboxes.len();
    let for_good = failed.iter().all(|group| group.get("status").is_some_and(|status| status_code(status).starts_with("5.")));
    let said = told.get("diagnostic-code").unwrap_or_default();
    Report::Bounce { hard: !failed.is_empty() && all_failed && for_good, status, said: said.chars().take(SAID).collect() }
}

/// `5.1.1 (bad mailbox)` → `5.1.1`; empty for what is no code.
fn status_code(written: &str) -> String {
    let code = written.split([' ', '\t', '(']).next().unwrap_or_default();
    let mut parts = code.split('.');
    let is_code = parts.clone().count() == 3
        && parts.all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_code { code.to_owned() } else { String::new() }
}

/// RFC 5965. `not-spam` is the opposite of a complaint.
fn complaint(letter: &Message<'_>) -> Report {
    let Some(part) = part_of(letter, "message", &["feedback-report"]) else { return Report::Other };
    let groups = Fields::groups(part.contents());
    match groups.first().and_then(|group| group.get("feedback-type")).map(str::to_ascii_lowercase) {
        Some(kind) if kind == "not-spam" => Report::Delivered,
        Some(kind) => {
            Report::Complaint { kind: kind.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect() }
        }
        None => Report::Other,
    }
}

/// A report of a complaint goes to whoever is registered, not to the return path: that stands within, as does our own link to the end of
/// the letters.
fn put_marks_within(letter: &Message<'_>, mailbox: &str, marks: &mut Vec<Mark>) {
    for group in part_of(letter, "message", &["feedback-report"]).iter().flat_map(|part| Fields::groups(part.contents())) {
        if let Some(value) = group.get("original-mail-from") {
            put_tags(value, mailbox, marks);
        }
    }
    for part in &letter.parts {
        let headers = match part.message() {
            Some(told) => Fields::groups(told.raw_message()),
            None if is_kind(part, "text", &["rfc822-headers"]) => Fields::groups(part.contents()),
            None => continue,
        };
        let Some(headers) = headers.first() else { continue };
        if let Some(value) = headers.get("return-path") {
            put_tags(value, mailbox, marks);
        }
        if let Some(value) = headers.get("list-unsubscribe") {
            put_tokens(value, marks);
        }
    }
}

/// Who writes by itself says so: RFC 3834, and what was usual before.
fn is_automatic(letter: &Message<'_>) -> bool {
    let said = |name: &str| {
        letter
            .headers_raw()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_ascii_lowercase())
    };
    said("auto-submitted").is_some_and(|value| !value.starts_with("no"))
        || said("x-autoreply").is_some()
        || said("x-autorespond").is_some()
        || said("precedence").is_some_and(|value| value.contains("auto_reply"))
}

fn part_of<'m, 'x>(letter: &'m Message<'x>, ctype: &str, subtypes: &[&str]) -> Option<&'m MessagePart<'x>> {
    letter.parts.iter().find(|part| is_kind(part, ctype, subtypes))
}

fn is_kind(part: &MessagePart<'_>, ctype: &str, subtypes: &[&str]) -> bool {
    part.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case(ctype)
            && kind.subtype().is_some_and(|subtype| subtypes.iter().any(|wanted| subtype.eq_ignore_ascii_case(wanted)))
    })
}

/// `bounces+TAG@…`, wherever it stands in a header.
fn put_tags(value: &str, mailbox: &str, marks: &mut Vec<Mark>) {
    let value = value.to_ascii_lowercase();
    for rest in value.split(&format!("{}+", mailbox.to_ascii_lowercase())).skip(1) {
        let tag: String = rest.chars().take(LONGEST_MARK).take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
        put(Mark::Tag(tag), marks);
    }
}

/// `…/act/TOKEN`
fn put_tokens(value: &str, marks: &mut Vec<Mark>) {
    for rest in value.split("/act/").skip(1) {
        let is_of_token = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        put(Mark::Token(rest.chars().take(LONGEST_MARK).take_while(is_of_token).collect()), marks);
    }
}

fn put(mark: Mark, marks: &mut Vec<Mark>) {
    if marks.len() < MOST_MARKS && !marks.contains(&mark) {
        marks.push(mark);
    }
}

#[cfg(test)]
mod tests;
