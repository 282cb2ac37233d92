//! Lists of those who may apply, or may not: a head ("Who can apply?", "Not eligible:"), and behind or below it one item after the
//! other. Each is a sentence of its own; what the head says is said of all.

use std::borrow::Cow;

use super::super::deadline::words_in;
use super::applying::{applies_itself, staff};
use super::clause::{self, is_listed};
use super::sentence::Sentence;
use crate::lexicon::grammar::{GRAMMAR, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::wording::bare;

/// "- All Swiss municipalities": in an item those named stand behind so many words at most, a dash or a number among them.
const LEAD_WORDS: usize = 3;

/// With an "and" right before them.
const JOINED_WORDS: usize = 5;

/// An item without a mark is a short line; a longer one is a sentence.
const WORDS_OF_A_BARE_ITEM: usize = 10;

/// "So can municipalities": a sentence that leaves its verb to the one before is no longer than this.
const WORDS_OF_AN_ECHO: usize = 7;

/// "12.", "א)": the number of an item, in characters.
const LONGEST_NUMBER: usize = 3;

/// "2.1.1.", "2.10.12": the number of a section, in characters; a day with its year is longer.
const LONGEST_SECTION: usize = 7;

/// "These include among others": a head that goes on with those named before is no longer than this.
const WORDS_OF_A_LEAD: usize = 4;

/// "(Norway)" and "(Norway, Iceland)" may be examples.
const FEWEST_OF_A_LIST: usize = 3;

/// "A partner town in one of the following countries": so many words at most from the partner to the list.
const ASIDE_WITHIN: usize = 4;

/// How the items of a list are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A dash or a dot.
    Bullet,
    /// "1.", "a)".
    Number,
    /// A line for each.
    Line,
    /// Behind one another, with a semicolon or the border of a cell between.
    Row,
}

/// Where in a list of applicants the reader is.
#[derive(Debug, Default)]
pub(super) struct Listing {
    open: bool,
    mark: Option<Mark>,
    /// The sentence before says of somebody that he may apply.
    told: bool,
    /// Whoever is in it may not apply.
    shuts: bool,
    /// The sentence that opens it holds its first item, and that is an authority.
    begun: bool,
}

impl Listing {
    /// Is this sentence one more item? To be asked of each sentence in turn.
    pub(super) fn takes(&mut self, sentence: &Sentence<'_>) -> bool {
        let before = self.told;
        let echoes = self.told && echoes(sentence);
        let item = self.open && self.continues(sentence);
        self.told = echoes || item || !sentence.in_title && sentence.has(Role::Apply) && sentence.has_applicant();
        if item {
            return true;
        }
        *self = Self { told: self.told, ..Self::opened_by(sentence, before) };
        echoes
    }

    /// `told` is whether the sentence before says of somebody that he may apply.
    fn opened_by(sentence: &Sentence<'_>, told: bool) -> Self {
        if sentence.in_title || sentence.has(Role::Joins) {
            return Self::default();
        }
        let end = head_end(sentence).or_else(|| included_end(sentence).filter(|_| told));
        let first = end.map(|at| mark_of_first(&sentence.text[at..]));
        let open = first.is_some() || sentence.is_label();
        let shuts = open && sentence.has(Role::Excluded);
        let begun = end.is_some_and(|at| begins_with_authority(sentence, at));
        Self { open, mark: first, told: false, shuts, begun }
    }

    /// Does the list that is being read name those who may not apply?
    pub(super) fn shuts(&self) -> bool {
        self.shuts
    }

    /// Does the sentence that was taken last open the list with an authority as its first item?
    pub(super) fn begins(&self) -> bool {
        self.begun && !self.shuts
    }

    fn continues(&mut self, sentence: &Sentence<'_>) -> bool {
        let Some(mark) = mark(sentence) else { return false };
        // "Partner: towns" is a cell with a label of its own, and "towns pay the rest" a sentence.
        let bare = || leads(sentence) && !sentence.has(Role::Apply) && !sentence.text.contains(':');
        let is_item = match mark {
            // The one line below "Eligible applicants" may list them all.
            Mark::Line => (words_in(sentence.text) <= WORDS_OF_A_BARE_ITEM || self.mark.is_none() && is_list(sentence)) && bare(),
            Mark::Row => bare(),
            Mark::Bullet | Mark::Number => true,
        };
        let labels = sentence.text.ends_with([':', '?', '؟']) || sentence.text.contains(":\n");
        let same = self.mark.is_none_or(|first| first == mark || mark == Mark::Row);
        if !same || !is_item || labels {
            return false;
        }
        self.mark.get_or_insert(mark);
        true
    }
}

