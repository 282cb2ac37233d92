//! One record, read once for all profiles: its topics with the words that say so, and everything in its text that decides whom it is for.

use std::collections::{BTreeMap, BTreeSet};

use sources::Opportunity;
use sources::lexicon::{Lexicon, Tongue};
use sources::normalise::size::{self, SizeLimit};
use sources::opportunity::Kind;
use words::{Token, tokens};

use super::rules::Rules;
use super::topic_hits::{Part, TopicHit};
use super::vocabulary::{Found, Meaning, Vocabulary};
use super::{audience, joint, named, own_twins, topic_hits};

/// A text longer than this says in its beginning what it is about; the rest is terms and annexes.
const LONGEST_TEXT: usize = 20_000;

/// Up to so many bytes a text is a notice of a few lines.
const SHORT_TEXT: usize = 700;

/// "Residents and staff of Eilat": the name stands at most so many words after the word that makes it a condition.
const RESIDENT_REACH: usize = 4;

/// A record, prepared for [`super::pick`].
#[derive(Debug)]
pub struct Candidate<'r> {
    pub id: &'r str,
    pub opportunity: &'r Opportunity,
    pub(super) topics: BTreeMap<String, TopicHit>,
    /// What its title is about, and not only the way in which it is done; topics.
    pub(super) matters: Vec<String>,
    /// Numbers of the vocabulary's words that it holds, with the words as written.
    pub(super) words: BTreeMap<usize, String>,
    /// The same, in the title alone.
    pub(super) title_words: BTreeSet<usize>,
    /// Concepts of mayors' words that it names, and not only in passing, by place in the lexicon; whether the title does.
    pub(super) concepts: BTreeMap<usize, bool>,
    /// Numbers of the vocabulary's twin cities that it names.
    pub(super) twins: BTreeSet<usize>,
    /// Audiences that it names, by place in the rules.
    pub(super) audiences: BTreeSet<usize>,
    /// Who has to lead, by place in the rules.
    pub(super) leads: BTreeSet<usize>,
    /// A city speaks to its own twins.
    pub(super) own_twins: bool,
    /// Municipalities that its title names, by place in the names.
    pub(super) names: BTreeSet<usize>,
    /// Municipalities whose residents alone may apply, by place in the names.
    pub(super) residents_of: BTreeSet<usize>,
    /// Municipalities of a closed list of those who may apply, by place in the names.
    pub(super) listed: BTreeSet<usize>,
    /// Surroundings that its title is about, by place in the rules.
    pub(super) settings: BTreeSet<usize>,
    /// Countries whose authorities and ours apply together.
    pub(super) joint: BTreeSet<String>,
    pub(super) size: SizeLimit,
    /// Its text is a notice of a few lines.
    pub(super) short: bool,
    pub(super) eu_money: bool,
    pub(super) research: bool,
    pub(super) unfit: bool,
    /// Says that places elsewhere are meant.
    pub(super) elsewhere: bool,
    /// Speaks to local authorities.
    pub(super) authority: bool,
    /// Speaks of cities, towns, residents.
    pub(super) city: bool,
    pub(super) city_in_title: bool,
    pub(super) israel: bool,
}

