//! The name of a place that no list holds, told by its capital letter and by the words around it: "living in Ashford", "the City of
//! Ashford", "Ashford County".

use std::collections::HashSet;

use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "Within the boundaries of the city of Ashford": so many small words at most stand before the name.
const LEAD_WORDS: usize = 5;

/// "San Juan Capistrano", "Ciudad Real de Abajo": so many words at most make a name.
const NAME_WORDS: usize = 3;

/// A name of fewer letters is a code or a letter of the alphabet.
const LETTERS: usize = 3;

/// A text that names more towns than this is a list of them, and of no one it could be said that it calls.
const MOST_TOWNS: usize = 8;

/// The name with which a stretch begins, but for small words: "the city of Ashford may" has "Ashford". A capital letter alone is none
/// ("must be in Word", "serving Holocaust survivors"): a word like "city" stands beside it, or the text names it with one elsewhere.
pub(super) fn leading<'a>(stretch: &'a str, towns: &[Town<'_>]) -> Option<&'a str> {
    let locality = &GRAMMAR.locality;
    let mut civic = false;
    for (at, whole) in stretch.split_whitespace().take(LEAD_WORDS + 1).enumerate() {
        let word = without_article(whole);
        let small = bare(word);
        let is_name = is_capital(word) && !holds(&locality.lead, &small);
        let next =
            || stretch.split_whitespace().nth(at + 1).is_some_and(|next| is_capital(next) && holds(&locality.civic, &bare(next)));
        let told = || towns.iter().any(|town| town.name.split_whitespace().next() == Some(trimmed(word)));
        if is_name && (civic || next() || told()) {
            return (may_be_place(word) && !is_shouted(word)).then(|| trimmed(word));
        }
        civic |= holds(&locality.civic, &small);
        // "In Ashford" is one small word at most, and a comma ends what is said of the place.
        if is_name || !holds(&locality.lead, &small) || at >= LEAD_WORDS || whole.ends_with([',', ';', '.', ':']) {
            return None;
        }
    }
    None
}

/// "Colorado Springs residents": the name right before those who live there. At the head of a sentence every word has a capital letter,
/// so there it takes two.
pub(super) fn whose_residents<'a>(sentence: &Sentence<'a>, noun: &Hit) -> Option<&'a str> {
    let quote = sentence.quote(noun);
    let word = quote.split_whitespace().next_back()?;
    if !holds(&GRAMMAR.locality.compound_residents, word) {
        return None;
    }
    let at = sentence.before(noun).len() + quote.len() - word.len();
    let before = sentence.text.get(..at)?.trim_end();
    let is_part =
        |part: &&str| is_capital(part) && may_be_place(part) && !is_shouted(part) && !part.ends_with([',', ';', ':', ')']);
    let name: Vec<&str> = before.split_whitespace().rev().take(NAME_WORDS).take_while(is_part).collect();
    let first = *name.last()?;
    let from = first.as_ptr() as usize - sentence.text.as_ptr() as usize;
    // "Jordan Valley residents": with a word before it that is no name, the whole is none, but for the first of a sentence.
    let head = before[..from].trim_end();
    let parted =
        head.split_whitespace().next_back().is_some_and(|word| is_capital(word) && word.ends_with(char::is_alphanumeric));
    if parted && head.split_whitespace().nth(1).is_some() {
        return None;
    }
    let leads = before[..from].trim_end().chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    (!leads || name.len() > 1).then(|| &before[from..])
}

/// "D'Annecy".
fn without_article(word: &str) -> &str {
    GRAMMAR.locality.elided.iter().find_map(|article| word.strip_prefix(article.as_str())).unwrap_or(word)
}

fn trimmed(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    GRAMMAR.locality.own.iter().find_map(|own| word.strip_suffix(own.as_str())).unwrap_or(word)
}

fn is_capital(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

/// "EU", "NASA".
fn is_shouted(word: &str) -> bool {
    !trimmed(word).contains(char::is_lowercase)
}

fn may_be_place(word: &str) -> bool {
    let word = trimmed(word);
    word.chars().count() >= LETTERS && !holds(&GRAMMAR.locality.not_names, &word.to_lowercase())
}

/// A town elsewhere that a text names as such.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Town<'a> {
    pub(super) name: &'a str,
    /// It, or a body of it, is who calls.
    pub(super) calls: bool,
}

