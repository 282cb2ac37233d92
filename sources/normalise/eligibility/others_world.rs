//! "All over the world", said of others than those who apply: "with partners around the world", "families to host pupils from all over
//! the world", "German students can study anywhere in the world", "projects that help children worldwide".

use std::borrow::Cow;

use super::clause::joined;
use super::elsewhere::restricts;
use super::sentence::{Sentence, is_inside, near};
use crate::lexicon::grammar::{GRAMMAR, WordList, holds};
use crate::lexicon::{Hit, Role};
use crate::normalise::deadline::words_in;
use crate::normalise::wording::{bare, folded_words, phrase_at};

/// "With partner towns and associations from all over the world": so many words at most from the "with" to the world.
const ALONG_REACH: usize = 6;

/// "Host young people from all over the world": so many words at most from the verb to the world.
const HOSTED_REACH: usize = 6;

/// "Help children and families all over the world": so many words at most from the verb to the world.
const HELPED_REACH: usize = 5;

/// "Projects that help": so many words at most from what helps to the verb.
const HELPS_REACH: usize = 2;

/// "A jury of experts from all over the world": so many words at most from those who judge to the world.
const JUDGED_WITHIN: usize = 5;

/// "Se produisent": the verb is one of so many words behind the world.
const VERB_WITHIN: usize = 3;

/// "In the last year": so many words at most stand before a comma.
const LAST_YEAR_WORDS: usize = 4;

/// A comma parts the year from the rest.
const PHRASE_AND_REST: usize = 2;

/// "Macht gute Ideen für Städte auf der ganzen Welt sichtbar": so many words at most from the world to the verbs around it.
const PROFIT_WITHIN: usize = 7;

/// "Meet young people from": so many words at most from the verb to the world, the verb included.
const MET_WITHIN: usize = 6;

/// "Welcoming newcomers of all ages, among them non-nationals": so many words at most from the verb to them.
const SERVED_WITHIN: usize = 7;

/// "Towns may invite young artists from abroad": so many words at most stand before those abroad, from the town on.
const INVITED_WITHIN: usize = 5;

/// "Travel for three months anywhere in the world": so many words at most from the verb to the world, the verb included.
const GOES_WITHIN: usize = 5;

/// Is the world where others are?
pub(super) fn is_of_others(sentence: &Sentence<'_>, world: &Hit) -> bool {
    go_along(sentence, world)
        || are_hosted(sentence, world)
        || is_beyond_home(sentence, world)
        || are_helped(sentence, world)
        || do_perform(sentence, world)
        || is_destination(sentence, world)
        || is_past(sentence, world)
        || do_profit(sentence, world)
        || are_met(sentence, world)
        || do_judge(sentence, world)
}

/// "A jury of experts from all over the world selects the winners": those who judge are asked by nobody.
fn do_judge(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let mut before = sentence.before(world).split_whitespace().rev().take(JUDGED_WITHIN).map(bare);
    before.any(|word| holds(&GRAMMAR.world.judges, &word)) && !sentence.has(Role::May)
}

/// "Participants meet young people from around the world", "the town has ties with towns all over the world": those met and those tied are
/// there already. "Towns from all over the world that want to meet" come themselves.
fn are_met(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let words: Vec<&str> = sentence.before(world).split_whitespace().rev().take(MET_WITHIN).collect();
    let Some(met) = words.iter().position(|word| holds(&GRAMMAR.world.meeting, &bare(word))) else { return false };
    let from = words[met].as_ptr() as usize - sentence.text.as_ptr() as usize + words[met].len();
    let behind = |hit: &Hit| sentence.before(hit).len() >= from && hit.last <= world.last;
    let somebody = sentence.nouns().chain(sentence.of(Role::Participant)).chain(sentence.of(Role::Partner)).any(behind);
    let acts = sentence.verbs().any(|verb| behind(verb) && verb.last < world.first);
    // "Partnerships between towns all over the world" are their own.
    let between = met.checked_sub(1).is_some_and(|next| holds(&GRAMMAR.between, &bare(words[next])));
    somebody && !acts && !between && is_one_phrase(&sentence.text[from..sentence.before(world).len()])
}

