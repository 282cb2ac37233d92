//! Sums of money in a text: a number with its multiplier and its currency, before or after.
//! Knows no rules about calls.

use super::currency;
use super::dash;
use super::labelled::lend_from_labels;
use super::lookalike::is_mark;
use super::number::{Number, numbers, parts_thousands};
use super::scaled;
use super::spelled;
use super::weekday::is_weekday;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;
use words::Script;

/// One sum, or a bare number if no currency stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sum {
    pub(super) value: f64,
    pub(super) currency: Option<&'static str>,
    pub(super) percent: bool,
    /// What "thousand" or "million" beside it multiplied it by.
    factor: f64,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How far before a number its currency is looked for, in bytes: the longest name and a space.
const BEFORE: usize = 24;

/// All numbers of a text as sums, in reading order.
pub(super) fn sums(text: &str) -> Vec<Sum> {
    let numbers = spelled::joined_to(text, numbers(text));
    let mut found: Vec<Sum> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let floor = found.last().map_or(0, |sum| sum.end);
        if number.start < floor {
            continue;
        }
        let next = numbers.get(index + 1);
        let mut one = sum(text, *number, floor, next);
        // "Four thousand (4,000) euros": it is said twice.
        let again = |words: &&mut Sum| words.currency.is_none() && words.value.total_cmp(&one.value).is_eq();
        let bracket = |words: &&mut Sum| text.get(words.end..one.start).is_some_and(|gap| gap.trim() == "(");
        if let Some(start) = found.last_mut().filter(again).filter(bracket).map(|words| words.start) {
            one.start = start;
            found.pop();
        }
        found.push(lettered_like(text, found.last(), one));
    }
    lend_from_labels(text, &mut found);
    set_in_order(text, &mut found);
    lend_currency(text, &mut found);
    lend_onwards(text, &mut found);
    found
}

fn sum(text: &str, number: Number, floor: usize, next: Option<&Number>) -> Sum {
    let from = text.ceil_char_boundary(number.start.saturating_sub(BEFORE).max(floor));
    let before = text[from..number.start].trim_end_matches([' ', '\u{a0}', '\u{202f}', '.']);
    let scaled_ahead = scaled::at_end(before);
    let ahead = scaled_ahead
        .map(|scaled| (scaled.code, from + before.len() - scaled.length))
        .or_else(|| currency::at_end(before).map(|(code, start)| (code, from + start)))
        .filter(|(_, start)| {
            !is_weekday(text, *start, number.start) && !is_mark(text, &text[*start..number.start], *start, number)
        });
    let mut end = number.end;
    let after = skip_spaces(text, end);
    let percent = text[after..].starts_with(['%', '٪']) || is_percent_word(&text[after..]);
    let (mut factor, mut part) = (scaled_ahead.map_or(1.0, |scaled| scaled.factor), 0.0);
    let scaled_behind = scaled::at_start(&text[after..]).filter(|_| ahead.is_none());
    if let Some(scaled) = scaled_behind {
        factor = scaled.factor;
        end = after + scaled.length;
    } else if let Some((multiplier, length)) = multiplier(&text[after..], ahead.is_some()) {
        factor = multiplier;
        end = after + length;
        if let Some((fraction, length)) = spelled::part_behind(&text[end..]) {
            part = fraction;
            end += length;
        }
    }
    let behind_at = skip_spaces(text, skip_of(text, skip_no_cents(text, end)));
    let behind_at = own_line_behind(text, number.start, end).unwrap_or(behind_at);
    // "Four thousand (4,000) euros": the money is named behind the bracket.
    let behind_at = behind_bracket(text, number.start, end).unwrap_or(behind_at);
    let behind = currency::at_start(text.get(behind_at..).unwrap_or("")).filter(|(_, length)| {
        let (name, rest) = text[behind_at..].split_at(*length);
        !dash::is_of_next(&text[end..behind_at], name, rest) && !is_mark(text, name, number.start, number)
    });
    let mut behind_sign = None;
    let mut code = ahead.map(|(code, _)| code).or(scaled_behind.map(|scaled| scaled.code));
    // "$4.000.000 de pesos": the word behind says whose sign it is.
    if ahead.is_some_and(|(_, start)| text[start..number.start].trim_end() == "$")
        && let Some((told, length)) = currency::behind_sign(&text[behind_at..])
    {
        code = told;
        behind_sign = Some(behind_at + length);
    }
    let multiplier_word = text.get(after..end).unwrap_or("");
    let is_parted = || parts_thousands(&text[number.start..number.end], multiplier_word);
    let mut value = if factor >= 1e6 && !is_parted() { number.fine } else { number.value };
    if let Some(told) = behind_sign {
        end = told;
    } else if code.is_none()
        && let Some((found, length)) = behind
    {
        code = Some(found);
        end = behind_at + length;
        // `1250€60`: the sign stands where the point would.
        if let Some(cents) = next.filter(|next| next.start == end && next.end - next.start <= 3 && number.value.fract() == 0.0) {
            let digits = (cents.end - cents.start) as i32;
            value += cents.value / 10f64.powi(digits);
            end = cents.end;
        }
    } else if let Some((found, length)) = currency::qualified(text.get(behind_at..).unwrap_or("")) {
        code = Some(found);
        end = behind_at + length;
    }
    // "50,000 dinars" are thousands, "18.000 KD" are thousandths.
    let thousands = number.fine.fract() < f64::EPSILON && text[number.start..number.end].contains([',', '٬']);
    if code.is_some_and(currency::has_thousandths) && !thousands {
        value = number.fine;
    }
    let start = ahead.map_or(number.start, |(_, start)| start);
    Sum { value: (value + part) * factor, currency: code, percent, factor, start, end }
}

