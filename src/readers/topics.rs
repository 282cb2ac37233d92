//! Cells of topics: by slug, by name, or by the everyday word for one. An entry that nobody knows costs itself and is told; the rest of the
//! table is read.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use sources::lexicon::{Lexicon, Tag, Topic};
use words::tokens;

use super::What;
use super::cells::entries;
use crate::clean;

/// A topic without a number is an interest.
const INTEREST: u8 = 2;

/// Letters of a word by which a topic is near what somebody wrote.
const LEAST_SHARED: usize = 3;

/// What a cell says, and what of it nobody knows.
#[derive(Debug, PartialEq)]
pub(super) struct Topics {
    /// As the profile has it; none where nothing of the cell is known.
    pub(super) known: Option<Value>,
    pub(super) unknown: Vec<What>,
}

/// A contact's: it is there for a topic or is not; how much that matters is the municipality's to say.
pub(super) fn of_contact(text: &str, lexicon: &Lexicon) -> Result<Topics, What> {
    if let Some(weighed) = entries(text).find(|entry| entry.contains('=')) {
        return Err(What::about("weighed_contact", weighed));
    }
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for entry in entries(text) {
        match topic(entry, lexicon) {
            Ok(slug) => known.push(slug),
            Err(what) => unknown.push(what),
        }
    }
    Ok(Topics { known: (!known.is_empty()).then(|| json!(known)), unknown })
}

/// `נוער=3; sport`: 3 a priority, 2 an interest, 1 welcome.
pub(super) fn weighed(text: &str, lexicon: &Lexicon) -> Result<Topics, What> {
    let (mut known, mut unknown) = (Map::new(), Vec::new());
    for entry in entries(text) {
        let (name, weight) = match entry.split_once('=') {
            Some((name, weight)) => (name.trim(), weight.trim().parse().ok().filter(|weight| (1..=3).contains(weight))),
            None => (entry, Some(INTEREST)),
        };
        let weight = weight.ok_or_else(|| What::about("no_weight", entry))?;
        match topic(name, lexicon) {
            Ok(slug) => drop(known.insert(slug.to_owned(), Value::from(weight))),
            Err(what) => unknown.push(what),
        }
    }
    Ok(Topics { known: (!known.is_empty()).then_some(Value::Object(known)), unknown })
}

fn topic<'l>(written: &str, lexicon: &'l Lexicon) -> Result<&'l str, What> {
    let is_called =
        |topic: &&Topic| topic.slug == written || topic.name.he == written || topic.name.en.eq_ignore_ascii_case(written);
    let found = lexicon.topics.iter().find(is_called).or_else(|| only(by_name(written, lexicon)));
    let found = found.or_else(|| only(by_word(written, lexicon)));
    found.map(|topic| topic.slug.as_str()).ok_or_else(|| What::about("no_topic", written).choices(near(written, lexicon)))
}

/// Of several nobody knows which is meant.
fn only<'l>(mut found: impl Iterator<Item = &'l Topic>) -> Option<&'l Topic> {
    found.next().filter(|_| found.next().is_none())
}

/// The topics whose name has all that is written: נוער is in "נוער וצעירים", סביבה in "קיימות וסביבה".
fn by_name<'l>(written: &str, lexicon: &'l Lexicon) -> impl Iterator<Item = &'l Topic> {
    let asked: Vec<String> = tokens(written).iter().map(|token| token.norm.clone().into_owned()).collect();
    let has = move |name: &str| {
        let name = tokens(name);
        let is_there = |asked: &String| name.iter().any(|word| word.norm == *asked || word.norm.strip_prefix('ו') == Some(asked));
        !asked.is_empty() && asked.iter().all(is_there)
    };
    lexicon.topics.iter().filter(move |topic| has(&topic.name.he) || has(&topic.name.en))
}

/// The topics that what is written says by itself, whole: חקלאים is agriculture.
fn by_word<'l>(written: &str, lexicon: &'l Lexicon) -> impl Iterator<Item = &'l Topic> {
    let asked = tokens(written);
    let said = lexicon.hits(&asked, None).into_iter().filter_map(|hit| match hit.tag {
        Tag::Topic { topic, hint: false } if hit.first == 0 && hit.last + 1 == asked.len() => Some(topic),
        _ => None,
    });
    said.collect::<BTreeSet<usize>>().into_iter().map(|place| &lexicon.topics[place])
}

/// The names of the topics that share a word with what is written or that it hints at, in its letters; of all where there are none.
fn near(written: &str, lexicon: &Lexicon) -> String {
    let is_latin = written.chars().any(|c| c.is_ascii_alphabetic());
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let asked: Vec<String> = words(written).into_iter().filter(|word| word.chars().count() >= LEAST_SHARED).collect();
    let shares = |name: &str| words(name).iter().any(|word| asked.iter().any(|asked| word.contains(asked.as_str())));
    let hits = lexicon.hits(&tokens(written), None);
    let hinted: BTreeSet<usize> =
        hits.iter().filter_map(|hit| if let Tag::Topic { topic, .. } = hit.tag { Some(topic) } else { None }).collect();
    let names: Vec<&str> =
        lexicon.topics.iter().map(|topic| if is_latin { topic.name.en.as_str() } else { topic.name.he.as_str() }).collect();
    let is_near = |(place, name): &(usize, &&str)| hinted.contains(place) || shares(name);
    let near: Vec<&str> = names.iter().enumerate().filter(is_near).map(|(_, name)| *name).collect();
    let told = if near.is_empty() { names } else { near };
    told.into_iter().map(clean::isolate).collect::<Vec<_>>().join(", ")
}