/// "Towns propose projects with partners around the world".
fn go_along(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let along = |with: &Hit| {
        let between = if with.last < world.first { sentence.between(with, world) } else { return false };
        let inside = |hit: &Hit| with.last < hit.first && hit.last <= world.last;
        let somebody = sentence.nouns().chain(sentence.of(Role::Participant)).chain(sentence.of(Role::Partner)).any(inside);
        near(with, world, ALONG_REACH) && somebody && is_one_phrase(between) && !acts_within(sentence, with, world)
    };
    let withs = || sentence.of(Role::With).chain(sentence.of(Role::Beside));
    // "Together with applicants from all over the world" has nobody before it who applies.
    withs().any(|with| along(with) && sentence.nouns().any(|noun| noun.last < with.first))
}

/// "Families wanted to host pupils from all over the world", "Familien, die Jugendliche aus aller Welt aufnehmen": the hosts apply. Where
/// nobody else is named, the guests do ("the house hosts artists from all over the world").
fn are_hosted(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let hosts =
        |verb: &Hit| sentence.nouns().any(|noun| noun.last < verb.first) || sentence.before(verb).split_whitespace().any(is_host);
    let before = |verb: &Hit| {
        let reaches = verb.last < world.first && near(verb, world, HOSTED_REACH) && !acts_within(sentence, verb, world);
        reaches && is_one_phrase(sentence.between(verb, world)) && hosts(verb)
    };
    let last = || {
        let verb = sentence.after(world).split_whitespace().next().map(bare).unwrap_or_default();
        holds(&GRAMMAR.world.hosted_last, &verb) && hosts(world)
    };
    sentence.of(Role::Hosts).any(before) || last()
}

/// "Host families", who are no word of another list.
fn is_host(word: &str) -> bool {
    holds(&GRAMMAR.world.hosts, &bare(word))
}

/// "German towns can apply for projects worldwide", "teachers in Bavaria visit schools all over the world": where those who apply are at
/// home is told before the verb. "Polish firms and firms from all over the world" names both.
fn is_beyond_home(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let Some(home) = restricts(sentence).filter(|home| home.last < world.first) else { return false };
    let inside = |hit: &Hit| home.last < hit.first && hit.last < world.first;
    let acts = sentence.of(Role::Apply).chain(sentence.of(Role::May)).any(inside);
    // "Towns in Bavaria get money for projects worldwide".
    let works = || sentence.of(Role::Deed).any(|deed| inside(deed) && deed.last + 1 == world.first);
    (acts || works()) && !joined(sentence, home, world) && !sentence.between(home, world).contains(['\n', ';', '|'])
}

/// "Projects that help children all over the world", "Projekte, die Menschen in aller Welt helfen".
fn are_helped(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let helps = |word: &str| holds(&GRAMMAR.world.helping, &bare(word));
    let before = sentence.before(world);
    let words: Vec<&str> = before.split_whitespace().collect();
    let near_world = words.len().saturating_sub(HELPED_REACH + 1);
    let verb = words[near_world..].iter().rposition(|word| helps(word)).map(|at| near_world + at);
    let worked = |until: usize, reach: usize| {
        words[until.saturating_sub(reach + 1)..until].iter().any(|word| holds(&GRAMMAR.clause.works, &bare(word)))
    };
    let led = verb.is_some_and(|verb| worked(verb, HELPS_REACH));
    let last = || sentence.after(world).split_whitespace().next().is_some_and(helps) && worked(words.len(), HELPED_REACH);
    let asked = || sentence.of(Role::Apply).any(|verb| world.last < verb.first);
    // "The fund has helped towns all over the world".
    let past = || words[near_world..].iter().any(|word| holds(&GRAMMAR.world.helped, &bare(word)));
    (led || last() || past()) && !asked()
}

