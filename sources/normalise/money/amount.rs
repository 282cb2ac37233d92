//! What one applicant can get by a call, and what there is in all, with the words that say so.
//! Judges each sum by the cues of its clause; the largest that one applicant can get is the amount.

use super::beside::{holds_only, words_of};
use super::by_class::is_list;
use super::converted::without_converted;
use super::goes_on::{goes_on, is_of_a_size};
use super::labelled::lend_from_field;
use super::nation::of_nation_named;
use super::pot::{self, Binding, binding, pots_are_totals};
use super::price;
use super::received::is_received;
use super::rest;
use super::scaled::parts;
use super::share::{Share, funding_share};
use super::sums::{Sum, follows_in_list, is_either, joined, sums};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;
use crate::normalise::deadline::clauses::{Clause, clauses};
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

/// What a sum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// At most this, for one.
    Max,
    /// This, for one.
    Award,
    /// At least this.
    Min,
    /// For all together.
    Total,
    /// Said of nothing that we know.
    Bare,
    /// A fee, a price, another story.
    Other,
}

/// A word this many words before a sum still speaks of it.
const FAR_WORDS: usize = 14;

/// After it, only this near ("40.000 Euro je Preisträger").
const AFTER_WORDS: usize = 4;

/// "The maximum per applicant is EUR 5,000": a bound may stand this many words before its sum.
const BOUND_WORDS: usize = 5;

/// "80 % of the eligible costs": so many bytes lead from the percentage to what it is of.
const SHARE_OF: usize = 24;

/// "1,000 dollars each pays": so near stands what a grant does behind its sum.
const PAYS_WORDS: usize = 1;

/// A label leaves at most this much between the cell wall and the sum, in bytes.
const LABEL_GAP: usize = 40;

/// A quote longer than this before the sum is cut at the cue.
const LONGEST_LEAD: usize = 80;

/// What a call offers, by the words beside its sums. The evidence names a quote for each field that was found.
pub fn amount(text: &str, cues: &[CueFound]) -> (Amount, Vec<AmountEvidence>) {
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
        let floor = previous.map_or(clause.start, |before| before.end).max(clause.start);
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
            Part::Bare | Part::Max | Part::Award | Part::Total if upper => inherited(&mut judged, index),
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
            other => other,
        };
        let ours = floor..found.get(index + 1).map_or(clause.end, |next| next.start.min(clause.end));
        splits.push(before.is_none() && pot::is_split(&text[clause.start..clause.end]));
        bindings.push(binding(text, cues, ours, sum));
        judged.push((index, part, quote(text, clause.start, floor.min(sum.start), sum)));
    }
    pots_are_totals(&found, &mut judged, &bindings, &splits);
    pot::shares_of_budget(text, &found, &mut judged, &bindings);
    compose(text, cues, &found, &judged, share)
}

/// What stands behind a sum in its clause.
fn behind_of<'t>(text: &'t str, clause: &Clause, sum: &Sum) -> &'t str {
    &text[sum.end..clause.end.max(sum.end)]
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

