//! What one sum is, by the words around it in its clause: the most for one applicant, an award, a least, what there is in all, or none.

use super::amounting::{amounts_to_total, says_only};
use super::beside::{holds_only, is_one_of, words_of};
use super::budget::part_of_budget;
use super::cost;
use super::least::is_least;
use super::pot;
use super::rest;
use super::scaled::parts;
use super::sums::{Sum, is_percent_word};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::dates::lex::fold;
use crate::normalise::deadline::clauses::Clause;

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

/// "The total that the foundation gives under its call for the towns of the region is": a total may be told farther from its sum.
const FAR_WORDS_OF_TOTAL: usize = 18;

/// After it, only this near ("40.000 Euro je Preisträger").
const AFTER_WORDS: usize = 4;

/// "The maximum per applicant is EUR 5,000": a bound may stand this many words before its sum.
const BOUND_WORDS: usize = 5;

/// "Will not exceed the sum of": so many words stand between the bound of a total and its sum.
const WORDS_BEHIND_BOUND: usize = 1;

/// "Each for a total of", "cada uno por un monto total": so many words lead from the "each" to its own total.
const WORDS_TO_OWN_TOTAL: usize = 2;

/// "80 % of the eligible costs": so many bytes lead from the percentage to what it is of.
const SHARE_OF: usize = 24;

/// "1,000 dollars each pays": so near stands what a grant does behind its sum.
const PAYS_WORDS: usize = 1;

/// A label leaves at most this much between the cell wall and the sum, in bytes.
const LABEL_GAP: usize = 40;

/// What stands behind a sum in its clause.
pub(super) fn behind_of<'t>(text: &'t str, clause: &Clause, sum: &Sum) -> &'t str {
    &text[sum.end..clause.end.max(sum.end)]
}

