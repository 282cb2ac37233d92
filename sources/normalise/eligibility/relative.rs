//! Authorities inside a clause that describes others: "initiatives that help municipalities", "Projekte, die Kommunen voranbringen",
//! "יוזמות המסייעות לרשויות". Whoever the clause is about applies, and not those whom it names.

use super::clause::{is_listed, joined};
use super::levels;
use super::sentence::{Sentence, is_inside};
use crate::lexicon::grammar::{GRAMMAR, ends, holds};
use crate::lexicon::{Hit, Role};

/// "That have worked for many years on behalf of the": so many words at most lie between the "that" and those named.
const CLAUSE_REACH: usize = 9;

/// "Die in den Landkreisen … oder in einer der Gemeinden": so many words at most where the clause ends with its verb.
const CLOSED_REACH: usize = 20;

/// "Working closely with the many": so many words at most lie between a participle and those named.
const PARTICIPLE_REACH: usize = 4;

/// So many of a list at most are looked at.
const LIST_LENGTH: usize = 6;

/// A shorter word on "-ing" is a noun ("ring", "spring").
const PARTICIPLE_BYTES: usize = 6;

/// What ends a clause.
const ENDS: [char; 9] = [',', '،', ';', ':', '.', '!', '?', '(', '\n'];

/// A clause before a noun: the place of its first word, whose it is, and how it is made.
struct Clause<'a> {
    start: usize,
    /// What lies between that word and the noun.
    gap: &'a str,
    /// The noun may be the one who does what the clause tells ("the crises that cities live through").
    doer: bool,
    /// It ends with its verb, and with it whatever is named in it.
    closed: bool,
}

/// Does this noun stand in a clause on somebody else? In a list the first one tells it of all: "that help schools, clubs and towns".
pub(super) fn describes_others(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let last = noun;
    let mut noun = noun;
    for _ in 0..LIST_LENGTH {
        if stands_in_clause(sentence, noun, last) {
            return true;
        }
        let before = sentence.nouns().filter(|other| other.last < noun.first).max_by_key(|other| other.last);
        match before.filter(|other| is_listed(sentence, other, noun)) {
            Some(other) => noun = other,
            None => return false,
        }
    }
    false
}

/// `last` is the last of the list that begins with the noun.
fn stands_in_clause(sentence: &Sentence<'_>, noun: &Hit, last: &Hit) -> bool {
    let Some(clause) = clause_before(sentence, noun, last) else { return false };
    let start = sentence.place_of(clause.start);
    let inside = |hit: &Hit| start <= hit.start && hit.end <= noun.start;
    // "A call that invites towns", "a grant that goes to towns": what is offered is for them.
    let headed = |hit: &Hit| hit.end <= start && sentence.text_at(hit.end, start).trim_matches([' ', ',']).is_empty();
    let offered = sentence.offered().any(headed);
    // "Projects that are proposed by towns", "المشاريع التي تقترحها البلديات".
    let reaches_in = |hit: &Hit| start < hit.end && hit.end <= noun.start;
    let handed_in = sentence.of(Role::HandsIn).any(reaches_in) || sentence.comes_after(noun, Role::By);
    let includes = clause.gap.split_whitespace().any(|word| holds(&GRAMMAR.clause.includes, &word.to_lowercase()))
        || sentence.of(Role::OneOfSeveral).any(inside);
    if offered || handed_in || includes {
        return false;
    }
    if clause.doer {
        // "Projects that towns carry out" are theirs, and so is what they hand in.
        let end = noun.end + clause_behind(sentence, noun).len();
        let acts = sentence.of(Role::Apply).any(|apply| noun.end <= apply.start && apply.end <= end);
        let theirs = sentence.of(Role::Deed).chain(sentence.of(Role::Thing)).any(headed);
        return !acts && !theirs;
    }
    if clause.closed {
        return true;
    }
    // "NGOs that are registered and municipalities" are two who apply; "that help schools and municipalities" is one clause.
    let first = || sentence.nouns().filter(|other| inside(other) && other.end <= noun.start);
    let parted = first().any(|other| joined(sentence, other, noun)) || has_conjunction(clause.gap);
    !parted || first().any(|other| is_listed(sentence, other, noun) && !has_conjunction(before(sentence, start, other)))
}

fn before<'a>(sentence: &Sentence<'a>, start: usize, hit: &Hit) -> &'a str {
    sentence.text_at(start, hit.start)
}

fn has_conjunction(text: &str) -> bool {
    GRAMMAR.clause.conjunctions.iter().any(|word| text.contains(word.as_str()))
}

