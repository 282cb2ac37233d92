//! Every phrase that the picks look for beside the topics', compiled once: the lists of `pick.toml`, the words and twins of all profiles,
//! the names of municipalities. One pass over a text then answers for all of them.

use std::collections::HashMap;

use sources::lexicon::{Lexicon, Tongue};
use words::{Phrases, Token};

use super::inflections;
use super::priorities::{Priorities, Priority};
use super::rules::Rules;
use super::towns::Towns;
use crate::digest::profile::{Profile, TwinCity};

/// What a matched phrase stands for; numbers are places in the lists of [`Rules`] or of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Meaning {
    Mute,
    /// A name whose words are no topic.
    Topicless,
    Audience(usize),
    /// What names an audience beside a word for authorities or places alone.
    Adjective(usize),
    /// A kind of authority, by the audience that it names where no other kind is called.
    Kind(usize),
    /// A place where people live.
    Settlement,
    /// "and", "local": what stands between the parts of a list.
    Link,
    /// "Priority is given to": who is named is preferred, and nobody shut out.
    Preference,
    /// What makes names a list of those who are called, and what makes them none.
    Calls,
    NoList,
    /// Shuts all others out.
    Alone,
    Lead(usize),
    /// "No partnership is needed".
    NotNeeded,
    /// "Tourism is excluded", and "no" right before what there is no money for.
    NotFunded,
    NoSuch,
    OwnTwins,
    /// What twins are called, and what makes them those of one city.
    TwinNoun,
    Possessive,
    TwinOf,
    AnyCity,
    EuMoney,
    City,
    Authority,
    Israel,
    Unfit,
    /// What a buyer's notice begins with, and what says that it is a call all the same.
    Tender,
    NoTender,
    /// Surroundings, and what says that others are meant too; by place in the rules.
    Setting(usize),
    NoSetting(usize),
    Elsewhere,
    Resident,
    /// What stands before a region as authorities do, and what says that no region is meant alone.
    OfRegion,
    Everywhere,
    /// A municipality of ours, by place in the list of names.
    Municipality(usize),
    /// A word that some profile named, and a twin city of one by any of its names.
    Word(usize),
    Twin(usize),
    /// A concept of the thesaurus that some mayor's words name, by its words in one language.
    Concept(usize, Tongue),
}

/// A match in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) meaning: Meaning,
    pub(super) first: usize,
    pub(super) last: usize,
}

#[derive(Debug)]
pub(super) struct Vocabulary {
    phrases: Phrases,
    meanings: Vec<Meaning>,
    words: HashMap<String, usize>,
    /// By name as the profile has it, and country.
    twins: HashMap<(String, String), usize>,
    priorities: Priorities,
}

