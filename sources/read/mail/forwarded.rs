//! A letter forwarded in the text of another: the usual marks of mail programs, in the languages of the house.
//! Knows nothing of mail formats: only the text as people see it.

use std::sync::LazyLock;

use regex::Regex;

/// Looked for in so many lines: a forwarding note is short.
const NOTE: usize = 40;

/// So many header lines follow the mark at most.
const HEADERS: usize = 10;

/// A letter within a letter.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Inner<'a> {
    pub(super) from: Option<&'a str>,
    pub(super) subject: Option<&'a str>,
    pub(super) text: &'a str,
}

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^[\s>*]*(?:(?P<from>from|מאת|de|von)|(?P<subject>subject|נושא|objet|betreff|asunto)|date|sent|to|cc|reply-to|תאריך|נשלח|אל|עותק|envoyé|à|date d'envoi|gesendet|datum|an|enviado|fecha|para)\s*\*?\s*:\s*\*?\s*(?P<value>.*)$",
    )
    .expect("it compiles, a test uses it")
});

/// The inner letter, when the text has the header lines of one near its beginning: a sender and a subject.
pub(super) fn inline(text: &str) -> Option<Inner<'_>> {
    let mut at = 0;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            (start, line.trim_end())
        })
        .collect();
    let is_from = |line: &str| HEADER.captures(line).is_some_and(|found| found.name("from").is_some());
    let first = lines.iter().take(NOTE).position(|(_, line)| is_from(line))?;
    let mut inner = Inner::default();
    let mut end = first;
    for (number, (_, line)) in lines.iter().enumerate().skip(first).take(HEADERS) {
        if let Some(found) = HEADER.captures(line) {
            let value = found.name("value").map(|value| value.as_str().trim()).filter(|value| !value.is_empty());
            if found.name("from").is_some() {
                inner.from = inner.from.or(value);
            } else if found.name("subject").is_some() {
                inner.subject = inner.subject.or(value);
            }
            end = number + 1;
        } else if !line.trim().is_empty() {
            break;
        }
    }
    inner.from?;
    inner.subject?;
    inner.text = lines.get(end).map_or("", |(start, _)| text[*start..].trim());
    (!inner.text.is_empty()).then_some(inner)
}
