//! Calls for the members of a network: whether there are any in Israel the list of members says, and not the call.

use super::super::evidence::found;
use super::clause::joined;
use super::paying::pays;
use super::say;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;
use crate::opportunity::{Answer, Verdict};

/// "Submitted by the": so many words at most lie between it and the members.
const GIVEN_REACH: usize = 2;

/// "Members of the Harbour Towns Programme can now apply": so many words at most from them to the verb.
const APPLY_REACH: usize = 10;

/// "Antragsberechtigt sind die": so many words at most from the verb to the members.
const ASKED_REACH: usize = 3;

/// "Applicants have to be": so many words at most stand before the members who begin a sentence.
const BE_LEADS: usize = 5;

/// "1. All full and associate members": so many words at most stand before them.
const LEAD_WORDS: usize = 5;

/// "Of the OECD": so many words at most stand behind the members.
const STATES_WITHIN: usize = 3;

/// "Be accepted members": the verb is one of so many words before them.
const BE_WITHIN: usize = 3;

/// "Of one of the 20 regional networks": the network is one of so many words behind them.
const NETWORK_REACH: usize = 8;

/// "Its member cities all around the world": so many words at most lie between.
const MEMBERS_REACH: usize = 3;

/// "Only members may apply", "member cities of the network".
pub(super) fn members_only(sentences: &[Sentence<'_>]) -> Option<Answer> {
    let (sentence, member) = sentences.iter().find_map(|sentence| {
        // "Paid for by the network and its member towns".
        let asked = |member: &&Hit| sentence.about_applying() && !pays(sentence, member) && !is_added(sentence, member);
        let asked = || sentence.of(Role::Membership).find(asked);
        Some((sentence, sentence.members_only().or_else(asked).or_else(|| of_a_network(sentence))?))
    })?;
    // "Open to members of the OECD": to whoever is of those states.
    let states = |word: &str| holds(&GRAMMAR.belonging.of_states, &bare(word));
    if sentence.after(member).split_whitespace().take(STATES_WITHIN).any(states) {
        return None;
    }
    Some(say(Verdict::Conditional, found(sentence.quote(member), "country.members_only")))
}

/// "The members of the board may propose projects too": whoever else may.
fn is_added(sentence: &Sentence<'_>, member: &Hit) -> bool {
    sentence.of(Role::Likewise).any(|also| also.last < member.first)
}

/// "Members of the Harbour Towns Programme can now apply", "be a member of one of the national networks", "projects submitted by
/// the members of the AIVM".
fn of_a_network<'a>(sentence: &Sentence<'a>) -> Option<&'a Hit> {
    if sentence.in_title || [Role::Not, Role::Waives, Role::Excluded].into_iter().any(|role| sentence.has(role)) {
        return None;
    }
    let handed_in = |member: &Hit| {
        let mut verbs = [Role::HandsIn, Role::OpensTo, Role::NamesApplicant].into_iter().flat_map(|role| sentence.of(role));
        verbs.any(|verb| verb.last < member.first && near(verb, member, GIVEN_REACH))
    };
    let apply = |member: &Hit| {
        let acts = |verb: &Hit| {
            let one_clause = || !sentence.between(member, verb).contains([':', ';', '.', '\n']);
            member.last < verb.first && near(member, verb, APPLY_REACH) && one_clause()
        };
        // "Antragsberechtigt sind die Mitglieder der Allianz"; who is assessed by members is not one.
        let asked = |verb: &Hit| {
            let parts = [Role::By, Role::With, Role::From].into_iter().flat_map(|role| sentence.of(role));
            let parted = parts.into_iter().any(|part| verb.first <= part.first && part.last < member.first);
            verb.last < member.first && near(verb, member, ASKED_REACH) && !parted
        };
        sentence.words_before(member) <= LEAD_WORDS && sentence.verbs().any(acts) || sentence.verbs().any(asked)
    };
    // "Must be accepted members of".
    let are = |member: &Hit| {
        let mut before = sentence.before(member).split_whitespace().rev().take(BE_WITHIN).map(bare);
        before.any(|word| holds(&GRAMMAR.belonging.be, &word))
            && (sentence.has(Role::May) || sentence.words_before(member) <= BE_LEADS)
    };
    sentence.of(Role::Member).find(|member| {
        let belongs =
            || is_network(sentence.after(member)) || sentence.has(Role::Only) && is_acronym(last_word(sentence.before(member)));
        (apply(member) || are(member) || handed_in(member) || sentence.has(Role::Only) && sentence.about_applying())
            && belongs()
            && !is_added(sentence, member)
    })
}

/// "Of the Harbour Towns (HTP) Programme", "de l'AIVM"; not "of the board of the network".
fn is_network(behind: &str) -> bool {
    let grammar = &GRAMMAR.belonging;
    let clause = behind.split([',', ';', ':', '.', '\n']).next().unwrap_or_default();
    let of = clause.split_whitespace().next().is_some_and(|word| holds(&GRAMMAR.clause.genitives, &bare(word)));
    let mut words = clause.split_whitespace().take(NETWORK_REACH);
    let told = words.find(|word| {
        is_acronym(word) || [&grammar.networks, &grammar.parts_of_it].into_iter().any(|list| holds(list, &bare(word)))
    });
    of && told.is_some_and(|word| !holds(&grammar.parts_of_it, &bare(word)))
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// "AIVM", "l'AIVM", "(HTP)".
fn is_acronym(word: &str) -> bool {
    /// Fewer letters are a country or a numeral.
    const LETTERS: usize = 3;
    let letters = word.rsplit(['\'', '’']).next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let of_states = || holds(&GRAMMAR.belonging.of_states, &letters.to_lowercase());
    letters.chars().count() >= LETTERS && letters.chars().all(char::is_uppercase) && !of_states()
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
