//! A letter as lines, as people see them: each with its links, and how much it looks like the title of what follows.
//! Knows nothing of mail formats or of calls.

use ego_tree::iter::Edge;
use scraper::node::Node;
use url::Url;

use super::links::{link, links_in, mailbox, mailboxes_in};
use crate::read::html;
use crate::read::plain::{Kind, kind};
use crate::read::text::one_line;

/// A title is no longer.
const LONGEST_TITLE: usize = 200;

/// A line of plain text that stands alone is a title only if it is as short as this.
const LONGEST_BARE_TITLE: usize = 100;

/// How a title is marked, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// `h1` to `h6`.
    Heading(u8),
    /// `3.`, or underlined, or in capitals.
    Marked,
    /// Wholly bold, or wholly a link.
    Strong,
    /// `•`
    Bullet,
    /// A short line by itself.
    Bare,
}

/// A link as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) url: Url,
    /// What it is called; for a bare address nothing.
    pub(super) said: String,
}

/// One line; an empty one parts paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    /// To whom it says to write, in small letters.
    pub(super) mailboxes: Vec<String>,
    pub(super) rank: Option<Rank>,
}

/// A line under way.
#[derive(Default)]
struct Open {
    line: Line,
    /// Letters within bold text or links.
    strong: usize,
    letters: usize,
}

impl Open {
    fn add(&mut self, written: &str, is_strong: bool) {
        for word in written.split_whitespace() {
            if !self.line.text.is_empty() && (written.starts_with(char::is_whitespace) || !self.line.text.ends_with(' ')) {
                self.line.text.push(' ');
            }
            self.line.text.push_str(word);
        }
        let letters = written.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        self.strong += if is_strong { letters } else { 0 };
    }

    fn close(&mut self, heading: Option<u8>, lines: &mut Vec<Line>) {
        let Open { mut line, strong, letters } = std::mem::take(self);
        line.text = one_line(&line.text);
        line.mailboxes.extend(mailboxes_in(&line.text));
        if line.text.is_empty() && line.links.is_empty() {
            return;
        }
        let is_title = letters > 0 && line.text.chars().count() <= LONGEST_TITLE;
        line.rank = match heading {
            _ if !is_title => None,
            Some(level) => Some(Rank::Heading(level)),
            None if strong == letters => Some(Rank::Strong),
            None => None,
        };
        lines.push(line);
    }
}

/// The lines of a letter in HTML. The cells of its tables, which only lay it out, are lines too.
pub(super) fn of_html(written: &str) -> Vec<Line> {
    let document = html::fragment(written);
    let (mut lines, mut open) = (Vec::new(), Open::default());
    let (mut hidden, mut bold, mut heading) = (0_usize, 0_usize, None);
    let mut anchor: Option<Link> = None;
    for edge in document.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(words) if hidden == 0 => {
                    if let Some(anchor) = &mut anchor {
                        anchor.said.push_str(words);
                    }
                    open.add(words, bold > 0 || anchor.is_some());
                }
                Node::Element(element) => match (element.name(), kind(element.name())) {
                    (_, Kind::Hidden) => hidden += 1,
                    (name, Kind::Block | Kind::Cell) => {
                        open.close(heading, &mut lines);
                        heading = level(name).or(heading);
                    }
                    ("a", _) => {
                        open.line.mailboxes.extend(element.attr("href").and_then(mailbox));
                        anchor = element.attr("href").and_then(link).map(|url| Link { url, said: String::new() });
                    }
                    ("b" | "strong", _) => bold += 1,
                    _ => {}
                },
                _ => {}
            },
            Edge::Close(node) => {
                let Node::Element(element) = node.value() else { continue };
                match (element.name(), kind(element.name())) {
                    (_, Kind::Hidden) => hidden = hidden.saturating_sub(1),
                    (name, Kind::Block | Kind::Cell) => {
                        open.close(heading, &mut lines);
                        if level(name).is_some() {
                            heading = None;
                        }
                    }
                    ("a", _) => open.line.links.extend(anchor.take().map(|link| Link { said: one_line(&link.said), ..link })),
                    ("b" | "strong", _) => bold = bold.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }
    open.close(heading, &mut lines);
    lines
}

fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// The lines of a letter in plain text.
pub(super) fn of_text(text: &str) -> Vec<Line> {
    let written: Vec<&str> = text.lines().map(str::trim).collect();
    let mut lines = Vec::new();
    for (number, line) in written.iter().enumerate() {
        if is_rule(line) {
            // It parts what is around it, or underlines what is above: a line of its own it is not.
            lines.push(Line::default());
            continue;
        }
        let before = number.checked_sub(1).map_or("", |before| written[before]);
        let after = written.get(number + 1).copied().unwrap_or_default();
        let addresses = links_in(line);
        let rank = if line.is_empty() || line.chars().count() > LONGEST_TITLE {
            None
        } else {
            rank(line, before, after, !addresses.is_empty())
        };
        let text = if rank == Some(Rank::Bullet) || is_numbered(line) { without_mark(line) } else { line };
        lines.push(Line { text: one_line(text), links: addresses, mailboxes: mailboxes_in(line), rank });
    }
    lines
}

fn rank(line: &str, before: &str, after: &str, has_link: bool) -> Option<Rank> {
    let words = line.split_whitespace().count();
    let in_capitals = words > 1 && line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase);
    let is_free = before.is_empty() || is_rule(before);
    if is_numbered(line) || (is_rule(after) && is_free) || (in_capitals && is_free && !has_link) {
        Some(Rank::Marked)
    } else if line.starts_with(['•', '▪', '●', '■', '►', '»']) || line.starts_with("* ") {
        Some(Rank::Bullet)
    } else if is_free
        && !has_link
        && words > 1
        && line.chars().count() <= LONGEST_BARE_TITLE
        && !line.ends_with(['.', ':', ';', ',', '!', '?'])
    {
        Some(Rank::Bare)
    } else {
        None
    }
}

/// `3.` or `3)` and words.
fn is_numbered(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && line[digits..].starts_with(['.', ')']) && line[digits + 1..].starts_with(' ')
}

fn without_mark(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(['.', ')', '•', '▪', '●', '■', '►', '»', '*'])
        .trim_start()
}

/// `-----`, `=====`, `* * *`
fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| !c.is_whitespace());
    line.len() >= 3
        && marks.clone().count() >= 3
        && marks.into_iter().all(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | '–' | '—' | '#'))
}
