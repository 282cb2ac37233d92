//! What is paid by the night or the kilometre, for each head by the day, or to a group for each guest: how much one gets of it nobody says.

use super::beside::{last_words, words_of};
use crate::lexicon::grammar::{GRAMMAR, WordList};

/// "Per person and per night", "a day for each participant": so many words at most say what the sum is paid by.
const WORDS_OF_RATE: usize = 5;

/// They stand within so many bytes: what stands behind a sum may be as long as a text.
const WITHIN: usize = 120;

/// "The stipend is at most": so many words before a sum may name what a person gets.
const WORDS_TO_STIPEND: usize = 8;

/// Does what stands behind a sum make a rate of it? `head` is what stands before it.
pub(super) fn is_rate(head: &str, behind: &str) -> bool {
    let near = &behind[..behind.floor_char_boundary(WITHIN)];
    let stretch = near.trim_start_matches([' ', '\u{a0}', '\u{202f}', '(']);
    let cut = stretch.find([',', ';', '\n', '|', ')', '.', ':', '،']).unwrap_or(stretch.len());
    let money = &GRAMMAR.money;
    let says = |list: &WordList, word: &String| list.contains(word);
    let words: Vec<String> = words_of(&stretch[..cut]).map(|(_, word)| word).take(WORDS_OF_RATE).collect();
    // "For each participant, a day": only such words belong to it.
    let lists = [&money.rated_by, &money.rated_and, &money.heads, &money.guests, &money.rated_days, &money.rates];
    let rate = words.iter().take_while(|word| lists.iter().any(|list| says(list, word)));
    let rate: Vec<&String> = rate.collect();
    // "ללילה לבן", "par nuit des musées": a night with a name is a feast.
    let is_feast = || words.get(rate.len()).is_some_and(|next| says(&money.night_names, next));
    // "ליום" alone is by the day, and "ליום העצמאות" is for a feast: in Hebrew the letter leads on.
    let prefixed = |first: &str| money.rated_prefixes.iter().any(|prefix| first.starts_with(prefix.as_str()));
    let led = rate.first().is_some_and(|first| says(&money.rated_by, first) || prefixed(first)) || stretch.starts_with('/');
    let holds = |list: &WordList| rate.iter().any(|word| says(list, word));
    // "€100 per participant": who applies brings a group. "A stipend of €500 per participant" is what each applies for.
    let by_guest = || rate.iter().any(|word| says(&money.guests, word)) && !is_stipend(head);
    led && (holds(&money.rates) && !is_feast() || holds(&money.rated_days) && holds(&money.heads) || by_guest())
}

/// Is what a person gets for himself named before the sum?
fn is_stipend(head: &str) -> bool {
    let stipend = |word: &String| GRAMMAR.money.stipends.iter().any(|noun| word.ends_with(noun.as_str()));
    last_words(head, WORDS_TO_STIPEND).iter().any(stipend)
}
