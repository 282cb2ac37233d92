//! What there is for all together: a pot, and the sums beside it that are each one's.

use std::ops::Range;

use super::beside::{last_words, words_of};
use super::part::{Part, is_counted};
use super::spelled::counts_several;
use super::sums::Sum;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::cues::{Cue, CueFound};
use crate::normalise::deadline::words_in;

/// For whom a sum is, by the words next to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Binding {
    /// "Per project", "für jede Kommune".
    Each,
    /// "The most per project is": the same with its bound.
    EachAtMost,
    /// "The most that can be asked for is": the same, but that it may be a part of a prize.
    AskedAtMost,
    /// The pot of a prize, of which something can be asked for besides.
    PrizePot,
    /// "Dotación", "allocation": the pot, where another sum is for each; one applicant's, where none is.
    Pot,
    /// "Per consortium": for several who apply together, where another sum is for one of them.
    Joint,
    /// "Grants of 100,000 euro": a pot, where the most that each can get of it is told.
    Grants,
    /// Neither.
    Loose,
}

impl Binding {
    fn is_each(self) -> bool {
        matches!(self, Self::Each | Self::EachAtMost)
    }
}

/// A pot or an "each" stands this near to its sum.
const BINDING_WORDS: usize = 4;

/// "Single prizes, each with prize money of up to …": an "each" speaks farther.
const EACH_WORDS: usize = 6;

/// "The most that may be applied for by one town is": a bound is so near to a sum that is asked for.
const ASKED_WORDS: usize = 8;

/// A pot is for several, so it holds the sum for each this many times at least.
const FEWEST_SHARES: f64 = 2.0;

/// "Grants of 20,000 euro. Up to 50 euro for each guest": a sum for each this many times smaller is no share of grants.
const MOST_SHARES: f64 = 100.0;

/// "A contribution of £5,000 … giving a total budget of £10,000": whoever puts in a smaller part than this one of many.
const LEAST_PART: f64 = 0.1;

/// `ours` is the stretch between the sums before and after, within the clause.
pub(super) fn binding(text: &str, cues: &[CueFound], ours: Range<usize>, sum: &Sum) -> Binding {
    let words = |from: usize, to: usize| words_in(text.get(from..to).unwrap_or(""));
    let first = cues.partition_point(|cue| cue.start < ours.start);
    let near = |wanted: Cue, most: usize| {
        cues[first..].iter().take_while(|cue| cue.end <= ours.end).filter(|cue| cue.cue == wanted).any(|cue| {
            let before = cue.end <= sum.start && words(cue.end, sum.start) <= most;
            // A comma behind the sum begins the next one ("… dotiert, je 10.000 Euro").
            let parted = || text.get(sum.end..cue.start).is_none_or(|gap| gap.contains([',', '،']));
            before || cue.start >= sum.end && words(sum.end, cue.start) <= most && !parted()
        })
    };
    if near(Cue::SumJoint, BINDING_WORDS) {
        return Binding::Joint;
    }
    let bounded = || {
        let ahead = cues[first..].iter().take_while(|cue| cue.end <= sum.start);
        ahead.filter(|cue| cue.cue == Cue::SumMax).any(|cue| words(cue.end, sum.start) <= ASKED_WORDS)
    };
    // "Two further libraries get €5,000 each": beside the first prize, and no share of it.
    let runs_up = || words_of(&text[ours.start..sum.start]).any(|(_, word)| GRAMMAR.money.runners_up.contains(&word));
    match (
        (near(Cue::SumEach, EACH_WORDS) || is_counted(text, sum.start)) && !runs_up(),
        near(Cue::SumPot, BINDING_WORDS) || near(Cue::SumTotal, BINDING_WORDS),
    ) {
        // "Dotación máxima por proyecto": a word of totals, said of one.
        (true, _) if near(Cue::SumMax, EACH_WORDS) || near(Cue::SumTotal, BINDING_WORDS) => Binding::EachAtMost,
        (true, _) => Binding::Each,
        (false, _) if bounded() && is_asked(&text[ours.start..ours.end.max(ours.start)]) => Binding::AskedAtMost,
        (false, true) if is_prizes(&text[..sum.start]) => Binding::PrizePot,
        (false, true) => Binding::Pot,
        (false, false) if is_of_grants(&text[ours.start..sum.start], &text[sum.end..ours.end.max(sum.end)]) => Binding::Grants,
        (false, false) => Binding::Loose,
    }
}