/// The towns that a text names with what they are: "the City of Ashford", "Ashford Arts Council", "la ville de Montclar", "Stadt Lindau".
/// A word that it writes small as well is no name.
pub(super) fn towns<'a>(sentences: &[Sentence<'a>]) -> Vec<Town<'a>> {
    let mut towns: Vec<Town<'a>> = Vec::new();
    for sentence in sentences.iter().filter(|sentence| sentence.text.split_whitespace().any(holds_civic)) {
        let words: Vec<&str> = sentence.text.split_whitespace().collect();
        for at in (0..words.len()).filter(|at| holds_civic(words[*at])) {
            let Some(name) = behind(sentence.text, &words, at).or_else(|| before(sentence.text, &words, at)) else { continue };
            let place = sentence.place_of(name.as_ptr() as usize - sentence.text.as_ptr() as usize);
            let ours = sentence.of(Role::HomePlace).chain(sentence.israels()).chain(sentence.of(Role::HomeCity));
            if ours.into_iter().any(|hit| hit.start < place + name.len() && place < hit.end) {
                continue;
            }
            let calls = super::locality::calls(sentence, place + name.len());
            if let Some(town) = towns.iter_mut().find(|town| town.name == name) {
                town.calls |= calls;
            } else if towns.len() < MOST_TOWNS {
                towns.push(Town { name, calls });
            } else {
                return Vec::new();
            }
        }
    }
    if !towns.is_empty() {
        let all = sentences.iter().flat_map(|sentence| sentence.text.split_whitespace()).map(trimmed);
        let small: HashSet<&str> = all.filter(|word| word.starts_with(char::is_lowercase)).collect();
        towns.retain(|town| !small.contains(town.name.to_lowercase().as_str()));
    }
    towns
}

fn holds_civic(word: &str) -> bool {
    let word = bare(word);
    let locality = &GRAMMAR.locality;
    [&locality.civic, &locality.civic_behind, &locality.bodies_behind].into_iter().any(|list| holds(list, &word))
}

/// "City of Ashford", "ville d'Annecy", "Stadt Lindau".
fn behind<'a>(text: &'a str, words: &[&'a str], civic: usize) -> Option<&'a str> {
    let locality = &GRAMMAR.locality;
    let small = bare(words[civic]);
    if !holds(&locality.civic, &small) || words[civic].ends_with([',', '.', ';', ':']) {
        return None;
    }
    let next = words.get(civic + 1)?;
    let of = holds(&GRAMMAR.clause.genitives, &next.to_lowercase());
    let elided = without_article(next) != *next;
    if !of && !elided && !holds(&locality.bare_civic, &small) {
        return None;
    }
    named(text, &words[civic + 1 + usize::from(of)..])
}

/// The capital words with which these begin, as one name.
fn named<'a>(text: &'a str, words: &[&'a str]) -> Option<&'a str> {
    let first = without_article(words.first()?);
    let mut end = 0;
    for (at, word) in words.iter().take(NAME_WORDS).enumerate() {
        let word = if at == 0 { first } else { word };
        if !is_capital(word) || is_shouted(word) {
            break;
        }
        end = at + 1;
        if word.ends_with(|c: char| !c.is_alphanumeric()) || trimmed(word) != word {
            break;
        }
    }
    let last = words.get(end.checked_sub(1)?)?;
    let last = if end == 1 { trimmed(first) } else { trimmed(last) };
    let from = trimmed(first).as_ptr() as usize - text.as_ptr() as usize;
    let to = last.as_ptr() as usize + last.len() - text.as_ptr() as usize;
    text.get(from..to).filter(|_| may_be_place(first))
}

/// "Ashford City Council", "Ashford Sister Cities Commission".
fn before<'a>(text: &'a str, words: &[&'a str], civic: usize) -> Option<&'a str> {
    let locality = &GRAMMAR.locality;
    let body = bare(words[civic]);
    let of_bodies = holds(&locality.bodies_behind, &body);
    if !of_bodies && !holds(&locality.civic_behind, &body) || !is_capital(words[civic]) {
        return None;
    }
    let is_part = |word: &str| is_capital(word) && word.ends_with(char::is_alphanumeric);
    let mut end = civic;
    while end > 0 && is_part(words[end - 1]) && holds(&locality.between, &bare(words[end - 1])) {
        end -= 1;
    }
    // "Ashford Sister City Association", and not "Ashford Association", which may be named for anything.
    if of_bodies && end == civic {
        return None;
    }
    let is_name = |word: &str| is_part(word) && !holds(&locality.lead, &bare(word)) && !is_shouted(word);
    let start = (end.saturating_sub(NAME_WORDS)..end).rev().take_while(|at| is_name(words[*at])).last()?;
    let from = words[start].as_ptr() as usize - text.as_ptr() as usize;
    let to = words[end - 1].as_ptr() as usize + words[end - 1].len() - text.as_ptr() as usize;
    let name = text.get(from..to)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    (start..end).all(|at| may_be_place(words[at])).then_some(name)
}
