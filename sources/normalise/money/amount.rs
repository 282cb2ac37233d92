//! What one applicant can get by a call, and what there is in all, with the words that say so.
//! Judges each sum by the cues of its clause; the largest that one applicant can get is the amount.

use super::by_class::is_list;
use super::ceiling::with_ceilings;
use super::converted::without_converted;
use super::dash::may_be_year;
use super::goes_on::{goes_on, is_of_a_size};
use super::heading::{is_below_most, is_beside_most};
use super::labelled::lend_from_field;
use super::nation::of_nation_named;
use super::part::{Part, behind_of, part};
use super::per_period::sums_of_periods;
use super::pot::{self, Binding, binding, pots_are_totals};
use super::price;
use super::rate::is_rate;
use super::received::{is_others, is_received};
use super::share::{Share, funding_share};
use super::spent::is_spent_on_one_thing;
use super::sums::{Sum, follows_in_list, is_either, joined, sums};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::deadline::clauses::clauses;
use crate::opportunity::Amount;

/// Why a field of the amount is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountEvidence {
    /// `min`, `max`, `total` or `cofunding_rate`.
    pub field: &'static str,
    /// The words, a part of the text.
    pub quote: String,
    /// Dotted name of the rule.
    pub rule: &'static str,
}

/// The rule of a sum that stands alone with no word beside it.
pub(in crate::normalise) const UNSAID: &str = "amount.only_sum";

/// The rule of the largest of several that stand so, each under the name of those whom it is for.
pub(in crate::normalise) const BY_CLASS: &str = "amount.by_class";

/// A quote longer than this before the sum is cut at the cue.
const LONGEST_LEAD: usize = 80;

