//! A newsletter that tells of several calls, taken apart: one item for each title that has a link of its own, or a day and a mailbox.
//! Knows only lines; a letter with one call stays whole, and its sections ("Who may apply") are no items.

use url::Url;

use super::day::names_a_day;
use super::lines::{Line, Rank};
use super::links::{identity, is_own, speaks_of_the_list};

/// One item of a newsletter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) way: Way,
}

/// How one gets to a call, which no other call of the letter has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    Link(Url),
    Mailbox(String),
}

/// A letter taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Apart {
    /// Its calls; none where it tells of one, or of several that cannot be told apart for certain.
    pub(super) calls: Vec<Call>,
    /// Titles that may be calls of their own: each with a day below it, and no way of its own.
    pub(super) doubtful: Vec<String>,
}

/// Fewer letters than these in title and text are a button or a menu, and no item.
const SHORTEST: usize = 40;

/// More sections than any letter holds.
const MOST: usize = 50;

/// How sections of one and the same call begin; those of one word only where the title has no third.
const SECTIONS: [&str; 52] = [
    "how to",
    "who can",
    "who may",
    "who is",
    "what is",
    "what we",
    "key dates",
    "more information",
    "further information",
    "about the",
    "eligib",
    "deadline",
    "background",
    "about",
    "budget",
    "timeline",
    "contact",
    "objectives",
    "documents",
    "apply",
    "qui peut",
    "comment",
    "date limite",
    "dates clés",
    "pour en savoir",
    "en savoir plus",
    "contexte",
    "objectif",
    "calendrier",
    "modalités",
    "wer kann",
    "wie ",
    "weitere informationen",
    "frist",
    "hintergrund",
    "ziel",
    "kontakt",
    "bewerbung",
    "termine",
    "voraussetzungen",
    "מי רשאי",
    "מי יכול",
    "מועד אחרון",
    "לוח זמנים",
    "היקף המימון",
    "תנאי",
    "כיצד",
    "רקע",
    "מטרות",
    "תקציב",
    "אודות",
    "הגשה",
];

/// How a letter takes its leave: what follows is a signature.
const LEAVE: [&str; 10] = [
    "best regards",
    "kind regards",
    "regards",
    "sincerely",
    "yours",
    "בברכה",
    "cordialement",
    "bien à vous",
    "mit freundlichen",
    "herzliche grüße",
];

/// What buttons are called: a title they are not.
const BUTTONS: [&str; 17] = [
    "read more",
    "more",
    "learn more",
    "click here",
    "register",
    "apply",
    "details",
    "לפרטים",
    "לקריאה",
    "להרשמה",
    "לחצו",
    "lire la suite",
    "en savoir plus",
    "mehr",
    "weiterlesen",
    "zur ",
    "zum ",
];

/// A title line and what follows.
struct Section<'a> {
    head: &'a Line,
    lines: Vec<&'a Line>,
}

/// The items of a letter that has at least two; of the ways to take it apart, the one that gives most.
pub(super) fn calls(lines: &[Line]) -> Apart {
    let lines = without_footer(lines);
    let mut ranks: Vec<Rank> = lines.iter().filter_map(|line| line.rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let (mut best, mut doubtful) = (Apart::default(), Vec::new());
    for rank in ranks {
        let apart = taken_apart(&lines, rank);
        if apart.calls.len() > best.calls.len().max(1) {
            best = apart;
        } else if doubtful.is_empty() && apart.calls.len() + apart.doubtful.len() > 1 {
            doubtful = apart.doubtful;
        }
    }
    if best.calls.is_empty() { Apart { doubtful, ..best } } else { best }
}

/// The letter without its signature, and without what it says of its list, at its end or in a line of its own.
fn without_footer(lines: &[Line]) -> Vec<&Line> {
    let half = lines.len() / 2;
    let is_end = |line: &Line| speaks_of_the_list(&line.text) || takes_leave(&line.text);
    let end = lines.iter().skip(half).position(is_end).map_or(lines.len(), |at| half + at);
    lines[..end]
        .iter()
        .filter(|line| !speaks_of_the_list(&line.text) && (line.links.is_empty() || line.links.iter().any(is_own)))
        .collect()
}

/// Every title of this rank or a surer one begins a section; a section of this rank with a link that no other has is an item, and so is
/// one with a day of its own and a mailbox that no other has: of one call only the sections that tell of it have either.
fn taken_apart(lines: &[&Line], rank: Rank) -> Apart {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for line in lines {
        let is_title = line.rank.is_some_and(|own| own <= rank) && !is_section(&line.text) && !is_button(line);
        match sections.last_mut() {
            _ if is_title => sections.push(Section { head: line, lines: Vec::new() }),
            Some(open) => open.lines.push(line),
            // What stands before the first title greets and introduces.
            None => {}
        }
    }
    let (mut calls, mut doubtful): (Vec<Call>, Vec<String>) = (Vec::new(), Vec::new());
    for section in sections.into_iter().take(MOST) {
        let all = || std::iter::once(section.head).chain(section.lines.iter().copied());
        let link = all().flat_map(|line| &line.links).find(|link| is_own(link)).map(|link| &link.url);
        let mailbox = || all().flat_map(|line| &line.mailboxes).next().cloned();
        let text =
            section.lines.iter().map(|line| line.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        let is_of_rank = section.head.rank == Some(rank);
        let is_long = section.head.text.chars().chain(text.chars()).filter(|c| c.is_alphanumeric()).count() >= SHORTEST;
        let is_dated = names_a_day(&text);
        let way = link.cloned().map(Way::Link).or_else(|| mailbox().filter(|_| is_dated).map(Way::Mailbox));
        match way {
            Some(way) if is_of_rank && is_long && !calls.iter().any(|known| same(&known.way, &way)) => {
                calls.push(Call { title: section.head.text.clone(), text, way });
            }
            // A title without a link of its own goes on with what came before; one of a surer rank is the name of a column.
            _ if is_of_rank => {
                doubtful.extend((is_long && is_dated && link.is_none()).then(|| section.head.text.clone()));
                if let Some(before) = calls.last_mut() {
                    for line in all().filter(|line| !line.text.is_empty()) {
                        before.text.push('\n');
                        before.text.push_str(&line.text);
                    }
                }
            }
            _ => {}
        }
    }
    Apart { calls, doubtful }
}

fn takes_leave(text: &str) -> bool {
    let text = text.to_lowercase();
    LEAVE.iter().any(|leave| text.starts_with(leave) && text.len() <= leave.len() + 4)
}

fn same(one: &Way, other: &Way) -> bool {
    let is_same_page = |one: &Url, other: &Url| identity(one).is_some_and(|one| identity(other) == Some(one));
    one == other || matches!((one, other), (Way::Link(one), Way::Link(other)) if is_same_page(one, other))
}

fn is_section(title: &str) -> bool {
    let title = title.to_lowercase();
    let is_short = title.split_whitespace().count() <= 2;
    SECTIONS.iter().any(|section| title.starts_with(section) && (is_short || section.trim_end().contains(' ')))
}

fn is_button(line: &Line) -> bool {
    let said = line.text.to_lowercase();
    let is_short = said.split_whitespace().count() <= 4;
    !line.links.is_empty() && is_short && BUTTONS.iter().any(|button| said.starts_with(button))
}
