//! What the mayor wants to promote, in his or her own words: the telling ones are those that name a concept of the thesaurus, so that
//! "אנרגיה סולארית" is met by "solar energy". Knows no record; whether one meets them is [`super::candidate`]'s business.

use std::collections::{BTreeSet, HashMap};

use sources::lexicon::{Lexicon, Tongue};
use words::{Phrases, tokens};

use crate::digest::profile::Profile;

/// Languages that mayors here write in: a German word in Latin letters is not meant.
const TONGUES: [Tongue; 3] = [Tongue::He, Tongue::Ar, Tongue::En];

/// What ends a priority.
const ENDS: [char; 6] = ['.', ';', '!', '?', '؟', '\n'];

/// One sentence of the mayor's: its concepts, by place in the lexicon, each with the words that name it there.
pub(super) type Priority = Vec<(usize, String)>;

/// The priorities of all profiles.
#[derive(Debug, Default)]
pub(super) struct Priorities {
    by_text: HashMap<String, Vec<Priority>>,
}

impl Priorities {
    /// `negations` say that what follows in the sentence is not wanted.
    pub(super) fn new(lexicon: &Lexicon, negations: &[String], profiles: &[Profile]) -> Self {
        let texts: BTreeSet<&str> =
            profiles.iter().map(|profile| profile.priorities_he.trim()).filter(|text| !text.is_empty()).collect();
        if texts.is_empty() {
            return Self::default();
        }
        let telling = lexicon.concepts.iter().enumerate().filter(|(_, concept)| !concept.common);
        let terms: Vec<(usize, &str)> = telling
            .flat_map(|(place, concept)| concept.terms().map(move |(tongue, term)| (place, tongue, term)))
            .filter(|(_, tongue, _)| TONGUES.contains(tongue))
            .map(|(place, _, term)| (place, term))
            .collect();
        let phrases = Phrases::new(terms.iter().copied());
        let negations = Phrases::new(negations.iter().map(|word| (0, word.as_str())));
        let by_text = texts.into_iter().map(|text| (text.to_owned(), read(text, &phrases, &negations)));
        Self { by_text: by_text.collect() }
    }

    /// What a profile's words say.
    pub(super) fn of(&self, profile: &Profile) -> Vec<Priority> {
        self.by_text.get(profile.priorities_he.trim()).cloned().unwrap_or_default()
    }

    /// All concepts that somebody's words name.
    pub(super) fn concepts(&self) -> BTreeSet<usize> {
        self.by_text.values().flatten().flatten().map(|(concept, _)| *concept).collect()
    }
}

fn read(text: &str, concepts: &Phrases, negations: &Phrases) -> Vec<Priority> {
    let sentences = text.split(ENDS).map(|sentence| {
        let tokens = tokens(sentence);
        let negated_from = negations.find(&tokens).first().map_or(tokens.len(), |negation| negation.first);
        let mut found = concepts.find(&tokens);
        found.retain(|one| one.first < negated_from);
        // "אנרגיה סולארית" says more than "אנרגיה" in it.
        let longest = found.iter().filter(|one| {
            !found.iter().any(|other| {
                other.first <= one.first && one.last <= other.last && other.last - other.first > one.last - one.first
            })
        });
        let mut priority = Priority::new();
        for one in longest {
            let is_new = !priority.iter().any(|(concept, words)| *concept == one.id || *words == sentence[one.start..one.end]);
            if is_new {
                priority.push((one.id, sentence[one.start..one.end].to_owned()));
            }
        }
        priority
    });
    sentences.filter(|priority| !priority.is_empty()).collect()
}
