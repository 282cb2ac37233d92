//! Calls of several lots. What is told of one of them is not told of the call ("three categories: streets, squares, and towns of up to
//! 5,000 inhabitants"). Some leave their verb to the first: "Lot A is for associations; lot B, for towns", "la línea II, a iniciativas
//! de los ayuntamientos".

use super::super::deadline::words_in;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Lot B, to initiatives of international cooperation of the": so many words at most from the semicolon to those named.
const LOT_WORDS: usize = 12;

/// Is this sentence, which the semicolon of the one before begins, a lot of somebody's?
pub(super) fn is_one(sentence: &Sentence<'_>) -> bool {
    sentence.of(Role::LocalAuthority).any(|noun| is_next(sentence, noun))
}

/// Does it go on behind a semicolon?
pub(super) fn goes_on(sentence: &Sentence<'_>) -> bool {
    sentence.line_before().trim_end().ends_with(';')
}

/// Do those named have a lot of their own, behind a semicolon, with a "for" and without a verb?
pub(super) fn is_next(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let before = sentence.before(noun);
    let head = match before.rfind(';') {
        Some(at) => at + 1,
        None if goes_on(sentence) => 0,
        None => return false,
    };
    let lot = &before[head..];
    let since = sentence.place_of(head);
    let inside = |hit: &Hit| since <= hit.start && hit.end <= noun.start;
    let parted = sentence.nouns().chain(sentence.verbs()).chain(sentence.of(Role::With)).any(inside);
    let is_for = |word: &str| holds(&GRAMMAR.clause.given_to, word) || holds(&GRAMMAR.clause.fused_to, word);
    let first = sentence.quote(noun).split_whitespace().next().unwrap_or_default().to_lowercase();
    // "Projects for towns are welcome" is no lot: whatever is done stands behind the "for".
    // "NGOs may apply; copies to the municipalities" names no lot, and neither does "annex II to the municipalities".
    let words: Vec<&str> = lot.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // "Lot B", "le volet B", "la línea II": an article may lead.
    let named = words.iter().take(2).position(|word| names_lot(word) || is_label(word)).unwrap_or_default();
    let behind = match &words[named..] {
        [name, label, behind @ ..] if names_lot(name) && is_label(label) => behind,
        [name, behind @ ..] if names_lot(name) || is_label(name) => behind,
        _ => return false,
    };
    if behind.first().is_some_and(|word| !is_for(&word.to_lowercase())) {
        return false;
    }
    let places = lot.split_whitespace().filter(|word| is_for(&word.to_lowercase()));
    let at = places.map(|word| word.as_ptr() as usize - lot.as_ptr() as usize).next();
    let deeds = || sentence.of(Role::Deed).chain(sentence.of(Role::Thing)).chain(sentence.of(Role::Staff));
    let plain = at.is_some_and(|at| !deeds().any(|deed| since <= deed.start && deed.end <= since + at));
    let fused = || is_for(&first) && !deeds().any(inside);
    let led = || head == 0 || sentence.verbs().any(|verb| verb.end <= since);
    !parted && (plain || fused()) && words_in(lot) <= LOT_WORDS && led()
}

fn names_lot(word: &str) -> bool {
    holds(&GRAMMAR.applicant.lots, &word.to_lowercase())
}

/// "The III, to initiatives", "B for towns": the number or letter of a lot that is not the first.
fn is_label(word: &str) -> bool {
    let numeral = word.len() > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    numeral
        || matches!(word, "B" | "C" | "D" | "E" | "F")
        || word.len() == 1 && word.starts_with(|c: char| matches!(c, '2'..='9'))
}

/// "There are six lots:": so many words at most from the lots to the list of them.
const HEAD_WORDS: usize = 3;

/// Is the size or kind that this sentence tells asked for by one lot among several, or by a prize beside the others?
pub(super) fn limits_one(sentence: &Sentence<'_>) -> bool {
    const LIMITS: [Role; 5] = [Role::Limit, Role::Headcount, Role::Condition, Role::Souls, Role::Comparison];
    if sentence.in_title || sentence.has(Role::Membership) {
        return false;
    }
    let limits: Vec<&Hit> = LIMITS.into_iter().flat_map(|role| sentence.of(role)).collect();
    let Some(first) = limits.iter().map(|hit| hit.start).min() else { return false };
    let besides = sentence.of(Role::OneLot).any(|prize| sentence.words_before(prize) <= 1 && prize.end <= first);
    besides || sentence.first(Role::Lots).is_some_and(|lots| lots.end <= first && has_free_lot(sentence, lots, &limits))
}

/// Is there a lot in the list behind this head that asks for nothing?
fn has_free_lot(sentence: &Sentence<'_>, lots: &Hit, limits: &[&Hit]) -> bool {
    let behind = sentence.after(lots);
    let Some(head) = behind.find([':', '(']).filter(|at| words_in(&behind[..*at]) <= HEAD_WORDS) else { return false };
    let mut joints: Vec<(usize, usize)> = Vec::new();
    for joint in [", ", "; "].into_iter().chain(GRAMMAR.clause.conjunctions.iter().map(String::as_str)) {
        joints.extend(behind.match_indices(joint).map(|(at, joint)| (at, at + joint.len())));
    }
    joints.push((behind.len(), behind.len()));
    joints.sort_unstable();
    let place = |at: usize| lots.end + at;
    let mut start = head + 1;
    let mut free = false;
    for (end, next) in joints.into_iter().filter(|(end, _)| *end > head) {
        let named = behind.get(start..end).is_some_and(|lot| lot.contains(char::is_alphabetic));
        let limited = limits.iter().any(|hit| hit.start < place(end) && place(start) < hit.end);
        let counted = behind.get(start..end).is_some_and(|lot| lot.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        free |= named && !limited && !counted;
        start = next.max(start);
    }
    free
}
