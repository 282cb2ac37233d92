//! The municipality as the one who runs what is called: "the municipality is closed", "the council decides". With the article of
//! Hebrew it is the known one, and behind it a verb of those who call says that it does not apply.

use super::sentence::{Part, Sentence, of};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};

/// "The council will then decide": so many words at most from it to its verb.
const VERB_REACH: usize = 2;

/// Does this authority run the call?
pub(super) fn runs(parts: &[Part<'_>], authority: &Hit, text: &str) -> bool {
    let first = text[authority.start..authority.end].split_whitespace().next().unwrap_or_default();
    if !holds(&GRAMMAR.applicant.known_bodies, first) {
        return false;
    }
    of(parts, Role::Runs).any(|verb| {
        let behind = authority.first < verb.first && verb.last > authority.last && verb.first <= authority.last + VERB_REACH;
        // "The municipality that runs it": the "that" is a letter of the verb.
        let first = text[verb.start..verb.end].split_whitespace().next().unwrap_or_default();
        let relative = first.starts_with(&GRAMMAR.letters.that_or_the[..]) && !holds(&GRAMMAR.applicant.own_that, first);
        let before = verb.last + 1 == authority.first;
        let parted =
            behind && verb.start >= authority.end && text[authority.end..verb.start].contains([',', '.', ';', ':', '\n']);
        (behind || before) && !relative && !parted
    })
}

/// "The Hill Regional Council wants better streets": a council with its name behind it is that one, and no kind of authority.
pub(super) fn is_particular(sentence: &Sentence<'_>, authority: &Hit) -> bool {
    let quote = sentence.quote(authority);
    let named = || sentence.after(authority).strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    holds(&GRAMMAR.applicant.named_behind, quote) && named()
}
