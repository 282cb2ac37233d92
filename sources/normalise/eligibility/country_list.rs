//! Lists of the countries whose people may apply: a head ("Eligible countries"), and behind or below it one after the other.

use super::super::deadline::words_in;
use super::super::evidence::found;
use super::listing::is_listed_behind;
use super::say;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Verdict};

/// "Bosnia and Herzegovina", before what is said of it in brackets.
const WORDS_OF_A_NAME: usize = 4;

/// "South Africa", and an "and" or a number in all.
const WORDS_OF_A_COUNTRY: usize = 2;

/// "Of the countries participating in the sea basin programme, namely": so many words at most from the head to its colon.
const WORDS_OF_A_HEAD: usize = 12;

/// A list of countries has no more lines: a page of nothing but heads is read once.
const MOST_LINES: usize = 250;

/// One country behind such a head may be where an office is.
const FEWEST: usize = 2;

/// Is Israel on such a list? Whoever is not on it is out.
pub(super) fn listed<'a>(sentences: &[Sentence<'a>]) -> Option<Answer> {
    sentences.iter().enumerate().find_map(|(place, sentence)| {
        let mut all = sentence.of(Role::CountryHead).chain(labels(sentence));
        // "Participating countries" is a name for those associated to a programme as well.
        let is_apart = |head: &Hit, hit: &Hit| hit.last < head.first || head.last < hit.first;
        let alone = |head: &Hit| !sentence.of(Role::Associated).any(|hit| is_apart(head, hit));
        let head = all.find(|head| heads(sentence, head) && alone(head))?;
        let apart = |hit: &Hit| is_apart(head, hit);
        if sentence.has(Role::Excluded) || sentence.has(Role::Not) {
            return None;
        }
        let below = sentences[place + 1..].iter().take(MOST_LINES).take_while(|line| is_item(line));
        let lines: Vec<&Sentence<'_>> = std::iter::once(sentence).chain(below).collect();
        if let Some(line) = lines.iter().find(|line| line.israel().is_some()) {
            let verdict = if sentence.has(Role::Partner) { Verdict::Partner } else { Verdict::Yes };
            return Some(say(verdict, found(line.text, "country.israel_listed")));
        }
        let named = lines.iter().flat_map(|line| line.others()).filter(|(_, people)| !people).count();
        let opens = |line: &&Sentence<'_>| {
            let roles = [Role::Worldwide, Role::Associated, Role::Foreign];
            let told = |role: Role, hit: &Hit| role == Role::Associated && is_listed_behind(line, hit);
            roles.into_iter().any(|role| line.of(role).any(|hit| (line.text != sentence.text || apart(hit)) && !told(role, hit)))
        };
        let listed = |line: &Sentence<'a>| if line.text == sentence.text { sentence.after(head) } else { line.text };
        // "• Associated countries": an item that names none ends the list.
        let last = sentences.get(place + lines.len()).filter(|line| words_in(line.text) <= WORDS_OF_A_NAME);
        let is_open = || {
            lines.iter().any(opens)
                || last.is_some_and(|line| opens(&line))
                || lines.iter().any(|line| names_rest(line) || goes_on(listed(line)))
        };
        // "Eligible country: Poland." says nothing else.
        let alone = || {
            let behind = sentence.after(head).trim_start_matches([':', ' ']).trim_end_matches(['.', ' ', '\n']);
            let only = |hit: &Hit| behind.strip_prefix("the ").unwrap_or(behind) == sentence.quote(hit);
            lines.len() == 1
                && sentence.of(Role::CountryHead).any(|own| own.start == head.start)
                && sentence.others().any(|(hit, _)| only(hit))
        };
        // A bare "Countries:" may be the tags of a page.
        let says_whose = head.first < head.last;
        (says_whose && (named >= FEWEST || alone()) && !is_open())
            .then(|| say(Verdict::No, found(sentence.quote(head), "country.listed_elsewhere")))
    })
}

/// "Countries:", "Programme area:" with nothing before it; in "we work in these countries:" it is said of others.
fn labels<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = &'a Hit> {
    let several = sentence.israels().count() + sentence.others().filter(|(_, people)| !people).count() >= FEWEST;
    let above_a_list = sentence.text.trim_end().ends_with([':', '：']) || sentence.text.contains(":\n");
    // "Invited countries" on a line of its own; a bare "Countries" may stand in a menu.
    let line = |label: &Hit| label.first < label.last && sentence.text.trim() == sentence.quote(label);
    let labels = sentence.of(Role::CountryLabel).filter(|label| sentence.words_before(label) == 0);
    let labels: Vec<&Hit> = labels.filter(|label| !sentence.in_title && (several || above_a_list || line(label))).collect();
    labels.into_iter()
}

/// A name, or "• Cyprus (the whole island)", or "For the prize: Cyprus, Malta"; "Israel is not among them" and "offices in France and Spain" are sentences.
fn is_item(line: &Sentence<'_>) -> bool {
    let listed = line.text.rsplit_once(": ").map_or(line.text, |(_, listed)| listed);
    let name = listed.split('(').next().unwrap_or_default();
    let countries = line.israels().count() + line.others().filter(|(_, people)| !people).count();
    let bracketed = name.len() < listed.len() && words_in(name) <= WORDS_OF_A_NAME;
    countries > 0 && !line.has(Role::Not) && (bracketed || words_in(listed) <= WORDS_OF_A_COUNTRY * countries + 1)
}

/// "And other countries"; "other associated countries: Norway, Iceland, Serbia" tells which those are.
fn names_rest(line: &Sentence<'_>) -> bool {
    let told = |other: &Hit| line.of(Role::Associated).any(|hit| other.last + 1 == hit.first && is_listed_behind(line, hit));
    line.of(Role::Other).any(|other| !told(other))
}

/// "…", "and all partners": whoever is not named may be in.
fn goes_on(line: &str) -> bool {
    let partners = |word: &str| holds(&GRAMMAR.belonging.partners, &bare(word));
    line.split_whitespace().any(partners) || line.contains("...") || line.contains('…')
}

/// Only a colon, a question mark, the wall of a cell or the end of its line stands behind a head, or the rest of what it heads ("the countries
/// participating in the programme, namely:").
fn heads(sentence: &Sentence<'_>, head: &Hit) -> bool {
    let behind = sentence.before(head).len() + sentence.quote(head).len();
    let rest = sentence.text.get(behind..).unwrap_or_default().trim_start_matches(' ');
    rest.is_empty() || rest.starts_with([':', '|', '\n', '：', '?', '؟']) || goes_on_to_list(rest)
}

/// "Participating in the programme of 2027, namely:".
fn goes_on_to_list(rest: &str) -> bool {
    let Some((lead, _)) = rest.split_once(':') else { return false };
    let namely = || lead.split_whitespace().next_back().is_some_and(|word| holds(&GRAMMAR.belonging.namely, &bare(word)));
    !lead.contains(['\n', '|', '.', '(']) && words_in(lead) <= WORDS_OF_A_HEAD && namely()
}