/// What a call offers, by the words beside its sums. The evidence names a quote for each field that was found.
pub fn amount(text: &str, cues: &[CueFound]) -> (Amount, Vec<AmountEvidence>) {
    let cues = &*with_ceilings(text, cues);
    let mut found = sums(text);
    let spans: Vec<(usize, usize)> = found.iter().map(|sum| (sum.start, sum.end + ordinal_point(text, sum))).collect();
    let clauses = clauses(text, &spans);
    lend_from_field(text, &mut found, cues);
    of_nation_named(text, &mut found);
    let found = without_converted(text, found);
    let mut judged: Vec<(usize, Part, String)> = Vec::new();
    let mut bindings: Vec<Binding> = Vec::new();
    let mut splits: Vec<bool> = Vec::new();
    let mut share: Option<Share> = None;
    for (index, sum) in found.iter().enumerate() {
        let place = clauses.partition_point(|clause| clause.end <= sum.start);
        let Some(clause) = clauses.get(place) else { continue };
        if sum.percent {
            let beside =
                [index.checked_sub(1), Some(index + 1)].map(|at| at.and_then(|at| found.get(at)).filter(|sum| sum.percent));
            share = [share, funding_share(text, clause, cues, sum, beside)]
                .into_iter()
                .flatten()
                .max_by(|a, b| a.is_said.cmp(&b.is_said).then(a.rate.total_cmp(&b.rate)));
            continue;
        }
        if sum.currency.is_none() || sum.value <= 0.0 {
            continue;
        }
        let previous = index.checked_sub(1).map(|before| &found[before]);
        // "Distributes in 2027 a total of": a year is no sum that parts the words from ours.
        let alone = || index.checked_sub(2).is_none_or(|before| found[before].end <= clause.start);
        let is_year = |before: &Sum| before.currency.is_none() && !before.percent && may_be_year(text, before) && alone();
        let parting = previous.filter(|before| !is_year(before));
        let floor = parting.map_or(clause.start, |before| before.end).max(clause.start);
        let upper = previous.is_some_and(|before| before.currency.is_some() && joined(text, before, sum));
        let before = judged.last().map(|before| (&found[before.0], before.1)).filter(|(sum, _)| sum.start >= clause.start);
        let last = judged.last().map(|before| (&found[before.0], before.1));
        let priced = before.filter(|(_, part)| *part == Part::Other).map(|(sum, _)| sum);
        let counts_between = previous.is_some_and(|before| before.currency.is_none() && before.start >= clause.start);
        let told_until = before.map_or(clause.start, |(sum, _)| sum.end);
        let label = place
            .checked_sub(1)
            .map(|before| clauses[before])
            .filter(|before| clause.parted_by == '|' || before.end - before.start < 30);
        let part = part(text, cues, clause, label, floor, found.get(index + 1).map(|next| next.start), sum);
        // The upper end of a range is the most; its lower end was judged before.
        let part = match part {
            // "€10 to €15 a day": both ends are.
            _ if is_rate(&text[clause.start.min(sum.start)..sum.start], behind_of(text, clause, sum)) => {
                if let Some(lower) = judged.last_mut().filter(|lower| upper && lower.0 + 1 == index) {
                    lower.1 = Part::Other;
                }
                Part::Other
            }
            // "Project budget | Maximum grant".
            Part::Bare | Part::Award | Part::Max if is_beside_most(text, cues, sum) => Part::Other,
            Part::Bare | Part::Max | Part::Award | Part::Total if upper => inherited(&mut judged, index),
            // "Between €10,000 and €20,000 incl. VAT": what the lower end is, the tax takes from neither.
            Part::Other if upper && is_taxed(text, cues, sum) && judged.last().is_some_and(|(_, part, _)| is_ones(*part)) => {
                inherited(&mut judged, index)
            }
            // "200 euros or 500 euros": one gets the one or the other, the larger is the most.
            Part::Bare if previous.is_some_and(|before| is_either(text, before, sum)) && ends_bare(&judged, index) => {
                judged.last_mut().map_or(Part::Bare, |lower| std::mem::replace(&mut lower.1, Part::Other))
            }
            // "Grants of €0.5M, €1M or €1.5M": the words before the first speak of all.
            Part::Bare if previous.is_some_and(|before| follows_in_list(text, before, sum) && is_of_a_size(before, sum)) => {
                judged.last().filter(|before| before.0 + 1 == index).map_or(Part::Bare, |before| before.1)
            }
            // "Up to €10,000 for small and €50,000 for large projects".
            Part::Bare | Part::Award if last.is_some_and(|(before, part)| is_ones(part) && goes_on(text, cues, before, sum)) => {
                last.map_or(part, |(_, part)| part)
            }
            // "Price: £450, members £380": behind a price the other sums of its sentence are prices too.
            Part::Bare if priced.is_some() => Part::Other,
            Part::Award if priced.is_some_and(|price| price::goes_on(text, price, sum)) => Part::Other,
            Part::Bare | Part::Award | Part::Max if price::is_below_heading(text, cues, sum) => Part::Other,
            Part::Bare | Part::Award if counts_between && price::is_price_over_number(cues, told_until, floor, sum) => {
                Part::Other
            }
            // "This project has received £8,000 from the State".
            Part::Bare | Part::Award | Part::Max if is_received(&text[told_until..sum.start], behind_of(text, clause, sum)) => {
                Part::Other
            }
            Part::Total if is_others(&text[told_until..sum.start], behind_of(text, clause, sum)) => Part::Other,
            Part::Bare if is_below_most(text, cues, sum) => Part::Max,
            // "Less than 10 % of the grant, or up to €3,000, may be spent on": the grant is what the percentage is of.
            Part::Bare | Part::Award | Part::Max
                if is_spent_on_one_thing(
                    if previous.is_some_and(|before| before.percent) { "" } else { &text[told_until..sum.start] },
                    behind_of(text, clause, sum),
                ) =>
            {
                Part::Other
            }
            other => other,
        };
        let ours = floor..found.get(index + 1).map_or(clause.end, |next| next.start.min(clause.end));
        splits.push(before.is_none() && pot::is_split(&text[clause.start..clause.end]));
        bindings.push(binding(text, cues, ours, sum));
        judged.push((index, part, quote(text, clause.start, floor.min(sum.start), sum)));
    }
    pots_are_totals(&found, &mut judged, &bindings, &splits);
    pot::shares_of_budget(text, &found, &mut judged, &bindings);
    sums_of_periods(text, &found, &mut judged);
    compose(text, cues, &found, &judged, share)
}

/// Does a word of tax stand right behind a sum?
fn is_taxed(text: &str, cues: &[CueFound], sum: &Sum) -> bool {
    let behind = cues[cues.partition_point(|cue| cue.start < sum.end)..].iter().next();
    behind.is_some_and(|cue| cue.cue == Cue::SumTaxed && text[sum.end..cue.start].trim().is_empty())
}

/// Is it what one applicant gets?
fn is_ones(part: Part) -> bool {
    matches!(part, Part::Max | Part::Award)
}

