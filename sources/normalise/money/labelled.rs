//! Sums whose currency stands in their label ("Maximum grant (€): 30,000") or in a field of its own ("Currency: EUR").

use super::beside::{last_words, words_of};
use super::currency;
use super::dash::may_be_year;
use super::scaled::{self, parts};
use super::sums::{Sum, multiplier};
use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;

/// Longer brackets hold a remark, in bytes.
const LONGEST_BRACKET: usize = 24;

/// A number below it beside a currency in a field of its own counts something else: grants, months.
const LEAST_OF_FIELD: f64 = 100.0;

/// What stands between a label and its value.
const BETWEEN: [char; 10] = [' ', '\u{a0}', '\u{202f}', '\t', '\r', '\n', ':', '|', '-', '–'];

/// Gives the numbers without a currency the one that their label names.
pub(super) fn lend_from_labels(text: &str, found: &mut [Sum]) {
    for index in 0..found.len() {
        let sum = &found[index];
        if sum.currency.is_some() || sum.percent || may_be_year(text, sum) {
            continue;
        }
        let from = index.checked_sub(1).map_or(0, |before| found[before].end);
        let to = found.get(index + 1).map_or(text.len(), |next| next.start);
        let told = before(text, from, sum).or_else(|| bracketed(text.get(sum.end..to).unwrap_or("")));
        if let Some((code, factor)) = told {
            (found[index].currency, found[index].value) = (Some(code), found[index].value * factor);
            // "(k€): 30–60": the label is for both ends.
            let end = found[index].end;
            if let Some(upper) = found.get_mut(index + 1).filter(|upper| factor > 1.0 && upper.currency.is_none())
                && text.get(end..upper.start).is_some_and(|gap| !gap.trim().is_empty() && parts(gap))
            {
                (upper.currency, upper.value) = (Some(code), upper.value * factor);
            }
        }
    }
}

/// Gives the numbers of a form the currency that a field of its own names, where their line speaks of money.
pub(super) fn lend_from_field(text: &str, found: &mut [Sum], cues: &[CueFound]) {
    let lacks = |sum: &Sum| sum.currency.is_none() && !sum.percent && sum.value >= LEAST_OF_FIELD && !may_be_year(text, sum);
    if !found.iter().any(lacks) {
        return;
    }
    let Some(code) = of_field(text) else { return };
    for sum in found.iter_mut().filter(|sum| lacks(sum)) {
        let line = text[..sum.start].rfind('\n').map_or(0, |at| at + 1);
        let speaks_of_money = |cue: &&CueFound| {
            matches!(cue.cue, Cue::SumMax | Cue::SumMin | Cue::SumAward | Cue::SumTotal | Cue::SumEach | Cue::SumPot)
        };
        let first = cues.partition_point(|cue| cue.start < line);
        let named = cues[first..].iter().take_while(|cue| cue.end <= sum.start).any(|cue| speaks_of_money(&cue));
        let counts = || words_of(&text[line..sum.start]).any(|(_, word)| GRAMMAR.money.counts.contains(&word));
        if named && !counts() && ends_value(&text[sum.end..]) {
            sum.currency = Some(code);
        }
    }
}

/// "… (€): ", "… in euros : ", with the value behind it.
fn before(text: &str, from: usize, sum: &Sum) -> Option<(&'static str, f64)> {
    let head = text.get(from..sum.start)?;
    let label = head.trim_end_matches(BETWEEN);
    let gap = &head[label.len()..];
    if gap.contains('\n') && !ends_value(&text[sum.end..]) {
        return None;
    }
    if let Some(open) = label.strip_suffix([')', ']']) {
        let inner = &open[open.rfind(['(', '['])? + 1..];
        return (inner.len() <= LONGEST_BRACKET).then(|| alone(inner)).flatten();
    }
    if !gap.contains([':', '|', '-', '–']) {
        return None;
    }
    let word = label.rsplit([' ', '\u{a0}', '\n', '|']).next().unwrap_or(label);
    let led = || {
        let lead = last_words(&label[..label.len() - word.len()], 1);
        lead.first().is_some_and(|last| GRAMMAR.money.denominated_in.contains(last))
    };
    let code = prefixed(word).or_else(|| currency::at_end(word).filter(|(_, start)| *start == 0 && led()).map(|(code, _)| code));
    code.map(|code| (code, 1.0))
}

/// "… 30,000 (EUR)".
fn bracketed(rest: &str) -> Option<(&'static str, f64)> {
    let inner = rest.trim_start_matches([' ', '\u{a0}']).strip_prefix('(')?;
    let inner = &inner[..inner.find(')')?];
    (inner.len() <= LONGEST_BRACKET).then(|| alone(inner)).flatten()
}

/// The currency that is all there is, but for "in", and what the numbers of the label are multiplied by: "k€", "thousands of euros".
fn alone(inner: &str) -> Option<(&'static str, f64)> {
    let inner = inner.trim();
    let led = words_of(inner).next().is_some_and(|(at, word)| at == 0 && GRAMMAR.money.denominated_in.contains(&word));
    let rest = if led { inner[inner.find(' ').unwrap_or(inner.len())..].trim_start() } else { inner };
    let whole = |text: &str| currency::at_start(text).filter(|(_, length)| *length == text.len()).map(|(code, _)| code);
    let plain = || whole(rest.trim_end_matches('.')).or_else(|| prefixed(rest)).map(|code| (code, 1.0));
    let scaled = || scaled::at_start(rest).filter(|unit| unit.length == rest.len()).map(|unit| (unit.code, unit.factor));
    // "אלפי ש\"ח", "באלפי ש\"ח".
    let bare = GRAMMAR.money.denominated_by.iter().find_map(|prefix| rest.strip_prefix(prefix.as_str())).unwrap_or(rest);
    let worded = || {
        let (factor, length) = multiplier(bare, false)?;
        let unit = bare[length..].trim_start();
        whole(GRAMMAR.money.of.iter().find_map(|of| unit.strip_prefix(of.as_str())).unwrap_or(unit).trim_start())
            .map(|code| (code, factor))
    };
    plain().or_else(scaled).or_else(worded)
}

/// "בש\"ח", "بالدولار": the letter for "in" is a part of the word.
fn prefixed(word: &str) -> Option<&'static str> {
    GRAMMAR.money.denominated_by.iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix.as_str())?;
        currency::at_start(rest).filter(|(_, length)| *length == rest.len()).map(|(code, _)| code)
    })
}

/// The one currency that a field is named for; of two the text does not say whose is whose.
fn of_field(text: &str) -> Option<&'static str> {
    let is_label = |cell: &str| GRAMMAR.money.currency_labels.contains(&fold(cell.trim()));
    let mut codes = Vec::new();
    let mut cells = text.split(['\n', '|']).filter(|cell| !cell.trim().is_empty()).peekable();
    while let Some(cell) = cells.next() {
        let (label, value) = cell.split_once(':').unwrap_or((cell, ""));
        if is_label(label) {
            let value = if value.trim().is_empty() { cells.peek().copied().unwrap_or("") } else { value };
            codes.extend(alone(value).filter(|(_, factor)| *factor <= 1.0).map(|(code, _)| code));
        }
    }
    codes.dedup();
    codes.first().copied().filter(|_| codes.len() == 1)
}

/// Does a value end here, or go on to the other end of a range? "30,000 participants" are no money.
fn ends_value(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let word = rest.split([' ', '\n', '|']).next().unwrap_or("");
    !rest.starts_with(char::is_alphabetic) || parts(word)
}
