//! What has to happen first: "a stand is kept only once its contract has been signed". It tells no news.

use crate::lexicon::Hit;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::normalise::dates::lex::fold;
use crate::normalise::reading::Reading;

/// "Once the committee, or whoever it has named, has": so many words at most lead on to what has to happen.
const WORDS_TO_DEED: usize = 8;

/// They are looked for in so many bytes.
const LEAD: usize = 160;

/// Does a small word before the deed, and behind the beginning of its sentence, make a condition of it? "After the mayors had signed, …" may
/// tell a story.
pub(in crate::normalise) fn is_condition(reading: &Reading, deed: &Hit) -> bool {
    let begins = reading.sentences[reading.sentence_at(deed.start)].start;
    let from = reading.text.ceil_char_boundary(deed.start.saturating_sub(LEAD)).max(begins);
    let lead = reading.text.get(from..deed.start).unwrap_or("");
    let words: Vec<String> = lead.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect();
    let first = usize::from(from == begins);
    let near = words.len().saturating_sub(WORDS_TO_DEED).max(first.min(words.len()));
    words[near..].iter().any(|word| holds(&GRAMMAR.later.case, word))
}