/// "The programme countries (Albania, Iceland, Norway)": which those are the text does say.
pub(super) fn is_listed_behind(sentence: &Sentence<'_>, associated: &Hit) -> bool {
    let behind = sentence.after(associated).trim_start();
    let bracketed = || behind.strip_prefix('(')?.split_once(')').map(|(list, _)| list);
    // "Other associated countries: Norway, Iceland, Serbia."
    let labelled = || Some(behind.strip_prefix(':')?.split(['\n', ';']).next()?.trim_end_matches(['.', ' ']));
    let Some(list) = bracketed().or_else(labelled) else { return false };
    let from = sentence.place_of(list.as_ptr() as usize - sentence.text.as_ptr() as usize);
    let inside = |hit: &Hit| from <= hit.start && hit.end <= from + list.len();
    let named = sentence.others().filter(|(hit, people)| !people && inside(hit)).count();
    named >= FEWEST_OF_A_LIST && !list.contains(['.', '…'])
}

/// "Look for a partner town in", "a study visit in", "can study in" one of the countries that are listed: those who apply may be anywhere.
pub(super) fn is_aside(sentence: &Sentence<'_>, list: &Hit) -> bool {
    let lists = [&GRAMMAR.belonging.partners, &GRAMMAR.world.going, &GRAMMAR.world.stays];
    let aside = |word: Cow<'_, str>| lists.into_iter().any(|list| holds(list, &word));
    sentence.before(list).split_whitespace().rev().take(ASIDE_WITHIN).map(bare).any(aside)
}

/// The authorities that an item names as those who may, and not as those whom somebody else serves.
pub(super) fn authorities_of<'a>(item: &Sentence<'a>) -> Vec<&'a Hit> {
    let others = || [Role::OtherBody, Role::Person, Role::Official].into_iter().flat_map(|role| item.of(role));
    let subjects = item.subjects(Role::LocalAuthority);
    // "- The project must benefit towns", "- Partners: towns": what stands before says that it is about something else.
    let led = |authority: &Hit| {
        let before = [Role::Apply, Role::May, Role::Thing, Role::Helper, Role::Client, Role::Beside];
        let plain = !before.into_iter().flat_map(|role| item.of(role)).any(|hit| hit.last < authority.first);
        (plain || echoes(item)) && is_led(item, authority) && !item.before(authority).contains(':')
    };
    let first = |authority: &Hit| !others().any(|other| other.last < authority.first);
    let listed = |authority: &Hit| others().any(|other| is_listed(item, other, authority));
    let mut authorities: Vec<&Hit> =
        subjects.filter(|authority| led(authority) && first(authority) || listed(authority)).collect();
    // "- a municipality": one stands for all of its kind.
    let any = |one: &Hit| {
        let article = item.before(one).split_whitespace().next_back().unwrap_or_default().to_lowercase();
        holds(&GRAMMAR.clause.indefinite, &article) && led(one) && first(one) && item.ends_with(one)
    };
    authorities.extend(item.of(Role::OneAuthority).find(|one| any(one)).filter(|_| authorities.is_empty()));
    authorities
}

/// "- Representatives of local authorities", "- mayors and councillors": the people of an authority, where the item names them first.
pub(super) fn officials_of<'a>(item: &Sentence<'a>) -> Option<&'a Hit> {
    let mut others = [Role::OtherBody, Role::Person].into_iter().flat_map(|role| item.of(role));
    let official = item.subjects(Role::Official).next().or_else(|| staff(item))?;
    // "Policymakers or practitioners in local government".
    let led = is_led(item, official) && !others.any(|other| other.last < official.first && !is_listed(item, other, official));
    (led && !clause::denied(item, official)).then_some(official)
}

/// "- The fund is open to towns and charities": an item that says by itself who may apply, and names authorities first.
pub(super) fn tells_itself(item: &Sentence<'_>) -> bool {
    let others = || [Role::OtherBody, Role::Person, Role::Official].into_iter().flat_map(|role| item.of(role));
    let first = |authority: &Hit| !others().any(|other| other.last < authority.first);
    item.subjects(Role::LocalAuthority).any(|authority| first(authority) && applies_itself(item, authority))
}

/// "Ohio municipalities, NGOs in partnership with municipalities, and councils of governments": is it more than one item in a line?
fn is_list(sentence: &Sentence<'_>) -> bool {
    sentence.text.contains([',', '،']) && sentence.nouns().nth(1).is_some()
}

/// Does it begin with somebody?
fn leads(sentence: &Sentence<'_>) -> bool {
    sentence.nouns().any(|noun| is_led(sentence, noun))
}

/// Does this noun stand at the head of its item? "Public international organizations and governmental institutions" are two.
fn is_led(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    let before = sentence.before(noun);
    let joined = GRAMMAR.clause.conjunctions.iter().any(|and| before.ends_with(and.as_str()));
    sentence.words_before(noun) <= if joined { JOINED_WORDS } else { LEAD_WORDS }
}

/// "So can municipalities", "Les communes également": who may is told by the sentence before.
fn echoes(sentence: &Sentence<'_>) -> bool {
    sentence.has(Role::Likewise)
        && words_in(sentence.text) <= WORDS_OF_AN_ECHO
        && says_no_more(sentence)
        && !sentence.of(Role::Apply).any(|apply| !sentence.is_modal(apply))
        && !sentence.has(Role::Not)
}