/// "Grants of 100,000 euro for towns", "100,000 euro grants": several share it, where another sum is for each. "Grants of up to" are as
/// large each.
fn is_of_grants(head: &str, behind: &str) -> bool {
    let several = |word: &String| GRAMMAR.money.several_grants.contains(word);
    let led = match &last_words(head, 2)[..] {
        [noun, of] => several(noun) && GRAMMAR.money.of_several.contains(of),
        _ => false,
    };
    // "Las subvenciones tendrán una cuantía máxima de".
    let words: Vec<String> = words_of(head).map(|(_, word)| word).collect();
    let have = || words.windows(2).any(|pair| several(&pair[0]) && GRAMMAR.money.have.contains(&pair[1]));
    led || have() || words_of(behind).next().is_some_and(|(_, word)| several(&word))
}

/// "Up to 60,000 per applicant and 100,000 per consortium": what several get together is not what one gets.
/// "Dotación: 40 millones de euros. Importe máximo por proyecto: 700.000 €": beside a sum for each the larger one is for all.
pub(super) fn pots_are_totals(found: &[Sum], judged: &mut [(usize, Part, String)], bindings: &[Binding], splits: &[bool]) {
    let offered = |part: Part| matches!(part, Part::Max | Part::Award | Part::Bare);
    let largest_of = |wanted: fn(Binding) -> bool| {
        let ones = judged.iter().zip(bindings).filter(|((_, part, _), _)| matches!(part, Part::Max | Part::Award));
        ones.filter(|(_, binding)| wanted(**binding)).map(|((index, _, _), _)| found[*index].value).max_by(f64::total_cmp)
    };
    let (each, most) = (largest_of(Binding::is_each), largest_of(|binding| binding == Binding::EachAtMost));
    let asked = largest_of(|binding| binding == Binding::AskedAtMost);
    let single = judged.iter().zip(bindings).any(|((index, part, _), binding)| {
        *binding != Binding::Joint && matches!(part, Part::Max | Part::Award) && found[*index].currency.is_some()
    });
    for ((_, part, _), _) in judged.iter_mut().zip(bindings).filter(|(_, binding)| single && **binding == Binding::Joint) {
        *part = if offered(*part) { Part::Other } else { *part };
    }
    split_pots(found, judged, splits);
    for ((index, part, _), binding) in judged.iter_mut().zip(bindings) {
        let value = found[*index].value;
        let shared = most.is_some_and(|most| value <= MOST_SHARES * most);
        let is_pot = matches!(binding, Binding::Pot | Binding::PrizePot) || *binding == Binding::Grants && shared;
        let of_asked = asked.filter(|_| *binding == Binding::Pot);
        let least = each.into_iter().chain(of_asked).min_by(f64::total_cmp);
        if is_pot && offered(*part) && least.is_some_and(|least| value >= FEWEST_SHARES * least) {
            *part = Part::Total;
        }
    }
}

/// "A prize of €200,000. It is divided into prizes of up to €50,000": what is divided is the pot.
fn split_pots(found: &[Sum], judged: &mut [(usize, Part, String)], splits: &[bool]) {
    for at in (0..judged.len()).filter(|at| splits[*at]) {
        let (ours, before) = (judged[at].0, &mut judged[..at]);
        for (index, part, _) in before {
            if matches!(part, Part::Max | Part::Award | Part::Bare) && found[*index].value >= FEWEST_SHARES * found[ours].value {
                *part = Part::Total;
            }
        }
    }
}

