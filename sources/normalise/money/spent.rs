//! "Up to €3,000 may be spent on travel": what may be used for one thing is a bound of that cost, and no grant.

use super::beside::{is_one_of, last_words, words_of};
use super::least::names_sum;
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::normalise::wording::phrase_at;

/// "€3,000 of the grant may be": so many words at most stand between the sum and what may be done with it.
const USED_WITHIN: usize = 4;

/// So many words behind the sum are read.
const WORDS_BEHIND: usize = 12;

/// "A grant for towns of up to": so many words before a sum may name the grant that it is.
const WORDS_TO_GRANT: usize = 6;

/// Is only a part of a grant spoken of? `head` stands before the sum in its clause, or since the percentage that it is said beside.
pub(super) fn is_spent_on_one_thing(head: &str, behind: &str) -> bool {
    let words: Vec<String> = words_of(behind).map(|(_, word)| word).take(WORDS_BEHIND).collect();
    let behind = words.join(" ");
    // "Of the grant", and not "which may be used as you like".
    let of_grant = |word: &str| {
        let small = [&GRAMMAR.money.of, &GRAMMAR.fee.small].into_iter().any(|list| holds(list, word));
        small || names_sum(word) || is_one_of(&GRAMMAR.money.amounts, word)
    };
    let near = |gap: &str| gap.split_whitespace().count() <= USED_WITHIN && gap.split_whitespace().all(of_grant);
    let money = &GRAMMAR.money;
    let says = |list: &WordList, holds_for: &dyn Fn(&str) -> bool| {
        let rest = |phrase: &String| phrase_at(&behind, phrase).map(|at| (&behind[..at], &behind[at + phrase.len()..]));
        list.iter().filter_map(rest).any(|(gap, rest)| near(gap) && holds_for(rest))
    };
    // "Können für … beantragt werden" is what one can get: the verb at the end tells.
    let has_verb = |rest: &str| rest.split_whitespace().any(|word| holds(&money.spending, word));
    let used = says(&money.spent, &|rest| !is_whole(rest)) || says(&money.spent_by_verb, &has_verb);
    // "€5,000 may be used by each town" is what each gets.
    let for_each = words.iter().any(|word| GRAMMAR.money.for_one.contains(word) && word.len() > 2);
    used && !for_each && !last_words(head, WORDS_TO_GRANT).iter().any(|word| names_sum(word))
}

/// "By a village", "to a single project", "for anything": whoever gets it, or all that he does, is no one thing of many.
fn is_whole(rest: &str) -> bool {
    let words: Vec<&str> = rest.split_whitespace().take(WORDS_TO_WHOLE + 1).collect();
    // "A project manager" is one thing.
    let ends = |at: usize| words.get(at + 1).is_none_or(|next| holds(&GRAMMAR.money.behind_whole, next));
    words.iter().enumerate().take(WORDS_TO_WHOLE).any(|(at, word)| holds(&GRAMMAR.money.wholes, word) && ends(at))
}

/// "To one and the same town": so many words behind the verb are read.
const WORDS_TO_WHOLE: usize = 5;