/// Judges one sum by the words of its clause, `label` being the clause before where that may be its label; `floor` is where the number
/// before ends and `next` where the one behind begins.
pub(super) fn part(
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
        // "€500,000 in grants of up to €20,000": so is what the larger sum is shared out in.
        let shares = || {
            let bounds = |bound: &CueFound| bound.cue == Cue::SumMax && words(cue.end, bound.start) == 0;
            within(cue.end, sum.start).any(|bound| bounds(bound) && words(bound.end, sum.start) == 0)
        };
        cue.cue == Cue::SumTotal && floor > clause.start && (words(floor, cue.start) == 0 && parted() || shares())
    };
    // "80 % of the costs, from 10,000 to 40,000": what a share is taken of is no price, and not the sum either.
    let of_share = |cue: &CueFound| {
        let near = &text[text.floor_char_boundary(cue.start.saturating_sub(SHARE_OF))..cue.start];
        let worded = || words_of(near).map(|(at, _)| &near[at..]).rfind(|rest| is_percent_word(rest));
        // "80 %; the total budget": what is parted from it is said anew.
        let gap = near.rsplit_once(['%', '٪']).map(|(_, gap)| gap).or_else(worded);
        gap.is_some_and(|gap| !gap.contains([';', ',', '.', ':', '،', '\n']))
    };
    let shared_of = |cue: &CueFound| cue.cue == Cue::SumTotal && of_share(cue);
    let far = |cue: &CueFound| if cue.cue == Cue::SumTotal { FAR_WORDS_OF_TOTAL } else { FAR_WORDS };
    let mut before: Vec<&CueFound> =
        within(floor, sum.start).filter(|cue| words(cue.end, sum.start) <= far(cue) && !theirs(cue) && !shared_of(cue)).collect();
    // "Funding available: up to": so much may each ask for.
    if before.iter().any(|cue| cue.cue == Cue::SumMax) {
        before.retain(|cue| !holds(&GRAMMAR.money.funding_labels, &fold(&text[cue.start..cue.end])));
    }
    let until = next.unwrap_or(clause.end).min(clause.end);
    // Between two sums a word belongs to the nearer one, or to the one that no comma parts from it.
    let ours = |cue: &CueFound| {
        // "290 € HT. 32 trophies": so does the end of a sentence.
        let comma =
            |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.contains([',', ';', '،']) || gap.contains(". "));
        next.is_none_or(|next| {
            // "€6,001 and more (€2,200,000 a year)": and so does a bracket that opens.
            let opens = text.get(cue.end..next).is_some_and(|gap| gap.contains('('));
            let (before, behind) = (comma(sum.end, cue.start), comma(cue.end, next) || opens);
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
    let head = text.get(clause.start..sum.start).unwrap_or("");
    // "Der Aufruf über 2 Mio. Euro": so much it has.
    let is_calls = pot::is_of_call(head);
    if (adjacent(Cue::SumMin) && !is_calls) || is_least(text, &before, sum) || right_behind(Cue::SumUpwards) {
        return Part::Min;
    }
    // "The scholarship (value $1,000) pays for registration": with the grant as its subject the sum is none to pay.
    let paid_from = |cue: &&&CueFound| cue.cue == Cue::SumPays && words(sum.end, cue.start) <= PAYS_WORDS;
    let is_given = has(&before, Cue::SumAward) && !has(&before, Cue::SumOther) && after.iter().any(|cue| paid_from(&cue));
    if is_given {
        return if has(&before, Cue::SumMax) { Part::Max } else { Part::Award };
    }
    // "412 € HT", "90 Euro inklusive Verpflegung": right behind the sum stands what makes it a price.
    // "Match funding of £3,000 goes to the winner": whatever it is called, the winner gets it.
    let goes_to_one = || {
        let gap = |cue: &CueFound| text.get(sum.end..cue.start).and_then(|gap| words_of(gap).next());
        let goes = |cue: &&&CueFound| gap(cue).is_some_and(|(_, verb)| GRAMMAR.money.goes_to.contains(&verb));
        has(&before, Cue::SumOwn) && after.iter().filter(goes).any(|cue| cue.cue == Cue::SumAward)
    };
    if goes_to_one() {
        return Part::Award;
    }
    // "A $25 registration fee": what the fee is for stands between.
    let is_fee = || {
        let entry = |fee: &CueFound| {
            let leads = |cue: &&&CueFound| cue.cue == Cue::Submit && words(sum.end, cue.start) == 0;
            after.iter().filter(leads).any(|cue| cue.end <= fee.start && words(cue.end, fee.start) == 0)
        };
        let is_head = |cue: &CueFound| holds(&GRAMMAR.money.fee_heads, &fold(&text[cue.start..cue.end]));
        after.iter().any(|cue| cue.cue == Cue::SumOther && is_head(cue) && entry(cue))
    };
    if is_fee() || right_behind(Cue::SumOther) || right_behind(Cue::SumTaxed) && !has(&before, Cue::SumAward) {
        return Part::Other;
    }
    let is_price = |cue: &CueFound| matches!(cue.cue, Cue::SumOther | Cue::Fee) && !of_share(cue);
    // "75 % of the costs, with a ceiling of €2,500": a bound after a comma begins anew.
    // "The costs are covered up to": so is one that tells how much of the costs is borne.
    let bounded_anew = |price: &CueFound| {
        before.iter().any(|cue| {
            let anew = |gap: &str| gap.contains(',') || cost::is_cost(&text[price.start..price.end]) && cost::bears(gap);
            cue.cue == Cue::SumMax && cue.start >= price.end && text.get(price.end..cue.start).is_some_and(anew)
        })
    };
    let nearest = before.iter().rev().find(|cue| {
        matches!(cue.cue, Cue::SumTotal | Cue::SumAward) && !amounts_to_total(text, &before, cue, sum)
            || is_price(cue) && !bounded_anew(cue)
    });
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
        // "80,000 euros and each club gets …": what stands behind the "and" is said of the next sum.
        let of_next = |gap: &str| cue.start >= sum.end && next.is_some_and(|next| next < clause.end) && begins_anew(gap);
        let parted = text.get(gap).is_none_or(|gap| gap.contains([',', ';', '،', '(']) || of_next(gap));
        let next = words_of(text.get(cue.end..clause.end).unwrap_or("")).next();
        let is_period = next.is_some_and(|(_, word)| holds(&GRAMMAR.money.periods, &word));
        // "Each town may apply to a programme with a total budget of": the total is told since.
        let totalled = before.iter().any(|total| {
            let available = || holds(&GRAMMAR.money.available, &fold(&text[total.start..total.end]));
            // "Each for a total of": so much has each.
            let its_own = || {
                let led = words(cue.end, total.start) <= WORDS_TO_OWN_TOTAL;
                led && says_only(text, total, &GRAMMAR.money.own_totals)
            };
            total.cue == Cue::SumTotal && total.start >= cue.end && !available() && !its_own()
        });
        cue.cue == Cue::SumEach && !parted && !is_period && !totalled
    });
    let of_costs = |total: &CueFound| cost::is_borne(text, &before, total, behind_of(text, clause, sum));
    if let Some(part) = part_of_budget(text, clause.start, &before) {
        return part;
    }
    let total_beside = || before.iter().any(|cue| cue.cue == Cue::SumTotal && words(cue.end, sum.start) <= 2 && !of_costs(cue));
    let total_before =
        nearest.is_some_and(|cue| cue.cue == Cue::SumTotal && !for_each && !of_costs(cue)) || total_beside() && !for_each;
    // "53 million that will be shared out by the grant rules": the nearer word says more.
    // "€5,000 towards projects with a total cost of": what the project costs is another sum.
    let others_cost = |cue: &CueFound| cost::is_cost(&text[cue.start..cue.end]) && words(sum.end, cue.start) > 0;
    let first_after = after.iter().find(|cue| cue.cue == Cue::SumAward || cue.cue == Cue::SumTotal && !others_cost(cue));
    // "Grants of £500 are available": so large is each of them.
    let sized = before.last().is_some_and(|cue| {
        let noun = holds(&GRAMMAR.money.grants, &fold(&text[cue.start..cue.end]));
        let of = words_of(&text[cue.end..sum.start]).map(|(_, word)| word).collect::<Vec<_>>();
        noun && of.len() == 1 && holds(&GRAMMAR.money.of, &of[0])
    });
    // "Grants of up to £500 are available": so is the most of each.
    let sized = sized || {
        let noun = |cue: &CueFound| {
            let gap = &text[cue.end..sum.start];
            holds(&GRAMMAR.money.grants, &fold(&text[cue.start..cue.end]))
                && is_of(gap)
                && words(cue.end, sum.start) <= BOUND_WORDS
        };
        has(&before, Cue::SumMax) && before.iter().any(|cue| noun(cue))
    };
    let total_after = first_after.is_some_and(|cue| {
        let available = || holds(&GRAMMAR.money.available, &fold(&text[cue.start..cue.end]));
        cue.cue == Cue::SumTotal && !(sized && available())
    }) && !for_each;
    // "20 million in all, the grant per town being …": the award after a comma is the next sum's.
    let award_after = after.iter().any(|cue| {
        let anew = || next.is_some() && text.get(sum.end..cue.start).is_some_and(begins_anew);
        // "Earmarks £90,000 for grants": several of them share it.
        cue.cue == Cue::SumAward && !names_several_grants(text, cue) && !anew()
    });
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
            let mut told = before
                .iter()
                .rev()
                .filter(|cue| cue.end <= bound.start && matches!(cue.cue, Cue::SumTotal | Cue::SumAward))
                .peekable();
            // "The total amount of the grants will not exceed": what it is the total of stands between.
            let is_several = |award: &CueFound| award.cue == Cue::SumAward && names_several_grants(text, award);
            let of = told.next_if(|award| is_several(award));
            let near = |total: &CueFound| {
                let until = of.map_or(bound.start, |of| of.start);
                words(total.end, until) <= BOUND_WORDS && words(bound.end, sum.start) <= WORDS_BEHIND_BOUND
            };
            // "Distributing grants of up to": so large is each of them.
            let sizes_each = of.is_some_and(|of| is_of(text.get(of.end..sum.start).unwrap_or("")));
            let is_total = |total: &CueFound| total.cue == Cue::SumTotal && near(total) && !of_costs(total);
            !sizes_each && told.next().is_some_and(|total| is_total(total))
        });
    let behind = behind_of(text, clause, sum);
    let shared = !has(&before, Cue::SumMax)
        && (!has(&before, Cue::SumAward) && pot::is_for_several(behind) || pot::is_of_several(&text[clause.start..sum.start]));
    let of_all = shared
        || is_calls
        || !sized && rest::is_left(head, &text[sum.end..until.max(sum.end)])
        || rest::is_of_purse(head, sum.value);
    let is_funds = || {
        pot::is_endowment(&text[..sum.start], &text[sum.end..until.max(sum.end)])
            || pot::is_contained(&text[..sum.start], &text[sum.end..until.max(sum.end)], sum.value)
    };
    let is_pot = !for_each && (of_all || is_funds());
    if right_before || whole || bounds_total || is_pot || total_after || total_before && !award_after {
        return Part::Total;
    }
    // "EUR 50,000 at most", "€50,000 is the maximum", but not "€80 up to 1 September".
    let being = [&GRAMMAR.money.being, &GRAMMAR.fee.small];
    let bound_after = after.iter().any(|cue| {
        let counts = text[cue.end..clause.end.max(cue.end)].trim_start().starts_with(|c: char| c.is_ascii_digit());
        cue.cue == Cue::SumMax && !counts && text.get(sum.end..cue.start).is_some_and(|gap| holds_only(gap, being))
    });
    if bound_after
        || before.iter().any(|cue| {
            let near = || words(cue.end, sum.start) <= BOUND_WORDS || pot::is_asked(text.get(cue.end..sum.start).unwrap_or(""));
            cue.cue == Cue::SumMax && near()
        })
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

/// Is the sum's bound led on to by an "of"?
pub(super) fn is_of(gap: &str) -> bool {
    words_of(gap).next().is_some_and(|(_, word)| GRAMMAR.money.of.contains(&word))
}

/// Does a cue name several grants, with or without the letter for "to"?
pub(super) fn names_several_grants(text: &str, cue: &CueFound) -> bool {
    is_one_of(&GRAMMAR.money.several_grants, &fold(&text[cue.start..cue.end]))
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
