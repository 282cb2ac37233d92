//! The gazette in which a call is printed: "the call was published in the Official Gazette of 3 March 2027". Programmes, lists, the rules of
//! many years and laws are printed there too, and date nothing.

use chrono::NaiveDate;

use super::reading::Reading;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::dates::Mention;
use crate::normalise::wording::{folded_words, phrase_at};

/// "The Official Gazette of the Province, number 42, of": so many words at most stand between the gazette and its day.
const WORDS_TO_DAY: usize = 8;

/// What is printed there is named within so many bytes before its day.
const LEAD: usize = 200;

/// The day of the only gazette that a text names with one, if a call is what it prints.
pub(super) fn gazetted(reading: &Reading<'_>) -> Option<NaiveDate> {
    let printed = |mention: &Mention| Some((mention.date?, print(reading, mention)?));
    let mut prints = reading.mentions.iter().filter_map(printed);
    let first = prints.next().filter(|(_, print)| *print == Print::Call)?;
    prints.all(|other| other == first).then_some(first.0)
}

/// What a gazette prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Print {
    Call,
    Other,
}

/// What the gazette prints that is named before a day, if one is.
fn print(reading: &Reading<'_>, mention: &Mention) -> Option<Print> {
    let (from, _) = reading.clause(mention.start);
    let near = reading.text.floor_char_boundary(mention.start.saturating_sub(LEAD)).max(from);
    let head: Vec<String> = folded_words(reading.text.get(near..mention.start)?).collect();
    let near = head[head.len().saturating_sub(WORDS_TO_DAY)..].join(" ");
    let named = GRAMMAR.gazette.names.iter().any(|name| phrase_at(&near, name).is_some());
    let is_law = head.iter().any(|word| holds(&GRAMMAR.gazette.laws, word));
    // "The call was published", "la convocatoria salió": what is printed stands before its gazette.
    let is_call = || head.iter().any(|word| GRAMMAR.later.calls.iter().any(|call| word.ends_with(call.as_str())));
    // "Las bases están en el BOE": who tells where the rules can be read tells it of this call.
    let says = |list: &WordList| head.iter().any(|word| holds(list, word));
    let is_read = || says(&GRAMMAR.gazette.rules) && says(&GRAMMAR.gazette.read);
    named.then(|| if !is_law && (is_call() || is_read()) { Print::Call } else { Print::Other })
}