/// "Giving a total budget of": so many words at most lead from what makes the budget to its sum.
const MAKES_WITHIN: usize = 6;

/// "A contribution of £5,000 has been matched, giving a total budget of £10,000": what somebody puts in is no applicant's.
pub(super) fn shares_of_budget(text: &str, found: &[Sum], judged: &mut [(usize, Part, String)], bindings: &[Binding]) {
    for at in 1..judged.len() {
        let (share, total) = (&found[judged[at - 1].0], &found[judged[at].0]);
        let between = text.get(share.end..total.start).unwrap_or("");
        let adds = || last_words(between, MAKES_WITHIN).iter().any(|word| GRAMMAR.money.adding.contains(word));
        let one_sentence = !between.contains(['\n', '!', '?']) && !between.contains(". ");
        // "Each town receives", "up to" are said to those who apply, and so is a sum of which the total holds many.
        let put_in = matches!(judged[at - 1].1, Part::Award | Part::Bare) && !bindings[at - 1].is_each();
        let part = (LEAST_PART * total.value..total.value).contains(&share.value);
        if put_in && judged[at].1 == Part::Total && part && one_sentence && adds() {
            judged[at - 1].1 = Part::Other;
        }
    }
}

/// Does the stretch around a sum say that something before it is divided?
pub(super) fn is_split(stretch: &str) -> bool {
    let says = |list: &WordList| words_of(stretch).any(|(_, word)| list.contains(&word));
    // "The payment is split into two instalments" divides no pot.
    says(&GRAMMAR.money.divided) && !says(&GRAMMAR.money.instalments)
}

/// "The fund is endowed with €2 million": a fund or a call that has money has it for all; a prize has it for its winner.
/// `head` is the text before the sum, `rest` what stands behind it in its clause.
pub(super) fn is_endowment(head: &str, rest: &str) -> bool {
    /// "Ist mit rund 600.000 Euro dotiert": so many words are between it and its sum.
    const NEAR: usize = 4;
    let endowed = |word: &String| GRAMMAR.money.endowed.contains(word);
    let told = last_words(head, NEAR).iter().any(endowed) || words_of(rest).take(2).any(|(_, word)| endowed(&word));
    if !told {
        return false;
    }
    // "The call is open. Endowed with €10,000, the prize honours …": the prize is named behind.
    if words_of(rest).take(PRIZE_WITHIN).any(|(_, word)| names(&GRAMMAR.money.prizes, &word)) {
        return false;
    }
    named_last(head) == Some(Named::Fund)
}

/// "The track of aid that was set up last year includes": so many words at most stand between.
const WORDS_TO_TRACK: usize = 8;

/// "The programme includes €20 million": what a fund, a programme or a track of one holds is for all. `head` is the text before the
/// sum, `rest` what stands behind it in its clause.
pub(super) fn is_contained(head: &str, rest: &str, value: f64) -> bool {
    /// "Includes about": so many words are looked at.
    const NEAR: usize = 3;
    /// Less may be what the programme has for one who takes part ("the programme includes €2,000 for travel").
    const LEAST_OF_ALL: f64 = 100_000.0;
    let words = last_words(head, NEAR);
    let verb = words.iter().rev().find(|word| !holds(&GRAMMAR.money.about, word));
    // "The call includes €150,000 for one town".
    let for_one = || words_of(rest).take(NEAR).any(|(_, word)| GRAMMAR.money.for_one.contains(&word));
    // "The track of the grants includes": a strand of a programme has no money of its own, unless it is said to hold some.
    let is_track = || last_words(head, WORDS_TO_TRACK).iter().any(|word| GRAMMAR.money.tracks.contains(word));
    value >= LEAST_OF_ALL
        && verb.is_some_and(|verb| GRAMMAR.money.contains.contains(verb))
        && !for_one()
        && (named_last(head) == Some(Named::Fund) || is_track())
}