/// "Artists from all over the world perform", "visitors from around the world come": they are the feast, beside those who apply.
fn do_perform(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let mut behind = sentence.after(world).split_whitespace().take(VERB_WITHIN).map(bare);
    let first = sentence.text.split_whitespace().next().map(bare).unwrap_or_default();
    let performs = behind.any(|word| holds(&GRAMMAR.world.performing, &word)) || holds(&GRAMMAR.world.performing_first, &first);
    performs && !sentence.in_title && sentence.verbs().all(|verb| is_inside(verb, world) || verb.first > world.first + 1)
}

/// "The winner can travel anywhere in the world", "a book about any country": where one goes, or of what one writes.
fn is_destination(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let words: Vec<Cow<'_, str>> = sentence.before(world).split_whitespace().rev().take(GOES_WITHIN).map(bare).collect();
    let goes = words.iter().position(|word| holds(&GRAMMAR.world.going, word));
    let asked = |word: &str| holds(&GRAMMAR.world.from, word);
    let first = sentence.quote(world).split_whitespace().next().unwrap_or_default().to_lowercase();
    // "Travel grants for artists from all over the world" names those who come.
    let somebody =
        || sentence.nouns().any(|noun| near(noun, world, GOES_WITHIN) && noun.last < world.first && goes_before(sentence, noun));
    let about = words.first().is_some_and(|word| holds(&GRAMMAR.world.topics, word));
    about
        || goes.is_some_and(|at| !words[..at].iter().any(|word| asked(word)))
            && !asked(&first)
            && !first.starts_with(['מ', 'م'])
            && !somebody()
}

/// "The prize enables cities around the world to replicate what works", "will inspire towns worldwide": they hear of it, and nobody asks
/// them to apply.
fn do_profit(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let grammar = &GRAMMAR.belonging;
    let before: Vec<Cow<'_, str>> = sentence.before(world).split_whitespace().rev().take(PROFIT_WITHIN).map(bare).collect();
    let within = |list: &WordList| before.iter().any(|word| holds(list, word));
    // "The Inspire award is open to cities worldwide", "inspire us with stories from towns worldwide".
    let sent = |word: &Cow<'_, str>| holds(&GRAMMAR.world.sent, word);
    let first = sentence.quote(world).split_whitespace().next().map(bare).unwrap_or_default();
    let inspires = before.iter().position(|word| holds(&grammar.inspiring, word)).is_some_and(|at| {
        let verb = |verb: &Hit| verb.last < world.first && near(verb, world, at);
        !before[..at].iter().any(sent) && !sent(&first) && !sentence.of(Role::Apply).any(verb)
    });
    let follows =
        |list: &WordList| sentence.after(world).split_whitespace().take(PROFIT_WITHIN).map(bare).any(|word| holds(list, &word));
    // "The award helps towns to learn" is for its readers, and "the academy helps towns to learn" for those who come.
    let honours = || sentence.before(world).split_whitespace().map(bare).any(|word| holds(&GRAMMAR.world.honours, &word));
    let behind = || follows(&grammar.profiting) || follows(&grammar.learning) && honours();
    let asked = || sentence.verbs().any(|verb| world.last < verb.first);
    // "Sollen Städte weltweit inspirieren".
    let last = || sentence.after(world).split_whitespace().next().is_some_and(|word| holds(&grammar.inspiring, &bare(word)));
    !asked() && (inspires || last() || within(&grammar.enabling) && behind())
}

/// "Municipalities get money for the integration of non-nationals", "projects that support nationals and non-nationals": those from abroad
/// who live in a town are served there, and the town applies.
pub(super) fn are_served(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    let bodies = [Role::LocalAuthority, Role::OtherBody, Role::Official].into_iter().flat_map(|role| sentence.subjects(role));
    let Some(body) = bodies.filter(|body| body.last < foreign.first).min_by_key(|body| body.first) else { return false };
    let between = sentence.between(body, foreign);
    let serves =
        || between.split_whitespace().rev().take(SERVED_WITHIN).map(bare).any(|word| holds(&GRAMMAR.belonging.serving, &word));
    // "Towns may apply for courses for foreigners".
    let acts = || sentence.verbs().find(|verb| body.last < verb.first && verb.last < foreign.first);
    let given = || {
        acts().is_some_and(|verb| {
            sentence.of(Role::For).any(|to| verb.last < to.first && to.last < foreign.first && near(to, foreign, HELPS_REACH))
        })
    };
    // "Museums apply and exhibit foreign artists".
    let person = || sentence.of(Role::Person).any(|person| foreign.last < person.first && near(foreign, person, 1));
    let exhibits = || between.split_whitespace().map(bare).any(|word| holds(&GRAMMAR.belonging.showing, &word));
    // "Festivals with local and foreign artists".
    let along = || sentence.of(Role::With).any(|with| body.last < with.first && with.last < foreign.first);
    let shown = || (exhibits() || along()) && acts().is_some() && person();
    serves() || given() || shown()
}

