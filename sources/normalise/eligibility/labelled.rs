//! Forms and boards of calls say in a label who may come from where: "Regional restriction: none", "Nationality: any". The whole value
//! counts: "Nationality: any in the Union" says something else.

use super::super::evidence::found;
use super::sentence::Sentence;
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::dates::lex::fold;
use crate::normalise::deadline::words_in;
use crate::opportunity::{Answer, Kind, Verdict};

/// No label of the lists is longer than this, in bytes, nor is a value that counts as a whole.
const LONGEST_LABEL: usize = 80;

/// Is it for everybody by such a label?
pub(super) fn open_to_all(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let labels = sentences.iter().flat_map(|sentence| sentence.text.split(['\n', '|', ';']));
    labels.filter(|line| says(line)).map(|line| say(Verdict::Yes, found(line.trim(), "country.open_by_label"))).next()
}

fn says(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':').filter(|(_, value)| value.trim().len() <= LONGEST_LABEL) else {
        return false;
    };
    // "Apply by 9 May. Regional restriction: none" may stand in one sentence.
    let label = plain(label.rsplit(['.', '!', '?', ',']).next().unwrap_or_default());
    let value = plain(value);
    // "International call": the value as a whole, or with the call that it is said of.
    let of_call = || value.rsplit_once(' ').filter(|(_, call)| holds(&GRAMMAR.later.calls, call)).map(|(first, _)| first);
    let says = |list: &WordList| [Some(value.as_str()), of_call()].into_iter().flatten().any(|value| holds(list, value));
    let everywhere = || says(&GRAMMAR.origin.everywhere);
    let unlimited = || holds(&GRAMMAR.origin.none, &value) || everywhere() || says(&GRAMMAR.origin.crossing);
    // "Participants: international".
    let free = || holds(&GRAMMAR.origin.free, &value);
    let whom = || holds(&GRAMMAR.belonging.participants, &label) && (says(&GRAMMAR.origin.crossing) || free());
    holds(&GRAMMAR.origin.labels, &label) && everywhere() || whom() || holds(&GRAMMAR.origin.restrictions, &label) && unlimited()
}

/// "Fördergebiet: Sachsen", "Location / England": for whom money is by such a label. Elsewhere it may be where people meet.
/// `ours`: is a place of ours named?
pub(super) fn bound_elsewhere(sentences: &[Sentence<'_>], known: &Known<'_>, ours: impl Fn() -> bool) -> Option<Answer> {
    let money = matches!(known.kind, Kind::Grant | Kind::CallForProposals);
    if !(money || matches!(known.kind, Kind::Training | Kind::Competition)) || ours() {
        return None;
    }
    let lines: Vec<(&Sentence<'_>, &str)> = sentences
        .iter()
        .filter(|sentence| !sentence.in_title)
        .flat_map(|sentence| sentence.text.split(['\n', '|']).map(move |line| (sentence, line)))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let told_before = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| lines[before].1);
        before.split_once(':').map_or(before, |(label, _)| label)
    };
    lines.iter().enumerate().find_map(|(at, (sentence, line))| {
        let split = line.split_once(':').filter(|(_, value)| !value.trim().is_empty());
        let label = split.map_or(*line, |(label, _)| label);
        if label.trim().len() > LONGEST_LABEL {
            return None;
        }
        let label = plain(label);
        let value = || split.map(|(_, value)| value).or_else(|| lines.get(at + 1).map(|(_, line)| *line));
        // "Scope: national", of a nation that is not ours.
        let national = |value: &str| value.len() <= LONGEST_LABEL && holds(&GRAMMAR.belonging.nationwide, &plain(value));
        if holds(&GRAMMAR.belonging.scope_labels, &label) && value().is_some_and(national) {
            return Some(say(Verdict::No, found(line.trim(), "country.national_by_label")));
        }
        if !money {
            return None;
        }
        // "Location: Leeds, United Kingdom" below a funder is his, and with a town it is where one meets.
        let site = holds(&GRAMMAR.belonging.site_labels, &label) && !holds(&GRAMMAR.belonging.givers, &plain(told_before(at)));
        if !site && !holds(&GRAMMAR.belonging.place_labels, &label) {
            return None;
        }
        let (of, value) = match split {
            Some((_, value)) => (*sentence, value),
            None => lines.get(at + 1).copied()?,
        };
        if site && value.contains(',') {
            return None;
        }
        Some(say(Verdict::No, found(of.quote(only_place(of, value)?), "country.bound_by_label")))
    })
}

/// The first of the places elsewhere that are all that a value says.
fn only_place<'a>(sentence: &Sentence<'a>, value: &str) -> Option<&'a Hit> {
    let from = value.as_ptr() as usize - sentence.text.as_ptr() as usize;
    let (from, to) = (sentence.place_of(from), sentence.place_of(from + value.len()));
    let places = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit);
    let places = places.chain(sentence.of(Role::Region)).chain(sentence.of(Role::ElsewhereOnly));
    let mut places: Vec<&Hit> = places.filter(|hit| from <= hit.start && hit.end <= to).collect();
    places.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut at = from;
    for place in &places {
        if at < place.start && words_in(sentence.text_at(at, place.start)) > 1 {
            return None;
        }
        at = at.max(place.end);
    }
    (words_in(sentence.text_at(at, to)) == 0).then(|| places.first().copied()).flatten()
}

fn plain(part: &str) -> String {
    fold(part.trim_matches(|c: char| !c.is_alphanumeric()))
}
