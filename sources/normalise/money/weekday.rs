//! "Fr." is a franc and a Friday: which of the two stands before a number.

use chrono::NaiveDate;

use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::dates::lex::fold;
use crate::normalise::dates::mentions;

/// "Fr. 30. September 2027": a date behind a weekday is no longer, in bytes.
const LONGEST_DATE: usize = 24;

/// "Fr. 9-12 Uhr": so near stands the word for the hour, in bytes.
const HOUR_WITHIN: usize = 16;

/// Is the name of money at `name` the abbreviated Friday before a date or an hour?
pub(super) fn is_weekday(text: &str, name: usize, number: usize) -> bool {
    let written = fold(text.get(name..number).unwrap_or("").trim_end_matches([' ', '.', ',']));
    GRAMMAR.money.weekdays.contains(&written)
        && (begins_date(&text[number..]) || tells_hour(&text[number..]) || ends_week(&text[..name]))
}

/// "30. Juli", "30.07.2027", but not "9.50".
fn begins_date(rest: &str) -> bool {
    let head = &rest[..rest.floor_char_boundary(LONGEST_DATE)];
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    let mut parts = head.splitn(3, '.');
    let lengths = [parts.next(), parts.next(), parts.next()].map(|part| part.map_or(0, digits));
    // Thousands are parted by three digits.
    let written_out = matches!(lengths, [1 | 2, 1 | 2, 2 | 4]);
    let named = || {
        let found = mentions(head, Some("de"), NaiveDate::default());
        found.first().is_some_and(|day| day.start == 0 && head[..day.end].contains(char::is_alphabetic))
    };
    written_out || named()
}

/// "9-12 Uhr", "10:00".
fn tells_hour(rest: &str) -> bool {
    let head = &rest[..rest.floor_char_boundary(HOUR_WITHIN)];
    let behind = head.trim_start_matches(|c: char| c.is_ascii_digit());
    let minutes = behind.strip_prefix(':').is_some_and(|minutes| minutes.starts_with(|c: char| c.is_ascii_digit()));
    let words = head.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    minutes || words.is_some_and(|word| GRAMMAR.money.hours.contains(&fold(word)))
}

/// "Mo.-Fr.", "Mo. bis Fr.": does another day lead on to it?
fn ends_week(before: &str) -> bool {
    let word = |text: &str| fold(text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(""));
    let head = before.trim_end();
    let head =
        head.strip_suffix("bis").or_else(|| head.strip_suffix(['-', '–', '—'])).map(|head| head.trim_end_matches([' ', '.']));
    head.is_some_and(|head| GRAMMAR.money.days.contains(&word(head)))
}
