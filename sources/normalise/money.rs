//! Money: the sum that a short text speaks of, and what one applicant can get by a call.
//! Totals, minimums, fees and head counts are told apart by the words of `config/cues.toml`.

mod amount;
mod amounting;
mod beside;
mod budget;
mod by_class;
mod ceiling;
mod converted;
mod cost;
mod currency;
mod dash;
mod goes_on;
mod heading;
mod labelled;
mod least;
mod lookalike;
mod nation;
mod number;
mod part;
mod per_period;
mod pot;
mod price;
mod rate;
mod received;
mod rest;
mod scaled;
mod share;
mod spelled;
mod spent;
mod sums;
mod weekday;

#[cfg(test)]
mod tests;

pub use amount::{AmountEvidence, amount};
pub(super) use amount::{BY_CLASS, UNSAID};
pub(super) use spelled::counts_several;

use crate::lexicon::grammar::GRAMMAR;
use crate::normalise::dates::lex::fold;
use sums::{Sum, joined, sums};

/// The sum a text speaks of. One number gives both ends; "up to" leaves `min` open, "at least" leaves `max` open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MoneyFound {
    /// The least.
    pub min: Option<f64>,
    /// The most.
    pub max: Option<f64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// First byte of the quote.
    pub start: usize,
    /// The byte after the quote.
    pub end: usize,
}

/// How far before a sum "up to" and "at least" are looked for, in bytes.
const LEAD: usize = 40;

/// The sum that `text` speaks of; `currency_hint` is looked at for a currency when `text` names none.
pub fn money(text: &str, currency_hint: Option<&str>) -> MoneyFound {
    let found = sums(text);
    let chosen =
        found.iter().position(|sum| sum.currency.is_some() && !sum.percent).or_else(|| found.iter().position(|sum| !sum.percent));
    let hinted = || currency_hint.and_then(currency::anywhere);
    let Some(index) = chosen else {
        let code = currency::anywhere(text).or_else(hinted).map(str::to_owned);
        let free = fold(text)
            .split(|c: char| !c.is_alphabetic())
            .any(|word| matches!(word, "free" | "gratis" | "gratuit" | "kostenlos" | "חינם"));
        return MoneyFound { min: free.then_some(0.0), max: free.then_some(0.0), currency: code, start: 0, end: 0 };
    };
    let sum = &found[index];
    let code = sum.currency.or_else(|| currency::anywhere(text)).or_else(hinted).map(str::to_owned);
    if let Some(upper) = found.get(index + 1).filter(|upper| is_range(text, sum, upper)) {
        return MoneyFound { min: Some(sum.value), max: Some(upper.value), currency: code, start: sum.start, end: upper.end };
    }
    let bound = bound(text, sum);
    MoneyFound {
        min: (bound != Bound::Most).then_some(sum.value),
        max: (bound != Bound::Least).then_some(sum.value),
        currency: code,
        start: sum.start,
        end: sum.end,
    }
}

/// Is the first number of a text a sum of money?
pub(in crate::normalise) fn first_is_money(text: &str) -> bool {
    sums(text).first().is_some_and(|sum| sum.currency.is_some())
}

/// How many sums of money and shares of costs a text names.
pub(in crate::normalise) fn sums_told(text: &str) -> usize {
    sums(text).iter().filter(|sum| sum.currency.is_some() || sum.percent).count()
}

/// "and" joins a range only after "between".
fn is_range(text: &str, lower: &Sum, upper: &Sum) -> bool {
    let gap = fold(text.get(lower.end..upper.start).unwrap_or("").trim());
    let listed = matches!(gap.as_str(), "and" | "und" | "et" | "y" | "e" | "ו");
    let lead = fold(lead(text, lower.start));
    let between = GRAMMAR.between.iter().any(|word| lead.trim_end().ends_with(word.as_str()));
    joined(text, lower, upper) && (!listed || between)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exact,
    Most,
    Least,
}

fn bound(text: &str, sum: &Sum) -> Bound {
    let lead = fold(lead(text, sum.start));
    let lead = lead.trim_end_matches(|c: char| !c.is_alphabetic());
    let ends = |words: &[&str]| words.iter().any(|word| lead.ends_with(word));
    if ends(&[
        "up to",
        "at most",
        "maximum",
        "maximum of",
        "no more than",
        "not more than",
        "max",
        "up to a maximum of",
        "jusqu'a",
        "jusqu’a",
        "a hauteur de",
        "au maximum",
        "bis zu",
        "hochstens",
        "maximal",
        "hasta",
        "como maximo",
        "maximo de",
        "עד",
        "עד סך של",
        "עד סך",
        "fino a",
        "ate",
        "tot",
        "do",
        "حتى",
    ]) {
        return Bound::Most;
    }
    let tail: String = fold(&text[sum.end..].chars().take(24).collect::<String>());
    let tail = tail.trim_start_matches(|c: char| !c.is_alphabetic());
    let upwards = ["upwards", "or more", "and above", "and more", "oder mehr", "et plus", "o mas", "ומעלה", "minimum"]
        .iter()
        .any(|word| tail.starts_with(word));
    if upwards
        || ends(&[
            "at least",
            "minimum",
            "minimum of",
            "not less than",
            "no less than",
            "from",
            "starting at",
            "au moins",
            "a partir de",
            "des",
            "mindestens",
            "ab",
            "al menos",
            "desde",
            "como minimo",
            "לפחות",
            "החל מ",
            "almeno",
            "a partire da",
            "vanaf",
            "od",
            "fran",
        ])
    {
        return Bound::Least;
    }
    Bound::Exact
}

fn lead(text: &str, at: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(LEAD))..at]
}