fn part(
    text: &str,
    cues: &[CueFound],
    clause: &Clause,
    label: Option<Clause>,
    floor: usize,
    next: Option<usize>,
    sum: &Sum,
) -> Part {
    let words = |from: usize, to: usize| crate::normalise::deadline::words_in(text.get(from..to).unwrap_or(""));
    let within = |from: usize, to: usize| {
        cues.iter().skip(cues.partition_point(|cue| cue.start < from)).take_while(move |cue| cue.end <= to)
    };
    // "22 million in all, and for each …": right behind the sum before, the word is that one's.
    let theirs = |cue: &CueFound| {
        let parted = || text.get(cue.end..sum.start).is_some_and(|gap| gap.contains([',', ';', '،']));
        cue.cue == Cue::SumTotal && floor > clause.start && words(floor, cue.start) == 0 && parted()
    };
    let before: Vec<&CueFound> =
        within(floor, sum.start).filter(|cue| words(cue.end, sum.start) <= FAR_WORDS && !theirs(cue)).collect();
    let until = next.unwrap_or(clause.end).min(clause.end);
    // Between two sums a word belongs to the nearer one, or to the one that no comma parts from it.
    let ours = |cue: &CueFound| {
        let comma = |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.contains([',', ';', '،']));
        next.is_none_or(|next| {
            let (before, behind) = (comma(sum.end, cue.start), comma(cue.end, next));
            next > clause.end || !before && behind || before == behind && words(sum.end, cue.start) < words(cue.end, next)
        })
    };
    let after: Vec<&CueFound> = within(sum.end, until.max(sum.end))
        .take_while(|cue| words(sum.end, cue.start) <= AFTER_WORDS)
        .filter(|cue| ours(cue))
        .collect();
    let has = |list: &[&CueFound], wanted: Cue| list.iter().any(|cue| cue.cue == wanted);
    let adjacent = |wanted: Cue| before.iter().any(|cue| cue.cue == wanted && words(cue.end, sum.start) <= 2);
    let right_behind = |wanted: Cue| after.iter().any(|cue| cue.cue == wanted && words(sum.end, cue.start) == 0);
    if adjacent(Cue::SumMin) || right_behind(Cue::SumUpwards) {
        return Part::Min;
    }
    // "The scholarship (value $1,000) pays for registration": with the grant as its subject the sum is none to pay.
    let paid_from = |cue: &&&CueFound| cue.cue == Cue::SumPays && words(sum.end, cue.start) <= PAYS_WORDS;
    let is_given = has(&before, Cue::SumAward) && !has(&before, Cue::SumOther) && after.iter().any(|cue| paid_from(&cue));
    if is_given {
        return if has(&before, Cue::SumMax) { Part::Max } else { Part::Award };
    }
    // "412 € HT", "90 Euro inklusive Verpflegung": right behind the sum stands what makes it a price.
    if right_behind(Cue::SumOther) || right_behind(Cue::SumTaxed) && !has(&before, Cue::SumAward) {
        return Part::Other;
    }
    // "80 % of the costs, from 10,000 to 40,000": what a share is taken of is no price.
    let of_share = |cue: &CueFound| {
        let from = text.floor_char_boundary(cue.start.saturating_sub(SHARE_OF));
        text[from..cue.start].contains(['%', '٪'])
    };
    let is_price = |cue: &CueFound| matches!(cue.cue, Cue::SumOther | Cue::Fee) && !of_share(cue);
    // "75 % of the costs, with a ceiling of €2,500": a bound after a comma begins anew.
    let bounded_anew = |price: &CueFound| {
        before.iter().any(|cue| {
            cue.cue == Cue::SumMax
                && cue.start >= price.end
                && text.get(price.end..cue.start).is_some_and(|gap| gap.contains(','))
        })
    };
    let nearest =
        before.iter().rev().find(|cue| matches!(cue.cue, Cue::SumTotal | Cue::SumAward) || is_price(cue) && !bounded_anew(cue));
    if nearest.is_some_and(|cue| is_price(cue))
        || after.iter().any(|cue| cue.cue == Cue::SumOther && !of_share(cue)) && !has(&before, Cue::SumAward)
    {
        return Part::Other;
    }
    if is_counted(text, sum.start) {
        return Part::Award;
    }
    // "Je Vorhaben stehen bis zu 18.000 Euro bereit": one for each, whatever stands ready.
    // "€9,000 is available to the winner", but not "each year".
    let for_each = before.iter().chain(&after).any(|cue| {
        let gap = if cue.end <= sum.start { cue.end..sum.start } else { sum.end..cue.start };
        let parted = text.get(gap).is_none_or(|gap| gap.contains([',', ';', '،', '(']));
        let next = words_of(text.get(cue.end..clause.end).unwrap_or("")).next();
        let is_period = next.is_some_and(|(_, word)| holds(&GRAMMAR.money.periods, &word));
        // "Each town may apply to a programme with a total budget of": the total is told since.
        let totalled = before.iter().any(|total| {
            let available = || holds(&GRAMMAR.money.available, &fold(&text[total.start..total.end]));
            total.cue == Cue::SumTotal && total.start >= cue.end && !available()
        });
        cue.cue == Cue::SumEach && !parted && !is_period && !totalled
    });
    let total_before = nearest.is_some_and(|cue| cue.cue == Cue::SumTotal && !for_each) || adjacent(Cue::SumTotal) && !for_each;
    // "53 million that will be shared out by the grant rules": the nearer word says more.
    let first_after = after.iter().find(|cue| matches!(cue.cue, Cue::SumTotal | Cue::SumAward));
    // "Grants of £500 are available": so large is each of them.
    let sized = before.last().is_some_and(|cue| {
        let noun = holds(&GRAMMAR.money.grants, &fold(&text[cue.start..cue.end]));
        let of = words_of(&text[cue.end..sum.start]).map(|(_, word)| word).collect::<Vec<_>>();
        noun && of.len() == 1 && holds(&GRAMMAR.money.of, &of[0])
    });
    let total_after = first_after.is_some_and(|cue| {
        let available = || holds(&GRAMMAR.money.available, &fold(&text[cue.start..cue.end]));
        cue.cue == Cue::SumTotal && !(sized && available())
    }) && !for_each;
    // "20 million in all, the grant per town being …": the award after a comma is the next sum's.
    let award_after = after
        .iter()
        .any(|cue| cue.cue == Cue::SumAward && !(next.is_some() && text.get(sum.end..cue.start).is_some_and(begins_anew)));
    // "Mit insgesamt 100.000 Euro dotiert": right before the sum stands what it is.
    let right_before = before.iter().any(|cue| cue.cue == Cue::SumTotal && words(cue.end, sum.start) == 0) && !for_each;
    // "La dotation globale du prix": the whole of it.
    let whole = nearest.filter(|cue| cue.cue == Cue::SumAward).is_some_and(|award| {
        before.iter().any(|cue| cue.cue == Cue::SumTotal && cue.end <= award.start && words(cue.end, award.start) == 1)
    });
    let whole = whole && !for_each && !has(&before, Cue::SumMax);
    // "In total, up to €60,000 will be awarded": the bound is that of the total, whatever is done with it.
    let bounds_total = !for_each
        && before.iter().rev().find(|cue| cue.cue == Cue::SumMax).is_some_and(|bound| {
            let told = before.iter().rev().find(|cue| cue.end <= bound.start && matches!(cue.cue, Cue::SumTotal | Cue::SumAward));
            let near = |total: &CueFound| words(total.end, bound.start) <= BOUND_WORDS && words(bound.end, sum.start) == 0;
            told.is_some_and(|total| total.cue == Cue::SumTotal && near(total))
        });
    let behind = behind_of(text, clause, sum);
    let shared = !has(&before, Cue::SumMax)
        && (!has(&before, Cue::SumAward) && pot::is_for_several(behind) || pot::is_of_several(&text[clause.start..sum.start]));
    let head = &text[clause.start..sum.start];
    let of_all =
        shared || !sized && rest::is_left(head, &text[sum.end..until.max(sum.end)]) || rest::is_of_purse(head, sum.value);
    let is_pot = !for_each && (of_all || pot::is_endowment(&text[..sum.start], &text[sum.end..until.max(sum.end)]));
    if right_before || whole || bounds_total || is_pot || total_after || total_before && !award_after {
        return Part::Total;
    }
    // "EUR 50,000 at most", "€50,000 is the maximum", but not "€80 up to 1 September".
    let being = [&GRAMMAR.money.being[..], &GRAMMAR.fee.small[..]];
    let bound_after = after.iter().any(|cue| {
        let counts = text[cue.end..clause.end.max(cue.end)].trim_start().starts_with(|c: char| c.is_ascii_digit());
        cue.cue == Cue::SumMax && !counts && text.get(sum.end..cue.start).is_some_and(|gap| holds_only(gap, being))
    });
    if bound_after
        || before.iter().any(|cue| cue.cue == Cue::SumMax && words(cue.end, sum.start) <= BOUND_WORDS)
        || has(&before, Cue::SumMax) && has(&before, Cue::SumAward)
    {
        return Part::Max;
    }
    if for_each || has(&before, Cue::SumAward) || has(&after, Cue::SumAward) {
        return Part::Award;
    }
    // "Prize\n€5,000", "Premio | 4.500 €"
    let label_cues = label.map(|label| within(label.start, label.end).map(|cue| cue.cue).collect::<Vec<_>>()).unwrap_or_default();
    if sum.start - clause.start.min(sum.start) <= LABEL_GAP && words(clause.start, sum.start) == 0 && !label_cues.is_empty() {
        for (cue, part) in
            [(Cue::SumOther, Part::Other), (Cue::SumTotal, Part::Total), (Cue::SumMax, Part::Max), (Cue::SumAward, Part::Award)]
        {
            if label_cues.contains(&cue) {
                return part;
            }
        }
    }
    Part::Bare
}

/// "3 x 8.000 Euro": does a number of prizes stand right before the sum?
pub(super) fn is_counted(text: &str, sum: usize) -> bool {
    let times = text[..sum].trim_end().strip_suffix(['x', 'X', '×']).map(str::trim_end);
    times.is_some_and(|count| count.ends_with(|c: char| c.is_ascii_digit()))
}

/// Does another statement begin behind a sum, by a comma or a bare "and"?
fn begins_anew(gap: &str) -> bool {
    gap.contains([',', ';', '،', '؛']) || !gap.trim().is_empty() && parts(gap)
}

fn quote(text: &str, clause: usize, floor: usize, sum: &Sum) -> String {
    let lead = if sum.start - clause <= LONGEST_LEAD { clause } else { floor.max(sum.start.saturating_sub(LONGEST_LEAD)) };
    let mut from = lead;
    while !text.is_char_boundary(from) {
        from += 1;
    }
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