/// "So can the municipalities", "Les communes également": but for an article nothing stands there that would tell what they do.
fn says_no_more(sentence: &Sentence<'_>) -> bool {
    let told: Vec<&Hit> = sentence.of(Role::Likewise).chain(sentence.nouns()).collect();
    let (Some(first), Some(last)) = (told.iter().min_by_key(|hit| hit.first), told.iter().max_by_key(|hit| hit.last)) else {
        return false;
    };
    let behind = words_in(sentence.after(last));
    let mut named: Vec<usize> = told.iter().flat_map(|hit| hit.first..=hit.last).collect();
    named.sort_unstable();
    named.dedup();
    let unsaid = last.last + 1 - first.first - named.len();
    // "Towns pay too" says what they do, "so can the towns" does not.
    let leads_in = sentence.of(Role::Likewise).any(|likewise| likewise.first == first.first);
    behind == 0 && sentence.words_before(first) <= 1 && unsaid <= usize::from(leads_in)
}

/// Where the head of a list ends and its first item begins: "Eligible applicants:\n- associations", "Open to | NGOs |".
fn head_end(sentence: &Sentence<'_>) -> Option<usize> {
    let first_verb = sentence.of(Role::Apply).map(|apply| sentence.before(apply).len() + sentence.quote(apply).len()).min()?;
    let at = first_verb + sentence.text.get(first_verb..)?.find([':', '|'])? + 1;
    let place = |hit: &Hit| sentence.before(hit).len();
    let verb_behind = sentence.of(Role::Apply).any(|apply| at <= place(apply) && !sentence.is_modal(apply));
    // "Eligible costs:" heads no list of applicants.
    let of_things = sentence.of(Role::Thing).any(|thing| place(thing) < at);
    let first = sentence.nouns().map(place).filter(|place| at <= *place).min()?;
    // "Eligible bodies:\n- non-profit organisation, NGO": an item with a mark of its own may name others before.
    let item = sentence.text.get(at..)?.trim_start();
    let most = if own_mark(item).is_some() { WORDS_OF_A_BARE_ITEM } else { LEAD_WORDS };
    (words_in(sentence.text.get(at..first)?) <= most && !verb_behind && !of_things).then_some(at)
}

/// "The applicant is one of these:\n2.1.1. a town": who stands first behind the head?
fn begins_with_authority(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind = |hit: &Hit| at <= sentence.before(hit).len();
    let first = sentence.nouns().filter(|noun| behind(noun)).min_by_key(|noun| noun.start);
    let plain = |first: &Hit| words_in(&sentence.text[at..sentence.before(first).len()]) <= LEAD_WORDS + 1;
    first.is_some_and(|first| {
        plain(first) && sentence.subjects(Role::LocalAuthority).any(|authority| authority.start == first.start)
    })
}

/// "This includes:\n- clubs": where a head without a word of applying ends that goes on with those named before.
fn included_end(sentence: &Sentence<'_>) -> Option<usize> {
    let at = sentence.text.find(':')?;
    let head = &sentence.text[..at];
    let first = head.split_whitespace().next().unwrap_or_default().to_lowercase();
    let includes = holds(&GRAMMAR.applicant.these, &first)
        && head.split_whitespace().any(|word| holds(&GRAMMAR.clause.includes, &word.to_lowercase()));
    (includes && words_in(head) <= WORDS_OF_A_LEAD).then_some(at + 1)
}

fn mark_of_first(item: &str) -> Mark {
    let text = item.trim_start();
    match own_mark(text) {
        Some(mark) => mark,
        None if item[..item.len() - text.len()].contains('\n') => Mark::Line,
        None => Mark::Row,
    }
}

/// The mark with which a sentence begins, or that stands right before it; none inside a line of prose.
fn mark(sentence: &Sentence<'_>) -> Option<Mark> {
    let before = sentence.line_before().trim();
    if before.is_empty() {
        return Some(own_mark(sentence.text).unwrap_or(Mark::Line));
    }
    match before.chars().next_back()? {
        '•' => Some(Mark::Bullet),
        ';' | '|' => Some(Mark::Row),
        // "Who can apply? Towns in Poland."
        '?' | '؟' => Some(Mark::Line),
        '.' | ')' if before.chars().count() <= LONGEST_NUMBER => Some(Mark::Number),
        _ => None,
    }
}

fn own_mark(text: &str) -> Option<Mark> {
    if text.starts_with(['-', '–', '—', '*', '·', '▪', '◦', '●', '○', '■', '✓', '•']) {
        return Some(Mark::Bullet);
    }
    let number = text.split_whitespace().next()?;
    let short = number.ends_with(['.', ')']) && number.chars().count() <= LONGEST_NUMBER;
    (short || is_section(number)).then_some(Mark::Number)
}

/// "2.1.1", and not "3.5.2027".
fn is_section(number: &str) -> bool {
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    number.len() <= LONGEST_SECTION && number.trim_end_matches('.').contains('.') && number.split('.').all(digits)
}
