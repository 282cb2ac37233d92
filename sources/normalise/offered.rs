//! What is offered: the source's own figures where it has any, else the sums of the prose.

use super::evidence::{Found, found};
use super::money::{amount as of_prose, money};
use super::reading::Reading;
use crate::finding::{Finding, field};
use crate::opportunity::{Amount, Kind};

/// The rule of a sum that stands alone with no word beside it.
pub(super) const UNSAID: &str = "amount.only_sum";

/// The amounts, and the words for the one that matters most.
pub(super) fn amount(finding: &Finding, reading: &Reading, kind: Kind) -> (Amount, Option<Found>) {
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
    // Where one goes to a gathering, a sum of which nothing is said is what it costs to come.
    if matches!(kind, Kind::Conference | Kind::Exhibition | Kind::Exchange)
        && words.iter().any(|word| word.rule == UNSAID && word.field == "max")
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
    let amount = Amount {
        min: min.as_ref().map(|(value, ..)| *value),
        max: max.as_ref().map(|(value, ..)| *value),
        total: total.as_ref().map(|(value, ..)| *value),
        currency: currency.clone().or_else(|| hint.map(str::to_owned)),
        cofunding_rate: prose.cofunding_rate,
    };
    (amount, Some(found(written, "amount.field")))
}