/// The clause that begins last before a noun, with no comma between.
fn clause_before<'a>(sentence: &Sentence<'a>, noun: &Hit, last: &Hit) -> Option<Clause<'a>> {
    let text = levels::without_levels(sentence.before(noun));
    let open = text.rfind(ENDS).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let commaed = text[..open].ends_with([',', '،']);
    let words: Vec<(usize, &str)> = placed_words(&text[open..]).map(|(at, word)| (open + at, word)).collect();
    let reached = |place: &usize| *place == 0 && words.len() <= CLOSED_REACH || words.len() - place <= CLAUSE_REACH;
    (0..words.len()).rev().filter(reached).find_map(|place| {
        let (start, word) = words[place];
        let gap = &text[start + word.len()..];
        let behind = || words.get(place + 1).map(|(_, word)| word.to_lowercase());
        let bare = gap.split_whitespace().all(|word| holds(&GRAMMAR.clause.articles, &word.to_lowercase()));
        let head = if place > 0 {
            words[place - 1].1
        } else if commaed {
            last_word(&text[..open])
        } else {
            return None;
        };
        let lower = word.to_lowercase();
        // "The bodies that can apply are towns": behind the verb of being the clause is over.
        let mut told = gap.split_whitespace().rev().skip_while(|word| holds(&GRAMMAR.clause.articles, &word.to_lowercase()));
        let over = told.next().is_some_and(|last| holds(&GRAMMAR.applicant.being_several, last)) && told.next().is_some();
        if over && !commaed {
            return None;
        }
        let found = |doer: bool| Some(Clause { start, gap, doer, closed: false });
        let near = words.len() - place <= CLAUSE_REACH;
        if near && holds(&GRAMMAR.clause.of_a_plural, &lower) {
            return if is_plural(head) { found(bare) } else { None };
        }
        if let Some((_, ending)) = GRAMMAR.clause.of_a_verb.iter().find(|(that, _)| near && *that == lower) {
            return if !bare && behind().is_some_and(|verb| verb.ends_with(ending.as_str())) { found(false) } else { None };
        }
        if place == 0 && holds(&GRAMMAR.clause.verb_last, &lower) {
            let verb = last_word(clause_behind(sentence, last));
            let helps = holds(&GRAMMAR.clause.helps, verb);
            let ends = ends_with_a_plural_verb(sentence, last);
            return ends.then_some(Clause { start, gap, doer: bare && !helps, closed: true });
        }
        if near && holds(&GRAMMAR.clause.of_a_noun, &lower) {
            // "That they propose", with the "it" of what is proposed: whoever stands behind proposes it.
            let theirs = behind().is_some_and(|verb| ends(&GRAMMAR.letters.it_arabic, &verb));
            let several = ends(&GRAMMAR.letters.several_arabic, head) || is_noun_of_others(sentence, start);
            return if several && !theirs { found(false) } else { None };
        }
        let close = words.len() - place <= PARTICIPLE_REACH + 1;
        let hebrew = is_hebrew_participle(word);
        let participle = hebrew || word.len() >= PARTICIPLE_BYTES && lower.ends_with("ing");
        // Behind an indefinite noun of several a word with the article is a verb: "יועצים המלווים", and not "הוועדים המקומיים".
        let unknown = || {
            let ours = sentence.of(Role::LocalAuthority).any(|hit| hit.end + 1 == sentence.place_of(start));
            hebrew
                && word.starts_with(&GRAMMAR.letters.the[..])
                && ends(&GRAMMAR.letters.several_men, head)
                && !head.starts_with(&GRAMMAR.letters.definite[..])
                && !ours
        };
        if close && participle && (is_noun_of_others(sentence, start) || unknown()) { found(false) } else { None }
    })
}

/// What stands behind a noun in its clause.
fn clause_behind<'a>(sentence: &Sentence<'a>, noun: &Hit) -> &'a str {
    let after = sentence.after(noun);
    &after[..after.find(ENDS).unwrap_or(after.len())]
}

/// The words of a text, each with its place.
fn placed_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(char::is_whitespace)
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
}

fn last_word(text: &str) -> &str {
    text.trim_end_matches(|c: char| !c.is_alphanumeric()).split_whitespace().next_back().unwrap_or_default()
}

/// "Initiatives", "people": more than one in English.
fn is_plural(head: &str) -> bool {
    let head = head.to_lowercase();
    head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("is") || holds(&GRAMMAR.clause.people, &head)
}

/// "Die Städte lebenswerter machen,": the German clause on several ends with its verb, in small letters.
fn ends_with_a_plural_verb(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let clause = clause_behind(sentence, noun);
    let last = last_word(clause);
    let applies = sentence
        .of(Role::Apply)
        .filter(|apply| !sentence.is_modal(apply) && noun.end <= apply.start && apply.end < noun.end + clause.len())
        .any(|apply| sentence.quote(apply) != last);
    (last.ends_with('n') || holds(&GRAMMAR.clause.are, last)) && last.chars().all(char::is_lowercase) && !applies
}

/// "המסייעים", "שעובדים", "המלווות": the letter for "that" before a verb of several.
fn is_hebrew_participle(word: &str) -> bool {
    word.starts_with(&GRAMMAR.letters.that_or_the[..]) && ends(&GRAMMAR.letters.several, word)
}

/// Do others than authorities, or their deeds, end right before this place?
fn is_noun_of_others(sentence: &Sentence<'_>, start: usize) -> bool {
    let start = sentence.place_of(start);
    let ends = |hit: &Hit| hit.end < start && sentence.text_at(hit.end, start).trim().is_empty();
    let ours = |hit: &Hit| sentence.of(Role::LocalAuthority).any(|authority| is_inside(hit, authority));
    let roles = [Role::OtherBody, Role::Person, Role::Deed, Role::Participant];
    roles.into_iter().flat_map(|role| sentence.of(role)).any(|hit| ends(hit) && !ours(hit))
}
