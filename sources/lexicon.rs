//! The words that texts are judged by: concepts, topics, kinds, cues and rules, read from `config/` and compiled once.
//! Knows no finding and no record; what a match means is `normalise`'s business.

mod countries;
mod cues;
mod eligibility;
mod file;
pub(crate) mod grammar;
mod heads;
mod hebrew_forms;
mod plain;
mod thesaurus;
mod topic_words;
mod topics;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use words::{Phrases, Token};

pub use countries::Country;
pub use cues::{KindCue, Says, VerdictCue};
pub use eligibility::{Axis, Role, RoleCue, Rule};
pub use thesaurus::Concept;
pub use topics::Topic;

use crate::normalise::cues::Cues;
use crate::roadmap::ConfigError;

/// The languages that the word lists are kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    /// Hebrew.
    He,
    /// English.
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
}

impl Tongue {
    /// The tongue of an ISO 639-1 code, if the lists are kept in it.
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "he" => Self::He,
            "en" => Self::En,
            "fr" => Self::Fr,
            "de" => Self::De,
            "es" => Self::Es,
            "ar" => Self::Ar,
            _ => return None,
        })
    }

    /// Its ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::He => "he",
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }
}

/// What a matched phrase stands for; the numbers are places in the lexicon's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// Says a topic by itself, or (`hint`) only beside other words.
    Topic {
        /// Place in [`Lexicon::topics`].
        topic: usize,
        /// Counts half.
        hint: bool,
    },
    /// Speaks for a kind.
    Kind(usize),
    /// Speaks for or against its being an opportunity.
    Verdict(usize),
    /// Plays a part in who may apply.
    Role(usize),
    /// Names a country, or (`people`) its people as an adjective.
    Country {
        /// Place in [`Lexicon::countries`].
        country: usize,
        /// An adjective or a name of its people.
        people: bool,
    },
    /// Names the programme of an eligibility rule.
    Rule(usize),
}

/// One matched phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it stands for.
    pub tag: Tag,
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// All word lists, compiled.
#[derive(Debug)]
pub struct Lexicon {
    /// The thesaurus.
    pub concepts: Vec<Concept>,
    /// Words of a question that mean themselves alone, though a stemmer takes them for forms of a concept's words.
    pub ordinary: Vec<String>,
    /// The topics, in the order of the file.
    pub topics: Vec<Topic>,
    /// Words for kinds.
    pub kinds: Vec<KindCue>,
    /// Words for and against.
    pub verdicts: Vec<VerdictCue>,
    /// Words on who may apply.
    pub roles: Vec<RoleCue>,
    /// Facts on programmes.
    pub rules: Vec<Rule>,
    /// Countries and their people.
    pub countries: Vec<Country>,
    /// Words beside dates and sums.
    pub cues: Cues,
    /// Words of titles that tell no call from another, in normal form.
    pub plain: HashSet<String>,
    phrases: Phrases,
    meanings: Vec<Vec<Meaning>>,
}

/// What a phrase stands for in one language.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    tongue: Tongue,
    tag: Tag,
    /// Written in capitals in the list: only capitals in the text are it, for "US" is a country and "us" is not.
    capitals: bool,
    /// Written with gershayim in the list: without them the letters are another word (`מחו"ל` is abroad, `מחול` a dance).
    acronym: bool,
}

