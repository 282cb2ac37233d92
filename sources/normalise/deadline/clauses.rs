//! A text cut into clauses: the stretches within which a word speaks of a date.
//! Lines, table cells, bullets and sentences end a clause; a point inside a date or after an abbreviation does not.

use crate::normalise::dates::{is_month, is_weekday};

/// One clause, without the white space around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::normalise) struct Clause {
    pub(in crate::normalise) start: usize,
    pub(in crate::normalise) end: usize,
    /// What parted it from the clause before: a line break, `|`, `.`, `;` …
    pub(in crate::normalise) parted_by: char,
}

/// Longest word before a point that is taken for an abbreviation when a small letter or a digit follows (`Dec. 20`, `no. 5`).
const LONGEST_ABBREVIATION: usize = 5;

/// The clauses of `text` in order; `whole` are spans (dates) that are never cut.
pub(in crate::normalise) fn clauses(text: &str, whole: &[(usize, usize)]) -> Vec<Clause> {
    let mut found = Vec::new();
    let mut spans = whole.iter().copied().peekable();
    let (mut start, mut parted_by) = (0, '\n');
    for (at, mark) in text.char_indices() {
        while spans.next_if(|span| span.1 <= at).is_some() {}
        if spans.peek().is_some_and(|span| span.0 <= at) {
            continue;
        }
        let cuts = match mark {
            '!' | '?' if goes_on(&text[at + 1..]) => false,
            '\n' | '|' | '•' | ';' | '!' | '?' | '…' | '·' | '▪' | '\u{61f}' | '\u{61b}' => true,
            '.' if numbers_line(text, at) || cuts_weekday(text, at) => false,
            '.' if abbreviates_in_brackets(text, at) => false,
            '.' => ends_sentence(text, at) || begins_date(text, at, spans.peek().map(|span| span.0)),
            _ => false,
        };
        if cuts {
            push(text, &mut found, start, at, parted_by);
            // A line break or a cell wall after a point is still a line break; the outer wall of a row is none between cells.
            let opens_row = mark == '|' && parted_by == '\n' && text[start..at].trim().is_empty();
            start = at + mark.len_utf8();
            parted_by = if opens_row { '\n' } else { mark };
        }
    }
    push(text, &mut found, start, text.len(), parted_by);
    found
}

/// "« Et après ? » — Lyon, 2 December", "What now? – York, 3 December": behind a question in a title the sentence goes on.
fn goes_on(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let unquoted = rest.trim_start_matches(['»', '”', '“', '’', '"']);
    let next = unquoted.trim_start_matches(' ').chars().next();
    let dashed = next.is_some_and(|c| matches!(c, '–' | '—'));
    dashed
        || unquoted.len() < rest.len()
            && next.is_some_and(|c| matches!(c, '-' | ',' | ':' | '(') || c.is_lowercase() || c.is_ascii_digit())
}

/// "2. Runde: 15 June": the number that a line begins with.
fn numbers_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
    let goes_on = text[at + 1..].starts_with(' ') && text[at + 1..].trim_start_matches(' ').starts_with(char::is_alphabetic);
    let indented = before.trim_end_matches(' ');
    before.len() < at && goes_on && (indented.is_empty() || indented.ends_with('\n'))
}

fn push(text: &str, found: &mut Vec<Clause>, start: usize, end: usize, parted_by: char) {
    let raw = &text[start..end];
    let inner = raw.trim();
    if !inner.is_empty() {
        let start = start + (raw.len() - raw.trim_start().len());
        found.push(Clause { start, end: start + inner.len(), parted_by });
    }
}

/// A whole word, a point, and a date behind it: a list of dates goes on ("… end of entries. 10 March: winners").
fn begins_date(text: &str, at: usize, date: Option<usize>) -> bool {
    /// Weekdays and other words before a date are cut to three letters.
    const SHORTEST_WORD: usize = 4;
    let spaced = date.and_then(|date| text.get(at + 1..date)).is_some_and(|gap| !gap.is_empty() && gap.trim().is_empty());
    spaced && text[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(SHORTEST_WORD).count() == SHORTEST_WORD
}

/// "(500 Euro zzgl. MwSt.)": a point behind a short word in brackets that are still open; the sentence goes on behind them.
fn abbreviates_in_brackets(text: &str, at: usize) -> bool {
    /// Brackets with abbreviations are short, in characters.
    const LONGEST_BRACKETS: usize = 60;
    let bracket = |c: &char| matches!(c, '(' | ')' | '\n');
    let letters = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(LONGEST_ABBREVIATION + 1).count();
    let opened = || text[..at].chars().rev().take(LONGEST_BRACKETS).find(bracket) == Some('(');
    let closes = || text[at..].chars().take(LONGEST_BRACKETS).find(bracket) == Some(')');
    (1..=LONGEST_ABBREVIATION).contains(&letters) && opened() && closes()
}

/// "Fri. July 30", "vier. 30 de julio": a weekday cut short, and its day behind it.
fn cuts_weekday(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let behind = text[at + 1..].trim_start_matches([' ', '\u{a0}']);
    let next = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    (2..=LONGEST_ABBREVIATION).contains(&word.chars().count())
        && behind.len() < text.len() - at - 1
        && is_weekday(word)
        && (next.starts_with(|c: char| c.is_ascii_digit()) || is_month(next))
}

fn ends_sentence(text: &str, at: usize) -> bool {
    let mut after = text[at + 1..].chars();
    match after.next() {
        None | Some('\n') => return true,
        Some(next) if !next.is_whitespace() => return false,
        Some(_) => {}
    }
    let Some(follows) = after.find(|c| !c.is_whitespace()) else { return true };
    if !(follows.is_lowercase() || follows.is_ascii_digit()) {
        return true;
    }
    let letters = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(LONGEST_ABBREVIATION + 1).count();
    letters == 0 && !follows.is_ascii_digit() || letters > LONGEST_ABBREVIATION
}
