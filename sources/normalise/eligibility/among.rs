//! The places where those who apply, or one of their partners, come from, told without a verb of applying: "at least one
//! organisation from Egypt, Israel or Jordan", "Municipalities from Cyprus, Israel and Italy."

use super::super::evidence::found;
use super::clause::{is_exception, lists};
use super::elsewhere::others_only;
use super::listing::is_aside;
use super::sentence::{Sentence, near};
use super::{Known, say};
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::opportunity::{Answer, Kind, Verdict};

/// "Egypt, the Republic of Cyprus, Israel": so many words at most from one name of a list to the next.
const NEXT_NAME: usize = 3;

/// "At least one organisation registered in": so many words at most from those who come to the list.
const FROM_REACH: usize = 5;

/// "At least one organisation", "at least two small towns": so many words at most lie between.
const BODY_REACH: usize = 3;

/// "From these Southern Mediterranean countries:": so many words at most from the "from" to the colon.
const HEAD_REACH: usize = 5;

/// "The municipalities from …": so many words at most stand before those who begin a note.
const LEAD_WORDS: usize = 1;

/// What stands right before the first name of a list.
enum Lead {
    /// "From", "in": the place of that word.
    Place(usize),
    /// "From the following countries:".
    Colon,
    /// "Towns of the south (Egypt, …)".
    Bracket,
}