impl Lexicon {
    /// Reads the lists of a configuration folder; every mistake, not only the first.
    pub fn load(config: &Path) -> Result<Self, Vec<ConfigError>> {
        let mut errors = Vec::new();
        let mut compile = Compile::default();
        let thesaurus = thesaurus::load(&config.join("thesaurus.toml"), &mut errors);
        let (concepts, ordinary) = (thesaurus.concepts, thesaurus.ordinary);
        let known = |id: &str| thesaurus.places.get(id).map(|&place| &concepts[place]);
        let topics = topics::load(&config.join("topics.toml"), &known, &mut compile, &mut errors);
        let kinds = cues::load_kinds(&config.join("kinds.toml"), &known, &mut compile, &mut errors);
        let verdicts = cues::load_verdicts(&config.join("verdict.toml"), &known, &mut compile, &mut errors);
        let (parts, rules) = eligibility::load(&config.join("eligibility.toml"), &mut compile, &mut errors);
        let countries = countries::load(&config.join("countries.toml"), &mut compile, &mut errors);
        let plain = plain::load(&config.join("sameness.toml"), &mut errors);
        let cues = Cues::load(&config.join("cues.toml"))
            .map_err(|error| errors.push(ConfigError::whole(&config.join("cues.toml"), error)))
            .ok();
        let Some(cues) = cues.filter(|_| errors.is_empty()) else { return Err(errors) };
        let phrases = Phrases::new(compile.terms.iter().enumerate().map(|(id, term)| (id, term.as_str())));
        let meanings = compile.meanings;
        Ok(Self { concepts, ordinary, topics, kinds, verdicts, roles: parts, rules, countries, cues, plain, phrases, meanings })
    }

    /// What the tokens of a text say, in reading order. With a language only its own words and English ones count:
    /// English names stand in every text, but a German "Art" is no art.
    pub fn hits(&self, tokens: &[Token<'_>], language: Option<Tongue>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for found in self.phrases.find(tokens) {
            let shouted = tokens[found.first..=found.last].iter().all(|token| !token.text.chars().any(char::is_lowercase));
            let abbreviated = || tokens[found.first..=found.last].iter().any(|token| words::is_hebrew_acronym(token.text));
            let mut tags: Vec<Tag> = self.meanings[found.id]
                .iter()
                .filter(|meaning| {
                    language.is_none_or(|language| meaning.tongue == language || meaning.tongue == Tongue::En)
                        && (shouted || !meaning.capitals)
                        && (!meaning.acronym || abbreviated())
                })
                .map(|meaning| meaning.tag)
                .collect();
            tags.sort_unstable();
            tags.dedup();
            hits.extend(tags.into_iter().map(|tag| Hit {
                tag,
                first: found.first,
                last: found.last,
                start: found.start,
                end: found.end,
            }));
        }
        hits.sort_by_key(|hit| (hit.start, hit.end, hit.tag));
        hits
    }

    /// The topic of a slug.
    pub fn topic(&self, slug: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.slug == slug)
    }

    /// The country of an ISO code or of a name in any language of the lists.
    pub fn country(&self, written: &str) -> Option<&Country> {
        let written = written.trim();
        if let Some(country) = self.countries.iter().find(|country| country.code.eq_ignore_ascii_case(written)) {
            return Some(country);
        }
        let tokens = words::tokens(written);
        self.hits(&tokens, None).into_iter().find_map(|hit| match hit.tag {
            Tag::Country { country, people: false } if hit.first == 0 && hit.last + 1 == tokens.len() => {
                self.countries.get(country)
            }
            _ => None,
        })
    }
}

/// Terms gathered while the lists are read: one id per distinct spelling, however many lists hold it.
#[derive(Default)]
struct Compile {
    terms: Vec<String>,
    meanings: Vec<Vec<Meaning>>,
    places: HashMap<String, usize>,
}

impl Compile {
    fn add(&mut self, term: &str, tongue: Tongue, tag: Tag) {
        let place = *self.places.entry(term.to_owned()).or_insert_with(|| {
            self.terms.push(term.to_owned());
            self.meanings.push(Vec::new());
            self.terms.len() - 1
        });
        let capitals = term.chars().any(char::is_uppercase) && !term.chars().any(char::is_lowercase);
        let acronym = term.split(' ').any(words::is_hebrew_acronym);
        self.meanings[place].push(Meaning { tongue, tag, capitals, acronym });
    }

    fn add_all<'a>(&mut self, terms: impl Iterator<Item = (Tongue, &'a str)>, tag: Tag) {
        for (tongue, term) in terms {
            self.add(term, tongue, tag);
        }
    }
}