impl<'r> Candidate<'r> {
    /// Reads a record. `text` is its full text.
    pub(super) fn read(
        id: &'r str,
        opportunity: &'r Opportunity,
        text: &str,
        lexicon: &Lexicon,
        rules: &Rules,
        vocabulary: &Vocabulary,
    ) -> Self {
        let text = body(opportunity, text);
        let tongue = opportunity.lang.as_deref().and_then(Tongue::of);
        let (in_title, in_text) = (tokens(&opportunity.title), tokens(&text));
        let (title, rest) = (unmuted(vocabulary.find(&in_title)), unmuted(vocabulary.find(&in_text)));
        let topics = topic_hits::of(
            &[
                Part { text: &opportunity.title, tokens: &in_title, found: &title },
                Part { text: &text, tokens: &in_text, found: &rest },
            ],
            opportunity,
            lexicon,
            tongue,
        );
        let said_in_title = topics.iter().filter(|(_, hit)| hit.title >= 1.0).map(|(slug, _)| slug);
        let matters = said_in_title.filter(|slug| !rules.form.topics.contains(slug)).cloned().collect();
        let is_short = text.len() <= SHORT_TEXT;
        let programme = opportunity.programme.as_deref().unwrap_or_default();
        let both = |meaning: Meaning| title.iter().chain(&rest).any(|found| found.meaning == meaning);
        let own_twins =
            own_twins::are_called(&title, &in_title, lexicon, tongue) || own_twins::are_called(&rest, &in_text, lexicon, tongue);
        // The word for twins is a lead's too; where a city means its own, it does not say that others could lead.
        let leads_by = |found: &[Found], tokens: &[Token<'_>], place: usize| {
            let is_void = |one: &Found| own_twins && own_twins::is_bare(one, found) || is_taken_back(one, found, tokens);
            found.iter().any(|one| one.meaning == Meaning::Lead(place) && !is_void(one))
        };
        let leads = rules.lead.iter().enumerate().filter(|(place, lead)| {
            leads_by(&title, &in_title, *place)
                || leads_by(&rest, &in_text, *place)
                || lead.programmes.iter().any(|prefix| programme.starts_with(prefix.as_str()))
        });
        let mut audiences = audience::named((&title, &in_title), (&rest, &in_text), rules);
        if is_short || title.iter().any(|found| matches!(found.meaning, Meaning::Kind(_))) {
            audiences.append(&mut audience::only([&title, &rest]));
        }
        Self {
            id,
            opportunity,
            topics,
            matters,
            words: word_hits(&title, &in_title).chain(word_hits(&rest, &in_text)).collect(),
            title_words: word_hits(&title, &in_title).map(|(word, _)| word).collect(),
            concepts: concepts(&title, &rest, is_short, tongue),
            twins: twins(&title, &in_title).chain(twins(&rest, &in_text)).collect(),
            audiences,
            settings: settings(&title),
            joint: joint::countries(&title, &in_title, lexicon, tongue)
                .into_iter()
                .chain(joint::countries(&rest, &in_text, lexicon, tongue))
                .collect(),
            listed: named::lists(&opportunity.title, &title, &in_title)
                .into_iter()
                .chain(named::lists(&text, &rest, &in_text))
                .collect(),
            leads: leads.map(|(place, _)| place).collect(),
            residents_of: residents(&title, &in_title).chain(residents(&rest, &in_text)).collect(),
            own_twins: own_twins || both(Meaning::OwnTwins),
            names: title
                .iter()
                .filter_map(|found| if let Meaning::Municipality(place) = found.meaning { Some(place) } else { None })
                .collect(),
            size: size::limit(&format!("{}\n{text}", opportunity.title)),
            short: is_short,
            eu_money: rules.is_eu_money(programme) || both(Meaning::EuMoney),
            // A project hands on its money by grants: no consortium is asked for.
            research: rules.is_research(programme) && opportunity.kind == Kind::CallForProposals,
            unfit: both(Meaning::Unfit) || is_tender(&title),
            elsewhere: both(Meaning::Elsewhere),
            authority: both(Meaning::Authority),
            city: both(Meaning::City),
            city_in_title: title.iter().any(|found| found.meaning == Meaning::City),
            israel: both(Meaning::Israel),
        }
    }
}

/// Summary and text, once: the summary is mostly the text's beginning.
fn body(opportunity: &Opportunity, text: &str) -> String {
    let summary = opportunity.summary.as_deref().unwrap_or_default();
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    if text.contains(summary) { text.to_owned() } else { format!("{summary}\n{text}") }
}

/// A buyer looks for a seller: the title says so first of all, and does not call.
fn is_tender(title: &[Found]) -> bool {
    title.iter().any(|found| found.meaning == Meaning::Tender && found.first == 0)
        && !title.iter().any(|found| found.meaning == Meaning::NoTender)
}