/// "Towns in Poland may invite artists from abroad", "money to host foreign choirs": the towns apply. Whoever "invites artists from abroad"
/// asks them.
pub(super) fn may_be_invited(sentence: &Sentence<'_>, foreign: &Hit) -> bool {
    let words: Vec<&str> = sentence.before(foreign).split_whitespace().rev().take(INVITED_WITHIN).collect();
    // "Houses and foreign artists whom they host".
    let whom = |word: &str| holds(&GRAMMAR.world.whom, &bare(word));
    if sentence.after(foreign).split_whitespace().take(HELPS_REACH).any(whom) {
        return true;
    }
    let Some(verb) = words.iter().position(|word| holds(&GRAMMAR.world.inviting, &bare(word))) else { return false };
    let Some(lead) = words.get(verb + 1) else { return false };
    let from = sentence.place_of(lead.as_ptr() as usize - sentence.text.as_ptr() as usize);
    // "We would like to invite artists from abroad to apply".
    let asked = || sentence.verbs().any(|verb| foreign.last < verb.first && near(foreign, verb, HELPS_REACH + 1));
    let may = || sentence.of(Role::May).any(|may| may.start <= from && from < may.end);
    (holds(&GRAMMAR.world.infinitive, &bare(lead)) || may()) && words.len() > verb + 2 && !asked()
}

/// Does a word for a journey stand before this noun?
fn goes_before(sentence: &Sentence<'_>, noun: &Hit) -> bool {
    sentence.before(noun).split_whitespace().map(bare).any(|word| holds(&GRAMMAR.world.going, &word))
}

/// "Last year", "el año pasado".
pub(super) fn tells_of_last_year(stretch: &str) -> bool {
    let plain = folded_words(stretch).collect::<Vec<_>>().join(" ");
    GRAMMAR.current_year.last_year.iter().any(|phrase| phrase_at(&plain, phrase).is_some())
}

/// "Last year speakers from all over the world took part". "Last year 40 towns took part, and this year towns from all over the world may
/// apply" and "towns from all over the world that joined last year" ask them.
fn is_past(sentence: &Sentence<'_>, world: &Hit) -> bool {
    let told = tells_of_last_year;
    let before: Vec<&str> = sentence.before(world).split([',', '،']).collect();
    // "L'an dernier, des chœurs".
    let opened = || before.len() == PHRASE_AND_REST && words_in(before[0]) <= LAST_YEAR_WORDS && told(before[0]);
    let led = || before.last().is_some_and(|clause| told(clause)) || opened();
    let behind = sentence.after(world).split([',', '،']).next().unwrap_or_default();
    let first = behind.split_whitespace().next().map(bare).unwrap_or_default();
    let followed = || told(behind) && !holds(&GRAMMAR.world.which, &first) && !first.starts_with('ש');
    !sentence.has(Role::May) && (led() || followed())
}

/// Does somebody act, or may he, between two words?
fn acts_within(sentence: &Sentence<'_>, one: &Hit, other: &Hit) -> bool {
    sentence.of(Role::Apply).any(|verb| one.last < verb.first && verb.last < other.first)
}

/// Nothing begins anew, and no number counts who lives where ("towns with 50,000 residents worldwide").
fn is_one_phrase(between: &str) -> bool {
    !between.contains([',', '،', ';', ':', '.', '\n', '|', '(']) && !between.contains(char::is_numeric)
}