/// "Bis 30. Juni": the point behind a day ends no clause. Its length.
fn ordinal_point(text: &str, sum: &Sum) -> usize {
    const LAST_DAY: f64 = 31.0;
    let word = text[sum.end..].strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    usize::from(word && sum.currency.is_none() && !sum.percent && (1.0..=LAST_DAY).contains(&sum.value))
}

/// Does no sentence end in a stretch between two sums?
pub(super) fn joins_one_sentence(gap: &str) -> bool {
    !gap.contains(['\n', '!', '?', ';', '|']) && !gap.contains(". ")
}

/// A range speaks with the words before its lower end: that becomes the minimum, unless the words say "other". Even "a volume of
/// 10,000 to 75,000" is what one applicant asks for: what there is in all is one sum.
fn inherited(judged: &mut [(usize, Part, String)], index: usize) -> Part {
    let Some(lower) = judged.last_mut().filter(|lower| lower.0 + 1 == index) else { return Part::Bare };
    if lower.1 == Part::Other {
        return Part::Other;
    }
    lower.1 = Part::Min;
    Part::Max
}

/// Was the sum right before one of which nothing is said?
fn ends_bare(judged: &[(usize, Part, String)], index: usize) -> bool {
    judged.last().is_some_and(|before| before.0 + 1 == index && before.1 == Part::Bare)
}

fn quote(text: &str, clause: usize, floor: usize, sum: &Sum) -> String {
    let lead = if sum.start - clause <= LONGEST_LEAD { clause } else { floor.max(sum.start.saturating_sub(LONGEST_LEAD)) };
    let mut from = text.ceil_char_boundary(lead);
    // A cut in the middle of a word is moved to the next one.
    if from > clause && from > floor {
        from += text[from..sum.start].find(' ').map_or(0, |at| at + 1);
    }
    text[from..sum.end].trim().to_owned()
}

fn compose(
    text: &str,
    cues: &[CueFound],
    found: &[Sum],
    judged: &[(usize, Part, String)],
    share: Option<Share>,
) -> (Amount, Vec<AmountEvidence>) {
    let mut evidence = Vec::new();
    let largest = |wanted: &[Part]| {
        judged.iter().filter(|(_, part, _)| wanted.contains(part)).max_by(|a, b| found[a.0].value.total_cmp(&found[b.0].value))
    };
    let mut best = largest(&[Part::Max, Part::Award]);
    let offers = judged.iter().filter(|(_, part, _)| !matches!(part, Part::Other)).count();
    if best.is_none() && offers == 1 {
        best = largest(&[Part::Bare]);
    }
    let (mut by_class, bare) = (false, judged.iter().filter(|(_, part, _)| *part == Part::Bare));
    let bare: Vec<&Sum> = bare.map(|(index, _, _)| &found[*index]).collect();
    if best.is_none() && bare.len() == offers && is_list(text, cues, &bare) {
        (best, by_class) = (largest(&[Part::Bare]), true);
    }
    let total = largest(&[Part::Total]);
    let currency = best.or(total).and_then(|(index, _, _)| found[*index].currency);
    let least = judged
        .iter()
        .filter(|(index, part, _)| {
            *part == Part::Min
                && (currency.is_none() || found[*index].currency == currency)
                && best.is_none_or(|top| found[*index].value < found[top.0].value)
        })
        .max_by(|a, b| found[a.0].value.total_cmp(&found[b.0].value));
    let mut note = |field, quote: &str, rule| evidence.push(AmountEvidence { field, quote: quote.to_owned(), rule });
    if let Some((_, part, quote)) = best {
        note(
            "max",
            quote,
            match part {
                Part::Max => "amount.at_most",
                Part::Award => "amount.award",
                _ if by_class => BY_CLASS,
                _ => UNSAID,
            },
        );
    }
    if let Some((_, _, quote)) = least {
        note("min", quote, "amount.at_least");
    }
    if let Some((_, _, quote)) = total {
        note("total", quote, "amount.total");
    }
    if let Some(share) = &share {
        note("cofunding_rate", &share.quote, if share.is_said { "amount.share" } else { "amount.own_share" });
    }
    let value = |one: Option<&(usize, Part, String)>| one.map(|(index, _, _)| found[*index].value);
    let currency = currency.or_else(|| least.and_then(|(index, _, _)| found[*index].currency));
    let amount = Amount {
        min: value(least),
        max: value(best),
        total: value(total),
        currency: currency.map(str::to_owned),
        cofunding_rate: share.map(|share| share.rate),
    };
    (amount, evidence)
}
