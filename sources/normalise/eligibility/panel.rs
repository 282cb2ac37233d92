//! Those who judge or speak, and those who are only imagined: none of them applies.

use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "The jury is made up of architects, writers, councillors and": so many words at most lie between.
const PANEL_REACH: usize = 12;

/// "Officials of the town and architects will sit on the jury": so many words at most lie between.
const SITS_REACH: usize = 9;

/// "The councillors for culture, for sport and for youth have presented": so many words at most lie between.
const PRESENTED_REACH: usize = 9;

/// "Goes to a city that", "open to any town that": so many words at most lie between.
const RECEIVER_REACH: usize = 2;

/// Does this noun sit on a jury or speak at a meeting? Behind a word of applying somebody is asked.
pub(super) fn sits_on_a_panel(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let asked = |panel: &Hit| {
        let mut verbs = sentence.verbs();
        verbs.any(|verb| panel.last < verb.first && verb.last < noun.first)
    };
    sentence.of(Role::Panel).any(|panel| {
        let inside = panel.first <= noun.first && noun.last <= panel.last;
        // "Councillors will sit on the jury".
        let sits = || {
            let between = if noun.last < panel.first { sentence.between(noun, panel) } else { return false };
            let sit = |word: &str| holds(&GRAMMAR.panel.sits, &word.to_lowercase());
            near(noun, panel, SITS_REACH) && !between.contains([',', ';', ':', '.']) && between.split_whitespace().any(sit)
        };
        inside || panel.last < noun.first && near(panel, noun, PANEL_REACH) && !asked(panel) || sits()
    })
}

/// "The councillors for culture and for youth have presented the call": officials who speak of it. With a word of applying between they
/// may be asked.
pub(super) fn presents(sentence: &Sentence<'_>, official: &Hit) -> bool {
    sentence.of(Role::Presents).any(|verb| {
        let asked = || sentence.of(Role::Apply).any(|apply| official.last < apply.first && apply.last < verb.first);
        official.last < verb.first && near(official, verb, PRESENTED_REACH) && !asked()
    })
}

/// "Design a city that works for all", "photos d'une commune qui change": one that there is not yet, or that is looked at. As a receiver
/// or as a doer it is one of those that may apply.
pub(super) fn is_imagined(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let quote = sentence.quote(noun).to_lowercase();
    let mut words = quote.split_whitespace();
    let one = words.next().is_some_and(|word| holds(&GRAMMAR.clause.indefinite, word));
    let that = |word: Option<&str>| word.is_some_and(|word| GRAMMAR.clause.relative.iter().any(|that| that.trim() == word));
    let told = that(words.next_back()) || that(sentence.after(noun).split_whitespace().next());
    if !one || !told {
        return false;
    }
    let giving = [Role::For, Role::By, Role::HandsIn, Role::Honours, Role::Apply, Role::OneOfSeveral, Role::NamesApplicant];
    let receives = giving.into_iter().flat_map(|role| sentence.of(role)).any(|verb| {
        let before = verb.last < noun.first && near(verb, noun, RECEIVER_REACH);
        before || verb.first <= noun.first && noun.first <= verb.last
    });
    let last = sentence.before(noun).split_whitespace().next_back().map(str::to_lowercase);
    let given = last.is_some_and(|word| holds(&GRAMMAR.clause.given_to, &word));
    let leads = sentence.words_before(noun) <= 1;
    let acts = || sentence.of(Role::Apply).any(|verb| noun.last < verb.first);
    !(receives || given || leads && acts())
}