/// "An open call for proposals in the amount of about": so many words are looked at before a sum.
const WORDS_TO_CALL: usize = 9;

/// "A call worth €2 million", "appel à projets à hauteur de 60 000 €": what the call itself is worth is for all.
pub(super) fn is_of_call(head: &str) -> bool {
    let money = &GRAMMAR.money;
    let words = last_words(head, WORDS_TO_CALL);
    let mut rest = words.iter().rev().skip_while(|word| holds(&money.about, word) && !holds(&money.worth, word)).peekable();
    let worth = rest.peek().is_some_and(|word| holds(&money.worth, word));
    let noun = rest.find(|word| !holds(&money.worth, word) && !holds(&money.called_for, word));
    worth && noun.is_some_and(|noun| names(&money.calls, noun))
}

/// Does a stretch say that something is asked for?
pub(super) fn is_asked(stretch: &str) -> bool {
    let near = &stretch[stretch.ceil_char_boundary(stretch.len().saturating_sub(ASKED_WITHIN))..];
    words_of(near).any(|(_, word)| GRAMMAR.money.asked.contains(&word))
}

/// A clause may be as long as a text: of it so many bytes are read.
const ASKED_WITHIN: usize = 200;

/// Is a prize named last before the sum?
fn is_prizes(head: &str) -> bool {
    named_last(head) == Some(Named::Prize)
}

/// What has the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Prize,
    Fund,
}

/// The prize or the fund that is named last.
fn named_last(head: &str) -> Option<Named> {
    /// "The fund supports … . It is endowed with": what is endowed stands so near, in bytes.
    const NAMED_WITHIN: usize = 400;
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(NAMED_WITHIN))..];
    let words: Vec<String> = words_of(near).map(|(_, word)| word).collect();
    // "Le prix du programme": the programme's prize. "Der Fonds" is none.
    let is_genitive = |at: usize| at > 0 && words[at - 1] != "der" && GRAMMAR.clause.genitives.contains(&words[at - 1]);
    words.iter().enumerate().rev().find_map(|(at, word)| {
        let fund = || names(&GRAMMAR.money.funds, word) && !is_genitive(at);
        if names(&GRAMMAR.money.prizes, word) { Some(Named::Prize) } else { fund().then_some(Named::Fund) }
    })
}

/// German and the like write the fund's name as one word: "Kulturfonds", "Umweltpreis".
fn names(list: &WordList, word: &str) -> bool {
    list.iter().any(|noun| word == noun || word.is_ascii() && noun.len() >= SHORTEST_HEAD && word.ends_with(noun.as_str()))
}

/// "…, le prix récompense": so many words behind the sum may stand before the prize.
const PRIZE_WITHIN: usize = 4;

/// A shorter noun is the end of too many words.
const SHORTEST_HEAD: usize = 5;

/// "€200,000 available to support ten towns": so far the number of those who share a sum stands from it.
const SHARERS_WITHIN: usize = 4;

/// "€200,000 to support ten towns": does the number of those who share the sum stand behind it?
pub(super) fn is_for_several(behind: &str) -> bool {
    let words: Vec<String> = words_of(behind).take(2 * SHARERS_WITHIN).map(|(_, word)| word).collect();
    (0..words.len().min(SHARERS_WITHIN)).any(|at| supports_several(&words[at..]))
}

/// "The fund will support ten towns with €200,000": does it stand before the sum?
pub(super) fn is_of_several(before: &str) -> bool {
    let words = last_words(before, 2 * SHARERS_WITHIN);
    let led = words.last().is_some_and(|word| GRAMMAR.money.with.contains(word));
    led && (0..words.len()).any(|at| supports_several(&words[at..]))
}

fn supports_several(words: &[String]) -> bool {
    let counted = || words.iter().skip(1).take(2).any(|word| counts_several(word));
    words.first().is_some_and(|word| GRAMMAR.money.supporting.contains(word)) && counted()
}
