//! A profile, looked up once in the vocabulary and the rules.

use std::collections::BTreeSet;

use sources::lexicon::Lexicon;

use super::candidate::Candidate;
use super::priorities::Priority;
use super::rules::Rules;
use super::towns::{Towns, same_name};
use super::vocabulary::Vocabulary;
use crate::digest::profile::{Profile, TwinCity};

/// What one municipality is looked at by.
#[derive(Debug)]
pub(super) struct Wish<'p> {
    pub(super) profile: &'p Profile,
    pub(super) topics: Vec<Interest>,
    pub(super) wanted: Vec<usize>,
    pub(super) unwanted: Vec<usize>,
    /// What the mayor wants to promote.
    pub(super) priorities: Vec<Priority>,
    /// Each twin with its number in the vocabulary.
    pub(super) twins: Vec<(usize, &'p TwinCity)>,
    /// Audiences that it belongs to.
    pub(super) audiences: BTreeSet<usize>,
    /// Surroundings that it has.
    pub(super) settings: BTreeSet<usize>,
    /// Its place in the list of municipalities.
    pub(super) municipality: Option<usize>,
}

/// One topic with its weight.
#[derive(Debug)]
pub(super) struct Interest {
    pub(super) slug: String,
    /// 1 to 3.
    pub(super) weight: u8,
    /// Where the lexicon does not know the topic: its slug as words.
    pub(super) word: Option<usize>,
}

impl<'p> Wish<'p> {
    pub(super) fn of(profile: &'p Profile, lexicon: &Lexicon, rules: &Rules, vocabulary: &Vocabulary, towns: &Towns) -> Self {
        let numbers = |words: &[String]| words.iter().filter_map(|word| vocabulary.word(word)).collect();
        let topics = profile.topics.iter().map(|(slug, weight)| Interest {
            slug: slug.clone(),
            weight: (*weight).clamp(1, 3),
            word: if lexicon.topic(slug).is_none() { vocabulary.word(slug) } else { None },
        });
        let audiences = rules.audience.iter().enumerate().filter(|(_, audience)| {
            let is_excepted = audience.except.iter().any(|name| same_name(name, &profile.name_he));
            audience.districts.contains(&profile.district) && !is_excepted
                || audience.types.contains(&profile.kind)
                || audience.members.iter().any(|member| same_name(member, &profile.name_he))
        });
        let settings = rules.setting.iter().enumerate().filter(|(_, setting)| {
            setting.types.contains(&profile.kind) || setting.members.iter().any(|member| same_name(member, &profile.name_he))
        });
        Self {
            profile,
            topics: topics.collect(),
            wanted: numbers(&profile.words_wanted),
            unwanted: numbers(&profile.words_unwanted),
            priorities: vocabulary.priorities(profile),
            twins: profile.twin_cities.iter().filter_map(|twin| Some((vocabulary.twin(twin)?, twin))).collect(),
            audiences: audiences.map(|(place, _)| place).collect(),
            settings: settings.map(|(place, _)| place).collect(),
            municipality: towns.place(profile),
        }
    }

    /// The twin whose own call this is: it stands in the text by name.
    pub(super) fn twin_named(&self, candidate: &Candidate<'_>) -> Option<&'p TwinCity> {
        self.twins.iter().find(|(city, _)| candidate.twins.contains(city)).map(|(_, twin)| *twin)
    }

    /// Whether it is called by its name: itself, or its residents.
    pub(super) fn is_called(&self, candidate: &Candidate<'_>) -> bool {
        self.municipality.is_some_and(|own| candidate.residents_of.contains(&own) || candidate.listed.contains(&own))
    }

    /// Whether its own name stands in the title: perhaps only a word that is also a town.
    pub(super) fn in_title(&self, candidate: &Candidate<'_>) -> bool {
        self.municipality.is_some_and(|own| candidate.names.contains(&own))
    }

    /// The twin that could lead where only somebody there can.
    pub(super) fn lead(&self, candidate: &Candidate<'_>, rules: &Rules) -> Option<&'p TwinCity> {
        let countries: Vec<&String> = candidate.leads.iter().flat_map(|place| &rules.lead[*place].countries).collect();
        self.twin_in(&countries)
    }

    /// The twin with whom it may apply, where authorities of both countries do so together or whoever is twinned may.
    pub(super) fn partner(&self, candidate: &Candidate<'_>, rules: &Rules) -> Option<&'p TwinCity> {
        let open = candidate.leads.iter().map(|place| &rules.lead[*place]).filter(|lead| lead.is_open);
        let countries: Vec<&String> = candidate.joint.iter().chain(open.flat_map(|lead| &lead.countries)).collect();
        self.twin_in(&countries)
    }

    fn twin_in(&self, countries: &[&String]) -> Option<&'p TwinCity> {
        self.profile.twin_cities.iter().find(|twin| countries.contains(&&twin.country))
    }
}