/// Is Israel on such a list? Where the text names it nowhere, whoever is not on the list is out.
pub(super) fn listed(sentences: &[Sentence<'_>], known: &Known<'_>) -> Option<Answer> {
    // Those named at a congress or a fair may be who speaks or who helps.
    if matches!(known.kind, Kind::Partnership | Kind::Conference | Kind::Exhibition) {
        return None;
    }
    let ours = sentences.iter().any(|sentence| sentence.israel().is_some());
    sentences.iter().enumerate().filter(|(_, sentence)| !sentence.in_title).find_map(|(place, sentence)| {
        let named =
            sentence.israel().or_else(|| sentence.others().find(|(_, people)| !people).map(|(hit, _)| hit).filter(|_| !ours))?;
        let closed = [Role::Excluded, Role::Not, Role::Except, Role::But].into_iter().any(|role| sentence.has(role));
        if closed || is_exception(sentence, named) || sentence.is_people(named) {
            return None;
        }
        let list = list_around(sentence, named);
        let several = comes_from(sentence, &list)?;
        if !ours {
            let open = [Role::Worldwide, Role::Associated, Role::Foreign, Role::Outside, Role::Partner, Role::Other];
            // "Look for a partner town in": they may be anywhere themselves.
            let several = several || sentence.says(&GRAMMAR.belonging.partners);
            let whole = !several && list.len() > 1 && !open.into_iter().any(|role| sentence.has(role));
            return whole.then(|| say(Verdict::No, found(sentence.quote(named), "country.listed_elsewhere")));
        }
        // "At least one partner from Israel" beside applicants from elsewhere: theirs apply, ours join.
        let verdict = if several && others_apply(sentences, place, known) { Verdict::Partner } else { Verdict::Yes };
        Some(say(verdict, found(sentence.text, "country.israel_listed")))
    })
}

/// Do other sentences than this one say that those who apply are elsewhere?
pub(super) fn others_apply(sentences: &[Sentence<'_>], place: usize, known: &Known<'_>) -> bool {
    let (before, after) = (&sentences[..place], &sentences[place + 1..]);
    others_only(before, known).or_else(|| others_only(after, known)).is_some()
}

/// The names that stand in one list with this one, in reading order.
fn list_around<'a>(sentence: &Sentence<'a>, named: &'a Hit) -> Vec<&'a Hit> {
    let mut listed: Vec<&Hit> =
        sentence.others().filter(|(_, people)| !people).map(|(hit, _)| hit).chain(std::iter::once(named)).collect();
    listed.sort_by_key(|name| name.first);
    listed.dedup_by_key(|name| name.first);
    let joint = |pair: &[&Hit]| near(pair[0], pair[1], NEXT_NAME) && lists(sentence, pair[0], pair[1]);
    let at = listed.iter().position(|name| name.first == named.first).unwrap_or_default();
    let first = (1..=at).rev().take_while(|end| joint(&listed[end - 1..=*end])).last().map_or(at, |end| end - 1);
    let last = (at..listed.len() - 1).take_while(|start| joint(&listed[*start..=start + 1])).last().map_or(at, |start| start + 1);
    listed[first..=last].to_vec()
}

/// Does the sentence say of this list that those who apply come from it? `Some(true)` where they are one of several.
fn comes_from(sentence: &Sentence<'_>, list: &[&Hit]) -> Option<bool> {
    let first = list.first()?;
    let before = |hit: &&Hit| hit.last < first.first;
    let ends = list.last().is_some_and(|last| !sentence.after(last).contains(char::is_alphanumeric));
    let must = [Role::May, Role::MustLieIn].into_iter().any(|role| sentence.has(role));
    let who: Vec<&Hit> = sentence.nouns().chain(sentence.of(Role::Participant)).filter(before).collect();
    // "Applicants" is a word of applying as well.
    let is_one = |verb: &Hit| who.iter().any(|hit| hit.first == verb.first);
    let idle = !sentence.of(Role::Apply).any(|verb| !sentence.is_modal(verb) && !is_one(verb));
    // "Municipalities from Cyprus, Israel and Italy." is all that the sentence says.
    let is_note = |hit: &Hit| ends && idle && list.len() > 1 && sentence.words_before(hit) <= LEAD_WORDS;
    // "Applicants from Austria and Germany must enclose a form" says nothing of who else may.
    let lies = sentence.has(Role::MustLieIn) || ends && sentence.has(Role::May);
    let told = |hit: &Hit| lies && idle || is_note(hit);
    // "At least one project in Israel was visited" is no condition on anybody.
    let one =
        |several: &Hit| who.iter().any(|hit| several.first <= hit.first && near(several, hit, BODY_REACH)) && (ends || must);
    let several = sentence.of(Role::OneOfSeveral).filter(before).any(one);
    let is_told = match lead(sentence, first)? {
        Lead::Place(from) => {
            let adjacent = |hit: &Hit| hit.last < from && from - hit.last <= FROM_REACH;
            several && who.iter().any(|hit| adjacent(hit)) || who.iter().any(|hit| adjacent(hit) && told(hit))
        }
        Lead::Colon => {
            let counted = |hit: &Hit| hit.last < first.first && near(hit, first, HEAD_REACH);
            let heads = [Role::Counted, Role::ListedIn, Role::MustLieIn].into_iter().flat_map(|role| sentence.of(role));
            let headed = list.len() > 1 && heads.into_iter().filter(|head| !is_aside(sentence, head)).any(counted);
            let comes = || sentence.of(Role::Comes).any(|comes| is_note(comes) && sentence.words_before(comes) == 0);
            headed && (several || comes() || who.iter().any(|hit| told(hit)))
        }
        Lead::Bracket => list.len() > 1 && who.iter().any(|hit| near(hit, first, FROM_REACH) && told(hit)),
    };
    is_told.then_some(several)
}

fn lead(sentence: &Sentence<'_>, first: &Hit) -> Option<Lead> {
    let before = sentence.before(first).trim_end();
    if before.ends_with(':') {
        return Some(Lead::Colon);
    }
    if before.ends_with('(') {
        return Some(Lead::Bracket);
    }
    // "D'Algérie", "מישראל": the "from" is a part of the word.
    let elided = || before.strip_suffix(['\'', '’']).and_then(|head| head.split_whitespace().next_back());
    if elided().is_some_and(|word| holds(&GRAMMAR.clause.genitives, word)) || sentence.quote(first).starts_with('מ') {
        return Some(Lead::Place(first.first));
    }
    let places = sentence.of(Role::From).chain(sentence.of(Role::Seat)).chain(sentence.of(Role::MustLieIn));
    let adjacent = |place: &&Hit| place.last < first.first && near(place, first, 2);
    places.filter(adjacent).map(|place| place.first).max().map(Lead::Place)
}