/// "NIS 15K-40K": the letter of the other end counts as its own does, since the currency before that one is for both.
fn lettered_like(text: &str, left: Option<&Sum>, right: Sum) -> Sum {
    let Some(left) = left.filter(|left| left.factor > 1.0 && left.currency.is_some()) else { return right };
    if right.currency.is_some() || right.factor > 1.0 || !text.get(left.end..right.start).is_some_and(scaled::parts) {
        return right;
    }
    let rest = &text[right.end..];
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    match scaled::by_letter(&rest[..end], "", true) {
        Some(factor) => Sum { value: right.value * factor, factor, end: right.end + end, ..right },
        None => right,
    }
}

/// "€0.5M, €1M or €1.5M": is the one after another in a list?
pub(super) fn follows_in_list(text: &str, left: &Sum, right: &Sum) -> bool {
    left.currency.is_some() && left.currency == right.currency && text.get(left.end..right.start).is_some_and(scaled::parts)
}

/// "200 euros or 500 euros": does one get the one or the other?
pub(super) fn is_either(text: &str, left: &Sum, right: &Sum) -> bool {
    let gap = || text.get(left.end..right.start).map(|gap| fold(gap.trim()));
    left.currency.is_some() && left.currency == right.currency && gap().is_some_and(|gap| GRAMMAR.money.either.contains(&gap))
}

/// "20,000-8,000 ₪": in a text that runs from the right the ends of a range may stand as the eye meets them.
fn set_in_order(text: &str, found: &mut [Sum]) {
    for index in 1..found.len() {
        let (left, right) = (&found[index - 1], &found[index]);
        let gap = text.get(left.end..right.start).unwrap_or("");
        // "בין 20,000 ל-8,000 ₪".
        let spanned = || {
            matches!(gap.trim(), "ל-" | "ל")
                && GRAMMAR.between.iter().any(|word| text[..left.start].trim_end().ends_with(word.as_str()))
        };
        let ranged = matches!(gap, "-" | "–" | "־") || spanned();
        let bare = left.currency.is_none() && right.currency.is_some() && !left.percent && left.factor <= 1.0;
        // "20-8 אלף ₪": the thousand is for both.
        let larger = left.value * right.factor;
        if ranged && bare && larger > right.value && right.value >= LEAST_OF_A_RANGE && runs_from_the_right(text, left.start) {
            let factor = right.factor;
            (found[index - 1].value, found[index].value) = (right.value, larger);
            found[index - 1].factor = factor;
        }
    }
}

/// Smaller ones behind a dash are parts of a number that is no sum.
const LEAST_OF_A_RANGE: f64 = 100.0;

