//! Jewish communities abroad: "delegations of Jewish communities around the world" come from everywhere but from here.

use super::super::evidence::found;
use super::say;
use super::sentence::{Sentence, near};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Verdict};

/// "Jewish communities in all countries of the world": so many words at most lie between.
const WORLD_REACH: usize = 6;

/// "Delegations of the Jewish communities": so many words at most stand before those who begin the sentence.
const LEAD_WORDS: usize = 2;

/// Are those "around the world" communities of the diaspora?
pub(super) fn is_theirs(sentence: &Sentence<'_>, everywhere: &Hit) -> bool {
    sentence.of(Role::Diaspora).any(|community| near(community, everywhere, WORLD_REACH))
}

/// They are the ones who come or apply, and no authority is. "A town seeks ties with Jewish communities around the world" is no such
/// text.
pub(super) fn alone(sentences: &[Sentence<'_>]) -> Option<Answer> {
    if sentences.iter().any(|sentence| sentence.has(Role::LocalAuthority) || sentence.has(Role::Official)) {
        return None;
    }
    sentences.iter().filter(|sentence| sentence.in_title || sentence.about_applying()).find_map(|sentence| {
        let everywhere = sentence.of(Role::Worldwide).find(|everywhere| is_theirs(sentence, everywhere))?;
        let theirs = |community: &Hit| {
            let along = [Role::With, Role::Beside].into_iter().any(|role| sentence.comes_after(community, role));
            let from = sentence.comes_after(community, Role::From) || sentence.quote(community).starts_with('מ');
            near(community, everywhere, WORLD_REACH) && !along && (from || sentence.words_before(community) <= LEAD_WORDS)
        };
        sentence.of(Role::Diaspora).any(theirs).then(|| say(Verdict::No, found(sentence.quote(everywhere), "country.diaspora")))
    })
}
