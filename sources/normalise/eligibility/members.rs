//! Calls for the members of a network: whether there are any in Israel the list of members says, and not the call.

use super::super::evidence::found;
use super::clause::joined;
use super::paying::pays;
use super::say;
use super::sentence::{Sentence, near};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Verdict};

/// "Its member cities all around the world": so many words at most lie between.
const MEMBERS_REACH: usize = 3;

/// "Only members may apply", "member cities of the network".
pub(super) fn members_only(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let (sentence, member) = sentences.iter().find_map(|sentence| {
        // "Paid for by the network and its member towns".
        let asked = || sentence.of(Role::Membership).find(|member| sentence.about_applying() && !pays(sentence, member));
        Some((sentence, sentence.members_only().or_else(asked)?))
    })?;
    Some(say(Verdict::Conditional, found(sentence.quote(member), "country.members_only")))
}

/// "Youth from its member cities around the world": that says where the members are, and lets in nobody else. "Member cities and cities
/// around the world" does.
pub(super) fn are_where(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let theirs = |member: &Hit| {
        member.last < world.first
            && near(member, world, MEMBERS_REACH)
            && !joined(sentence, member, world)
            && !sentence.between(member, world).contains([',', ';', ':', '.', '\n'])
    };
    !sentence.in_title && sentence.of(Role::Membership).any(theirs)
}