fn runs_from_the_right(text: &str, at: usize) -> bool {
    let letters = |c: &char| c.is_alphabetic();
    let letter = text[..at].chars().rev().find(letters).or_else(|| text[at..].chars().find(letters));
    letter.is_some_and(|c| matches!(Script::of(c), Script::Hebrew | Script::Arabic))
}

/// In `5.000 – 20.000 €` and "$20,000 to $40,000 Canadian Dollars" the other end of the range lends its currency.
fn lend_currency(text: &str, found: &mut [Sum]) {
    for index in (0..found.len().saturating_sub(1)).rev() {
        let (left, right) = (&found[index], &found[index + 1]);
        let parted = joined(text, left, right) || listed(text, left, right);
        if !parted || left.percent || right.percent || left.currency.is_none() && !dash::is_lower_end(text, left, right) {
            continue;
        }
        let borrowed = match (left.currency, right.currency) {
            (None, Some(code)) => Some(code),
            (Some("USD"), Some(code)) if code.ends_with('D') => Some(code),
            _ => None,
        };
        if borrowed.is_some() {
            // "Between 40 and 120 thousand".
            let (factor, multiplied) = (right.factor, left.value * right.factor);
            let lends = left.currency.is_none() && left.factor < factor && multiplied <= right.value;
            if lends {
                (found[index].value, found[index].factor) = (multiplied, factor);
            }
            found[index].currency = borrowed;
        } else if right.currency.is_none() && left.currency.is_some() {
            found[index + 1].currency = found[index].currency;
        }
    }
}

/// "22 million shekels in all, and at most a million and a half for each": in the same sentence a multiplied number that ends its
/// clause is of the money named before.
fn lend_onwards(text: &str, found: &mut [Sum]) {
    for index in 1..found.len() {
        let (left, right) = (&found[index - 1], &found[index]);
        let same_sentence =
            text.get(left.end..right.start).is_some_and(|gap| !gap.contains(['\n', '!', '?', ';', '|']) && !gap.contains(". "));
        let ends = text[right.end..]
            .trim_start_matches(' ')
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '.' | ',' | ';' | ')' | '\n' | '|'));
        if right.currency.is_none() && right.factor > 1.0 && !right.percent && left.currency.is_some() && same_sentence && ends {
            found[index].currency = found[index - 1].currency;
        }
    }
}

/// What stands first between the two ends of a range.
const RANGING: [&str; 26] = [
    "-", "–", "—", "to", "and", "up", "bis", "und", "a", "et", "y", "e", "hasta", "jusqu'a", "עד", "ועד", "לבין", "ל", "ל-", "ו",
    "ו-", "إلى", "الى", "و", "وال", "والـ",
];

/// What may follow it ("up to a ceiling of", "bis maximal").
const BOUNDING: [&str; 19] = [
    "to",
    "zu",
    "a",
    "maximum",
    "ceiling",
    "of",
    "maximal",
    "hochstens",
    "un",
    "plafond",
    "de",
    "maximo",
    "max",
    "les",
    "los",
    "einem",
    "hochstbetrag",
    "von",
    "סך",
];

/// Do two sums make a range?
pub(super) fn joined(text: &str, left: &Sum, right: &Sum) -> bool {
    let Some(between) = text.get(left.end..right.start) else { return false };
    let gap = fold(between.trim());
    let mut words = gap.split(' ');
    let joins = words.next().is_some_and(|first| RANGING.contains(&first))
        && words.all(|word| BOUNDING.contains(&word) || holds(&GRAMMAR.money.roughly, word));
    // "€20,000\n- €35,000": a list, line by line.
    let in_lines =
        left.currency.is_some() && right.currency.is_some() && between.trim_start_matches([' ', '\r']).starts_with('\n');
    joins && left.value <= right.value && !in_lines
}

/// "15,000, 10,000 and 5,000 euros": round sums in a list, never a year before a sum.
fn listed(text: &str, left: &Sum, right: &Sum) -> bool {
    /// Prizes are round.
    const ROUND: f64 = 50.0;
    let Some(between) = text.get(left.end..right.start) else { return false };
    let lists = matches!(fold(between.trim()).as_str(), "," | "،" | "/" | "and" | "und" | "et" | "y" | "e" | "ו" | "ו-" | "و");
    lists && left.value > 0.0 && left.value % ROUND == 0.0 && !(1900.0..2100.0).contains(&left.value)
}

