//! What is offered: the source's own figures where it has any, else the sums of the prose.

use super::dates::lex::fold;
use super::evidence::{Found, found};
use super::money::{AmountEvidence, BY_CLASS, UNSAID, amount as of_prose, money};
use super::reading::Reading;
use crate::finding::{Finding, field};
use crate::lexicon::grammar::{GRAMMAR, WordList};
use crate::opportunity::{Amount, Kind};

/// The amounts, and the words for the one that matters most.
///
/// Whoever `seeks_partners` tells what the project gets, which is no one's.
pub(super) fn amount(finding: &Finding, reading: &Reading, kind: Kind, seeks_partners: bool) -> (Amount, Option<Found>) {
    let hint = finding.field(field::CURRENCY);
    let figure = |name: &str| {
        let written = finding.field(name)?;
        let read = money(written, hint);
        // A figure that is nothing ("0", "-1") is how a form says that it does not know.
        let value = read.max.or(read.min).filter(|value| *value > 0.0)?;
        Some((value, read.currency, written))
    };
    let (max, min, total) = (figure(field::AMOUNT_MAX), figure(field::AMOUNT_MIN), figure(field::AMOUNT_TOTAL));
    let (mut prose, mut words) = of_prose(&reading.text, &reading.cues);
    if seeks_partners {
        leave_out_the_projects(reading, &mut prose, &mut words);
    }
    // Where one goes to a gathering, a sum of which nothing is said is what it costs to come.
    if matches!(kind, Kind::Conference | Kind::Exhibition | Kind::Exchange)
        && words.iter().any(|word| [UNSAID, BY_CLASS].contains(&word.rule) && word.field == "max")
    {
        prose.max = None;
        words.retain(|word| word.field != "max");
        prose.currency = prose.currency.filter(|_| prose.min.is_some() || prose.total.is_some());
    }
    let Some((_, currency, written)) = max.as_ref().or(min.as_ref()).or(total.as_ref()) else {
        // Most telling first: what one applicant can get.
        let words = ["max", "min", "total", "cofunding_rate"]
            .iter()
            .find_map(|name| words.iter().find(|word| word.field == *name))
            .map(|word| found(&word.quote, word.rule));
        return (prose, words);
    };
    let currency = currency.clone().or_else(|| hint.map(str::to_owned));
    let value = |figure: &Option<(f64, Option<String>, &str)>| figure.as_ref().map(|(value, ..)| *value);
    let of_fields =
        Amount { min: value(&min), max: value(&max), total: value(&total), currency, cofunding_rate: prose.cofunding_rate };
    match words.iter().find(|word| word.field == "max" && ![UNSAID, BY_CLASS].contains(&word.rule)) {
        Some(word) if fits_beside(&of_fields, &prose) => {
            let currency = of_fields.currency.or(prose.currency);
            (Amount { max: prose.max, currency, ..of_fields }, Some(found(&word.quote, word.rule)))
        }
        _ => (of_fields, Some(found(written, "amount.field"))),
    }
}

/// Has the source no field for what one applicant gets, while its text says it of the same money?
fn fits_beside(of_fields: &Amount, prose: &Amount) -> bool {
    let is_same_money = of_fields.currency.is_none() || of_fields.currency == prose.currency;
    let is_within = |max: f64| of_fields.total.is_none_or(|total| max <= total) && of_fields.min.is_none_or(|min| min <= max);
    of_fields.max.is_none() && is_same_money && prose.max.is_some_and(is_within)
}

/// Keeps of the sums for one applicant those that are no project's, and those of which the sentence says that each partner gets them.
fn leave_out_the_projects(reading: &Reading, prose: &mut Amount, words: &mut Vec<AmountEvidence>) {
    let is_ones_own = |quote: &str| {
        let sentence = reading.text.find(quote).map(|at| reading.sentences[reading.sentence_at(at)].clone());
        let sentence = sentence.and_then(|range| reading.text.get(range)).map(fold).unwrap_or_default();
        let says = |list: &WordList| list.iter().any(|word| sentence.contains(word.as_str()));
        says(&GRAMMAR.money.per_partner) || !says(&GRAMMAR.money.projects)
    };
    words.retain(|word| !matches!(word.field, "max" | "min") || is_ones_own(&word.quote));
    let has = |field: &str| words.iter().any(|word| word.field == field);
    prose.max = prose.max.filter(|_| has("max"));
    prose.min = prose.min.filter(|_| has("min"));
    let has_sum = prose.max.or(prose.min).or(prose.total).is_some();
    prose.currency = prose.currency.take().filter(|_| has_sum);
}