impl Vocabulary {
    pub(super) fn new(lexicon: &Lexicon, rules: &Rules, profiles: &[Profile], towns: &Towns) -> Self {
        let mut phrases: Vec<(String, Meaning)> = Vec::new();
        let mut add = |list: &[String], meaning| phrases.extend(list.iter().map(|phrase| (phrase.clone(), meaning)));
        add(&rules.mute.words, Meaning::Mute);
        add(&rules.topicless.words, Meaning::Topicless);
        add(&rules.not_needed.words, Meaning::NotNeeded);
        add(&rules.not_funded.words, Meaning::NotFunded);
        add(&rules.no_such.words, Meaning::NoSuch);
        add(&rules.own_twins.words, Meaning::OwnTwins);
        add(&rules.own_twins.nouns, Meaning::TwinNoun);
        add(&rules.own_twins.possessives, Meaning::Possessive);
        add(&rules.own_twins.of, Meaning::TwinOf);
        add(&rules.own_twins.any_city, Meaning::AnyCity);
        add(&rules.eu_money.words, Meaning::EuMoney);
        add(&rules.city.words, Meaning::City);
        add(&rules.authority.words, Meaning::Authority);
        add(&rules.israel.words, Meaning::Israel);
        add(&rules.unfit.words, Meaning::Unfit);
        add(&rules.tender.words, Meaning::Tender);
        add(&rules.tender.unless, Meaning::NoTender);
        for (place, setting) in rules.setting.iter().enumerate() {
            add(&setting.words, Meaning::Setting(place));
            add(&setting.unless, Meaning::NoSetting(place));
        }
        add(&rules.elsewhere.words, Meaning::Elsewhere);
        add(&rules.resident.words, Meaning::Resident);
        add(&rules.region.of, Meaning::OfRegion);
        add(&rules.region.everywhere, Meaning::Everywhere);
        add(&rules.settlement.words, Meaning::Settlement);
        add(&rules.link.words, Meaning::Link);
        add(&rules.preference.words, Meaning::Preference);
        add(&rules.named.calls, Meaning::Calls);
        add(&rules.named.no_list, Meaning::NoList);
        add(&rules.named.alone, Meaning::Alone);
        for (place, audience) in rules.audience.iter().enumerate() {
            add(&audience.words, Meaning::Audience(place));
            add(&audience.adjectives, Meaning::Adjective(place));
            add(&audience.only, Meaning::Kind(place));
        }
        for (place, lead) in rules.lead.iter().enumerate() {
            add(&lead.words, Meaning::Lead(place));
        }
        for (place, names) in towns.names() {
            add(names, Meaning::Municipality(place));
        }
        let mut words = HashMap::new();
        for word in profiles.iter().flat_map(named_words) {
            let next = words.len();
            words.entry(word).or_insert(next);
        }
        for (word, place) in &words {
            phrases.extend(inflections::forms(word).into_iter().map(|form| (form, Meaning::Word(*place))));
        }
        let mut twins = HashMap::new();
        for twin in profiles.iter().flat_map(|profile| &profile.twin_cities) {
            let next = twins.len();
            twins.entry((twin.name.clone(), twin.country.clone())).or_insert(next);
        }
        for ((name, country), place) in &twins {
            let names = rules.cities.names(name, country, &rules.city_tails.words);
            let forms = names.iter().flat_map(|name| inflections::forms(name));
            phrases.extend(forms.map(|form| (form, Meaning::Twin(*place))));
        }
        let priorities = Priorities::new(lexicon, &rules.negation.words, profiles);
        for concept in priorities.concepts() {
            let terms = lexicon.concepts[concept].terms();
            phrases.extend(terms.map(|(tongue, term)| (term.to_owned(), Meaning::Concept(concept, tongue))));
        }
        let meanings = phrases.iter().map(|(_, meaning)| *meaning).collect();
        let phrases = Phrases::new(phrases.iter().enumerate().map(|(id, (phrase, _))| (id, phrase.as_str())));
        Self { phrases, meanings, words, twins, priorities }
    }

    pub(super) fn find(&self, tokens: &[Token<'_>]) -> Vec<Found> {
        let found = self.phrases.find(tokens).into_iter();
        found.map(|found| Found { meaning: self.meanings[found.id], first: found.first, last: found.last }).collect()
    }

    /// The number of a twin city of a profile of this vocabulary.
    pub(super) fn twin(&self, twin: &TwinCity) -> Option<usize> {
        self.twins.get(&(twin.name.clone(), twin.country.clone())).copied()
    }

    /// What the mayor of a profile of this vocabulary wants to promote.
    pub(super) fn priorities(&self, profile: &Profile) -> Vec<Priority> {
        self.priorities.of(profile)
    }

    /// The number of a word that a profile of this vocabulary named.
    pub(super) fn word(&self, word: &str) -> Option<usize> {
        self.words.get(&word.trim().to_lowercase()).copied()
    }
}

/// Every word that a profile looks for: wanted, unwanted, and its topics in case the lexicon does not know them.
fn named_words(profile: &Profile) -> impl Iterator<Item = String> + '_ {
    let words = profile.words_wanted.iter().chain(&profile.words_unwanted).map(|word| word.trim().to_lowercase());
    words.chain(profile.topics.keys().map(|slug| slug.trim().to_lowercase())).filter(|word| !word.is_empty())
}
