//! Forms and boards of calls say in a label who may come from where: "Regional restriction: none", "Nationality: any". The whole value
//! counts: "Nationality: any in the Union" says something else.

use super::super::evidence::found;
use super::say;
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;
use crate::opportunity::{Answer, Verdict};

/// Is it for everybody by such a label?
pub(super) fn open_to_all(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let labels = sentences.iter().flat_map(|sentence| sentence.text.split(['\n', '|', ';']));
    labels.filter(|line| says(line)).map(|line| say(Verdict::Yes, found(line.trim(), "country.open_by_label"))).next()
}

fn says(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else { return false };
    // "Apply by 9 May. Regional restriction: none" may stand in one sentence.
    let label = plain(label.rsplit(['.', '!', '?', ',']).next().unwrap_or_default());
    let value = plain(value);
    // "International call": the value as a whole, or with the call that it is said of.
    let of_call = || value.rsplit_once(' ').filter(|(_, call)| holds(&GRAMMAR.later.calls, call)).map(|(first, _)| first);
    let says = |list: &[String]| [Some(value.as_str()), of_call()].into_iter().flatten().any(|value| holds(list, value));
    let everywhere = || says(&GRAMMAR.origin.everywhere);
    let unlimited = || holds(&GRAMMAR.origin.none, &value) || everywhere() || says(&GRAMMAR.origin.crossing);
    holds(&GRAMMAR.origin.labels, &label) && everywhere() || holds(&GRAMMAR.origin.restrictions, &label) && unlimited()
}

fn plain(part: &str) -> String {
    fold(part.trim_matches(|c: char| !c.is_alphanumeric()))
}