/// "First prize\n6,000\nEUR": where the currency has a line of its own, below a number that has one.
fn own_line_behind(text: &str, start: usize, end: usize) -> Option<usize> {
    let head = text[..start].trim_end_matches([' ', '\u{a0}']);
    let rest =
        text[end..].trim_start_matches([' ', '\u{a0}', '\r']).strip_prefix('\n')?.trim_start_matches(['\n', ' ', '\u{a0}']);
    let at = text.len() - rest.len();
    let (_, length) = currency::at_start(rest)?;
    // "Saudi riyals": whose it is may stand behind it.
    let behind = rest[length..].lines().next().unwrap_or("").split_whitespace().count();
    (head.ends_with('\n') && behind <= 1).then_some(at)
}

/// Where the currency may begin behind a bracket that holds a number said in words before it, and nothing else.
fn behind_bracket(text: &str, start: usize, end: usize) -> Option<usize> {
    let word = text[..start].strip_suffix('(')?.trim_end_matches([' ', '\u{a0}']);
    let rest = text[end..].strip_prefix(')')?;
    word.ends_with(char::is_alphabetic).then(|| skip_spaces(text, text.len() - rest.len()))
}

/// "190.- €", "30.000,-- Euro": a dash stands for no cents.
fn skip_no_cents(text: &str, at: usize) -> usize {
    let rest = text[at..].strip_prefix(['.', ',']).map(|rest| rest.trim_start_matches(['-', '–', '—']));
    rest.filter(|rest| text.len() - rest.len() > at + 1).map_or(at, |rest| text.len() - rest.len())
}

fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + (rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-', '־']).len())
}

/// "millions d'euros", "millones de euros", "thousand of euros".
fn skip_of(text: &str, at: usize) -> usize {
    let spaced = skip_spaces(text, at);
    for of in ["d'", "d’", "de ", "of "] {
        if text[spaced..].starts_with(of) {
            return spaced + of.len();
        }
    }
    at
}

/// Does a text begin with a word for "per cent"?
pub(super) fn is_percent_word(text: &str) -> bool {
    let word = fold(text.split(|c: char| !c.is_alphabetic()).next().unwrap_or(""));
    matches!(word.as_str(), "percent" | "prozent" | "אחוז" | "אחוזים" | "pourcent") || {
        let start: String = text.chars().take(12).collect::<String>().to_lowercase();
        ["per cent", "pour cent", "por ciento", "v. h."].iter().any(|words| start.starts_with(words))
    }
}

/// `k`, "thousand", "Mio.", `מיליון` …, and its length. One letter counts only beside a currency.
pub(super) fn multiplier(text: &str, has_currency: bool) -> Option<(f64, usize)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = &text[..end];
    let folded = fold(word);
    let factor = match spelled::without_prefixes(&folded) {
        "thousand" | "thousands" | "tausend" | "tsd" | "mille" | "mil" | "אלף" | "אלפי" | "אלפים" | "ألف" | "الف" | "آلاف"
        | "الاف" | "tys" | "duizend" => 1e3,
        "אלפיים" | "الفي" | "الفين" | "الفا" => 2e3,
        "مليونا" | "مليوني" | "مليونين" => 2e6,
        "million" | "millions" | "mio" | "mln" | "millionen" | "millon" | "millones" | "milioni" | "milione" | "milhao"
        | "milhoes" | "miljoen" | "מיליון" | "מיליוני" | "מליון" | "مليون" | "ملايين" | "mill" | "mn" => {
            1e6
        }
        "lakh" | "lakhs" => 1e5,
        "crore" | "crores" => 1e7,
        "billion" | "bn" | "milliard" | "milliards" | "milliarde" | "milliarden" | "mrd" | "מיליארד" | "مليار" => 1e9,
        _ => {
            let lettered = || scaled::by_geresh(word, &text[end..]).map(|(factor, length)| (factor, end + length));
            return scaled::by_letter(word, &text[end..], has_currency).map(|factor| (factor, end)).or_else(lettered);
        }
    };
    let point = usize::from(matches!(word, "Mio" | "Tsd" | "Mrd" | "tsd" | "mio") && text[end..].starts_with('.'));
    Some((factor, end + point))
}
