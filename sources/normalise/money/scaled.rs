//! Thousands and millions in one letter: `1.5M EUR`, `40K`, `250 TEUR`, `300 א' ש"ח`.
//! A letter counts only where money is beside it: `5K` is a race, `300K residents` are people.

use super::currency;
use crate::normalise::dates::lex::fold;

/// Factor and currency in one word or sign, folded.
const COMPOSITES: [(&str, &str, f64); 11] = [
    ("מלש\"ח", "ILS", 1e6),
    ("מליש\"ח", "ILS", 1e6),
    ("מיליש\"ח", "ILS", 1e6),
    ("מלשח", "ILS", 1e6),
    ("אש\"ח", "ILS", 1e3),
    ("אלש\"ח", "ILS", 1e3),
    ("אלפש\"ח", "ILS", 1e3),
    ("אשח", "ILS", 1e3),
    ("teuro", "EUR", 1e3),
    ("keuro", "EUR", 1e3),
    ("meuro", "EUR", 1e6),
];

/// Codes before which accountants set a letter (`TEUR`, `kCHF`, `MSEK`). Not all codes: `MALL` and `TTOP` are words.
const LETTERED: [&str; 12] = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "ILS", "NIS", "PLN", "CZK", "HUF"];

/// A currency with its factor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scaled {
    pub(super) code: &'static str,
    pub(super) factor: f64,
    /// Its length in bytes.
    pub(super) length: usize,
}

/// `TEUR`, `T€`, `מלש"ח` at the start of a text.
pub(super) fn at_start(text: &str) -> Option<Scaled> {
    signed(text).or_else(|| {
        let end = text.find(|c: char| !is_word_char(c)).unwrap_or(text.len());
        worded(text[..end].trim_end_matches(['"', '”']))
    })
}

/// The same where `text` ends ("TEUR 250").
pub(super) fn at_end(text: &str) -> Option<Scaled> {
    let cut = text.trim_end_matches([':', '.']);
    let start =
        cut.rfind(|c: char| !is_word_char(c) && c != '€').map_or(0, |at| at + cut[at..].chars().next().map_or(1, char::len_utf8));
    let word = &cut[start..];
    let scaled = signed(word).filter(|scaled| scaled.length == word.len()).or_else(|| worded(word))?;
    Some(Scaled { length: text.len() - start, ..scaled })
}

/// `T€`, `k€`, `M€`.
fn signed(text: &str) -> Option<Scaled> {
    let factor = letter(text.chars().next()?)?;
    let rest = &text[1..];
    rest.starts_with('€').then_some(Scaled { code: "EUR", factor, length: 1 + '€'.len_utf8() })
}

fn worded(word: &str) -> Option<Scaled> {
    /// A letter and a code.
    const CODED: usize = 4;
    let folded = fold(word);
    let known = COMPOSITES.iter().find(|(name, _, _)| *name == folded).map(|(_, code, factor)| (*code, *factor));
    let coded = || {
        let factor = letter(word.chars().next()?).filter(|_| word.len() == CODED)?;
        let code = LETTERED.iter().find(|code| word.ends_with(**code))?;
        Some((if *code == "NIS" { "ILS" } else { *code }, factor))
    };
    let (code, factor) = known.or_else(coded)?;
    Some(Scaled { code, factor, length: word.len() })
}

fn letter(c: char) -> Option<f64> {
    match c {
        'T' | 't' | 'k' | 'K' => Some(1e3),
        'M' | 'm' => Some(1e6),
        _ => None,
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '"' | '״' | '”')
}

/// The factor of a letter right behind a number, if money follows it: a currency, or the other end of a range in letters too.
pub(super) fn by_letter(word: &str, rest: &str, has_currency: bool) -> Option<f64> {
    let factor = match word {
        "k" => return Some(1e3),
        "K" => 1e3,
        "m" | "M" => 1e6,
        _ => return None,
    };
    (has_currency || has_money_behind(rest) || goes_on(rest)).then_some(factor)
}

/// `א' ש"ח`, `מ' ש"ח`: the geresh after the letter and the currency behind it; the factor and the geresh's length.
pub(super) fn by_geresh(word: &str, rest: &str) -> Option<(f64, usize)> {
    let factor = match word {
        "א" => 1e3,
        "מ" | "מיל" => 1e6,
        _ => return None,
    };
    let geresh = rest.chars().next().filter(|c| matches!(c, '\'' | '׳' | '’'))?.len_utf8();
    has_money_behind(&rest[geresh..]).then_some((factor, geresh))
}

/// A currency of more than one letter: `5 m r` is no money.
fn has_money_behind(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let rest = ["d'", "d’", "de ", "of "].iter().find_map(|of| rest.strip_prefix(of)).unwrap_or(rest);
    let signed = !rest.starts_with(char::is_alphabetic);
    currency::at_start(rest).is_some_and(|(_, length)| signed || rest[..length].chars().count() > 1)
}

/// "15K–40K NIS", "0.5M, 1M and 1.5M EUR": a mark or a small word, then a number with such a letter and, in the end, a currency.
fn goes_on(rest: &str) -> bool {
    /// More members than this are a table.
    const LONGEST_LIST: usize = 6;
    let mut rest = rest;
    for _ in 0..LONGEST_LIST {
        let number = rest.find(|c: char| c.is_ascii_digit());
        let Some(at) = number.filter(|at| parts(&rest[..*at])) else { return false };
        let after = rest[at..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).trim_start_matches(' ');
        let Some(behind) = after.strip_prefix(['K', 'k', 'M', 'm']).filter(|behind| !behind.starts_with(char::is_alphabetic))
        else {
            return false;
        };
        if has_money_behind(behind) {
            return true;
        }
        rest = behind;
    }
    false
}

/// What may stand between two members of a range or a list.
pub(super) fn parts(gap: &str) -> bool {
    let gap = fold(gap.trim());
    let gap = gap.trim_start_matches([',', '،']).trim_start();
    matches!(
        gap,
        "" | "-"
            | "–"
            | "—"
            | "/"
            | "to"
            | "and"
            | "or"
            | "up to"
            | "bis"
            | "und"
            | "oder"
            | "a"
            | "et"
            | "ou"
            | "y"
            | "o"
            | "u"
            | "e"
            | "hasta"
            | "עד"
            | "או"
            | "ו"
            | "ו-"
            | "או ל"
            | "و"
            | "او"
            | "أو"
    )
}