fn settings(title: &[Found]) -> BTreeSet<usize> {
    let is_lifted = |place: usize| title.iter().any(|found| found.meaning == Meaning::NoSetting(place));
    let named = title.iter().filter_map(|found| match found.meaning {
        Meaning::Setting(place) => Some(place),
        _ => None,
    });
    named.filter(|place| !is_lifted(*place)).collect()
}

/// "A town partnership is not required", "priority to towns that have one": it is not needed.
fn is_taken_back(lead: &Found, found: &[Found], tokens: &[Token<'_>]) -> bool {
    let (from, to) = named::sentence(lead.first, tokens);
    let voids = |meaning: Meaning| matches!(meaning, Meaning::NotNeeded | Meaning::Preference);
    found.iter().any(|one| voids(one.meaning) && from <= one.first && one.last < to)
}

/// A ministry's name names no audience.
fn unmuted(found: Vec<Found>) -> Vec<Found> {
    let mutes: Vec<Found> = found.iter().filter(|found| found.meaning == Meaning::Mute).copied().collect();
    let inside = |inner: &Found| mutes.iter().any(|mute| mute.first <= inner.first && inner.last <= mute.last);
    found.into_iter().filter(|found| found.meaning == Meaning::Mute || !inside(found)).collect()
}

fn word_hits<'a>(found: &'a [Found], tokens: &'a [Token<'_>]) -> impl Iterator<Item = (usize, String)> + 'a {
    found.iter().filter_map(|found| match found.meaning {
        Meaning::Word(word) => {
            let written: Vec<&str> = tokens[found.first..=found.last].iter().map(|token| token.text).collect();
            Some((word, written.join(" ")))
        }
        _ => None,
    })
}

/// What the title says, a notice of a few lines says, or a longer text says twice is not said in passing; where a body's name says it, it is
/// not said at all.
fn concepts(title: &[Found], rest: &[Found], is_short: bool, tongue: Option<Tongue>) -> BTreeMap<usize, bool> {
    const SAID: usize = 2;
    let is_read = |of: Tongue| tongue.is_none_or(|tongue| tongue == of) || of == Tongue::En;
    let said = |found: &[Found], worth: usize| -> Vec<(usize, usize)> {
        let names: Vec<&Found> = found.iter().filter(|one| one.meaning == Meaning::Topicless).collect();
        let is_name = |one: &Found| names.iter().any(|name| name.first <= one.first && one.last <= name.last);
        let of = |one: &Found| match one.meaning {
            Meaning::Concept(concept, of) if is_read(of) && !is_name(one) => Some((concept, worth)),
            _ => None,
        };
        found.iter().filter_map(of).collect()
    };
    let in_title = said(title, SAID);
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (concept, worth) in in_title.iter().copied().chain(said(rest, if is_short { SAID } else { 1 })) {
        *counts.entry(concept).or_default() += worth;
    }
    let is_said = counts.into_iter().filter(|(_, count)| *count >= SAID);
    is_said.map(|(concept, _)| (concept, in_title.iter().any(|(said, _)| *said == concept))).collect()
}

/// A name has a capital letter where its letters know capitals: "a nice town" is not Nice.
fn twins<'a>(found: &'a [Found], tokens: &'a [Token<'_>]) -> impl Iterator<Item = usize> + 'a {
    let is_name =
        |found: &Found| tokens[found.first..=found.last].iter().any(|token| !token.text.starts_with(char::is_lowercase));
    found.iter().filter_map(move |found| match found.meaning {
        Meaning::Twin(city) if is_name(found) => Some(city),
        _ => None,
    })
}

fn residents<'a>(found: &'a [Found], tokens: &'a [Token<'_>]) -> impl Iterator<Item = usize> + 'a {
    found.iter().filter_map(|name| {
        let Meaning::Municipality(place) = name.meaning else { return None };
        let cue = found.iter().any(|cue| {
            cue.meaning == Meaning::Resident
                && cue.last < name.first
                && name.first - cue.last <= RESIDENT_REACH
                && !tokens[cue.last + 1..=name.first].iter().any(|token| token.after_break)
        });
        cue.then_some(place)
    })
}
