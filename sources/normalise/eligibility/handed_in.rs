//! "Anträge können von Kommunen und Vereinen gestellt werden": the German "von" is a "by" where the verb behind it says that something
//! is handed in.

use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "Von Städten, Gemeinden, Landkreisen und ihren Zusammenschlüssen gestellt": so many words at most from the noun to the verb.
const VERB_REACH: usize = 10;

/// Does a participle of handing in close the clause that this "von" opens before a noun? What is handed in stands before it.
pub(super) fn closes(sentence: &Sentence<'_>, from: &Hit, noun: &Hit) -> bool {
    if !holds(&GRAMMAR.clause.by_last, &sentence.quote(from).to_lowercase()) {
        return false;
    }
    let mut handed = [Role::Apply, Role::Deed, Role::Thing].into_iter().flat_map(|role| sentence.of(role));
    let behind = sentence.after(noun).split(['.', ';', ':', '!', '?', '\n']).next().unwrap_or_default();
    let is_verb = |word: &str| holds(&GRAMMAR.clause.handed_in_last, word.trim_matches([',', '"', '“']));
    handed.any(|hit| hit.last < from.first && !sentence.is_modal(hit))
        && behind.split_whitespace().take(VERB_REACH + 1).any(is_verb)
}
