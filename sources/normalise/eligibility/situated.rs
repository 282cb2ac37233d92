//! Where those are who are asked, told right behind them without a word for a seat: "partner organisations in Zambia", "des acteurs
//! en Afrique", "organisations established and active in Wallonia".

use std::borrow::Cow;

use super::requisite::goes_on_to_us;
use super::sentence::{Sentence, near};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "Ayant une représentation réelle en": so many words at most from those who are asked to the place.
const PLACE_REACH: usize = 7;

/// "Inviting partner", "welcomes projects between": so many words at most from the word of asking to those who are asked.
const ASKED_REACH: usize = 3;

/// "Send the form to Madrid, all others to Tokyo": the others are one of so many words behind the place.
const REST_WITHIN: usize = 16;

/// "The organisations": so many words at most stand before those who begin a sentence.
const LEAD_WORDS: usize = 1;

/// "In Zambia to submit": so many words at most from the place to what they do.
const VERB_REACH: usize = 3;

/// The place elsewhere where those are who are asked. Where others are asked without a place, a word on "applicants in Spain" tells what
/// these do, and so does what tells of "the others" as well.
pub(super) fn place<'a>(sentence: &Sentence<'a>, free: impl Fn() -> bool) -> Option<&'a Hit> {
    let roles = [Role::LocalAuthority, Role::Official, Role::OtherBody, Role::Person, Role::Participant];
    let asker = |word: &&Hit| holds(&GRAMMAR.belonging.askers, &bare(sentence.quote(word)));
    let whom: Vec<&Hit> =
        roles.into_iter().flat_map(|role| sentence.of(role)).chain(sentence.of(Role::Apply).filter(asker)).collect();
    let countries = sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit);
    let mut places = countries.chain(sentence.of(Role::Region)).chain(sentence.of(Role::FarRegion));
    let told = places.find(|place| {
        let of_it = |who: &&&Hit| who.last < place.first && near(who, place, PLACE_REACH) && is_there(sentence, who, place);
        whom.iter().filter(of_it).any(|who| is_asked(sentence, who, place, &free)) && !goes_on_to_us(sentence.after(place))
    });
    told.or_else(|| people(sentence, &free))
}

/// "Polish organisations", "organisations polonaises": the people of a country right beside a word for whoever applies.
fn people<'a>(sentence: &Sentence<'a>, free: impl Fn() -> bool) -> Option<&'a Hit> {
    let mut people = sentence.others().filter(|(_, people)| *people).map(|(hit, _)| hit).filter(|_| !lets_in_besides(sentence));
    people.find(|people| {
        sentence.of(Role::Participant).any(|who| {
            let (first, last) = if people.last < who.first { (*people, who) } else { (who, *people) };
            // "The French town of Ash looks for partners": one town may be who calls.
            let town = || sentence.of(Role::OneAuthority).any(|town| town.first == who.first);
            first.last + 1 == last.first && !town() && is_asked(sentence, first, last, &free)
        })
    })
}

/// Does nothing stand between but what those do who are settled there, and a word for "in"?
fn is_there(sentence: &Sentence<'_>, who: &Hit, place: &Hit) -> bool {
    let grammar = &GRAMMAR.belonging;
    let words: Vec<Cow<'_, str>> =
        sentence.between(who, place).split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let end = words.iter().rposition(|word| !holds(&grammar.small, word)).map_or(0, |last| last + 1);
    let Some((inside, settled)) = words[..end].split_last() else { return false };
    let plain = |word: &Cow<'_, str>| holds(&grammar.settled, word);
    let one_phrase = !sentence.between(who, place).contains([';', ':', '.', '(', '|', '\n']);
    // "Organisations from Albania".
    let placed = holds(&grammar.inside, inside) || holds(&grammar.comes, inside) && !lets_in_besides(sentence);
    one_phrase && placed && settled.iter().all(plain)
}

/// "Especially organisations from Ukraine", "must include organisations from Germany": they are let in besides others, or go along.
fn lets_in_besides(sentence: &Sentence<'_>) -> bool {
    let joins = [Role::Joins, Role::Partner, Role::OneOfSeveral].into_iter().any(|role| sentence.has(role));
    joins || sentence.says(&GRAMMAR.belonging.besides)
}

/// Is it they who are asked: right behind a word of asking, or in the beginning and before what they do?
fn is_asked(sentence: &Sentence<'_>, who: &Hit, place: &Hit, free: impl Fn() -> bool) -> bool {
    let along = [Role::With, Role::Beside, Role::Joint].into_iter().flat_map(|role| sentence.of(role));
    if along.into_iter().any(|along| along.last < who.first && near(along, who, ASKED_REACH)) {
        return false;
    }
    // "Must involve partners in Nepal": those who ask may be anywhere.
    let word = sentence.before(who).split_whitespace().next_back().map(bare).unwrap_or_default();
    if holds(&GRAMMAR.belonging.partners, &bare(sentence.quote(who))) && !holds(&GRAMMAR.between, &word) {
        return false;
    }
    let words = [Role::Apply, Role::By, Role::MustLieIn, Role::OpensTo, Role::HandsIn].into_iter();
    let mut asks = words.flat_map(|role| sentence.of(role)).filter(|word| !sentence.is_modal(word));
    let before = asks.any(|word| word.last < who.first && near(word, who, ASKED_REACH));
    let acts = || sentence.of(Role::Apply).any(|verb| place.last < verb.first && near(place, verb, VERB_REACH));
    let named = |word: &Hit| holds(&GRAMMAR.belonging.askers, &bare(sentence.quote(word)));
    let about = || sentence.about_applying() || sentence.has(Role::MustLieIn);
    let leads = || sentence.words_before(who) <= LEAD_WORDS || called(sentence, who);
    let rest =
        || sentence.after(place).split_whitespace().take(REST_WITHIN).any(|word| holds(&GRAMMAR.belonging.wider, &bare(word)));
    let remark = || named(who) && (rest() || free());
    let told = before && about() || (named(who) && about() || acts() && leads()) && !remark();
    told && !(before && rest() && sentence.has(Role::MustLieIn))
}

/// "Candidates in Africa apply in French", where others are asked without a place.
pub(super) fn is_remark(sentence: &Sentence<'_>, place: &Hit, free: impl Fn() -> bool) -> bool {
    let word = sentence.before(place).split_whitespace().next_back().map(bare).unwrap_or_default();
    let opened = || [Role::OpensTo, Role::By, Role::For].into_iter().any(|role| sentence.has(role));
    holds(&GRAMMAR.belonging.askers, &word) && !opened() && free()
}

/// Does a sentence ask somebody without a word on where he is, or the whole world?
pub(super) fn asks_anybody(sentence: &Sentence<'_>) -> bool {
    let roles = [Role::Region, Role::FarRegion, Role::ElsewhereOnly, Role::Seat];
    let placed = || roles.into_iter().any(|role| sentence.has(role)) || sentence.others().next().is_some();
    let asks = || sentence.about_applying() && !sentence.in_title && sentence.has_applicant() && !placed();
    asks() || sentence.has(Role::Worldwide) && !sentence.has(Role::Excluded) && !sentence.in_title && !placed()
}

/// "Is inviting partner organisations".
fn called(sentence: &Sentence<'_>, who: &Hit) -> bool {
    sentence.of(Role::Calls).any(|verb| verb.last < who.first && near(verb, who, ASKED_REACH))
}
